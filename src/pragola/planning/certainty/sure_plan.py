"""A plan that reaches its target with a chance: planned beyond it by as much as it takes."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.distribution import Distribution, distribution
from pragola.planning.certainty.stakes import stakes_of
from pragola.planning.certainty.sure_bound import SureBound, sure_bound
from pragola.planning.certainty.sureness import Sureness, likely_index, sureness
from pragola.planning.goals import Unreachable, best_plan, lightest_plan, why_unreachable
from pragola.planning.ground import threshold_of
from pragola.planning.plan import Plan, Watch
from pragola.planning.work import Fix, Lift, Situation, Wish

_NARROWED = 5
"""How often the span between a plan that is not sure enough and one that is gets halved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurePlan:
    """A plan whose chance to reach the target is at least the confidence asked for.

    The chance is computed, not estimated from the margin. `least` is the effort that no such
    plan goes below, proven by `sure_bound`. None where an entry turned down may raise the average,
    so that no bound is known. `planned_for` is the index that was planned for to get there.
    """

    plan: Plan
    sureness: Sureness
    least: Decimal | None
    planned_for: Decimal

    @property
    def proven(self) -> bool:
        """Whether no sure plan takes less, by proof."""
        return self.least == self.plan.effort

    def as_planned(self) -> Plan:
        """The plan as the cheapest one for the index that was planned for."""
        return replace(self.plan, target=self.planned_for)


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

    Plans for higher and higher indices are each of least effort for theirs; the first that is
    sure enough is brought down again as far as it stays so. That is done once more without
    collective actions whose one proof falls too easily to be built upon.
    """
    first = lightest_plan(situation, target, watch=watch)
    if first is None:
        return why_unreachable(situation, target, watch=watch)
    bound = sure_bound(situation, target, confidence, beliefs, watch=watch)
    plain = _Search(situation, target, confidence, beliefs, first, bound, watch).run()
    cautious = _without_doubtful(situation, beliefs, confidence)
    if cautious is None:
        return plain
    other = lightest_plan(cautious, target, watch=watch)
    if other is None or (isinstance(plain, SurePlan) and plain.proven):
        return plain
    second = _Search(cautious, target, confidence, beliefs, other, bound, watch).run()
    least = plain.least if isinstance(plain, SurePlan) else plain.best.least
    if isinstance(second, SurePlan) and (
        isinstance(plain, NotSureEnough) or second.plan.effort < plain.plan.effort
    ):
        return replace(second, least=least)
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


class _Search:
    def __init__(
        self,
        situation: Situation,
        target: Decimal,
        confidence: Fraction,
        beliefs: Beliefs,
        first: Plan,
        bound: SureBound | None,
        watch: Watch | None,
    ) -> None:
        self._situation = situation
        self._target = target
        self._confidence = confidence
        self._beliefs = beliefs
        self._first = first
        self._bound = bound
        self._watch = watch
        self._unit = Decimal(1).scaleb(-situation.edition.index_decimals.value)

    def run(self) -> SurePlan | NotSureEnough:
        """From the plan for the target itself upwards, then down again."""
        start = None if self._bound is None else self._bound.plan
        plan = self._first if start is None else start
        unsure, aim, step = self._target, max(self._target, plan.index), self._unit
        while True:
            spread = self._spread(plan)
            if self._is_sure(spread):
                return self._brought_down(plan, unsure, aim)
            unsure, step = aim, 2 * step
            aim = max(aim, plan.index) + max(step, self._short_of(spread, plan))
            higher = lightest_plan(self._situation, aim, watch=self._watch)
            if higher is None:
                return self._last_try(plan, unsure)
            plan = higher

    def _last_try(self, seen: Plan, unsure: Decimal) -> SurePlan | NotSureEnough:
        """With the highest index that there is; with what was seen where the search has ended."""
        plan = best_plan(self._situation, None, watch=self._watch) or seen
        if not self._is_sure(self._spread(plan)):
            return NotSureEnough(best=self._told(plan, plan.index))
        return self._brought_down(plan, unsure, plan.index)

    def _brought_down(self, plan: Plan, unsure: Decimal, aim: Decimal) -> SurePlan:
        for _ in range(_NARROWED):
            middle = ((unsure + aim) / 2).quantize(self._unit)
            if not unsure < middle < aim:
                break
            lower = lightest_plan(self._situation, middle, watch=self._watch)
            if lower is not None and self._is_sure(self._spread(lower)):
                plan, aim = lower, middle
            else:
                unsure = middle
        return self._told(plan, aim)

    def _is_sure(self, spread: Distribution) -> bool:
        """By the chance less what it may be off by: what is promised holds."""
        decimals = self._situation.edition.index_decimals.value
        chance = spread.reach(threshold_of(self._target, decimals))
        return chance - spread.error >= float(self._confidence)

    def _short_of(self, spread: Distribution, plan: Plan) -> Decimal:
        decimals = self._situation.edition.index_decimals.value
        likely = likely_index(spread, self._confidence, plan.index, decimals=decimals)
        return self._target - likely

    def _spread(self, plan: Plan) -> Distribution:
        return distribution(
            stakes_of(self._situation, plan.answers, self._beliefs, actions=plan.actions)
        )

    def _sureness(self, plan: Plan) -> Sureness:
        return sureness(
            self._situation,
            plan.answers,
            self._beliefs,
            target=self._target,
            confidence=self._confidence,
            actions=plan.actions,
        )

    def _told(self, plan: Plan, aim: Decimal) -> SurePlan:
        rises = not self._situation.rejected_counts and self._may_be_turned_down(plan)
        shown = replace(plan, target=self._target, bound=None, index_bound=None)
        return SurePlan(
            plan=shown,
            sureness=self._sureness(plan),
            least=None if rises else self._least(),
            planned_for=aim,
        )

    def _least(self) -> Decimal | None:
        """The larger of both bounds: that of the target as claimed, and that of the chance."""
        claimed, sure = self._first.bound, None if self._bound is None else self._bound.least
        return claimed if sure is None or claimed is None else max(claimed, sure)

    def _may_be_turned_down(self, plan: Plan) -> bool:
        return any(self._beliefs.rejection(i.id) > 0 for i in plan.answers.innovations)
