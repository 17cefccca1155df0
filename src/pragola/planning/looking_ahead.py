"""Two goals at once: of the cheapest plans of this year the one that brings most next year.

The effort is held at this year's least; within it, and with this year's target reached, the highest
index by the other edition is looked for, to the proof.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.bounds import IndexBounds, room
from pragola.planning.cases import Case, Want, sheet_for, total_in
from pragola.planning.chosen import Chosen, effort_of
from pragola.planning.ground import Ground
from pragola.planning.plan import Plan, Progress, Watch, answers_after, plan_of
from pragola.planning.programme import Demand, Programme, Sheet
from pragola.planning.scores import score_later, score_of
from pragola.planning.searches import LeastEffort, whole_points
from pragola.planning.searching import Open, Search
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from pragola.scoring.edition import Edition
from pragola.scoring.results import Score

_POINTS, _SHARE_OF_POINTS = 20.0, 0.05
"""How far from the relaxation a first plan is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A plan of this year's least effort, its score by the other edition, and the bound of that.

    `highest` is the exact index by that edition that no plan of the same effort goes above.
    """

    plan: Plan
    later: Score
    highest: Fraction

    @property
    def proven(self) -> bool:
        """Whether the effort is the least, and of plans of that effort none brings more then."""
        return self.plan.proven and self.highest == self.later.index_exact


def furthest_ahead(
    situation: Situation, target: Decimal, edition: Edition, *, watch: Watch | None = None
) -> Ahead | None:
    """Of the plans of least effort for the target the one with the highest index by that edition.

    None where no plan was found at all.
    """
    ground = survey(situation, later=edition)
    index = ground.rules.threshold(target)
    least = LeastEffort(situation, ground, index, watch=watch)
    found = least.run()
    if found.chosen is None or found.bound is None or ground.later is None:
        return None
    effort = effort_of(ground, found.chosen)
    search = HighestLater(situation, ground, index, edition, effort, watch=watch)
    best = search.run(found.chosen)
    plan = plan_of(situation, ground, best.chosen or found.chosen)
    later = score_later(plan.answers, edition)
    highest = later.index_exact if best.bound is None else ground.later.index_of(-best.bound)
    return Ahead(
        plan=replace(plan, target=target, bound=ground.days(int(found.bound))),
        later=later,
        highest=highest,
    )


class HighestLater(Search):
    """The highest total by the later edition, turned negative, within `budget` grains."""

    def __init__(
        self,
        situation: Situation,
        ground: Ground,
        index: Fraction,
        later: Edition,
        budget: int,
        *,
        watch: Watch | None = None,
    ) -> None:
        super().__init__(situation, ground, watch)
        self._index = index
        self._total = ground.rules.total_for(index)
        self._later = later
        self._budget = budget

    def bounds_of(self, case: Case) -> IndexBounds:
        """Later totals for this search's budget, with this year's total reached."""
        return IndexBounds(
            case.programme,
            self._budget,
            demand=later_of(case.programme),
            wants=(self._want(case.programme),),
        )

    def sensible(self, case: Case) -> bool:
        """Any case may hold the highest index."""
        return case.fewest <= case.most

    def sheet(self, case: Case) -> Sheet:
        """The programme within the budget and with this year's total reached."""
        return sheet_for(case, wants=(self._want(case.programme),), budget=self._budget)

    def objective(self, chance: Open) -> Sequence[int]:
        """The later points times the divisor, in the smallest whole numbers, negative."""
        return whole_points(chance.case, later_of(chance.case.programme))

    def reach(self, chance: Open) -> float:
        """A better plan brings more points than the best one's total asks for in this case."""
        assert chance.relaxed is not None
        best = chance.relaxed.best
        if self.value is None:
            return max(_POINTS, -best * _SHARE_OF_POINTS)
        demand = later_of(chance.case.programme)
        without = total_in(chance.case, Fraction(0), demand)
        points = (-self.value - without) * chance.case.divisor_by(demand)
        return -float(points) - best + room(best, float(points))

    def worth(self, chosen: Chosen) -> Fraction | None:
        """The later total, turned negative, where the effort and this year's index are kept."""
        if effort_of(self.ground, chosen) > self._budget:
            return None
        answers = answers_after(self.situation, self.ground, chosen)
        if score_of(self.situation, answers).index_exact < self._index:
            return None
        return -score_later(answers, self._later).total

    def told(self, value: Fraction | None, bound: Fraction, solved: int) -> Progress:
        """Indices by the later edition, exact."""
        assert self.ground.later is not None
        index = None if value is None else self.ground.later.index_of(-value)
        return Progress(index=index, highest=self.ground.later.index_of(-bound), solved=solved)

    def _want(self, programme: Programme) -> Want:
        return Want(programme.now, self._total)


def later_of(programme: Programme) -> Demand:
    """What the programme brings by the later edition."""
    assert programme.later is not None
    return programme.later
