"""What somebody's posts call for today, and how the entries they may read are doing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from pragola.rulebooks import load_edition
from pragola.web.innovations.access import entries_readable
from pragola.web.innovations.models import (
    OPEN_TO_OPERATORS,
    Assessment,
    Door,
    Entry,
    EntryState,
    Innovation,
)
from pragola.web.innovations.queries.calendar import DoorState, doors_of_units
from pragola.web.innovations.queries.missing import missing_of
from pragola.web.innovations.queries.scores import points_of
from pragola.web.regions.models import Role, Unit
from pragola.web.regions.standing import Standing
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


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry in a list: how far it is, what it lacks, until when its next step can be made."""

    id: int
    title: str
    unit: str
    state: EntryState
    points: str
    fingerprint: Fingerprint
    missing: int
    complete: bool
    door: DoorState | None
    touched: str

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(self.state.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Somebody's work in one assessment. Lists are empty where their posts do not call for them."""

    assessments: tuple[Assessment, ...]
    assessment: Assessment | None
    zone: ZoneInfo
    to_fill: tuple[EntryLine, ...]
    to_approve: tuple[EntryLine, ...]
    to_review: tuple[EntryLine, ...]
    others: tuple[EntryLine, ...]
    to_carry: tuple[Innovation, ...]
    own_units: tuple[Unit, ...]
    coordinates: bool
    reads_region: bool
    has_posts: bool


def workspace_of(
    standing: Standing, *, chosen: str, now: datetime, language: Language
) -> Workspace:
    """The workspace in the chosen assessment, else in the newest; a fixed number of queries."""
    every = Role.__members__.values()
    assessments = tuple(
        Assessment.objects.filter(region__in=standing.regions(*every)).select_related("region")
    )
    assessment = next(
        (each for each in assessments if str(each.pk) == chosen), next(iter(assessments), None)
    )
    lines = _lines(standing, assessment, now=now, language=language)
    own = standing.units(Role.OPERATOR)
    fill = _where(lines, OPEN_TO_OPERATORS, units=own)
    approve = _where(lines, {_S.SUBMITTED}, units=standing.units(Role.HEAD))
    reviews = standing.holds(Role.VERIFIER)
    review = _where(lines, {_S.APPROVED, _S.UNDER_REVIEW}) if reviews else ()
    shown = {line.id for line in (*fill, *approve, *review)}
    return Workspace(
        assessments=assessments,
        assessment=assessment,
        zone=ZoneInfo(assessment.region.time_zone if assessment else "Asia/Jakarta"),
        to_fill=tuple(sorted(fill, key=lambda line: line.state is not _S.RETURNED)),
        to_approve=approve,
        to_review=review,
        others=tuple(line for line, _unit in lines if line.id not in shown),
        to_carry=tuple(_to_carry(own, assessment)),
        own_units=tuple(Unit.objects.filter(pk__in=own, closed_on=None)),
        coordinates=standing.holds(Role.COORDINATOR),
        reads_region=standing.holds(Role.COORDINATOR, Role.LEADER, Role.VERIFIER),
        has_posts=bool(standing.posts),
    )


def _lines(
    standing: Standing, assessment: Assessment | None, *, now: datetime, language: Language
) -> list[tuple[EntryLine, int]]:
    if assessment is None:
        return []
    entries = entries_readable(standing).filter(assessment=assessment)
    return entry_lines(entries, assessment, now=now, language=language)


def entry_lines(
    entries: QuerySet[Entry], assessment: Assessment, *, now: datetime, language: Language
) -> list[tuple[EntryLine, int]]:
    """Entries of one assessment as lines, each with its unit's id; seven queries."""
    found = list(entries.prefetch_related("claims").order_by("-touched_at"))
    missing = missing_of(found)
    doors = doors_of_units(assessment, {each.innovation.unit_id for each in found}, now)
    edition = load_edition(assessment.edition)
    zone = ZoneInfo(assessment.region.time_zone)
    lines = []
    for entry in found:
        scored = points_of(edition, entry, entry.claims.all())
        state = EntryState(entry.state)
        door = _DOORS.get(state)
        lacks = missing[entry.pk]
        line = EntryLine(
            id=entry.pk,
            title=entry.innovation.title,
            unit=entry.innovation.unit.name,
            state=state,
            points=figure(scored.score, language),
            fingerprint=fingerprint(scored.rows),
            missing=lacks.number,
            complete=not lacks.number and not lacks.unclaimed,
            door=doors[entry.innovation.unit_id][door] if door else None,
            touched=day_and_clock(entry.touched_at, zone, language),
        )
        lines.append((line, entry.innovation.unit_id))
    return lines


def _where(
    lines: Iterable[tuple[EntryLine, int]],
    states: Iterable[EntryState],
    *,
    units: Iterable[int] | None = None,
) -> tuple[EntryLine, ...]:
    wanted = set(states)
    return tuple(
        line for line, unit in lines if line.state in wanted and (units is None or unit in units)
    )


def _to_carry(units: Iterable[int], assessment: Assessment | None) -> QuerySet[Innovation]:
    if assessment is None:
        return Innovation.objects.none()
    return (
        Innovation.objects.filter(
            unit__in=units, entries__assessment__edition__lt=assessment.edition
        )
        .exclude(entries__assessment=assessment)
        .select_related("unit")
        .distinct()
    )
