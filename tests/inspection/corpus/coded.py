"""Papers and pictures with QR codes, and what these say."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import zxingcpp
from PIL import Image
from pypdfium2 import PdfDocument, PdfImage, PdfMatrix

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.printing import SANS, SERIF, Page, print_pictures, print_text
from tests.inspection.corpus.scanning import Scanner, scanned
from tests.inspection.corpus.scenery import crowd
from tests.inspection.corpus.specimen import Make, Part, Specimen
from tests.inspection.images.scenes import photograph

_PAGE: Mapping[Part, Page] = {
    Part.LEARNED: ("# SURAT KETERANGAN", "Surat ini ditandatangani secara elektronik."),
    Part.HELD_OUT: ("^ Berita Acara", "Keabsahan berita acara dapat diperiksa dengan kode ini."),
}
_ADDRESS: Mapping[Part, str] = {
    Part.LEARNED: "https://contoh.go.id/periksa/12",
    Part.HELD_OUT: "http://dokumen.contoh.id/v?no=118&t=2025",
}
_TEXT: Mapping[Part, str] = {
    Part.LEARNED: "Disahkan oleh Kepala Dinas",
    Part.HELD_OUT: "No. 118; 17-09-2025; Berita Acara Serah Terima Buku",
}


def coded(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    address = {f"code_says_address p1 text={_ADDRESS[part]}"}
    text = {f"code_says_text p1 text={_TEXT[part]}"}
    yield _specimen(part, "beside-text", _beside_text(part), address)
    yield _specimen(part, "on-a-scan", _on_a_scan(part, Scanner(skew=0.6, grain=6)), text)
    yield _specimen(part, "on-a-photo", _on_a_photo(part), address)
    yield _specimen(part, "without", _without(part), set())
    if part is Part.HELD_OUT:
        poor = Scanner(skew=-2, grain=9, shade=40, blur=1, quality=45, turn=90)
        yield _specimen(part, "on-a-poor-scan", _on_a_scan(part, poor), text)
        yield _specimen(part, "picture-of-no-code", _logo(part), set())


def code(text: str, side: int) -> Image.Image:
    """A QR code with its margin."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=6))
    return drawn.convert("L").resize((side, side), Image.Resampling.LANCZOS)


def _specimen(part: Part, name: str, make: Make, told: set[str]) -> Specimen:
    return Specimen(
        name=f"code-{name}",
        part=part,
        make=make,
        subject=Subject(edition=load_edition("2026")),
        truth={"codes": frozenset(told)},
    )


def _beside_text(part: Part) -> Make:
    points = {Part.LEARNED: 90, Part.HELD_OUT: 56}[part]
    return lambda folder: _with_picture(folder, part, code(_ADDRESS[part], 400), points)


def _logo(part: Part) -> Make:
    return lambda folder: _with_picture(folder, part, crowd(61, (200, 200)), 80)


def _with_picture(folder: Path, part: Part, picture: Image.Image, points: int) -> Path:
    """The page with a text layer, and a picture of that many points on it."""
    picture.save(folder / "gambar.jpg", quality=90)
    face = {Part.LEARNED: SANS, Part.HELD_OUT: SERIF}[part]
    document = PdfDocument(print_text(folder / "kosong.pdf", [_PAGE[part]], face))
    page, drawn = document[0], PdfImage.new(document)
    drawn.load_jpeg(folder / "gambar.jpg")
    drawn.set_matrix(PdfMatrix().scale(points, points).translate(380, 120))
    page.insert_obj(drawn)
    page.gen_content()
    document.save(folder / "surat.pdf")
    document.close()
    return folder / "surat.pdf"


def _on_a_scan(part: Part, scanner: Scanner) -> Make:
    def make(folder: Path) -> Path:
        sheet = print_pictures([_PAGE[part]], SANS if part is Part.LEARNED else SERIF)[0]
        sheet.paste(code(_TEXT[part], 320), (1100, 1700))
        return scanned(folder / "pindaian.pdf", [sheet], scanner)

    return make


def _on_a_photo(part: Part) -> Make:
    def make(folder: Path) -> Path:
        scene = photograph(51) if part is Part.LEARNED else crowd(52)
        side, tilt = {Part.LEARNED: (260, 0), Part.HELD_OUT: (180, 11)}[part]
        drawn = code(_ADDRESS[part], side).rotate(tilt, fillcolor=255, expand=True)
        scene.paste(drawn, (70, 90))
        scene.save(folder / "foto.jpg", quality=80)
        return folder / "foto.jpg"

    return make


def _without(part: Part) -> Make:
    def make(folder: Path) -> Path:
        scene = photograph(53) if part is Part.LEARNED else crowd(54)
        scene.save(folder / "foto.jpg", quality=80)
        return folder / "foto.jpg"

    return make
