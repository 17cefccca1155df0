"""Ways of planning that people use today, on the same ground as the planner's.

Each does one thing after the other until the index is reached, keeps to hands and to what waits
for what, and reports what is reported today.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.planning.actions import Row
from pragola.planning.chosen import settled, total_of
from pragola.planning.ground import Entry, Ground, Ladder, Rung

type Strategy = Callable[[Ground, Fraction], Decimal | None]


class Doing:
    """What was done so far, with the total that it brings."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.reported = frozenset(e.id for e in ground.entries if e.id and not e.draft)
        self.divisor = ground.rules.divisor(len(self.reported))
        self.done: frozenset[int] = frozenset()
        self.effort = 0
        self.levels: dict[Row, int] = {}
        self.spent = [0] * len(ground.limits)
        self.total = total_of(ground, settled(ground, frozenset(), self.reported, frozenset()))

    def entries(self) -> Iterator[Entry]:
        """The region and what is reported."""
        yield self.ground.region
        yield from (e for e in self.ground.entries if e.id in self.reported)

    def height(self, ladder: Ladder) -> int:
        """How many of its rungs are climbed."""
        return self.levels.get(ladder.row, ladder.now) - ladder.now

    def next_rung(self, ladder: Ladder) -> Rung | None:
        """The rung that comes next by own hands, if there is one."""
        height = self.height(ladder)
        rung = ladder.rungs[height] if height < len(ladder.rungs) else None
        return rung if rung is not None and rung.own is not None else None

    def climb(self, entry: Entry, ladder: Ladder) -> bool:
        """Climb the next rung, if what it waits for is there and hands are free."""
        rung = self.next_rung(ladder)
        if rung is None or not self._there(entry, rung):
            return False
        if not self._spend(rung.limits, rung.own or 0):
            return False
        self._rise(entry, ladder)
        self._carried(entry)
        return True

    def together(self, place: int) -> bool:
        """Do a collective action, if what it needs is done and hands are free."""
        each = self.ground.together[place]
        if each.barred or place in self.done or not {*each.needs} <= self.done:
            return False
        if not self._spend(each.limits, each.effort):
            return False
        self.done |= {place}
        for entry in self.entries():
            self._carried(entry)
        return True

    def days(self) -> Decimal:
        """The effort so far."""
        return self.ground.days(self.effort)

    def _there(self, entry: Entry, rung: Rung) -> bool:
        return all(self.height(entry.ladders[other]) >= height for other, height in rung.waits)

    def _spend(self, limits: tuple[int, ...], effort: int) -> bool:
        if any(self.spent[p] + effort > self.ground.limits[p].grains for p in limits):
            return False
        for place in limits:
            self.spent[place] += effort
        self.effort += effort
        return True

    def _rise(self, entry: Entry, ladder: Ladder) -> None:
        self.levels[ladder.row] = ladder.now + self.height(ladder) + 1
        self.total += Fraction(ladder.weight) / (1 if entry.id is None else self.divisor)

    def _carried(self, entry: Entry) -> None:
        """Rungs that collective actions cover are climbed as soon as one stands below them."""
        moved = True
        while moved:
            moved = False
            for ladder in entry.ladders:
                rungs = ladder.rungs[self.height(ladder) :]
                if rungs and {*rungs[0].lifted_by} & self.done and self._there(entry, rungs[0]):
                    self._rise(entry, ladder)
                    moved = True


@dataclass(frozen=True, slots=True)
class _Step:
    """A step with what it brings by its effort."""

    gain: float
    do: Callable[[], bool]


def by_points_per_effort(ground: Ground, total: Fraction) -> Decimal | None:
    """Always what brings most points for a person-day, collective actions too."""
    doing = Doing(ground)
    while doing.total < total:
        steps = sorted(_steps(doing), key=lambda step: -step.gain)
        if not any(step.do() for step in steps):
            return None
        # All steps of equal gain in one go: their order does not matter.
        for step in steps:
            if doing.total >= total or step.gain < steps[0].gain:
                break
            step.do()
    return doing.days()


def _steps(doing: Doing) -> Iterator[_Step]:
    for entry in doing.entries():
        share = 1 if entry.id is None else doing.divisor
        for ladder in entry.ladders:
            rung = doing.next_rung(ladder)
            if rung is not None:
                gain = float(ladder.weight) / share / max(rung.own or 0, 1e-9)

                def climb(entry: Entry = entry, ladder: Ladder = ladder) -> bool:
                    return doing.climb(entry, ladder)

                yield _Step(gain, climb)
    for place, each in enumerate(doing.ground.together):
        if place not in doing.done:

            def together(place: int = place) -> bool:
                return doing.together(place)

            yield _Step(_lifted(doing, place) / max(each.effort, 1), together)


def _lifted(doing: Doing, place: int) -> float:
    """The points that a collective action would bring now."""
    points = 0.0
    for entry in doing.entries():
        share = 1 if entry.id is None else doing.divisor
        for ladder in entry.ladders:
            for rung in ladder.rungs[doing.height(ladder) :]:
                if place not in rung.lifted_by:
                    break
                points += float(ladder.weight) / share
    return points


def best_innovations_first(ground: Ground, total: Fraction) -> Decimal | None:
    """Finish the strongest innovation, then the next, each from its cheapest step."""
    doing = Doing(ground)
    for entry in sorted(doing.entries(), key=lambda e: -e.points):
        progress = entry.id is not None
        while progress and doing.total < total:
            ladders = sorted(entry.ladders, key=lambda each: _cost(doing, each))
            progress = any(doing.climb(entry, ladder) for ladder in ladders)
        if doing.total >= total:
            return doing.days()
    return None


def _cost(doing: Doing, ladder: Ladder) -> float:
    rung = doing.next_rung(ladder)
    return float("inf") if rung is None else rung.own or 0


def everyone_one_level_up(ground: Ground, total: Fraction) -> Decimal | None:
    """Every claim of every innovation one level up, round after round."""
    doing = Doing(ground)
    progress = True
    while progress:
        progress = False
        for entry in doing.entries():
            for ladder in entry.ladders if entry.id is not None else ():
                if doing.total >= total:
                    return doing.days()
                progress = doing.climb(entry, ladder) or progress
    return doing.days() if doing.total >= total else None


STRATEGIES: Mapping[str, Strategy] = {
    "greedy by points per effort": by_points_per_effort,
    "best innovations first": best_innovations_first,
    "everyone one level up": everyone_one_level_up,
}
