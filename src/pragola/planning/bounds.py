"""What no plan in a case goes below, from the relaxations solved so far.

The best of a linear programme is convex in its right-hand sides. The duals of one case's
relaxation therefore give a line that no other case goes below: a `Cut`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, inf

from pragola.planning.cases import Case, Want, needed_in, points_in, total_in
from pragola.planning.ground import common_part
from pragola.planning.programme import Demand, Programme
from pragola.planning.solver import Relaxation, Relaxed

_ROOM = 1e-6
_STEPS = 30
"""So many of Newton's steps at most."""

type Settled = Mapping[int, int]
"""Columns of collective actions that were settled: 1 is done, 0 is not."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many points the region's rows can add by a demand, and take away."""

    demand: Demand
    most: float
    lost: float

    def more(self, case: Case, other: Case) -> float:
        """By how much those points times the divisor are at most more in the one case."""
        wider = case.divisor_by(self.demand) - other.divisor_by(self.demand)
        return max(wider * self.most, wider * self.lost)


def extent_of(programme: Programme, demand: Demand) -> Extent:
    """The extent of the region's rows."""
    points = [float(w * programme.sheet.upper[c]) for c, w in demand.region.items()]
    return Extent(demand, sum(p for p in points if p > 0), sum(p for p in points if p < 0))


@dataclass(frozen=True, slots=True)
class Cut:
    """A line below all cases of its programme, laid by the relaxation of one of them.

    It holds where at least what was `settled` for it is settled. `needed` are the ends of the
    changing rows, and `prices` what a point in each is worth in the objective.
    """

    case: Case
    relaxed: Relaxed
    settled: Settled
    needed: tuple[float, ...] = ()
    prices: tuple[float, ...] = ()

    def below(self, case: Case, extents: Sequence[Extent], needed: Sequence[float] = ()) -> float:
        """What the objective is at least in the case; `extents` go with the prices."""
        terms = [
            self.relaxed.best,
            self.relaxed.by_column * (case.fewest - self.case.fewest),
            *(p * (n - m) for p, n, m in zip(self.prices, needed, self.needed, strict=False)),
            *(
                -price * extent.more(case, self.case)
                for price, extent in zip(self.prices, extents, strict=True)
            ),
        ]
        return sum(terms) - room(*terms)


def room(*terms: float) -> float:
    """What floating arithmetic may slip by."""
    return _ROOM * max(1.0, *(abs(term) for term in terms))


class EffortBounds:
    """Least efforts of cases, in grains, for totals in points."""

    def __init__(self, programme: Programme, wants: Sequence[Want]) -> None:
        sheet = programme.sheet
        self._programme = programme
        self._wants = wants
        self._extents = [extent_of(programme, want.demand) for want in wants]
        self._everything = sum(c * u for c, u in zip(sheet.cost, sheet.upper, strict=True))
        penalty = self._everything + 1
        self._relaxation = Relaxation(sheet, sheet.cost, penalty=penalty, rows=len(wants))
        for place, want in enumerate(wants):
            self._relaxation.row(want.demand.innovations, Fraction(0), place=place)
        self._cuts: list[Cut] = []
        self._needed: dict[int, tuple[float, ...]] = {}

    def known(self, case: Case, settled: Settled) -> Fraction | None:
        """What is known without solving anything; None where the total is out of reach."""
        if not case.single:
            return Fraction(0)
        needed = self._needed.get(case.fewest)
        if needed is None:
            needed = tuple(float(needed_in(case, want)) for want in self._wants)
            self._needed[case.fewest] = needed
        below = [
            cut.below(case, self._extents, needed)
            for cut in self._cuts
            if cut.settled.items() <= settled.items()
        ]
        return self._whole(max(below, default=0.0))

    def solved(self, case: Case, settled: Settled) -> tuple[Fraction, Relaxed] | None:
        """The relaxation's own bound, which also lays a cut; None: out of reach."""
        programme = self._programme
        for place, want in enumerate(self._wants):
            points = points_in(case, want.demand, want.total)
            changing = {c: points[c] for c in want.demand.region}
            changing[programme.counted] = points.get(programme.counted, Fraction(0))
            self._relaxation.row(changing, needed_in(case, want), place=place)
        relaxed = _relaxed(self._relaxation, case, settled)
        if relaxed is None:
            return None
        if case.single and relaxed.best > -inf:
            needed = tuple(float(needed_in(case, want)) for want in self._wants)
            prices = tuple(max(0.0, price) for price in relaxed.by_rows)
            self._cuts.append(Cut(case, relaxed, settled, needed, prices))
        bound = self._whole(relaxed.best - room(relaxed.best))
        return None if bound is None else (bound, relaxed)

    def _whole(self, effort: float) -> Fraction | None:
        """In whole grains; what costs more than everything there is pays a penalty."""
        if effort == -inf:
            return Fraction(0)
        return None if effort > self._everything + _ROOM else Fraction(max(0, ceil(effort)))


@dataclass(frozen=True, slots=True)
class _Points:
    """Of a case: the most points, the step they come in, and the total without any of them."""

    most: Fraction
    step: Fraction
    without: Fraction


class IndexBounds:
    """Highest totals of cases in points, negative so that small is good, for a budget in grains.

    By the rules of this year, or of a `demand`; `wants` have to be reached as well.
    """

    def __init__(
        self,
        programme: Programme,
        budget: int | None,
        *,
        demand: Demand | None = None,
        wants: Sequence[Want] = (),
    ) -> None:
        sheet = programme.sheet
        self._programme = programme
        self._demand = programme.now if demand is None else demand
        self._wants = wants
        nothing = [0] * len(sheet.cost)
        self._relaxation = Relaxation(sheet, nothing, penalty=None, rows=1 + len(wants))
        self._extent_of_region = (extent_of(programme, self._demand),)
        worth = self._demand.innovations
        self._relaxation.objective({c: -points for c, points in worth.items()})
        for place, want in enumerate(wants, start=1):
            self._relaxation.row(want.demand.innovations, Fraction(0), place=place)
        if budget is not None:
            spent = {c: Fraction(-cost) for c, cost in enumerate(sheet.cost) if cost}
            self._relaxation.row(spent, Fraction(-budget))
        self._cuts: list[Cut] = []
        self._of_innovations = self._gathered(self._demand.innovations)
        self._of_region = self._gathered(self._demand.region)
        self._extents: dict[tuple[int, int], _Points] = {}
        self._aimed = Fraction(0)

    def known(self, case: Case, settled: Settled) -> Fraction | None:
        """What is known without solving anything."""
        if case.sloped:
            return self._known_on_slope(case)
        points = [-float(self._extent(case).most)]
        if case.single:
            points += [
                cut.below(case, self._extent_of_region)
                for cut in self._cuts
                if cut.settled.items() <= settled.items()
            ]
        return self._total(case, max(points))

    def _gathered(self, worth: Mapping[int, Fraction]) -> tuple[Fraction, Fraction]:
        """What columns bring at most together, and the part that all of them have in common."""
        most = Counter[Fraction]()
        for column, points in worth.items():
            most[points] += self._programme.sheet.upper[column]
        part = common_part(most) if any(most) else Fraction(0)
        return sum((points * n for points, n in most.items()), Fraction(0)), part

    def _extent(self, case: Case) -> "_Points":
        """Worked out once for each case: everything is asked for again and again."""
        ends = case.fewest, case.most
        if ends not in self._extents:
            divisor, demand = case.divisor_by(self._demand), self._demand
            (own, step), (region, part) = self._of_innovations, self._of_region
            most, steps = own + divisor * region, {step, divisor * part}
            if not case.single and demand.enough:
                count = divisor * demand.rules.count_weight
                most += count * self._programme.sheet.upper[self._programme.counted]
                steps.add(count)
            without = total_in(case, Fraction(0), demand)
            self._extents[ends] = _Points(most, common_part(steps), without)
        return self._extents[ends]

    def _total(self, case: Case, least: float) -> Fraction:
        """The total, turned negative, of so many points at most, which come in steps."""
        extent = self._extent(case)
        steps = ceil(Fraction(least) / extent.step)
        return steps * extent.step / case.divisor_by(self._demand) - extent.without

    def solved(self, case: Case, settled: Settled) -> tuple[Fraction, Relaxed] | None:
        """The relaxation's own bound, which also lays a cut; None: nothing is possible.

        Without a cut where something is wanted besides: its end would have to be told in it, too.
        """
        if case.sloped:
            return self._solved_on_slope(case, settled)
        changing = (*self._demand.region, self._programme.counted)
        points = points_in(case, self._demand)
        self._relaxation.objective({c: -points.get(c, Fraction(0)) for c in changing})
        for place, want in enumerate(self._wants, start=1):
            terms = points_in(case, want.demand)
            others = (*want.demand.region, self._programme.counted)
            row = {c: terms.get(c, Fraction(0)) for c in others}
            self._relaxation.row(row, needed_in(case, want), place=place)
        relaxed = _relaxed(self._relaxation, case, settled)
        if relaxed is None:
            return None
        if relaxed.best == -inf:
            known = self.known(case, settled)
            return None if known is None else (known, relaxed)
        if case.single and not self._wants:
            self._cuts.append(Cut(case, relaxed, settled, prices=(1.0,)))
        return self._total(case, relaxed.best - room(relaxed.best)), relaxed

    def _known_on_slope(self, case: Case) -> Fraction:
        """As if everything were done, divided by the smallest divisor."""
        rules, (own, _) = self._demand.rules, self._of_innovations
        count = rules.count_score(case.fewest, enough=self._demand.enough)
        return -(rules.spd + count + (self._demand.surely + own) / rules.divisor(case.fewest))

    def _solved_on_slope(self, case: Case, settled: Settled) -> tuple[Fraction, Relaxed] | None:
        """The highest total without whole numbers, by Newton's steps on what it lacks.

        The relaxation's best is that total times the largest divisor, so that what a better plan
        brings at most is told as in other cases.
        """
        relaxed, more = self._lacking(case, settled)
        for _ in range(_STEPS):
            if relaxed is None or abs(more) <= room(relaxed.best, more):
                break
            self._aimed += Fraction(more / self._divisor_in(relaxed))
            relaxed, more = self._lacking(case, settled)
        if relaxed is None:
            return None
        if relaxed.best == -inf:
            return self._known_on_slope(case), relaxed
        over = max(0.0, more) + room(relaxed.best, more)
        highest = self._aimed + Fraction(over) / self._demand.rules.divisor(case.fewest)
        return -highest, replace(relaxed, best=-float(highest) * case.divisor)

    def _lacking(self, case: Case, settled: Settled) -> tuple[Relaxed | None, float]:
        """The most points that there are beyond those that the total aimed at asks for."""
        counted, want = self._programme.counted, Want(self._demand, self._aimed)
        terms = points_in(case, want.demand, want.total)
        self._relaxation.objective({counted: -terms[counted]})
        relaxed = _relaxed(self._relaxation, case, settled)
        if relaxed is None or relaxed.best == -inf:
            return relaxed, 0.0
        return relaxed, -relaxed.best - float(needed_in(case, want))

    def _divisor_in(self, relaxed: Relaxed) -> float:
        return float(relaxed.values[self._programme.counted]) + self._demand.rules.besides


def _relaxed(relaxation: Relaxation, case: Case, settled: Settled) -> Relaxed | None:
    programme = case.programme
    relaxation.between(programme.counted, case.fewest, case.most)
    for column in programme.together:
        one = settled.get(column)
        ends = programme.sheet.lower[column], programme.sheet.upper[column]
        relaxation.between(column, *(ends if one is None else (one, one)))
    return relaxation.best(programme.counted)
