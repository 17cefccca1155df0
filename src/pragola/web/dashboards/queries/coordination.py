"""How a government's units are doing in an assessment, as those who oversee it want to see it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.web.dashboards.queries.present import Present, present_of
from pragola.web.dashboards.queries.progress import UnitProgress, progress_of
from pragola.web.innovations.models import Assessment, Door, Entry, EntryState
from pragola.web.innovations.queries.calendar import DoorState, doors_of_units
from pragola.web.regions.models import Unit
from pragola.web.shared.numbers import whole
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language

_NEVER = datetime.min.replace(tzinfo=UTC)
_EVERYBODY = 0
_NUMBERS: Mapping[str, Callable[[UnitProgress], Decimal | int]] = {
    "entri": lambda unit: unit.begun,
    "diajukan": lambda unit: unit.submitted,
    "disetujui": lambda unit: unit.approved,
    "dikembalikan": lambda unit: unit.returned,
    "terverifikasi": lambda unit: unit.verified,
    "poin": lambda unit: unit.score,
}
_LABELS: Mapping[str, str | Promise] = {
    "nama": _("Unit"),
    "entri": _("Entri"),
    "diajukan": _("Diajukan"),
    "disetujui": _("Disetujui"),
    "dikembalikan": _("Dikembalikan"),
    "terverifikasi": _("Terverifikasi"),
    "poin": _("Poin"),
    "terakhir": _("Terakhir"),
}
_ATTENTION: Mapping[str, Callable[[UnitProgress], bool]] = {
    "belum": lambda unit: not unit.begun,
    "macet": lambda unit: unit.stuck,
    "lowong": lambda unit: not unit.operators,
    "kembali": lambda unit: bool(unit.returned),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which units are wanted, in what order; empty texts want all of them.

    `only` is a key of those that need attention, `state` one of their entries' states, `under` the
    id of the unit above them, `order` a column with `-` before it for falling order.
    """

    words: str = ""
    kind: str = ""
    only: str = ""
    state: str = ""
    under: str = ""
    order: str = ""
    chosen: bool = False

    def address(self) -> str:
        """The part of the address that asks for the same again."""
        asked = {
            "cari": self.words,
            "jenis": self.kind,
            "hanya": self.only,
            "keadaan": self.state,
            "induk": self.under,
            "urut": self.order,
            "pilih": "semua" if self.chosen else "",
        }
        return "?" + urlencode({name: value for name, value in asked.items() if value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by which the list can be ordered: where that leads, and how it is ordered `now`."""

    label: str
    address: str
    now: str
    figures: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorLine:
    """A door for those without grace; `closes` is its moment in words, empty: it stays open."""

    name: str
    state: DoorState
    closes: str
    longer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """An assessment as its coordinator sees it; the counts are of all units, not of those shown.

    `choosing` is where all that are shown are marked, or none of them again.
    """

    assessment: Assessment
    present: Present
    states: tuple[tuple[EntryState, int], ...]
    doors: tuple[DoorLine, ...]
    units: tuple[UnitProgress, ...]
    parents: tuple[tuple[int, str], ...]
    number: int
    attention: Mapping[str, int]
    columns: tuple[Column, ...]
    choosing: str
    under: int | None


def coordination_of(
    assessment: Assessment, wanted: Filter, *, now: datetime, language: Language
) -> Coordination:
    """The whole of an assessment; as many queries however many units and entries there are."""
    units = progress_of(assessment, Q(), now=now, language=language)
    entries = Entry.objects.filter(assessment=assessment)
    states = Counter(EntryState(state) for state in entries.values_list("state", flat=True))
    parents = Unit.objects.filter(region=assessment.region_id, children__isnull=False)
    return Coordination(
        assessment=assessment,
        present=present_of(assessment, language),
        states=tuple((state, states[state]) for state in EntryState),
        doors=_doors(assessment, now, language),
        units=_ordered((unit for unit in units if _fits(unit, wanted)), wanted.order),
        parents=tuple(parents.distinct().values_list("pk", "name")),
        number=len(units),
        attention={name: sum(map(fits, units)) for name, fits in _ATTENTION.items()},
        columns=tuple(_column(name, wanted) for name in _LABELS),
        choosing=replace(wanted, chosen=not wanted.chosen).address(),
        under=whole(wanted.under),
    )


def _doors(assessment: Assessment, now: datetime, language: Language) -> tuple[DoorLine, ...]:
    graces = assessment.graces.filter(until__gt=now).values_list("door", "unit").distinct()
    longer = Counter(door for door, _each in graces)
    doors = doors_of_units(assessment, [_EVERYBODY], now)[_EVERYBODY]
    zone = ZoneInfo(assessment.region.time_zone)
    return tuple(
        DoorLine(
            name=str(door.label),
            state=doors[door],
            closes=day_and_clock(closes, zone, language) if closes else "",
            longer=longer[door],
        )
        for door in Door
        for closes in (doors[door].closes_at,)
    )


def _fits(unit: UnitProgress, wanted: Filter) -> bool:
    attention = _ATTENTION.get(wanted.only)
    return (
        all(word in unit.name.casefold() for word in wanted.words.casefold().split())
        and wanted.kind in ("", unit.kind)
        and (not wanted.state or wanted.state in unit.states)
        and (not wanted.under or wanted.under in (str(unit.parent), str(unit.id)))
        and (attention is None or attention(unit))
    )


def _ordered(units: Iterable[UnitProgress], order: str) -> tuple[UnitProgress, ...]:
    name, falling = order.removeprefix("-"), order.startswith("-")
    if name == "nama":
        return tuple(sorted(units, key=lambda unit: unit.name.casefold(), reverse=falling))
    if name == "terakhir":
        return tuple(sorted(units, key=lambda unit: unit.touched_at or _NEVER, reverse=falling))
    if name in _NUMBERS:
        return tuple(sorted(units, key=_NUMBERS[name], reverse=falling))
    return tuple(units)


def _column(name: str, wanted: Filter) -> Column:
    now = {name: "ascending", f"-{name}": "descending"}.get(wanted.order, "none")
    rising_first = name == "nama"
    rising = rising_first if now == "none" else now == "descending"
    following = replace(wanted, order=name if rising else f"-{name}")
    return Column(
        label=str(_LABELS[name]),
        address=following.address(),
        now=now,
        figures=name in _NUMBERS,
    )
