"""A sure plan without what it does not need: dropped and lowered while it stays sure."""

from collections.abc import Iterator

from pragola.planning.certainty.judging import Judge, Judged
from pragola.planning.certainty.yardstick import Yardstick
from pragola.planning.chosen import Chosen, effort_of, settled
from pragola.planning.ground import Choice, Ground
from pragola.planning.plan import keeps_to, plan_of

_TRIED = 12
"""So many plans are judged at most."""


def thinned(judge: Judge, yardstick: Yardstick, chosen: Chosen, judged: Judged) -> Judged:
    """The plan, or one of less effort that is still sure; what saves most is tried first.

    What costs more of the mean than the plan is ahead by is not tried.
    """
    tries = iter(range(_TRIED))
    while True:
        lighter = _lighter(judge, yardstick, chosen, judged, tries)
        if lighter is None:
            return judged
        chosen, judged = lighter


def _lighter(
    judge: Judge, yardstick: Yardstick, chosen: Chosen, judged: Judged, tries: Iterator[int]
) -> tuple[Chosen, Judged] | None:
    ground = yardstick.ground
    ahead = yardstick.points(float(-judged.short), len(chosen.reported)) + 1
    mean, effort = yardstick.mean(chosen), effort_of(ground, chosen)
    lighter = (each for each in _less(ground, chosen) if effort_of(ground, each) < effort)
    for less in sorted(lighter, key=lambda each: effort_of(ground, each)):
        if mean - yardstick.mean(less) > ahead or not kept_to(ground, less):
            continue
        if next(tries, None) is None:
            return None
        plan = plan_of(judge.situation, ground, less)
        again = judge.judged(plan)
        if again.sure and plan.index >= judge.target:
            return less, again
    return None


def _less(ground: Ground, chosen: Chosen) -> Iterator[Chosen]:
    """One rung not climbed, one collective action not done, one draft not entered."""
    for pair in sorted(chosen.by_hand, key=str):
        yield settled(ground, chosen.by_hand - {pair}, chosen.reported, chosen.together)
    for place in sorted(chosen.together):
        yield settled(ground, chosen.by_hand, chosen.reported, chosen.together - {place})
    for entry in ground.entries:
        if entry.draft and entry.id in chosen.reported:
            fewer = chosen.reported - {entry.id}
            yield settled(ground, chosen.by_hand, fewer, chosen.together)


def kept_to(ground: Ground, chosen: Chosen) -> bool:
    """Whether limits, order and what people fixed are kept."""
    done = all(p in chosen.together for p, each in enumerate(ground.together) if each.surely)
    reported = all(
        (e.id in chosen.reported) == (e.choice is Choice.IN)
        for e in ground.entries
        if e.choice is not Choice.OPEN
    )
    climbed = all(
        chosen.levels.get(ladder.row, ladder.now) >= ladder.now + ladder.surely
        for entry in (ground.region, *ground.entries)
        if entry.id is None or entry.id in chosen.reported
        for ladder in entry.ladders
    )
    return done and reported and climbed and keeps_to(ground, chosen)
