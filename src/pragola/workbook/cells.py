"""One cell, read by what its column holds; whatever is odd about it becomes a fault or a notice."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pragola.scoring.faults import Fault
from pragola.workbook.grids import Cell, Grid, Value
from pragola.workbook.layout import AFFAIR_SEPARATOR, CHOICE_MARK, STATUS_WORDS, Kind
from pragola.workbook.raw import Json, Reported, shorten
from pragola.workbook.suggestions import folded, nearest
from pragola.workbook.typed import AmbiguousNumberError, typed_day, typed_number

_STATUSES = {folded(word): status.value for status, word in STATUS_WORDS.items()} | {
    status.value: status.value for status in STATUS_WORDS
}


@dataclass(slots=True)
class CellReader:
    """Reads the cells of one sheet, collecting faults and notices."""

    grid: Grid
    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)

    def read(self, cell: Cell, kind: Kind) -> Json:
        """The cell's value as from JSON; None when it is empty."""
        grid = self.grid
        if cell in grid.errors:
            return self._refuse(cell, "cell_error", found=grid.errors[cell])
        if grid.formulas.get(cell) is False:
            return self._refuse(cell, "formula_without_value")
        value = self.grid.value(cell)
        if isinstance(value, str) and not value.strip():
            return None
        if cell in grid.formulas:
            notice = Fault(code="formula_taken", place=self.grid.place(cell), found=_text(value))
            self.notices.append(notice)
        return self._read(cell, value, kind)

    def _read(self, cell: Cell, value: Value, kind: Kind) -> Json:
        match kind:
            case Kind.NUMBER:
                return self._number(cell, value)
            case Kind.DAY:
                return _day(value)
            case Kind.STATUS:
                return self._status(cell, value)
            case Kind.AFFAIRS:
                parts = _text(value).split(AFFAIR_SEPARATOR)
                return [part.strip() for part in parts if part.strip()]
            case Kind.BASE:
                return _text(value).partition(CHOICE_MARK)[0].strip()
            case _:
                return value if isinstance(value, bool) else _text(value)

    def _number(self, cell: Cell, value: Value) -> Json:
        if cell in self.grid.percents:
            return self._refuse(cell, "number_as_percent", found=_text(value))
        if isinstance(value, bool):
            return value
        if isinstance(value, float):
            return _decimal(value)
        text = _text(value)
        try:
            number = typed_number(text)
        except AmbiguousNumberError:
            return self._refuse(cell, "number_ambiguous", found=text)
        return text if number is None else number

    def _status(self, cell: Cell, value: Value) -> Json:
        text = _text(value)
        status = _STATUSES.get(folded(text))
        if status is None:
            words = tuple(STATUS_WORDS.values())
            meant = nearest(text, words)
            return self._refuse(
                cell, "status_unknown", found=text, expected=", ".join(words), nearest=meant
            )
        return status

    def _refuse(
        self, cell: Cell, code: str, *, found: str = "", expected: str = "", nearest: str = ""
    ) -> Reported:
        place, facts = self.grid.place(cell), (("nearest", nearest),)
        self.faults.append(
            Fault(code=code, place=place, found=shorten(found), expected=expected, facts=facts)
        )
        return Reported.REPORTED


def _decimal(number: float) -> Decimal:
    """The number as Excel shows it: 15 digits, without the noise of binary fractions."""
    return Decimal(format(number, ".15g"))


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value.isoformat() if isinstance(value, date) else format(_decimal(value), "f")


def _day(value: Value) -> str:
    day = typed_day(value) if isinstance(value, str) else None
    return day.isoformat() if day else _text(value)
