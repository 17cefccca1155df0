"""From whole numbers to what is done: rungs climbed, entries reported, collective actions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.planning.actions import Row
from pragola.planning.ground import Choice, Entry, Ground, Ladder
from pragola.planning.programme import Placed, Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is done. `by_hand` are rungs that units climb themselves, by row and level.

    `reported` are the ids of all entries that are reported; `together` places of collective
    actions; `levels` where every row that moves ends: as high as what is done carries it.
    """

    by_hand: frozenset[tuple[Row, int]]
    reported: frozenset[str]
    together: frozenset[int]
    levels: Mapping[Row, int]


def chosen_from(programme: Programme, values: Sequence[int]) -> Chosen:
    """The meaning of the columns' values."""
    ground = programme.ground
    together = frozenset(place for place, column in enumerate(programme.together) if values[column])
    reported = {e.id for e in ground.entries if e.choice is Choice.IN and e.id}
    reported |= {name for each in programme.placed for name in _reported(each, values)}
    climbed = {pair for each in programme.placed for pair in _by_hand(each, values, together)}
    return settled(ground, frozenset(climbed), frozenset(reported), together)


def settled(
    ground: Ground,
    by_hand: frozenset[tuple[Row, int]],
    reported: frozenset[str],
    together: frozenset[int],
) -> Chosen:
    """What is done with the levels that follow from it."""
    levels: dict[Row, int] = {}
    for entry in (ground.region, *ground.entries):
        if entry.id is None or entry.id in reported:
            levels |= _levels(entry, by_hand, together)
    needed = frozenset((row, level) for row, level in by_hand if levels.get(row, 0) >= level)
    return Chosen(by_hand=needed, reported=reported, together=together, levels=levels)


def _reported(placed: Placed, values: Sequence[int]) -> tuple[str, ...]:
    if placed.reported is None:
        return ()
    return placed.kind.ids[: values[placed.reported]]


def _by_hand(
    placed: Placed, values: Sequence[int], together: frozenset[int]
) -> Iterator[tuple[Row, int]]:
    for place, climb in enumerate(placed.climbs):
        for number, column in enumerate(climb.climbed):
            for member in placed.kind.members[: values[column]]:
                rung = member[place].rungs[number]
                if together.isdisjoint(rung.lifted_by):
                    yield member[place].row, rung.level


def _levels(
    entry: Entry, by_hand: frozenset[tuple[Row, int]], together: frozenset[int]
) -> dict[Row, int]:
    """The heights that the rows of an entry reach, each rung after what it waits for."""
    heights = [0] * len(entry.ladders)
    while True:
        higher = [_height(ladder, heights, by_hand, together) for ladder in entry.ladders]
        if higher == heights:
            break
        heights = higher
    return {
        ladder.row: ladder.now + height
        for ladder, height in zip(entry.ladders, heights, strict=True)
        if height
    }


def _height(
    ladder: Ladder,
    heights: Sequence[int],
    by_hand: frozenset[tuple[Row, int]],
    together: frozenset[int],
) -> int:
    for number, rung in enumerate(ladder.rungs):
        done = (ladder.row, rung.level) in by_hand or not together.isdisjoint(rung.lifted_by)
        if not done or any(heights[other] < height for other, height in rung.waits):
            return number
    return len(ladder.rungs)


def total_of(ground: Ground, chosen: Chosen) -> Fraction:
    """The total in points of what is done, as the engine would score it."""
    rules, reported = ground.rules, [e for e in ground.entries if e.id in chosen.reported]
    points = sum((e.points for e in reported), Decimal(0))
    gained = sum((_gained(entry, chosen) for entry in reported), Decimal(0))
    basic = {affair for entry in reported for affair in entry.basic}
    enough = rules.services is None or len(basic) >= rules.services
    return (
        rules.spd
        + Fraction(_gained(ground.region, chosen))
        + Fraction(points + gained) / rules.divisor(len(reported))
        + rules.count_score(len(reported), enough=enough)
    )


def lost_without(ground: Ground, chosen: Chosen, entry: Entry, indicator: str) -> Fraction:
    """What the total lacks if the entry's own hands do not raise that row."""
    rungs = [(r, rung.level) for r in entry.ladders for rung in r.rungs]
    others = frozenset(
        pair
        for pair in ((ladder.row, level) for ladder, level in rungs)
        if pair in chosen.by_hand and pair[0][1] != indicator
    )
    levels = _levels(entry, others, chosen.together)
    less = Chosen(by_hand=others, reported=chosen.reported, together=chosen.together, levels=levels)
    lost = Fraction(_gained(entry, chosen) - _gained(entry, less))
    return lost if entry.id is None else lost / ground.rules.divisor(len(chosen.reported))


def _gained(entry: Entry, chosen: Chosen) -> Decimal:
    return sum(
        (
            ladder.weight * (chosen.levels[ladder.row] - ladder.now)
            for ladder in entry.ladders
            if ladder.row in chosen.levels
        ),
        Decimal(0),
    )


def effort_of(ground: Ground, chosen: Chosen) -> int:
    """The effort of what is done, in grains."""
    own = {
        (ladder.row, rung.level): rung.own or 0
        for entry in (ground.region, *ground.entries)
        for ladder in entry.ladders
        for rung in ladder.rungs
    }
    entering = sum(e.entering for e in ground.entries if e.id in chosen.reported)
    return (
        sum(own[pair] for pair in chosen.by_hand)
        + entering
        + sum(ground.together[place].effort for place in chosen.together)
    )


def broken_limits(ground: Ground, chosen: Chosen) -> tuple[int, ...]:
    """Places of the limits that what is done would break."""
    spent = [0] * len(ground.limits)
    for entry in (ground.region, *ground.entries):
        for limit in entry.limits if entry.id in chosen.reported else ():
            spent[limit] += entry.entering
        for ladder in entry.ladders:
            for rung in ladder.rungs:
                if (ladder.row, rung.level) in chosen.by_hand:
                    for limit in rung.limits:
                        spent[limit] += rung.own or 0
    for place in chosen.together:
        for limit in ground.together[place].limits:
            spent[limit] += ground.together[place].effort
    return tuple(p for p, limit in enumerate(ground.limits) if spent[p] > limit.grains)
