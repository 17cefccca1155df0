"""The real units of Kabupaten Pati, by name and kind."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain

from pragola.demonstration.own_files import by_name, read_own_file
from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import Fields, choice_of, list_of, text
from pragola.rulebooks.nodes import Node
from pragola.scoring.answers import Region


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


@dataclass(frozen=True, slots=True)
class _File:
    region: Region
    units: tuple[Unit, ...]


def region() -> Region:
    """Kabupaten Pati."""
    return _file().region


def units() -> tuple[Unit, ...]:
    """All units: kecamatan, hospitals, puskesmas, agencies."""
    return _file().units


@cache
def unit_names() -> dict[str, str]:
    """The name of each unit by its code."""
    return {unit.code: unit.name for unit in units()}


@cache
def _file() -> _File:
    return read_own_file("units.yaml", _read)


def _read(node: Node, desk: Desk) -> _File:
    with Fields(node, desk) as fields:
        lists = fields.required("lists", list_of(_units_of_list))
        return _File(fields.required("region", _region), tuple(chain(*lists)))


def _region(node: Node, desk: Desk) -> Region:
    with Fields(node, desk) as fields:
        return Region(fields.required("code", text), fields.required("name", text))


def _units_of_list(node: Node, desk: Desk) -> tuple[Unit, ...]:
    with Fields(node, desk) as fields:
        kind = fields.required("kind", choice_of(UnitKind))
        parent = fields.optional("parent", text, default="")
        source, unsure = fields.required("source", text), fields.required("unsure", text)
        names = fields.required("units", by_name(text))
    return tuple(
        Unit(code=code, name=name, kind=kind, parent=parent or None, source=source, unsure=unsure)
        for code, name in names.items()
    )
