"""Pages as pictures and as PDFs, for tests."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

LINE = "Keputusan Kepala Dinas Kesehatan tentang pelayanan ibu hamil"
_A4_AT_200_DPI = (1654, 2339)
type Box = tuple[int, int, int, int]


def blank(paper: int = 250) -> Image.Image:
    """A4 at 200 dots per inch with nothing on it."""
    return Image.new("L", _A4_AT_200_DPI, paper)


def written(*, lines: int = 12, ink: int = 30, paper: int = 250) -> Image.Image:
    """A4 at 200 dots per inch with that many lines of text."""
    sheet = blank(paper)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=40)
    for line in range(lines):
        pen.text((150, 200 + line * 90), LINE, font=font, fill=ink)
    return sheet


def as_pdf(path: Path, sheets: Sequence[Image.Image], *, dpi: int = 200) -> Path:
    """A PDF whose pages are those pictures."""
    first, *others = sheets
    first.save(path, "PDF", resolution=dpi, save_all=True, append_images=others)
    return path


def text_pdf(path: Path, pages: Sequence[str], *, turned: int = 0) -> Path:
    """A PDF with a text layer in Helvetica, one line on each page, `/Rotate` as told."""
    bodies = [f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode() for text in pages]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, body in enumerate(bodies):
        objects += [_page_object(5 + 2 * number, turned), _stream(body)]
    path.write_bytes(_with_table(objects))
    return path


def paste(path: Path, photos: Mapping[int, Sequence[tuple[Image.Image, Box]]]) -> Path:
    """The PDF with pictures on its pages: left, bottom, width and height in points."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    for number, pictures in photos.items():
        page = document[number - 1]
        for picture, (left, bottom, width, height) in pictures:
            kept = BytesIO()
            picture.save(kept, "JPEG", quality=85)
            pasted = pypdfium2.PdfImage.new(document)
            pasted.load_jpeg(kept, inline=True)
            pasted.set_matrix(pypdfium2.PdfMatrix(width, 0, 0, height, left, bottom))
            page.insert_obj(pasted)
        page.gen_content()
    document.save(path)
    document.close()
    return path


def _page_object(contents: int, turned: int) -> bytes:
    return (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
        f"/Rotate {turned} /Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
    ).encode()


def _stream(body: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)


def _with_table(objects: Sequence[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    return written + table + trailer
