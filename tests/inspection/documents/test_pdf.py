"""What inspection tells of a PDF: whether it opens, and page by page whether it can be read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from pragola.inspection.documents.pdf import look_into_pdf
from pragola.inspection.findings import Severity
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.documents.sheets import LINE, as_pdf, blank, text_pdf, written

SUBJECT = Subject(edition=load_edition("2026"))


def told(report: Report) -> list[tuple[str, int | None]]:
    """Codes with their page, in the order told."""
    return [(finding.code, finding.place.page) for finding in report.findings]


def test_a_text_layer_is_kept_page_by_page(tmp_path: Path) -> None:
    """Without reading pictures."""
    report = look_into_pdf(text_pdf(tmp_path / "a.pdf", [LINE, f"{LINE} kedua"]), SUBJECT)
    assert told(report) == [("document_readable", None)]
    assert [(p.page, p.text, p.by_ocr) for p in report.pages] == [
        (1, LINE, False),
        (2, f"{LINE} kedua", False),
    ]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_text_page_that_lies_on_its_side_is_told(tmp_path: Path, turned: int) -> None:
    """With the degrees by which it has to be turned back."""
    report = look_into_pdf(text_pdf(tmp_path / "a.pdf", [LINE], turned=turned), SUBJECT)
    assert told(report) == [("page_turned", 1)]
    assert report.findings[0].facts == (("degrees", 360 - turned),)


def test_a_scan_is_read(tmp_path: Path) -> None:
    """And its text is kept as read from a picture."""
    report = look_into_pdf(as_pdf(tmp_path / "a.pdf", [written(lines=2)]), SUBJECT)
    assert told(report) == [("document_readable", None)]
    assert [(p.text, p.by_ocr) for p in report.pages] == [(f"{LINE}\n{LINE}", True)]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_on_its_side_is_read_all_the_same(tmp_path: Path, turn: int) -> None:
    """And it is told by how much it has to be turned clockwise."""
    path = as_pdf(tmp_path / "a.pdf", [written().rotate(turn, expand=True)])
    report = look_into_pdf(path, SUBJECT)
    assert told(report) == [("page_turned", 1)]
    assert report.findings[0].facts == (("degrees", turn),)
    assert LINE in report.pages[0].text


def blurred() -> Image.Image:
    """A page nobody can read."""
    return written().filter(ImageFilter.GaussianBlur(12))


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ([blank], [("document_blank", None), ("page_blank", 1)]),
        ([written, blank], [("page_blank", 2)]),
        (
            [blurred],
            [("document_unreadable", None), ("page_unreadable", 1), ("scan_blurred", 1)],
        ),
        ([written, blurred], [("page_unreadable", 2), ("scan_blurred", 2)]),
    ],
)
def test_what_hinders_reading_is_told_with_its_page(
    tmp_path: Path,
    sheets: list[Callable[[], Image.Image]],
    expected: list[tuple[str, int | None]],
) -> None:
    """Only a document of which nothing can be read is blocked."""
    report = look_into_pdf(as_pdf(tmp_path / "a.pdf", [make() for make in sheets]), SUBJECT)
    assert told(report) == expected
    blocked = {code for code, page in expected if page is None}
    assert {f.code for f in report.findings if f.severity is Severity.BLOCKS} == blocked


def test_only_the_pages_that_serve_are_judged(tmp_path: Path) -> None:
    """The others are read, but a blank back is no fault."""
    subject = Subject(edition=load_edition("2026"), pages=frozenset({1}))
    path = as_pdf(tmp_path / "a.pdf", [written(lines=3), blank()])
    assert told(look_into_pdf(path, subject)) == [("document_readable", None)]


def test_a_file_that_ends_too_early_is_told(tmp_path: Path) -> None:
    """Though its pages can still be read."""
    path = text_pdf(tmp_path / "a.pdf", [LINE])
    path.write_bytes(path.read_bytes().removesuffix(b"%%EOF\n"))
    assert told(look_into_pdf(path, SUBJECT))[0] == ("document_cut_off", None)


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\nnothing", b"%PDF-1.7\n" + bytes(10_000), b"%PDF-\xff%%EOF"]
)
def test_a_damaged_file_is_one_finding(tmp_path: Path, content: bytes) -> None:
    """It blocks."""
    (tmp_path / "a.pdf").write_bytes(content)
    assert told(look_into_pdf(tmp_path / "a.pdf", SUBJECT)) == [("document_damaged", None)]


def test_a_text_has_its_fingerprint(tmp_path: Path) -> None:
    """By which papers that are nearly the same are found; one of few words has none."""
    long = " ".join(f"kata{number}" for number in range(30))
    looks = [look_into_pdf(text_pdf(tmp_path / "a.pdf", [text]), SUBJECT) for text in (long, LINE)]
    assert [sorted(look.likeness) for look in looks] == [["shingles"], []]
