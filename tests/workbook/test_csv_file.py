import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pragola.scoring.answers import Answers, Claim, Innovation, Region
from pragola.workbook import read_answers, write_csv
from tests.workbook.samples import example
from tests.workbook.telling import faults_in

HEADING = "region_code,region_name,edition,innovation,title,affairs,code,level,base,value,T-1,T-2"
PATI = "33.18,Kabupaten Pati,2026"


def _file(folder: Path, *lines: str, heading: str = HEADING) -> Path:
    path = folder / "answers.csv"
    path.write_text("\n".join([heading, *lines]) + "\n", encoding="utf-8")
    return path


def test_the_written_answers_are_read_back_the_same(tmp_path: Path) -> None:
    write_csv(example(), tmp_path / "answers.csv")
    assert read_answers(tmp_path / "answers.csv") == example()


def test_one_row_is_one_claim_and_the_innovation_may_be_told_once(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        f"{PATI},,,,SPD-05b,,,4.45,,",
        f"{PATI},p1,Jemput Bola,Kesehatan;Pangan,SID-01,2,,,,",
        f"{PATI},p1,,,SID-18,,a,350,,",
        f"{PATI},p2,,,,,,,,",
    )
    assert read_answers(path) == Answers(
        edition="2026",
        region=Region("33.18", "Kabupaten Pati"),
        spd={"SPD-05b": Claim(value=Decimal("4.45"))},
        innovations=(
            Innovation(
                id="p1",
                title="Jemput Bola",
                affairs=("Kesehatan", "Pangan"),
                claims={
                    "SID-01": Claim(level=2),
                    "SID-18": Claim(base="a", value=Decimal(350)),
                },
            ),
            Innovation(id="p2"),
        ),
    )


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_semicolons_and_tabs_come_with_decimal_commas(tmp_path: Path, delimiter: str) -> None:
    line = f"{PATI},,,,SPD-05b,,,4#45,,".replace(",", delimiter).replace("#", ",")
    path = _file(tmp_path, line, heading=HEADING.replace(",", delimiter))
    assert read_answers(path).spd == {"SPD-05b": Claim(value=Decimal("4.45"))}


def test_the_subtotal_of_a_partial_edition_stands_under_the_code_spd(tmp_path: Path) -> None:
    path = _file(tmp_path, "33.18,Kabupaten Pati,2023,,,,SPD,,,40.00,,")
    assert read_answers(path).spd_subtotal == Decimal("40.00")


def test_every_fault_has_its_line_and_column(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        f"{PATI},,,,SPD-01,5,,,,",
        f"{PATI},p1,A,Kesehatan,SID-01,2,,,,",
        f"{PATI},p1,B,,SID-01,1,,,,",
        f"{PATI},p1,,,,1,,,,",
        f"{PATI},,C,,SID-02,1,,,,",
        f'{PATI},p1,,,SID-18,,a,"1.234,5.6",,',
        f"{PATI},p1,,,SID-03,1,,,,,,,zu viel",
    )
    assert faults_in(path) == [
        ("differs_from_before", "line 4, column title", "B", ""),
        ("claim_row_twice", "line 4, column code", "SID-01", ""),
        ("row_without_code", "line 5, column code", "", ""),
        ("row_without_innovation", "line 6, column innovation", "", ""),
        ("row_too_long", "line 8", "zu viel", ""),
        ("out_of_range", "line 2, column level", "5", "0–3"),
        (
            "number_expected",
            "line 7, column value",
            "1.234,5.6",
            "",
        ),
    ]


def test_a_number_that_may_mean_two_is_refused_where_commas_are_decimal(tmp_path: Path) -> None:
    line = f"{PATI},,,,SPD-05b,,,1.234,,"
    semicolons = _file(tmp_path, line.replace(",", ";"), heading=HEADING.replace(",", ";"))
    assert faults_in(semicolons) == [("number_ambiguous", "line 2, column value", "1.234", "")]
    assert read_answers(_file(tmp_path, line)).spd == {"SPD-05b": Claim(value=Decimal("1.234"))}


def test_several_regions_in_one_file_are_told_once(tmp_path: Path) -> None:
    others = [f"33.{number},Kabupaten Lain,2026,,,,SPD-01,1,,,," for number in range(20, 29)]
    path = _file(tmp_path, f"{PATI},,,,SPD-01,2,,,,", *others)
    assert faults_in(path) == [("several_regions", "line 3, column region_code", "33.20", "")]


@pytest.mark.parametrize(
    ("heading", "faults"),
    [
        ("a,b,c", [("not_our_csv", "line 1", "a, b, c", "")]),
        (
            HEADING.replace("level", "lvel").replace("title", "code"),
            [
                ("column_unknown", "line 1", "lvel", ""),
                ("column_twice", "line 1", "code", ""),
                ("column_missing", "line 1", "", "level"),
            ],
        ),
    ],
)
def test_a_heading_that_is_not_ours_is_refused(
    tmp_path: Path, heading: str, faults: list[tuple[str, str, str, str]]
) -> None:
    assert sorted(faults_in(_file(tmp_path, heading=heading))) == sorted(faults)


def test_a_broken_quote_is_told_with_its_line(tmp_path: Path) -> None:
    path = _file(tmp_path, f'{PATI},p1,"never closed,,,,,,,')
    assert faults_in(path) == [("csv_broken", "line 2", "", "")]


def test_no_text_is_a_formula_of_a_spreadsheet_and_all_are_read_back(tmp_path: Path) -> None:
    """Figures stay figures, also those below nothing."""
    titles = ["=1+1", "+62 812", "-", "@nama", "'=x", "'biasa'", "-1,5 juta", "a=b"]
    answers = Answers(
        edition="2026",
        region=Region("33.18", "Kabupaten Pati"),
        spd={"SPD-03": Claim(value=Decimal("-1.5"))},
        innovations=tuple(
            Innovation(id=f"p{number}", title=title) for number, title in enumerate(titles)
        ),
    )
    path = tmp_path / "answers.csv"
    write_csv(answers, path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert rows[0]["value"] == "-1.5"
    assert [row["title"] for row in rows[1:]] == [
        "'=1+1",
        "'+62 812",
        "'-",
        "'@nama",
        "''=x",
        "'biasa'",
        "'-1,5 juta",
        "a=b",
    ]
    assert read_answers(path) == answers
