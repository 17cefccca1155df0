"""Text is read from pictures by Tesseract."""

import pytest
from PIL import Image

from pragola.inspection.documents.ocr import language_here, read, read_picture, turned_by
from tests.inspection.documents.sheets import LINE, written


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
