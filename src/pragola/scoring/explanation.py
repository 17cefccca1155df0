"""The score as a tree: each node says what it is, from which values, by which rule and source.

A node's value follows from its parts by its rule (`recomputed`), down to levels that people
answered, figures they gave and constants of the edition.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import prod

from pragola.scoring.answers import Status
from pragola.scoring.edition import Edition, Indicator, Provenance, Sourced
from pragola.scoring.faults import Fact, Facts
from pragola.scoring.measure import round_half_up
from pragola.scoring.results import InnovationScore, RowScore, Score


class Rule(StrEnum):
    """The operation by which a node's value follows from the values of its parts."""

    ROUNDED = "rounded"
    SHARE = "share"
    SUM = "sum"
    PRODUCT = "product"
    DIFFERENCE = "difference"
    QUOTIENT = "quotient"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    ENOUGH = "enough"
    COUNT_OF = "count_of"
    ZERO_REJECTED = "zero_rejected"
    CONSTANT = "constant"
    GIVEN = "given"
    COUNTED = "counted"
    COVERED = "covered"
    SUBTOTAL = "subtotal"
    ANSWERED = "answered"
    COMPUTED = "computed"
    JUDGED = "judged"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One value of the score. `label` is what it is, `facts` name it (code, title, unit …).

    `key` is its address in the tree: `index`, `spd/SPD-01`, `sid/p1/SID-01`.
    """

    key: str
    label: str
    rule: Rule
    value: Fraction
    facts: Facts = ()
    provenances: tuple[Provenance, ...] = ()
    parts: tuple["Node", ...] = ()

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, from the top."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def find(self, key: str) -> "Node | None":
        """The node with that key; an innovation may be named without its leading `sid/`."""
        for wanted in (key, f"sid/{key}"):
            for node in self.walk():
                if node.key == wanted:
                    return node
        return None


def explain(edition: Edition, score: Score) -> Node:
    """The tree whose root is the index."""
    exact = _node(
        "index/exact",
        "index_exact",
        Rule.SHARE,
        score.index_exact,
        parts=(_total(edition, score), _constant("total/max", "total_max", edition.maxima.total)),
    )
    decimals = _constant("index/decimals", "index_decimals", edition.index_decimals)
    return _node(
        "index",
        "index",
        Rule.ROUNDED,
        Fraction(score.index),
        facts=(("band", score.band.name), ("edition", score.edition)),
        provenances=(edition.index_decimals.provenance, edition.bands.provenance),
        parts=(exact, decimals),
    )


_OPERATIONS: dict[Rule, Callable[[Sequence[Fraction]], Fraction]] = {
    Rule.ROUNDED: lambda v: Fraction(round_half_up(v[0], int(v[1]))),
    Rule.SHARE: lambda v: v[0] / v[1] * 100,
    Rule.SUM: lambda v: sum(v, Fraction(0)),
    Rule.PRODUCT: lambda v: prod(v, start=Fraction(1)),
    Rule.DIFFERENCE: lambda v: v[0] - v[1],
    Rule.QUOTIENT: lambda v: v[0] / v[1],
    Rule.MAXIMUM: max,
    Rule.MINIMUM: min,
    Rule.ENOUGH: lambda v: Fraction(v[0] >= v[1]),
    Rule.COUNT_OF: lambda v: Fraction(sum(1 for x in v if x)),
    Rule.ZERO_REJECTED: lambda _: Fraction(0),
}


def recomputed(node: Node) -> Fraction:
    """The node's value worked out anew from its parts; its own value where it has none."""
    operation = _OPERATIONS.get(node.rule)
    return operation([part.value for part in node.parts]) if operation else node.value


def _total(edition: Edition, score: Score) -> Node:
    parts = (_spd(edition, score), _mean(edition, score), _count(edition, score))
    return _node("total", "total", Rule.SUM, score.total, parts=parts)


def _spd(edition: Edition, score: Score) -> Node:
    facts: Facts = (("maximum", edition.maxima.spd.value),)
    provenances = (edition.maxima.spd.provenance,)
    if not edition.spd_indicators:
        return _node(
            "spd", "spd", Rule.SUBTOTAL, Fraction(score.spd), facts=facts, provenances=provenances
        )
    return _node(
        "spd",
        "spd",
        Rule.SUM,
        Fraction(score.spd),
        facts=facts,
        provenances=provenances,
        parts=tuple(_row("spd", row) for row in score.spd_rows),
    )


def _mean(edition: Edition, score: Score) -> Node:
    sid = _node(
        "sid",
        "sid_sum",
        Rule.SUM,
        Fraction(score.sid_sum),
        parts=tuple(_innovation(i) for i in score.innovations),
    )
    entered = _node(
        "divisor/entered",
        "entered_rejected_too" if score.rejected_in_divisor else "entered_accepted_only",
        Rule.COUNTED,
        Fraction(score.entered),
        provenances=(edition.rejected_in_divisor.provenance,),
    )
    divisor = _node(
        "divisor",
        "divisor",
        Rule.MAXIMUM,
        Fraction(score.divisor),
        parts=(_constant("divisor/min", "min_divisor", edition.min_divisor), entered),
    )
    facts: Facts = (("maximum", edition.maxima.sid.value),)
    return _node("mean", "mean", Rule.QUOTIENT, score.mean, facts=facts, parts=(sid, divisor))


def _count(edition: Edition, score: Score) -> Node:
    counted = _node("count/counted", "counted", Rule.COUNTED, Fraction(score.counted))
    capped = _node(
        "count/capped",
        "count_capped",
        Rule.MINIMUM,
        Fraction(min(score.counted, edition.count.cap.value)),
        parts=(counted, _constant("count/cap", "count_cap", edition.count.cap)),
    )
    weight = _constant("count/weight", "count_weight", edition.count.weight)
    coverage = (_coverage(edition, score),) if edition.min_basic_services else ()
    return _node(
        "count",
        "count_score",
        Rule.PRODUCT,
        Fraction(score.count_score),
        facts=(("maximum", edition.maxima.count.value),),
        parts=(weight, capped, *coverage),
    )


def _coverage(edition: Edition, score: Score) -> Node:
    assert edition.min_basic_services is not None
    services = score.basic_services
    covered = _node(
        "coverage/covered",
        "coverage_covered",
        Rule.COUNT_OF,
        Fraction(len(services.covered)),
        provenances=(edition.affairs.provenance, edition.touching_affairs_count.provenance),
        parts=tuple(_affair(name, score) for name in edition.basic_affairs),
    )
    required = _constant("coverage/min", "min_basic_services", edition.min_basic_services)
    return _node(
        "coverage", "coverage", Rule.ENOUGH, Fraction(services.enough), parts=(covered, required)
    )


def _affair(name: str, score: Score) -> Node:
    value = Fraction(name in score.basic_services.covered)
    return _node(f"coverage/{name}", "basic_affair", Rule.COVERED, value, facts=(("name", name),))


def _innovation(innovation: InnovationScore) -> Node:
    key = f"sid/{innovation.id}"
    rejected = innovation.status is Status.REJECTED
    return _node(
        key,
        "innovation",
        Rule.ZERO_REJECTED if rejected else Rule.SUM,
        Fraction(innovation.score),
        facts=(("id", innovation.id), ("title", innovation.title)),
        parts=tuple(_row(key, row) for row in innovation.rows),
    )


def _row(above: str, row: RowScore) -> Node:
    indicator = row.indicator
    key = f"{above}/{indicator.code}"
    weight = _constant(f"{key}/weight", "weight", indicator.weight)
    return _node(
        key,
        "row",
        Rule.PRODUCT,
        Fraction(row.score),
        facts=(("code", indicator.code), ("name", indicator.name)),
        provenances=(indicator.provenance,),
        parts=(weight, _level(f"{key}/level", row)),
    )


def _level(key: str, row: RowScore) -> Node:
    return _node(
        key,
        "level",
        _level_rule(row),
        Fraction(row.level),
        facts=_level_facts(row),
        provenances=_level_provenances(row, row.indicator),
    )


def _level_rule(row: RowScore) -> Rule:
    if row.judged:
        return Rule.JUDGED
    if row.reading is not None:
        return Rule.COMPUTED
    return Rule.ANSWERED if row.level else Rule.EMPTY


def _level_provenances(row: RowScore, indicator: Indicator) -> tuple[Provenance, ...]:
    if row.reading is not None:
        return (row.reading.measure.provenance,)
    return (indicator.levels.provenance,)


def _level_facts(row: RowScore) -> Facts:
    criterion: tuple[tuple[str, Fact], ...] = (("criterion", row.indicator.criterion(row.level)),)
    reading = row.reading
    if reading is None:
        return criterion
    return (
        *criterion,
        ("value", reading.value),
        ("unit", reading.measure.unit),
        ("formula", reading.measure.formula.value),
        ("base", reading.base.what if reading.base else ""),
        ("min", reading.cut.min if reading.cut else None),
        ("max", reading.cut.max if reading.cut else None),
        *reading.periods,
    )


def _constant(key: str, label: str, sourced: Sourced[int] | Sourced[Decimal]) -> Node:
    return _node(
        key,
        label,
        Rule.CONSTANT,
        Fraction(sourced.value),
        provenances=(sourced.provenance,),
    )


def _node(
    key: str,
    label: str,
    rule: Rule,
    value: Fraction,
    *,
    facts: Facts = (),
    provenances: tuple[Provenance, ...] = (),
    parts: tuple[Node, ...] = (),
) -> Node:
    return Node(
        key=key,
        label=label,
        rule=rule,
        value=value,
        facts=facts,
        provenances=provenances,
        parts=parts,
    )
