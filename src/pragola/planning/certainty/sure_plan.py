"""A plan that reaches its target with a chance: more on average than it takes, by enough.

Plans are of least effort for their mean (`yardstick`); the margin is the smallest found by which
the computed chance is enough. What the plan does not need after all is dropped again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.gains import Outcomes
from pragola.planning.certainty.judging import Judge, Judged
from pragola.planning.certainty.sure_bound import SureBound, sure_bound
from pragola.planning.certainty.sureness import Sureness
from pragola.planning.certainty.thinning import thinned
from pragola.planning.certainty.yardstick import Measured, Yardstick
from pragola.planning.goals import Unreachable, best_plan, lightest_plan, why_unreachable
from pragola.planning.plan import Plan, Watch
from pragola.planning.work import Fix, Lift, Situation, Wish

_AIMED = 8
"""So often the margin is raised by what the last plan was short of."""
_NARROWED = 6
"""How often the span between a margin that is too small and one that is enough gets halved."""
_WEIGHED = 1
"""So often outcomes are weighed anew before that."""
_BEYOND = 1.2
"""By how much further it aims than what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurePlan:
    """A plan whose chance to reach the target is at least the confidence asked for.

    The chance is computed, not estimated from the margin. `least` is the effort that no such
    plan goes below, proven by `sure_bound`. None where an entry turned down may raise the average,
    so that no bound is known. `alike` finds the cheapest plan of another situation that is ahead of
    the target by the same margin: what a plan that is as sure would be, without its proof.
    """

    plan: Plan
    sureness: Sureness
    least: Decimal | None
    alike: Callable[[Situation], Plan | None]

    @property
    def proven(self) -> bool:
        """Whether no sure plan takes less, by proof."""
        return self.least == self.plan.effort


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSureEnough:
    """No plan was sure enough that was seen, for a higher index or before the watch ended the
    search; `best` is the last of them.
    """

    best: SurePlan


def sure_plan(
    situation: Situation,
    target: Decimal,
    confidence: Fraction,
    beliefs: Beliefs,
    *,
    watch: Watch | None = None,
) -> SurePlan | NotSureEnough | Unreachable:
    """The cheapest plan found that reaches the target with that chance, and what none goes below.

    That is looked for once more without collective actions whose one proof falls too easily to be
    built upon.
    """
    first = lightest_plan(situation, target, watch=watch)
    if first is None:
        return why_unreachable(situation, target, watch=watch)
    bound = sure_bound(situation, target, confidence, beliefs, watch=watch)
    judge = Judge(situation, target, confidence, beliefs)
    plain = _Search(judge, first, bound, watch).run()
    cautious = _without_doubtful(situation, beliefs, confidence)
    if cautious is None or (isinstance(plain, SurePlan) and plain.proven):
        return plain
    other = lightest_plan(cautious, target, watch=watch)
    if other is None:
        return plain
    second = _Search(replace(judge, situation=cautious), other, bound, watch).run()
    return _lighter(plain, second)


def _lighter(
    plain: SurePlan | NotSureEnough, cautious: SurePlan | NotSureEnough
) -> SurePlan | NotSureEnough:
    """The sure one of less effort; the bound is that of the first, which nothing held back."""
    if isinstance(cautious, NotSureEnough):
        return plain
    if isinstance(plain, NotSureEnough):
        return replace(cautious, least=plain.best.least)
    if cautious.plan.effort < plain.plan.effort:
        return replace(cautious, least=plain.least)
    return plain


def _without_doubtful(
    situation: Situation, beliefs: Beliefs, confidence: Fraction
) -> Situation | None:
    """The situation without collective actions that stand less surely than is asked for."""
    work = situation.work
    doubtful = {
        each.id
        for each in work.collectives
        if (each.id in beliefs.proofs and beliefs.proofs[each.id] < confidence)
        or (
            each.id not in beliefs.proofs
            and any(_chance(beliefs, lift) < confidence for lift in each.lifts)
        )
    }
    fixed = {fix.collective for fix in work.fixes}
    if not doubtful - fixed:
        return None
    fixes = (Fix(wish=Wish.NOT, collective=name) for name in sorted(doubtful - fixed))
    return replace(situation, work=replace(work, fixes=(*work.fixes, *fixes)))


def _chance(beliefs: Beliefs, lift: Lift) -> Fraction:
    if lift.innovation is None:
        return Fraction(1)
    return beliefs.of((lift.innovation, lift.indicator)).accepted


type _Alike = Callable[[Situation], Plan | None]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A plan that was judged, with how it was measured."""

    measured: Measured
    judged: Judged
    margin: float
    weights: Outcomes


class _Search:
    def __init__(
        self, judge: Judge, first: Plan, bound: SureBound | None, watch: Watch | None
    ) -> None:
        self._judge = judge
        self._first = first
        self._bound = bound
        self._watch = watch
        self._yardstick = Yardstick(judge.situation, judge.target, judge.beliefs, watch)
        self._weights = self._yardstick.standing()
        self._best: _Seen | None = None

    def run(self) -> SurePlan | NotSureEnough:
        """What the bound itself proves if that is sure, else the smallest margin that is enough."""
        least = self._first if self._bound is None else self._bound.plan
        if least is not None and self._judge.judged(least).sure:
            return self._told(least, self._as_claimed(least))
        self._narrow(*self._bracket())
        if self._best is None:
            return self._last_try()
        best = self._best
        thin = thinned(self._judge, self._yardstick, best.measured.chosen, best.judged)
        return self._told(thin.plan, self._as_measured(best))

    def _bracket(self) -> tuple[float | None, float | None]:
        """A margin that is too small and one that is enough, or too much for any plan."""
        low, high, margin = None, None, 0.0
        for turn in range(_AIMED):
            seen = self._seen(margin)
            if seen is None:
                return low, margin
            short = self._points(seen)
            if turn < _WEIGHED:
                self._weights = self._yardstick.weights(seen.measured.chosen)
                margin += short
                continue
            low, high = (low, margin) if seen.judged.sure else (margin, high)
            if low is not None and high is not None:
                break
            margin += short * _BEYOND
        return low, high

    def _narrow(self, low: float | None, high: float | None) -> None:
        if low is None or high is None:
            return
        for _ in range(_NARROWED):
            middle = (low + high) / 2
            seen = self._seen(middle)
            enough = seen is None or seen.judged.sure
            low, high = (low, middle) if enough else (middle, high)

    def _seen(self, margin: float) -> _Seen | None:
        """The cheapest plan with that margin, judged; the lightest that is sure is kept."""
        measured = self._yardstick.cheapest(margin, self._weights)
        if measured is None:
            return None
        seen = _Seen(measured, self._judge.judged(measured.plan), margin, self._weights)
        better = self._best is None or measured.plan.effort < self._best.judged.plan.effort
        if seen.judged.sure and better:
            self._best = seen
        return seen

    def _points(self, seen: _Seen) -> float:
        """How much more is needed, or less: always upwards for a plan that is not sure yet."""
        number = len(seen.measured.chosen.reported)
        unit = 10.0**-self._judge.situation.edition.index_decimals.value
        short = float(seen.judged.short)
        step = min(short, -unit) if seen.judged.sure else max(short, unit)
        return self._yardstick.points(step, number)

    def _last_try(self) -> SurePlan | NotSureEnough:
        """The highest index that there is; what was seen first where the search has ended."""
        plan = best_plan(self._judge.situation, None, watch=self._watch) or self._first
        told = self._told(plan, self._as_claimed(plan))
        return told if self._judge.judged(plan).sure else NotSureEnough(best=told)

    def _as_claimed(self, plan: Plan) -> _Alike:
        return partial(lightest_plan, target=plan.index, watch=self._watch)

    def _as_measured(self, seen: _Seen) -> _Alike:
        judge, watch = self._judge, self._watch

        def alike(situation: Situation) -> Plan | None:
            yardstick = Yardstick(situation, judge.target, judge.beliefs, watch)
            measured = yardstick.cheapest(seen.margin, seen.weights)
            return None if measured is None else measured.plan

        return alike

    def _told(self, plan: Plan, alike: _Alike) -> SurePlan:
        rises = not self._judge.situation.rejected_counts and self._judge.may_be_turned_down(plan)
        return SurePlan(
            plan=replace(plan, target=self._judge.target, bound=None, index_bound=None),
            sureness=self._judge.sureness(plan),
            least=None if rises else self._least(),
            alike=alike,
        )

    def _least(self) -> Decimal | None:
        """The larger of both bounds: that of the target as claimed, and that of the chance."""
        claimed, sure = self._first.bound, None if self._bound is None else self._bound.least
        return claimed if sure is None or claimed is None else max(claimed, sure)
