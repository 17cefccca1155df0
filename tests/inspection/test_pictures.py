"""Pages become small pictures in a process that may not take more than its share."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from pragola.inspection import pictures
from pragola.inspection.pictures import pages_in, write_picture


def a_pdf(path: Path, pages: int) -> Path:
    """A PDF of white pages."""
    sheets = [Image.new("RGB", (200, 300), "white") for _ in range(pages)]
    sheets[0].save(path, "PDF", save_all=True, append_images=sheets[1:])
    return path


def test_pages_are_counted(tmp_path: Path) -> None:
    """Of a PDF; a picture has one."""
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    found = [
        pages_in(a_pdf(tmp_path / "a.pdf", 4), "application/pdf"),
        pages_in(tmp_path / "a.png", "image/png"),
    ]
    assert found == [4, 1]


@pytest.mark.parametrize(("size", "shown"), [((1000, 500), (480, 240)), ((100, 50), (100, 50))])
def test_a_picture_is_made_smaller_and_never_larger(
    tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    """At most as wide as asked for, in proportion."""
    Image.new("RGB", size).save(tmp_path / "a.png")
    write_picture(tmp_path / "a.png", "image/png", page=1, width=480, target=tmp_path / "b.webp")
    with Image.open(tmp_path / "b.webp") as opened:
        assert opened.size == shown


def test_a_page_past_the_end_is_not_there(tmp_path: Path) -> None:
    """Counted from 1."""
    path = a_pdf(tmp_path / "a.pdf", 1)
    with pytest.raises(IndexError):
        write_picture(path, "application/pdf", page=2, width=320, target=tmp_path / "b.webp")


def test_what_it_is_made_of_is_never_taken_over(tmp_path: Path) -> None:
    """Neither the place nor the camera of a photograph goes into its small picture."""
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    Image.new("RGB", (50, 50)).save(tmp_path / "a.jpg", exif=exif)
    write_picture(tmp_path / "a.jpg", "image/jpeg", page=1, width=320, target=tmp_path / "b.webp")
    with Image.open(tmp_path / "b.webp") as opened:
        assert dict(opened.getexif()) == {}


def run(path: Path, media_type: str) -> tuple[int, str]:
    """The status and answer of the process."""
    command = [sys.executable, "-m", pictures.__name__, str(path), media_type]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_the_process_tells_pages_or_fails_quietly(tmp_path: Path) -> None:
    """A broken file is a status, not a story."""
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.4 broken")
    good = run(a_pdf(tmp_path / "a.pdf", 2), "application/pdf")
    assert (good, run(broken, "application/pdf")) == ((0, "2\n"), (1, ""))
