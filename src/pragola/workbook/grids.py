"""The sheets of an Excel file as values, taken only after the package and its cells are checked."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, load_workbook

from pragola.scoring.faults import Fault
from pragola.workbook.package import Progress, open_package
from pragola.workbook.sheet_facts import (
    LAST_COLUMN,
    LAST_ROW,
    Cell,
    SheetFacts,
    SheetPart,
    cell_name,
    facts_of,
    percent_styles,
    sheet_parts,
)
from pragola.workbook.suggestions import folded
from pragola.workbook.validation import AnswersFaultyError

type Value = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet's values from A1 on; an empty cell is an empty text."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    facts: SheetFacts

    def value(self, cell: Cell) -> Value:
        """What stands in the cell, also beyond the used ones."""
        row, column = cell
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return self.rows[row][column]

    def place(self, cell: Cell) -> str:
        """`Klaim!D7`."""
        return f"{self.name}!{cell_name(cell)}"

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        """The columns of a row where a text stands."""
        for column, value in enumerate(self.rows[row]):
            if isinstance(value, str) and value.strip():
                yield column, value


@dataclass(frozen=True, slots=True)
class OpenedWorkbook:
    """The wanted sheets by their wanted names, and how the others are called."""

    grids: Mapping[str, Grid]
    hidden: tuple[str, ...]
    others: tuple[str, ...]


def open_workbook(
    path: Path, *, wanted: Collection[str], progress: Progress | None = None
) -> OpenedWorkbook:
    """The sheets with the wanted names, whatever their capitals.

    Raises AnswersFaultyError for a file that must not or cannot be opened.
    """
    package = open_package(path, progress=progress)
    by_folded = {folded(name): name for name in wanted}
    parts = sheet_parts(package.parts)
    ours = {by_folded[folded(part.name)]: part for part in parts if folded(part.name) in by_folded}
    facts = _facts(package.parts, ours)
    workbook = _calamine(package.clean_copy())
    return OpenedWorkbook(
        grids={
            name: Grid(part.name, _values(workbook, part.name), facts[name])
            for name, part in ours.items()
        },
        hidden=tuple(name for name, part in ours.items() if part.hidden),
        others=tuple(part.name for part in parts if folded(part.name) not in by_folded),
    )


def _facts(parts: Mapping[str, bytes], ours: Mapping[str, SheetPart]) -> dict[str, SheetFacts]:
    percent = percent_styles(parts)
    facts = {name: facts_of(parts.get(part.part, b""), percent) for name, part in ours.items()}
    far = [
        Fault(
            code="far_cell",
            place=f"{ours[name].name}!{cell_name(found.far)}",
            expected=cell_name((LAST_ROW - 1, LAST_COLUMN - 1)),
        )
        for name, found in facts.items()
        if found.far is not None
    ]
    if far:
        raise AnswersFaultyError(*far)
    return facts


def _calamine(file: object) -> CalamineWorkbook:
    try:
        return load_workbook(file)  # type: ignore[arg-type]
    except CalamineError as error:
        raise AnswersFaultyError(Fault(code="file_damaged")) from error


def _values(workbook: CalamineWorkbook, name: str) -> tuple[tuple[Value, ...], ...]:
    try:
        sheet = workbook.get_sheet_by_name(name)
        return tuple(tuple(row) for row in sheet.to_python(skip_empty_area=False))
    except CalamineError as error:
        raise AnswersFaultyError(Fault(code="file_damaged", place=name)) from error
