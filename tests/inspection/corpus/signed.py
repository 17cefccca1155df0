"""Signed papers: of known and unknown signers, changed, with certificates that had ended.

The authorities are made anew in each run. A specimen that trusts one lays its certificate into a
folder `roots` beside its file, where `judging` finds it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus.papers import FOOT
from tests.inspection.corpus.printing import MONO, SANS, Page, print_text
from tests.inspection.corpus.specimen import Part, Specimen
from tests.inspection.documents.signing import Party, sign

type Write = Callable[[Path], None]

_PAPERS: Mapping[Part, tuple[Page, ...]] = {
    Part.LEARNED: (
        (
            "# KEPUTUSAN KEPALA DINAS CONTOH",
            "KESATU : Menetapkan inovasi pelayanan kesehatan ibu dan anak.",
            FOOT,
        ),
    ),
    Part.HELD_OUT: (
        ("# NOTA KESEPAKATAN", "Para pihak sepakat mengembangkan layanan bersama.", FOOT),
        ("Pasal 2", "Kesepakatan ini berlaku selama dua tahun.", "> PARA PIHAK", FOOT),
    ),
}


@cache
def _authority(part: Part) -> Party:
    return Party({Part.LEARNED: "Otoritas Uji", Part.HELD_OUT: "Penyelenggara Sertifikat"}[part])


def signed_papers(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    for name, write, told in _LEARNED if part is Part.LEARNED else _HELD_OUT:
        yield Specimen(
            name=f"signed-{name}",
            part=part,
            make=partial(_made, part=part, write=write),
            subject=Subject(edition=load_edition("2026")),
            truth={"signatures": frozenset(told)},
        )


def _made(folder: Path, *, part: Part, write: Write) -> Path:
    face = {Part.LEARNED: SANS, Part.HELD_OUT: MONO}[part]
    path = print_text(folder / "surat.pdf", _PAPERS[part], face)
    _authority(part).as_root(folder / "roots")
    write(path)
    return path


def _plain(path: Path) -> None:
    """Nobody signs."""
    assert path.exists()


def _by_head(path: Path) -> None:
    sign(path, Party("Kepala Dinas Uji", _authority(Part.LEARNED)))


def _by_himself(path: Path) -> None:
    sign(path, Party("Siapa Saja"))


def _late(path: Path) -> None:
    sign(path, Party("Lama", _authority(Part.LEARNED), until=-30))


def _bytes_changed(path: Path) -> None:
    _by_head(path)
    path.write_bytes(path.read_bytes().replace(b"Menetapkan", b"Mencabutku", 1))


def _seal(path: Path, by: Party, *, field: str = "Segel", page: int = 1) -> None:
    """As PAdES wants it, on a page of its own choice."""
    written = BytesIO(path.read_bytes())
    done = signers.sign_pdf(
        IncrementalPdfFileWriter(written),
        signers.PdfSignatureMetadata(
            field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha512"
        ),
        by.signer(),
        new_field_spec=SigFieldSpec(field, on_page=page, box=(300, 80, 520, 160)),
        bytes_reserved=12_000,
    )
    path.write_bytes(done.getvalue())


def _party(name: str, *, until: int = 90) -> Party:
    return Party(name, _authority(Part.HELD_OUT), until=until)


def _sealed(path: Path) -> None:
    _seal(path, _party("Pihak Kesatu"))


def _sealed_by_two(path: Path) -> None:
    _seal(path, _party("Pihak Kesatu"), page=0)
    _seal(path, _party("Pihak Kedua"), field="Segel kedua")


def _second_unknown(path: Path) -> None:
    _seal(path, _party("Pihak Kesatu"), page=0)
    _seal(path, Party("Otoritas Lain"), field="Segel kedua")


def _sealed_by_another_authority(path: Path) -> None:
    _seal(path, Party("Pihak Ketiga", Party("Otoritas Lain")))


def _sealed_after_its_end(path: Path) -> None:
    _seal(path, _party("Pihak Kesatu", until=-400))


def _page_taken(path: Path) -> None:
    """A later revision without the first page."""
    _sealed(path)
    with path.open("r+b") as file:
        writer = IncrementalPdfFileWriter(file)
        pages = writer.root["/Pages"]
        pages["/Kids"] = generic.ArrayObject(list(pages["/Kids"])[1:])
        pages["/Count"] = generic.NumberObject(1)  # type: ignore[no-untyped-call]
        writer.update_container(pages)
        writer.write_in_place()  # type: ignore[no-untyped-call]


def _years_changed(path: Path) -> None:
    _sealed(path)
    path.write_bytes(path.read_bytes().replace(b"dua tahun", b"ada batas", 1))


_LEARNED: Sequence[tuple[str, Write, set[str]]] = (
    ("known", _by_head, {"signature_intact p1"}),
    ("unknown", _by_himself, {"signer_unknown p1"}),
    ("expired", _late, {"signature_expired p1"}),
    ("unsigned", _plain, set()),
    ("changed", _bytes_changed, {"signature_changed p1"}),
)
_HELD_OUT: Sequence[tuple[str, Write, set[str]]] = (
    ("known", _sealed, {"signature_intact p2"}),
    ("two", _sealed_by_two, {"signature_intact p1", "signature_intact p2"}),
    ("second-unknown", _second_unknown, {"signature_intact p1", "signer_unknown p2"}),
    ("another", _sealed_by_another_authority, {"signer_unknown p2"}),
    ("expired", _sealed_after_its_end, {"signature_expired p2"}),
    ("unsigned", _plain, set()),
    ("page-taken", _page_taken, {"signature_changed p1"}),
    ("text-changed", _years_changed, {"signature_changed p2"}),
)
