"""The real units of Kabupaten Pati, by name and kind."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pragola.demonstration.own_files import Fields, items_of, read_own_file
from pragola.scoring.answers import Region

_FILE = "units.yaml"


class UnitKind(StrEnum):
    """What kind of unit it is."""

    KECAMATAN = "kecamatan"
    RSUD = "rsud"
    PUSKESMAS = "puskesmas"
    OPD = "opd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of the regional government; `parent` is the code of the unit it belongs to.

    `source` tells where its name comes from, `unsure` what may be wrong about it.
    """

    code: str
    name: str
    kind: UnitKind
    parent: str | None
    source: str
    unsure: str


@cache
def region() -> Region:
    """Kabupaten Pati."""
    with Fields(read_own_file(_FILE), place=_FILE) as top:
        top.node("lists")
        with Fields(top.node("region"), place=f"{_FILE} region") as fields:
            return Region(fields.text("code"), fields.text("name"))


@cache
def units() -> tuple[Unit, ...]:
    """All units: kecamatan, hospitals, puskesmas, agencies."""
    with Fields(read_own_file(_FILE), place=_FILE) as top:
        top.node("region")
        lists = items_of(top.node("lists"), place=_FILE)
    return tuple(unit for node in lists for unit in _units_of_list(node))


@cache
def unit_names() -> dict[str, str]:
    """The name of each unit by its code."""
    return {unit.code: unit.name for unit in units()}


def _units_of_list(node: object) -> tuple[Unit, ...]:
    with Fields(node, place=_FILE) as fields:
        kind = UnitKind(fields.text("kind"))
        parent = fields.optional_text("parent")
        source, unsure = fields.text("source"), fields.text("unsure")
        names = fields.pairs("units")
    return tuple(
        Unit(code=code, name=name, kind=kind, parent=parent, source=source, unsure=unsure)
        for code, name in names.items()
    )
