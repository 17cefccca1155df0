"""What is sought: the least effort for an index, the highest index for an effort."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from pragola.planning.bounds import EffortBounds, IndexBounds, room
from pragola.planning.cases import (
    Case,
    Want,
    points_in,
    reported_anyway,
    sensible,
    sheet_for,
    total_in,
)
from pragola.planning.chosen import Chosen, effort_of
from pragola.planning.ground import Ground
from pragola.planning.plan import Progress, Watch, answers_after
from pragola.planning.programme import Demand, Programme, Sheet
from pragola.planning.scores import score_later, score_of
from pragola.planning.searching import Open, Search
from pragola.planning.work import Situation
from pragola.scoring.edition import Edition

_GRAINS, _SHARE_OF_EFFORT = 2.0, 0.002
_POINTS, _SHARE_OF_POINTS = 20.0, 0.05
"""How far from the relaxation a first plan is looked for."""
_PARTS = 1000
"""Where there is no plan yet, the total on a slope is told in so many parts of a point."""


@dataclass(frozen=True, slots=True)
class Later:
    """An exact index that is to be reached by another edition."""

    edition: Edition
    index: Fraction


class LeastEffort(Search):
    """The least effort, in grains, whose exact index is at least `index`."""

    def __init__(
        self, situation: Situation, ground: Ground, index: Fraction, *, watch: Watch | None = None
    ) -> None:
        super().__init__(situation, ground, watch)
        self._index = index
        self._total = ground.rules.total_for(index)

    def wants(self, programme: Programme) -> tuple[Want, ...]:
        """What has to be reached."""
        return (Want(programme.now, self._total),)

    def bounds_of(self, case: Case) -> EffortBounds:
        """Efforts for this search's totals."""
        return EffortBounds(case.programme, self.wants(case.programme))

    def sensible(self, case: Case) -> bool:
        """Whether there is room for what is reported anyway."""
        return sensible(case, self.wants(case.programme))

    def sheet(self, case: Case) -> Sheet:
        """The programme with every total reached."""
        wants = self.wants(case.programme)
        return sheet_for(case, wants=wants, lower=reported_anyway(case, wants))

    def objective(self, chance: Open) -> Sequence[int]:
        """The effort."""
        return chance.case.programme.sheet.cost

    def reach(self, chance: Open) -> float:
        """A better plan takes at least one grain less than the best."""
        assert chance.relaxed is not None
        best = chance.relaxed.best
        if self.value is None:
            return max(_GRAINS, best * _SHARE_OF_EFFORT)
        return float(self.value) - 1 - best + room(best)

    def worth(self, chosen: Chosen) -> Fraction | None:
        """The effort, where the engine says that the index is reached."""
        answers = answers_after(self.situation, self.ground, chosen)
        if score_of(self.situation, answers).index_exact < self._index:
            return None
        return Fraction(effort_of(self.ground, chosen))

    def told(self, value: Fraction | None, bound: Fraction, solved: int) -> Progress:
        """Efforts in person-days."""
        effort = None if value is None else self.ground.days(int(value))
        return Progress(effort=effort, bound=self.ground.days(int(bound)), solved=solved)


class LeastForBoth(LeastEffort):
    """The least effort whose exact index is reached, and that of the later edition too."""

    def __init__(
        self,
        situation: Situation,
        ground: Ground,
        index: Fraction,
        later: Later,
        *,
        watch: Watch | None = None,
    ) -> None:
        super().__init__(situation, ground, index, watch=watch)
        assert ground.later is not None
        self._later = later
        self._later_total = ground.later.total_for(later.index)

    def wants(self, programme: Programme) -> tuple[Want, ...]:
        """Both."""
        assert programme.later is not None
        return (*super().wants(programme), Want(programme.later, self._later_total))

    def worth(self, chosen: Chosen) -> Fraction | None:
        """The effort, where the engine says that both are reached."""
        answers = answers_after(self.situation, self.ground, chosen)
        scored = score_later(answers, self._later.edition)
        return super().worth(chosen) if scored.index_exact >= self._later.index else None


class HighestIndex(Search):
    """The highest total in points, turned negative, with an effort of at most `budget` grains."""

    def __init__(
        self,
        situation: Situation,
        ground: Ground,
        budget: int | None,
        *,
        watch: Watch | None = None,
    ) -> None:
        super().__init__(situation, ground, watch)
        self._budget = budget

    def bounds_of(self, case: Case) -> IndexBounds:
        """Totals for this search's budget."""
        return IndexBounds(case.programme, self._budget)

    def sensible(self, case: Case) -> bool:
        """Any case may hold the highest index."""
        return case.fewest <= case.most

    def sheet(self, case: Case) -> Sheet:
        """The programme within the budget."""
        return sheet_for(case, budget=self._budget)

    def objective(self, chance: Open) -> Sequence[int]:
        """The points times the divisor, in the smallest whole numbers, negative.

        On a slope, by how much they are more than the best plan's total asks for.
        """
        best = chance.bound.limit_denominator(_PARTS) if self.value is None else self.value
        return whole_points(chance.case, chance.case.programme.now, total=-best)

    def follows(self, case: Case) -> bool:
        """On a slope: what a better total asks for is more (Dinkelbach, Management Science 13)."""
        return case.sloped

    def reach(self, chance: Open) -> float:
        """A better plan brings more points than the best one's total asks for in this case."""
        assert chance.relaxed is not None
        best = chance.relaxed.best
        if self.value is None:
            return max(_POINTS, -best * _SHARE_OF_POINTS)
        case = chance.case
        without = Fraction(0) if case.sloped else total_in(case, Fraction(0), case.programme.now)
        points = (-self.value - without) * case.divisor
        return -float(points) - best + room(best, float(points))

    def worth(self, chosen: Chosen) -> Fraction | None:
        """The engine's total, turned negative, where the budget is kept."""
        if self._budget is not None and effort_of(self.ground, chosen) > self._budget:
            return None
        answers = answers_after(self.situation, self.ground, chosen)
        return -score_of(self.situation, answers).total

    def told(self, value: Fraction | None, bound: Fraction, solved: int) -> Progress:
        """Indices, exact."""
        index = None if value is None else self.ground.rules.index_of(-value)
        highest = self.ground.rules.index_of(-bound)
        return Progress(index=index, highest=highest, solved=solved)


def whole_points(case: Case, demand: Demand, *, total: Fraction = Fraction(0)) -> list[int]:
    """By column, points times the divisor in the smallest whole numbers, negative.

    On a slope less what a total asks for.
    """
    points = points_in(case, demand, total)
    scale = lcm(*(worth.denominator for worth in points.values()))
    common = gcd(*(int(worth * scale) for worth in points.values())) or 1
    objective = [0] * len(case.programme.sheet.cost)
    for column, worth in points.items():
        objective[column] = -int(worth * scale) // common
    return objective
