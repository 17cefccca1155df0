"""What could change is explained by the same rules, and agrees with margins and standings."""

from decimal import Decimal
from fractions import Fraction

import pytest

from pragola.demonstration import demonstration
from pragola.rulebooks import load_edition
from pragola.scoring.assessment import assess
from pragola.scoring.explanation import Node, explain, recomputed
from pragola.scoring.indicators import standings_of
from pragola.scoring.prospects import prospects
from pragola.scoring.results import MarginKind
from tests.scoring.portfolios import innovations, region

YEARS = ("2023", "2026", "2027")


def trees(year: str, target: Decimal | None = None) -> dict[str, Node]:
    edition = load_edition(year)
    score = assess(edition, demonstration(year)).claimed
    return {node.key: node for node in prospects(edition, score, target=target)}


@pytest.mark.parametrize("year", YEARS)
def test_every_value_follows_from_its_parts(year: str) -> None:
    nodes = [n for tree in trees(year, Decimal("60.01")).values() for n in tree.walk()]
    assert [n.key for n in nodes if recomputed(n) != n.value] == []


@pytest.mark.parametrize("year", YEARS)
def test_the_trees_say_what_margins_and_standings_say(year: str) -> None:
    edition, found = load_edition(year), trees(year)
    assessed = assess(edition, demonstration(year))
    for standing in standings_of(edition, assessed.claimed):
        code = standing.indicator.code
        assert found[f"missing/{code}"].value == standing.missing_index
        assert found[f"average/{code}"].value == standing.average
    for margin in assessed.margins:
        if margin.kind in (MarginKind.SPD_LEVEL, MarginKind.CLAIM_LEVEL):
            assert found[f"worth/{margin.indicator}"].value == margin.adds
        if margin.kind is MarginKind.ENTER_REJECTED:
            assert found["rejected-cost"].value == margin.adds
    assert found["reporting-line"].value == assessed.reporting_line


def test_the_gap_is_what_is_missing_and_never_less_than_nothing() -> None:
    index = trees("2023", Decimal("60.01"))["gap"].parts[1].parts[1].value
    assert trees("2023", Decimal("60.01"))["gap"].value == Fraction("60.01") - index
    assert trees("2023", Decimal("10"))["gap"].value == 0
    assert "gap" not in trees("2023")


def test_keys_lead_back_to_the_index_and_clash_with_none_of_its_own() -> None:
    edition = load_edition("2026")
    score = assess(edition, demonstration("2026")).claimed
    own = {node.key for node in explain(edition, score).walk()}
    assert not own & set(trees("2026", Decimal(65)))
    divisor = trees("2026")["worth/SID-20"].parts[0].parts[1]
    assert (divisor.key, divisor.key in own) == ("divisor", True)


def test_a_region_without_innovations_has_prospects_too() -> None:
    edition = load_edition("2026")
    score = assess(edition, region(edition, innovations(edition, 0, level=1, basic=1))).claimed
    found = {node.key: node.value for node in prospects(edition, score, target=None)}
    assert found["average/SID-01"] == found["reporting-line"] == 0
