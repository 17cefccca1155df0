"""What accepted claims of so many entries lack of a total at least, and how surely.

Entries are taken with what collective actions that are settled surely carry to them. Of fewer
entries than there are, those that are reported bring at most what the best of them bring.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pragola.planning.certainty.distribution import (
    Spread,
    Table,
    gone_at_most,
    growing,
    lost_by,
    table_of,
)
from pragola.planning.certainty.filling import Filling, filling
from pragola.planning.certainty.stakes import Stakes
from pragola.planning.ground import Rules

_UNSEEN = 1e-8
"""More entries turned down than have this chance count as enough."""


@dataclass(frozen=True, slots=True)
class Fates:
    """The outcomes of proofs: their `chances`, and `lost[o, e]`: what entry e surely loses then."""

    chances: NDArray[np.float64]
    lost: NDArray[np.float64]


class Lacking:
    """What is lacking of a total in points, by number of entries."""

    def __init__(self, stakes: Stakes, fates: Fates, rules: Rules, total: float) -> None:
        gone = min((float(entry.turned_down) for entry in stakes.entries), default=0.0)
        self._own = [
            Spread(e.points, lost_by(e, frozenset()), float(e.turned_down)) for e in stakes.entries
        ]
        self._alike = sorted(
            (Spread(s.points, s.lost, gone) for s in self._own), key=_mean, reverse=True
        )
        self._grain = float(stakes.grain)
        self._fates = fates
        self._lost = np.sort(fates.lost, axis=1)
        self._rules = rules
        self._total = total
        self._width = 1 << max(1, sum(s.points for s in self._own)).bit_length()

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self._own)

    def roughly(self) -> Iterator[Filling]:
        """By number of entries, from none on, quickly: each may be any from its place on."""
        best = list(_from_the_last(self._alike))
        height = gone_at_most([s.gone for s in best], negligible=_UNSEEN)
        points = 0
        for number, waves in enumerate(growing(best, height=height, width=self._width)):
            points += best[number - 1].points if number else 0
            yield self._filling(number, points, table_of(waves, self._width))

    def of(self, number: int) -> Filling:
        """Of so many: each may be one of those between which and the last the others find room."""
        out = self.number - number
        best = self._own
        if out:
            windows = (self._alike[n : n + out + 1] for n in range(number))
            best = [_best_of(window) for window in windows]
        height = gone_at_most([s.gone for s in best], negligible=_UNSEEN)
        *_, waves = growing(best, height=height, width=self._width)
        points = sum(spread.points for spread in best)
        return self._filling(number, points, table_of(waves, self._width))

    def _filling(self, number: int, points: int, table: Table) -> Filling:
        """By entries turned down and what is lost, and by outcome of proofs on top."""
        reached = np.cumsum(np.maximum(table, 0.0), axis=1)
        stay = [self._lost[:, : max(0, number - down)].sum(axis=1) for down in range(len(table))]
        lacking = self._needed(number, len(table)) - points * self._grain + np.array(stay).T
        shares = self._fates.chances[:, None]
        tables = np.tile(reached, (len(shares), 1))
        weights = np.repeat(shares.ravel(), len(reached))
        return filling(lacking.ravel(), tables, weights, self._grain)

    def _needed(self, number: int, rows: int) -> NDArray[np.float64]:
        """What entries have to bring, in points, by how many of them are turned down."""
        rules = self._rules
        counts = [rules.count_score(max(0, number - down), enough=True) for down in range(rows)]
        missing = self._total - float(rules.spd) - np.array([float(each) for each in counts])
        found: NDArray[np.float64] = rules.divisor(number) * missing
        return found


def _mean(spread: Spread) -> float:
    return spread.points - float(np.arange(len(spread.lost)) @ spread.lost)


def _from_the_last(spreads: Sequence[Spread]) -> Iterator[Spread]:
    """Each with all that come after it, the best of them, in the same order."""
    best: list[Spread] = []
    for spread in reversed(spreads):
        best.append(_best_of([spread, best[-1]]) if best else spread)
    return reversed(best)


def _best_of(spreads: Sequence[Spread]) -> Spread:
    """A spread that is at least as good as all: at every mark the larger chance to reach it."""
    points = max(spread.points for spread in spreads)
    length = max(points - s.points + len(s.lost) for s in spreads)
    reached = np.max([_reached(s, points, length) for s in spreads], axis=0)
    return Spread(points, np.diff(reached, prepend=0.0), spreads[0].gone)


def _reached(spread: Spread, points: int, length: int) -> NDArray[np.float64]:
    """The chance to lose at most so many grains of `points`."""
    ahead = points - spread.points
    chances = np.zeros(length)
    chances[ahead : ahead + len(spread.lost)] = spread.lost
    return np.cumsum(chances)
