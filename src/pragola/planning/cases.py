"""Cases of n, the number of counted innovations, in each of which the conditions are linear.

A case is one n, or all n whose divisor is at its floor, where the count alone depends on n, or all
n of a slope, where the divisor alone does. What one n's relaxation tells by its duals bounds all
others too (`Cut`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from pragola.planning.programme import Demand, Programme, Sheet
from pragola.planning.slope import below_slope


@dataclass(frozen=True, slots=True)
class Case:
    """From `fewest` to `most` counted innovations, by one programme; linear throughout."""

    programme: Programme
    fewest: int
    most: int

    @property
    def divisor(self) -> int:
        """What the innovations' points are divided by."""
        return self.divisor_by(self.programme.now)

    @property
    def single(self) -> bool:
        """Whether it is one n."""
        return self.fewest == self.most

    @property
    def sloped(self) -> bool:
        """Whether it is all n of a slope."""
        return self.programme.first is not None

    def divisor_by(self, demand: Demand) -> int:
        """The divisor by the rules of that demand."""
        return demand.rules.divisor(self.most)


@dataclass(frozen=True, slots=True)
class Want:
    """That a total in points is reached by the rules of a demand.

    `credit` are points times the divisor that are there with so many innovations, besides what
    the columns bring; None: none.
    """

    demand: Demand
    total: Fraction
    credit: Callable[[int], Fraction] | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Points by column that together must be at least `least`."""

    terms: Mapping[int, Fraction]
    least: Fraction

    def whole(self) -> tuple[dict[int, int], int]:
        """The same in the smallest whole numbers; what must be reached is rounded up."""
        scale = lcm(*(value.denominator for value in self.terms.values()))
        terms = {column: int(value * scale) for column, value in self.terms.items() if value}
        common = gcd(*terms.values()) or 1
        least = -((-self.least * scale) // common)
        return {column: value // common for column, value in terms.items()}, int(least)


def cases(programme: Programme, *, each: bool = False) -> Iterator[Case]:
    """All of n: what lies on every divisor's floor together, so what lies on the slope, every other
    n by itself.

    `each`: every n by itself.
    """
    if programme.first is not None:
        if not each:
            yield Case(programme, programme.first, programme.most)
        return
    last = programme.most if each else below_slope(programme)
    demands = (programme.now, *([] if programme.later is None else [programme.later]))
    floors = (min(d.rules.floor - d.rules.besides, d.rules.count_cap) for d in demands)
    together = programme.fewest - 1 if each else min(*floors, last)
    first = programme.fewest
    if first <= together:
        yield Case(programme, first, together)
        first = together + 1
    for n in range(first, last + 1):
        yield Case(programme, n, n)


def points_in(case: Case, demand: Demand, total: Fraction = Fraction(0)) -> dict[int, Fraction]:
    """What every column brings, in points times the divisor, besides what is there surely.

    On a slope every innovation that is counted takes what it widens the divisor by, for a `total`.
    """
    if case.sloped:
        return {**demand.innovations, case.programme.counted: -_missing(demand, case, total)}
    divisor = case.divisor_by(demand)
    points = dict(demand.innovations)
    points |= {column: divisor * worth for column, worth in demand.region.items()}
    if not case.single and demand.enough:
        points[case.programme.counted] = divisor * demand.rules.count_weight
    return points


def needed_in(case: Case, want: Want) -> Fraction:
    """What those must bring so that the total in points is reached."""
    if case.sloped:
        rules = want.demand.rules
        return rules.besides * _missing(want.demand, case, want.total) - want.demand.surely
    counted = case.fewest if case.single else 0
    return _needed(want, counted)


def _missing(demand: Demand, case: Case, total: Fraction) -> Fraction:
    """What innovations and raised rows of the region must bring on average, on a slope."""
    rules = demand.rules
    return total - rules.spd - rules.count_score(case.fewest, enough=demand.enough)


def _needed(want: Want, counted: int) -> Fraction:
    demand = want.demand
    credit = Fraction(0) if want.credit is None else want.credit(counted)
    needed = demand.rules.needed(counted, want.total, enough=demand.enough)
    return needed - demand.surely - credit


def condition(case: Case, want: Want) -> Condition:
    """That the total in points is reached."""
    return Condition(points_in(case, want.demand, want.total), needed_in(case, want))


def total_in(case: Case, points: Fraction, demand: Demand) -> Fraction:
    """The total by a demand when the columns bring so many points times the divisor."""
    counted = case.fewest if case.single else 0
    count = demand.rules.count_score(counted, enough=demand.enough)
    return demand.rules.spd + count + (demand.surely + points) / case.divisor_by(demand)


def reported_anyway(case: Case, wants: Sequence[Want]) -> dict[int, int]:
    """Entries that some best plan reports in this case: least values of their columns.

    Reporting again an entry that was withheld costs nothing. Where it scores at least what one
    more innovation asks for, a best plan that reports as many as possible reports it.
    """
    asked = [
        (want, max(_needed(want, n + 1) - _needed(want, n) for n in (case.fewest, case.most)))
        for want in wants
    ]
    return {
        each.reported: len(each.kind.members)
        for each in case.programme.placed
        if each.reported is not None
        and each.kind.entry is not None
        and not each.kind.entry.draft
        and all(want.demand.innovations.get(each.reported, 0) >= more for want, more in asked)
    }


def sensible(case: Case, wants: Sequence[Want]) -> bool:
    """Whether a best plan may lie in the case: it has room for what is reported anyway."""
    programme = case.programme
    return programme.fewest + sum(reported_anyway(case, wants).values()) <= case.most


def sheet_for(
    case: Case,
    *,
    wants: Sequence[Want] = (),
    budget: int | None = None,
    lower: Mapping[int, int] | None = None,
) -> Sheet:
    """The programme in a case: with every total reached, within the budget in grains."""
    programme = case.programme
    base = programme.sheet
    sheet = Sheet(list(base.cost), list(base.lower), list(base.upper), list(base.rows))
    for column, least in (lower or {}).items():
        sheet.lower[column] = max(sheet.lower[column], least)
    sheet.lower[programme.counted] = max(case.fewest, sheet.lower[programme.counted])
    sheet.upper[programme.counted] = min(case.most, sheet.upper[programme.counted])
    for want in wants:
        terms, least = condition(case, want).whole()
        sheet.row(terms, least=least)
    if budget is not None:
        sheet.row({c: cost for c, cost in enumerate(base.cost) if cost}, most=budget)
    return sheet


def hold(sheet: Sheet, prices: Iterable[float], *, dearer_than: float) -> int:
    """Hold columns at the end where the relaxation has them, if leaving it costs more than that.

    How many are still free.
    """
    free = 0
    for column, price in enumerate(prices):
        if price > dearer_than:
            sheet.upper[column] = min(sheet.upper[column], sheet.lower[column])
        elif price < -dearer_than:
            sheet.lower[column] = max(sheet.lower[column], sheet.upper[column])
        else:
            free += 1
    return free
