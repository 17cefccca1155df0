"""The text layer of a page, and where its lines stand."""

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2
from pypdfium2 import raw

from pragola.inspection.findings import WHOLE, Region, around
from pragola.inspection.report import PageText

_MOST_LETTERS = 20_000
"""Kept of one page; a page of a law gazette in two columns has 8,000."""
_MOST_LINES, _MOST_PIECES = 1_000, 100
"""Whose places are kept, and of how many pieces each is made at most."""


def text_layer_of(page: pypdfium2.PdfPage, number: int) -> PageText:
    """The text layer; none where the library loses itself in it, as in a thousand zeros."""
    layer = page.get_textpage()
    try:
        text: str = layer.get_text_range()[:_MOST_LETTERS]
    except (ctypes.ArgumentError, AssertionError, RecursionError):
        return PageText(number, "")
    lines = tuple(islice(_places(page, layer, text), _MOST_LINES))
    return PageText(number, text, lines=lines)


def _places(
    page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, text: str
) -> Iterator[Region | None]:
    """The place of each line; None where it says nothing, or lies nowhere on the page."""
    at = 0
    for line in text.splitlines(keepends=True):
        first = raw.FPDFText_GetCharIndexFromTextIndex(layer, at)
        yield _place(page, layer, first, len(line.rstrip()))
        at += len(line)


def _place(
    page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, first: int, letters: int
) -> Region | None:
    if first < 0 or not letters:
        return None
    pieces = raw.FPDFText_CountRects(layer, first, letters)
    return around(_piece(page, layer, each) for each in range(min(pieces, _MOST_PIECES)))


def _piece(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, number: int) -> Region | None:
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    if not raw.FPDFText_GetRect(layer, number, left, top, right, bottom):
        return None
    return region_on(page, left.value, bottom.value, right.value, top.value)


def region_on(
    page: pypdfium2.PdfPage, left: float, bottom: float, right: float, top: float
) -> Region | None:
    """A box in the page's own points as a part of the page as it is shown; None without area."""
    one, other = _on_paper(page, left, top), _on_paper(page, right, bottom)
    across, down = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if across[0] == across[1] or down[0] == down[1]:
        return None
    return Region(across[0], down[0], across[1], down[1])


def _on_paper(page: pypdfium2.PdfPage, across: float, down: float) -> tuple[int, int]:
    """A point of the page as it is shown, turned and cropped, in shares of its sides."""
    x, y = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, WHOLE, WHOLE, 0, across, down, x, y)
    return min(max(x.value, 0), WHOLE), min(max(y.value, 0), WHOLE)
