"""A situation in which some collective actions are settled: surely done, or surely not.

What they carry in any case then belongs to what entries stand at, and falls with their proofs.
Those not settled are taken as well as can be: what they may carry is certain.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

import numpy as np

from pragola.planning.actions import Row, changed_answers
from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.gains import Gains, Proofs, best_chance
from pragola.planning.certainty.lacking import Fates
from pragola.planning.certainty.stakes import EntryStakes, Stake, Stakes, stakes_of
from pragola.planning.ground import Choice, Entry, Ground, Ladder, Rung
from pragola.planning.surveying import survey
from pragola.planning.work import Fix, Situation, Wish
from pragola.scoring.answers import Status

_APART = 6
"""So many proofs are told apart by their outcomes; others are taken to stand."""


@dataclass(frozen=True)
class Settled:
    """By place, the collective actions that are `done`, and those that are `left`."""

    whole: Situation
    beliefs: Beliefs
    done: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()

    def halves(self, place: int) -> "tuple[Settled, Settled]":
        """With that one done, and with it left."""
        done, left = self.done | {place}, self.left | {place}
        return replace(self, done=done), replace(self, left=left)

    @cached_property
    def situation(self) -> Situation:
        """The situation with that as fixed choices."""
        work = self.whole.work
        names = [each.id for each in work.collectives]
        fixes = [
            *(Fix(wish=Wish.SURELY, collective=names[place]) for place in sorted(self.done)),
            *(Fix(wish=Wish.NOT, collective=names[place]) for place in sorted(self.left)),
        ]
        return replace(self.whole, work=replace(work, fixes=(*work.fixes, *fixes)))

    @cached_property
    def ground(self) -> Ground:
        """What can be decided still."""
        return survey(self.situation)

    @cached_property
    def carried(self) -> Mapping[str, float]:
        """The points that are carried in any case, by entry that is reported."""
        return {
            entry.id: self._carried(entry) for entry in self.ground.entries if entry.id is not None
        }

    @cached_property
    def stakes(self) -> Stakes:
        """What may be lost of today's claims, of every entry that could be reported."""
        stakes = self._today()
        may = {
            ladder.row
            for entry in self.ground.entries
            for ladder in entry.ladders
            if any(rung.lifted_by for rung in ladder.rungs)
        }
        entries = (
            replace(
                entry,
                points=entry.points + round(self.carried[entry.id] / float(stakes.grain)),
                stakes=tuple(self._doubts(entry, may)),
            )
            for entry in stakes.entries
        )
        return replace(stakes, entries=tuple(entries))

    @cached_property
    def gains(self) -> Gains:
        """What is raised brings on average, as far as proofs of collective actions stand."""
        number = len(self.whole.work.collectives)
        doubted: frozenset[Row] = frozenset(
            (entry.id, stake.indicator) for entry in self.stakes.entries for stake in entry.stakes
        )
        return Gains(Proofs(np.ones(1), np.ones((1, number))), self.beliefs, doubted)

    def fates(self) -> Fates:
        """The outcomes of the proofs of what is done."""
        chances = {
            place: float(best_chance(self.whole.work.collectives[place], self.beliefs))
            for place in sorted(self.done)
        }
        weights = self._weights()
        doubtful = (place for place in chances if chances[place] < 1 and weights.get(place))
        apart = sorted(doubtful, key=lambda p: -weights[p] * (1 - chances[p]))[:_APART]
        outcomes = [
            frozenset(place for place, falls in zip(apart, fate, strict=True) if falls)
            for fate in product((False, True), repeat=len(apart))
        ]
        likely = [
            np.prod([1 - chances[place] if place in each else chances[place] for place in apart])
            for each in outcomes
        ]
        entries = {entry.id: entry for entry in self.ground.entries}
        lost = [
            [self._lost(entries[entry.id], fallen) for entry in self.stakes.entries]
            for fallen in outcomes
        ]
        shape = len(outcomes), len(self.stakes.entries)
        return Fates(np.array(likely, dtype=np.float64), np.array(lost).reshape(shape))

    def doubts(self) -> float:
        """What raised claims may lose at most of what they bring on average."""
        ladders = [ladder for entry in self.ground.entries for ladder in entry.ladders]
        means = [(float(ladder.weight), self.gains.of(ladder, 0).by_hand) for ladder in ladders]
        return sum(mean for weight, mean in means if mean < weight)

    def open(self) -> list[int]:
        """Those not settled on which something rests, what matters most first."""
        weights = self._weights()
        undecided = (p for p in weights if p not in self.done and p not in self.left)
        return sorted(undecided, key=lambda place: -weights[place])

    def _weights(self) -> Mapping[int, float]:
        weights: dict[int, float] = {}
        for entry in self.ground.entries:
            for ladder in entry.ladders:
                for rung in ladder.rungs:
                    for place in rung.lifted_by:
                        weights[place] = weights.get(place, 0.0) + float(ladder.weight)
        return weights

    def _carried(self, entry: Entry) -> float:
        """The points that what is done carries in any case."""
        return sum(float(ladder.weight) * self._height(ladder) for ladder in entry.ladders)

    def _height(self, ladder: Ladder) -> int:
        """So many rungs are surely carried."""
        for number, rung in enumerate(ladder.rungs):
            if rung.waits or self.done.isdisjoint(rung.lifted_by):
                return number
        return len(ladder.rungs)

    def _lost(self, entry: Entry, fallen: frozenset[int]) -> float:
        """What of that is lost in any case: a row rests on the last proof that carries it."""
        lost = 0.0
        for ladder in entry.ladders:
            height, last = self._height(ladder), _last(ladder.rungs)
            if last in fallen:
                first = next(n for n, rung in enumerate(ladder.rungs) if last in rung.lifted_by)
                lost += float(ladder.weight) * max(0, height - first)
        return lost

    def _today(self) -> Stakes:
        situation = self.situation
        could = {e.id for e in self.ground.entries if e.choice is not Choice.OUT}
        reported = {
            each.id: each.id in could
            for each in situation.answers.innovations
            if each.status is not Status.REJECTED
        }
        answers = changed_answers(situation.answers, {}, reported=reported)
        return stakes_of(situation, answers, self.beliefs)

    def _doubts(self, entry: EntryStakes, may: set[Row]) -> Iterator[Stake]:
        """Taken better than they are: certain where carried, as sure as raised, by one level."""
        for stake in entry.stakes:
            row = entry.id, stake.indicator
            if stake.with_proof is not None or row in may or stake.belief is None:
                continue
            raised = 1 - self.beliefs.of(row, level=0).accepted
            loses = stake.loses // stake.levels
            yield replace(stake, falls=min(stake.falls, raised), loses=loses)


def _last(rungs: Sequence[Rung]) -> int:
    """The last collective action that may carry any of them; -1 where there is none."""
    return max((place for rung in rungs for place in rung.lifted_by), default=-1)
