"""Photographs in a PDF: pasted into reports, or a page of their own."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from time import monotonic

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from pragola.inspection.documents.text_layer import region_on
from pragola.inspection.findings import WHOLE, Region
from pragola.inspection.images.origin import NEARLY_NONE_FLAT, flat_percent
from pragola.inspection.images.quality import measure
from pragola.inspection.likeness.fingerprints import MOST_PHOTOS
from pragola.inspection.report import PageText

_SIDE = 1200
"""Points of the longer side of a page as it is drawn to cut photographs out of it."""
_LEAST_SHARE = 30
"""Of a thousand of the page: arms and stamps have 15 and less, a photograph of 5 by 4 cm has 35."""
_LEAST_SIDE = 100
"""Points of the shorter side of what is cut out."""
_NEARLY_ALL = 600
"""Of a thousand of the page: then it is the page itself, and no photograph if it bears text."""
_A_TEXT = 20
"""Words from which on a page that is a picture is a paper."""
_MOST_ON_PAGE, _MOST_PAGES = 40, 40
"""Pictures of a page that are looked at, and pages that are drawn."""


def photos_in(
    document: pypdfium2.PdfDocument, pages: Sequence[PageText], *, until: float
) -> Iterator[tuple[int, Image.Image]]:
    """The photographs with their pages, as many as are kept, as far as the clock allows.

    `until` is a time of `monotonic`. Drawings, screens and blank pictures are none.
    """
    candidates = ((page.page, _places(document, page)) for page in pages)
    with_some = islice(((n, places) for n, places in candidates if places), _MOST_PAGES)
    in_time = takewhile(lambda _: monotonic() < until, with_some)
    cut = ((n, each) for n, places in in_time for each in _cut_out(document, n, places))
    yield from islice(((n, photo) for n, photo in cut if _is_photo(photo)), MOST_PHOTOS)


def _places(document: pypdfium2.PdfDocument, page: PageText) -> list[Region]:
    """Where on a page pictures stand that may be photographs; those inside forms are not seen."""
    try:
        sheet = document[page.page - 1]
        objects = sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=1)
        bounds = [each.get_bounds() for each in islice(objects, _MOST_ON_PAGE)]
    except pypdfium2.PdfiumError:
        return []
    regions = (region_on(sheet, *each) for each in bounds)
    return [each for each in regions if each and _is_worth_it(each, page)]


def _is_worth_it(region: Region, page: PageText) -> bool:
    across, down = region.right - region.left, region.bottom - region.top
    share = across * down / WHOLE
    is_paper = share >= _NEARLY_ALL and len(page.text.split()) >= _A_TEXT
    return share >= _LEAST_SHARE and not is_paper


def _cut_out(
    document: pypdfium2.PdfDocument, number: int, places: Sequence[Region]
) -> Iterator[Image.Image]:
    try:
        sheet = document[number - 1]
        scale = _SIDE / max(*sheet.get_size(), 1)
        drawn: Image.Image = sheet.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError:
        return
    across, down = drawn.width / WHOLE, drawn.height / WHOLE
    for each in places:
        box = (each.left * across, each.top * down, each.right * across, each.bottom * down)
        cut = drawn.crop(tuple(round(at) for at in box))  # type: ignore[arg-type]
        if min(cut.size) >= _LEAST_SIDE:
            yield cut


def _is_photo(picture: Image.Image) -> bool:
    return not measure(picture).is_blank and flat_percent(picture) < NEARLY_NONE_FLAT
