"""Files made by hand to hurt whoever opens them: bombs, files that are two things, loops."""

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

from tests.inspection.hostile.parts import Part

_MEGABYTE = 1024**2
_TEXT = b"BT /F1 12 Tf 72 700 Td (Keputusan Kepala Dinas Kesehatan tentang ibu hamil) Tj ET"


def pdf_of(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    written, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    tail = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return written + head + tail % (size, trailer, len(written))


def stream_of(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def sheet(box: bytes = b"0 0 595 842", more: bytes = b"", contents: bytes = b"5 0 R") -> bytes:
    """A page whose content is the fifth object."""
    resources = b"/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >>"
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] %s /Contents %s %s >>" % (
        *(box, resources, contents, more),
    )


_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def one_page(page: bytes, content: bytes, *more: bytes) -> bytes:
    """A PDF of one page."""
    return pdf_of([_CATALOGUE, _ONE_PAGE, page, _FONT, content, *more])


def zeros(megabytes: int, times: int = 1) -> bytes:
    """So much nothing, packed so many times over."""
    packer = zlib.compressobj(9, wbits=-15)
    piece = packer.compress(bytes(_MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = (megabytes * _MEGABYTE % 65521) << 16 | 1
    packed = b"\x78\xda" + piece * megabytes + b"\x03\x00" + struct.pack(">I", check)
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return packed


def _inflating_page() -> bytes:
    filters = b"/Filter [/FlateDecode /FlateDecode]"
    return one_page(sheet(), stream_of(zeros(1024, 2), filters))


def _inflating_picture() -> bytes:
    """An image of 60,000 by 60,000 points, which a few kilobytes are said to hold."""
    told = b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB"
    entries = told + b" /BitsPerComponent 8 /Filter [/FlateDecode /FlateDecode]"
    drawn = stream_of(b"q 595 0 0 842 0 0 cm /X Do Q")
    return one_page(sheet(), drawn, stream_of(zeros(1024, 2), entries))


def _many_inflating_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % (7 + n) for n in range(300))
    pages = b"<< /Type /Pages /Kids [%s] /Count 300 >>" % kids
    content = stream_of(zeros(64, 2), b"/Filter [/FlateDecode /FlateDecode]")
    sheets = [sheet()] * 300
    return pdf_of([_CATALOGUE, pages, sheet(), _FONT, content, b"null", *sheets])


def _much_text() -> bytes:
    """A page on which millions of letters stand upon each other."""
    packed = zlib.compress(b"BT /F1 1 Tf " + b"(%s) Tj " % (b"aman " * 50) * 80_000 + b"ET", 9)
    return one_page(sheet(), stream_of(packed, b"/Filter /FlateDecode"))


def _much_text_on_many_pages() -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(400))
    pages = b"<< /Type /Pages /Kids [%s] /Count 400 >>" % kids
    text = b"BT /F1 1 Tf " + b"(%s) Tj " % (b"aman " * 50) * 1200 + b"ET"
    packed = stream_of(zlib.compress(text, 9), b"/Filter /FlateDecode")
    return pdf_of([_CATALOGUE, pages, sheet(), _FONT, packed])


def _letters_that_are_none() -> bytes:
    """A text layer of nothing but zeros."""
    return one_page(sheet(), stream_of(b"BT /F1 12 Tf 9 700 Td (" + b"\\000" * 3000 + b") Tj ET"))


def _pages_without_end() -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(100_000))
    pages = b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % kids
    return pdf_of([_CATALOGUE, pages, sheet(), _FONT, stream_of(_TEXT)])


def _scans_without_end() -> bytes:
    """Hundreds of pages of specks, each of which OCR would ponder over."""
    specks = Image.effect_noise((310, 438), 200).point(lambda grey: 255 * (grey > 60))
    noise = specks.resize((1240, 1752), Image.Resampling.NEAREST)
    packed = BytesIO()
    noise.save(packed, "JPEG", quality=40)
    told = b"/Type /XObject /Subtype /Image /Width 1240 /Height 1752 /ColorSpace /DeviceGray"
    picture = stream_of(packed.getvalue(), told + b" /BitsPerComponent 8 /Filter /DCTDecode")
    kids = b" ".join(b"3 0 R" for _ in range(300))
    pages = b"<< /Type /Pages /Kids [%s] /Count 300 >>" % kids
    drawn = stream_of(b"q 595 0 0 842 0 0 cm /X Do Q")
    return pdf_of([_CATALOGUE, pages, sheet(), _FONT, drawn, picture])


def _page_in_pages() -> bytes:
    return pdf_of([_CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])


def _deep_pages() -> bytes:
    """A tree of pages as deep as it has pages."""
    deep = 20_000
    knots = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (n - 1, n + 1)
        for n in range(2, deep)
    ]
    return pdf_of([_CATALOGUE, *knots, sheet(contents=b"1 0 R")])


def _form_in_itself() -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    form = stream_of(b"/X Do /X Do", entries)
    return one_page(sheet(), stream_of(_TEXT + b" /X Do"), form)


def _forms_of_forms() -> bytes:
    """Each draws the next ten times: a billion drawings by nine objects."""
    told = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    )
    forms = [stream_of(b"/X Do " * 10, told % (7 + n)) for n in range(9)]
    return one_page(sheet(), stream_of(b"/X Do"), *forms, stream_of(_TEXT, told % 1))


def _deep_brackets() -> bytes:
    return one_page(sheet(more=b"/Deep " + b"[" * 200_000 + b"]" * 200_000), stream_of(_TEXT))


def _streams_in_themselves() -> bytes:
    """A stream of objects that is said to lie in itself."""
    packed = stream_of(b"6 0 << >>", b"/Type /ObjStm /N 1 /First 4 /Extends 6 0 R")
    rows = b"".join(struct.pack(">BHB", 2, 6, n) for n in range(7))
    table = stream_of(rows, b"/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R")
    head = b"%%PDF-1.7\n6 0 obj\n%s\nendobj\n" % packed
    return head + b"7 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(head))


def _tables_in_a_circle() -> bytes:
    whole = one_page(sheet(), stream_of(_TEXT))
    at = whole.rindex(b"xref\n0")
    return pdf_of(
        [_CATALOGUE, _ONE_PAGE, sheet(), _FONT, stream_of(_TEXT)], trailer=b"/Prev %d" % at
    )


def _signed_in_a_circle() -> bytes:
    """Fields of a form, one within the other and back again, with the mark of a signature."""
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>"
    first = b"<< /FT /Sig /T (A) /Kids [7 0 R] /V 8 0 R >>"
    second = b"<< /FT /Sig /T (B) /Kids [6 0 R] /Parent 6 0 R /V 8 0 R >>"
    value = b"<< /Type /Sig /ByteRange [0 10 20 999999999999] /Contents <30> >>"
    rest = [_ONE_PAGE, sheet(), _FONT, stream_of(_TEXT), first, second, value]
    return pdf_of([catalogue, *rest])


def _signed_a_thousand_times() -> bytes:
    """Each signature is over a range of its own."""
    marks = b" ".join(b"%d 0 R" % (7 + n) for n in range(1000))
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] >> >>" % marks
    value = (
        b"<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 9 10 90] /Contents <30> >>"
    )
    fields = [b"<< /FT /Sig /T (S%d) /V 6 0 R >>" % n for n in range(1000)]
    rest = [_ONE_PAGE, sheet(), _FONT, stream_of(_TEXT), value]
    return pdf_of([catalogue, *rest, *fields])


def _of_size(box: bytes) -> Callable[[], bytes]:
    return lambda: one_page(sheet(box), stream_of(b"0 0 m 9 9 l S"))


def png_of(width: int, height: int, content: bytes, *, depth: int = 8, kind: int = 2) -> bytes:
    """A PNG that tells these measures, with its points as they are packed."""
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    parts = (Part("chunk", name, c) for name, c in ((b"IHDR", head), (b"IDAT", content)))
    end = Part("chunk", b"IEND", b"").written()
    return b"\x89PNG\r\n\x1a\n" + b"".join(part.written() for part in parts) + end


def _png_with(name: bytes, content: bytes) -> bytes:
    whole = png_of(64, 64, zlib.compress(bytes(64 * (64 * 3 + 1))))
    at = 8 + 25
    return whole[:at] + Part("chunk", name, content).written() + whole[at:]


def jpeg_of(width: int, height: int) -> bytes:
    """A JPEG whose head tells these measures and whose lines are those of a small one."""
    packed = BytesIO()
    Image.effect_noise((64, 64), 90).save(packed, "JPEG")
    whole = bytearray(packed.getvalue())
    at = whole.index(b"\xff\xc0")
    whole[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(whole)


def _refined_without_end() -> bytes:
    """A progressive JPEG of a large empty picture that is refined twenty thousand times."""
    packed = BytesIO()
    Image.new("L", (8000, 8000), 200).save(packed, "JPEG", progressive=True)
    whole = packed.getvalue()
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * 20_000 + whole[-2:]


def _zipped(name: str = "nol.bin", content: bytes = bytes(_MEGABYTE)) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as folder:
        folder.writestr(name, content)
    return packed.getvalue()


_SLIDES = b"ppt/presentation.xml"


def _entry(name: bytes, *, told: int | None = None) -> bytes:
    """An entry of a directory, with the length of its name as told."""
    length = struct.pack("<HHH", len(name) if told is None else told, 0, 0)
    return b"PK\x01\x02" + bytes(24) + length + bytes(12) + name


def _directory(entries: bytes, *, start: int = 4, length: int | None = None) -> bytes:
    """A ZIP that is nothing but its directory."""
    size = len(entries) if length is None else length
    return b"PK\x03\x04" + entries + b"PK\x05\x06" + bytes(8) + struct.pack("<IIH", size, start, 0)


def _box(name: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


_FTYP = _box(b"ftyp", b"isom\0\0\2\0isommp42")


def _deep_boxes() -> bytes:
    inner = b""
    for _ in range(20_000):
        inner = _box(b"moov", inner)
    return _FTYP + inner


def _many_boxes() -> bytes:
    return _FTYP + _box(b"free") * 200_000


def _table_of_a_billion() -> bytes:
    """Tables of samples that tell of four billion, and hold none."""
    many = struct.pack(">II", 0, 2**32 - 1)
    tables = b"".join(_box(n, many + bytes(24)) for n in (b"stts", b"stsc", b"stco", b"stss"))
    tables += _box(b"stsz", struct.pack(">III", 0, 0, 2**32 - 1))
    described = _box(b"stsd", struct.pack(">II", 0, 1) + _box(b"avc1", bytes(78)))
    media = _box(
        b"mdia",
        _box(b"hdlr", b"\0" * 8 + b"vide" + bytes(13))
        + _box(b"minf", _box(b"stbl", described + tables)),
    )
    return _FTYP + _box(
        b"moov", _box(b"mvhd", bytes(100)) + _box(b"trak", _box(b"tkhd", bytes(84)) + media)
    )


TRAPS: Mapping[str, Callable[[], bytes]] = {
    "nothing.pdf": lambda: b"",
    "one byte.png": lambda: b"\x89",
    "only a beginning.pdf": lambda: b"%PDF-1.7\n",
    "only a beginning.jpg": lambda: b"\xff\xd8\xff\xe0",
    "only a beginning.png": lambda: b"\x89PNG\r\n\x1a\n",
    "only a beginning.mp4": lambda: _FTYP,
    "zeros.mov": lambda: b"\0\0\0\x14ftypqt  " + bytes(_MEGABYTE),
    "page that inflates to gigabytes.pdf": _inflating_page,
    "picture that inflates to gigabytes.pdf": _inflating_picture,
    "pages that inflate.pdf": _many_inflating_pages,
    "much text.pdf": _much_text,
    "much text on many pages.pdf": _much_text_on_many_pages,
    "letters that are none.pdf": _letters_that_are_none,
    "100,000 pages.pdf": _pages_without_end,
    "300 pages of specks.pdf": _scans_without_end,
    "page tree in itself.pdf": _page_in_pages,
    "deep page tree.pdf": _deep_pages,
    "form in itself.pdf": _form_in_itself,
    "forms of forms.pdf": _forms_of_forms,
    "deep brackets.pdf": _deep_brackets,
    "object streams in themselves.pdf": _streams_in_themselves,
    "tables in a circle.pdf": _tables_in_a_circle,
    "signature fields in a circle.pdf": _signed_in_a_circle,
    "1,000 signatures.pdf": _signed_a_thousand_times,
    "huge page.pdf": _of_size(b"0 0 14400000 14400000"),
    "endless page.pdf": _of_size(b"0 0 1e38 1e38"),
    "thread of a page.pdf": _of_size(b"0 0 1 100000000"),
    "page turned inside out.pdf": _of_size(b"900 900 -900 -900"),
    "page without a size.pdf": _of_size(b"0 0 0 0"),
    "PDF and ZIP.pdf": lambda: one_page(sheet(), stream_of(_TEXT)) + _zipped(),
    "huge measures.png": lambda: png_of(100_000, 100_000, zeros(1)),
    "greatest measures.png": lambda: png_of(2**31 - 1, 2**31 - 1, zeros(1)),
    "just under the limit.png": lambda: png_of(8900, 8900, zeros(240), kind=2),
    "just under the limit, with depth.png": lambda: png_of(
        8900, 8900, zeros(640), depth=16, kind=6
    ),
    "one line.png": lambda: png_of(20_000_000, 1, zeros(60)),
    "one column.png": lambda: png_of(1, 20_000_000, zeros(80)),
    "note that inflates.png": lambda: _png_with(b"zTXt", b"N\0\0" + zeros(200)),
    "profile that inflates.png": lambda: _png_with(b"iCCP", b"N\0\0" + zeros(200)),
    "measures of a JPEG.jpg": lambda: jpeg_of(65_500, 65_500),
    "just under the limit.jpg": lambda: jpeg_of(8900, 8900),
    "refined without end.jpg": _refined_without_end,
    "JPEG and HTML.jpg": lambda: jpeg_of(64, 64) + b"<html><script>alert(1)</script></html>",
    "JPEG and ZIP.jpg": lambda: jpeg_of(64, 64) + _zipped(),
    "GIF before MP4.mp4": lambda: b"GIF89a" + _FTYP,
    "MP4 with a GIF.mp4": lambda: _FTYP + b"GIF89a" + bytes(5000),
    "MP4 and HTML.mp4": lambda: _box(b"ftyp", b"isom<html><script>") + b"<script>alert(1)</script>",
    "deep boxes.mp4": _deep_boxes,
    "200,000 boxes.mp4": _many_boxes,
    "table of a billion.mp4": _table_of_a_billion,
    "directory of 100,000.zip": lambda: _directory(_entry(b"surat.pdf") * 100_000),
    "directory far away.pptx": lambda: _directory(_entry(_SLIDES), start=2**32 - 1),
    "directory of its own end.pptx": lambda: _directory(b"", start=0, length=26),
    "endless names.docx": lambda: _directory(_entry(_SLIDES, told=65_535)),
    "slides that inflate.pptx": lambda: _zipped(_SLIDES.decode(), bytes(50 * _MEGABYTE)),
}
"""What hurts, by name; the ending tells what it is said to be."""
