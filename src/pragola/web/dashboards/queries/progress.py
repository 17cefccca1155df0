"""Units by how far their entries are."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Q

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import OPEN_TO_OPERATORS, Assessment, Entry, EntryState
from pragola.web.innovations.official_values import official_of
from pragola.web.innovations.queries.scores import points_of, verified_points
from pragola.web.regions.models import Appointment, Role, Unit, UnitKind
from pragola.web.shared.numbers import figure
from pragola.wording import Language
from pragola.wording.dates import show_date

STUCK_AFTER = timedelta(days=7)
"""A unit is stuck when it has open entries and has touched none of its entries for so long."""

_S = EntryState
_ON_THEIR_WAY = {_S.APPROVED, _S.UNDER_REVIEW}
_DONE = {_S.VERIFIED, _S.CLOSED, _S.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitProgress:
    """A unit's entries by how far they are; without `operators` nobody there can begin one.

    `states` are those its entries are in, `score` the sum of their claimed points, shown as
    `points`; `verified_points` those as verdicts have it, empty where these say the same,
    `official_points` those that the ministry found, empty where none is known;
    `touched_at` None and `touched` empty: nobody has begun.
    """

    id: int
    name: str
    kind: UnitKind
    parent: int | None
    begun: int
    open: int
    returned: int
    submitted: int
    approved: int
    verified: int
    states: frozenset[EntryState]
    score: Decimal
    points: str
    verified_points: str
    official_points: str
    operators: int
    touched_at: datetime | None
    touched: str
    stuck: bool

    @property
    def kind_name(self) -> str:
        """The kind in words."""
        return str(self.kind.label)


def progress_of(
    assessment: Assessment, units: Q, *, now: datetime, language: Language
) -> tuple[UnitProgress, ...]:
    """The open units of the assessment's government that meet the condition; four queries.

    The busiest first, and among equals by name.
    """
    found = Unit.objects.filter(units, region=assessment.region_id, closed_on=None)
    entries: dict[int, list[Entry]] = defaultdict(list)
    of_year = Entry.objects.filter(assessment=assessment).select_related("innovation")
    for entry in of_year.prefetch_related("claims"):
        entries[entry.innovation.unit_id].append(entry)
    operators: dict[int | None, int] = defaultdict(int)
    posts = Appointment.objects.filter(
        role=Role.OPERATOR, region=assessment.region_id, ended_at=None
    )
    for unit_id in posts.values_list("unit", flat=True):
        operators[unit_id] += 1
    lines = (
        _progress(unit, entries[unit.pk], operators[unit.pk], assessment, now, language)
        for unit in found
    )
    return tuple(sorted(lines, key=lambda line: (-line.begun, line.name)))


def _progress(
    unit: Unit,
    entries: Collection[Entry],
    operators: int,
    assessment: Assessment,
    now: datetime,
    language: Language,
) -> UnitProgress:
    edition = load_edition(assessment.edition)
    zone = ZoneInfo(assessment.region.time_zone)
    states = [EntryState(entry.state) for entry in entries]
    latest = max((entry.touched_at for entry in entries), default=None)
    open_ones = sum(1 for state in states if state in OPEN_TO_OPERATORS)
    scores = (points_of(edition, each, each.claims.all()).score for each in entries)
    points = sum(scores, Decimal(0))
    verified = sum(
        (verified_points(edition, each, each.claims.all()) for each in entries), Decimal(0)
    )
    known = (official_of(each).points for each in entries)
    official = [each for each in known if each is not None]
    return UnitProgress(
        id=unit.pk,
        name=unit.name,
        kind=UnitKind(unit.kind),
        parent=unit.parent_id,
        begun=len(states),
        open=open_ones,
        returned=states.count(_S.RETURNED),
        submitted=states.count(_S.SUBMITTED),
        approved=sum(1 for state in states if state in _ON_THEIR_WAY),
        verified=sum(1 for state in states if state in _DONE),
        states=frozenset(states),
        score=points,
        points=figure(points, language),
        verified_points=figure(verified, language) if verified != points else "",
        official_points=figure(sum(official, Decimal(0)), language) if official else "",
        operators=operators,
        touched_at=latest,
        touched=show_date(latest.astimezone(zone).date(), language) if latest else "",
        stuck=bool(open_ones and latest and latest < now - STUCK_AFTER),
    )
