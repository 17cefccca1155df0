"""Text is read from pictures by Tesseract."""

from pathlib import Path

import pytest
from PIL import Image

from pragola.inspection.documents import ocr
from pragola.inspection.documents.ocr import (
    BusyError,
    language_here,
    read,
    read_picture,
    turned_by,
)
from pragola.inspection.inspecting import inspect
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.documents.sheets import LINE, as_pdf, written
from tests.inspection.images.scenes import photograph, saved, with_banner

EDITION, NAMES = load_edition("2026"), ("SIPANDU",)


def test_the_lines_are_read_in_their_order() -> None:
    """Word by word with their confidence."""
    reading = read(written(lines=2))
    assert reading is not None
    assert reading.text == f"{LINE}\n{LINE}"
    assert reading.sure_words == 2 * len(LINE.split())


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_it_is_seen_how_a_page_lies(turn: int) -> None:
    """By how many degrees clockwise it stands upright again."""
    assert turned_by(written().rotate(turn, expand=True)) == turn


def test_a_picture_without_words_has_none() -> None:
    """That is no failure."""
    page = read_picture(Image.new("RGB", (300, 300), "white"), page=4)
    assert page is not None
    assert (page.page, page.text, page.by_ocr) == (4, "", True)


def test_without_tesseract_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller tells the operator so."""
    monkeypatch.setenv("PATH", "")
    language_here.cache_clear()
    try:
        assert (read(written(lines=1)), turned_by(written(lines=1))) == (None, 0)
    finally:
        language_here.cache_clear()


def test_a_machine_without_time_is_no_picture_without_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is told of what stands there, nor of the scan, but that it was not read."""
    monkeypatch.setattr(ocr, "_MOST_WAITED", 0)
    with pytest.raises(BusyError):
        read(written(lines=1))
    scan = as_pdf(tmp_path / "a.pdf", [written()])
    banner = saved(with_banner(photograph(), "SIPANDU"), tmp_path / "a.jpg")
    told = {
        path.suffix: {
            f.code for f in inspect(path, Subject(edition=EDITION, part=part, names=NAMES)).findings
        }
        for path, part in ((scan, "SID-01"), (banner, "SID-10"))
    }
    assert told[".pdf"] == {"page_not_read_in_time"}
    assert "picture_not_read_in_time" in told[".jpg"]
    assert "picture_without_name" not in told[".jpg"]
