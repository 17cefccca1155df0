"""What no plan in a case goes below, from the relaxations solved so far.

The best of a linear programme is convex in its right-hand sides. The duals of one case's
relaxation therefore give a line that no other case goes below: a `Cut`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, inf

from pragola.planning.cases import Case, needed_in, points_in, total_in
from pragola.planning.ground import common_part
from pragola.planning.programme import Programme
from pragola.planning.solver import Relaxation, Relaxed

_ROOM = 1e-6

type Settled = Mapping[int, int]
"""Columns of collective actions that were settled: 1 is done, 0 is not."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A line below all cases of its programme, laid by the relaxation of one of them.

    It holds where at least what was `settled` for it is settled. `needed` is the end of the
    changing row, 0 without one.
    """

    case: Case
    relaxed: Relaxed
    settled: Settled
    needed: float = 0.0

    def below(self, case: Case, *, needed: float = 0.0, region: float = 1.0) -> float:
        """What the objective is at least in the case.

        A larger divisor makes rows of the region count for more: `region` is what a point of
        them is worth in the objective beyond what the row's end tells.
        """
        relaxed, more = self.relaxed, max(0, case.divisor - self.case.divisor)
        terms = (
            relaxed.best,
            max(0.0, relaxed.by_row) * (needed - self.needed),
            relaxed.by_column * (case.fewest - self.case.fewest),
            -region * more * case.programme.region_most,
        )
        return sum(terms) - room(*terms)


def room(*terms: float) -> float:
    """What floating arithmetic may slip by."""
    return _ROOM * max(1.0, *(abs(term) for term in terms))


class EffortBounds:
    """Least efforts of cases, in grains, for one total in points."""

    def __init__(self, programme: Programme, total: Fraction) -> None:
        sheet = programme.sheet
        self._programme = programme
        self._total = total
        self._everything = sum(c * u for c, u in zip(sheet.cost, sheet.upper, strict=True))
        self._relaxation = Relaxation(sheet, sheet.cost, penalty=self._everything + 1)
        self._relaxation.row(programme.innovations, Fraction(0))
        self._cuts: list[Cut] = []
        self._needed: dict[int, float] = {}

    def known(self, case: Case, settled: Settled) -> Fraction | None:
        """What is known without solving anything; None where the total is out of reach."""
        if not case.single:
            return Fraction(0)
        needed = self._needed.get(case.fewest)
        if needed is None:
            needed = self._needed[case.fewest] = float(needed_in(case, self._total))
        below = [
            cut.below(case, needed=needed, region=max(0.0, cut.relaxed.by_row))
            for cut in self._cuts
            if cut.settled.items() <= settled.items()
        ]
        return self._whole(max(below, default=0.0))

    def solved(self, case: Case, settled: Settled) -> tuple[Fraction, Relaxed] | None:
        """The relaxation's own bound, which also lays a cut; None: out of reach."""
        needed = needed_in(case, self._total)
        programme, divisor = self._programme, case.divisor
        changing = {column: divisor * worth for column, worth in programme.region.items()}
        changing[programme.counted] = points_in(case).get(programme.counted, Fraction(0))
        self._relaxation.row(changing, needed)
        relaxed = _relaxed(self._relaxation, case, settled)
        if relaxed is None:
            return None
        if case.single and relaxed.best > -inf:
            self._cuts.append(Cut(case, relaxed, settled, float(needed)))
        bound = self._whole(relaxed.best - room(relaxed.best))
        return None if bound is None else (bound, relaxed)

    def _whole(self, effort: float) -> Fraction | None:
        """In whole grains; what costs more than everything there is pays a penalty."""
        if effort == -inf:
            return Fraction(0)
        return None if effort > self._everything + _ROOM else Fraction(max(0, ceil(effort)))


@dataclass(frozen=True, slots=True)
class _Extent:
    """Of a case: the most points, the step they come in, and the total without any of them."""

    most: Fraction
    step: Fraction
    without: Fraction


class IndexBounds:
    """Highest totals of cases in points, negative so that small is good, for a budget in grains."""

    def __init__(self, programme: Programme, budget: int | None) -> None:
        sheet = programme.sheet
        self._programme = programme
        self._relaxation = Relaxation(sheet, [0] * len(sheet.cost), penalty=None)
        self._relaxation.objective({c: -worth for c, worth in programme.innovations.items()})
        if budget is not None:
            spent = {c: Fraction(-cost) for c, cost in enumerate(sheet.cost) if cost}
            self._relaxation.row(spent, Fraction(-budget))
        self._cuts: list[Cut] = []
        self._extents: dict[tuple[int, int], _Extent] = {}

    def known(self, case: Case, settled: Settled) -> Fraction | None:
        """What is known without solving anything."""
        points = [-float(self._extent(case).most)]
        if case.single:
            points += [
                cut.below(case) for cut in self._cuts if cut.settled.items() <= settled.items()
            ]
        return self._total(case, max(points))

    def _extent(self, case: Case) -> "_Extent":
        """Worked out once for each case: everything is asked for again and again."""
        ends = case.fewest, case.most
        if ends not in self._extents:
            points, upper = points_in(case), self._programme.sheet.upper
            self._extents[ends] = _Extent(
                sum((worth * upper[c] for c, worth in points.items()), Fraction(0)),
                common_part(set(points.values())),
                total_in(case, Fraction(0)),
            )
        return self._extents[ends]

    def _total(self, case: Case, least: float) -> Fraction:
        """The total, turned negative, of so many points at most, which come in steps."""
        extent = self._extent(case)
        steps = ceil(Fraction(least) / extent.step)
        return steps * extent.step / case.divisor - extent.without

    def solved(self, case: Case, settled: Settled) -> tuple[Fraction, Relaxed] | None:
        """The relaxation's own bound, which also lays a cut; None: nothing is possible."""
        programme = self._programme
        points = points_in(case)
        changing = (*programme.region, programme.counted)
        self._relaxation.objective({c: -points.get(c, Fraction(0)) for c in changing})
        relaxed = _relaxed(self._relaxation, case, settled)
        if relaxed is None:
            return None
        if relaxed.best == -inf:
            known = self.known(case, settled)
            return None if known is None else (known, relaxed)
        if case.single:
            self._cuts.append(Cut(case, relaxed, settled))
        return self._total(case, relaxed.best - room(relaxed.best)), relaxed


def _relaxed(relaxation: Relaxation, case: Case, settled: Settled) -> Relaxed | None:
    programme = case.programme
    relaxation.between(programme.counted, case.fewest, case.most)
    for column in programme.together:
        one = settled.get(column)
        ends = programme.sheet.lower[column], programme.sheet.upper[column]
        relaxation.between(column, *(ends if one is None else (one, one)))
    return relaxation.best(programme.counted)
