"""What raised claims bring on average, by which proofs of collective actions stand.

A claim that a unit raises from where nothing is in doubt brings its first level only if it is
accepted; further levels, and levels on top of a doubtful claim, come in any case. What a collective
action carries stands or falls with its proof. Everything here is at least what it really is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import numpy as np
from numpy.typing import NDArray

from pragola.planning.actions import Row
from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.chosen import Chosen
from pragola.planning.ground import Entry, Ground, Ladder, Rung
from pragola.planning.programme import Placed, Programme
from pragola.planning.work import Collective, Situation

_APART = 5
"""So many collective actions are told apart by their outcomes; others count by their chance."""
_PARTS = 10_000
"""Points are rounded up to so many parts."""
_UNSEEN = 0

type Outcomes = NDArray[np.float64]
"""One value for every outcome."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """The outcomes of collective actions' proofs.

    `chances` are those of the outcomes; `stands[o, c]` tells how far the proof of the collective
    action at place c stands in outcome o: 0 or 1, or its chance where it is not told apart.
    """

    chances: Outcomes
    stands: NDArray[np.float64]

    def carried(self, places: Sequence[int]) -> Outcomes:
        """How far a rung stands that any of them may carry."""
        found: Outcomes = self.stands[:, list(places)].max(axis=1)
        return found


def proofs_of(situation: Situation, ground: Ground, beliefs: Beliefs) -> Proofs:
    """The outcomes of those that matter most, each proof by its best chance."""
    chances = [float(best_chance(each, beliefs)) for each in situation.work.collectives]
    weights = _lifted_weights(ground)
    apart = sorted(
        (place for place, chance in enumerate(chances) if chance < 1 and weights.get(place)),
        key=lambda place: -weights[place] * (1 - chances[place]),
    )[:_APART]
    fates = list(product((1.0, 0.0), repeat=len(apart)))
    stands = np.tile(np.array(chances, dtype=np.float64), (len(fates), 1))
    stands[:, apart] = np.array(fates).reshape(len(fates), len(apart))
    each = np.array([chances[place] for place in apart])
    likely = np.where(np.array(fates).reshape(len(fates), len(apart)) > 0, each, 1 - each)
    return Proofs(likely.prod(axis=1), stands)


def best_chance(collective: Collective, beliefs: Beliefs) -> Fraction:
    """At least the chance that its proof has in any plan."""
    stated = beliefs.proofs.get(collective.id)
    if stated is not None:
        return stated
    return max(
        (
            beliefs.of((lift.innovation, lift.indicator), level=_UNSEEN).accepted
            for lift in collective.lifts
            if lift.innovation is not None
        ),
        default=Fraction(1),
    )


def _lifted_weights(ground: Ground) -> Mapping[int, float]:
    weights: dict[int, float] = {}
    for entry in ground.entries:
        for ladder in entry.ladders:
            for rung in ladder.rungs:
                for place in rung.lifted_by:
                    weights[place] = weights.get(place, 0.0) + float(ladder.weight)
    return weights


@dataclass(frozen=True, slots=True)
class Brought:
    """What a rung brings in points: climbed `by_hand`, or carried, by outcome of the proofs."""

    by_hand: float
    carried: Outcomes


class Gains:
    """What every rung brings on average. `doubted` are rows whose doubts are counted elsewhere.

    `kept` is the share of its gains that an entry keeps on average, by innovation; where it is not
    told, all. `relief` are points of a row's own doubts, which end where its proof is a shared one.
    """

    def __init__(
        self,
        proofs: Proofs,
        beliefs: Beliefs,
        doubted: frozenset[Row],
        *,
        kept: Mapping[str, float] | None = None,
        relief: Mapping[Row, float] | None = None,
    ) -> None:
        self.proofs = proofs
        self._beliefs = beliefs
        self._doubted = doubted
        self._kept = kept or {}
        self._relief = relief or {}
        self._shared = {row for each in beliefs.shared for row in each.rows}

    def of(self, ladder: Ladder, number: int) -> Brought:
        """What the rung brings to this row."""
        rung = ladder.rungs[number]
        weight = float(ladder.weight) * self._kept.get(ladder.row[0] or "", 1.0)
        carried = np.full(len(self.proofs.chances), weight)
        if ladder.row[0] is not None and rung.lifted_by:
            carried = carried * self.proofs.carried(rung.lifted_by) + self._relieved(ladder, number)
        return Brought(weight * (1 - self._doubt(ladder, number)), carried)

    def _doubt(self, ladder: Ladder, number: int) -> float:
        """The chance that the first level raised by hand is not accepted."""
        innovation, indicator = ladder.row
        if number or innovation is None or ladder.row in self._doubted or _carried_above(ladder):
            return 0.0
        row = innovation, indicator
        return 0.0 if row in self._shared else 1 - float(self._accepted(row))

    def _relieved(self, ladder: Ladder, number: int) -> float:
        """The points of doubts that end where the rung is the first that is carried."""
        below = {place for rung in ladder.rungs[:number] for place in rung.lifted_by}
        first = bool({*ladder.rungs[number].lifted_by} - below)
        return self._relief.get(ladder.row, 0.0) if first else 0.0

    def _accepted(self, row: tuple[str, str]) -> Fraction:
        return self._beliefs.of(row, level=_UNSEEN).accepted

    def terms(
        self, programme: Programme, weights: Outcomes
    ) -> tuple[dict[int, Fraction], dict[int, Fraction]]:
        """By column, of innovations and of the region: what it brings, outcomes weighted so."""
        innovations: dict[int, Fraction] = {}
        region: dict[int, Fraction] = {}
        for placed in programme.placed:
            terms = region if placed.kind.regional else innovations
            for column, worth in self._of_kind(placed, weights):
                terms[column] = _upwards(worth)
        return innovations, region

    def _of_kind(self, placed: Placed, weights: Outcomes) -> Iterator[tuple[int, float]]:
        """The best of its members counts for all of them."""
        for place, climb in enumerate(placed.climbs):
            for number, climbed in enumerate(climb.climbed):
                of_members = [self.of(member[place], number) for member in placed.kind.members]
                by_hand = max(each.by_hand for each in of_members)
                hands = climb.own[number]
                if hands is None:
                    yield climbed, by_hand
                    continue
                carried = float(of_members[0].carried @ weights)
                yield climbed, carried
                yield hands, by_hand - carried

    def brought(self, ground: Ground, chosen: Chosen) -> Outcomes:
        """What is done brings in points times the divisor, by outcome."""
        points = np.zeros(len(self.proofs.chances))
        divisor = ground.rules.divisor(len(chosen.reported))
        for entry in (ground.region, *ground.entries):
            times = divisor if entry.id is None else 1
            for ladder, number, rung in _climbed(entry, chosen):
                told = self.of(ladder, number)
                by_hand = (ladder.row, rung.level) in chosen.by_hand
                points += times * (told.by_hand if by_hand else told.carried)
        return points


def _climbed(entry: Entry, chosen: Chosen) -> Iterator[tuple[Ladder, int, Rung]]:
    for ladder in entry.ladders:
        reached = chosen.levels.get(ladder.row, ladder.now)
        for number, rung in enumerate(ladder.rungs):
            if rung.level <= reached:
                yield ladder, number, rung


def _carried_above(ladder: Ladder) -> bool:
    """Whether a higher rung may be carried while the first one is climbed by hand."""
    first = {*ladder.rungs[0].lifted_by}
    return any({*rung.lifted_by} - first for rung in ladder.rungs[1:])


def _upwards(worth: float) -> Fraction:
    return Fraction(int(np.ceil(worth * _PARTS - 1e-6)), _PARTS)
