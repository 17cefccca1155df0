"""Claims become levels by the edition's cut points."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.scoring.edition import Cut, Direction, Formula, Indicator, Measure
from pragola.scoring.faults import Fault
from pragola.scoring.measure import ClaimError, periods_needed, read_claim, round_half_up

INDICATORS = {i.code: i for i in load_edition("2026").indicators}


def level_of(code: str, claim: Claim) -> int:
    return read_claim(INDICATORS[code], claim)[0]


def years(latest: str, earlier: str) -> Claim:
    return Claim(periods=(("T-1", Decimal(latest)), ("T-2", Decimal(earlier))))


def fault_of(indicator: Indicator, claim: Claim) -> Fault:
    with pytest.raises(ClaimError) as refused:
        read_claim(indicator, claim)
    return refused.value.faults[0]


@pytest.mark.parametrize(
    ("code", "value", "level"),
    [
        ("SPD-03", "8.17", 3),
        ("SPD-03", "8.164", 2),
        ("SPD-03", "8.165", 3),
        ("SPD-03", "-50.32", 1),
        ("SPD-03", "-50.31", 2),
        ("SPD-04", "5.23", 3),
        ("SPD-05b", "2.35", 3),
        ("SPD-05b", "2.36", 2),
        ("SPD-05b", "5.91", 1),
        ("SPD-13a", "0", 0),
        ("SPD-13a", "8", 3),
        ("SID-09", "1", 0),
        ("SID-13", "6", 1),
        ("SID-14", "50.5", 2),
        ("SID-16", "4", 3),
    ],
)
def test_a_value_finds_its_level(code: str, value: str, level: int) -> None:
    assert level_of(code, Claim(value=Decimal(value))) == level


@pytest.mark.parametrize(
    ("code", "claim", "value"),
    [
        ("SPD-03", years("110", "100"), "10.00"),
        ("SPD-05a", years("4.45", "4.60"), "0.15"),
        ("SPD-11a", years("74.10", "73.14"), "0.96"),
        ("SPD-05b", Claim(periods=(("T-1", Decimal("4.45")),)), "4.45"),
    ],
)
def test_raw_figures_of_the_years_are_computed(code: str, claim: Claim, value: str) -> None:
    reading = read_claim(INDICATORS[code], claim)[1]
    assert reading is not None
    assert (reading.value, reading.periods) == (Decimal(value), claim.periods)


def test_benefit_is_measured_on_the_chosen_base() -> None:
    level, reading = read_claim(INDICATORS["SID-18"], Claim(base="a", value=Decimal(350)))
    assert level == 2
    assert reading is not None
    assert reading.base is not None
    assert reading.base.id == "a"


def test_a_level_may_name_its_base() -> None:
    assert level_of("SID-18", Claim(base="c", level=3)) == 3


@pytest.mark.parametrize(
    ("code", "claim", "fault"),
    [
        ("SID-01", Claim(level=4), Fault(code="level_out_of_range", found="4", expected="0-3")),
        (
            "SID-01",
            Claim(value=Decimal(2)),
            Fault(code="figure_not_computable", found="2", expected="SID-01"),
        ),
        (
            "SID-18",
            Claim(value=Decimal(2)),
            Fault(code="base_missing", expected="a, b, c, d, e, f"),
        ),
        (
            "SID-18",
            Claim(base="z", level=1),
            Fault(code="base_unknown", found="z", expected="a, b, c, d, e, f"),
        ),
        ("SID-01", Claim(base="a", level=1), Fault(code="base_not_expected", found="a")),
        (
            "SID-18",
            Claim(base="c", value=Decimal(31)),
            Fault(code="figure_beyond_rule", found="31.00", expected="30.00"),
        ),
        (
            "SID-13",
            Claim(value=Decimal("1.5")),
            Fault(code="figure_not_whole", found="1.5", expected="hari"),
        ),
        (
            "SID-02",
            Claim(value=Decimal(-1)),
            Fault(code="figure_below_zero", found="-1", expected="orang"),
        ),
        (
            "SPD-03",
            years("-5", "100"),
            Fault(code="figure_below_zero", found="-5", expected="persen"),
        ),
        (
            "SID-14",
            Claim(value=Decimal("100.1")),
            Fault(code="share_above_all", found="100.1", expected="100"),
        ),
        (
            "SPD-05b",
            Claim(periods=(("T-1", Decimal(101)),)),
            Fault(code="share_above_all", found="101", expected="100"),
        ),
        (
            "SPD-03",
            Claim(periods=(("T-1", Decimal(5)),)),
            Fault(code="periods_do_not_fit", found="T-1: 5", expected="T-1, T-2"),
        ),
        (
            "SID-13",
            years("1", "2"),
            Fault(code="periods_do_not_fit", found="T-1: 1, T-2: 2", expected="value"),
        ),
        (
            "SPD-03",
            years("5", "0"),
            Fault(code="growth_from_nothing", found="0", expected="> 0"),
        ),
    ],
)
def test_a_claim_that_does_not_fit_is_refused(code: str, claim: Claim, fault: Fault) -> None:
    assert fault_of(INDICATORS[code], claim) == fault


def test_a_lower_figure_beyond_the_best_cut_is_not_covered() -> None:
    days = INDICATORS["SID-13"]
    assert days.measure is not None
    bounded = replace(
        days.measure,
        cuts=(
            Cut(1, Decimal(6), None),
            Cut(2, Decimal(2), Decimal(5)),
            Cut(3, Decimal(1), Decimal(1)),
        ),
    )
    fault = fault_of(replace(days, measure=bounded), Claim(value=Decimal(0)))
    assert fault == Fault(code="figure_beyond_rule", found="0", expected="1")


def test_a_lower_figure_worse_than_all_cuts_has_no_level() -> None:
    worst = Measure(
        unit="hari",
        direction=Direction.LOWER,
        formula=Formula.VALUE,
        decimals=0,
        whole=True,
        cuts=(Cut(1, None, Decimal(9)),),
        tested=(1,),
        provenance=INDICATORS["SID-13"].provenance,
    )
    assert (
        read_claim(replace(INDICATORS["SID-13"], measure=worst), Claim(value=Decimal(10)))[0] == 0
    )


def test_the_years_a_formula_needs_are_told() -> None:
    measures = [INDICATORS[code].measure for code in ("SPD-03", "SPD-05b", "SID-13")]
    assert [periods_needed(m) for m in measures if m] == [("T-1", "T-2"), ("T-1",), ()]


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0.125", "0.13"), ("-0.125", "-0.13"), ("64.995", "65.00"), ("65.004", "65.00")],
)
def test_halves_are_rounded_away_from_zero(value: str, rounded: str) -> None:
    assert round_half_up(Fraction(value), 2) == Decimal(rounded)


def test_differences_may_lie_below_zero_and_growth_above_a_hundred() -> None:
    assert level_of("SPD-05a", Claim(value=Decimal(-2))) == 1
    assert level_of("SPD-03", Claim(value=Decimal(400))) == 3
    assert level_of("SID-18", Claim(base="d", value=Decimal(250))) == 3
