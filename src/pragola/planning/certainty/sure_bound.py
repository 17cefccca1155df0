"""What no sure plan takes less than, by proof.

Whatever a plan raises, the index that is accepted in the end is at most what today's claims would
have brought with the same entries, by the same fate, and the points that the plan claims on top.
So these points have to fill the gap from what today's claims bring with the chance asked for up to
the target. Today's claims are taken better than they are where that is needed for it to hold:

- of so many entries the best, each with the smallest chance of being turned down;
- a claim that a collective action may carry, or that rests on a shared proof, is certain;
- a claim that would be surer if it were raised is that sure; none falls by more than a level.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from pragola.planning.actions import changed_answers
from pragola.planning.cases import Case, Want, cases
from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.distribution import (
    Spread,
    gone_at_most,
    growing,
    lost_by,
    table_of,
)
from pragola.planning.certainty.stakes import EntryStakes, Stake, Stakes, stakes_of
from pragola.planning.ground import Choice, Ground
from pragola.planning.plan import Plan, Watch, plan_of
from pragola.planning.programme import Programme
from pragola.planning.searches import LeastEffort
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from pragola.scoring.answers import Status

_SLACK = 1e-8
"""Room for floating arithmetic, on the safe side."""


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
    likely = tuple(_likely_totals(situation, ground, beliefs, confidence))
    search = LeastGains(situation, ground, ground.rules.threshold(target), likely, watch=watch)
    found = search.run()
    if found.bound is None:
        return SureBound(least=None, plan=None)
    plan = None if found.chosen is None else plan_of(situation, ground, found.chosen)
    return SureBound(least=ground.days(int(found.bound)), plan=plan)


class LeastGains(LeastEffort):
    """The least effort whose raised claims fill what today's lack, by number of entries."""

    def __init__(
        self,
        situation: Situation,
        ground: Ground,
        index: Fraction,
        likely: Sequence[Fraction],
        *,
        watch: Watch | None = None,
    ) -> None:
        super().__init__(situation, ground, index, watch=watch)
        self._likely = likely

    def cases_of(self, programme: Programme) -> Iterable[Case]:
        """Every n by itself: what is likely depends on it."""
        return cases(programme, each=True)

    def wants(self, programme: Programme) -> tuple[Want, ...]:
        """The target as claimed, and with the chance that was asked for."""
        reported = {placed.reported for placed in programme.placed}
        now = programme.now
        gains = {c: worth for c, worth in now.innovations.items() if c not in reported}
        demand = replace(now, innovations=gains, surely=Fraction(0), enough=True)
        (claimed,) = super().wants(programme)
        return claimed, Want(demand, claimed.total, self._credit)

    def _credit(self, counted: int) -> Fraction:
        rules = self.ground.rules
        likely = self._likely[min(counted, len(self._likely) - 1)]
        count = rules.count_score(counted, enough=True)
        return rules.divisor(counted) * (likely - rules.spd - count)


def _likely_totals(
    situation: Situation, ground: Ground, beliefs: Beliefs, confidence: Fraction
) -> Iterator[Fraction]:
    """The total that the best 0, 1, 2 … entries bring with that chance, in points, at least."""
    stakes = _at_best(situation, ground, beliefs)
    spreads = _dominating(stakes.entries)
    width = 1 << max(1, sum(s.points for s in spreads)).bit_length()
    height = gone_at_most([spread.gone for spread in spreads])
    points = 0
    rows = growing(spreads, height=height, width=width)
    for number, frequencies in enumerate(rows):
        points += spreads[number - 1].points if number else 0
        table = np.maximum(table_of(frequencies, width), 0.0)
        totals = _totals(stakes, ground, number, points, height, width)
        yield Fraction(_quantile(totals, table, float(confidence)) + _SLACK)


def _totals(
    stakes: Stakes, ground: Ground, number: int, points: int, height: int, width: int
) -> NDArray[np.float64]:
    """The totals by entries turned down and grains lost."""
    rules = ground.rules
    counts = [float(rules.count_score(max(0, number - n), enough=True)) for n in range(height + 1)]
    grain = float(stakes.grain) / rules.divisor(number)
    left = (points - np.arange(width)) * grain
    return float(rules.spd) + np.array(counts).reshape(-1, 1) + left


def _quantile(
    totals: NDArray[np.float64], chances: NDArray[np.float64], confidence: float
) -> float:
    """The highest total that is reached with that chance, if anything more than it."""
    live = chances > 0
    values, weights = totals[live], chances[live]
    order = np.argsort(-values)
    reached = np.cumsum(weights[order])
    place = int(np.searchsorted(reached, confidence - _SLACK))
    return float(values[order][min(place, len(order) - 1)])


def _dominating(entries: Sequence[EntryStakes]) -> list[Spread]:
    """Spreads of which the first n together bring at least what any n of the entries bring.

    The entries come by what they bring on average; each spread is at least as good as all entries
    from its own place on.
    """
    gone = min((float(e.turned_down) for e in entries), default=0.0)
    spreads = [Spread(e.points, lost_by(e, frozenset()), gone) for e in entries]
    spreads.sort(key=lambda s: float(s.points - np.arange(len(s.lost)) @ s.lost))
    best: list[Spread] = []
    for spread in spreads:
        best.append(_better(spread, best[-1]) if best else spread)
    return best[::-1]


def _better(one: Spread, other: Spread) -> Spread:
    """A spread that is at least as good as both: at every mark the larger chance to reach it."""
    points = max(one.points, other.points)
    length = max(points - s.points + len(s.lost) for s in (one, other))
    reached = np.maximum(*(_reached(s, points, length) for s in (one, other)))
    return Spread(points, np.diff(reached, prepend=0.0), one.gone)


def _reached(spread: Spread, points: int, length: int) -> NDArray[np.float64]:
    """The chance to lose at most so many grains of `points`."""
    ahead = points - spread.points
    chances = np.zeros(length)
    chances[ahead : ahead + len(spread.lost)] = spread.lost
    return np.cumsum(chances)


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
        (lift.innovation, lift.indicator)
        for each in situation.work.collectives
        for lift in each.lifts
    }
    return replace(
        stakes,
        entries=tuple(
            replace(entry, stakes=tuple(_doubts(entry, carried, beliefs)))
            for entry in stakes.entries
        ),
    )


def _doubts(
    entry: EntryStakes,
    carried: set[tuple[str | None, str]],
    beliefs: Beliefs,
) -> Iterator[Stake]:
    for stake in entry.stakes:
        row = entry.id, stake.indicator
        if stake.with_proof is not None or row in carried or stake.belief is None:
            continue
        raised = 1 - beliefs.of(row, level=0).accepted
        loses = stake.loses // stake.levels
        yield replace(stake, falls=min(stake.falls, raised), loses=loses)
