"""What the engine says of a year of the demonstration, computed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pragola.demonstration import demonstration, target
from pragola.rulebooks import load_edition
from pragola.scoring.assessment import assess
from pragola.scoring.edition import Edition
from pragola.scoring.explanation import Node, explain
from pragola.scoring.results import Assessed

READINGS = ("claimed", "verified", "other_claimed", "other_verified")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One year: its edition, everything assessed, and the index aimed at."""

    edition: Edition
    assessed: Assessed
    target: Decimal


@dataclass(frozen=True, slots=True)
class Tree:
    """An explanation's nodes by key, and the key above each; the root has none."""

    nodes: Mapping[str, Node]
    above: Mapping[str, str]


@cache
def known(year: str) -> Known:
    """Everything known of a year. Raises NotDemonstratedError."""
    aim = target(year)
    edition = load_edition(year)
    return Known(edition=edition, assessed=assess(edition, demonstration(year)), target=aim)


@cache
def tree(year: str, reading: str) -> Tree:
    """The explanation of one of the four READINGS of a year's index."""
    told = known(year)
    root = explain(told.edition, getattr(told.assessed, reading))
    nodes = {node.key: node for node in root.walk()}
    above = {part.key: node.key for node in root.walk() for part in node.parts}
    return Tree(nodes, above)
