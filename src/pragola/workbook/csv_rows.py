"""The lines of a CSV of answers: delimiter, heading, cells read by what their column holds."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from pragola.scoring.faults import Fault
from pragola.scoring.measure import EARLIER, LATEST
from pragola.workbook.raw import Json, Path, Reported, shorten
from pragola.workbook.suggestions import folded, nearest
from pragola.workbook.typed import AmbiguousNumberError, plain_number, typed_day, typed_number
from pragola.workbook.validation import AnswersFaultyError

REGION_COLUMNS: Mapping[str, Path] = {
    "region_code": ("region", "code"),
    "region_name": ("region", "name"),
    "edition": ("edition",),
}
INNOVATION_COLUMNS: Mapping[str, Path] = {
    "innovation": ("id",),
    "title": ("title",),
    "status": ("status",),
    "unit": ("unit",),
    "affairs": ("affairs",),
    "stage": ("stage",),
    "trial": ("trial",),
    "applied": ("applied",),
    "developed": ("developed",),
    "design_words": ("design_words",),
    "assessments": ("assessments",),
}
CLAIM_COLUMNS = ("level", "base", "value", LATEST, EARLIER)
COLUMNS = (*REGION_COLUMNS, *INNOVATION_COLUMNS, "code", *CLAIM_COLUMNS, "verdict")

_REQUIRED = ("region_code", "region_name", "edition", "innovation", "code", "level")
_NUMBERS = ("level", "verdict", "design_words", "assessments", "value", LATEST, EARLIER)
_DAYS = ("trial", "applied", "developed")
_DELIMITERS = (",", ";", "\t")
_SEPARATOR = ";"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_FIGURE = re.compile(r"[+-]?\d+([.,]\d+)?")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One line: the cells that are not empty, by column, with what could not be read."""

    line: int
    cells: Mapping[str, Json]
    faults: tuple[Fault, ...]

    def place(self, column: str) -> str:
        """Where a cell of this line stands."""
        return place_in(self.line, column)


def place_in(line: int, column: str) -> str:
    """`line 3, column level`."""
    return f"line {line}, column {column}"


def csv_rows(text: str) -> Iterator[CsvRow]:
    """The lines below the heading. Raises AnswersFaultyError for a file that is none of ours."""
    delimiter = _delimiter(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = _columns(next(reader, []))
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _row(line, columns, cells, machine=delimiter == ",")
            line = reader.line_num + 1
    except csv.Error as error:
        place = f"line {reader.line_num}"
        raise AnswersFaultyError(Fault(code="csv_broken", place=place)) from error


def _delimiter(text: str) -> str:
    heading = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=heading.count)


def _columns(heading: list[str]) -> tuple[str, ...]:
    names = {folded(name): name for name in COLUMNS}
    columns = tuple(names.get(folded(cell), "") for cell in heading)
    if not any(columns):
        found = shorten(", ".join(heading))
        raise AnswersFaultyError(Fault(code="not_our_csv", place="line 1", found=found))
    faults = [*_unknown_columns(heading, columns), *_missing_columns(columns)]
    if faults:
        raise AnswersFaultyError(*faults)
    return columns


def _unknown_columns(heading: list[str], columns: tuple[str, ...]) -> Iterator[Fault]:
    for number, (cell, column) in enumerate(zip(heading, columns, strict=True)):
        if column and column in columns[:number]:
            yield Fault(code="column_twice", place="line 1", found=column)
        if not column and cell.strip():
            missing = [name for name in COLUMNS if name not in columns]
            yield Fault(
                code="column_unknown",
                place="line 1",
                found=shorten(cell),
                facts=(("nearest", nearest(cell, missing)),),
            )


def _missing_columns(columns: tuple[str, ...]) -> Iterator[Fault]:
    for name in _REQUIRED:
        if name not in columns:
            yield Fault(code="column_missing", place="line 1", expected=name)


def _row(line: int, columns: tuple[str, ...], cells: list[str], *, machine: bool) -> CsvRow:
    values: dict[str, Json] = {}
    faults = []
    for column, cell in zip(columns, cells, strict=False):
        if not cell.strip() or not column:
            continue
        try:
            values[column] = _value(column, cell.strip(), machine=machine)
        except AmbiguousNumberError:
            values[column] = Reported.REPORTED
            place = place_in(line, column)
            faults.append(Fault(code="number_ambiguous", place=place, found=shorten(cell)))
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    if beyond:
        place = f"line {line}"
        faults.append(Fault(code="row_too_long", place=place, found=shorten(beyond[0])))
    return CsvRow(line, values, tuple(faults))


def guarded(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before such a text."""
    dangerous = isinstance(value, str) and _FORMULA.match(value) and not _FIGURE.fullmatch(value)
    return f"'{value}" if dangerous else value


def _as_written(cell: str) -> str:
    """The cell without the apostrophe that guards it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _value(column: str, cell: str, *, machine: bool) -> Json:
    cell = _as_written(cell)
    if column in _NUMBERS:
        number = plain_number(cell) if machine else None
        number = typed_number(cell) if number is None else number
        return cell if number is None else number
    if column in _DAYS:
        day = typed_day(cell)
        return cell if day is None else day.isoformat()
    if column == "affairs":
        return [part.strip() for part in cell.split(_SEPARATOR) if part.strip()]
    return cell
