"""Every change of a government's tree of units, by name."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.regions.governments import government
from pragola.web.regions.models import Region, Unit
from pragola.web.regions.queries.units import UnitChange, changes_of_list
from pragola.web.shared.audit import Author, record
from pragola.workbook.unit_list import ListedUnit

_ROOT = "/"


class UnitError(PragolaError):
    """Something that cannot be done with a unit."""


@transaction.atomic
def open_region(code: str, *, by: Author, at: datetime) -> Region:
    """The government of that code, working here from now on; the same one if it already does.

    Raises GovernmentUnknownError.
    """
    told = government(code)
    region, made = Region.objects.get_or_create(
        code=told.code, defaults={"name": told.name, "time_zone": told.time_zone}
    )
    if made:
        record("region_opened", region, by=by, at=at, new=region.name)
    return region


@transaction.atomic
def add_unit(
    region: Region,
    *,
    code: str,
    name: str,
    kind: str,
    parent: Unit | None,
    by: Author,
    at: datetime,
) -> Unit:
    """A new unit of the government. Raises UnitError for a code that is taken."""
    taken = Unit.objects.filter(region=region, code=code).first()
    if taken:
        raise _error("unit_code_taken", found=code, expected=taken.name)
    _must_be_open(parent)
    unit = Unit.objects.create(region=region, code=code, name=name, kind=kind, parent=parent)
    unit.path = f"{parent.path if parent else _ROOT}{unit.pk}/"
    unit.save(update_fields=["path"])
    record("unit_added", unit, by=by, at=at, new=_described(unit))
    return unit


@transaction.atomic
def rename_unit(unit: Unit, *, name: str, kind: str, by: Author, at: datetime) -> Unit:
    """The unit under another name or as another kind; the old one stays in its history."""
    unit = _locked(unit)
    if (unit.name, unit.kind) != (name, kind):
        old = _described(unit)
        unit.name, unit.kind = name, kind
        unit.save(update_fields=["name", "kind"])
        record("unit_renamed", unit, by=by, at=at, old=old, new=_described(unit))
    return unit


@transaction.atomic
def move_unit(unit: Unit, *, parent: Unit | None, by: Author, at: datetime) -> Unit:
    """The unit, with everything under it, under another parent, or under none.

    Raises UnitError where the parent is closed, or stands under the unit itself.
    """
    unit = _locked(unit)
    parent = _locked(parent) if parent else None
    if unit.parent_id == (parent.pk if parent else None):
        return unit
    _must_be_open(parent)
    if parent and parent.path.startswith(unit.path):
        raise _error("unit_under_itself", found=unit.name, expected=parent.name)
    old, former = _described(unit), unit.path
    unit.parent = parent
    unit.save(update_fields=["parent"])
    _move_branch(former, f"{parent.path if parent else _ROOT}{unit.pk}/")
    unit.refresh_from_db()
    record("unit_moved", unit, by=by, at=at, old=old, new=_described(unit))
    return unit


@transaction.atomic
def close_unit(unit: Unit, *, on: date, by: Author, at: datetime) -> Unit:
    """The unit, closed: it keeps what it has and takes nothing new.

    Raises UnitError while open units stand under it.
    """
    unit = _locked(unit)
    children = unit.children.filter(closed_on=None).count()
    if children:
        raise _error("unit_has_open_children", found=unit.name, expected=str(children))
    if unit.closed_on is None:
        unit.closed_on = on
        unit.save(update_fields=["closed_on"])
        record("unit_closed", unit, by=by, at=at, new=on.isoformat())
    return unit


@transaction.atomic
def reopen_unit(unit: Unit, *, by: Author, at: datetime) -> Unit:
    """The unit, open again. Raises UnitError where its parent is closed."""
    unit = _locked(unit)
    _must_be_open(unit.parent)
    if unit.closed_on is not None:
        old = unit.closed_on.isoformat()
        unit.closed_on = None
        unit.save(update_fields=["closed_on"])
        record("unit_reopened", unit, by=by, at=at, old=old)
    return unit


@transaction.atomic
def import_units(
    region: Region,
    listed: Sequence[ListedUnit],
    *,
    expected: Sequence[UnitChange],
    by: Author,
    at: datetime,
) -> None:
    """Do what the list changes, all of it or nothing; what it does not name stays as it is.

    Raises UnitError where that is no longer what was `expected`, or cannot be done.
    """
    Region.objects.select_for_update().get(pk=region.pk)
    if list(changes_of_list(region, listed)) != list(expected):
        raise _error("units_changed_meanwhile")
    units = {unit.code: unit for unit in Unit.objects.filter(region=region)}
    for row in listed:
        if row.code in units:
            rename_unit(units[row.code], name=row.name, kind=row.kind, by=by, at=at)
        else:
            units[row.code] = add_unit(
                region, code=row.code, name=row.name, kind=row.kind, parent=None, by=by, at=at
            )
    for row in listed:
        parent = units[row.parent] if row.parent else None
        move_unit(units[row.code], parent=parent, by=by, at=at)


def _locked(unit: Unit) -> Unit:
    return Unit.objects.select_for_update(of=("self",)).select_related("parent").get(pk=unit.pk)


def _must_be_open(parent: Unit | None) -> None:
    if parent and parent.closed_on:
        raise _error("unit_parent_closed", found=parent.name)


def _move_branch(former: str, path: str) -> None:
    rest = Substr(F("path"), len(former) + 1)
    Unit.objects.filter(path__startswith=former).update(path=Concat(Value(path), rest))


def _described(unit: Unit) -> dict[str, str | None]:
    return {
        "name": unit.name,
        "kind": unit.kind,
        "parent": unit.parent.name if unit.parent else None,
    }


def _error(code: str, *, found: str = "", expected: str = "") -> UnitError:
    return UnitError(Fault(code=code, found=found, expected=expected))
