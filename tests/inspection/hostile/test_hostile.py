"""Whatever a file does, inspection ends within its limits and says something about it."""

import resource
from pathlib import Path

import pytest

from pragola.inspection.confined import Limits, inspect_confined, report_of
from pragola.inspection.report import Report
from tests.inspection.hostile.faults import Hostile, faults, faults_in, looked_at
from tests.inspection.hostile.looking import Look, subject_of
from tests.inspection.hostile.mutating import Recipe, recipes
from tests.inspection.hostile.seeds import seeds
from tests.inspection.hostile.traps import TRAPS

MUTATIONS = 2_000
SENT = 60
"""So many of them go through the whole of `inspect_confined`, with OCR."""


@pytest.mark.alone
def test_two_thousand_spoiled_files_end_within_their_limits_with_findings(tmp_path: Path) -> None:
    """None takes its child down, none comes near the memory it may have, none is silent."""
    whole = seeds(tmp_path)
    spoiled = [Hostile(str(r), r.made_of(whole)) for r in recipes(whole, MUTATIONS)]
    looks = looked_at(spoiled, tmp_path)
    assert (len(looks), faults(looks)) == (MUTATIONS, {})
    assert {look.ended for look in looks.values()} == {"done"}


@pytest.mark.alone
def test_the_real_child_says_something_about_every_one(tmp_path: Path) -> None:
    """With OCR, a folder and a network of its own, as in the site."""
    whole, path = seeds(tmp_path), tmp_path / "spoiled"
    wrong: dict[Recipe, list[str]] = {}
    for recipe in list(recipes(whole, MUTATIONS))[:: MUTATIONS // SENT]:
        path.write_bytes(recipe.made_of(whole))
        wrong[recipe] = [*faults_in(inspect_confined(path, subject_of(None)))]
    assert {recipe: told for recipe, told in wrong.items() if told} == {}
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert most // 1024 < Limits().megabytes


@pytest.mark.alone
def test_traps_end_within_their_limits_with_findings(tmp_path: Path) -> None:
    """Bombs, loops and files that are two things; what is told of them is what they are."""
    looks = looked_at((Hostile(name, make(), ocr=True) for name, make in TRAPS.items()), tmp_path)
    assert faults(looks) == {}
    ended = {name for name, look in looks.items() if look.ended != "done"}
    assert ended <= _HELD_BY_THE_LIMITS
    sure = {name: code for name, code in _TOLD.items() if name not in ended}
    assert {name: told(looks[name]) for name in sure} == sure


def told(look: Look) -> str:
    """What is told first, besides that such a format was not asked for."""
    codes = (finding.code for finding in look.report.findings)
    return next(code for code in codes if code != "format_not_asked")


_TOLD = {
    "nothing.pdf": "format_unknown",
    "one byte.png": "format_unknown",
    "only a beginning.pdf": "document_damaged",
    "only a beginning.jpg": "picture_damaged",
    "only a beginning.png": "picture_damaged",
    "only a beginning.mp4": "video_damaged",
    "zeros.mov": "video_damaged",
    "pages that inflate.pdf": "document_long",
    "much text on many pages.pdf": "document_long",
    "letters that are none.pdf": "document_blank",
    "100,000 pages.pdf": "document_long",
    "page tree in itself.pdf": "document_unreadable",
    "deep page tree.pdf": "document_unreadable",
    "deep brackets.pdf": "document_readable",
    "object streams in themselves.pdf": "document_damaged",
    "tables in a circle.pdf": "document_readable",
    "signature fields in a circle.pdf": "document_readable",
    "1,000 signatures.pdf": "document_readable",
    "huge page.pdf": "document_blank",
    "endless page.pdf": "document_blank",
    "thread of a page.pdf": "document_blank",
    "page turned inside out.pdf": "document_blank",
    "page without a size.pdf": "document_blank",
    "PDF and ZIP.pdf": "document_readable",
    "huge measures.png": "picture_too_large",
    "greatest measures.png": "picture_too_large",
    "just under the limit.png": "picture_blank",
    "one line.png": "picture_blank",
    "note that inflates.png": "picture_damaged",
    "profile that inflates.png": "picture_damaged",
    "measures of a JPEG.jpg": "picture_too_large",
    "JPEG and HTML.jpg": "picture_hides_file",
    "JPEG and ZIP.jpg": "picture_hides_file",
    "GIF before MP4.mp4": "format_unknown",
    "MP4 with a GIF.mp4": "video_damaged",
    "MP4 and HTML.mp4": "video_damaged",
    "deep boxes.mp4": "video_damaged",
    "200,000 boxes.mp4": "video_damaged",
    "table of a billion.mp4": "video_damaged",
    "directory of 100,000.zip": "format_unknown",
    "directory far away.pptx": "format_unknown",
    "directory of its own end.pptx": "format_unknown",
    "endless names.docx": "format_unknown",
    "slides that inflate.pptx": "format_not_inspected",
}
_HELD_BY_THE_LIMITS = {
    "pages that inflate.pdf",
    "300 pages of specks.pdf",
    "page that inflates to gigabytes.pdf",
    "much text.pdf",
    "form in itself.pdf",
    "forms of forms.pdf",
    "refined without end.jpg",
    "just under the limit, with depth.png",
}
"""Pdfium, libjpeg and OCR cannot be stopped within a page: their child may have to be ended."""


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"null",
        b"[" * 100_000,
        b'{"findings": 7}',
        b'{"media_type": 1, "findings": [3]}',
        b"\xff",
    ],
)
def test_nonsense_for_an_answer_is_told_as_giving_up(answer: bytes) -> None:
    """A child that a file has taken over may write what it likes."""
    assert _codes(report_of(answer, "done")) == ["inspection_gave_up"]


@pytest.mark.parametrize(
    ("trap", "codes"),
    [
        ("letters that are none.pdf", ["document_blank", "page_blank"]),
        ("thread of a page.pdf", ["document_blank", "page_blank"]),
        ("page tree in itself.pdf", ["document_unreadable", "page_damaged", "page_damaged"]),
    ],
)
def test_what_once_took_the_child_down_is_told_for_what_it_is(
    tmp_path: Path, trap: str, codes: list[str]
) -> None:
    """A text layer of zeros, and a page as thin as a thread."""
    path = tmp_path / trap
    path.write_bytes(TRAPS[trap]())
    assert _codes(inspect_confined(path, subject_of(None))) == codes


def _codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]
