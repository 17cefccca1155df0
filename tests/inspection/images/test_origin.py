"""Photograph or screenshot."""

from pathlib import Path

import pytest
from PIL import Image

from pragola.inspection.images.asked import Asked, asked_of
from pragola.inspection.images.opening import open_picture
from pragola.inspection.images.origin import origin_findings, origin_of
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.images.scenes import photograph, saved, screen, taken

EDITION = load_edition("2026")


def told(path: Path, *, photo_asked: bool) -> list[tuple[str, str]]:
    """Code and severity for a file."""
    found = origin_findings(origin_of(open_picture(path)), photo_asked=photo_asked)
    return [(finding.code, finding.severity.value) for finding in found]


def test_a_screenshot_is_doubtful_only_where_a_photograph_is_asked(tmp_path: Path) -> None:
    """It is told in both cases."""
    path = saved(screen(), tmp_path / "a.png")
    assert told(path, photo_asked=False) == [("picture_is_screenshot", "info")]
    assert told(path, photo_asked=True) == [("picture_should_be_photo", "doubtful")]


@pytest.mark.parametrize("quality", [40, 75, 95])
def test_a_screenshot_that_was_sent_on_as_jpeg_is_told_by_its_size(
    tmp_path: Path, quality: int
) -> None:
    """Messengers do so."""
    path = saved(screen(), tmp_path / "a.jpg", quality=quality)
    assert told(path, photo_asked=False) == [("picture_is_screenshot", "info")]


@pytest.mark.parametrize("seed", range(1, 5))
def test_a_photograph_is_good_where_it_is_asked(tmp_path: Path, seed: int) -> None:
    """With the camera's name, and without any."""
    named = saved(photograph(seed), tmp_path / "a.jpg", exif=taken())
    bare = saved(photograph(seed), tmp_path / "b.jpg", quality=90)
    assert told(named, photo_asked=True) == [("picture_of_camera", "good")]
    assert told(bare, photo_asked=True) == [("picture_is_photo", "good")]


def test_the_features_are_told_with_it(tmp_path: Path) -> None:
    """The camera's maker is not said twice."""
    path = saved(photograph(), tmp_path / "a.jpg", exif=taken())
    origin = origin_of(open_picture(path))
    (found,) = origin_findings(origin, photo_asked=False)
    assert dict(found.facts) == {"flat": origin.flat, "format": "JPEG", "camera": "Kamera X1"}


def test_where_the_features_disagree_nothing_is_told(tmp_path: Path) -> None:
    """A photograph kept as PNG may be part of a screen; a flat JPEG of no screen's size too."""
    unclear = (
        saved(photograph(), tmp_path / "a.png"),
        saved(screen((1000, 1500)), tmp_path / "b.jpg"),
        saved(Image.new("RGB", (1, 1)), tmp_path / "c.png"),
    )
    assert [told(path, photo_asked=True) for path in unclear] == [[], [], []]


@pytest.mark.parametrize(
    ("part", "level", "asked"),
    [
        ("SID-10", 1, Asked(photo=True, banner=True)),
        ("SID-10", 2, Asked()),
        ("SID-10", None, Asked()),
        ("SID-04", 1, Asked()),
        ("SID-07", 1, Asked()),
        ("SID-12", 1, Asked()),
        ("SID-99", 1, Asked()),
        (None, None, Asked()),
    ],
)
def test_what_is_asked_is_read_from_the_editions_words(
    part: str | None, level: int | None, asked: Asked
) -> None:
    """A rule that takes screenshots or papers as well asks no photograph."""
    assert asked_of(Subject(edition=EDITION, part=part, level=level)) == asked
