"""Files whose format the edition does or does not take for what they are claimed for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.printing import print_text
from tests.inspection.corpus.scenery import crowd
from tests.inspection.corpus.specimen import Part, Specimen
from tests.inspection.images.scenes import photograph

_NOT_ASKED = "format_not_asked"
_WANTED: Mapping[Part, tuple[tuple[str, str, set[str]], ...]] = {
    Part.LEARNED: (
        ("paper", "SID-02", set()),
        ("photo", "SID-02", {_NOT_ASKED}),
        ("photo", "SID-10", set()),
        ("rubbish", "SID-02", {"format_unknown"}),
    ),
    Part.HELD_OUT: (
        ("paper", "SID-10", {_NOT_ASKED}),
        ("paper", "SID-04", set()),
        ("drawing", "SID-01", {_NOT_ASKED}),
        ("drawing", "SID-19", set()),
        ("sheet", "SID-02", {"format_unknown"}),
        ("letters", "SID-02", {"format_unknown"}),
    ),
}
"""The kind of file, what it is claimed for, and what is told."""


def odd_files(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    for kind, claimed_for, told in _WANTED[part]:
        yield Specimen(
            name=f"format-{kind}-{claimed_for}",
            part=part,
            make=partial(_made, kind=kind),
            subject=Subject(edition=load_edition("2026"), part=claimed_for),
            truth={"format": frozenset(told)},
        )


def _made(folder: Path, *, kind: str) -> Path:
    path = folder / f"berkas-{kind}"
    if kind == "paper":
        return print_text(path, [("# LAPORAN", "Laporan kegiatan pelayanan bulan Maret.")])
    path.write_bytes(_CONTENT[kind]())
    return path


def _photo() -> bytes:
    packed = BytesIO()
    photograph(71, (600, 450)).save(packed, "JPEG")
    return packed.getvalue()


def _drawing() -> bytes:
    packed = BytesIO()
    crowd(72, (500, 420)).save(packed, "PNG")
    return packed.getvalue()


def _sheet() -> bytes:
    """A table of an office program: a packed folder of XML."""
    packed = BytesIO()
    with ZipFile(packed, "w") as folder:
        folder.writestr("[Content_Types].xml", "<Types/>")
        folder.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


_CONTENT: Mapping[str, Callable[[], bytes]] = {
    "photo": _photo,
    "drawing": _drawing,
    "rubbish": lambda: bytes(range(256)) * 20,
    "sheet": _sheet,
    "letters": lambda: b"Laporan kegiatan\n" * 50,
}
