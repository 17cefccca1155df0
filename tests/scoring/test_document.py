"""The JSON document: the names that are fixed, decimals as text."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.scoring.assessment import assess
from pragola.scoring.document import Json, as_document, target_of
from tests.scoring.portfolios import ASSESSED, innovations, region

THIS_YEAR = load_edition("2026")


def test_the_document_of_eight_middling_innovations() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 8, level=2, basic=5))
    document = as_document(THIS_YEAR, assess(THIS_YEAR, answers), target=Decimal("65.01"))
    fixed = {
        "edition": "2026",
        "index": "37.75",
        "band": "Kurang Inovatif",
        "spd": "42.00",
        "mean": "49.33",
        "divisor": 12,
        "count_score": "3.04",
        "basic_services": 5,
        "total": "94.37",
    }
    assert {name: document[name] for name in fixed} == fixed
    verified = document["verified"]
    assert isinstance(verified, dict)
    assert {name: verified[name] for name in fixed} == fixed
    assert document["target"] == {"value": "65.01", "gap": "27.26", "reached": False}
    assert document["exact"] == {"mean": "148/3", "total": "7078/75", "index": "14156/375"}


def test_figures_and_days_stand_as_text() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 1, level=2, basic=1))
    entry = replace(
        answers.innovations[0],
        profile=replace(ASSESSED, applied=date(2026, 1, 1)),
        claims={**answers.innovations[0].claims, "SID-18": Claim(base="b", value=Decimal(1))},
    )
    spd = {**answers.spd, "SPD-05b": Claim(value=Decimal("4.45"))}
    answers = replace(answers, spd=spd, innovations=(entry,))
    document = as_document(THIS_YEAR, assess(THIS_YEAR, answers))
    assert {"code": "SPD-05b", "level": 2, "score": "1.50", "value": "4.45"} in _listed(
        document, "spd_rows"
    )
    assert _facts_of(document, "applied_after_window")["applied"] == "2026-01-01"
    assert _facts_of(document, "figure_below_first_level") == {"value": "1.00", "unit": "persen"}
    assert "target" not in document


def _listed(document: dict[str, Json], name: str) -> list[Json]:
    listed = document[name]
    assert isinstance(listed, list)
    return listed


def _facts_of(document: dict[str, Json], code: str) -> dict[str, Json]:
    for finding in _listed(document, "findings"):
        assert isinstance(finding, dict)
        facts = finding["facts"]
        if finding["code"] == code and isinstance(facts, dict):
            return facts
    raise AssertionError(code)


def test_a_target_that_is_passed_has_no_gap() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 8, level=2, basic=5))
    target = target_of(assess(THIS_YEAR, answers).claimed, Decimal("37.75"))
    assert (target.gap, target.reached) == (Decimal(0), True)
