"""What inspection tells of a picture."""

import io
import random
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pragola.inspection.checks import CHECKS
from pragola.inspection.documents import ocr
from pragola.inspection.images.picture import look_at_picture
from pragola.inspection.report import Report, as_document, from_document
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.wording.languages import Language
from pragola.wording.say import say
from tests.inspection.images.scenes import photograph, saved, screen, taken, with_banner

EDITION = load_edition("2026")
NAME = "Posyandu Keliling Pesisir"
SUBJECT = Subject(edition=EDITION)
BANNER = Subject(edition=EDITION, part="SID-10", level=1, names=(NAME,))

needs_ocr = pytest.mark.skipif(ocr.language_here() is None, reason="Tesseract is not installed")


def codes(report: Report) -> list[str]:
    """In the order they are told."""
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_picture_cut_off_is_damaged_and_a_whole_one_is_not(tmp_path: Path, ending: str) -> None:
    """In both formats."""
    path = saved(Image.effect_noise((400, 300), 80), tmp_path / f"a.{ending}")
    whole = look_at_picture(path, SUBJECT)
    path.write_bytes(path.read_bytes()[:-2000])
    cut = look_at_picture(path, SUBJECT)
    assert ["picture_damaged" in codes(r) for r in (whole, cut)] == [False, True]


@needs_ocr
def test_a_photograph_with_the_banner_is_good_throughout(tmp_path: Path) -> None:
    """The banner's text is kept as the text of page 1."""
    path = saved(with_banner(photograph(), NAME), tmp_path / "a.jpg", exif=taken(on="2026:03:14"))
    report = look_at_picture(path, BANNER)
    assert codes(report) == [
        "picture_clear",
        "picture_dated",
        "picture_of_camera",
        "picture_names_innovation",
    ]
    assert [NAME in page.text for page in report.pages] == [True]


@needs_ocr
def test_a_photograph_without_the_banner_is_doubtful_where_one_is_asked(tmp_path: Path) -> None:
    """And nowhere else."""
    path = saved(with_banner(photograph(), "Rapat Kerja Tahunan"), tmp_path / "a.jpg")
    other = Subject(edition=EDITION, part="SID-04", level=1, names=(NAME,))
    told = ["picture_without_name" in codes(look_at_picture(path, s)) for s in (BANNER, other)]
    assert told == [True, False]


def test_what_shows_something_has_fingerprints_and_a_blank_has_none(tmp_path: Path) -> None:
    """Blank pictures are all alike."""
    shown = look_at_picture(saved(photograph(), tmp_path / "a.jpg"), SUBJECT)
    blank = look_at_picture(saved(Image.new("RGB", (900, 700)), tmp_path / "b.jpg"), SUBJECT)
    assert (sorted(shown.likeness), dict(blank.likeness)) == (["dhash", "phash"], {})


def test_all_that_is_told_can_be_said_and_sent(tmp_path: Path) -> None:
    """By checks of the table, and no stronger than it allows."""
    small = screen().resize((270, 600))
    place = ("S", (6.0, 10.0, 31.4), "E", (106.0, 49.0, 37.7))
    reports = [
        look_at_picture(saved(screen(), tmp_path / "a.png"), BANNER),
        look_at_picture(saved(small, tmp_path / "b.jpg"), BANNER),
        look_at_picture(
            saved(photograph(), tmp_path / "c.jpg", exif=taken(on="2019:01:02", at=place)), BANNER
        ),
    ]
    order = ["info", "good", "doubtful", "blocks"]
    for found in (finding for report in reports for finding in report.findings):
        assert order.index(found.severity) <= order.index(CHECKS[found.check].most)
        assert "{" not in say(found, Language.INDONESIAN) + say(found, Language.ENGLISH)
    assert [from_document(as_document(report)) for report in reports] == reports


def png_of(width: int, height: int) -> bytes:
    """A PNG of few bytes that says it has so many points."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(3 * 10**6))), (b"IEND", b""))
    written = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


@pytest.mark.parametrize("side", [9_100, 12_000, 60_000])
def test_a_bomb_is_not_opened(tmp_path: Path, side: int) -> None:
    """By what it says of itself, before any point is made."""
    (tmp_path / "a.png").write_bytes(png_of(side, side))
    assert codes(look_at_picture(tmp_path / "a.png", SUBJECT)) == ["picture_too_large"]


@pytest.mark.parametrize("ending", ["png", "jpg"])
@pytest.mark.parametrize(
    ("rider", "name"),
    [
        (b"PK\x03\x04" + bytes(200), "ZIP"),
        (b"\n<ScRiPt>alert(1)</script>", "HTML"),
        (b"\n%PDF-1.7\n", "PDF"),
        (b"MZ\x90\x00" + bytes(60), "EXE"),
    ],
)
def test_another_file_behind_the_picture_is_told(
    tmp_path: Path, ending: str, rider: bytes, name: str
) -> None:
    """With its format."""
    path = saved(photograph(), tmp_path / f"a.{ending}")
    path.write_bytes(path.read_bytes() + rider)
    first = look_at_picture(path, SUBJECT).findings[0]
    assert (first.code, first.facts) == ("picture_hides_file", (("format", name),))


def test_a_document_in_the_notes_of_a_picture_is_told(tmp_path: Path) -> None:
    """Readers of PDF look beyond the first byte."""
    path = saved(photograph(), tmp_path / "a.jpg", comment=b"%PDF-1.4 1 0 obj")
    assert codes(look_at_picture(path, SUBJECT))[0] == "picture_hides_file"


def test_what_phones_append_is_no_stowaway(tmp_path: Path) -> None:
    """A film of a second, or a preview in the notes with an end of its own."""
    preview = io.BytesIO()
    photograph().resize((160, 120)).save(preview, "JPEG")
    exif = taken()
    exif[0x927C] = preview.getvalue()
    path = saved(photograph(), tmp_path / "a.jpg", exif=exif)
    path.write_bytes(path.read_bytes() + b"\x00\x00\x00\x18ftypmp42" + bytes(500))
    assert "picture_hides_file" not in codes(look_at_picture(path, SUBJECT))


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_every_kind_of_png_is_looked_at(tmp_path: Path, mode: str) -> None:
    """With the same outcome."""
    grey = photograph().convert("L")
    deep = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    path = saved(deep if mode == "I;16" else grey.convert(mode), tmp_path / "a.png")
    assert codes(look_at_picture(path, SUBJECT))[0] == "picture_clear"


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_whatever_is_changed_in_a_file_there_is_a_report(tmp_path: Path, ending: str) -> None:
    """Bytes turned, taken out and put in, from a fixed seed."""
    exif = taken(on="2026:03:14")
    content = saved(photograph(size=(160, 120)), tmp_path / f"a.{ending}", exif=exif).read_bytes()
    chance = random.Random(4)
    path = tmp_path / "b"
    for _ in range(60):
        changed = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(min(len(changed), chance.choice([600, len(changed)])))
            changed[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        path.write_bytes(changed)
        assert look_at_picture(path, SUBJECT).findings != ()


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """That is not the picture's fault."""
    with pytest.raises(FileNotFoundError):
        look_at_picture(tmp_path / "a.png", SUBJECT)
