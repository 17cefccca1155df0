"""What rungs wait for: evidence of the same entry that must be there before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pragola.planning.ground import Ladder, Rung
from pragola.planning.work import Waiting
from pragola.scoring.results import RowScore


def with_waiting(
    ladders: list[Ladder], rows: Sequence[RowScore], rules: Sequence[Waiting]
) -> list[Ladder]:
    """The ladders with what their rungs wait for; a rung that would wait for ever is cut off."""
    at = {row.indicator.code: place for place, row in enumerate(rows)}
    result = list(ladders)
    for rule in rules:
        if rule.indicator not in at or rule.for_indicator not in at:
            continue
        place, other = at[rule.indicator], at[rule.for_indicator]
        if rows[other].level < rule.for_level:
            rungs = tuple(
                replace(r, waits=(*r.waits, (other, rule.for_level - rows[other].level)))
                if r.level == rule.level
                else r
                for r in result[place].rungs
            )
            result[place] = replace(result[place], rungs=rungs)
    while True:
        cut = [_cut_off(ladder, result) for ladder in result]
        if cut == result:
            return result
        result = cut


def _cut_off(ladder: Ladder, ladders: Sequence[Ladder]) -> Ladder:
    for number, rung in enumerate(ladder.rungs):
        if any(len(ladders[other].rungs) < height for other, height in rung.waits):
            return replace(ladder, rungs=ladder.rungs[:number], surely=min(ladder.surely, number))
    return ladder


def moved(rung: Rung, at: Mapping[int, int]) -> Rung:
    """The rung with the places of ladders renamed."""
    return replace(rung, waits=tuple((at[other], height) for other, height in rung.waits))
