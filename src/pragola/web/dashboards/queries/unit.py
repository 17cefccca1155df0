"""A unit: its entries of all years, and who works there."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from pragola.web.dashboards.queries.workspace import EntryLine, entry_lines
from pragola.web.innovations.access import entries_readable
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Appointment, Role, Unit
from pragola.web.regions.standing import Standing
from pragola.wording import Language


@dataclass(frozen=True, slots=True)
class Year:
    """A unit's entries in one assessment, those of the units under it included."""

    assessment: Assessment
    lines: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPage:
    """A unit as its page shows it; `begins` tells whether the reader may begin an innovation."""

    unit: Unit
    zone: ZoneInfo
    years: tuple[Year, ...]
    people: tuple[Appointment, ...]
    begins: bool
    coordinates: bool


def unit_page(unit: Unit, standing: Standing, *, now: datetime, language: Language) -> UnitPage:
    """A unit with its branch; seven queries a year and three more."""
    assessments = Assessment.objects.filter(region=unit.region_id).select_related("region")
    entries = entries_readable(standing).filter(innovation__unit__path__startswith=unit.path)
    years = (
        Year(
            each,
            tuple(
                line
                for line, _unit in entry_lines(
                    entries.filter(assessment=each), each, now=now, language=language
                )
            ),
        )
        for each in assessments
    )
    posts = Appointment.objects.filter(unit=unit, ended_at=None).select_related("person")
    return UnitPage(
        unit=unit,
        zone=ZoneInfo(unit.region.time_zone),
        years=tuple(year for year in years if year.lines),
        people=tuple(posts),
        begins=standing.role_at(unit, Role.OPERATOR) is not None and unit.closed_on is None,
        coordinates=unit.region_id in standing.regions(Role.COORDINATOR),
    )
