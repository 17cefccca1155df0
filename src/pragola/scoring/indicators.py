"""How a region stands on one indicator over all its innovations."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.scoring.edition import Aspect, Edition, Indicator
from pragola.scoring.margins import level_worth
from pragola.scoring.results import RowScore, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorStanding:
    """`by_level[k]` rows stand at level k; `average` is their mean level, exact.

    `missing` is the points short of the highest level over all rows; `missing_index` what
    they would add to the region's index, in index points.
    """

    indicator: Indicator
    by_level: tuple[int, ...]
    average: Fraction
    missing: Decimal
    missing_index: Fraction


def standings_of(edition: Edition, score: Score) -> tuple[IndicatorStanding, ...]:
    """The standing on every indicator, in the edition's order, over counted innovations."""
    rows_of: dict[str, list[RowScore]] = {i.code: [] for i in edition.indicators}
    for row in score.spd_rows:
        rows_of[row.indicator.code].append(row)
    for innovation in score.innovations:
        if innovation.counted:
            for row in innovation.rows:
                rows_of[row.indicator.code].append(row)
    worth = _worth_in(edition, score)
    return tuple(_standing(i, rows_of[i.code], worth) for i in edition.indicators)


def _worth_in(edition: Edition, score: Score) -> Callable[[Indicator, Decimal], Fraction]:
    def worth(indicator: Indicator, points: Decimal) -> Fraction:
        divisor = score.divisor if indicator.aspect is Aspect.SID else 1
        return level_worth(edition, points, divisor=divisor)

    return worth


def _standing(
    indicator: Indicator, rows: list[RowScore], worth: Callable[[Indicator, Decimal], Fraction]
) -> IndicatorStanding:
    highest = indicator.highest_level
    levels = [row.level for row in rows]
    short = indicator.weight.value * sum(highest - level for level in levels)
    return IndicatorStanding(
        indicator=indicator,
        by_level=tuple(levels.count(level) for level in range(highest + 1)),
        average=Fraction(sum(levels), len(levels)) if levels else Fraction(0),
        missing=short,
        missing_index=worth(indicator, short),
    )
