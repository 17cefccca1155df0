"""What a reader of values does not tell of a sheet: formulas, errors, merged and far cells.

Read from the sheet's XML in one pass, before the values are read, so that a sheet that
would fill the memory is refused first.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from pragola.scoring.faults import Fault
from pragola.workbook.validation import AnswersFaultyError

LAST_ROW = 10_000
LAST_COLUMN = 300
_MOST_CELLS = 1_000_000
_POSITION = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_BUILT_IN_PERCENT = {9, 10}

type Cell = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(slots=True)
class SheetFacts:
    """`formulas` say whether a result is stored; `far` is the first cell out of bounds."""

    formulas: dict[Cell, bool] = field(default_factory=dict)
    errors: dict[Cell, str] = field(default_factory=dict)
    percents: set[Cell] = field(default_factory=set)
    merged: list[tuple[Cell, Cell]] = field(default_factory=list)
    far: Cell | None = None


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it; `part` is the name of its XML in the package."""

    name: str
    part: str
    hidden: bool


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


def sheet_parts(parts: Mapping[str, bytes]) -> tuple[SheetPart, ...]:
    """The sheets of a workbook in their order."""
    targets = {
        given.get("Id", ""): given.get("Target", "")
        for given in _elements(parts.get("xl/_rels/workbook.xml.rels", b""), "Relationship")
    }
    return tuple(
        SheetPart(
            name=given.get("name", ""),
            part=_part_name(targets.get(given.get("id", ""), "")),
            hidden=given.get("state", "visible") != "visible",
        )
        for given in _elements(parts["xl/workbook.xml"], "sheet")
    )


def percent_styles(parts: Mapping[str, bytes]) -> frozenset[str]:
    """The cell styles that show a number as a percentage, by which 0.0445 reads as 4.45 %."""
    styles = _Styles()
    _parse(parts.get("xl/styles.xml", b""), styles)
    return frozenset(
        str(number)
        for number, format_id in enumerate(styles.cell_formats)
        if format_id in styles.percent_formats
    )


def facts_of(sheet: bytes, percent: frozenset[str]) -> SheetFacts:
    """The facts of a sheet. Raises AnswersFaultyError when it has too many cells."""
    scan = _SheetScan(percent)
    _parse(sheet, scan)
    return scan.facts


class _Handler:
    """Hears the elements of an XML, their names without prefix."""

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""

    def text(self, text: str) -> None:
        """Text inside the innermost element."""

    def end(self, name: str) -> None:
        """An element ends."""


class _Collected(_Handler):
    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.found: list[dict[str, str]] = []

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == self.wanted:
            self.found.append({_local(key): value for key, value in given.items()})


class _Styles(_Handler):
    def __init__(self) -> None:
        self.percent_formats = set(_BUILT_IN_PERCENT)
        self.cell_formats: list[int] = []
        self._inside = False

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "numFmt" and "%" in given.get("formatCode", ""):
            self.percent_formats.add(int(given.get("numFmtId", "-1")))
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.cell_formats.append(int(given.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


class _SheetScan(_Handler):
    def __init__(self, percent: frozenset[str]) -> None:
        self.facts = SheetFacts()
        self._percent = percent
        self._row, self._column = -1, -1
        self._cell: dict[str, str] = {}
        self._value = ""
        self._has_formula = self._in_value = False
        self._cells = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(given)
        elif name == "row":
            self._row = int(given["r"]) - 1 if "r" in given else self._row + 1
            self._column = -1
        elif name == "f":
            self._has_formula = True
        elif name in ("v", "t"):
            self._in_value = True
        elif name == "mergeCell":
            self._merge(given.get("ref", ""))

    def text(self, text: str) -> None:
        if self._in_value:
            self._value += text

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._in_value = False
        elif name == "c" and (self._value or self._has_formula):
            self._end_cell((self._row, self._column))

    def _start_cell(self, given: dict[str, str]) -> None:
        self._cells += 1
        if self._cells > _MOST_CELLS:
            fault = Fault(code="too_many_cells", expected=str(_MOST_CELLS))
            raise AnswersFaultyError(fault)
        position = cell_at(given.get("r", ""))
        self._column = position[1] if position else self._column + 1
        self._cell, self._value, self._has_formula = given, "", False

    def _end_cell(self, cell: Cell) -> None:
        facts, kind = self.facts, self._cell.get("t", "n")
        if self._has_formula:
            facts.formulas[cell] = bool(self._value)
        if kind == "e":
            facts.errors[cell] = self._value
        elif kind == "n" and self._cell.get("s") in self._percent:
            facts.percents.add(cell)
        if facts.far is None and (cell[0] >= LAST_ROW or cell[1] >= LAST_COLUMN):
            facts.far = cell

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        corners = cell_at(first), cell_at(last or first)
        if corners[0] and corners[1]:
            self.facts.merged.append((corners[0], corners[1]))


def _elements(xml: bytes, wanted: str) -> list[dict[str, str]]:
    collected = _Collected(wanted)
    _parse(xml, collected)
    return collected.found


def _parse(xml: bytes, handler: _Handler) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: handler.start(_local(name), given)
    parser.EndElementHandler = lambda name: handler.end(_local(name))
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as error:
        raise AnswersFaultyError(Fault(code="file_damaged")) from error


def _refuse_document_type(*_: object) -> None:
    raise AnswersFaultyError(Fault(code="file_damaged"))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _part_name(target: str) -> str:
    name = target.removeprefix("/")
    return name if name.startswith("xl/") else f"xl/{name}"
