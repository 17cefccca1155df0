"""The one way in which the state of an entry changes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.models import WAYS, Entry, EntryState, Move, MoveMade, Reason, Way
from pragola.web.innovations.queries.calendar import door_of
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import Author, record


class MoveError(PragolaError):
    """A move that cannot be made now."""


@transaction.atomic
def make_move(
    entry_id: int,
    move: Move,
    *,
    role: Role,
    by: Person,
    note: str = "",
    reasons: Mapping[str, str],
    at: datetime,
) -> Entry:
    """Make a move of the table for somebody who holds that role at the entry's unit.

    `reasons` are by indicator code or field id. Raises MoveError where somebody else was faster,
    the door is closed, the role is not one of the move's, or reasons are missing.
    """
    way = WAYS[move]
    entry = (
        Entry.objects.select_for_update(of=("self",))
        .select_related("assessment", "innovation__unit")
        .get(pk=entry_id)
    )
    source = EntryState(entry.state)
    _must_be_possible(entry, way, source=source, role=role)
    _must_be_in_time(entry, way, source=source, at=at)
    given = _given_reasons(load_edition(entry.assessment.edition), way, reasons)
    _change(entry, way, at=at)
    made = MoveMade.objects.create(
        entry=entry,
        move=move,
        source=source,
        target=way.target,
        made_by=by,
        acting_as=role,
        made_at=at,
        note=note.strip(),
    )
    Reason.objects.bulk_create(Reason(made=made, part=part, text=text) for part, text in given)
    record(
        "moved",
        entry,
        part=move,
        by=Author(by, role),
        at=at,
        old=source,
        new={"state": way.target, "note": made.note, "reasons": dict(given)},
    )
    return entry


def _must_be_possible(entry: Entry, way: Way, *, source: EntryState, role: Role) -> None:
    if role not in way.roles:
        raise MoveError(Fault(code="move_of_another_role", found=role))
    if source not in way.sources:
        last = entry.moves.select_related("made_by").first()
        who = str(last.made_by) if last and last.made_by else "Pragola"
        raise MoveError(Fault(code="move_overtaken", found=str(source.label), expected=who))


def _must_be_in_time(entry: Entry, way: Way, *, source: EntryState, at: datetime) -> None:
    door = way.doors.get(source)
    if door is None:
        return
    state = door_of(entry.assessment, entry.innovation.unit, door, at)
    if not state.is_open and state.closes_at:
        raise MoveError(Fault(code="door_closed", facts=(("day", state.closes_at.date()),)))


def _given_reasons(
    edition: Edition, way: Way, reasons: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    parts = {indicator.code for indicator in edition.sid_indicators}
    parts |= {field.id for field in edition.profile}
    unknown = [part for part in reasons if part not in parts]
    if unknown:
        raise MoveError(Fault(code="reason_for_nothing", found=", ".join(unknown)))
    given = tuple((part, text.strip()) for part, text in reasons.items() if text.strip())
    if way.names_reasons and not given:
        raise MoveError(Fault(code="reasons_missing"))
    return given if way.names_reasons else ()


def _change(entry: Entry, way: Way, *, at: datetime) -> None:
    entry.state, entry.touched_at = way.target, at
    entry.submitted_once = entry.submitted_once or way.target is EntryState.SUBMITTED
    entry.save(update_fields=["state", "touched_at", "submitted_once"])
