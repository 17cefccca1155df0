"""What inspection tells of QR codes on pages and pictures."""

from dataclasses import replace
from pathlib import Path

import zxingcpp
from PIL import Image

from pragola.inspection.documents.pdf import look_into_pdf
from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.images.picture import look_at_picture
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.documents.sheets import LINE, as_pdf, text_pdf, written
from tests.inspection.images.scenes import photograph

SUBJECT = Subject(edition=load_edition("2026"))
ADDRESS = "https://contoh.go.id/periksa/12"


def code(text: str, side: int = 300) -> Image.Image:
    """A QR code with its margin."""
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    picture = Image.fromarray(zxingcpp.write_barcode_to_image(drawn, scale=4))
    return picture.convert("L").resize((side, side), Image.Resampling.NEAREST)


def with_code(sheet: Image.Image, text: str, place: tuple[int, int] = (200, 1700)) -> Image.Image:
    """The sheet with a code on it."""
    sheet.paste(code(text), place)
    return sheet


def codes_of(report: Report) -> list[Finding]:
    """What the check of codes told."""
    return [each for each in report.findings if each.check == "codes"]


def test_an_address_is_told_with_its_page_and_place(tmp_path: Path) -> None:
    """And nothing of what it leads to."""
    sheets = [written(), with_code(written(), ADDRESS)]
    found = codes_of(look_into_pdf(as_pdf(tmp_path / "a.pdf", sheets), SUBJECT))
    region = found[0].place.region
    assert found == [
        Finding(
            code="code_says_address",
            severity=Severity.INFO,
            check="codes",
            place=Place(page=2, region=region),
            facts=(("text", ADDRESS), ("pages", "2")),
        )
    ]
    assert region is not None
    assert (region.left // 50, region.top // 50) == (2, 14)
    assert (region.right // 50, region.bottom // 50) == (5, 16)


def test_a_code_on_several_pages_is_told_once(tmp_path: Path) -> None:
    """With all its pages."""
    sheets = [with_code(written(), ADDRESS) for _ in range(2)]
    found = codes_of(look_into_pdf(as_pdf(tmp_path / "a.pdf", sheets), SUBJECT))
    assert [each.facts for each in found] == [(("text", ADDRESS), ("pages", "1, 2"))]


def test_text_is_told_as_one_harmless_line(tmp_path: Path) -> None:
    """Whatever somebody wrote into the code."""
    scene = photograph()
    scene.paste(code("Disahkan\noleh \u202eatahal"), (100, 100))
    scene.save(tmp_path / "a.jpg")
    found = codes_of(look_at_picture(tmp_path / "a.jpg", SUBJECT))
    assert [(each.code, dict(each.facts)["text"]) for each in found] == [
        ("code_says_text", "Disahkan oleh atahal")
    ]


def test_a_code_beside_text_is_found(tmp_path: Path) -> None:
    """On a page with a text layer, where a picture has the shape of a code."""
    from pypdfium2 import PdfDocument, PdfImage, PdfMatrix

    code(ADDRESS).save(tmp_path / "code.jpg")
    document = PdfDocument(text_pdf(tmp_path / "a.pdf", [LINE]))
    page, drawn = document[0], PdfImage.new(document)
    drawn.load_jpeg(tmp_path / "code.jpg")
    drawn.set_matrix(PdfMatrix().scale(90, 90).translate(400, 100))
    page.insert_obj(drawn)
    page.gen_content()
    document.save(tmp_path / "b.pdf")
    found = codes_of(look_into_pdf(tmp_path / "b.pdf", SUBJECT))
    assert [each.facts for each in found] == [(("text", ADDRESS), ("pages", "1"))]


def test_codes_are_not_searched_once_the_time_is_over(tmp_path: Path) -> None:
    """What was seen of the page is told all the same."""
    path = as_pdf(tmp_path / "a.pdf", [with_code(written(), ADDRESS)])
    report = look_into_pdf(path, replace(SUBJECT, seconds=0))
    assert (codes_of(report), LINE in report.pages[0].text) == ([], True)


def test_a_file_without_a_code_has_none(tmp_path: Path) -> None:
    """Nor does a page of text."""
    photograph().save(tmp_path / "a.jpg")
    assert codes_of(look_at_picture(tmp_path / "a.jpg", SUBJECT)) == []
    assert codes_of(look_into_pdf(text_pdf(tmp_path / "a.pdf", [LINE]), SUBJECT)) == []
