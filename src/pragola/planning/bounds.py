"""What no plan in a case goes below (or above), from the relaxations solved so far.

The best of a linear programme is convex in its right-hand sides. The duals of one case's
relaxation therefore give a line that no other case goes below: a `Cut`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor, inf

from pragola.planning.cases import Case, needed_in, points_in
from pragola.planning.programme import Programme
from pragola.planning.solver import Goal, Relaxation, Relaxed

_ROOM = 1e-6


type Settled = Mapping[int, int]
"""Columns of collective actions that were settled: 1 is done, 0 is not."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A line that bounds all cases of its programme, laid by the relaxation of one of them.

    It holds where at least what was `settled` for it is settled.
    """

    case: Case
    relaxed: Relaxed
    needed: float
    settled: Settled = field(default_factory=dict)

    def effort(self, case: Case, needed: float) -> float:
        """The effort that the case takes at least, in grains."""
        relaxed, more = self.relaxed, max(0, case.divisor - self.case.divisor)
        row, column = max(0.0, relaxed.by_row), relaxed.by_column
        terms = (
            relaxed.best,
            row * (needed - self.needed),
            column * (case.fewest - self.case.fewest),
            -row * more * float(case.programme.region_most()),
        )
        return sum(terms) - _ROOM * max(1.0, *(abs(term) for term in terms))

    def points(self, case: Case) -> float:
        """The points times the divisor that the case brings at most."""
        more = max(0, case.divisor - self.case.divisor)
        terms = (
            self.relaxed.best,
            self.relaxed.by_column * (case.fewest - self.case.fewest),
            more * float(case.programme.region_most()),
        )
        return sum(terms) + _ROOM * max(1.0, *(abs(term) for term in terms))


class EffortBounds:
    """Least efforts of cases for one total in points."""

    def __init__(self, programme: Programme, total: Fraction) -> None:
        sheet = programme.sheet
        self._programme = programme
        self._total = total
        self._everything = sum(c * u for c, u in zip(sheet.cost, sheet.upper, strict=True))
        self._relaxation = Relaxation(
            sheet, sheet.cost, goal=Goal.LEAST, penalty=self._everything + 1
        )
        self._relaxation.row(programme.innovations, Fraction(0))
        self._cuts: list[Cut] = []

    def known(self, case: Case, settled: Settled) -> int | None:
        """What is known without solving anything; None where the total is out of reach."""
        if not case.single:
            return 0
        needed = float(needed_in(case, self._total))
        cuts = (cut for cut in self._cuts if cut.settled.items() <= settled.items())
        return self._whole(max((cut.effort(case, needed) for cut in cuts), default=0.0))

    def solved(self, case: Case, settled: Settled) -> tuple[int, Relaxed] | None:
        """The relaxation's own bound, which also lays a cut; None: out of reach."""
        needed = needed_in(case, self._total)
        programme, divisor = self._programme, case.divisor
        changing = {column: divisor * worth for column, worth in programme.region.items()}
        changing[programme.counted] = points_in(case).get(programme.counted, Fraction(0))
        self._relaxation.row(changing, needed)
        self._relaxation.between(programme.counted, case.fewest, case.most)
        for column in programme.together:
            ends = programme.sheet.lower[column], programme.sheet.upper[column]
            one = settled.get(column)
            self._relaxation.between(column, *(ends if one is None else (one, one)))
        relaxed = self._relaxation.best(programme.counted)
        if relaxed is None:
            return None
        if case.single and relaxed.best > -inf:
            self._cuts.append(Cut(case, relaxed, float(needed), settled))
        bound = self._whole(relaxed.best - _ROOM * max(1.0, abs(relaxed.best)))
        return None if bound is None else (bound, relaxed)

    def _whole(self, effort: float) -> int | None:
        """In whole grains; what costs more than everything there is pays a penalty."""
        if effort == -inf:
            return 0
        return None if effort > self._everything + _ROOM else max(0, ceil(effort))


class PointBounds:
    """Most points times the divisor of cases, for a budget in grains; None: no limit."""

    def __init__(self, programme: Programme, budget: int | None) -> None:
        sheet = programme.sheet
        self._programme = programme
        self._relaxation = Relaxation(sheet, [0] * len(sheet.cost), goal=Goal.MOST, penalty=None)
        self._relaxation.objective(programme.innovations)
        if budget is not None:
            spent = {c: Fraction(-cost) for c, cost in enumerate(sheet.cost) if cost}
            self._relaxation.row(spent, Fraction(-budget))
        self._cuts: list[Cut] = []

    def known(self, case: Case) -> Fraction | None:
        """What is known without solving anything; None: no bound yet."""
        if not case.single or not self._cuts:
            return None
        return Fraction(floor(min(cut.points(case) for cut in self._cuts) * _FINE), _FINE)

    def solved(self, case: Case) -> Fraction | None:
        """The relaxation's own bound, which also lays a cut; None: nothing is possible."""
        programme = self._programme
        points = points_in(case)
        changing = {c: points.get(c, Fraction(0)) for c in (*programme.region, programme.counted)}
        self._relaxation.objective(changing)
        self._relaxation.between(programme.counted, case.fewest, case.most)
        relaxed = self._relaxation.best(programme.counted)
        if relaxed is None:
            return None
        if relaxed.best == inf:
            most = sum(points[c] * programme.sheet.upper[c] for c in points)
            return Fraction(most)
        if case.single:
            self._cuts.append(Cut(case, relaxed, 0.0))
        return Fraction(ceil((relaxed.best + _ROOM * max(1.0, abs(relaxed.best))) * _FINE), _FINE)


_FINE = 10**6
