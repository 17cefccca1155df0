"""Plans that bring so much more than the target on average, each of the least effort for that.

Unlike points as claimed, the mean knows how doubtful everything is that could be raised. Of the
outcomes of proofs those weigh most in which the target is just reached or just missed.
"""

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

import numpy as np

from pragola.planning.actions import Row, changed_answers
from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.gains import Gains, Outcomes, proofs_of
from pragola.planning.certainty.lines import LeastGains, Line
from pragola.planning.certainty.stakes import EntryStakes, Stakes, stakes_of
from pragola.planning.chosen import Chosen
from pragola.planning.ground import Choice, Ground
from pragola.planning.plan import Plan, Watch, plan_of
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from pragola.scoring.answers import Status


@dataclass(frozen=True, slots=True)
class Measured:
    """A plan of the least effort by a yardstick, and what was chosen."""

    plan: Plan
    chosen: Chosen


class Yardstick:
    """Measures plans for a target by their mean; `watch` as of any search."""

    def __init__(
        self, situation: Situation, target: Decimal, beliefs: Beliefs, watch: Watch | None
    ) -> None:
        self._situation = situation
        self._target = target
        self._watch = watch
        self.ground = survey(situation)
        stakes = _everything(situation, self.ground, beliefs)
        self._means = {each.id: _mean(each, stakes) for each in stakes.entries}
        self._spread = sqrt(sum(_variance(each, stakes) for each in stakes.entries))
        self._gone = _average_gone(stakes)
        self._gains = _gains(situation, self.ground, beliefs, stakes)

    def standing(self) -> Outcomes:
        """The weights where every proof stands."""
        weights = np.zeros(len(self._gains.proofs.chances))
        weights[0] = 1.0
        return weights

    def cheapest(self, margin: float, weights: Outcomes) -> Measured | None:
        """The least effort that brings the target and so many points times the divisor on top."""
        ground = self.ground
        ends = [self._needed(n) + margin for n in range(len(ground.entries) + 1)]
        line = Line(self._gains, weights, ends, self._means)
        index = ground.rules.threshold(self._target)
        search = LeastGains(self._situation, ground, index, [line], watch=self._watch)
        chosen = search.run().chosen
        if chosen is None:
            return None
        return Measured(plan_of(self._situation, ground, chosen), chosen)

    def mean(self, chosen: Chosen) -> float:
        """What it brings on average, in points times the divisor."""
        known = sum(self._means.get(name, 0.0) for name in chosen.reported)
        brought = self._gains.brought(self.ground, chosen)
        return known + float(brought @ self._gains.proofs.chances)

    def weights(self, chosen: Chosen) -> Outcomes:
        """The weights of the outcomes where that was chosen: those near the target weigh most."""
        known = sum(self._means.get(name, 0.0) for name in chosen.reported)
        ahead = self._gains.brought(self.ground, chosen) + known
        ahead -= self._needed(len(chosen.reported))
        near = np.exp(-0.5 * (ahead / max(self._spread, 1e-9)) ** 2)
        weights: Outcomes = self._gains.proofs.chances * near
        total = float(weights.sum())
        return weights / total if total > 0 else self.standing()

    def points(self, index: float, number: int) -> float:
        """So many index points as points times the divisor."""
        rules = self.ground.rules
        return index * float(rules.most) / 100 * rules.divisor(number)

    def _needed(self, counted: int) -> float:
        """What the entries' means have to come to, as far as means go."""
        rules = self.ground.rules
        total = rules.total_for(rules.threshold(self._target))
        count = float(rules.count_weight) * min(counted * (1 - self._gone), rules.count_cap)
        return rules.divisor(counted) * (float(total - rules.spd) - count)


def _everything(situation: Situation, ground: Ground, beliefs: Beliefs) -> Stakes:
    """What is at stake today if all is reported that could be."""
    could = {e.id for e in ground.entries if e.choice is not Choice.OUT}
    reported = {
        each.id: each.id in could
        for each in situation.answers.innovations
        if each.status is not Status.REJECTED
    }
    return stakes_of(situation, changed_answers(situation.answers, {}, reported=reported), beliefs)


def _gains(situation: Situation, ground: Ground, beliefs: Beliefs, stakes: Stakes) -> Gains:
    own = {
        (entry.id, stake.indicator): float(stake.loses * stake.falls * stakes.grain)
        for entry in stakes.entries
        for stake in entry.stakes
        if stake.with_proof is None
    }
    doubted: frozenset[Row] = frozenset(own)
    kept = {entry.id: 1 - float(entry.turned_down) for entry in stakes.entries}
    relief: dict[Row, float] = {row: points * kept[row[0]] for row, points in own.items()}
    return Gains(proofs_of(situation, ground, beliefs), beliefs, doubted, kept=kept, relief=relief)


def _falls(entry: EntryStakes, stakes: Stakes) -> list[tuple[float, float]]:
    """What may be lost, in points, with its chance."""
    return [
        (
            float(each.loses * stakes.grain),
            float(each.falls if each.with_proof is None else stakes.proofs[each.with_proof][1]),
        )
        for each in entry.stakes
    ]


def _mean(entry: EntryStakes, stakes: Stakes) -> float:
    lost = sum(loses * falls for loses, falls in _falls(entry, stakes))
    return (1 - float(entry.turned_down)) * (float(entry.points * stakes.grain) - lost)


def _variance(entry: EntryStakes, stakes: Stakes) -> float:
    stays, mean = 1 - float(entry.turned_down), _mean(entry, stakes)
    doubts = sum(loses * loses * falls * (1 - falls) for loses, falls in _falls(entry, stakes))
    square = doubts + (mean / stays) ** 2 if stays else 0.0
    return max(0.0, stays * square - mean**2)


def _average_gone(stakes: Stakes) -> float:
    gone = [float(entry.turned_down) for entry in stakes.entries]
    return sum(gone) / len(gone) if gone else 0.0
