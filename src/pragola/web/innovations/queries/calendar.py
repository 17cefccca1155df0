"""The doors of an assessment: until when each is open for a unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Max, QuerySet

from pragola.web.innovations.models import (
    BEING_JUDGED,
    Assessment,
    Deadline,
    Door,
    Entry,
    EntryState,
    Grace,
)
from pragola.web.regions.models import Appointment, Role, Unit
from pragola.web.shared.times import day_and_clock, moment
from pragola.wording import Language

_SECONDS_A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorState:
    """A door for one unit at one moment; `closes_at` None: it never closes.

    `grace` tells that the unit has more time than the others; `days_left` are whole days, None
    where it never closes or is closed already.
    """

    door: Door
    closes_at: datetime | None
    grace: bool
    is_open: bool
    days_left: int | None


def doors_for(assessment: Assessment, unit: Unit, now: datetime) -> Mapping[Door, DoorState]:
    """All doors of an assessment for one unit; two queries."""
    return doors_of_units(assessment, [unit.pk], now)[unit.pk]


def door_of(assessment: Assessment, unit: Unit, door: Door, now: datetime) -> DoorState:
    """One door of an assessment for one unit; two queries."""
    return doors_for(assessment, unit, now)[door]


def doors_of_units(
    assessment: Assessment, units: Iterable[int], now: datetime
) -> Mapping[int, Mapping[Door, DoorState]]:
    """All doors for many units by their ids; two queries."""
    closing = dict(Deadline.objects.filter(assessment=assessment).values_list("door", "closes_at"))
    graces = {(each.unit_id, each.door): each.until for each in _newest_graces(assessment)}
    return {
        unit: {
            door: _state(door, closing.get(door), graces.get((unit, door)), now) for door in Door
        }
        for unit in units
    }


def is_over(assessment: Assessment, now: datetime) -> bool:
    """Whether no unit can hand anything in any more, by the calendar and by grace; three queries.

    What was handed in may still come back and be mended, as long as that door is open.
    """
    coming_back = BEING_JUDGED | {EntryState.RETURNED}
    some = Entry.objects.filter(assessment=assessment, state__in=coming_back).exists()
    doors = [Door.SUBMIT, Door.REVISE] if some else [Door.SUBMIT]
    deadlines = Deadline.objects.filter(assessment=assessment, door__in=doors)
    if deadlines.filter(closes_at__lte=now).count() < len(doors):
        return False
    return not _newest_graces(assessment).filter(door__in=doors, until__gt=now).exists()


def _newest_graces(assessment: Assessment) -> QuerySet[Grace]:
    latest = Grace.objects.filter(assessment=assessment).values("unit", "door")
    return Grace.objects.filter(pk__in=latest.annotate(last=Max("pk")).values("last"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GraceLine:
    """More time that was given, in words; a later one for the same unit and door replaces it."""

    unit: str
    door: str
    until: str
    reason: str
    given: str
    holds: bool


def graces_of(assessment: Assessment, language: Language) -> tuple[GraceLine, ...]:
    """All grace of an assessment, the latest first; one query."""
    zone = ZoneInfo(assessment.region.time_zone)
    seen: set[tuple[int, str]] = set()
    lines = []
    for each in assessment.graces.select_related("unit", "given_by").order_by("-id"):
        key = (each.unit_id, each.door)
        lines.append(
            GraceLine(
                unit=each.unit.name,
                door=each.get_door_display(),
                until=day_and_clock(each.until, zone, language),
                reason=each.reason,
                given=moment(each.given_at, zone, language, who=each.given_by),
                holds=key not in seen,
            )
        )
        seen.add(key)
    return tuple(lines)


def who_gives_grace(assessment: Assessment) -> tuple[str, ...]:
    """The names of those whom a unit asks for more time: the region's coordinators; one query."""
    posts = Appointment.objects.filter(
        role=Role.COORDINATOR, region=assessment.region_id, ended_at=None
    )
    return tuple(posts.order_by("person__name").values_list("person__name", flat=True))


def _state(
    door: Door, closes_at: datetime | None, until: datetime | None, now: datetime
) -> DoorState:
    longer = closes_at is not None and until is not None and until > closes_at
    moment = until if longer else closes_at
    is_open = moment is None or now < moment
    left = (moment - now).total_seconds() if moment and is_open else None
    return DoorState(
        door=door,
        closes_at=moment,
        grace=longer,
        is_open=is_open,
        days_left=None if left is None else int(left // _SECONDS_A_DAY),
    )
