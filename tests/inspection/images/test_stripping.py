"""The copy for the public."""

from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pragola.inspection.images.opening import UnopenedError
from pragola.inspection.images.stripping import (
    without_metadata,
    without_metadata_confined,
)
from tests.inspection.images.scenes import photograph, saved, taken

PLACE = ("S", (6.0, 10.0, 31.4), "E", (106.0, 49.0, 37.7))


def test_nothing_but_the_picture_is_left_of_a_photograph(tmp_path: Path) -> None:
    """Neither camera, day, place, comment nor what was appended."""
    exif = taken(on="2026:03:14", at=PLACE)
    path = saved(photograph(), tmp_path / "a.jpg", exif=exif, comment=b"rahasia")
    path.write_bytes(path.read_bytes() + b"PK\x03\x04 rahasia")
    without_metadata(path, tmp_path / "b.jpg")
    content = (tmp_path / "b.jpg").read_bytes()
    with Image.open(tmp_path / "b.jpg") as copy:
        left = (dict(copy.getexif()), copy.size, sorted(copy.info), copy.format)
    assert left == ({}, (1200, 900), ["jfif", "jfif_density", "jfif_unit", "jfif_version"], "JPEG")
    assert [word in content for word in (b"rahasia", b"Kamera", b"Exif", b"PK\x03\x04")] == [
        False
    ] * 4


def test_texts_of_a_png_stay_behind(tmp_path: Path) -> None:
    """The points are the same."""
    notes = PngInfo()
    notes.add_text("Author", "rahasia")
    path = saved(photograph(), tmp_path / "a.png", pnginfo=notes, exif=taken())
    without_metadata(path, tmp_path / "b.png")
    with Image.open(path) as one, Image.open(tmp_path / "b.png") as other:
        assert (other.info, one.tobytes() == other.tobytes()) == ({}, True)


def test_a_turned_photograph_stands_upright_without_the_note(tmp_path: Path) -> None:
    """The turn is done in the points."""
    exif = taken()
    exif[0x0112] = 6
    path = saved(photograph(), tmp_path / "a.jpg", exif=exif)
    without_metadata(path, tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as copy:
        assert (copy.size, 0x0112 in copy.getexif()) == ((900, 1200), False)


def test_of_a_broken_picture_nothing_is_written(tmp_path: Path) -> None:
    """It has no public copy."""
    path = saved(photograph(), tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(UnopenedError):
        without_metadata(path, tmp_path / "b.jpg")
    assert not (tmp_path / "b.jpg").exists()


def test_a_strangers_picture_is_copied_in_a_process_of_its_own(tmp_path: Path) -> None:
    """Without what the camera wrote; of a broken one there is no copy."""
    path = saved(photograph(), tmp_path / "a.jpg", exif=taken(at=PLACE))
    assert without_metadata_confined(path, tmp_path / "b.jpg")
    with Image.open(tmp_path / "b.jpg") as copy:
        assert dict(copy.getexif()) == {}
    path.write_bytes(path.read_bytes()[:5000])
    assert not without_metadata_confined(path, tmp_path / "c.jpg")
    assert not (tmp_path / "c.jpg").exists()
