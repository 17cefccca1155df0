"""A government's units as pages show them, and what a list of units would change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Q

from pragola.web.regions.models import Region, Unit, UnitKind
from pragola.workbook.unit_list import ListedUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit in the tree; `depth` counts from 0, `people` those who hold a post in it now."""

    id: int
    code: str
    name: str
    kind: str
    depth: int
    closed_on: date | None
    people: int
    innovations: int


class ChangeKind(StrEnum):
    """What a list does to a unit."""

    NEW = "new"
    RENAMED = "renamed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One change by a list, in the names that people read."""

    kind: ChangeKind
    code: str
    old: str
    new: str


def unit_lines(
    region: Region, *, words: str = "", kind: str = "", closed: str = ""
) -> list[UnitLine]:
    """The units in the order of the tree, a branch below its root; three queries or fewer.

    `words` are looked for in name and code; `closed` non-empty shows the closed ones too.
    """
    shown = Unit.objects.filter(region=region).annotate(
        people=Count(
            "appointment__person",
            filter=Q(appointment__ended_at=None, appointment__isnull=False),
            distinct=True,
        ),
        entered=Count("innovations", distinct=True),
    )
    units = {unit.pk: unit for unit in shown}
    lines = (
        _line(unit, people=unit.people, innovations=unit.entered)
        for unit in sorted(units.values(), key=lambda unit: _names_on_path(unit, units))
    )
    return [line for line in lines if _wanted(line, words=words, kind=kind, closed=closed)]


def possible_parents(region: Region, unit: Unit | None = None) -> list[Unit]:
    """Open units under which a unit may stand: not itself, and nothing under it."""
    found = Unit.objects.filter(region=region, closed_on=None)
    return list(found.exclude(path__startswith=unit.path) if unit else found)


def listed_units(region: Region) -> Iterator[ListedUnit]:
    """The open units as rows of a list."""
    units = Unit.objects.filter(region=region, closed_on=None).select_related("parent")
    for unit in units.order_by("kind", "name"):
        yield ListedUnit(
            code=unit.code,
            name=unit.name,
            kind=unit.kind,
            parent=unit.parent.code if unit.parent else None,
        )


def changes_of_list(region: Region, listed: Sequence[ListedUnit]) -> Iterator[UnitChange]:
    """What a list would change, row by row."""
    units = {
        unit.code: unit for unit in Unit.objects.filter(region=region).select_related("parent")
    }
    for row in listed:
        unit = units.get(row.code)
        if unit is None:
            yield UnitChange(ChangeKind.NEW, row.code, "", _shown(row.name, row.kind))
            continue
        old, new = _shown(unit.name, unit.kind), _shown(row.name, row.kind)
        if old != new:
            yield UnitChange(ChangeKind.RENAMED, row.code, old, new)
        under = unit.parent.code if unit.parent else ""
        if under != (row.parent or ""):
            yield UnitChange(ChangeKind.MOVED, row.code, under, row.parent or "")


def _shown(name: str, kind: str) -> str:
    return f"{name} · {UnitKind(kind).label}"


def _names_on_path(unit: Unit, units: Mapping[int, Unit]) -> list[tuple[str, int]]:
    ids = [int(part) for part in unit.path.split("/") if part]
    return [(units[each].name, each) for each in ids if each in units]


def _line(unit: Unit, *, people: int, innovations: int) -> UnitLine:
    return UnitLine(
        id=unit.pk,
        code=unit.code,
        name=unit.name,
        kind=str(UnitKind(unit.kind).label),
        depth=unit.path.count("/") - 2,
        closed_on=unit.closed_on,
        people=people,
        innovations=innovations,
    )


def _wanted(line: UnitLine, *, words: str, kind: str, closed: str) -> bool:
    found = words.casefold() in f"{line.name} {line.code}".casefold()
    of_kind = not kind or line.kind == str(UnitKind(kind).label)
    return found and of_kind and (line.closed_on is None or bool(closed))
