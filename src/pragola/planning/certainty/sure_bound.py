"""What no sure plan takes less than, by proof.

What is accepted in the end is at most what today's claims of the reported entries bring by the
same fate, and what is raised on top. What today's claims lack of the target is filled by so many
points with some chance (`lacking`); a concave line above that chance bounds it also where points
are known by their mean only (`filling`). So the mean of what is raised, by outcome of the proofs of
collective actions, has to give the chance that was asked for. That is a convex condition: where the
cheapest plan so far breaks it, the straight line that it breaks is added. Today's claims are taken
better than they are where that is needed for it to hold:

- of so many entries the best, each with the smallest chance of being turned down;
- a claim that a collective action may carry, or that rests on a shared proof, is certain;
- a claim that would be surer if it were raised is that sure; none falls by more than a level;
- what is raised in an entry counts even if that is turned down.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

from pragola.planning.actions import Row, changed_answers
from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.filling import Filling
from pragola.planning.certainty.gains import Gains, Outcomes, proofs_of
from pragola.planning.certainty.lacking import of_best_entries, of_least_losses
from pragola.planning.certainty.lines import LeastGains, Line
from pragola.planning.certainty.stakes import EntryStakes, Stake, Stakes, stakes_of
from pragola.planning.chosen import Chosen
from pragola.planning.ground import Choice, Ground
from pragola.planning.plan import Plan, Watch, plan_of
from pragola.planning.searching import Found
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from pragola.scoring.answers import Status

_SLACK = 1e-7
"""Room for floating arithmetic, on the safe side."""
_ROUNDS = 8
"""So often lines are added at most; the bound holds whenever one stops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SureBound:
    """No sure plan takes less than `least`, the effort of `plan`, which need not be sure itself.

    None: there is no sure plan.
    """

    least: Decimal | None
    plan: Plan | None


def sure_bound(
    situation: Situation,
    target: Decimal,
    confidence: Fraction,
    beliefs: Beliefs,
    *,
    watch: Watch | None = None,
) -> SureBound | None:
    """The bound; None where an entry turned down may raise the average, so that none is known."""
    if not situation.rejected_counts:
        return None
    ground = survey(situation)
    found = _Bounding(situation, ground, target, float(confidence), beliefs, watch).run()
    if found.bound is None:
        return SureBound(least=None, plan=None)
    plan = None if found.chosen is None else plan_of(situation, ground, found.chosen)
    return SureBound(least=ground.days(int(found.bound)), plan=plan)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to tell what is lacking, by number of entries; `known` as of a line."""

    fillings: tuple[Filling, ...]
    known: Mapping[str, float]

    def filled(self, brought: Outcomes, chosen: Chosen) -> Outcomes:
        """The points by outcome, with those of the entries that are reported."""
        return brought + sum(self.known.get(name, 0.0) for name in chosen.reported)


class _Bounding:
    def __init__(
        self,
        situation: Situation,
        ground: Ground,
        target: Decimal,
        confidence: float,
        beliefs: Beliefs,
        watch: Watch | None,
    ) -> None:
        rules = ground.rules
        stakes = _at_best(situation, ground, beliefs)
        doubted: frozenset[Row] = frozenset(
            (entry.id, stake.indicator) for entry in stakes.entries for stake in entry.stakes
        )
        self._gains = Gains(proofs_of(situation, ground, beliefs), beliefs, doubted)
        self._ground = ground
        self._confidence = confidence - _SLACK
        index = rules.threshold(target)
        total = float(rules.total_for(index))
        points = {e.id: float(e.points * stakes.grain) for e in stakes.entries}
        self._ways = (
            _Way(tuple(of_best_entries(stakes, rules, total)), {}),
            _Way(tuple(of_least_losses(stakes, rules, total)), points),
        )
        self._search = partial(LeastGains, situation, ground, index, watch=watch)

    def run(self) -> Found:
        """The cheapest that keeps to all lines, until it keeps to the conditions as well."""
        chances = self._gains.proofs.chances
        lines = [self._line(way, chances) for way in self._ways]
        for _ in range(_ROUNDS):
            search = self._search(lines)
            found = search.run()
            if found.chosen is None or not search.proven:
                break
            broken = [*self._broken(found.chosen)]
            if not broken:
                break
            lines += broken
        return found

    def _broken(self, chosen: Chosen) -> Iterator[Line]:
        """A line for each way by which what was chosen is not sure."""
        number, chances = len(chosen.reported), self._gains.proofs.chances
        brought = self._gains.brought(self._ground, chosen)
        for way in self._ways:
            filling, points = way.fillings[number], way.filled(brought, chosen)
            if chances @ filling.chance(points) < self._confidence - _SLACK:
                weights = chances * filling.slope(points)
                if weights.any():
                    yield self._line(way, weights / weights.sum())

    def _line(self, way: _Way, weights: Outcomes) -> Line:
        chances = self._gains.proofs.chances
        ends = [each.least(weights, chances, self._confidence) for each in way.fillings]
        return Line(self._gains, weights, ends, way.known)


def _at_best(situation: Situation, ground: Ground, beliefs: Beliefs) -> Stakes:
    """What may be lost of today's claims, of every entry that could be reported."""
    could = {e.id for e in ground.entries if e.choice is not Choice.OUT}
    reported = {
        each.id: each.id in could
        for each in situation.answers.innovations
        if each.status is not Status.REJECTED
    }
    answers = changed_answers(situation.answers, {}, reported=reported)
    stakes = stakes_of(situation, answers, beliefs)
    carried = {
        ladder.row
        for entry in ground.entries
        for ladder in entry.ladders
        if any(rung.lifted_by for rung in ladder.rungs)
    }
    return replace(
        stakes,
        entries=tuple(
            replace(entry, stakes=tuple(_doubts(entry, carried, beliefs)))
            for entry in stakes.entries
        ),
    )


def _doubts(entry: EntryStakes, carried: set[Row], beliefs: Beliefs) -> Iterator[Stake]:
    for stake in entry.stakes:
        row = entry.id, stake.indicator
        if stake.with_proof is not None or row in carried or stake.belief is None:
            continue
        raised = 1 - beliefs.of(row, level=0).accepted
        loses = stake.loses // stake.levels
        yield replace(stake, falls=min(stake.falls, raised), loses=loses)
