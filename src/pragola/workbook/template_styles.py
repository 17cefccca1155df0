"""How the workbook looks: few formats, one place."""

from dataclasses import dataclass, field

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

INDIGO, SOGAN, GROUND, GREY, LINE = "#27346A", "#7B4A1E", "#FFFDF7", "#ECEAE4", "#CFCBC0"
LEVEL_TINTS = ("#E4E8F5", "#BFC9E8", "#8FA0D6")
MARKED = "#F6D5C2"
DAY_FORMAT = "dd/mm/yyyy"

type Setting = str | int | bool | float


@dataclass(slots=True)
class Styles:
    """The workbook's formats, each made once."""

    book: Workbook
    made: dict[tuple[tuple[str, Setting], ...], Format] = field(default_factory=dict)

    @property
    def title(self) -> Format:
        """The name of a sheet."""
        return self._format(bold=True, font_size=15, font_color=INDIGO)

    @property
    def hint(self) -> Format:
        """One line of advice under the name."""
        return self._format(font_color=SOGAN, italic=True)

    @property
    def heading(self) -> Format:
        """The heading of a column."""
        return self._format(
            bold=True,
            font_color="#FFFFFF",
            bg_color=INDIGO,
            border=1,
            border_color=LINE,
            text_wrap=True,
            valign="vcenter",
        )

    @property
    def above_heading(self) -> Format:
        """The name of an indicator above its code."""
        return self._format(font_size=9, text_wrap=True, valign="bottom")

    @property
    def shown(self) -> Format:
        """What the template writes and nobody changes."""
        return self._format(text_wrap=True, valign="top", border=1, border_color=LINE)

    @property
    def closed(self) -> Format:
        """A cell that cannot be filled here."""
        return self._format(bg_color=GREY, border=1, border_color=LINE)

    @property
    def plain(self) -> Format:
        """A locked cell without anything."""
        return self._format(valign="top")

    @property
    def paragraph(self) -> Format:
        """A line of help."""
        return self._format(text_wrap=True, valign="top")

    def entry(self, number_format: str = "General") -> Format:
        """A cell to be filled."""
        return self._format(
            locked=False,
            bg_color=GROUND,
            border=1,
            border_color=LINE,
            num_format=number_format,
            valign="top",
            text_wrap=number_format == "@",
        )

    def tint(self, colour: str) -> Format:
        """A background that a rule lays over a cell."""
        return self._format(bg_color=colour)

    def _format(self, **settings: Setting) -> Format:
        key = tuple(sorted(settings.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(settings)
        return self.made[key]
