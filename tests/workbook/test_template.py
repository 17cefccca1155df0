import re
import warnings
import zipfile
from pathlib import Path

import pytest

from pragola.rulebooks import edition_codes, load_edition
from pragola.workbook import write_workbook
from pragola.workbook.cells import CellReader
from pragola.workbook.layout import SheetName, sheet_layouts
from pragola.workbook.opened import open_workbook
from pragola.workbook.tables import find_table
from pragola.workbook.xml_parts import sheet_parts


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "baru.xlsx"
    write_workbook(load_edition("2026"), path)
    return path


def _xml(path: Path, sheet: str) -> str:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = next(part.part for part in sheet_parts(parts) if part.name == sheet)
    return parts[part].decode()


def test_the_sheets_stand_in_the_order_of_the_work(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert [(part.name, part.hidden) for part in sheet_parts(parts)] == [
        ("Petunjuk", False),
        ("Wilayah", False),
        ("SPD", False),
        ("Inovasi", False),
        ("Klaim", False),
        ("Putusan", False),
        ("Kriteria", False),
        ("Pilihan", True),
    ]


@pytest.mark.parametrize("code", edition_codes())
def test_every_edition_has_a_workbook_whose_headings_are_found_again(
    tmp_path: Path, code: str
) -> None:
    edition, path = load_edition(code), tmp_path / "baru.xlsx"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        write_workbook(edition, path)
    grids = open_workbook(path, wanted=tuple(SheetName)).grids
    for layout in sheet_layouts(edition):
        reader = CellReader(grids[layout.name])
        table = find_table(layout, reader)
        assert (reader.faults, reader.notices) == ([], [])
        assert table is not None
        assert set(table.positions) == set(layout.columns)


@pytest.mark.parametrize("sheet", ["SPD", "Inovasi", "Klaim", "Putusan", "Wilayah", "Kriteria"])
def test_sheets_are_protected_without_a_password(workbook: Path, sheet: str) -> None:
    protection = re.search(r"<sheetProtection [^>]*>", _xml(workbook, sheet))
    assert protection is not None
    assert 'sheet="1"' in protection[0]
    assert "password" not in protection[0]


def test_levels_are_offered_with_their_criteria(workbook: Path) -> None:
    offered = re.findall(r"<dataValidation .*?</dataValidation>", _xml(workbook, "Klaim"))
    levels = [each for each in offered if '"0,1,2,3"' in each]
    assert len(levels) == len(load_edition("2026").sid_indicators)
    video = next(each for each in levels if "SID-20" in each)
    first, *_ = load_edition("2026").indicators[-1].levels.value
    assert first.criterion in video


def test_headings_stay_in_sight(workbook: Path) -> None:
    for sheet in ("SPD", "Inovasi", "Klaim", "Putusan", "Kriteria"):
        assert 'state="frozen"' in _xml(workbook, sheet)


def test_the_same_answers_give_the_same_sheets(tmp_path: Path, workbook: Path) -> None:
    again = tmp_path / "lagi.xlsx"
    write_workbook(load_edition("2026"), again)
    for sheet in ("SPD", "Inovasi", "Klaim"):
        assert _xml(again, sheet) == _xml(workbook, sheet)


def test_rows_are_as_high_as_their_texts(workbook: Path) -> None:
    heights = dict(re.findall(r'<row r="(\d+)"[^>]* ht="(\d+)"', _xml(workbook, "Petunjuk")))
    assert (heights.get("5"), heights.get("6")) == (None, "30")
