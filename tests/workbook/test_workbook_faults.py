"""Whatever happens to a workbook on its way: a clear answer, all faults at once."""

import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.workbook import read_answers, read_with_notices, write_workbook
from tests.workbook.samples import example
from tests.workbook.tampering import (
    empty,
    error,
    formula,
    merged,
    number,
    on_sheet,
    rewritten,
    text,
)
from tests.workbook.telling import faults_in, told

LEVEL, VALUE, LATEST, EARLIER = "H", "I", "J", "K"
"""Columns of the sheet SPD of the edition 2026."""
UNEMPLOYMENT_NOW, UNEMPLOYMENT_FALL = 11, 10
"""Rows of SPD-05b and SPD-05a on that sheet."""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "pati.xlsx"
    write_workbook(load_edition("2026"), path, example())
    return path


def _spd(code: str, claim: Claim) -> object:
    return replace(example(), spd={**example().spd, code: claim})


def test_an_untouched_workbook_has_no_faults_and_no_notices(workbook: Path) -> None:
    read = read_with_notices(workbook)
    assert (read.answers, read.notices) == (example(), ())


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (text("I10", "4,45"), "4.45"),
        (text("I10", " 4.45 "), "4.45"),
        (text("I10", "1.234,5"), "1234.5"),
        (number("I10", "4.45"), "4.45"),
        (number("I10", "4.4500000000000002"), "4.45"),
        (number("I10", "0.30000000000000004"), "0.3"),
    ],
)
def test_a_figure_is_read_as_the_operator_saw_it(workbook: Path, typed: object, value: str) -> None:
    on_sheet(workbook, "SPD", empty("H10"), typed)  # type: ignore[arg-type]
    assert read_answers(workbook) == _spd("SPD-05a", Claim(value=Decimal(value)))


def test_raw_figures_of_two_years_are_read(workbook: Path) -> None:
    on_sheet(workbook, "SPD", empty("H10"), text("J10", "4,45"), number("K10", "4.78"))
    figures = (("T-1", Decimal("4.45")), ("T-2", Decimal("4.78")))
    assert read_answers(workbook) == _spd("SPD-05a", Claim(periods=figures))


def test_a_formula_is_taken_by_its_stored_result_and_noticed(workbook: Path) -> None:
    on_sheet(workbook, "SPD", empty("H11"), formula("I11", "4+0.45", "4.45"))
    read = read_with_notices(workbook)
    assert read.answers == _spd("SPD-05b", Claim(value=Decimal("4.45")))
    assert told(read.notices) == [("formula_taken", "SPD!I11", "4.45", "")]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (formula("H5", "1+1", None), ("formula_without_value", "SPD!H5", "", "")),
        (error("H5", "#REF!"), ("cell_error", "SPD!H5", "#REF!", "")),
        (number("H5", "4"), ("out_of_range", "SPD!H5", "4", "0–3")),
        (number("H5", "1.5"), ("level_expected", "SPD!H5", "1.5", "0–3")),
        (text("H5", "dua"), ("level_expected", "SPD!H5", "dua", "0–3")),
        (text("I11", "1.234"), ("number_ambiguous", "SPD!I11", "1.234", "")),
        (number("I11", "5"), ("claim_twice", "SPD!H11", "{…}", "")),
        (text("A5", "SPD-77"), ("indicator_unknown", "SPD!H5", "SPD-77", "")),
        (text("A6", "SPD-01"), ("row_twice", "SPD!A6", "SPD-01", "")),
        (empty("A5"), ("row_unnamed", "SPD!H5", "2", "Kode")),
        (merged("H5:H6"), ("cells_merged", "SPD!H5:H6", "", "")),
        (text("H4", "Levl"), ("column_renamed", "SPD!H4", "Levl", "Level")),
        (empty("H4"), ("column_missing", "SPD", "", "Level")),
        (text("L4", "Level"), ("column_twice", "SPD!L4", "Level", "")),
        (number("H1048576", "2"), ("row_unnamed", "SPD!H1048576", "2", "Kode")),
    ],
)
def test_a_fault_on_a_sheet_of_rows_names_sheet_and_cell(
    workbook: Path, change: object, fault: tuple[str, str, str, str]
) -> None:
    on_sheet(workbook, "SPD", change)  # type: ignore[arg-type]
    assert faults_in(workbook) == [fault]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (
            text("D5", "Setuju"),
            ("status_unknown", "Inovasi!D5", "Setuju", "Draf, Diterima, Ditolak"),
        ),
        (text("E5", "Kesehtan"), ("affair_unknown", "Inovasi!E5", "Kesehtan", "")),
        (text("A6", "p1"), ("row_twice", "Inovasi!A6", "p1", "")),
        (text("J5", "kemarin"), ("date_expected", "Inovasi!J5", "kemarin", "")),
        (text("B20", "Judul saja"), ("row_unnamed", "Inovasi!B20", "Judul saja", "ID inovasi")),
    ],
)
def test_a_fault_in_an_innovation_names_its_cell(
    workbook: Path, change: object, fault: tuple[str, str, str, str]
) -> None:
    on_sheet(workbook, "Inovasi", change)  # type: ignore[arg-type]
    assert fault in faults_in(workbook)


def test_days_may_be_typed_as_texts(workbook: Path) -> None:
    on_sheet(
        workbook,
        "Inovasi",
        text("J5", "14/12/2022"),
        text("K5", "2 Januari 2024"),
        text("L5", "2025-03-04"),
    )
    profile = read_answers(workbook).innovations[0].profile
    assert (profile.trial, profile.applied, profile.developed) == (
        date(2022, 12, 14),
        date(2024, 1, 2),
        date(2025, 3, 4),
    )


def test_a_touching_affair_without_a_main_one_is_told(workbook: Path) -> None:
    on_sheet(workbook, "Inovasi", empty("E5"), text("F5", "Pangan"))
    assert faults_in(workbook) == [
        ("main_affair_missing", "Inovasi!F5", "", "Urusan utama"),
    ]


def test_claims_of_an_unknown_innovation_are_told_with_the_nearest_id(workbook: Path) -> None:
    on_sheet(workbook, "Klaim", text("A5", "p1a"))
    assert faults_in(workbook) == [("innovation_unknown", "Klaim!A5", "p1a", "")]


def test_levels_without_an_id_are_told(workbook: Path) -> None:
    on_sheet(workbook, "Klaim", number("C30", "2"))
    assert faults_in(workbook) == [("row_unnamed", "Klaim!C30", "2", "ID inovasi")]


def test_columns_may_stand_in_any_order_and_notes_beside_them(workbook: Path) -> None:
    changes = [text("H4", "Nilai"), text("I4", "Level"), text("P4", "Catatan saya")]
    changes += [c for row in range(5, 25) for c in (empty(f"H{row}"), number(f"I{row}", "2"))]
    on_sheet(workbook, "SPD", *changes)
    read = read_with_notices(workbook)
    assert read.answers == example()
    assert told(read.notices) == [("column_ignored", "SPD!P4", "Catatan saya", "")]


def test_faults_of_all_sheets_come_together(workbook: Path) -> None:
    on_sheet(workbook, "Wilayah", text("B6", "3318"))
    on_sheet(workbook, "SPD", number("H5", "7"))
    on_sheet(workbook, "Klaim", text("C6", "x"))
    assert [(code, place) for code, place, _, _ in faults_in(workbook)] == [
        ("region_code_wrong", "Wilayah!B6"),
        ("out_of_range", "SPD!H5"),
        ("level_expected", "Klaim!C6"),
    ]


def test_a_number_shown_as_a_percentage_is_not_taken_for_a_hundredth(tmp_path: Path) -> None:
    path = tmp_path / "pati.xlsx"
    write_workbook(load_edition("2026"), path, example())

    def with_percent_style(xml: str) -> str:
        return xml.replace("</cellXfs>", '<xf numFmtId="10" fontId="0"/></cellXfs>')

    rewritten(path, {"xl/styles.xml": with_percent_style})
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    last = styles[: styles.index("</cellXfs>")].split("<cellXfs", 1)[1].count("<xf ") - 1
    cell = number("I11", "0.0445")
    on_sheet(
        path,
        "SPD",
        empty("H11"),
        cell,
        lambda xml: xml.replace('<c r="I11">', f'<c r="I11" s="{last}">'),
    )
    assert faults_in(path) == [("number_as_percent", "SPD!I11", "0.0445", "")]


def test_a_renamed_sheet_is_told_and_others_are_ignored_with_a_notice(workbook: Path) -> None:
    rewritten(workbook, {"xl/workbook.xml": lambda xml: xml.replace('"Klaim"', '"Klaim 1"')})
    assert faults_in(workbook) == [("sheet_missing", "Klaim", "", "Klaim")]
    rewritten(workbook, {"xl/workbook.xml": lambda xml: xml.replace('"Klaim 1"', '"Klaim"')})
    rewritten(workbook, {"xl/workbook.xml": lambda xml: xml.replace('"Kriteria"', '"Coretan"')})
    read = read_with_notices(workbook)
    assert (read.answers, told(read.notices)) == (
        example(),
        [("sheet_ignored", "Coretan", "Coretan", "")],
    )


def test_a_hidden_sheet_is_read_and_noticed(workbook: Path) -> None:
    hide = 'name="SPD" state="hidden"'
    rewritten(workbook, {"xl/workbook.xml": lambda xml: xml.replace('name="SPD"', hide)})
    assert told(read_with_notices(workbook).notices) == [("sheet_hidden", "SPD", "SPD", "")]


def test_a_workbook_of_an_unknown_edition_is_told_without_other_faults(workbook: Path) -> None:
    on_sheet(workbook, "Wilayah", text("B5", "1999"))
    [(code, place, found, _)] = faults_in(workbook)
    assert (code, place, found) == ("edition_unknown", "Wilayah!B5", "1999")


def test_a_workbook_that_is_not_ours_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    with Workbook(path) as book:
        book.add_worksheet("Anggaran").write(0, 0, "x")
    assert faults_in(path) == [("not_our_workbook", "", "Anggaran", "")]


def _zip_with(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"<html><table></table></html>", "file_not_excel"),
        (_zip_with("word/document.xml"), "file_not_excel"),
        (_zip_with("content.xml", "mimetype"), "file_not_excel"),
        (_zip_with("xl/workbook.xml", "xl/vbaProject.bin"), "file_with_macros"),
        (_zip_with("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "file_with_macros"),
        (_zip_with("xl/workbook.xml"), "file_damaged"),
        (b"PK\x03\x04 cut off", "file_damaged"),
        (_OLE, "file_old_excel"),
        (_OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 100, "file_encrypted"),
        (_zip_with(*(f"xl/{n}.xml" for n in range(3000))), "too_many_parts"),
    ],
)
def test_a_file_that_is_no_plain_workbook_gets_its_own_answer(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "answers.xlsx"
    path.write_bytes(content)
    assert [fault[0] for fault in faults_in(path)] == [code]


def test_a_workbook_of_200_megabytes_when_unpacked_is_refused(workbook: Path) -> None:
    rewritten(workbook, {"xl/media/image1.png": b"\0" * 200 * 1024 * 1024})
    assert faults_in(workbook) == [("unpacked_too_large", "", "", "64 MB")]


def test_a_workbook_that_lies_about_its_size_is_refused(workbook: Path) -> None:
    rewritten(workbook, {"xl/media/image1.png": b"\0" * 100 * 1024 * 1024})
    content = workbook.read_bytes()
    true_size = (100 * 1024 * 1024).to_bytes(4, "little")
    workbook.write_bytes(content.replace(true_size, (1000).to_bytes(4, "little")))
    assert [fault[0] for fault in faults_in(workbook)] == ["file_damaged"]


def test_a_document_type_is_refused_before_any_entity_is_expanded(workbook: Path) -> None:
    lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    on_sheet(workbook, "SPD", lambda xml: xml.replace("<worksheet", f"{lol}<worksheet", 1))
    assert faults_in(workbook) == [("file_damaged", "", "", "")]


def test_cells_far_outside_the_tables_neither_matter_nor_fill_the_memory(workbook: Path) -> None:
    on_sheet(workbook, "SPD", text("XFD1048576", "x"), text("ZZ40", "y"))
    assert read_answers(workbook) == example()


def test_elements_may_carry_a_prefix(workbook: Path) -> None:
    def prefixed(xml: str) -> str:
        for name in ("worksheet", "sheetData", "row", "c", "v", "f"):
            xml = xml.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
            xml = xml.replace(f"</{name}>", f"</x:{name}>")
        return xml.replace('xmlns="', 'xmlns:x="', 1)

    on_sheet(workbook, "Putusan", prefixed)
    assert read_answers(workbook) == example()


def test_progress_is_told_up_to_the_total(workbook: Path) -> None:
    steps: list[tuple[int, int]] = []
    read_answers(workbook, progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]
