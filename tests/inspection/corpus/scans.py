"""Documents in good and bad state: scans of many qualities, locked, cut, empty, turned."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.papers import FOOT
from tests.inspection.corpus.printing import MONO, SANS, SERIF, Face, Page, print_pictures
from tests.inspection.corpus.printing import print_text as printed
from tests.inspection.corpus.scanning import Scanner, bind, scanned
from tests.inspection.corpus.specimen import Make, Part, Specimen

_STORIES: Mapping[Part, Page] = {
    Part.LEARNED: (
        "# LAPORAN KEGIATAN",
        *(
            f"{n}. Petugas puskesmas mengunjungi rumah ibu hamil di desa dan mencatat hasil "
            "pemeriksaan pada buku kesehatan ibu dan anak setiap bulan."
            for n in range(1, 9)
        ),
        FOOT,
    ),
    Part.HELD_OUT: (
        "^ Catatan Pendampingan Kelurahan",
        *(
            "Warga mengajukan permohonan surat melalui gawai, lalu perangkat kelurahan menjawab "
            f"dalam waktu kurang dari {n} jam kerja tanpa perlu datang ke kantor."
            for n in range(2, 11)
        ),
        FOOT,
    ),
}
_FACES: Mapping[Part, tuple[Face, ...]] = {
    Part.LEARNED: (SANS,),
    Part.HELD_OUT: (SERIF, MONO),
}
_GOOD: Mapping[Part, Mapping[str, tuple[int, Scanner]]] = {
    Part.LEARNED: {
        "clean": (200, Scanner()),
        "grainy": (200, Scanner(skew=0.5, grain=7, quality=60)),
        "office": (150, Scanner(skew=-0.4, grain=4, shade=20)),
    },
    Part.HELD_OUT: {
        "fine": (300, Scanner(grain=4, quality=50)),
        "copied": (200, Scanner(skew=-0.7, grain=10, shade=30, quality=45)),
        "telephone": (220, Scanner(skew=0.8, grain=5, shade=60, blur=0.8, quality=70)),
        "quick": (150, Scanner(skew=0.2, grain=3, quality=55)),
    },
}
_BLURRED: Mapping[Part, Sequence[float]] = {Part.LEARNED: (7, 10), Part.HELD_OUT: (6, 8, 12)}
_FAINT: Mapping[Part, Sequence[tuple[int, float]]] = {
    Part.LEARNED: ((225, 6), (232, 6)),
    Part.HELD_OUT: ((238, 6), (230, 7), (215, 12)),
}
"""Grey of the ink on paper of 250, and the grain."""
_COARSE: Mapping[Part, Sequence[int]] = {Part.LEARNED: (30, 36), Part.HELD_OUT: (28, 33, 40)}


def documents(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    yield from _good(part)
    yield from _poor(part)
    yield from _spoilt(part)


def _good(part: Part) -> Iterator[Specimen]:
    for number, (name, (dpi, scanner)) in enumerate(_GOOD[part].items()):
        faces = _FACES[part]
        face = faces[number % len(faces)]
        make = _scan(f"good-{name}", part, face, dpi, scanner)
        yield _specimen(f"good-{name}", part, make, {"document_readable"}, set())
    for face in _FACES[part]:
        make = _named(f"text-{face.pdf}", partial(printed, pages=[_STORIES[part]], face=face))
        yield _specimen(f"text-{face.pdf}", part, make, {"document_readable"}, set())


def _poor(part: Part) -> Iterator[Specimen]:
    whole, pages = {"document_unreadable"}, {"page_poor p1"}
    face = _FACES[part][0]
    for blur in _BLURRED[part]:
        make = _scan(f"blurred-{blur}", part, face, 200, Scanner(blur=blur))
        reason = {"scan_blurred p1"}
        yield _specimen(f"blurred-{blur}", part, make, whole, pages, reason)
    for ink, grain in _FAINT[part]:
        make = _scan(f"faint-{ink}", part, face, 200, Scanner(grain=grain), ink=ink)
        yield _specimen(f"faint-{ink}", part, make, whole, pages, {"scan_faint p1"})
    for dpi in _COARSE[part]:
        make = _scan(f"coarse-{dpi}", part, face, dpi, Scanner(quality=60))
        yield _specimen(f"coarse-{dpi}", part, make, whole, pages, {"scan_coarse p1"})


def _spoilt(part: Part) -> Iterator[Specimen]:
    for name, spoil, whole, pages in (
        ("locked", _lock, {"document_encrypted"}, set()),
        ("damaged", _damage, {"document_damaged"}, set()),
        ("cut", _cut, {"document_cut_off", "document_readable"}, set()),
        ("blank", _blank, {"document_blank"}, {"page_blank p1", "page_blank p2"}),
        ("half-blank", _half_blank, set(), {"page_blank p2"}),
    ):
        make = _named(name, partial(spoil, part=part))
        yield _specimen(name, part, make, whole, pages)
    for turn in (90, 180, 270):
        make = _scan(f"turned-{turn}", part, _FACES[part][-1], 200, Scanner(turn=turn, grain=3))
        yield _specimen(f"turned-{turn}", part, make, set(), {"page_turned p1"})


def _scan(name: str, part: Part, face: Face, dpi: int, scanner: Scanner, *, ink: int = 30) -> Make:
    def make(folder: Path) -> Path:
        sheets = print_pictures([_STORIES[part]], face, dpi=dpi, ink=ink)
        return scanned(folder / f"{name}.pdf", sheets, scanner, dpi=dpi)

    return make


def _named(name: str, make: "partial[Path]") -> Make:
    return lambda folder: make(folder / f"{name}.pdf")


def _lock(path: Path, part: Part) -> Path:
    printed(path, [_STORIES[part]])
    with path.open("rb") as file:
        writer = copy_into_new_writer(PdfFileReader(file))
        writer.encrypt(owner_pass="pemilik", user_pass="rahasia")  # type: ignore[no-untyped-call]
        with path.with_suffix(".locked.pdf").open("wb") as locked:
            writer.write(locked)  # type: ignore[no-untyped-call]
    return path.with_suffix(".locked.pdf")


def _damage(path: Path, part: Part) -> Path:
    content = printed(path, [_STORIES[part]]).read_bytes()
    rubbish = content[:9] + bytes(byte ^ 0x5A for byte in content[9:])
    path.write_bytes(rubbish)
    return path


def _cut(path: Path, part: Part) -> Path:
    content = printed(path, [_STORIES[part], _STORIES[part]]).read_bytes()
    path.write_bytes(content[: content.rindex(b"xref")])
    return path


def _blank(path: Path, part: Part) -> Path:
    paper = {Part.LEARNED: 250, Part.HELD_OUT: 225}[part]
    sheets = [Image.new("L", (1654, 2339), paper)] * 2
    return scanned(path, sheets, Scanner(grain=3))


def _half_blank(path: Path, part: Part) -> Path:
    sheet = print_pictures([_STORIES[part]], _FACES[part][0])[0]
    return bind(path, [sheet, Image.new("L", sheet.size, 247)])


def _specimen(
    name: str,
    part: Part,
    make: Make,
    whole: set[str] | None,
    pages: set[str] | None,
    reasons: set[str] | None = None,
) -> Specimen:
    judged = {"document_state": whole, "pages": pages, "scan_quality": reasons}
    truth = {check: frozenset(items) for check, items in judged.items() if items is not None}
    subject = Subject(edition=load_edition("2026"))
    return Specimen(name=name, part=part, make=make, subject=subject, truth=truth)
