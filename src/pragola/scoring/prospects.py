"""What could change, explained as the score is: gap to a target, worth of levels, one more entry.

Each tree stands beside the index's own and leads back to its nodes by the same keys.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from pragola.scoring.edition import Aspect, Edition, Indicator
from pragola.scoring.explanation import Node, Rule, explain, recomputed
from pragola.scoring.indicators import IndicatorStanding, standings_of
from pragola.scoring.results import Score
from pragola.scoring.score import count_score_of, divisor_of


def prospects(edition: Edition, score: Score, *, target: Decimal | None) -> tuple[Node, ...]:
    """The trees of everything that could change, keys apart from the index's own.

    Keys: `gap`; `average/SID-01`, `missing/SID-01`, `worth/SID-01` for each indicator;
    `reporting-line`; `rejected-cost`.
    """
    now = {node.key: node for node in explain(edition, score).walk()}
    gap = (_gap(now, target),) if target is not None else ()
    standings = (
        node for standing in standings_of(edition, score) for node in _of_indicator(now, standing)
    )
    return (*gap, *standings, _reporting_line(edition, score, now), _rejected(edition, score, now))


def _gap(now: dict[str, Node], target: Decimal) -> Node:
    aim = _leaf("gap/target", "target", Rule.GIVEN, Fraction(target))
    short = _node("gap/difference", "gap_difference", Rule.DIFFERENCE, (aim, now["index"]))
    return _node("gap", "gap", Rule.MAXIMUM, (_nothing("gap"), short))


def _of_indicator(now: dict[str, Node], standing: IndicatorStanding) -> Iterator[Node]:
    indicator = standing.indicator
    worth = _worth(now, indicator)
    yield worth
    yield _average(standing)
    short = _short(standing)
    yield _node(f"missing/{indicator.code}", "missing", Rule.PRODUCT, (short, worth), indicator)


def _worth(now: dict[str, Node], indicator: Indicator) -> Node:
    """What one level more of one row adds: its points, shared by the divisor, of the total."""
    key = f"worth/{indicator.code}"
    weight = Node(
        key=f"{key}/weight",
        label="weight",
        rule=Rule.CONSTANT,
        value=Fraction(indicator.weight.value),
        provenances=(indicator.weight.provenance,),
    )
    points = weight
    if indicator.aspect is Aspect.SID:
        points = _node(f"{key}/points", "points_shared", Rule.QUOTIENT, (weight, now["divisor"]))
    return _node(key, "level_worth", Rule.SHARE, (points, now["total/max"]), indicator)


def _average(standing: IndicatorStanding) -> Node:
    key = f"average/{standing.indicator.code}"
    rows = sum(standing.by_level)
    if not rows:
        return _node(key, "average_level", Rule.EMPTY, (), standing.indicator)
    levels = sum(level * number for level, number in enumerate(standing.by_level))
    parts = (
        _leaf(f"{key}/levels", "levels_summed", Rule.COUNTED, Fraction(levels)),
        _leaf(f"{key}/rows", "rows_counted", Rule.COUNTED, Fraction(rows)),
    )
    return _node(key, "average_level", Rule.QUOTIENT, parts, standing.indicator)


def _short(standing: IndicatorStanding) -> Node:
    """Levels short of the highest over all rows."""
    short = standing.missing / standing.indicator.weight.value
    key = f"missing/{standing.indicator.code}/levels"
    return _leaf(key, "levels_short", Rule.COUNTED, Fraction(short))


def _reporting_line(edition: Edition, score: Score, now: dict[str, Node]) -> Node:
    key = "reporting-line"
    enough = score.basic_services.enough
    after = count_score_of(edition, score.counted + 1, enough=enough)
    gained = _leaf(
        f"{key}/gained", "count_gained", Rule.COUNTED, Fraction(after - score.count_score)
    )
    needed_mean = _node(f"{key}/mean", "mean_to_keep", Rule.DIFFERENCE, (now["mean"], gained))
    divisor = _leaf(
        f"{key}/divisor",
        "divisor_with_one_more",
        Rule.COUNTED,
        Fraction(divisor_of(edition, score.entered + 1)),
    )
    needed = _node(f"{key}/sum", "sum_to_keep", Rule.PRODUCT, (needed_mean, divisor))
    missing = _node(f"{key}/points", "points_to_keep", Rule.DIFFERENCE, (needed, now["sid"]))
    return _node(key, "reporting_line", Rule.MAXIMUM, (_nothing(key), missing))


def _rejected(edition: Edition, score: Score, now: dict[str, Node]) -> Node:
    """What one more entry that is rejected does to the index."""
    key = "rejected-cost"
    entered = score.entered + int(score.rejected_in_divisor)
    divisor = Node(
        key=f"{key}/divisor",
        label="divisor_with_rejected",
        rule=Rule.COUNTED,
        value=Fraction(divisor_of(edition, entered)),
        provenances=(edition.rejected_in_divisor.provenance,),
    )
    mean = _node(f"{key}/mean", "mean", Rule.QUOTIENT, (now["sid"], divisor))
    total = _node(f"{key}/total", "total", Rule.SUM, (now["spd"], mean, now["count"]))
    index = _node(f"{key}/index", "index_exact", Rule.SHARE, (total, now["total/max"]))
    return _node(key, "rejected_cost", Rule.DIFFERENCE, (index, now["index/exact"]))


def _nothing(key: str) -> Node:
    return _leaf(f"{key}/nothing", "nothing", Rule.GIVEN, Fraction(0))


def _leaf(key: str, label: str, rule: Rule, value: Fraction) -> Node:
    return Node(key=key, label=label, rule=rule, value=value)


def _node(
    key: str,
    label: str,
    rule: Rule,
    parts: tuple[Node, ...],
    indicator: Indicator | None = None,
) -> Node:
    """A node whose value follows from its parts."""
    named = (("code", indicator.code), ("name", indicator.name)) if indicator else ()
    hollow = Node(key=key, label=label, rule=rule, value=Fraction(0), facts=named, parts=parts)
    return Node(key=key, label=label, rule=rule, value=recomputed(hollow), facts=named, parts=parts)
