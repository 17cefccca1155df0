"""Pages of text for tests of counts."""

from pragola.inspection.documents.counts.lines import Line, lines_of
from pragola.inspection.report import PageText


def paper(*pages: str) -> tuple[Line, ...]:
    """The lines of pages, each a text of lines."""
    return lines_of(PageText(number, text) for number, text in enumerate(pages, start=1))
