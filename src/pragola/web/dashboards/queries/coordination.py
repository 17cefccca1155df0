"""How a government's units are doing in an assessment."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pragola.rulebooks import load_edition
from pragola.scoring.score import score
from pragola.web.innovations.access import entries_readable
from pragola.web.innovations.models import OPEN_TO_OPERATORS, Assessment, Deadline, EntryState
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.innovations.queries.scores import points_of
from pragola.web.regions.models import Appointment, Role, Unit
from pragola.web.regions.standing import Standing
from pragola.web.shared.drawings import Ruler, ruler
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language

STUCK_AFTER = timedelta(days=7)
"""An open entry that nobody has touched for so long is taken to be stuck."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitProgress:
    """A unit's entries by how far they are; without `operators` nobody there can begin one."""

    id: int
    name: str
    kind: str
    begun: int
    submitted: int
    approved: int
    verified: int
    returned: int
    points: str
    operators: int
    touched: str
    stuck: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """An assessment as its coordinator sees it."""

    assessment: Assessment
    subject: str
    index: str
    band: str
    ruler: Ruler
    states: tuple[tuple[str, str, int], ...]
    doors: tuple[Deadline, ...]
    zone: ZoneInfo
    units: tuple[UnitProgress, ...]
    all_units: int
    idle: int
    stuck: int
    unmanned: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which units are wanted: words of the name, a kind, and `idle`, `stuck` or `unmanned`."""

    words: str
    kind: str
    only: str


def coordination_of(
    assessment: Assessment,
    standing: Standing,
    wanted: Filter,
    *,
    now: datetime,
    language: Language,
) -> Coordination:
    """The whole of an assessment; ten queries, however many units there are."""
    edition = load_edition(assessment.edition)
    index = score(edition, answers_of(assessment))
    units = _progress(assessment, standing, now=now, language=language)
    states: dict[EntryState, int] = defaultdict(int)
    for state in entries_readable(standing).filter(assessment=assessment).values_list("state"):
        states[EntryState(state[0])] += 1
    return Coordination(
        assessment=assessment,
        subject=f"daerah-{assessment.pk}",
        index=figure(index.index, language),
        band=index.band.name,
        ruler=ruler(edition, index=index.index, target=assessment.target, language=language),
        states=tuple((state, str(state.label), states[state]) for state in EntryState),
        doors=tuple(assessment.deadlines.all()),
        zone=ZoneInfo(assessment.region.time_zone),
        units=tuple(unit for unit in units if _fits(unit, wanted)),
        all_units=len(units),
        idle=sum(1 for unit in units if not unit.begun),
        stuck=sum(1 for unit in units if unit.stuck),
        unmanned=sum(1 for unit in units if not unit.operators),
    )


def _fits(unit: UnitProgress, wanted: Filter) -> bool:
    special: Mapping[str, bool] = {
        "": True,
        "idle": not unit.begun,
        "stuck": unit.stuck,
        "unmanned": not unit.operators,
    }
    named = wanted.words.casefold() in unit.name.casefold()
    return named and wanted.kind in ("", unit.kind) and special.get(wanted.only, True)


def _progress(
    assessment: Assessment, standing: Standing, *, now: datetime, language: Language
) -> list[UnitProgress]:
    edition = load_edition(assessment.edition)
    zone = ZoneInfo(assessment.region.time_zone)
    entries = defaultdict(list)
    found = entries_readable(standing).filter(assessment=assessment).prefetch_related("claims")
    for entry in found:
        entries[entry.innovation.unit_id].append(entry)
    operators: dict[int | None, int] = defaultdict(int)
    posts = Appointment.objects.filter(
        role=Role.OPERATOR, region=assessment.region_id, ended_at=None
    )
    for unit_id in posts.values_list("unit", flat=True):
        operators[unit_id] += 1
    lines = []
    for unit in Unit.objects.filter(region=assessment.region_id, closed_on=None):
        own = entries[unit.pk]
        states = [EntryState(entry.state) for entry in own]
        latest = max((entry.touched_at for entry in own), default=None)
        open_ones = [entry for entry in own if entry.state in OPEN_TO_OPERATORS]
        points = sum(points_of(edition, entry, entry.claims.all()).score for entry in own)
        lines.append(
            UnitProgress(
                id=unit.pk,
                name=unit.name,
                kind=unit.kind,
                begun=len(own),
                submitted=states.count(EntryState.SUBMITTED),
                approved=sum(
                    1 for s in states if s in (EntryState.APPROVED, EntryState.UNDER_REVIEW)
                ),
                verified=sum(1 for s in states if s in (EntryState.VERIFIED, EntryState.CLOSED)),
                returned=states.count(EntryState.RETURNED),
                points=figure(points, language),
                operators=operators[unit.pk],
                touched=day_and_clock(latest, zone, language) if latest else "",
                stuck=any(entry.touched_at < now - STUCK_AFTER for entry in open_ones),
            )
        )
    return sorted(lines, key=lambda line: (-line.begun, line.name))
