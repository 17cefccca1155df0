"""What accepted claims of so many entries lack of a total at least, and how surely.

Two ways, both at least as good as any so many of the entries:

- `of_best_entries`: the entries that bring most, whole; points then are those raised on top.
- `of_least_losses`: the least that so many entries lose; points then are those of the entries
  that are reported, as claimed, and those raised on top.
"""

from collections.abc import Iterator, Sequence

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
from pragola.planning.certainty.stakes import EntryStakes, Stakes
from pragola.planning.ground import Rules

_NOTHING: Table = np.array([1.0])


def of_best_entries(stakes: Stakes, rules: Rules, total: float) -> Iterator[Filling]:
    """By number of entries, from none on: what the best of them lack, in points."""
    spreads = _dominating(stakes.entries)
    width = 1 << max(1, sum(s.points for s in spreads)).bit_length()
    height = gone_at_most([spread.gone for spread in spreads])
    points = 0
    for number, waves in enumerate(growing(spreads, height=height, width=width)):
        points += spreads[number - 1].points if number else 0
        table = np.maximum(table_of(waves, width), 0.0)
        left = (points - np.arange(width)) * float(stakes.grain)
        lacking = _lacking(rules, total, number, len(table)) - left
        yield filling(lacking.ravel(), table.ravel(), start=0.0)


def of_least_losses(stakes: Stakes, rules: Rules, total: float) -> Iterator[Filling]:
    """By number of entries, from none on: what is lacking with the least losses, in points.

    Those turned down are any of them, so they lose what the ones of fewest points have; the others
    lose what claims of the least doubtful ones do.
    """
    grain, gone = float(stakes.grain), _least_gone(stakes.entries)
    points = sorted(entry.points for entry in stakes.entries)
    lost = _least_lost([lost_by(entry, frozenset()) for entry in stakes.entries])
    width = 1 << max(1, sum(points) + sum(len(each) for each in lost)).bit_length()
    doubts = np.cumprod([np.fft.rfft(each, width) for each in (_NOTHING, *lost)], axis=0)
    spreads = [Spread(each, _NOTHING, gone) for each in points]
    height = gone_at_most([gone] * len(points))
    for number, waves in enumerate(growing(spreads, height=height, width=width)):
        down = np.arange(min(height, number) + 1)
        table = np.maximum(table_of(waves[down] * doubts[number - down], width), 0.0)
        lacking = _lacking(rules, total, number, len(down)) + np.arange(width) * grain
        yield filling(lacking.ravel(), table.ravel(), start=sum(points[:number]) * grain)


def _lacking(rules: Rules, total: float, number: int, rows: int) -> NDArray[np.float64]:
    """What entries have to bring, in points, by how many of them are turned down."""
    counts = [rules.count_score(max(0, number - down), enough=True) for down in range(rows)]
    missing = total - float(rules.spd) - np.array([float(each) for each in counts])
    found: NDArray[np.float64] = rules.divisor(number) * missing.reshape(-1, 1)
    return found


def _least_gone(entries: Sequence[EntryStakes]) -> float:
    return min((float(entry.turned_down) for entry in entries), default=0.0)


def _least_lost(each: Sequence[Table]) -> list[Table]:
    """Losses of which the first n together are at most what any n of them are."""
    best: list[Table] = []
    for lost in sorted(each, key=_mean, reverse=True):
        best.append(_smaller(lost, best[-1]) if best else lost)
    return best[::-1]


def _mean(lost: Table) -> float:
    return float(np.arange(len(lost)) @ lost)


def _smaller(one: Table, other: Table) -> Table:
    """A loss that is at most both: at every mark the larger chance to lose no more."""
    length = max(len(one), len(other))
    most = np.maximum(*(np.cumsum(np.pad(t, (0, length - len(t)))) for t in (one, other)))
    return np.diff(most, prepend=0.0)


def _dominating(entries: Sequence[EntryStakes]) -> list[Spread]:
    """Spreads of which the first n together bring at least what any n of the entries bring.

    The entries come by what they bring on average; each spread is at least as good as all entries
    from its own place on.
    """
    gone = _least_gone(entries)
    spreads = [Spread(e.points, lost_by(e, frozenset()), gone) for e in entries]
    spreads.sort(key=lambda s: s.points - _mean(s.lost))
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
