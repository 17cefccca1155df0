"""A sheet of an Excel file, read sparsely: only cells with something in them take memory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import isfinite

from pragola.scoring.faults import Fault
from pragola.workbook.shared_parts import SharedParts, TextHearer, unescaped
from pragola.workbook.validation import AnswersFaultyError
from pragola.workbook.xml_parts import hear

_MOST_CELLS = 1_000_000
_POSITION = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_DAY_0, _DAY_0_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)

type Cell = tuple[int, int]
"""Row and column, counted from 0."""
type Value = str | float | bool | date


@dataclass(frozen=True, slots=True)
class Grid:
    """What stands in a sheet, by row and column.

    `formulas` say whether a result is stored; `percents` are numbers shown as percentages.
    """

    name: str
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    formulas: dict[Cell, bool] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    percents: set[Cell] = field(default_factory=set)
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)

    def value(self, cell: Cell) -> Value:
        """What stands in the cell; an empty text where nothing does."""
        return self.rows.get(cell[0], {}).get(cell[1], "")

    def place(self, cell: Cell) -> str:
        """`Klaim!D7`."""
        return f"{self.name}!{cell_name(cell)}"

    def used_rows(self) -> list[int]:
        """The rows in which anything stands, also what cannot be read, from the top."""
        return sorted({*self.rows, *(row for row, _ in (*self.formulas, *self.errors))})

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        """The columns of a row where a text stands."""
        for column, value in sorted(self.rows.get(row, {}).items()):
            if isinstance(value, str) and value.strip():
                yield column, value


def read_grid(name: str, xml: bytes, shared: SharedParts) -> Grid:
    """The sheet of that name from its XML. Raises AnswersFaultyError when it is not sound."""
    reader = _GridReader(name, shared)
    hear(xml, reader)
    return reader.grid


def cell_name(cell: Cell) -> str:
    """`D7` for (6, 3)."""
    row, column = cell
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def cell_at(name: str) -> Cell | None:
    """(6, 3) for `D7`; None for what is no cell's name."""
    found = _POSITION.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


class _GridReader(TextHearer):
    def __init__(self, name: str, shared: SharedParts) -> None:
        super().__init__()
        self.grid = Grid(name)
        self._shared = shared
        self._row, self._column = -1, -1
        self._given: dict[str, str] = {}
        self._has_formula = self._in_value = False
        self._cells = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(given)
        elif name == "v":
            self._in_value = True
        elif name == "row":
            self._row = int(given["r"]) - 1 if "r" in given else self._row + 1
            self._column = -1
        elif name == "f":
            self._has_formula = True
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))
        else:
            super().start(name, given)

    def text(self, text: str) -> None:
        if self._in_value:
            self._pieces.append(text)
        else:
            super().text(text)

    def end(self, name: str) -> None:
        if name == "v":
            self._in_value = False
        elif name == "c":
            self._end_cell()
        else:
            super().end(name)

    def _start_cell(self, given: dict[str, str]) -> None:
        self._cells += 1
        if self._cells > _MOST_CELLS:
            fault = Fault(code="too_many_cells", place=self.grid.name, expected=str(_MOST_CELLS))
            raise AnswersFaultyError(fault)
        position = cell_at(given["r"]) if "r" in given else (self._row, self._column + 1)
        if position is None:
            raise ValueError(given["r"])
        self._row, self._column = position
        self._given, self._has_formula = given, False
        self.taken()

    def _end_cell(self) -> None:
        kind, cell = self._given.get("t", "n"), (self._row, self._column)
        stored = self.taken()
        if self._has_formula:
            self.grid.formulas[cell] = bool(stored) or kind == "str"
        if kind == "e":
            self.grid.errors[cell] = stored
        elif stored:
            self.grid.rows.setdefault(cell[0], {})[cell[1]] = self._read(cell, kind, stored)

    def _read(self, cell: Cell, kind: str, stored: str) -> Value:
        if kind == "s":
            return self._shared.texts[_index(stored, len(self._shared.texts))]
        if kind in ("str", "inlineStr"):
            return unescaped(stored)
        if kind == "b":
            return stored == "1"
        if kind == "d":
            return stored.partition("T")[0]
        style = self._given.get("s", "")
        if style in self._shared.percents:
            self.grid.percents.add(cell)
        number = float(stored)
        return self._day(number) if style in self._shared.days else number

    def _day(self, number: float) -> Value:
        first = _DAY_0_OF_1904 if self._shared.from_1904 else _DAY_0
        try:
            return first + timedelta(days=int(number)) if isfinite(number) else number
        except OverflowError:
            return number

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        corners = cell_at(first), cell_at(last or first)
        if corners[0] and corners[1]:
            self.grid.merged.append((corners[0], corners[1]))


def _index(text: str, number: int) -> int:
    index = int(text)
    if not 0 <= index < number:
        raise ValueError(text)
    return index
