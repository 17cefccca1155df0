"""The one way in which the state of an entry changes."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Facts, Fault, PragolaError
from pragola.web.innovations.actions.saving import unit_closed
from pragola.web.innovations.models import (
    WAYS,
    Door,
    Entry,
    EntryState,
    Judged,
    Move,
    MoveMade,
    Reason,
    Way,
)
from pragola.web.innovations.queries.calendar import door_of, who_gives_grace
from pragola.web.innovations.queries.unjudged import codes_unjudged
from pragola.web.regions.models import OF_A_UNIT, Person, Role
from pragola.web.shared.audit import Author, Jsonable, record
from pragola.web.shared.texts import in_sentence
from pragola.web.shared.times import clock


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

    `reasons` are by indicator code or field id. The same move sent twice is made once. Raises
    MoveError where somebody else was faster, the door is closed, the role is not one of the
    move's, reasons are missing, an objection waits, or verdicts on its claims do not say what the
    move says.
    """
    way = WAYS[move]
    entry = _locked(entry_id)
    source = EntryState(entry.state)
    given = _given_reasons(load_edition(entry.assessment.edition), way, reasons)
    told: dict[str, Jsonable] = {"state": way.target, "note": note.strip(), "reasons": given}
    if _made_just_now(entry, move, by=by, told=told):
        return entry
    _must_be_possible(entry, way, source=source, role=role)
    must_be_in_time(entry, move, at=at)
    _must_rest_on_verdicts(entry, way, given)
    _must_leave_no_objection(entry, way)
    _must_say_why(way, given, note)
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
    Reason.objects.bulk_create(
        Reason(made=made, part=part, text=text) for part, text in given.items()
    )
    record("moved", entry, part=move, by=Author(by, role), at=at, old=source, new=told)
    return entry


def _locked(entry_id: int) -> Entry:
    return (
        Entry.objects.select_for_update(of=("self",))
        .select_related("assessment__region", "innovation__unit")
        .get(pk=entry_id)
    )


def _made_just_now(entry: Entry, move: Move, *, by: Person, told: Mapping[str, Jsonable]) -> bool:
    """Whether the very same move is where the entry stands: the second of a double click."""
    last = entry.moves.prefetch_related("reasons").first()
    if last is None or entry.state != last.target or (last.move, last.made_by_id) != (move, by.pk):
        return False
    reasons = {reason.part: reason.text for reason in last.reasons.all()}
    return told == {"state": last.target, "note": last.note, "reasons": reasons}


def _must_be_possible(entry: Entry, way: Way, *, source: EntryState, role: Role) -> None:
    if role not in way.roles:
        raise MoveError(Fault(code="move_of_another_role", found=str(role.label)))
    if entry.innovation.unit.closed_on and role in OF_A_UNIT:
        raise MoveError(unit_closed(entry))
    if source in way.sources:
        return
    last = entry.moves.select_related("made_by").first()
    if last is None:
        raise MoveError(Fault(code="move_impossible", found=in_sentence(source.label)))
    who = str(last.made_by or "Pragola")
    facts = _when(entry, last.made_at)
    raise MoveError(
        Fault(code="move_overtaken", found=in_sentence(source.label), expected=who, facts=facts)
    )


def must_be_in_time(entry: Entry, move: Move, *, at: datetime) -> None:
    """Raise MoveError where the door of the move, from where the entry stands, has closed."""
    door = WAYS[move].doors.get(EntryState(entry.state))
    if door:
        must_be_open(entry, door, at=at)


def must_be_open(entry: Entry, door: Door, *, at: datetime) -> None:
    """Raise MoveError where that door has closed for the entry's unit."""
    state = door_of(entry.assessment, entry.innovation.unit, door, at)
    if not state.is_open and state.closes_at:
        facts = _when(entry, state.closes_at)
        asked = ", ".join(who_gives_grace(entry.assessment)) or "Bappeda"
        raise MoveError(Fault(code="door_closed", expected=asked, facts=facts))


def _when(entry: Entry, at: datetime) -> Facts:
    zone = ZoneInfo(entry.assessment.region.time_zone)
    return (("day", at.astimezone(zone).date()), ("clock", clock(at, zone)))


def _given_reasons(edition: Edition, way: Way, reasons: Mapping[str, str]) -> dict[str, str]:
    parts = {indicator.code for indicator in edition.sid_indicators}
    parts |= {field.id for field in edition.profile}
    unknown = [part for part in reasons if part not in parts]
    if unknown:
        raise MoveError(Fault(code="reason_for_nothing", found=", ".join(unknown)))
    given = {part: text.strip() for part, text in reasons.items() if text.strip()}
    return given if way.names_reasons else {}


def _must_rest_on_verdicts(entry: Entry, way: Way, given: Mapping[str, str]) -> None:
    """An entry is verified once every claim has its verdict; returned for what verdicts return."""
    if not way.rests_on_verdicts:
        return
    if not way.names_reasons:
        if waiting := codes_unjudged(entry):
            raise MoveError(Fault(code="claims_not_judged", found=", ".join(waiting)))
        return
    codes = {each.code for each in load_edition(entry.assessment.edition).sid_indicators}
    returned = set(entry.claims.filter(judged=Judged.RETURNED).values_list("indicator", flat=True))
    differing = sorted((given.keys() & codes) ^ (returned & codes))
    if differing:
        raise MoveError(Fault(code="reasons_not_of_verdicts", found=", ".join(differing)))


def _must_leave_no_objection(entry: Entry, way: Way) -> None:
    if way.leaves_no_objection:
        waiting = list(
            entry.claims.filter(objected=True)
            .order_by("indicator")
            .values_list("indicator", flat=True)
        )
        if waiting:
            raise MoveError(Fault(code="objections_waiting", found=", ".join(waiting)))


def _must_say_why(way: Way, given: Mapping[str, str], note: str) -> None:
    if way.names_reasons and not given:
        raise MoveError(Fault(code="reasons_missing"))
    if way.says_why and not note.strip():
        raise MoveError(Fault(code="note_missing"))


def _change(entry: Entry, way: Way, *, at: datetime) -> None:
    entry.state, entry.touched_at = way.target, at
    entry.submitted_once = entry.submitted_once or way.target is EntryState.SUBMITTED
    entry.save(update_fields=["state", "touched_at", "submitted_once"])
