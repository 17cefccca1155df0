"""Entries as lines of a list: how far each is, what it lacks, until when its next step is open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import (
    STANDING,
    WAYS,
    Assessment,
    Door,
    Entry,
    EntryState,
    Move,
    MoveMade,
)
from pragola.web.innovations.official_values import official_points
from pragola.web.innovations.queries.calendar import DoorState, doors_of_units
from pragola.web.innovations.queries.granted import GrantedLess, lowered
from pragola.web.innovations.queries.inspected import Inspected, inspected_of
from pragola.web.innovations.queries.missing import Missing, missing_of
from pragola.web.innovations.queries.scores import points_of, verified_points
from pragola.web.shared.drawings import Fingerprint, fingerprint
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language

_S = EntryState
_DOORS = {
    _S.DRAFT: Door.SUBMIT,
    _S.RETURNED: Door.REVISE,
    _S.SUBMITTED: Door.APPROVE,
    _S.APPROVED: Door.REVIEW,
    _S.UNDER_REVIEW: Door.REVIEW,
}
_RETURNING = tuple(Move(move) for move, way in WAYS.items() if way.names_reasons)
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Why an entry came back: its first reasons with the names of their parts, and how many more.

    `note` is what was said about the whole, `who` the role that returned it, `when` in words,
    `lowered` the claims that stand accepted at a lower level.
    """

    who: str
    when: str
    note: str
    reasons: tuple[tuple[str, str], ...]
    more: int
    lowered: tuple[GrantedLess, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry in a list. `lacks` says in words what is missing, `missing` counts it; `inspected`
    is what is wrong with its files.

    `door` is the one that closes next, with `closes` as its moment in words; `touched_at` is when
    somebody changed or moved the entry last. `verified` are its points as verdicts have it, empty
    while there is none; `official` what the ministry found, empty where that is not known.
    """

    id: int
    unit_id: int
    path: str
    year: str
    title: str
    unit: str
    state: EntryState
    points: str
    verified: str
    official: str
    fingerprint: Fingerprint
    missing: int
    complete: bool
    lacks: tuple[str, ...]
    inspected: Inspected
    door: DoorState | None
    closes: str
    touched: str
    touched_at: datetime
    returned: Returned | None

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(self.state.label)


def entry_lines(
    entries: QuerySet[Entry], assessment: Assessment, *, now: datetime, language: Language
) -> tuple[EntryLine, ...]:
    """Entries as lines, the latest touched first; ten queries.

    Entries come with innovation, unit and assessment; doors are those of `assessment`, entries of
    other years show none.
    """
    found = list(entries.prefetch_related("claims").order_by("-touched_at"))
    missing, inspected = missing_of(found), inspected_of(found)
    doors = doors_of_units(assessment, {each.innovation.unit_id for each in found}, now)
    zone = ZoneInfo(assessment.region.time_zone)
    returned = dict(_returned(found, zone, language))
    lines = []
    for entry in found:
        state = EntryState(entry.state)
        door = _DOORS.get(state) if entry.assessment_id == assessment.pk else None
        lines.append(
            _line(
                entry,
                missing[entry.pk],
                inspected[entry.pk],
                doors[entry.innovation.unit_id][door] if door else None,
                returned.get(entry.pk),
                zone=zone,
                language=language,
            )
        )
    return tuple(lines)


def _line(
    entry: Entry,
    lacking: Missing,
    inspected: Inspected,
    door: DoorState | None,
    returned: Returned | None,
    *,
    zone: ZoneInfo,
    language: Language,
) -> EntryLine:
    unit = entry.innovation.unit
    scored = points_of(load_edition(entry.assessment.edition), entry, entry.claims.all())
    return EntryLine(
        id=entry.pk,
        unit_id=unit.pk,
        path=unit.path,
        year=entry.assessment.edition,
        title=entry.innovation.title,
        unit=unit.name,
        state=EntryState(entry.state),
        points=figure(scored.score, language),
        verified=_verified(entry, language),
        official=official_points(entry, language),
        fingerprint=fingerprint(scored.rows),
        missing=lacking.number,
        complete=not lacking.number and not lacking.unclaimed,
        lacks=tuple(_lacks(lacking)),
        inspected=inspected,
        door=door,
        closes=day_and_clock(door.closes_at, zone, language) if door and door.closes_at else "",
        touched=day_and_clock(entry.touched_at, zone, language),
        touched_at=entry.touched_at,
        returned=returned,
    )


def _verified(entry: Entry, language: Language) -> str:
    rows = entry.claims.all()
    if not any(row.judged in STANDING for row in rows):
        return ""
    edition = load_edition(entry.assessment.edition)
    return figure(verified_points(edition, entry, rows), language)


def _lacks(lacking: Missing) -> Iterator[str]:
    if lacking.fields:
        yield _("%(number)s isian wajib kosong") % {"number": len(lacking.fields)}
    if lacking.mandatory:
        yield _("%(number)s indikator wajib belum diklaim") % {"number": len(lacking.mandatory)}
    if lacking.unproven:
        yield _("%(number)s klaim tanpa bukti") % {"number": len(lacking.unproven)}
    if lacking.renew:
        yield _("%(number)s bagian tahun lalu perlu diperbarui") % {"number": len(lacking.renew)}


def _returned(
    entries: Iterable[Entry], zone: ZoneInfo, language: Language
) -> Iterator[tuple[int, Returned]]:
    """The latest return of each entry that stands returned, later ones last; two queries."""
    back = {entry.pk: entry for entry in entries if entry.state == EntryState.RETURNED}
    moves = (
        MoveMade.objects.filter(entry__in=back, move__in=_RETURNING)
        .order_by("id")
        .prefetch_related("reasons")
    )
    for made in moves:
        names = _names(back[made.entry_id])
        reasons = [(names.get(each.part, each.part), each.text) for each in made.reasons.all()]
        yield (
            made.entry_id,
            Returned(
                who=str(made.get_acting_as_display()),
                when=day_and_clock(made.made_at, zone, language),
                note=made.note,
                reasons=tuple(reasons[:_MOST_REASONS]),
                more=max(len(reasons) - _MOST_REASONS, 0),
                lowered=lowered(back[made.entry_id], back[made.entry_id].claims.all()),
            ),
        )


def _names(entry: Entry) -> Mapping[str, str]:
    edition = load_edition(entry.assessment.edition)
    fields = {field.id: field.label for field in edition.profile}
    return fields | {each.code: each.name for each in edition.sid_indicators}
