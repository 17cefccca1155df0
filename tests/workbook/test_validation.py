from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pragola.scoring.answers import Answers, Claim, Innovation, Profile, Region, Status
from pragola.scoring.faults import PragolaError
from pragola.workbook import answers_from
from tests.workbook.samples import raw_answers, raw_innovation
from tests.workbook.telling import faults_of


def test_the_example_of_the_interface_becomes_answers() -> None:
    spd = {"SPD-01": 2, "SPD-02a": 2, "SPD-05b": {"value": "4.45"}}
    raw = raw_answers(spd=spd, innovations=[raw_innovation(status="accepted")])
    assert answers_from(raw) == Answers(
        edition="2026",
        region=Region("33.18", "Kabupaten Pati"),
        spd={
            "SPD-01": Claim(level=2),
            "SPD-02a": Claim(level=2),
            "SPD-05b": Claim(value=Decimal("4.45")),
        },
        innovations=(
            Innovation(
                id="p1",
                title="Layanan Jemput Bola",
                affairs=("Kesehatan",),
                status=Status.ACCEPTED,
                claims={
                    "SID-01": Claim(level=2),
                    "SID-18": Claim(base="a", value=Decimal(350)),
                },
                verdicts={"SID-01": 1},
            ),
        ),
    )


@pytest.mark.parametrize(
    ("raw", "claim"),
    [
        (0, Claim(level=0)),
        ({"level": 3}, Claim(level=3)),
        ({"base": "a", "level": 1}, Claim(base="a", level=1)),
        ({"base": "a", "value": 350}, Claim(base="a", value=Decimal(350))),
        (Decimal("2.0"), Claim(level=2)),
    ],
)
def test_a_claim_may_be_written_in_several_forms(raw: object, claim: Claim) -> None:
    read = answers_from(raw_answers(innovations=[raw_innovation(claims={"SID-18": raw})]))
    assert read.innovations[0].claims == {"SID-18": claim}


@pytest.mark.parametrize(
    ("code", "raw", "claim"),
    [
        ("SPD-05b", {"value": "4.45"}, Claim(value=Decimal("4.45"))),
        ("SPD-05b", {"T-1": "4.45"}, Claim(periods=(("T-1", Decimal("4.45")),))),
        (
            "SPD-05a",
            {"T-1": "4.45", "T-2": "4.50"},
            Claim(periods=(("T-1", Decimal("4.45")), ("T-2", Decimal("4.50")))),
        ),
    ],
)
def test_raw_figures_may_stand_in_place_of_a_level(code: str, raw: object, claim: Claim) -> None:
    assert answers_from(raw_answers(spd={code: raw})).spd == {code: claim}


@pytest.mark.parametrize("empty", [None, {"level": None}, {"value": None, "level": None}])
def test_an_empty_claim_is_left_out(empty: object) -> None:
    assert answers_from(raw_answers(spd={"SPD-01": empty})).spd == {}


def test_a_profile_is_read_with_days_and_the_words_of_its_design_counted() -> None:
    innovation = raw_innovation(
        unit="Dinas  Kesehatan",
        stage="penerapan",
        trial="2023-05-01",
        applied="2024-01-02",
        developed=None,
        design_text="Dasar hukum,\nmasalah dan cara",
        assessments=2,
    )
    read = answers_from(raw_answers(innovations=[innovation]))
    assert read.innovations[0].profile == Profile(
        unit="Dinas Kesehatan",
        stage="Penerapan",
        trial=date(2023, 5, 1),
        applied=date(2024, 1, 2),
        design_words=5,
        assessments=2,
    )


def test_affairs_are_known_by_name_whatever_capitals_and_spaces_and_each_once() -> None:
    affairs = ["  kesehatan", "PANGAN ", "Kesehatan"]
    read = answers_from(raw_answers(innovations=[raw_innovation(affairs=affairs)]))
    assert read.innovations[0].affairs == ("Kesehatan", "Pangan")


def test_a_partial_edition_takes_one_subtotal() -> None:
    raw: Any = {
        "edition": "2023",
        "region": {"code": "33.18", "name": "Kabupaten Pati"},
        "spd_subtotal": "40.00",
    }
    assert answers_from(raw) == Answers(
        edition="2023",
        region=Region("33.18", "Kabupaten Pati"),
        spd_subtotal=Decimal("40.00"),
    )


def test_all_faults_are_found_at_once() -> None:
    raw = raw_answers(
        colour="red",
        region={"code": "3318", "name": " "},
        spd={"SPD-01": 4, "SPD-99": 1},
        innovations=[
            raw_innovation(status="ditolak", claims={"SID-01": True, "SID-18": {"value": "3"}}),
            raw_innovation(affairs=["Kesehtan"]),
        ],
    )
    assert faults_of(raw) == [
        ("answer_key_unknown", "colour", "colour", ""),
        ("region_name_missing", "region.name", " ", ""),
        ("region_code_wrong", "region.code", "3318", ""),
        ("indicator_unknown", "spd.SPD-99", "SPD-99", ""),
        ("out_of_range", "spd.SPD-01", "4", "0–3"),
        (
            "status_unknown",
            "innovations[0].status",
            "ditolak",
            "draft, accepted, rejected",
        ),
        ("level_expected", "innovations[0].claims.SID-01", "true", "0–3"),
        ("base_missing", "innovations[0].claims.SID-18", "", "a, b, c, d, e, f"),
        ("id_twice", "innovations[1].id", "p1", ""),
        ("affair_unknown", "innovations[1].affairs[0]", "Kesehtan", ""),
    ]


def test_a_misspelt_key_comes_with_what_was_probably_meant() -> None:
    with pytest.raises(PragolaError) as raised:
        answers_from(raw_answers(inovations=[]))
    assert raised.value.faults[0].facts == (("nearest", "innovations"),)


@pytest.mark.parametrize(
    ("level", "code"),
    [
        (True, "level_expected"),
        ("2", "level_expected"),
        (Decimal("1.5"), "level_expected"),
        ([1], "level_expected"),
        (-1, "out_of_range"),
        (Decimal("1E+999999999"), "level_expected"),
        ({}, "claim_incomplete"),
        ({"base": "a"}, "claim_incomplete"),
        ({"level": 1, "value": "5"}, "claim_twice"),
        ({"value": "5", "T-1": "4"}, "claim_twice"),
        ({"levl": 1, "level": 1}, "claim_key_unknown"),
        ({"value": "4,45"}, "number_expected"),
        ({"value": "1e5"}, "number_expected"),
        ({"value": Decimal("1E+999999999")}, "number_too_large"),
        ({"value": "1" * 60}, "number_too_large"),
        ({"base": "z", "value": "5"}, "base_unknown"),
        ({"base": "a", "value": "5.5"}, "figure_not_whole"),
        ({"base": "a", "T-1": "5"}, "periods_do_not_fit"),
    ],
)
def test_an_odd_claim_is_refused(level: Any, code: str) -> None:
    raw = raw_answers(innovations=[raw_innovation(claims={"SID-18": level})])
    assert [fault[0] for fault in faults_of(raw)] == [code]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"edition": "1999"}, "edition_unknown"),
        ({"edition": None}, "edition_missing"),
        ({"region": None}, "region_missing"),
        ({"region": {"name": "Pati"}}, "region_code_missing"),
        ({"region": []}, "mapping_expected"),
        ({"spd": [1]}, "mapping_expected"),
        ({"spd": {"SID-01": 1}}, "indicator_unknown"),
        ({"spd_subtotal": "40"}, "subtotal_not_expected"),
        ({"innovations": {}}, "list_expected"),
        ({"innovations": [3]}, "mapping_expected"),
        ({"innovations": [None]}, "mapping_expected"),
        ({"innovations": [raw_innovation(id=None)]}, "id_missing"),
        ({"innovations": [raw_innovation(id="x" * 200)]}, "text_too_long"),
        ({"innovations": [raw_innovation(title=5)]}, "text_expected"),
        ({"innovations": [raw_innovation(title="a\x00b")]}, "text_unreadable"),
        ({"innovations": [raw_innovation(title="\ud800")]}, "text_unreadable"),
        ({"innovations": [raw_innovation(stage="Selesai")]}, "stage_unknown"),
        ({"innovations": [raw_innovation(applied="02/01/2024")]}, "date_expected"),
        ({"innovations": [raw_innovation(applied="2024-02-30")]}, "date_expected"),
        ({"innovations": [raw_innovation(design_words=-1)]}, "out_of_range"),
        (
            {"innovations": [raw_innovation(design_words=1, design_text="satu")]},
            "design_given_twice",
        ),
        ({"innovations": [raw_innovation(verdicts={"SID-01": 4})]}, "out_of_range"),
    ],
)
def test_what_is_wrong_is_named(changes: Any, code: str) -> None:
    assert [fault[0] for fault in faults_of(raw_answers(**changes))] == [code]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"spd": {"SPD-01": 2}}, ("spd_not_expected", "spd", "{…}", "spd_subtotal")),
        ({"spd_subtotal": "63.01"}, ("subtotal_out_of_range", "spd_subtotal", "63.01", "0–63")),
        ({"spd_subtotal": "-1"}, ("subtotal_out_of_range", "spd_subtotal", "-1", "0–63")),
    ],
)
def test_a_partial_edition_refuses_rows_and_impossible_subtotals(
    changes: Any, fault: tuple[str, str, str, str]
) -> None:
    raw = {"edition": "2023", "region": {"code": "33", "name": "Jawa Tengah"}}
    assert faults_of(raw | changes) == [fault]


@pytest.mark.parametrize("raw", [None, 3, "text", [1]])
def test_answers_that_are_no_mapping_are_refused(raw: Any) -> None:
    assert [fault[0] for fault in faults_of(raw)] == ["mapping_expected"]
