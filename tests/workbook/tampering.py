"""Workbooks made odd on purpose, by code: single cells, sheets and parts of the package."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from pragola.workbook.grids import cell_at
from pragola.workbook.xml_parts import sheet_parts

type Change = Callable[[str], str]


def rewritten(path: Path, changes: Mapping[str, Change | bytes | None]) -> Path:
    """The package with parts changed, added (bytes) or left out (None)."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, change in changes.items():
        if change is None:
            del parts[name]
        elif isinstance(change, bytes):
            parts[name] = change
        else:
            parts[name] = change(parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def on_sheet(path: Path, sheet: str, *changes: Change) -> Path:
    """The workbook with the XML of one sheet changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = next(part.part for part in sheet_parts(parts) if part.name == sheet)

    def change(xml: str) -> str:
        for each in changes:
            xml = each(xml)
        return xml

    return rewritten(path, {part: change})


def text(cell: str, value: str) -> Change:
    """The cell with a text."""
    return _put(cell, f'<c r="{cell}" t="inlineStr"><is><t>{escape(value)}</t></is></c>')


def number(cell: str, value: str) -> Change:
    """The cell with a number, as it stands in the file."""
    return _put(cell, f'<c r="{cell}"><v>{value}</v></c>')


def formula(cell: str, formula: str, value: str | None) -> Change:
    """The cell with a formula and the result that is stored with it."""
    stored = "" if value is None else f"<v>{value}</v>"
    return _put(cell, f'<c r="{cell}"><f>{escape(formula)}</f>{stored}</c>')


def error(cell: str, value: str) -> Change:
    """The cell with one of Excel's errors."""
    return _put(cell, f'<c r="{cell}" t="e"><v>{value}</v></c>')


def empty(cell: str) -> Change:
    """The cell without anything."""
    return _put(cell, "")


def merged(cells: str) -> Change:
    """A range of cells made one."""
    merge = f'<mergeCells count="1"><mergeCell ref="{cells}"/></mergeCells>'
    return lambda xml: xml.replace("</sheetData>", f"</sheetData>{merge}", 1)


def _put(cell: str, written: str) -> Change:
    def change(xml: str) -> str:
        xml = re.sub(rf'<c r="{cell}"[^>]*?(?:/>|>.*?</c>)', "", xml, count=1)
        row = int(re.sub("[A-Z]", "", cell))
        found = re.search(rf'<row r="{row}"[^>]*?(/?)>', xml)
        if found is None:
            return _with_row(xml, row, written)
        if found[1]:
            opened = found[0].removesuffix("/>") + f">{written}</row>"
            return xml.replace(found[0], opened, 1)
        return _within_row(xml, found.end(), cell, written)

    return change


def _with_row(xml: str, row: int, written: str) -> str:
    return xml.replace("</sheetData>", f'<row r="{row}">{written}</row></sheetData>', 1)


def _within_row(xml: str, start: int, cell: str, written: str) -> str:
    wanted = cell_at(cell)
    assert wanted is not None
    end = xml.index("</row>", start)
    for found in re.finditer(r'<c r="([A-Z]+\d+)"', xml[start:end]):
        other = cell_at(found[1])
        assert other is not None
        if other[1] > wanted[1]:
            return xml[: start + found.start()] + written + xml[start + found.start() :]
    return xml[:end] + written + xml[end:]
