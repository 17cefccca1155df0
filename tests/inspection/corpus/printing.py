"""Pages of lines set on A4: as a PDF with a text layer, or as pictures to be scanned.

A page is a list of lines. `# ` is a heading in the middle, `^ ` a line in the middle, `> ` a line
of the block on the right where officers sign, `| a | b` columns; everything else is a paragraph,
which is wrapped. Lengths are points, a 72nd of an inch.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

type Page = Sequence[str]
type Measure = Callable[[str, "Style"], float]

ACROSS, DOWN = 595, 842
_MARGIN = 62
_RIGHT_BLOCK = 330
_TEXT_WIDTH = ACROSS - 2 * _MARGIN


@dataclass(frozen=True, slots=True)
class Style:
    """Size in points, and weight."""

    size: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface: the standard one of a PDF, and the files that draw nearly the same."""

    pdf: str
    pdf_bold: str
    file: str
    file_bold: str


SANS = Face("Helvetica", "Helvetica-Bold", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
SERIF = Face("Times-Roman", "Times-Bold", "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf")
MONO = Face("Courier", "Courier-Bold", "DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf")


@dataclass(frozen=True, slots=True)
class _Placed:
    text: str
    left: float
    base: float
    style: Style


def print_text(path: Path, pages: Sequence[Page], face: Face = SANS) -> Path:
    """A PDF with a text layer, in a standard typeface."""
    bodies = [_body(_placed(page, _measure(face))) for page in pages]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(bodies)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(bodies)} >>".encode(),
        _font(face.pdf),
        _font(face.pdf_bold),
    ]
    for number, body in enumerate(bodies):
        objects += [_sheet(6 + 2 * number), b"<< /Length %d >>\nstream\n%s\nendstream" % body]
    path.write_bytes(_assembled(objects))
    return path


def print_pictures(
    pages: Sequence[Page], face: Face = SANS, *, dpi: int = 200, ink: int = 30, paper: int = 250
) -> list[Image.Image]:
    """The pages in grey."""
    return [_drawn(page, face, dpi / 72, ink, paper) for page in pages]


def _drawn(page: Page, face: Face, scale: float, ink: int, paper: int) -> Image.Image:
    sheet = Image.new("L", (round(ACROSS * scale), round(DOWN * scale)), paper)
    pen = ImageDraw.Draw(sheet)
    for each in _placed(page, _measure(face)):
        font = _typeface(face, each.style, scale)
        pen.text((each.left * scale, each.base * scale), each.text, ink, font, anchor="ls")
    return sheet


def _placed(page: Page, measure: Measure) -> Iterator[_Placed]:
    base = float(_MARGIN)
    for line in page:
        for placed in _set(line, measure):
            base += placed.style.size * 1.35 if placed.left >= 0 else 0
            yield _Placed(placed.text, abs(placed.left), base, placed.style)
        base += 0 if line else 8


def _set(line: str, measure: Measure) -> Iterator[_Placed]:
    """The pieces of a line; a negative left means on the height of the one before."""
    mark, _, rest = line.partition(" ")
    plain = Style(11)
    match mark:
        case "#" | "^":
            style = Style(13, bold=True) if mark == "#" else plain
            for text in _wrapped(rest, style, measure, _TEXT_WIDTH):
                yield _Placed(text, (ACROSS - measure(text, style)) / 2, 0, style)
        case ">":
            for text in _wrapped(rest, plain, measure, ACROSS - _MARGIN - _RIGHT_BLOCK):
                yield _Placed(text, _RIGHT_BLOCK, 0, plain)
        case "|":
            cells = [cell.strip() for cell in rest.split("|")]
            for number, text in enumerate(cells):
                left = _MARGIN + number * _TEXT_WIDTH / len(cells)
                yield _Placed(text, -left if number else left, 0, plain)
        case _:
            for text in _wrapped(line, plain, measure, _TEXT_WIDTH):
                yield _Placed(text, _MARGIN, 0, plain)


def _wrapped(text: str, style: Style, measure: Measure, width: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and measure(longer, style) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _measure(face: Face) -> Measure:
    return lambda text, style: _typeface(face, style, 4).getlength(text) / 4


def _typeface(face: Face, style: Style, scale: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        face.file_bold if style.bold else face.file, round(style.size * scale)
    )


def _body(placed: Iterator[_Placed]) -> tuple[int, bytes]:
    """The length of the page's content, and the content."""
    lines = [
        b"BT /%s %d Tf %.1f %.1f Td (%s) Tj ET"
        % (
            b"F2" if each.style.bold else b"F1",
            each.style.size,
            each.left,
            DOWN - each.base,
            _escaped(each.text),
        )
        for each in placed
    ]
    body = b"\n".join(lines)
    return len(body), body


def _escaped(text: str) -> bytes:
    plain = text.encode("cp1252", "replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def _sheet(contents: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {ACROSS} {DOWN}] /Resources "
        f"<< /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {contents} 0 R >>"
    ).encode()


def _assembled(objects: Sequence[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        % (
            size,
            table,
            size,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(written)
    )
