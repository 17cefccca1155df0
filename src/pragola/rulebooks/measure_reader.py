"""Measures and their cuts: read, then held against each other."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pragola.rulebooks.desk import Desk, Mark
from pragola.rulebooks.fields import (
    Fields,
    Reader,
    choice_of,
    decimal,
    flag,
    list_of,
    shown,
    text,
    whole_between,
)
from pragola.rulebooks.nodes import Entries, Node
from pragola.rulebooks.provenance import provenance_in
from pragola.scoring.edition import Cut, Direction, Formula, Measure, Provenance

MOST_LEVELS = 9
_MOST_DECIMALS = 9


class _Placed(NamedTuple):
    cut: Cut
    mark: Mark


def levels_of(node: Node, desk: Desk) -> tuple[tuple[int, Node], ...]:
    """The values of a mapping by level; the levels must be 1, 2, 3 … in order."""
    if not isinstance(node, Entries):
        desk.fault("not_a_mapping", node.mark, found=shown(node))
        return ()
    found = [whole_between(1, MOST_LEVELS)(entry.key, desk) for entry in node.entries]
    if not found or found != list(range(1, len(found) + 1)):
        written = ", ".join(entry.key.text for entry in node.entries)
        desk.fault("levels_not_in_order", node.mark, found=written, expected="1, 2, 3")
    return tuple((level, entry.value) for level, entry in zip(found, node.entries, strict=True))


def measure_of(inherited: Provenance, highest: int) -> Reader[Measure]:
    """A measure for an indicator with that highest level."""

    def read(node: Node, desk: Desk) -> Measure:
        with Fields(node, desk) as fields:
            before = desk.number
            placed = fields.required("cuts", _cuts)
            measure = Measure(
                unit=fields.required("unit", text),
                direction=fields.required("direction", choice_of(Direction)),
                formula=fields.required("formula", choice_of(Formula)),
                decimals=fields.required("decimals", whole_between(0, _MOST_DECIMALS)),
                whole=fields.optional("whole", flag, default=False),
                share=fields.optional("share", flag, default=False),
                cuts=tuple(p.cut for p in placed),
                tested=fields.required("tested", list_of(whole_between(1, MOST_LEVELS))),
                provenance=provenance_in(fields, inherited),
            )
            if desk.number == before:
                _check(measure, placed, fields, highest=highest)
            return measure

    return read


def _cuts(node: Node, desk: Desk) -> tuple[_Placed, ...]:
    return tuple(_cut(level, value, desk) for level, value in levels_of(node, desk))


def _cut(level: int, node: Node, desk: Desk) -> _Placed:
    with Fields(node, desk) as fields:
        low = fields.optional("min", decimal, default=None)
        high = fields.optional("max", decimal, default=None)
        if low is None and high is None:
            desk.fault("cut_without_ends", node.mark, found=str(level))
        elif low is not None and high is not None and low > high:
            desk.fault("ends_reversed", node.mark, found=f"{low} … {high}")
        return _Placed(Cut(level, low, high), node.mark)


def _check(measure: Measure, placed: Sequence[_Placed], fields: Fields, *, highest: int) -> None:
    desk = fields.desk
    levels = [p.cut.level for p in placed]
    if len(levels) != highest:
        desk.fault("cuts_not_all_levels", fields.mark, found=len(levels), expected=highest)
    if sorted(measure.tested) != levels:
        written = ", ".join(str(level) for level in measure.tested)
        expected = ", ".join(str(level) for level in levels)
        desk.fault(
            "tested_not_all_levels", fields.mark_of("tested"), found=written, expected=expected
        )
    if measure.whole and measure.decimals != 0:
        desk.fault("whole_with_decimals", fields.mark_of("decimals"), found=measure.decimals)
    for one in placed:
        _check_digits(one, measure, desk)
    for worse, better in pairwise(placed):
        _check_neighbours(worse, better, measure, desk)


def _check_digits(placed: _Placed, measure: Measure, desk: Desk) -> None:
    for end in (placed.cut.min, placed.cut.max):
        if end is not None and end != round(end, measure.decimals):
            desk.fault("cut_finer_than_measure", placed.mark, found=end, expected=measure.decimals)


def _check_neighbours(worse: _Placed, better: _Placed, measure: Measure, desk: Desk) -> None:
    """Levels must follow each other in the measure's direction, without a hole between."""
    low, high = worse, better
    if measure.direction is Direction.LOWER:
        low, high = better, worse
    if low.cut.max is None or high.cut.min is None or not _rises(low.cut, high.cut):
        desk.fault(
            "cuts_against_direction",
            better.mark,
            found=str(better.cut.level),
            expected=measure.direction.value,
        )
        return
    step = Decimal(1) if measure.whole else Decimal(1).scaleb(-measure.decimals)
    if high.cut.min - low.cut.max > step:
        desk.fault("cuts_with_gap", better.mark, found=f"{low.cut.max} … {high.cut.min}")


def _rises(low: Cut, high: Cut) -> bool:
    starts = low.min is None or (high.min is not None and low.min < high.min)
    ends = high.max is None or (low.max is not None and low.max < high.max)
    return starts and ends
