"""Where on a page findings say that something stands: cut out and read again, it is there."""

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from pragola.inspection.documents import ocr
from pragola.inspection.findings import Finding, Region, around
from pragola.inspection.inspecting import inspect
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.printing import print_text
from tests.inspection.documents.sheets import as_pdf
from tests.inspection.images.scenes import photograph, with_banner

SUBJECT = Subject(edition=load_edition("2026"), part="SID-01", level=3, names=("TIM SIPANDU",))
DECREE = (
    "# KEPUTUSAN BUPATI CONTOH",
    "^ NOMOR 050/7 TAHUN 2024",
    "^ TENTANG",
    "^ PEMBENTUKAN TIM SIPANDU",
    "Menimbang : bahwa perlu dibentuk tim untuk pelayanan;",
    "^ MEMUTUSKAN :",
    "Ditetapkan di Contoh",
    "pada tanggal 5 Januari 2024",
    "BUPATI CONTOH,",
)
SAID = {
    "number": "NOMOR 050/7 TAHUN 2024",
    "date": "pada tanggal 5 Januari 2024",
    "subject": "PEMBENTUKAN TIM SIPANDU",
    "office": "BUPATI CONTOH,",
}


def printed(folder: Path) -> Path:
    """A decree with a text layer."""
    return print_text(folder / "a.pdf", [DECREE])


def scanned(folder: Path, *, turn: int = 0) -> Path:
    """The same decree as a picture, laid on the glass as told, counter-clockwise."""
    sheet = drawn(printed(folder))
    return as_pdf(folder / "b.pdf", [sheet.rotate(turn, expand=True)])


def drawn(path: Path) -> Image.Image:
    """Its first page as a reader sees it."""
    document = pypdfium2.PdfDocument(path)
    try:
        sheet: Image.Image = document[0].render(scale=200 / 72, grayscale=True).to_pil()
        return sheet
    finally:
        document.close()


def spots_of(findings: tuple[Finding, ...]) -> Mapping[str, Region]:
    """Where each fact of the letter was read, and the name."""
    by_code = {finding.code: finding for finding in findings}
    spots = {spot.fact: spot.region for spot in by_code["letter_read"].spots}
    name = by_code["document_names_innovation"].place.region
    return spots | ({"name": name} if name else {})


def words_at(sheet: Image.Image, region: Region, *, turn: int = 0) -> str:
    """What stands in that part of a page, read with a margin."""
    across, down = sheet.width / 1000, sheet.height / 1000
    box = (region.left * across, region.top * down, region.right * across, region.bottom * down)
    cut = sheet.crop(box).rotate(-turn, expand=True)
    framed = Image.new("L", (cut.width + 400, cut.height + 400), 255)
    framed.paste(cut, (200, 200))
    reading = ocr.read(framed)
    return reading.text if reading else ""


def test_what_a_text_layer_says_is_where_it_is_said_to_be(tmp_path: Path) -> None:
    """Each fact of the letter on its line."""
    path = printed(tmp_path)
    spots = spots_of(inspect(path, SUBJECT).findings)
    assert {fact: words_at(drawn(path), region) for fact, region in spots.items()} == {
        **SAID,
        "name": SAID["subject"],
    }


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_was_read_from_a_scan_is_where_it_lies_on_the_page(tmp_path: Path, turn: int) -> None:
    """Also on pages that lie on their side: the place is that on the page as it is shown."""
    path = scanned(tmp_path, turn=turn)
    spots = spots_of(inspect(path, SUBJECT).findings)
    found = {fact: words_at(drawn(path), at, turn=turn) for fact, at in spots.items()}
    assert found == {**SAID, "name": SAID["subject"]}


def test_a_reading_that_was_kept_tells_the_places_too(tmp_path: Path) -> None:
    """Nothing is read again."""
    path = scanned(tmp_path)
    first = inspect(path, SUBJECT)
    kept = {page.page: page for page in first.pages}
    again = inspect(
        path, Subject(edition=SUBJECT.edition, part="SID-01", names=SUBJECT.names, read=kept)
    )
    assert spots_of(again.findings) == spots_of(first.findings)


def test_an_older_reading_without_places_leaves_the_page_alone(tmp_path: Path) -> None:
    """Findings without a part of the page, and no wrong one."""
    path = scanned(tmp_path)
    text = inspect(path, SUBJECT).pages[0].text
    kept = {1: PageText(1, text, by_ocr=True, sure_words=30, confidence=90)}
    subject = Subject(edition=SUBJECT.edition, part="SID-01", names=SUBJECT.names, read=kept)
    assert spots_of(inspect(path, subject).findings) == {}


def test_a_name_on_a_banner_is_where_it_stands_in_the_picture(tmp_path: Path) -> None:
    """On the lines that hold it, whatever else is written there."""
    picture = with_banner(photograph(), "TIM SIPANDU")
    picture.save(tmp_path / "a.jpg", quality=92)
    subject = Subject(edition=SUBJECT.edition, part="SID-10", names=("TIM SIPANDU",))
    findings = inspect(tmp_path / "a.jpg", subject).findings
    region = {each.code: each.place.region for each in findings}["picture_names_innovation"]
    assert region is not None
    assert words_at(picture.convert("L"), region) == "TIM SIPANDU"


def test_the_smallest_region_around_others() -> None:
    """None where none is known."""
    parts = (Region(10, 20, 30, 40), None, Region(5, 30, 20, 60))
    assert [around(parts), around([None]), around(())] == [Region(5, 20, 30, 60), None, None]
