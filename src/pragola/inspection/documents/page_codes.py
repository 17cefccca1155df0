"""QR codes in a PDF: on pages that are pictures, or hold one of the shape of a code."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from time import monotonic

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from pragola.inspection.codes import Code, codes_on
from pragola.inspection.report import PageText

_DPI = 200
_MOST_POINTS = 8_000_000
_FIRST, _LAST = 4, 8
"""Pages that are searched, a tenth of a second each: codes stand on covers and by signatures."""
_SIDE = (28, 260)
"""Points: a code under a centimetre cannot be read from paper, and none fills a page."""
_SQUARE = 0.75
_MOST_PICTURES = 60


def codes_in(
    document: pypdfium2.PdfDocument,
    pages: Sequence[PageText],
    wanted: frozenset[int],
    *,
    until: float,
) -> tuple[Code, ...]:
    """The codes on the pages wanted (empty: all), in their order, as far as the clock allows.

    `until` is a time of `monotonic`: pages that inflate or never end are looked at again here.
    """
    in_time = takewhile(lambda _: monotonic() < until, pages)
    to_search = [
        page.page
        for page in in_time
        if (not wanted or page.page in wanted) and _is_worth_it(document, page)
    ]
    chosen = dict.fromkeys([*to_search[:_FIRST], *to_search[-_LAST:]])
    searched = takewhile(lambda _: monotonic() < until, chosen)
    return tuple(code for number in searched for code in _codes_on(document, number))


def _is_worth_it(document: pypdfium2.PdfDocument, page: PageText) -> bool:
    try:
        return page.by_ocr or any(map(_is_like_code, _pictures(document[page.page - 1])))
    except pypdfium2.PdfiumError:
        return False


def _pictures(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfObject]:
    return islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), _MOST_PICTURES)


def _is_like_code(picture: pypdfium2.PdfObject) -> bool:
    left, bottom, right, top = picture.get_bounds()
    shorter, longer = sorted((right - left, top - bottom))
    least, most = _SIDE
    return bool(least <= shorter and longer <= most and shorter >= _SQUARE * longer)


def _codes_on(document: pypdfium2.PdfDocument, number: int) -> tuple[Code, ...]:
    try:
        page = document[number - 1]
        across, down = page.get_size()
        most = (_MOST_POINTS / max(across * down, 1)) ** 0.5
        drawn: Image.Image = page.render(scale=min(_DPI / 72, most), grayscale=True).to_pil()
    except pypdfium2.PdfiumError:
        return ()
    return codes_on(drawn, page=number)
