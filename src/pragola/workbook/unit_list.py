"""A government's units in an Excel file: code, name, kind and the unit each stands under."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter.workbook import Workbook

from pragola.scoring.faults import Fault
from pragola.workbook.cells import CellReader
from pragola.workbook.grids import Grid
from pragola.workbook.layout import Column, Kind, SheetLayout, SheetName
from pragola.workbook.opened import open_workbook
from pragola.workbook.suggestions import folded, nearest
from pragola.workbook.tables import TableRow, find_table, rows_of
from pragola.workbook.template_styles import Styles
from pragola.workbook.template_tables import FIRST_ROW, Sheet
from pragola.workbook.validation import AnswersFaultyError

LONGEST_CODE, LONGEST_NAME = 40, 200
MOST_UNITS = 5_000
"""More than the villages, schools and agencies of any government."""

_CODE = Column(heading="Kode unit", kind=Kind.TEXT, name="code", width=20)
_NAME = Column(heading="Nama unit", kind=Kind.TEXT, name="name", width=52)
_KIND = Column(heading="Jenis", kind=Kind.TEXT, name="kind", width=24)
_PARENT = Column(heading="Kode induk", kind=Kind.TEXT, name="parent", width=20)
_COLUMNS = (_CODE, _NAME, _KIND, _PARENT)
_LAYOUT = SheetLayout(name=SheetName.UNITS, key=_CODE.heading, columns=_COLUMNS)
_SPARE_ROWS = 200
_HINT = (
    "Satu baris satu unit. Kode menandai unit itu selamanya; kode induk boleh kosong. "
    "Unit yang tidak disebut di sini tidak berubah."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedUnit:
    """A row of the list. `kind` is the code of a kind, `parent` the code of a unit or None."""

    code: str
    name: str
    kind: str
    parent: str | None
    place: str = ""


def write_unit_list(path: Path, units: Iterable[ListedUnit], *, kinds: Mapping[str, str]) -> None:
    """Write the list, ready to be changed and read again; `kinds` are names by code."""
    with Workbook(str(path)) as book:
        sheet = Sheet.named(book, SheetName.UNITS, Styles(book))
        sheet.head("Unit pemerintah daerah", _HINT)
        sheet.head_columns(_LAYOUT, open_below=True)
        last = FIRST_ROW - 1
        for last, unit in enumerate(units, start=FIRST_ROW):
            shown = (unit.code, unit.name, kinds[unit.kind], unit.parent or "")
            for number, (column, value) in enumerate(zip(_COLUMNS, shown, strict=True)):
                sheet.write(last, number, column, value)
        choices = {"validate": "list", "source": [*kinds.values()]}
        at = _COLUMNS.index(_KIND)
        sheet.page.data_validation(FIRST_ROW, at, last + _SPARE_ROWS, at, choices)


def read_unit_list(
    path: Path, *, kinds: Mapping[str, str], known: Collection[str]
) -> tuple[ListedUnit, ...]:
    """The units of a list, in its order; `known` are codes of units that exist already.

    Raises AnswersFaultyError with every fault and its place.
    """
    opened = open_workbook(path, wanted=[SheetName.UNITS])
    grid = opened.grids.get(SheetName.UNITS)
    if grid is None:
        found = ", ".join(opened.others)
        raise AnswersFaultyError(
            Fault(code="sheet_missing", place="", found=found, expected=SheetName.UNITS)
        )
    if len(grid.rows) > MOST_UNITS + FIRST_ROW:
        found, most = str(len(grid.rows)), str(MOST_UNITS)
        fault = Fault(code="units_too_many", place=grid.name, found=found, expected=most)
        raise AnswersFaultyError(fault)
    reader = CellReader(grid)
    units = tuple(_units(grid, reader, kinds))
    faults = [*reader.faults, *_double_codes(units), *_lost_parents(units, known)]
    if not faults and not units:
        faults = [Fault(code="units_none", place=grid.name)]
    if faults:
        raise AnswersFaultyError(*faults)
    return units


def _units(grid: Grid, reader: CellReader, kinds: Mapping[str, str]) -> Iterator[ListedUnit]:
    table = find_table(_LAYOUT, reader)
    codes = {folded(name): code for code, name in kinds.items()} | {folded(c): c for c in kinds}
    for row in rows_of(table, reader) if table else ():
        code, name = _text(row, _CODE), _text(row, _NAME)
        kind = codes.get(folded(_text(row, _KIND)))
        reader.faults += _row_faults(row, grid, kind=kind, kinds=kinds)
        yield ListedUnit(
            code=code,
            name=name,
            kind=kind or "",
            parent=_text(row, _PARENT) or None,
            place=f"{grid.name}!{row.number + 1}",
        )


def _row_faults(
    row: TableRow, grid: Grid, *, kind: str | None, kinds: Mapping[str, str]
) -> Iterator[Fault]:
    place = f"{grid.name}!{row.number + 1}"
    for column, longest in ((_CODE, LONGEST_CODE), (_NAME, LONGEST_NAME)):
        text = _text(row, column)
        if not text:
            yield Fault(code="unit_cell_empty", place=place, expected=column.heading)
        elif len(text) > longest:
            yield Fault(
                code="unit_text_too_long",
                place=row.places[column],
                found=str(len(text)),
                expected=str(longest),
            )
    if kind is None:
        written = _text(row, _KIND)
        yield Fault(
            code="unit_kind_unknown",
            place=row.places.get(_KIND, place),
            found=written,
            expected=", ".join(kinds.values()),
            facts=(("nearest", nearest(written, tuple(kinds.values()))),),
        )


def _double_codes(units: Sequence[ListedUnit]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for unit in units:
        if unit.code and unit.code in first:
            yield Fault(
                code="unit_code_twice", place=unit.place, found=unit.code, expected=first[unit.code]
            )
        first.setdefault(unit.code, unit.place)


def _lost_parents(units: Sequence[ListedUnit], known: Collection[str]) -> Iterator[Fault]:
    codes = {unit.code for unit in units} | set(known)
    for unit in units:
        if unit.parent and unit.parent not in codes:
            yield Fault(
                code="unit_parent_unknown",
                place=unit.place,
                found=unit.parent,
                facts=(("nearest", nearest(unit.parent, tuple(codes))),),
            )


def _text(row: TableRow, column: Column) -> str:
    value = row.values.get(column)
    return value.strip() if isinstance(value, str) else ""
