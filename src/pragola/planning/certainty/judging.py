"""Whether a plan is as sure as was asked, by the computed chance."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.distribution import Distribution, distribution
from pragola.planning.certainty.stakes import stakes_of
from pragola.planning.certainty.sureness import Sureness, likely_index, sureness
from pragola.planning.ground import threshold_of
from pragola.planning.plan import Plan
from pragola.planning.work import Situation


@dataclass(frozen=True, slots=True)
class Judged:
    """A plan with whether it is sure, and the index points it is short of that, or ahead."""

    plan: Plan
    sure: bool
    short: Decimal


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows what is asked for."""

    situation: Situation
    target: Decimal
    confidence: Fraction
    beliefs: Beliefs

    def judged(self, plan: Plan) -> Judged:
        """By the chance less what it may be off by: what is promised holds."""
        spread = self._spread(plan)
        decimals = self.situation.edition.index_decimals.value
        chance = spread.reach(threshold_of(self.target, decimals)) - spread.error
        likely = likely_index(spread, self.confidence, plan.index, decimals=decimals)
        return Judged(plan, chance >= float(self.confidence), self.target - likely)

    def sureness(self, plan: Plan) -> Sureness:
        """All that is told of it."""
        return sureness(
            self.situation,
            plan.answers,
            self.beliefs,
            target=self.target,
            confidence=self.confidence,
            actions=plan.actions,
        )

    def may_be_turned_down(self, plan: Plan) -> bool:
        """Whether some entry of it may be rejected as a whole."""
        return any(self.beliefs.rejection(i.id) > 0 for i in plan.answers.innovations)

    def _spread(self, plan: Plan) -> Distribution:
        return distribution(
            stakes_of(self.situation, plan.answers, self.beliefs, actions=plan.actions)
        )
