"""Our own editions: what they say, and that their worked examples hold."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from pragola.rulebooks import edition_codes, load_edition
from pragola.rulebooks.case_runs import run_cases
from pragola.rulebooks.catalogue import EDITIONS, EditionUnknownError
from pragola.scoring.edition import (
    AffairClass,
    Basis,
    Confidence,
    Cut,
    DateWindow,
    Direction,
    Edition,
    EditionStatus,
    Formula,
    Indicator,
    Measure,
    Provenance,
    Sourced,
)
from pragola.scoring.faults import Fault


def _indicator(edition: Edition, code: str) -> Indicator:
    return next(indicator for indicator in edition.indicators if indicator.code == code)


def _figures(edition: Edition) -> dict[str, object]:
    services = edition.min_basic_services
    return {
        "status": edition.status,
        "based_on": edition.based_on,
        "maxima": tuple(
            int(m.value)
            for m in (
                edition.maxima.spd,
                edition.maxima.sid,
                edition.maxima.count,
                edition.maxima.total,
            )
        ),
        "divisor": edition.min_divisor.value,
        "services": services.value if services else None,
        "count": (edition.count.weight.value, edition.count.cap.value),
        "rows": (len(edition.spd_indicators), len(edition.sid_indicators)),
        "bands": tuple((band.name, band.min, band.max) for band in edition.bands.value),
    }


BANDS_2026 = (
    ("Sangat Inovatif", Decimal("65.01"), Decimal("100.00")),
    ("Inovatif", Decimal("40.01"), Decimal("65.00")),
    ("Kurang Inovatif", Decimal("0.01"), Decimal("40.00")),
    ("Tidak Dapat Dinilai", Decimal(0), Decimal(0)),
)
COMPLETE_2026: dict[str, object] = {
    "status": EditionStatus.COMPLETE,
    "based_on": "",
    "maxima": (63, 111, 76, 250),
    "divisor": 12,
    "services": 5,
    "count": (Decimal("0.38"), 200),
    "rows": (20, 20),
    "bands": BANDS_2026,
}


def test_there_are_five_editions() -> None:
    assert edition_codes() == ("2023", "2026", "2027", "2028", "2029")


def test_an_unknown_edition_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(EditionUnknownError) as error:
        load_edition("2025")
    expected = "2023, 2026, 2027, 2028, 2029"
    assert error.value.faults == (Fault(code="edition_unknown", found="2025", expected=expected),)


def test_the_constants_of_2026() -> None:
    assert _figures(load_edition("2026")) == COMPLETE_2026


@pytest.mark.parametrize(("code", "divisor"), [("2027", 14), ("2028", 16), ("2029", 18)])
def test_an_outlook_is_2026_with_what_was_announced(code: str, divisor: int) -> None:
    outlook, base = load_edition(code), load_edition("2026")
    assert _figures(outlook) == COMPLETE_2026 | {
        "status": EditionStatus.OUTLOOK,
        "based_on": "2026",
        "divisor": divisor,
        "services": 6,
    }
    assert outlook.indicators == base.indicators
    assert outlook.eligibility.applied is None
    years = tuple((name, year.value) for name, year in outlook.periods)
    year = int(code)
    assert years == (("T-0", year), ("T-1", year - 1), ("T-2", year - 2))


def test_the_constants_of_2023() -> None:
    assert _figures(load_edition("2023")) == {
        "status": EditionStatus.PARTIAL,
        "based_on": "",
        "maxima": (63, 111, 76, 250),
        "divisor": 10,
        "services": None,
        "count": (Decimal("0.38"), 200),
        "rows": (0, 20),
        "bands": (
            ("Sangat Inovatif", Decimal("60.01"), Decimal("100.00")),
            ("Inovatif", Decimal("35.00"), Decimal("60.00")),
            ("Kurang Inovatif", Decimal("0.01"), Decimal("34.99")),
            ("Tidak Dapat Dinilai", Decimal(0), Decimal(0)),
        ),
    }


def test_2023_knows_neither_window_nor_stages_nor_repetitions() -> None:
    rules = load_edition("2023").eligibility
    assert (rules.stages, rules.applied, rules.max_assessments) == (None, None, None)


@pytest.mark.parametrize("code", edition_codes())
def test_the_38_affairs_are_there_by_class(code: str) -> None:
    edition = load_edition(code)
    classes = [affair.affair_class for affair in edition.affairs.value]
    numbers = {affair_class: classes.count(affair_class) for affair_class in AffairClass}
    assert numbers == {
        AffairClass.BASIC: 6,
        AffairClass.OBLIGATORY: 18,
        AffairClass.OPTIONAL: 8,
        AffairClass.SUPPORTING: 6,
    }


def test_the_window_of_2026_is_two_years() -> None:
    applied = load_edition("2026").eligibility.applied
    assert applied
    assert applied.value == DateWindow(date(2024, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize("code", edition_codes())
def test_the_readings_that_are_ours_are_marked_as_ours(code: str) -> None:
    edition = load_edition(code)
    readings = (
        edition.index_decimals,
        edition.rejected_in_divisor,
        edition.touching_affairs_count,
    )
    assert [r.provenance.basis for r in readings] == [Basis.OURS] * 3
    assert all(r.provenance.note for r in readings)


def test_at_most_two_assessments_is_our_reading() -> None:
    repeated = load_edition("2026").eligibility.max_assessments
    assert repeated
    assert (repeated.value, repeated.provenance.basis) == (2, Basis.OURS)


def test_overlapping_ranges_are_tested_3_1_2_as_our_reading() -> None:
    measures = {i.code: i.measure for i in load_edition("2026").spd_indicators if i.measure}
    overlapping = {code for code, m in measures.items() if _overlaps(m)}
    ours = {code for code, m in measures.items() if m.provenance.basis is Basis.OURS}
    assert overlapping == ours
    assert {measures[code].tested for code in ours} == {(3, 1, 2)}


def _overlaps(measure: Measure) -> bool:
    ends = [(cut.min, cut.max) for cut in measure.cuts]
    rising = ends if measure.direction is Direction.HIGHER else ends[::-1]
    return any(
        low_max is not None and high_min is not None and high_min <= low_max
        for (_, low_max), (high_min, _) in pairwise(rising)
    )


def test_unemployment_of_2026_as_printed() -> None:
    row = _indicator(load_edition("2026"), "SPD-05b")
    provenance = Provenance(
        sources=("simonda", "metro"),
        confidence=Confidence.HIGH,
        basis=Basis.OURS,
        note=(
            "Rentang tercetak bertumpang pada 2,34 sampai 2,35 dan 5,91 sampai 5,92. Bacaan "
            "kami: dibulatkan ke dua desimal, lalu diuji level 3, 1, 2."
        ),
    )
    assert row.measure == Measure(
        unit="persen",
        direction=Direction.LOWER,
        formula=Formula.LATEST,
        decimals=2,
        whole=False,
        cuts=(
            Cut(1, Decimal("5.91"), None),
            Cut(2, Decimal("2.34"), Decimal("5.92")),
            Cut(3, None, Decimal("2.35")),
        ),
        tested=(3, 1, 2),
        provenance=provenance,
        share=True,
    )


def test_the_weight_where_copies_contradict_names_those_that_agree() -> None:
    weight = _indicator(load_edition("2026"), "SPD-06").weight
    assert weight == Sourced(
        Decimal("1.5"),
        Provenance(
            sources=("simonda", "inova-hub"),
            confidence=Confidence.HIGH,
            note="Kota Metro mencetak bobot 2; dua salinan lain sepakat 1,5.",
        ),
    )


def test_benefit_of_2026_has_six_bases() -> None:
    bases = _indicator(load_edition("2026"), "SID-18").bases
    assert [(base.id, base.measure.unit, base.measure.whole) for base in bases] == [
        ("a", "orang", True),
        ("b", "persen", False),
        ("c", "persen", False),
        ("d", "persen", False),
        ("e", "barang", True),
        ("f", "periode", True),
    ]


def test_benefit_of_2023_counts_people_only() -> None:
    row = _indicator(load_edition("2023"), "SID-18")
    assert row.bases == ()
    assert row.measure
    assert row.measure.unit == "orang"


@pytest.mark.parametrize(
    ("code", "rows"),
    [
        ("2023", "02 05 07 09 13 14 16 17 18 20"),
        ("2026", "02 05 07 09 12 13 14 16 17 18 20"),
    ],
)
def test_figures_can_stand_for_levels_where_criteria_are_numbers(code: str, rows: str) -> None:
    edition = load_edition(code)
    found = [i.code[4:] for i in edition.sid_indicators if i.measure or i.bases]
    assert found == rows.split()


@pytest.mark.parametrize("code", edition_codes())
def test_every_citation_and_every_source_belong_together(code: str) -> None:
    edition = load_edition(code)
    cited = {source for row in edition.indicators for source in row.provenance.sources}
    assert cited <= {source.id for source in edition.sources}


@pytest.mark.parametrize("code", edition_codes())
def test_every_worked_example_holds(code: str) -> None:
    run = run_cases(EDITIONS / code)
    assert run.faults == ()
    assert run.number >= 1
