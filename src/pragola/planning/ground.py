"""The situation in whole numbers: every row with the rungs above it, every entry with its choices.

Efforts are whole multiples of `Ground.grain` person-days, so that a bound can be rounded up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pragola.planning.actions import Row


class Choice(StrEnum):
    """What is open about an entry: surely in the sum, surely out of it, or to be decided."""

    IN = "in"
    OUT = "out"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Rung:
    """One level above today's.

    `own` is the effort of the unit itself in grains, None where it cannot. `lifted_by` are
    places of collective actions that cover it. `limits` are places of the limits that its own
    effort counts against. `waits` is the place of another ladder of the same entry and the
    number of its rungs that must be climbed before. `later` are the points it brings by the
    later edition.
    """

    level: int
    own: int | None
    lifted_by: tuple[int, ...] = ()
    limits: tuple[int, ...] = ()
    waits: tuple[tuple[int, int], ...] = ()
    later: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Ladder:
    """A row with what can be climbed. `surely` is the number of rungs that must be."""

    row: Row
    weight: Decimal
    now: int
    rungs: tuple[Rung, ...]
    surely: int = 0

    def rungs_alike(self) -> tuple[object, ...]:
        """What decides about the rungs, whatever their levels are called."""
        return tuple((r.own, r.lifted_by, r.limits, r.waits, r.later) for r in self.rungs)


@dataclass(frozen=True, slots=True)
class Entry:
    """An innovation that is or could be reported, or the region itself with id None.

    `points` is what it scores today if it is reported. `entering` is the effort in grains of
    entering a draft, counted against `limits`; 0 for what is reported already. `gates` are
    places of ladders whose first rung must be climbed before it can be entered. `basic` are
    places of the affairs of basic service that it covers. `later` and `later_basic` are the same
    by the later edition.
    """

    id: str | None
    unit: str | None
    choice: Choice
    draft: bool
    points: Decimal
    ladders: tuple[Ladder, ...]
    entering: int = 0
    limits: tuple[int, ...] = ()
    gates: tuple[int, ...] = ()
    basic: tuple[int, ...] = ()
    later: Fraction = Fraction(0)
    later_basic: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """A collective action in grains; `needs` are places of others, `surely` that it must be done.

    One that cannot be done in time or is not wanted is `barred`.
    """

    id: str
    effort: int
    limits: tuple[int, ...]
    needs: tuple[int, ...]
    surely: bool
    barred: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `grains` of effort by one unit until a day."""

    unit: str | None
    grains: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the index follows from, exact.

    `floor` is the smallest divisor, `besides` the rejected entries in it; `spd` and `most` are
    points; `services` None: no rule of basic services.
    """

    floor: int
    besides: int
    spd: Fraction
    most: Fraction
    count_weight: Fraction
    count_cap: int
    services: int | None
    decimals: int

    def divisor(self, counted: int) -> int:
        """What the innovations' points are divided by, with so many counted."""
        return max(self.floor, counted + self.besides)

    def count_score(self, counted: int, *, enough: bool) -> Fraction:
        """Points for so many counted innovations."""
        return self.count_weight * min(counted, self.count_cap) if enough else Fraction(0)

    def needed(self, counted: int, total: Fraction, *, enough: bool) -> Fraction:
        """What innovations and raised rows of the region, times the divisor, must bring.

        In points, so that with `counted` innovations the total is reached.
        """
        missing = total - self.spd - self.count_score(counted, enough=enough)
        return self.divisor(counted) * missing

    def total_for(self, index: Fraction) -> Fraction:
        """The total in points at which the exact index is `index`."""
        return index * self.most / 100

    def index_of(self, total: Fraction) -> Fraction:
        """The exact index of a total in points."""
        return total / self.most * 100

    def threshold(self, target: Decimal) -> Fraction:
        """The smallest exact index that is rounded, half up, to at least `target`."""
        return threshold_of(target, self.decimals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All that can be decided. `entries` are in the order of the answers.

    `impossible` names fixed choices that cannot be kept. `later` are the rules of another
    edition by which the same answers are to reach an index too.
    """

    rules: Rules
    grain: Fraction
    region: Entry
    entries: tuple[Entry, ...]
    together: tuple[Together, ...]
    limits: tuple[Limit, ...]
    impossible: tuple[str, ...]
    later: Rules | None = None

    def days(self, grains: int) -> Decimal:
        """So many grains in person-days."""
        days = grains * self.grain
        return Decimal(days.numerator) / Decimal(days.denominator)

    def covered_surely(self, *, later: bool = False) -> frozenset[int]:
        """Affairs of basic service that entries cover which are surely in."""
        surely = (e for e in self.entries if e.choice is Choice.IN)
        return frozenset(a for e in surely for a in (e.later_basic if later else e.basic))


def threshold_of(target: Decimal, decimals: int) -> Fraction:
    """The smallest exact index that is rounded, half up, to at least `target`."""
    unit = Fraction(1, 10**decimals)
    whole = -((-Fraction(target)) // unit)
    return (whole - Fraction(1, 2)) * unit


def grain_of(efforts: Iterable[Decimal]) -> Fraction:
    """The largest part of a person-day of which all efforts are whole multiples."""
    return common_part(Fraction(effort) for effort in efforts)


def common_part(values: Iterable[Fraction]) -> Fraction:
    """The largest fraction of which all values are whole multiples; 1 where all are 0."""
    common = Fraction(0)
    for value in values:
        while value:
            common, value = value, common % value
    return abs(common) or Fraction(1)
