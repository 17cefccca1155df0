"""A unit: its entries of all years with those of its branch, who works there, what to remind of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from pragola.web.dashboards.queries.lines import EntryLine, entry_lines
from pragola.web.dashboards.queries.reminding import Reminder, reminders_for
from pragola.web.innovations.access import entries_readable
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Appointment, Role, Unit
from pragola.web.regions.standing import Standing
from pragola.wording import Language


@dataclass(frozen=True, slots=True)
class Year:
    """A unit's entries in one assessment, those of the units under it included."""

    edition: str
    lines: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPage:
    """A unit as its page shows it; `begins` tells whether the reader may begin an innovation.

    `reminder` is for the newest assessment, None for those whose task it is not to remind.
    """

    unit: Unit
    under: tuple[Unit, ...]
    years: tuple[Year, ...]
    people: tuple[Appointment, ...]
    reminder: Reminder | None
    begins: bool
    coordinates: bool


def unit_page(
    unit: Unit, standing: Standing, *, link: str, now: datetime, language: Language
) -> UnitPage:
    """A unit with its branch; as many queries however many entries, people and years there are."""
    newest = Assessment.objects.filter(region=unit.region_id).select_related("region").first()
    entries = entries_readable(standing).filter(innovation__unit__path__startswith=unit.path)
    posts = Appointment.objects.filter(unit=unit, ended_at=None, person__is_active=True)
    return UnitPage(
        unit=unit,
        under=tuple(unit.children.filter(closed_on=None)),
        years=tuple(_years(entry_lines(entries, newest, now=now, language=language)))
        if newest
        else (),
        people=tuple(posts.select_related("person").order_by("role", "person__name")),
        reminder=next(
            iter(reminders_for(newest, [unit.pk], link=link, now=now, language=language)), None
        )
        if newest and _may_remind(unit, standing)
        else None,
        begins=standing.role_at(unit, Role.OPERATOR) is not None and unit.closed_on is None,
        coordinates=unit.region_id in standing.regions(Role.COORDINATOR),
    )


def _years(lines: Iterable[EntryLine]) -> Iterator[Year]:
    newest_first = sorted(lines, key=lambda line: line.year, reverse=True)
    for edition, group in groupby(newest_first, key=lambda line: line.year):
        yield Year(edition, tuple(group))


def _may_remind(unit: Unit, standing: Standing) -> bool:
    if unit.region_id in standing.regions(Role.COORDINATOR, Role.VERIFIER):
        return True
    return unit.path.startswith(standing.paths(Role.COACH, Role.HEAD))
