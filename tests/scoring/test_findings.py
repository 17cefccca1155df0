"""What the engine points out, without touching the score."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Profile, Status
from pragola.scoring.edition import Edition
from pragola.scoring.findings import eligibility_of, findings_of
from pragola.scoring.results import Finding, Severity
from pragola.scoring.score import score
from tests.scoring.portfolios import ASSESSED, innovations, region, rejected

THIS_YEAR = load_edition("2026")
ENTRY = innovations(THIS_YEAR, 1, level=2, basic=1)[0]


def codes(edition: Edition, answers: Answers) -> list[str]:
    return [f.code for f in findings_of(edition, answers, score(edition, answers))]


def test_an_innovation_that_has_everything_has_no_finding() -> None:
    assert list(eligibility_of(THIS_YEAR, ENTRY)) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"stage": None}, "profile_not_given"),
        ({"stage": "Uji Coba"}, "stage_not_assessed"),
        ({"applied": date(2026, 1, 1)}, "applied_after_window"),
        ({"applied": date(2023, 12, 31)}, "development_not_given"),
        (
            {"applied": date(2020, 1, 1), "developed": date(2023, 1, 1)},
            "development_outside_window",
        ),
        ({"design_words": 299}, "design_text_too_short"),
        ({"assessments": 3}, "assessed_too_often"),
    ],
)
def test_a_profile_that_falls_short_is_named(changed: dict[str, object], code: str) -> None:
    profile = replace(ASSESSED, **changed)  # type: ignore[arg-type]
    found = list(eligibility_of(THIS_YEAR, replace(ENTRY, profile=profile)))
    assert [f.code for f in found] == [code]


def test_a_development_inside_the_window_renews_an_older_innovation() -> None:
    profile = replace(ASSESSED, applied=date(2020, 1, 1), developed=date(2025, 12, 31))
    assert list(eligibility_of(THIS_YEAR, replace(ENTRY, profile=profile))) == []


def test_an_empty_profile_is_one_finding() -> None:
    found = list(eligibility_of(THIS_YEAR, replace(ENTRY, profile=Profile())))
    assert found == [Finding(code="profile_not_given", severity=Severity.INFO, innovation="p1")]


def test_a_mandatory_indicator_without_a_claim_is_named() -> None:
    claims = {code: claim for code, claim in ENTRY.claims.items() if code != "SID-20"}
    found = list(eligibility_of(THIS_YEAR, replace(ENTRY, claims=claims)))
    assert found == [
        Finding(
            code="mandatory_claim_missing",
            severity=Severity.BLOCKS,
            innovation="p1",
            indicator="SID-20",
            facts=(("name", "Video inovasi daerah"),),
        )
    ]


def test_a_verdict_on_what_was_not_claimed_is_named() -> None:
    claims = {code: claim for code, claim in ENTRY.claims.items() if code != "SID-16"}
    judged = replace(ENTRY, claims=claims, verdicts={"SID-16": 1})
    assert [f.code for f in eligibility_of(THIS_YEAR, judged)] == ["verdict_without_claim"]


def test_a_figure_under_the_first_level_is_named_once() -> None:
    claims = {**ENTRY.claims, "SID-18": Claim(base="b", value=Decimal("4.99"))}
    found = list(eligibility_of(THIS_YEAR, replace(ENTRY, claims=claims)))
    assert found == [
        Finding(
            code="figure_below_first_level",
            severity=Severity.DOUBTFUL,
            innovation="p1",
            indicator="SID-18",
            facts=(("value", Decimal("4.99")), ("unit", "persen")),
        )
    ]


def test_an_innovation_without_affairs_is_named() -> None:
    found = eligibility_of(THIS_YEAR, replace(ENTRY, affairs=()))
    assert [f.code for f in found] == ["affairs_not_given"]


def test_a_region_with_few_innovations_is_told_of_divisor_and_coverage() -> None:
    answers = region(THIS_YEAR, [ENTRY, rejected("r1")])
    found = codes(THIS_YEAR, answers)
    assert found[:3] == [
        "basic_services_not_enough",
        "divisor_is_minimum",
        "rejected_in_divisor_is_open",
    ]


def test_empty_spd_rows_are_listed_and_small_figures_named() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 12, level=2, basic=5))
    spd = {**answers.spd, "SPD-13a": Claim(value=Decimal(0))}
    del spd["SPD-01"]
    assert codes(THIS_YEAR, replace(answers, spd=spd)) == [
        "spd_rows_empty",
        "figure_below_first_level",
    ]


def test_more_innovations_than_the_cap_are_told() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 201, level=2, basic=6))
    assert codes(THIS_YEAR, answers) == ["count_over_cap"]


def test_coverage_that_rests_on_touching_affairs_is_doubtful() -> None:
    entries = innovations(THIS_YEAR, 12, level=2, basic=4)
    entries[0] = replace(entries[0], affairs=THIS_YEAR.basic_affairs[:5])
    assert codes(THIS_YEAR, region(THIS_YEAR, entries)) == ["coverage_rests_on_touching_affairs"]


def test_a_partial_edition_says_what_it_leaves_out() -> None:
    partial = load_edition("2023")
    answers = replace(region(partial, []), spd_subtotal=None)
    assert codes(partial, answers) == [
        "edition_is_partial",
        "basic_services_rule_unknown",
        "window_unknown",
        "spd_subtotal_missing",
        "divisor_is_minimum",
    ]


def test_an_outlook_says_so_and_leaves_the_unknown_window_out() -> None:
    outlook = load_edition("2027")
    answers = region(outlook, innovations(outlook, 14, level=2, basic=6))
    old = replace(ASSESSED, applied=date(2001, 1, 1))
    entries = tuple(replace(i, profile=old) for i in answers.innovations)
    assert codes(outlook, replace(answers, innovations=entries)) == [
        "edition_is_outlook",
        "window_unknown",
    ]


def test_rules_an_edition_does_not_know_find_nothing() -> None:
    unknown = replace(
        THIS_YEAR,
        eligibility=replace(
            THIS_YEAR.eligibility, stages=None, applied=None, min_words=None, max_assessments=None
        ),
    )
    profile = Profile(stage="?", applied=date(1990, 1, 1), design_words=1, assessments=9)
    assert list(eligibility_of(unknown, replace(ENTRY, profile=profile))) == []


def test_findings_change_no_score() -> None:
    poor = replace(ENTRY, profile=Profile(stage="Inisiatif", design_words=1))
    assert (
        score(THIS_YEAR, region(THIS_YEAR, [poor])).index
        == score(THIS_YEAR, region(THIS_YEAR, [ENTRY])).index
    )


def test_a_draft_is_looked_at_before_it_is_reported() -> None:
    draft = replace(ENTRY, status=Status.DRAFT, profile=replace(ASSESSED, design_words=10))
    assert "design_text_too_short" in codes(THIS_YEAR, region(THIS_YEAR, [draft]))
