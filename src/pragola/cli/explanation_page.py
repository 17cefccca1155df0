"""A node of the explanation as lines of text, as deep as fits on a page."""

from collections.abc import Iterator
from itertools import chain

from pragola.cli.numbers import exact
from pragola.scoring.document import Json, fact_as_json
from pragola.scoring.edition import Edition
from pragola.scoring.explanation import Node
from pragola.wording import Language
from pragola.wording.explanation import say_details, say_label, say_rule

_PAGE = 45
_DEEPEST = 8


def explanation_lines(
    edition: Edition, node: Node, language: Language, *, among: int = 1
) -> Iterator[str]:
    """The node, its rule, its parts below it, and the sources it rests on."""
    depth = _depth_that_fits(node, _PAGE // among)
    yield from _lines(node, language, depth=depth, indent=0)
    titles = {source.id: source.title for source in edition.sources}
    for source_id in _sources(node, depth):
        yield f"  [{source_id}] {titles.get(source_id, '')}".rstrip()


def node_document(node: Node) -> Json:
    """The node with all below it for a program; values as exact fractions."""
    return {
        "key": node.key,
        "label": node.label,
        "rule": node.rule.value,
        "value": str(node.value),
        "facts": {name: fact_as_json(fact) for name, fact in node.facts},
        "sources": list(dict.fromkeys(chain.from_iterable(p.sources for p in node.provenances))),
        "parts": [node_document(part) for part in node.parts],
    }


def _lines(node: Node, language: Language, *, depth: int, indent: int) -> Iterator[str]:
    margin = "  " * indent
    label, rule = say_label(node, language), say_rule(node, language)
    yield f"{margin}{label} = {exact(node.value, language)}  ({rule}){_marks(node)}"
    for detail in say_details(node, language):
        yield f"{margin}    {detail}"
    if depth > 0:
        for part in node.parts:
            yield from _lines(part, language, depth=depth - 1, indent=indent + 1)


def _marks(node: Node) -> str:
    sources = dict.fromkeys(chain.from_iterable(p.sources for p in node.provenances))
    basis = {p.basis.value for p in node.provenances} - {"stated"}
    marks = [*sources, *sorted(basis)]
    return f" [{', '.join(marks)}]" if marks else ""


def _sources(node: Node, depth: int) -> Iterator[str]:
    nodes = _down_to(node, depth)
    named = (source for each in nodes for p in each.provenances for source in p.sources)
    return iter(dict.fromkeys(named))


def _down_to(node: Node, depth: int) -> Iterator[Node]:
    yield node
    if depth > 0:
        for part in node.parts:
            yield from _down_to(part, depth - 1)


def _depth_that_fits(node: Node, lines: int) -> int:
    depth = 1
    while depth < _DEEPEST and sum(1 for _ in _down_to(node, depth + 1)) <= lines:
        depth += 1
    return depth
