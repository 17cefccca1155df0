"""Cases of n, the number of counted innovations, in each of which the conditions are linear.

A case is one n, or all n whose divisor is at its floor: there the count alone depends on n, and
linearly. What one case's relaxation tells by its duals bounds all others too (`Cut`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from pragola.planning.programme import Programme, Sheet


@dataclass(frozen=True, slots=True)
class Case:
    """From `fewest` to `most` counted innovations, by one programme; linear throughout."""

    programme: Programme
    fewest: int
    most: int

    @property
    def divisor(self) -> int:
        """What the innovations' points are divided by."""
        return self.programme.ground.rules.divisor(self.most)

    @property
    def single(self) -> bool:
        """Whether it is one n."""
        return self.fewest == self.most


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


def cases(programme: Programme) -> Iterator[Case]:
    """All of n: what lies on the divisor's floor together, every other n by itself."""
    rules = programme.ground.rules
    together = min(rules.floor - rules.besides, rules.count_cap, programme.most)
    first = programme.fewest
    if first <= together:
        yield Case(programme, first, together)
        first = together + 1
    for n in range(first, programme.most + 1):
        yield Case(programme, n, n)


def points_in(case: Case) -> dict[int, Fraction]:
    """What every column brings, in points times the divisor, besides what is there surely."""
    programme = case.programme
    points = dict(programme.innovations)
    points |= {column: case.divisor * worth for column, worth in programme.region.items()}
    if not case.single and programme.enough:
        points[programme.counted] = case.divisor * programme.ground.rules.count_weight
    return points


def needed_in(case: Case, total: Fraction) -> Fraction:
    """What those must bring so that the total in points is reached."""
    programme, rules = case.programme, case.programme.ground.rules
    counted = case.fewest if case.single else 0
    return rules.needed(counted, total, enough=programme.enough) - programme.surely


def condition(case: Case, total: Fraction) -> Condition:
    """That the total in points is reached."""
    return Condition(points_in(case), needed_in(case, total))


def total_in(case: Case, points: Fraction) -> Fraction:
    """The total when the columns bring so many points times the divisor."""
    programme, rules = case.programme, case.programme.ground.rules
    counted = case.fewest if case.single else 0
    count = rules.count_score(counted, enough=programme.enough)
    return rules.spd + count + (programme.surely + points) / case.divisor


def reported_anyway(case: Case, total: Fraction) -> dict[int, int]:
    """Entries that some best plan reports in this case: least values of their columns.

    Reporting again an entry that was withheld costs nothing. Where it scores at least what one
    more innovation asks for, a best plan that reports as many as possible reports it.
    """
    rules, enough = case.programme.ground.rules, case.programme.enough
    asked = max(
        rules.needed(n + 1, total, enough=enough) - rules.needed(n, total, enough=enough)
        for n in (case.fewest, case.most)
    )
    return {
        each.reported: len(each.kind.members)
        for each in case.programme.placed
        if each.reported is not None
        and each.kind.entry is not None
        and not each.kind.entry.draft
        and each.kind.entry.points >= asked
    }


def sensible(case: Case, total: Fraction) -> bool:
    """Whether a best plan may lie in the case: it has room for what is reported anyway."""
    programme = case.programme
    return programme.fewest + sum(reported_anyway(case, total).values()) <= case.most


def sheet_for(
    case: Case,
    *,
    total: Fraction | None = None,
    budget: int | None = None,
    lower: Mapping[int, int] | None = None,
) -> Sheet:
    """The programme in a case: with the total reached, within the budget in grains."""
    programme = case.programme
    base = programme.sheet
    sheet = Sheet(list(base.cost), list(base.lower), list(base.upper), list(base.rows))
    for column, least in (lower or {}).items():
        sheet.lower[column] = max(sheet.lower[column], least)
    sheet.lower[programme.counted] = max(case.fewest, sheet.lower[programme.counted])
    sheet.upper[programme.counted] = min(case.most, sheet.upper[programme.counted])
    if total is not None:
        terms, least = condition(case, total).whole()
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
