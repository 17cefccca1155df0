"""What the ministry found, in a table: a score for each innovation, levels where there are any."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from pathlib import Path

from xlsxwriter.workbook import Workbook

from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.workbook.cells import CellReader
from pragola.workbook.grids import Grid
from pragola.workbook.layout import ID, TITLE, Column, Kind, SheetLayout, SheetName
from pragola.workbook.opened import open_workbook
from pragola.workbook.raw import Json
from pragola.workbook.suggestions import folded
from pragola.workbook.tables import TableRow, find_table, rows_of
from pragola.workbook.template_styles import Styles
from pragola.workbook.template_tables import FIRST_ROW, Sheet
from pragola.workbook.validation import AnswersFaultyError

MOST_ROWS = 5_000
_HEADING_WITHIN = 30
_ID = Column(heading=ID, kind=Kind.TEXT, name="id", width=12)
_TITLE = Column(heading=TITLE, kind=Kind.TEXT, name="title", width=52)
_UNIT = Column(heading="Unit pengusul", kind=Kind.SHOWN, width=36)
_POINTS = Column(heading="Skor resmi", kind=Kind.NUMBER, name="points", width=12)
_ALWAYS = (_TITLE, _POINTS)
_HINT = (
    "Satu baris satu inovasi. Isi skor dari kementerian, dan level per indikator bila diberikan. "
    "Sel yang kosong tidak mengubah apa pun."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRow:
    """A row of the table: which innovation, and what is said of it; None and left out: nothing."""

    id: str
    title: str
    unit: str = ""
    points: Decimal | None
    levels: Mapping[str, int]
    place: str = ""


def write_official_list(path: Path, edition: Edition, rows: Iterable[OfficialRow]) -> None:
    """Write the table with what is known, ready to be filled and read again."""
    layout = official_layout(edition)
    with Workbook(str(path)) as book:
        sheet = Sheet.named(book, SheetName.OFFICIAL, Styles(book))
        sheet.head(f"Hasil resmi {edition.code}", _HINT)
        sheet.head_columns(layout, open_below=True)
        for number, row in enumerate(rows, start=FIRST_ROW):
            shown = {_ID: row.id, _TITLE: row.title, _UNIT: row.unit, _POINTS: row.points}
            for at, column in enumerate(layout.columns):
                value = row.levels.get(column.code) if column.code else shown[column]
                if value is not None:
                    sheet.write(number, at, column, value)


def official_layout(edition: Edition) -> SheetLayout:
    """One row an innovation: its score, and a column an indicator."""
    levels = (
        Column(heading=each.code, kind=Kind.NUMBER, name="level", code=each.code, width=9)
        for each in edition.sid_indicators
    )
    columns = (_ID, _TITLE, _UNIT, _POINTS, *levels)
    return SheetLayout(name=SheetName.OFFICIAL, key=TITLE, columns=columns)


def read_official_list(path: Path, edition: Edition) -> tuple[OfficialRow, ...]:
    """The rows of a table, Excel or CSV by its name; only title and score have to be there.

    Raises AnswersFaultyError with every fault and its place.
    """
    grid = _csv_grid(path) if path.suffix.casefold() == ".csv" else _sheet(path)
    if len(grid.rows) > MOST_ROWS + FIRST_ROW:
        found, most = str(len(grid.rows)), str(MOST_ROWS)
        raise AnswersFaultyError(
            Fault(code="official_too_many", place=grid.name, found=found, expected=most)
        )
    reader = CellReader(grid)
    table = find_table(_present(official_layout(edition), grid), reader)
    highest = {each.code: each.highest_level for each in edition.sid_indicators}
    rows = [
        _row(row, reader, highest, most=edition.maxima.sid.value)
        for row in (rows_of(table, reader) if table else ())
    ]
    faults = [*reader.faults, *_doubled(rows)]
    if not faults and not rows:
        faults = [Fault(code="official_none", place=grid.name)]
    if faults:
        raise AnswersFaultyError(*faults)
    return tuple(rows)


def _sheet(path: Path) -> Grid:
    """Our sheet, or else the first: the ministry's tables have names of their own."""
    opened = open_workbook(path, wanted=[SheetName.OFFICIAL])
    if SheetName.OFFICIAL in opened.grids:
        return opened.grids[SheetName.OFFICIAL]
    if not opened.others:
        raise AnswersFaultyError(
            Fault(code="sheet_missing", place="", found="", expected=SheetName.OFFICIAL)
        )
    first = opened.others[0]
    return open_workbook(path, wanted=[first]).grids[first]


def _csv_grid(path: Path) -> Grid:
    """The lines of a CSV as a sheet, whatever parts its cells."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise AnswersFaultyError(Fault(code="text_not_utf8", place=f"line {line}")) from error
    heading = text.split("\n", 1)[0]
    delimiter = max((",", ";", "\t"), key=heading.count)
    grid = Grid("CSV")
    try:
        lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for number, cells in enumerate(lines):
            kept = {at: cell for at, cell in enumerate(cells) if cell.strip()}
            if kept:
                grid.rows[number] = {**kept}
    except csv.Error as error:
        raise AnswersFaultyError(Fault(code="csv_broken", place="")) from error
    return grid


def _present(layout: SheetLayout, grid: Grid) -> SheetLayout:
    """The columns that have to be there, and those others that are."""
    heads = {
        folded(text) for row in grid.used_rows()[:_HEADING_WITHIN] for _, text in grid.texts(row)
    }
    kept = (c for c in layout.columns if c in _ALWAYS or folded(c.heading) in heads)
    return SheetLayout(name=layout.name, key=layout.key, columns=tuple(kept))


def _row(
    row: TableRow, reader: CellReader, highest: Mapping[str, int], *, most: Decimal
) -> OfficialRow:
    found, title = _text(row, _ID), _text(row, _TITLE)
    place = f"{reader.grid.name}!{row.number + 1}"
    if not found and not title:
        reader.faults.append(Fault(code="official_of_nothing", place=place))
    points = _number(row.values.get(_POINTS))
    if _POINTS in row.values and (points is None or not 0 <= points <= most):
        reader.faults.append(
            Fault(
                code="official_points_unknown",
                place=row.places[_POINTS],
                found=str(row.values[_POINTS]),
                expected=f"{most:f}",
            )
        )
    levels = {}
    for column, value in row.values.items():
        if column.code:
            level = _number(value)
            if level is None or level not in range(highest[column.code] + 1):
                reader.faults.append(
                    Fault(
                        code="official_level_unknown",
                        place=row.places[column],
                        found=str(value),
                        expected=str(highest[column.code]),
                    )
                )
            else:
                levels[column.code] = int(level)
    return OfficialRow(id=found, title=title, points=points, levels=levels, place=place)


def _doubled(rows: Sequence[OfficialRow]) -> Iterator[Fault]:
    seen: set[str] = set()
    for row in rows:
        key = row.id or folded(row.title)
        if key and key in seen:
            yield Fault(code="official_twice", place=row.place, found=row.title or row.id)
        seen.add(key)


def _number(value: Json) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _text(row: TableRow, column: Column) -> str:
    value = row.values.get(column)
    return value.strip() if isinstance(value, str) else ""
