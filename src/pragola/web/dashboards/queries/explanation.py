"""One value of the index: what it is, from what, by which rule, by which source."""

from collections.abc import Iterator
from dataclasses import dataclass

from pragola.scoring.explanation import Node, Rule
from pragola.web.dashboards.queries.known import READINGS, Known, Tree, tree
from pragola.web.shared.numbers import exact
from pragola.web.shared.provenance import Rest, rest_of
from pragola.wording import Language
from pragola.wording.explanation import say_details, say_label, say_rule

_MOST_WRITTEN_OUT = 5
_SIGNS = {Rule.SUM: " + ", Rule.PRODUCT: " × ", Rule.QUOTIENT: " ÷ ", Rule.SHARE: " ÷ "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A value among others, with the key it is explained under."""

    key: str
    label: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationPage:
    """A node with what is above it, below it and behind it."""

    subject: str
    year: str
    demonstrated: bool
    reading: str
    node: Part
    formula: str
    details: tuple[str, ...]
    trail: tuple[Part, ...]
    parts: tuple[Part, ...]
    rests: tuple[Rest, ...]


def explanation_page(
    told: Known, key: str, reading: str, language: Language
) -> ExplanationPage | None:
    """The explanation of a key; None where nothing has that key or reading."""
    if reading not in READINGS:
        return None
    nodes = tree(told, reading)
    node = nodes.nodes.get(key)
    if node is None:
        return None
    return ExplanationPage(
        subject=told.subject,
        year=told.edition.code,
        demonstrated=told.demonstrated,
        reading=reading,
        node=_part(node, language),
        formula=_formula(node, language),
        details=say_details(node, language),
        trail=tuple(_part(above, language) for above in reversed([*_above(node, nodes)])),
        parts=tuple(_part(part, language) for part in node.parts),
        rests=tuple(rest_of(told.edition, p, language) for p in node.provenances),
    )


def _formula(node: Node, language: Language) -> str:
    """The sum, product or quotient written out, where it fits one line."""
    sign = _SIGNS.get(node.rule)
    if sign is None or not 1 < len(node.parts) <= _MOST_WRITTEN_OUT:
        return ""
    written = sign.join(exact(part.value, language) for part in node.parts)
    return f"{written} × 100" if node.rule is Rule.SHARE else written


def _part(node: Node, language: Language) -> Part:
    return Part(
        key=node.key,
        label=say_label(node, language),
        value=exact(node.value, language),
        rule=say_rule(node, language),
    )


def _above(node: Node, nodes: Tree) -> Iterator[Node]:
    key = nodes.above.get(node.key)
    while key is not None:
        yield nodes.nodes[key]
        key = nodes.above.get(key)
