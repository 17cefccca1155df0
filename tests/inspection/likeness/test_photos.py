"""Photographs inside documents: which are found, and where the same one stands in two."""

from pathlib import Path

from PIL import Image, ImageDraw

from pragola.inspection.inspecting import inspect
from pragola.inspection.likeness.among import Seen, alike_among
from pragola.inspection.likeness.fingerprints import MOST_PHOTOS, PHOTOS, photos_of
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.printing import print_text
from tests.inspection.documents.sheets import as_pdf, paste, written
from tests.inspection.images.scenes import photograph, screen

SUBJECT = Subject(edition=load_edition("2026"))
UPPER, LOWER, EMBLEM = (80, 520, 240, 180), (200, 120, 300, 225), (270, 760, 60, 60)
WORDS = (
    "# LAPORAN KEGIATAN",
    "Kegiatan berlangsung di aula dan diikuti petugas loket serta kader.",
)


def report_of(folder: Path, name: str, *photos: tuple[int, Image.Image]) -> Path:
    """A report of two pages with photographs on them."""
    lines = [(f"# LAPORAN KEGIATAN PELAYANAN {name}", f"halaman {n}") for n in (1, 2)]
    path = print_text(folder / f"{name}.pdf", lines)
    return paste(path, {page: [(photo, UPPER)] for page, photo in photos})


def pages_with_photos(report: Report) -> list[int]:
    """Where photographs were found."""
    return [photo.page for photo in photos_of(report.likeness)]


def test_photographs_are_found_with_their_pages(tmp_path: Path) -> None:
    """Each once, however often it stands there."""
    path = print_text(tmp_path / "a.pdf", [WORDS, WORDS])
    first = [(photograph(1), UPPER), (photograph(2), LOWER)]
    paste(path, {1: first, 2: [(photograph(1), UPPER), (photograph(3), LOWER)]})
    assert pages_with_photos(inspect(path, SUBJECT)) == [1, 1, 2]


def test_emblems_screens_charts_and_blank_pictures_are_no_photographs(tmp_path: Path) -> None:
    """They stand in many papers, and say nothing of an activity."""
    chart = Image.new("RGB", (800, 600), "white")
    ImageDraw.Draw(chart).rectangle((100, 200, 300, 600), fill="blue")
    blank = Image.new("RGB", (800, 600), "white")
    path = print_text(tmp_path / "a.pdf", [WORDS, WORDS])
    emblem = (photograph(1), EMBLEM)
    paste(path, {1: [emblem, (screen((1200, 900)), UPPER)], 2: [(chart, UPPER), (blank, LOWER)]})
    assert PHOTOS not in inspect(path, SUBJECT).likeness


def test_a_scanned_paper_is_no_photograph_and_a_photograph_as_a_page_is(tmp_path: Path) -> None:
    """By the words on it."""
    photo = photograph(4, (900, 1200)).convert("L")
    path = as_pdf(tmp_path / "a.pdf", [written(), photo], dpi=110)
    assert pages_with_photos(inspect(path, SUBJECT)) == [2]


def test_of_a_hundred_photographs_the_first_are_kept(tmp_path: Path) -> None:
    """A limit that is told, and not one that is met by chance."""
    path = print_text(tmp_path / "a.pdf", [WORDS] * (MOST_PHOTOS + 3))
    photos = {n: [(photograph(n), UPPER)] for n in range(1, MOST_PHOTOS + 4)}
    found = pages_with_photos(inspect(paste(path, photos), SUBJECT))
    assert found == list(range(1, MOST_PHOTOS + 1))


def test_the_same_photograph_in_two_reports_is_named_with_both_pages(tmp_path: Path) -> None:
    """And as a file of its own; other photographs of other reports are not alike."""
    photograph(7).resize((700, 525)).save(tmp_path / "d.jpg", quality=60)
    files = [
        report_of(tmp_path, "a", (1, photograph(5)), (2, photograph(7))),
        report_of(tmp_path, "b", (1, photograph(7))),
        report_of(tmp_path, "c", (1, photograph(8)), (2, photograph(9))),
        tmp_path / "d.jpg",
    ]
    seen = [Seen(path.name, inspect(path, SUBJECT)) for path in files]
    pairs = list(alike_among(seen))
    assert [(p.one, p.other, p.photo and (p.photo.one, p.photo.other)) for p in pairs] == [
        (0, 1, (2, 1)),
        (0, 3, (2, 1)),
        (1, 3, (1, 1)),
    ]


def test_what_no_child_of_ours_wrote_is_no_photograph() -> None:
    """Fingerprints come from a process that a file may have taken over."""
    assert photos_of({PHOTOS: "x 1:zz 99999999:0 3:" + "0" * 40}) == ()
    assert len(photos_of({PHOTOS: f"1:{'0' * 16}:{'f' * 16} " * 99})) == MOST_PHOTOS
