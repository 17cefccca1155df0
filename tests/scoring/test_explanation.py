"""The explanation: a tree in which every value follows from its parts."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim, Innovation
from pragola.scoring.explanation import Rule, explain, recomputed
from pragola.scoring.results import Side
from pragola.scoring.score import score
from tests.scoring.portfolios import innovations, region, rejected

THIS_YEAR = load_edition("2026")


def entries_of_every_kind() -> list[Innovation]:
    first, *others = innovations(THIS_YEAR, 13, level=2, basic=5)
    claims = {
        **first.claims,
        "SID-18": Claim(base="a", value=Decimal(350)),
        "SID-09": Claim(value=Decimal(1)),
    }
    del claims["SID-16"]
    return [replace(first, claims=claims, verdicts={"SID-01": 1}), *others, rejected("r1")]


ANSWERS = region(THIS_YEAR, entries_of_every_kind())


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("rejected_in_divisor", [True, False])
def test_every_node_follows_from_its_parts(side: Side, *, rejected_in_divisor: bool) -> None:
    result = score(THIS_YEAR, ANSWERS, side=side, rejected_in_divisor=rejected_in_divisor)
    tree = explain(THIS_YEAR, result)
    assert tree.value == Fraction(result.index)
    wrong = [node.key for node in tree.walk() if recomputed(node) != node.value]
    assert wrong == []


def test_keys_are_unique_and_find_their_node() -> None:
    tree = explain(THIS_YEAR, score(THIS_YEAR, ANSWERS))
    keys = [node.key for node in tree.walk()]
    assert len(keys) == len(set(keys))
    found = tree.find("p1/SID-20")
    assert found is not None
    assert (found.key, found.value) == ("sid/p1/SID-20", Fraction(8))
    assert tree.find("nothing") is None


def test_a_level_tells_how_it_came_about() -> None:
    tree = explain(THIS_YEAR, score(THIS_YEAR, ANSWERS, side=Side.VERIFIED))
    rules = {}
    for code in ("SID-01", "SID-16", "SID-18", "SID-20"):
        node = tree.find(f"p1/{code}/level")
        assert node is not None
        rules[code] = node.rule
    assert rules == {
        "SID-01": Rule.JUDGED,
        "SID-16": Rule.EMPTY,
        "SID-18": Rule.COMPUTED,
        "SID-20": Rule.ANSWERED,
    }


def test_a_computed_level_shows_figure_base_and_cut() -> None:
    node = explain(THIS_YEAR, score(THIS_YEAR, ANSWERS)).find("p1/SID-18/level")
    assert node is not None
    facts = dict(node.facts)
    assert (facts["value"], facts["unit"]) == (Decimal(350), "orang")
    assert (facts["min"], facts["max"]) == (Decimal(201), Decimal(500))
    assert node.provenances[0].sources != ()


def test_constants_carry_their_source() -> None:
    tree = explain(THIS_YEAR, score(THIS_YEAR, ANSWERS))
    bare = [n.key for n in tree.walk() if n.rule is Rule.CONSTANT and not n.provenances]
    assert bare == []


def test_a_partial_edition_shows_its_subtotal_and_no_coverage() -> None:
    partial = load_edition("2023")
    answers = region(partial, innovations(partial, 10, level=2, basic=1))
    tree = explain(partial, score(partial, answers))
    spd = tree.find("spd")
    assert spd is not None
    assert (spd.rule, spd.value) == (Rule.SUBTOTAL, Fraction(40))
    assert tree.find("coverage") is None
    assert [n.key for n in tree.walk() if recomputed(n) != n.value] == []
