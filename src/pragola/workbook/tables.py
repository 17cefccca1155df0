"""A sheet's heading matched to the columns it should have, in any order, and its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pragola.scoring.faults import Fault
from pragola.workbook.cells import CellReader
from pragola.workbook.grids import Cell, Grid, cell_name
from pragola.workbook.layout import Column, Kind, SheetLayout
from pragola.workbook.raw import Json, shorten
from pragola.workbook.suggestions import folded, nearest

_HEADING_WITHIN = 30


@dataclass(frozen=True, slots=True)
class Table:
    """Where the heading stands and which column of the sheet holds which column of ours."""

    heading_row: int
    positions: Mapping[Column, int]


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row that are not empty, with their places."""

    number: int
    values: Mapping[Column, Json]
    places: Mapping[Column, str]


def find_table(layout: SheetLayout, reader: CellReader) -> Table | None:
    """The table of a sheet; None, with faults reported, when a column is missing or twice."""
    grid, faults_before = reader.grid, len(reader.faults)
    row = _heading_row(layout, grid)
    headings = {} if row is None else dict(grid.texts(row))
    positions = _positions(layout, headings)
    reader.faults += _missing(layout, grid, row, headings, positions)
    reader.faults += _doubled(layout, grid, row, headings)
    if row is None or len(reader.faults) > faults_before:
        return None
    reader.faults += _merged(grid, row, positions)
    reader.notices += _ignored(grid, row, headings, positions)
    return Table(row, positions)


def rows_of(table: Table, reader: CellReader) -> Iterator[TableRow]:
    """The rows below the heading in which anything stands that is read."""
    read = [(c, at) for c, at in table.positions.items() if c.kind is not Kind.SHOWN]
    for row in (row for row in reader.grid.used_rows() if row > table.heading_row):
        values, places = {}, {}
        for column, at in read:
            value = reader.read((row, at), column.kind)
            if value is not None:
                values[column] = value
                places[column] = reader.grid.place((row, at))
        if values:
            yield TableRow(row, values, places)


def _heading_row(layout: SheetLayout, grid: Grid) -> int | None:
    wanted = {folded(column.heading) for column in layout.columns}
    matches = {
        row: sum(1 for _, text in grid.texts(row) if folded(text) in wanted)
        for row in grid.used_rows()[:_HEADING_WITHIN]
    }
    best = max(matches, key=lambda row: matches[row], default=None)
    return best if best is not None and matches[best] >= 2 else None


def _positions(layout: SheetLayout, headings: Mapping[int, str]) -> dict[Column, int]:
    at = {folded(text): column for column, text in reversed([*headings.items()])}
    return {
        column: at[folded(column.heading)]
        for column in layout.columns
        if folded(column.heading) in at
    }


def _missing(
    layout: SheetLayout,
    grid: Grid,
    row: int | None,
    headings: Mapping[int, str],
    positions: Mapping[Column, int],
) -> Iterator[Fault]:
    if row is None:
        expected = ", ".join(column.heading for column in layout.columns[:3])
        yield Fault(code="heading_missing", place=grid.name, expected=expected)
        return
    unused = {text: at for at, text in headings.items() if at not in positions.values()}
    for column in layout.columns:
        if column in positions or column.kind is Kind.SHOWN:
            continue
        meant = nearest(column.heading, unused)
        place = grid.place((row, unused[meant])) if meant else grid.name
        code = "column_renamed" if meant else "column_missing"
        yield Fault(code=code, place=place, found=shorten(meant), expected=column.heading)


def _doubled(
    layout: SheetLayout, grid: Grid, row: int | None, headings: Mapping[int, str]
) -> Iterator[Fault]:
    wanted = {folded(c.heading) for c in layout.columns if c.kind is not Kind.SHOWN}
    seen: set[str] = set()
    for at, text in headings.items():
        if row is not None and folded(text) in wanted & seen:
            yield Fault(code="column_twice", place=grid.place((row, at)), found=shorten(text))
        seen.add(folded(text))


def _merged(grid: Grid, heading_row: int, positions: Mapping[Column, int]) -> Iterator[Fault]:
    used, last_row = set(positions.values()), max(grid.rows)
    for first, last in grid.merged:
        is_below = last[0] >= heading_row and first[0] <= last_row
        if is_below and any(first[1] <= at <= last[1] for at in used):
            place = f"{grid.place(first)}:{cell_name(last)}"
            yield Fault(code="cells_merged", place=place)


def _ignored(
    grid: Grid, row: int, headings: Mapping[int, str], positions: Mapping[Column, int]
) -> Iterator[Fault]:
    for at, text in headings.items():
        if at not in positions.values():
            cell: Cell = (row, at)
            yield Fault(code="column_ignored", place=grid.place(cell), found=shorten(text))
