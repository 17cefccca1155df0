"""One value of the index: what it is, from what, by which rule, by which source."""

from collections.abc import Iterator
from dataclasses import dataclass

from pragola.scoring.edition import Basis, Edition
from pragola.scoring.explanation import Node
from pragola.web.dashboards.queries.known import READINGS, Known, Tree, tree
from pragola.web.shared.numbers import exact
from pragola.wording import Language
from pragola.wording.edition_words import BASES, CONFIDENCES
from pragola.wording.explanation import say_details, say_label, say_rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A value among others, with the key it is explained under."""

    key: str
    label: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What a value rests on: how sure, on which documents, and whether it is our reading."""

    confidence: str
    basis: str
    mark: str
    note: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationPage:
    """A node with what is above it, below it and behind it."""

    subject: str
    year: str
    demonstrated: bool
    reading: str
    node: Part
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
        details=say_details(node, language),
        trail=tuple(_part(above, language) for above in reversed([*_above(node, nodes)])),
        parts=tuple(_part(part, language) for part in node.parts),
        rests=tuple(_rests(told.edition, node, language)),
    )


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


def _rests(edition: Edition, node: Node, language: Language) -> Iterator[Rest]:
    titles = {source.id: source.title for source in edition.sources}
    for provenance in node.provenances:
        yield Rest(
            confidence=CONFIDENCES[provenance.confidence].text(language),
            basis=BASES[provenance.basis].text(language),
            mark=mark_of(provenance.basis),
            note=provenance.note,
            titles=tuple(titles.get(source, source) for source in provenance.sources),
        )


def mark_of(basis: Basis) -> str:
    """The class of the mark that a value of that basis bears; empty when it is stated."""
    return {Basis.STATED: "", Basis.INFERRED: "mark-inferred", Basis.OURS: "mark-ours"}[basis]
