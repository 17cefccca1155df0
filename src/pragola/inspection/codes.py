"""QR codes on pages and pictures: what they say. Nothing that they point to is fetched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image

from pragola.inspection.documents.plain import one_line
from pragola.inspection.findings import Finding, Place, Region, Severity, share

if TYPE_CHECKING:
    import zxingcpp

_SIDE = 2400
"""Longer side that is searched: of a page at 200 dpi all, of a photograph what a person sees."""
_MOST_CODES = 10
_LONGEST = 200
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says, the page it stands on, and where there."""

    text: str
    page: int
    region: Region


def codes_on(picture: Image.Image, *, page: int) -> tuple[Code, ...]:
    """The QR codes of a picture, in any direction; those that cannot be read are none."""
    # It takes a moment to import, and few files have a page to search.
    import zxingcpp  # noqa: PLC0415

    small = picture.convert("L")
    small.thumbnail((_SIDE, _SIDE))
    found = zxingcpp.read_barcodes(
        small, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    codes = (_code(each, page, small) for each in found[:_MOST_CODES])
    return tuple(sorted(codes, key=lambda code: (code.region.top, code.region.left)))


def code_findings(codes: Iterable[Code]) -> tuple[Finding, ...]:
    """What each code says, told once where it stands on several pages."""
    places: dict[str, list[Code]] = {}
    for code in codes:
        places.setdefault(code.text, []).append(code)
    return tuple(_finding(text, same) for text, same in list(places.items())[:_MOST_CODES])


def _code(found: "zxingcpp.Barcode", page: int, picture: Image.Image) -> Code:
    position = found.position
    corners = (
        position.top_left,
        position.top_right,
        position.bottom_right,
        position.bottom_left,
    )
    across = [share(corner.x, picture.width) for corner in corners]
    down = [share(corner.y, picture.height) for corner in corners]
    region = Region(min(across), min(down), max(across), max(down))
    return Code(found.text, page, region)


def _finding(text: str, same: list[Code]) -> Finding:
    shown = one_line(text, most=_LONGEST)
    pages = ", ".join(str(page) for page in sorted({code.page for code in same}))
    return Finding(
        code="code_says_address" if _ADDRESS.fullmatch(shown) else "code_says_text",
        severity=Severity.INFO,
        check="codes",
        place=Place(page=same[0].page, region=same[0].region),
        facts=(("text", shown), ("pages", pages)),
    )
