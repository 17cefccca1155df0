"""A list of units comes back from Excel as it went in, or with every fault and its place."""

from pathlib import Path

import pytest
from xlsxwriter.workbook import Workbook

from pragola.workbook.unit_list import MOST_UNITS, ListedUnit, read_unit_list, write_unit_list
from pragola.workbook.validation import AnswersFaultyError

KINDS = {"opd": "Perangkat daerah", "puskesmas": "Puskesmas"}
UNITS = (
    ListedUnit(code="dinkes", name="Dinas Kesehatan", kind="opd", parent=None),
    ListedUnit(code="pkm-1", name="Puskesmas Satu", kind="puskesmas", parent="dinkes"),
)


def written_by_hand(path: Path, *rows: tuple[str, ...]) -> Path:
    """A list as somebody else's program would write it."""
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet("unit")
        for number, row in enumerate((("Kode unit", "Nama unit", "Jenis", "Kode induk"), *rows)):
            sheet.write_row(number, 0, row)
    return path


def test_a_list_reads_back_as_it_was_written(tmp_path: Path) -> None:
    """Kinds by their names, parents by their codes, places beside."""
    path = tmp_path / "unit.xlsx"
    write_unit_list(path, UNITS, kinds=KINDS)
    read = read_unit_list(path, kinds=KINDS, known=())
    assert [(u.code, u.name, u.kind, u.parent) for u in read] == [
        (u.code, u.name, u.kind, u.parent) for u in UNITS
    ]
    assert [u.place for u in read] == ["Unit!5", "Unit!6"]


def test_a_parent_may_be_one_that_exists_already(tmp_path: Path) -> None:
    """A list of additions need not repeat the rest."""
    path = written_by_hand(tmp_path / "unit.xlsx", ("pkm-2", "Puskesmas Dua", "puskesmas", "dinas"))
    read = read_unit_list(path, kinds=KINDS, known={"dinas"})
    assert [(u.code, u.parent) for u in read] == [("pkm-2", "dinas")]


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    """Empty cells, a kind nobody knows, a code twice, a lost parent."""
    path = written_by_hand(
        tmp_path / "unit.xlsx",
        ("a", "", "Puskesmas", ""),
        ("a", "Nama", "Puskemas", "tiada"),
        ("b", "n" * 201, "opd", ""),
    )
    with pytest.raises(AnswersFaultyError) as caught:
        read_unit_list(path, kinds=KINDS, known=())
    assert [(fault.code, fault.place) for fault in caught.value.faults] == [
        ("unit_cell_empty", "unit!2"),
        ("unit_kind_unknown", "unit!C3"),
        ("unit_text_too_long", "unit!B4"),
        ("unit_code_twice", "unit!3"),
        ("unit_parent_unknown", "unit!3"),
    ]


@pytest.mark.parametrize(
    ("rows", "code"), [((), "units_none"), ((("x",) * 4,), "unit_kind_unknown")]
)
def test_a_list_of_nothing_is_no_list(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...], code: str
) -> None:
    """An empty sheet is told apart from a faulty one."""
    path = written_by_hand(tmp_path / "unit.xlsx", *rows)
    with pytest.raises(AnswersFaultyError) as caught:
        read_unit_list(path, kinds=KINDS, known={"x"})
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_sheet_of_endless_rows_is_refused_before_its_rows_are_read(tmp_path: Path) -> None:
    """With both numbers, and with one fault instead of one a row."""
    rows = [("a", "", "x", "")] * (MOST_UNITS + 20)
    path = written_by_hand(tmp_path / "unit.xlsx", *rows)
    with pytest.raises(AnswersFaultyError) as caught:
        read_unit_list(path, kinds=KINDS, known=())
    told = [(fault.code, fault.found, fault.expected) for fault in caught.value.faults]
    assert told == [("units_too_many", str(MOST_UNITS + 21), str(MOST_UNITS))]
