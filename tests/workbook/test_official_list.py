"""Official results in a table, Excel or CSV: every fault at once, with its place."""

from decimal import Decimal
from pathlib import Path

import pytest
from xlsxwriter.workbook import Workbook

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.workbook.official_list import OfficialRow, read_official_list, write_official_list

EDITION = load_edition("2026")
HEAD = "Judul inovasi;Skor resmi;SID-01"


def a_csv(folder: Path, *lines: str) -> Path:
    """A CSV with these lines."""
    path = folder / "hasil.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def faults(path: Path) -> list[tuple[str, str, str]]:
    """What is wrong with the table: the code, the place, what was found."""
    with pytest.raises(PragolaError) as error:
        read_official_list(path, EDITION)
    return [(each.code, each.place, each.found) for each in error.value.faults]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """Scores and levels, and nothing where nothing is known."""
    path = tmp_path / "hasil.xlsx"
    rows = (
        OfficialRow(
            id="7", title="Satu", unit="Unit", points=Decimal("83.5"), levels={"SID-02": 0}
        ),
        OfficialRow(id="8", title="Dua", points=None, levels={}),
    )
    write_official_list(path, EDITION, rows)
    read = [(r.id, r.title, r.points, r.levels) for r in read_official_list(path, EDITION)]
    assert read == [("7", "Satu", Decimal("83.5"), {"SID-02": 0}), ("8", "Dua", None, {})]


def test_a_table_of_somebody_else_needs_two_columns(tmp_path: Path) -> None:
    """On a sheet of any name, in any order, beside others."""
    path = tmp_path / "portal.xlsx"
    with Workbook(str(path)) as book:
        page = book.add_worksheet("Data")
        for number, cells in enumerate((("No", "Skor resmi", "Judul inovasi"), (1, 61.25, "Satu"))):
            page.write_row(number, 0, cells)
    (row,) = read_official_list(path, EDITION)
    assert (row.id, row.title, row.points, row.levels) == ("", "Satu", Decimal("61.25"), {})


def test_a_csv_is_read_with_commas_or_points(tmp_path: Path) -> None:
    """Whatever parts its cells."""
    path = a_csv(tmp_path, HEAD, "Satu;61,25;3", '"Dua; lanjutan";70.5;')
    rows = [(r.title, r.points, r.levels) for r in read_official_list(path, EDITION)]
    assert rows == [
        ("Satu", Decimal("61.25"), {"SID-01": 3}),
        ("Dua; lanjutan", Decimal("70.5"), {}),
    ]


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    """No number, a level that is not there, a title twice, no title."""
    path = a_csv(tmp_path, HEAD, "Satu;tinggi;9", "Satu;1;1,5", ";5;", "Tiga;99999;")
    assert faults(path) == [
        ("official_points_unknown", "CSV!B2", "tinggi"),
        ("official_level_unknown", "CSV!C2", "9"),
        ("official_level_unknown", "CSV!C3", "1.5"),
        ("official_of_nothing", "CSV!4", ""),
        ("official_points_unknown", "CSV!B5", "99999"),
        ("official_twice", "CSV!3", "Satu"),
    ]


def test_a_table_without_its_columns_or_rows_says_so(tmp_path: Path) -> None:
    """Rather than recording nothing in silence."""
    assert [
        code for code, _place, _found in faults(a_csv(tmp_path, "Judul inovasi;Nilai", "A;1"))
    ] == ["heading_missing"]
    assert faults(a_csv(tmp_path, HEAD)) == [("official_none", "CSV", "")]


def test_a_csv_in_another_writing_is_refused_with_its_line(tmp_path: Path) -> None:
    """As the answers in a CSV are."""
    path = tmp_path / "hasil.csv"
    path.write_bytes(f"{HEAD}\nCaf".encode() + b"\xe9;1;\n")
    assert faults(path) == [("text_not_utf8", "line 2", "")]
