"""The distribution of what is lost, exact on whole points, or drawn where that is too much.

`chances[r, x]` is the chance that r entries are turned down and x grains of points are lost in
all. Given the shared proofs, entries are independent: their distributions are multiplied in the
frequency domain, and the outcomes of the shared proofs are gone through one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import product
from math import ceil, log, sqrt

import numpy as np
from numpy.typing import NDArray

from pragola.planning.certainty.stakes import EntryStakes, Stakes

MOST_WORK = 2_500
"""Outcomes of shared proofs times entries that are gone through exactly; more are drawn."""
DRAWS = 100_000
_SEED = 20221214
_ROUNDING = 1e-9
_NEGLIGIBLE = 1e-12
_TWO_SIDED_95 = 1.96
_DRAWERS = 4_096
_GONE = -1

type Table = NDArray[np.float64]


class Method(StrEnum):
    """How a distribution was found."""

    EXACT = "exact"
    DRAWN = "drawn"


@dataclass(frozen=True)
class Distribution:
    """Chances by entries turned down and grains lost; `enough` while basic services suffice.

    `error` bounds what a chance read from it can be off by: of an exact one for sure, of a
    drawn one in 95 of 100 cases.
    """

    stakes: Stakes
    method: Method
    chances: Table
    lacking: Table | None
    error: float

    def reach(self, index: Fraction) -> float:
        """The chance that the exact index is reached."""
        chance = self._reached(self.chances, index, enough=True)
        if self.lacking is not None:
            chance += self._reached(self.lacking, index, enough=False)
        return float(min(1.0, max(0.0, chance)))

    def expected(self) -> float:
        """The mean of the exact index."""
        mean = self._mean(self.chances, enough=True)
        return mean if self.lacking is None else mean + self._mean(self.lacking, enough=False)

    def _mean(self, table: Table, *, enough: bool) -> float:
        stakes, mean, lost = self.stakes, 0.0, np.arange(table.shape[1])
        for turned_down, row in enumerate(table):
            share = float(row.sum())
            points = (stakes.points * share - float(row @ lost)) * float(stakes.grain)
            count = float(stakes.count(turned_down)) if enough else 0.0
            total = share * (float(stakes.spd) + count) + points / stakes.divisor(turned_down)
            mean += total / float(stakes.most) * 100
        return mean

    def _reached(self, table: Table, index: Fraction, *, enough: bool) -> float:
        chance = 0.0
        for turned_down, row in enumerate(table):
            needed = self.stakes.needed(index, turned_down, enough=enough)
            may_lose = self.stakes.points - needed
            if may_lose >= 0:
                chance += float(row[: may_lose + 1].sum())
        return chance


def distribution(stakes: Stakes, *, method: Method | None = None) -> Distribution:
    """Exact where the outcomes of shared proofs are few, else drawn; `method` asks for one."""
    live = [place for place, (_, falls) in enumerate(stakes.proofs) if 0 < falls < 1]
    if method is None:
        work = 2 ** len(live) * len(stakes.entries)
        method = Method.EXACT if work <= MOST_WORK else Method.DRAWN
    return _exact(stakes) if method is Method.EXACT else _drawn(stakes, DRAWS)


def _exact(stakes: Stakes) -> Distribution:
    width = 1 << _lost_at_most(stakes).bit_length()
    height = _turned_down_at_most(stakes)
    table = np.zeros((height + 1, width))
    for fallen, chance in _outcomes(stakes):
        table += chance * _convolved(stakes.entries, fallen, height, width)
    table = np.maximum(table, 0.0)
    error = _ROUNDING + _uncovered(stakes)
    if spare_services(stakes) < 0:
        return Distribution(stakes, Method.EXACT, np.zeros((1, 1)), table, error)
    return Distribution(stakes, Method.EXACT, table, None, error)


def _outcomes(stakes: Stakes) -> Iterator[tuple[frozenset[int], float]]:
    """Which shared proofs fall, with the chance of that."""
    options = []
    for place, (_, falls) in enumerate(stakes.proofs):
        both = [(frozenset({place}), float(falls)), (frozenset[int](), float(1 - falls))]
        options.append([each for each in both if each[1]])
    for picked in product(*options):
        chance = float(np.prod([each[1] for each in picked])) if picked else 1.0
        yield frozenset[int]().union(*(each[0] for each in picked)), chance


def _convolved(
    entries: Sequence[EntryStakes], fallen: frozenset[int], height: int, width: int
) -> Table:
    spreads = [Spread(e.points, lost_by(e, fallen), float(e.turned_down)) for e in entries]
    *_, rows = growing(spreads, height=height, width=width)
    return table_of(rows, width)


@dataclass(frozen=True)
class Spread:
    """An entry's points, the chances of losing so many of them, and that of losing it whole."""

    points: int
    lost: Table
    gone: float


type Waves = NDArray[np.complex128]


def table_of(rows: Waves, width: int) -> Table:
    """The joint chances of entries gone and grains lost, from their frequencies."""
    return np.fft.irfft(rows, width, axis=1)


def growing(spreads: Sequence[Spread], *, height: int, width: int) -> Iterator[Waves]:
    """The frequencies of the joint chances without an entry, then after each; one same array."""
    rows = np.zeros((height + 1, width // 2 + 1), dtype=np.complex128)
    rows[0] = 1.0
    yield rows
    waves = np.exp(-2j * np.pi * np.arange(width // 2 + 1) / width)
    reached = 0
    for spread in spreads:
        stays = np.fft.rfft(spread.lost, width)
        if spread.gone:
            stays *= 1 - spread.gone
            falls = spread.gone * waves**spread.points
            reached = min(height, reached + 1)
            for row in range(reached, 0, -1):
                rows[row] *= stays
                rows[row] += falls * rows[row - 1]
            rows[0] *= stays
        else:
            rows[: reached + 1] *= stays
        yield rows


def lost_by(entry: EntryStakes, fallen: frozenset[int]) -> Table:
    """The chances of losing so many grains while the entry stays."""
    chances = np.array([1.0])
    for stake in entry.stakes:
        if stake.with_proof is None:
            falls = float(stake.falls)
        else:
            falls = 1.0 if stake.with_proof in fallen else 0.0
        if falls:
            wider = np.zeros(len(chances) + stake.loses)
            wider[: len(chances)] = (1 - falls) * chances
            wider[stake.loses :] += falls * chances
            chances = wider
    return chances


def _lost_at_most(stakes: Stakes) -> int:
    """So many grains that more are lost with a negligible chance only: Bernstein's inequality.

    What rests on shared proofs is taken as lost.
    """
    most = [_most_lost(entry) for entry in stakes.entries]
    entries = stakes.entries
    shared = sum(s.loses for e in entries for s in e.stakes if s.with_proof is not None)
    risks = [(s.loses, float(s.falls)) for e in entries for s in e.stakes if s.with_proof is None]
    risks += [(entry.points, float(entry.turned_down)) for entry in entries]
    mean = sum(loses * chance for loses, chance in risks)
    square = 2 * sum(loses * loses * chance for loses, chance in risks)
    third, nats = max(most, default=0) / 3, -log(_NEGLIGIBLE)
    beyond = nats * third + sqrt((nats * third) ** 2 + 2 * nats * square)
    return min(sum(most), shared + ceil(mean + beyond))


def _most_lost(entry: EntryStakes) -> int:
    claims = sum(stake.loses for stake in entry.stakes)
    return max(claims, entry.points if entry.turned_down else 0)


def _turned_down_at_most(stakes: Stakes) -> int:
    """So many that more are turned down with a negligible chance only."""
    return gone_at_most([float(e.turned_down) for e in stakes.entries])


def gone_at_most(each: Sequence[float], *, negligible: float = _NEGLIGIBLE) -> int:
    """So many of them that more are turned down with a negligible chance only."""
    chances = np.array([1.0])
    for gone in each:
        chances = np.convolve(chances, [1 - gone, gone]) if gone else chances
    beyond = 1 - np.cumsum(chances)
    enough = np.flatnonzero(beyond <= negligible)
    return int(enough[0]) if len(enough) else len(chances) - 1


def _uncovered(stakes: Stakes) -> float:
    """The chance that entries turned down leave too few basic services.

    Entry by entry, over which affairs are covered; an exact distribution leaves that case out.
    """
    if stakes.required is None or spare_services(stakes) < 0:
        return 0.0
    chances: dict[frozenset[str], float] = {frozenset(): 1.0}
    for entry in stakes.entries:
        if entry.basic:
            chances = _covering(chances, entry)
    return sum(chance for affairs, chance in chances.items() if len(affairs) < stakes.required)


def _covering(
    chances: Mapping[frozenset[str], float], entry: EntryStakes
) -> dict[frozenset[str], float]:
    """The chances of what is covered, with one entry more."""
    gone = float(entry.turned_down)
    found: dict[frozenset[str], float] = {}
    for affairs, chance in chances.items():
        for covered, share in ((affairs, gone), (affairs | entry.basic, 1 - gone)):
            found[covered] = found.get(covered, 0.0) + chance * share
    return found


def _covered(stakes: Stakes) -> set[str]:
    return {affair for entry in stakes.entries for affair in entry.basic}


def spare_services(stakes: Stakes) -> int:
    """How many affairs of basic service are covered beyond those required."""
    return len(_covered(stakes)) - (stakes.required or 0)


def _drawn(stakes: Stakes, draws: int) -> Distribution:
    random = np.random.default_rng(_SEED)
    falls = [float(chance) for _, chance in stakes.proofs]
    fallen = random.random((len(falls), draws)) < np.array(falls).reshape(-1, 1)
    lost = np.zeros(draws, dtype=np.int64)
    turned_down = np.zeros(draws, dtype=np.int64)
    covering: dict[str, NDArray[np.int64]] = {}
    for entry in stakes.entries:
        loses = _drawn_loss(entry, fallen, random)
        gone = loses == _GONE
        lost += np.where(gone, entry.points, loses)
        turned_down += gone
        for affair in entry.basic if stakes.required is not None else ():
            covering.setdefault(affair, np.zeros(draws, dtype=np.int64))
            covering[affair] += ~gone
    enough = np.ones(draws, dtype=bool)
    if stakes.required is not None:
        kept = [stays > 0 for stays in covering.values()]
        enough = np.sum(kept, axis=0) >= stakes.required if kept else ~enough
    error = _TWO_SIDED_95 * sqrt(0.25 / draws)
    tables = [_table(turned_down[kept], lost[kept], draws) for kept in (enough, ~enough)]
    return Distribution(stakes, Method.DRAWN, tables[0], tables[1], error)


def _drawn_loss(
    entry: EntryStakes, fallen: NDArray[np.bool_], random: np.random.Generator
) -> NDArray[np.int64]:
    """The grains lost in each draw; `_GONE` where the entry is turned down."""
    drawn: Table = random.random((fallen.shape[1],))
    proofs = sorted({s.with_proof for s in entry.stakes if s.with_proof is not None})
    if not proofs:
        return _lost_in(entry, frozenset(), drawn)
    states = np.zeros(len(drawn), dtype=np.int64)
    for bit, place in enumerate(proofs):
        states |= fallen[place].astype(np.int64) << bit
    loss = np.zeros(len(drawn), dtype=np.int64)
    for state in np.flatnonzero(np.bincount(states)):
        down = frozenset(p for bit, p in enumerate(proofs) if state >> bit & 1)
        where = states == state
        loss[where] = _lost_in(entry, down, drawn[where])
    return loss


def _lost_in(entry: EntryStakes, fallen: frozenset[int], drawn: Table) -> NDArray[np.int64]:
    """What evenly drawn numbers below 1 stand for, given which proofs fell.

    Most are told by the drawer that they lie in; where a drawer holds an edge they are looked up.
    """
    edges = np.cumsum(lost_by(entry, fallen)) * (1 - float(entry.turned_down))
    marks = np.searchsorted(edges, np.arange(_DRAWERS + 1) / _DRAWERS, side="right")
    drawer = (drawn * _DRAWERS).astype(np.intp)
    loss: NDArray[np.int64] = marks[drawer]
    unsure = np.flatnonzero((marks[:-1] != marks[1:])[drawer])
    loss[unsure] = np.searchsorted(edges, drawn[unsure], side="right")
    if not entry.turned_down:
        return np.minimum(loss, len(edges) - 1)
    loss[loss == len(edges)] = _GONE
    return loss


def _table(turned_down: NDArray[np.int64], lost: NDArray[np.int64], draws: int) -> Table:
    height = int(turned_down.max(initial=0)) + 1
    width = int(lost.max(initial=0)) + 1
    counts = np.bincount(turned_down * width + lost, minlength=height * width)
    return counts.reshape(height, width) / draws
