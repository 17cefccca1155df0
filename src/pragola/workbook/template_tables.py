"""Writes a sheet of rows: heading, drop-downs, protection, and the answers when there are any."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pragola.scoring.edition import Indicator
from pragola.workbook.grids import Cell, cell_name
from pragola.workbook.layout import Column, Kind, SheetLayout
from pragola.workbook.template_styles import DAY_FORMAT, Styles

TITLE_ROW, HINT_ROW, NAMES_ROW, HEADING_ROW, FIRST_ROW = 0, 1, 2, 3, 4

type Written = str | int | Decimal | date

_A4 = 9
_LONGEST_MESSAGE, _LONGEST_TITLE = 255, 32
_EXCEL_DIGITS = 15
_LINE_HEIGHT = 15
_SAFE = 0.9
"""Part of a column's width that is counted on: letters differ in width."""
_FORMATS = {Kind.TEXT: "@", Kind.DAY: DAY_FORMAT, Kind.AFFAIRS: "@", Kind.BASE: "@"}
_PERMITTED = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet being written, with the formats of its workbook."""

    page: Worksheet
    styles: Styles

    @classmethod
    def named(cls, book: Workbook, name: str, styles: Styles) -> "Sheet":
        """A new sheet at the end of the workbook, protected without a password."""
        page = book.add_worksheet(name)
        page.protect("", _PERMITTED)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&R&P / &N")
        page.hide_gridlines(2)
        return cls(page, styles)

    def head(self, title: str, hint: str) -> None:
        """The sheet's name and one line of advice."""
        for row in range(HEADING_ROW):
            self.page.set_row(row, None, self.styles.plain)
        self.page.set_row(TITLE_ROW, 24, self.styles.plain)
        self.page.write_string(TITLE_ROW, 0, title, self.styles.title)
        self.page.write_string(HINT_ROW, 0, hint, self.styles.hint)

    def head_columns(self, layout: SheetLayout, *, height: int = 32, open_below: bool) -> None:
        """The heading; `open_below` leaves the cells under it to be filled."""
        self.page.set_row(HEADING_ROW, height, self.styles.plain)
        for number, column in enumerate(layout.columns):
            is_open = open_below and column.kind is not Kind.SHOWN
            below = self.entry_format(column) if is_open else None
            self.page.set_column(number, number, column.width, below)
            self.page.write_string(HEADING_ROW, number, column.heading, self.styles.heading)
        self.page.repeat_rows(HEADING_ROW)

    def fit_row(self, row: int, texts: Iterable[tuple[str, float]]) -> None:
        """Make a row as high as its longest text needs in a column of that width.

        Programs do not work this out themselves when they open a written file.
        """
        lines = max((_lines(text, width) for text, width in texts), default=1)
        if lines > 1:
            self.page.set_row(row, lines * _LINE_HEIGHT)

    def entry_format(self, column: Column) -> object:
        """The format of a cell to be filled in that column."""
        return self.styles.entry(_FORMATS.get(column.kind, "General"))

    def write(self, row: int, number: int, column: Column, value: Written) -> None:
        """One answer, so that reading it gives the same value."""
        cell_format = self.entry_format(column)
        if isinstance(value, str):
            self.page.write_string(row, number, value, cell_format)
        elif isinstance(value, date):
            self.page.write_datetime(row, number, value, cell_format)
        elif _fits_excel(value):
            self.page.write_number(row, number, float(value), cell_format)
        else:
            typed = format(value, "f").replace(".", ",")
            self.page.write_string(row, number, typed, cell_format)

    def write_rows(
        self, layout: SheetLayout, rows: Iterable[Mapping[str, Written]], *, first: int = FIRST_ROW
    ) -> None:
        """The answers of rows, by the heading of their column."""
        for row, values in enumerate(rows, first):
            for number, column in enumerate(layout.columns):
                if column.heading in values:
                    self.write(row, number, column, values[column.heading])
            widths = {column.heading: column.width for column in layout.columns}
            written = ((values.get(heading), width) for heading, width in widths.items())
            self.fit_row(row, ((text, width) for text, width in written if isinstance(text, str)))

    def offer_levels(self, cells: tuple[Cell, Cell], indicator: Indicator) -> None:
        """A drop-down of the levels, the criteria beside it."""
        self.page.data_validation(
            *cells[0],
            *cells[1],
            {
                "validate": "list",
                "source": list(range(indicator.highest_level + 1)),
                "input_title": _cut(f"{indicator.code} {indicator.name}", _LONGEST_TITLE),
                "input_message": _cut(criteria_text(indicator), _LONGEST_MESSAGE),
                "error_title": "Level tidak ada",
                "error_message": f"Pilih level 0 sampai {indicator.highest_level}.",
            },
        )

    def offer(self, cells: tuple[Cell, Cell], source: str | Sequence[str], advice: str) -> None:
        """A drop-down of texts, given as a list or as the range where they stand."""
        self.page.data_validation(
            *cells[0],
            *cells[1],
            {
                "validate": "list",
                "source": source if isinstance(source, str) else list(source),
                "input_message": advice,
                "error_title": "Pilih dari daftar",
                "error_message": "Pilih salah satu pilihan dari daftar.",
            },
        )

    def advise(self, cells: tuple[Cell, Cell], advice: str) -> None:
        """A line of advice beside a cell that takes any value."""
        self.page.data_validation(
            *cells[0], *cells[1], {"validate": "any", "input_message": advice}
        )


def _lines(text: str, width: float) -> int:
    """Lines that a text takes when it is broken between words."""
    return sum(max(1, len(wrap(line, max(1, int(width * _SAFE))))) for line in text.split("\n"))


def criteria_text(indicator: Indicator) -> str:
    """The levels with their criteria, one a line."""
    return "\n".join(f"{step.level}: {step.criterion}" for step in indicator.levels.value)


def absolute(sheet: str, first: Cell, last: Cell) -> str:
    """`=Inovasi!$A$5:$A$254`."""
    return f"={sheet}!{_fixed(first)}:{_fixed(last)}"


def _fixed(cell: Cell) -> str:
    name = cell_name(cell)
    letters = name.rstrip("0123456789")
    return f"${letters}${name[len(letters) :]}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _fits_excel(value: int | Decimal) -> bool:
    return Decimal(format(float(value), f".{_EXCEL_DIGITS}g")) == value
