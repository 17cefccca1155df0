"""Ways of planning that people use today, on the same ground as the planner's.

Each does one thing after the other until the index is reached, keeps to hands and to what waits
for what, and reports what is reported today.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.planning.chosen import (
    Chosen,
    broken_limits,
    effort_of,
    settled,
    total_of,
)
from pragola.planning.ground import Entry, Ground, Ladder, Rung

type Strategy = Callable[[Ground, Fraction], Decimal | None]


class Doing:
    """What was done so far, with the total that it brings."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.reported = frozenset(e.id for e in ground.entries if e.id and not e.draft)
        self._keep(settled(ground, frozenset(), self.reported, frozenset()))

    def _keep(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.total = total_of(self.ground, chosen)

    def entries(self) -> Iterator[Entry]:
        """The region and what is reported."""
        yield self.ground.region
        yield from (e for e in self.ground.entries if e.id in self.reported)

    def next_rung(self, ladder: Ladder) -> Rung | None:
        """The rung that comes next by own hands, if there is one."""
        height = self.chosen.levels.get(ladder.row, ladder.now) - ladder.now
        rung = ladder.rungs[height] if height < len(ladder.rungs) else None
        return rung if rung is not None and rung.own is not None else None

    def climb(self, ladder: Ladder) -> bool:
        """Climb the next rung, with what it waits for being there and hands being free."""
        rung = self.next_rung(ladder)
        if rung is None:
            return False
        before = self.chosen
        step = frozenset({(ladder.row, rung.level)})
        after = settled(self.ground, before.by_hand | step, self.reported, before.together)
        if after.levels.get(ladder.row, ladder.now) < rung.level:
            return False
        if broken_limits(self.ground, after):
            return False
        self._keep(after)
        return True

    def together(self, place: int) -> bool:
        """Do a collective action, with what it needs."""
        before = self.chosen
        each = self.ground.together[place]
        if each.barred or place in before.together or not {*each.needs} <= before.together:
            return False
        after = settled(self.ground, before.by_hand, self.reported, before.together | {place})
        if broken_limits(self.ground, after):
            return False
        self._keep(after)
        return True

    def days(self) -> Decimal:
        """The effort so far."""
        return self.ground.days(effort_of(self.ground, self.chosen))


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
    ground, divisor = doing.ground, doing.ground.rules.divisor(len(doing.reported))
    for entry in doing.entries():
        share = 1 if entry.id is None else divisor
        for ladder in entry.ladders:
            rung = doing.next_rung(ladder)
            if rung is not None:
                gain = float(ladder.weight) / share / max(rung.own or 0, 1e-9)

                def climb(ladder: Ladder = ladder) -> bool:
                    return doing.climb(ladder)

                yield _Step(gain, climb)
    for place, each in enumerate(ground.together):
        if place not in doing.chosen.together:
            after = settled(
                ground, doing.chosen.by_hand, doing.reported, doing.chosen.together | {place}
            )
            gain = float(total_of(ground, after) - doing.total) / max(each.effort, 1)

            def together(place: int = place) -> bool:
                return doing.together(place)

            yield _Step(gain, together)


def best_innovations_first(ground: Ground, total: Fraction) -> Decimal | None:
    """Finish the strongest innovation, then the next, each from its cheapest step."""
    doing = Doing(ground)
    for entry in sorted(doing.entries(), key=lambda e: -e.points):
        progress = entry.id is not None
        while progress and doing.total < total:
            ladders = sorted(entry.ladders, key=lambda each: _cost(doing, each))
            progress = any(doing.climb(ladder) for ladder in ladders)
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
                progress = doing.climb(ladder) or progress
    return doing.days() if doing.total >= total else None


STRATEGIES: Mapping[str, Strategy] = {
    "greedy by points per effort": by_points_per_effort,
    "best innovations first": best_innovations_first,
    "everyone one level up": everyone_one_level_up,
}
