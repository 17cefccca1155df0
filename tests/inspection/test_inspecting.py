"""Every file goes one way: to the room for its content, then into one report."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from pragola.inspection.checks import CHECKS
from pragola.inspection.inspecting import inspect
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.documents.sheets import LINE, text_pdf

EDITION = load_edition("2026")


def codes(path: Path, part: str | None) -> list[str]:
    """What is told of a file for a part."""
    report = inspect(path, Subject(edition=EDITION, part=part))
    assert {finding.check for finding in report.findings} <= set(CHECKS)
    return [finding.code for finding in report.findings]


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    """A decree named like a photo is a decree."""
    path = text_pdf(tmp_path / "foto.jpg", [LINE])
    assert codes(path, None) == ["document_readable"]


def test_a_format_that_the_edition_does_not_take_is_told(tmp_path: Path) -> None:
    """With what it takes; where it does not say, nothing is told."""
    Image.new("RGB", (900, 700)).save(tmp_path / "a.png")
    assert codes(tmp_path / "a.png", "SID-01")[0] == "format_not_asked"
    assert "format_not_asked" not in codes(tmp_path / "a.png", "SID-04")
    assert "format_not_asked" not in codes(tmp_path / "a.png", None)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "format_unknown"),
        (b"halo", "format_unknown"),
        (b"PK\x03\x04" + bytes(100), "format_unknown"),
        (b"\xff\xd8\xff" + bytes(100), "picture_damaged"),
        (b"\x89PNG\r\n\x1a\n", "picture_damaged"),
        (b"\x00\x00\x00\x18ftypisom" + bytes(500), "video_damaged"),
    ],
)
def test_what_cannot_be_looked_into_is_a_finding(tmp_path: Path, content: bytes, code: str) -> None:
    """Never an error."""
    (tmp_path / "a").write_bytes(content)
    assert codes(tmp_path / "a", None) == [code]


def packed(path: Path, name: str) -> Path:
    """A paper of an office program that holds such a part."""
    with ZipFile(path, "w") as folder:
        folder.writestr(name, "<xml/>")
    return path


def test_a_presentation_is_told_from_other_papers_of_office_programs(tmp_path: Path) -> None:
    """All of them are folders packed alike; where no presentation is taken, that blocks."""
    slides = packed(tmp_path / "a.pptx", "ppt/presentation.xml")
    assert codes(slides, None) == ["format_not_inspected"]
    assert codes(slides, "SID-01") == ["format_not_asked", "format_not_inspected"]
    assert codes(packed(tmp_path / "a.xlsx", "xl/workbook.xml"), "SID-01") == ["format_unknown"]


def test_the_years_of_a_proof_are_those_of_the_printed_window() -> None:
    """By the edition's own meaning of T; none where the window names none."""
    periods = dict(EDITION.periods)
    three = tuple(sorted(periods[name].value for name in ("T-2", "T-1", "T-0")))
    found = {part: Subject(edition=EDITION, part=part).years() for part in ("SID-02", "SID-04")}
    assert found == {"SID-02": three, "SID-04": ()}
