"""The index, from answers to the rounded figure and its band."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim, Innovation, Status
from pragola.scoring.faults import Fault
from pragola.scoring.measure import ClaimError
from pragola.scoring.results import BasicServices, Side
from pragola.scoring.score import AnswersDoNotFitError, band_of, score
from tests.scoring.portfolios import PATI, innovations, levels, region, rejected

THIS_YEAR = load_edition("2026")


def test_eight_middling_innovations_are_divided_by_twelve() -> None:
    result = score(THIS_YEAR, region(THIS_YEAR, innovations(THIS_YEAR, 8, level=2, basic=5)))
    assert (result.spd, result.sid_sum, result.divisor) == (Decimal(42), Decimal(592), 12)
    assert (result.mean, result.count_score) == (Fraction(148, 3), Decimal("3.04"))
    assert result.index_exact == Fraction(14156, 375)
    assert (result.index, result.band.name) == (Decimal("37.75"), "Kurang Inovatif")


def test_the_outlook_divides_the_same_eight_by_fourteen_and_does_not_count_them() -> None:
    outlook = load_edition("2027")
    result = score(outlook, region(outlook, innovations(outlook, 8, level=2, basic=5)))
    assert (result.divisor, result.mean) == (14, Fraction(592, 14))
    assert result.count_score == 0
    assert result.basic_services == BasicServices(
        covered=outlook.basic_affairs[:5],
        missing=outlook.basic_affairs[5:],
        required=6,
        enough=False,
    )


def test_perfect_answers_give_a_hundred() -> None:
    entries = innovations(THIS_YEAR, 200, level=3, basic=6)
    result = score(THIS_YEAR, region(THIS_YEAR, entries, spd_level=3))
    assert (result.index, result.index_exact) == (Decimal("100.00"), Fraction(100))


def test_more_than_the_cap_is_not_counted() -> None:
    result = score(THIS_YEAR, region(THIS_YEAR, innovations(THIS_YEAR, 203, level=1, basic=6)))
    assert (result.counted, result.divisor, result.count_score) == (203, 203, Decimal(76))


def test_nothing_answered_cannot_be_rated() -> None:
    result = score(THIS_YEAR, replace(region(THIS_YEAR, []), spd={}))
    assert (result.index, result.band.name) == (Decimal("0.00"), "Tidak Dapat Dinilai")


def test_a_partial_edition_takes_the_subtotal_and_no_basic_services_rule() -> None:
    partial = load_edition("2023")
    result = score(partial, region(partial, innovations(partial, 10, level=2, basic=1)))
    assert result.spd == Decimal("40.00")
    assert result.basic_services.required is None
    assert result.count_score == Decimal("3.80")
    assert result.index == Decimal("47.12")


def test_without_a_subtotal_a_partial_edition_takes_nothing() -> None:
    partial = load_edition("2023")
    assert score(partial, replace(region(partial, []), spd_subtotal=None)).spd == 0


def test_drafts_do_not_enter() -> None:
    draft = Innovation(id="d", status=Status.DRAFT, claims=levels(THIS_YEAR, 3))
    assert score(THIS_YEAR, region(THIS_YEAR, [draft])).innovations == ()


def test_rejected_ones_enter_the_divisor_or_not_by_reading() -> None:
    entries = [*innovations(THIS_YEAR, 13, level=2, basic=5), rejected("r1"), rejected("r2")]
    answers = region(THIS_YEAR, entries)
    counted_too = score(THIS_YEAR, answers)
    left_out = score(THIS_YEAR, answers, rejected_in_divisor=False)
    assert (counted_too.divisor, counted_too.counted) == (15, 13)
    assert (left_out.divisor, left_out.counted) == (13, 13)
    assert counted_too.count_score == left_out.count_score
    assert counted_too.innovations[-1].score == 0


def test_a_rejected_innovation_does_not_cover_its_affair() -> None:
    entries = innovations(THIS_YEAR, 5, level=2, basic=5)
    entries[0] = replace(entries[0], status=Status.REJECTED)
    assert not score(THIS_YEAR, region(THIS_YEAR, entries)).basic_services.enough


def test_only_the_main_affair_covers_where_touching_ones_do_not_count() -> None:
    strict = replace(
        THIS_YEAR, touching_affairs_count=replace(THIS_YEAR.touching_affairs_count, value=False)
    )
    entry = replace(innovations(strict, 1, level=2, basic=1)[0], affairs=strict.basic_affairs)
    assert score(THIS_YEAR, region(THIS_YEAR, [entry])).basic_services.enough
    assert score(strict, region(strict, [entry])).basic_services.covered == (
        strict.basic_affairs[0],
    )


def test_the_verified_side_takes_verdicts_and_claims_where_none_is_given() -> None:
    entry = innovations(THIS_YEAR, 1, level=2, basic=1)[0]
    judged = replace(entry, verdicts={"SID-01": 1, "SID-20": 0})
    verified = score(THIS_YEAR, region(THIS_YEAR, [judged]), side=Side.VERIFIED)
    assert verified.innovations[0].score == Decimal(74 - 3 - 8)
    assert [row.indicator.code for row in verified.innovations[0].rows if row.judged] == [
        "SID-01",
        "SID-20",
    ]


@pytest.mark.parametrize(
    ("year", "index", "band"),
    [
        ("2023", "60.64", "Sangat Inovatif"),
        ("2023", "60.00", "Inovatif"),
        ("2023", "34.99", "Kurang Inovatif"),
        ("2026", "65.01", "Sangat Inovatif"),
        ("2026", "65.00", "Inovatif"),
        ("2026", "40.00", "Kurang Inovatif"),
        ("2026", "0.00", "Tidak Dapat Dinilai"),
    ],
)
def test_an_index_falls_into_its_band(year: str, index: str, band: str) -> None:
    assert band_of(load_edition(year), Decimal(index)).name == band


def test_what_the_edition_does_not_have_is_refused_all_at_once() -> None:
    entry = Innovation(id="p1", claims={"SID-99": Claim(level=1)}, verdicts={"SPD-01": 1})
    answers = replace(
        region(THIS_YEAR, [entry]), spd={"X": Claim(level=1)}, spd_subtotal=Decimal(3)
    )
    with pytest.raises(AnswersDoNotFitError) as refused:
        score(THIS_YEAR, answers)
    assert refused.value.faults == (
        Fault(code="indicator_unknown", place="spd.X", found="X"),
        Fault(code="indicator_unknown", place="innovations[0].claims.SID-99", found="SID-99"),
        Fault(code="indicator_unknown", place="innovations[0].verdicts.SPD-01", found="SPD-01"),
        Fault(code="subtotal_not_expected", place="spd_subtotal", expected="spd"),
    )
    assert str(refused.value).startswith("spd.X: indicator_unknown X; innovations[0].claims")


def test_a_subtotal_beyond_its_maximum_is_refused() -> None:
    partial = load_edition("2023")
    answers = replace(region(partial, []), spd_subtotal=Decimal("63.01"))
    with pytest.raises(AnswersDoNotFitError) as refused:
        score(partial, answers)
    assert refused.value.faults[0].code == "subtotal_out_of_range"


def test_a_verdict_beyond_the_highest_level_is_refused() -> None:
    entry = Innovation(id="p1", verdicts={"SID-01": 4})
    with pytest.raises(ClaimError):
        score(THIS_YEAR, region(THIS_YEAR, [entry]), side=Side.VERIFIED)


@pytest.mark.parametrize(
    ("code", "kind"), [("33", "provinsi"), ("33.18", "kabupaten"), ("33.74", "kota")]
)
def test_the_code_tells_the_class_of_a_region(code: str, kind: str) -> None:
    assert replace(PATI, code=code).kind == kind
