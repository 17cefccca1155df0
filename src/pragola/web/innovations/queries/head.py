"""What stands on top of every page of an entry: whose it is, how far it has come, what is next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition, FieldKind
from pragola.web.innovations.models import WAYS, Door, Entry, EntryState, Move, MoveMade
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.calendar import DoorState, doors_for, who_gives_grace
from pragola.web.innovations.queries.granted import GrantedLess, lowered
from pragola.web.innovations.queries.inspected import Inspected, inspected_of
from pragola.web.innovations.queries.missing import missing_of
from pragola.web.innovations.queries.unjudged import codes_unjudged
from pragola.web.regions.models import OF_A_UNIT, Appointment, Role
from pragola.web.shared.language import spoken
from pragola.web.shared.times import day_and_clock

_S = EntryState
_NEAR = 14
"""From so many days before a door closes, what is missing is told on every page of the entry."""

_MEANINGS: Mapping[EntryState, str | Promise] = {
    _S.DRAFT: _("Masih diisi operator. Belum dilihat kepala unit."),
    _S.SUBMITTED: _("Menunggu persetujuan kepala unit."),
    _S.APPROVED: _("Disetujui kepala unit, menunggu verifikator."),
    _S.UNDER_REVIEW: _("Sedang diperiksa verifikator."),
    _S.RETURNED: _("Dikembalikan. Baca alasannya, perbaiki, lalu ajukan lagi."),
    _S.VERIFIED: _("Sudah diperiksa verifikator."),
    _S.CLOSED: _("Sudah ditutup untuk berkas ke kementerian."),
    _S.REJECTED: _("Ditolak kementerian. Bernilai 0; alasannya ada di riwayat."),
}
_STOPPED = _("Berhenti di sini sejak unitnya ditutup.")
_RETURNED_TO_OTHERS = _("Dikembalikan. Operator memperbaikinya, lalu mengajukannya lagi.")
_HOLDERS: Mapping[EntryState, Role] = {
    _S.DRAFT: Role.OPERATOR,
    _S.SUBMITTED: Role.HEAD,
    _S.APPROVED: Role.VERIFIER,
    _S.UNDER_REVIEW: Role.VERIFIER,
    _S.RETURNED: Role.OPERATOR,
    _S.VERIFIED: Role.COORDINATOR,
}
_MOST_NAMED = 3
_FORWARD = frozenset({Move.SUBMIT, Move.APPROVE, Move.BEGIN_REVIEW, Move.VERIFY, Move.CLOSE})
_DOOR_OF_STATE = {
    _S.DRAFT: Door.SUBMIT,
    _S.RETURNED: Door.REVISE,
    _S.SUBMITTED: Door.APPROVE,
    _S.APPROVED: Door.REVIEW,
    _S.UNDER_REVIEW: Door.REVIEW,
}


@dataclass(frozen=True, slots=True)
class MoveButton:
    """A move that the reader may make; `forward` ones lead on, at most one of them shows."""

    move: Move
    forward: bool

    @property
    def label(self) -> str:
        """The words of the button."""
        return str(self.move.label)


@dataclass(frozen=True, slots=True)
class ReturnedPart:
    """A reason with the part it is about; a claim or an attachment stands on the claims page."""

    part: str
    name: str
    text: str
    among_claims: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the entry now: a role, and the first of those who hold it."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Why an entry was returned: by whom, when, in general, and by part.

    `lowered` are claims that verdicts accepted at a lower level, and that stand so still.
    """

    who: str
    role: str
    at: datetime
    when: str
    note: str
    reasons: Mapping[str, str]
    parts: tuple[ReturnedPart, ...]
    lowered: tuple[GrantedLess, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryHead:
    """The top of an entry's pages. `door` is the one that closes next for where it stands.

    `closes` is its moment in the region's time, `asked` who gives more time once it has closed;
    `unit_closed` locks it whatever its state; `hands_over` lets the reader give it to another unit.
    `missing` counts what is left to do where somebody may do it and the door is near; `unjudged`
    the claims that keep a verifier from verifying it, which is none of the `moves` then;
    `inspected` is what is wrong with its files.
    """

    entry: int
    assessment: int
    title: str
    unit: str
    year: str
    zone: ZoneInfo
    state: EntryState
    meaning: str
    changeable: bool
    may_change: bool
    holder: Holder | None
    door: DoorState | None
    closes: str
    asked: tuple[str, ...]
    missing: int | None
    unjudged: int
    inspected: Inspected
    moves: tuple[MoveButton, ...]
    returned: Returned | None
    withheld: bool = False
    unit_closed: bool = False
    hands_over: bool = False

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(self.state.label)


def entry_head(opened: OpenedEntry, now: datetime) -> EntryHead:
    """The top of an entry's pages; eleven queries at most."""
    entry = opened.entry
    state = EntryState(entry.state)
    gone = entry.innovation.unit.closed_on is not None
    stopped = gone and _HOLDERS.get(state) in OF_A_UNIT
    door = None if stopped else _door(entry, state, now)
    zone = ZoneInfo(entry.assessment.region.time_zone)
    closed = door is not None and not door.is_open
    unjudged = len(codes_unjudged(entry)) if Move.VERIFY in opened.moves else 0
    near = door is not None and door.days_left is not None and door.days_left <= _NEAR
    return EntryHead(
        entry=entry.pk,
        withheld=entry.withheld,
        unit_closed=gone,
        hands_over=gone and opened.hands_over,
        assessment=entry.assessment_id,
        title=entry.innovation.title,
        unit=entry.innovation.unit.name,
        year=entry.assessment.edition,
        zone=zone,
        state=state,
        meaning=str(_STOPPED) if stopped else _meaning(opened, state),
        changeable=opened.changeable,
        may_change=opened.may_change,
        holder=None if stopped else _holder(entry, state),
        door=door,
        closes=day_and_clock(door.closes_at, zone, spoken()) if door and door.closes_at else "",
        asked=who_gives_grace(entry.assessment) if closed or gone else (),
        missing=missing_of([entry])[entry.pk].number if near and opened.changeable else None,
        unjudged=unjudged,
        inspected=inspected_of([entry])[entry.pk],
        moves=tuple(
            MoveButton(move, move in _FORWARD)
            for move in opened.moves
            if not (unjudged and move is Move.VERIFY)
        ),
        returned=returned_of(entry) if state is _S.RETURNED else None,
    )


def _meaning(opened: OpenedEntry, state: EntryState) -> str:
    """What the state means to this reader: only who may mend an entry is asked to."""
    if state is _S.RETURNED and not opened.may_change:
        return str(_RETURNED_TO_OTHERS)
    return str(_MEANINGS[state])


def _door(entry: Entry, state: EntryState, now: datetime) -> DoorState | None:
    door = _DOOR_OF_STATE.get(state)
    return doors_for(entry.assessment, entry.innovation.unit, now)[door] if door else None


def _holder(entry: Entry, state: EntryState) -> Holder | None:
    role = _HOLDERS.get(state)
    if role is None:
        return None
    posts = _posts(entry, role).order_by("id")
    names = posts.values_list("person__name", flat=True)[:_MOST_NAMED]
    return Holder(str(role.label), tuple(names))


def has_head(entry: Entry) -> bool:
    """Whether somebody may approve the entry once it is submitted; one query."""
    return _posts(entry, Role.HEAD).exists()


def _posts(entry: Entry, role: Role) -> QuerySet[Appointment]:
    here = Q(unit=entry.innovation.unit_id) | Q(unit=None)
    region = entry.assessment.region_id
    return Appointment.objects.filter(here, role=role, region=region, ended_at=None)


def returned_of(entry: Entry) -> Returned | None:
    """The reasons of the latest return; None where there never was one. Three queries."""
    returning = [move for move, way in WAYS.items() if way.names_reasons]
    made = (
        MoveMade.objects.filter(entry=entry, move__in=returning)
        .select_related("made_by")
        .prefetch_related("reasons")
        .first()
    )
    if made is None:
        return None
    zone = ZoneInfo(entry.assessment.region.time_zone)
    reasons = {reason.part: reason.text for reason in made.reasons.all()}
    return Returned(
        who=str(made.made_by or "Pragola"),
        role=str(made.get_acting_as_display()),
        at=made.made_at,
        when=day_and_clock(made.made_at, zone, spoken()),
        note=made.note,
        reasons=reasons,
        parts=tuple(_returned_parts(load_edition(entry.assessment.edition), reasons)),
        lowered=lowered(entry, entry.claims.all()),
    )


def _returned_parts(edition: Edition, reasons: Mapping[str, str]) -> Iterator[ReturnedPart]:
    for indicator in edition.sid_indicators:
        if indicator.code in reasons:
            name = f"{indicator.code} · {indicator.name}"
            yield ReturnedPart(indicator.code, name, reasons[indicator.code], among_claims=True)
    for field in edition.profile:
        if field.id in reasons:
            attached = field.kind is FieldKind.FILE
            yield ReturnedPart(field.id, field.label, reasons[field.id], among_claims=attached)
