"""What stands on top of every page of an entry: whose it is, how far it has come, what is next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import WAYS, Door, Entry, EntryState, Move, MoveMade
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.calendar import DoorState, doors_for

_S = EntryState

_MEANINGS: Mapping[EntryState, str | Promise] = {
    _S.DRAFT: _("Masih diisi operator. Belum dilihat kepala unit."),
    _S.SUBMITTED: _("Menunggu persetujuan kepala unit."),
    _S.APPROVED: _("Disetujui kepala unit, menunggu verifikator."),
    _S.UNDER_REVIEW: _("Sedang diperiksa verifikator."),
    _S.RETURNED: _("Dikembalikan. Baca alasannya, perbaiki, lalu ajukan lagi."),
    _S.VERIFIED: _("Sudah diperiksa verifikator."),
    _S.CLOSED: _("Sudah ditutup untuk berkas ke kementerian."),
}
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Why an entry was returned: by whom, when, in general, and by part."""

    who: str
    role: str
    at: datetime
    note: str
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryHead:
    """The top of an entry's pages. `door` is the one that closes next for where it stands."""

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
    door: DoorState | None
    moves: tuple[MoveButton, ...]
    returned: Returned | None

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(self.state.label)


def entry_head(opened: OpenedEntry, now: datetime) -> EntryHead:
    """The top of an entry's pages; four queries at most."""
    entry = opened.entry
    state = EntryState(entry.state)
    door = _DOOR_OF_STATE.get(state)
    unit = entry.innovation.unit
    return EntryHead(
        entry=entry.pk,
        assessment=entry.assessment_id,
        title=entry.innovation.title,
        unit=unit.name,
        year=entry.assessment.edition,
        zone=ZoneInfo(entry.assessment.region.time_zone),
        state=state,
        meaning=str(_MEANINGS[state]),
        changeable=opened.changeable,
        may_change=opened.may_change,
        door=doors_for(entry.assessment, unit, now)[door] if door else None,
        moves=tuple(MoveButton(move, move in _FORWARD) for move in opened.moves),
        returned=returned_of(entry) if state is _S.RETURNED else None,
    )


def returned_of(entry: Entry) -> Returned | None:
    """The reasons of the latest return; None where there never was one. Two queries."""
    returning = [move for move, way in WAYS.items() if way.names_reasons]
    made = (
        MoveMade.objects.filter(entry=entry, move__in=returning)
        .select_related("made_by")
        .prefetch_related("reasons")
        .first()
    )
    if made is None:
        return None
    return Returned(
        who=str(made.made_by or ""),
        role=str(made.get_acting_as_display()),
        at=made.made_at,
        note=made.note,
        reasons={reason.part: reason.text for reason in made.reasons.all()},
    )
