"""Papers of all kinds, right and wrong for what they are claimed for, with what is true of them.

Both parts are claimed for the same indicators; how the papers look, what they are called and when
they were signed differs. `letters_learned` and `letters_held_out` tell what each layout says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus import held_out, held_out_styles, learned
from tests.inspection.corpus.letter_facts import FACTS, Facts, Named
from tests.inspection.corpus.papers import FOOT, Case, Papers
from tests.inspection.corpus.printing import (
    MONO,
    SANS,
    SERIF,
    Face,
    Page,
    print_pictures,
    print_text,
)
from tests.inspection.corpus.scanning import Scanner, scanned
from tests.inspection.corpus.specimen import Make, Part, Specimen

_PAPERS: Mapping[Part, Papers] = {
    Part.LEARNED: learned.PAPERS,
    Part.HELD_OUT: {**held_out.PAPERS, **held_out_styles.STYLES},
}
_FACES: Mapping[Part, Sequence[Face]] = {Part.LEARNED: (SANS,), Part.HELD_OUT: (SERIF, MONO)}
_KINDS: Mapping[str, str] = {
    "perda": "perda",
    "perkada": "perkada",
    "sk_kada": "sk_kada",
    "sk_kpd": "sk_kpd",
    "surat_tugas": "surat_tugas",
    "undangan": "undangan",
    "daftar_hadir": "daftar_hadir",
    "dpa": "anggaran",
    "rkpd": "rkpd",
    "pks": "kerja_sama",
    "sop": "sop",
    "skm": "skm",
    "jejaring": "sk_kada",
    "qanun": "perda",
    "pergub": "perkada",
    "sk_bupati": "sk_kada",
    "sk_sekolah": "sk_kpd",
    "sk_an": "sk_an_kada",
    "perintah_bupati": "surat_tugas_kada",
    "mohon_hadir": "undangan",
    "kehadiran": "daftar_hadir",
    "rkas": "rencana_kerja",
    "dppa": "anggaran",
    "kesepakatan": "kerja_sama",
    "sop_tabel": "sop",
    "ikm": "skm",
}
_NEAR_MISS = 3
"""Every third paper names another innovation whose name is nearly the same."""
_SCANNERS: Mapping[Part, Sequence[tuple[str, int, Scanner]]] = {
    Part.LEARNED: (
        ("perkada", 200, Scanner()),
        ("sk_kada", 150, Scanner(skew=0.5, grain=6, quality=60)),
        ("undangan", 200, Scanner(skew=-0.4, grain=4, shade=20)),
        ("surat_tugas", 120, Scanner(grain=5, quality=55)),
    ),
    Part.HELD_OUT: (
        ("sk_kpd", 150, Scanner(skew=-0.6, grain=8, shade=25, quality=50)),
        ("surat_tugas", 200, Scanner(skew=0.7, grain=5, blur=0.8)),
        ("perda", 120, Scanner(grain=4, quality=50)),
        ("undangan", 300, Scanner(grain=3, shade=50, quality=45)),
    ),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A paper, what it is claimed for, the year it is from, and what must be told of it."""

    paper: str
    part: str
    level: int
    year: int
    told: str = ""
    dated: str = ""
    applied: int | None = None


_ROWS = (
    _Row("perda", "SID-01", 3, 2024, "level_fits", "date_before"),
    _Row("perda", "SID-01", 2, 2026, "level_higher", "date_too_late"),
    _Row("perkada", "SID-01", 2, 2025, "level_fits", "date_before"),
    _Row("perkada", "SID-01", 3, 2026, "level_lower", "date_too_late"),
    _Row("perkada", "SID-13", 1, 2025, "kind_not_asked"),
    _Row("sk_kada", "SID-01", 1, 2025, "level_fits", "date_of_application", applied=2025),
    _Row("sk_kada", "SID-01", 3, 2023, "level_lower", "date_not_of_application", applied=2025),
    _Row("sk_kada", "SID-08", 3, 2024, "level_fits"),
    _Row("sk_kada", "SID-02", 2, 2024, "", "date_fits"),
    _Row("sk_kada", "SID-02", 2, 2022, "", "date_outside"),
    _Row("sk_kpd", "SID-01", 1, 2025, "kind_not_asked"),
    _Row("sk_kpd", "SID-08", 2, 2024, "level_fits"),
    _Row("sk_kpd", "SID-08", 3, 2025, "level_lower"),
    _Row("sk_kpd", "SID-05", 1, 2021, "", "date_outside"),
    _Row("surat_tugas", "SID-08", 2, 2025, "level_fits"),
    _Row("surat_tugas", "SID-08", 3, 2024, "level_lower"),
    _Row("surat_tugas", "SID-02", 1, 2025, "", "date_fits"),
    _Row("surat_tugas", "SID-05", 1, 2021, "", "date_outside"),
    _Row("surat_tugas", "SID-13", 3, 2025, "kind_not_asked"),
    _Row("undangan", "SID-05", 1, 2024, "", "date_fits"),
    _Row("undangan", "SID-05", 1, 2023, "", "date_outside"),
    _Row("undangan", "SID-01", 1, 2025, "kind_not_asked"),
    _Row("daftar_hadir", "SID-05", 1, 2025, "", "date_fits"),
    _Row("daftar_hadir", "SID-05", 1, 2022, "", "date_outside"),
    _Row("daftar_hadir", "SID-16", 1, 2025, "kind_not_asked"),
    _Row("dpa", "SID-03", 1, 2025, "", "year_fits"),
    _Row("dpa", "SID-03", 1, 2022, "", "year_outside"),
    _Row("dpa", "SID-09", 1, 2025, "kind_not_asked"),
    _Row("rkpd", "SID-06", 1, 2025, "", "year_fits"),
    _Row("rkpd", "SID-06", 1, 2021, "", "year_outside"),
    _Row("rkpd", "SID-13", 1, 2025, "kind_not_asked"),
    _Row("pks", "SID-16", 1, 2024),
    _Row("pks", "SID-07", 1, 2025, "", "date_fits"),
    _Row("pks", "SID-07", 1, 2020, "", "date_outside"),
    _Row("pks", "SID-01", 1, 2025, "kind_not_asked"),
    _Row("sop", "SID-13", 2, 2025),
    _Row("sop", "SID-06", 1, 2025, "kind_not_asked"),
    _Row("skm", "SID-19", 2, 2025, "level_fits"),
    _Row("skm", "SID-19", 3, 2025, "level_lower"),
    _Row("skm", "SID-03", 1, 2025, "kind_not_asked"),
    _Row("jejaring", "SID-09", 3, 2025),
    _Row("jejaring", "SID-07", 1, 2024, "", "date_fits"),
)
_MORE_ROWS = (
    _Row("qanun", "SID-01", 3, 2023, "level_fits", "date_before"),
    _Row("qanun", "SID-01", 1, 2021, "level_higher", "date_before"),
    _Row("pergub", "SID-01", 2, 2024, "level_fits", "date_before"),
    _Row("pergub", "SID-01", 3, 2026, "level_lower", "date_too_late"),
    _Row("sk_bupati", "SID-01", 1, 2025, "level_fits", "date_of_application", applied=2025),
    _Row("sk_bupati", "SID-01", 2, 2024, "level_lower", "date_not_of_application", applied=2022),
    _Row("sk_sekolah", "SID-08", 3, 2025, "level_lower"),
    _Row("sk_sekolah", "SID-05", 1, 2024, "", "date_fits"),
    _Row("sk_an", "SID-01", 1, 2024, "level_fits", "date_of_application", applied=2024),
    _Row("sk_an", "SID-08", 3, 2025, "level_fits"),
    _Row("perintah_bupati", "SID-08", 3, 2025, "level_fits"),
    _Row("perintah_bupati", "SID-02", 1, 2020, "", "date_outside"),
    _Row("mohon_hadir", "SID-05", 1, 2025, "", "date_fits"),
    _Row("mohon_hadir", "SID-16", 1, 2025, "kind_not_asked"),
    _Row("kehadiran", "SID-05", 1, 2026, "", "date_fits"),
    _Row("kehadiran", "SID-09", 1, 2025, "kind_not_asked"),
    _Row("rkas", "SID-06", 1, 2025, "", "year_fits"),
    _Row("rkas", "SID-03", 1, 2020, "", "year_outside"),
    _Row("dppa", "SID-03", 1, 2024, "", "year_fits"),
    _Row("dppa", "SID-05", 1, 2025, "kind_not_asked"),
    _Row("kesepakatan", "SID-07", 1, 2025, "", "date_fits"),
    _Row("kesepakatan", "SID-16", 1, 2022),
    _Row("sop_tabel", "SID-13", 2, 2025),
    _Row("sop_tabel", "SID-01", 1, 2025, "kind_not_asked"),
    _Row("ikm", "SID-19", 2, 2025, "level_fits"),
    _Row("ikm", "SID-16", 1, 2025, "kind_not_asked"),
)
_ROWS_OF: Mapping[Part, Sequence[_Row]] = {
    Part.LEARNED: _ROWS,
    Part.HELD_OUT: (*_ROWS, *_MORE_ROWS),
}
_NO_PAPER: Page = (
    "# DOKUMENTASI KEGIATAN",
    "Foto 1. Warga mencoba alat bersama petugas di balai desa.",
    "Foto 2. Pelatihan bersama kader dan perangkat desa.",
    FOOT,
)


def letters(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    for number, row in enumerate(_ROWS_OF[part]):
        yield _paper(number, row, part)
    for number, (paper, dpi, scanner) in enumerate(_SCANNERS[part]):
        yield _scan(number, paper, part, dpi, scanner)
    yield _two_papers(part)
    yield _no_paper(part)


def _paper(number: int, row: _Row, part: Part) -> Specimen:
    facts = FACTS[part]
    named = facts.names[number % len(facts.names)]
    missed = number % _NEAR_MISS == 0
    case = _case(facts, named.other if missed else named.printed, row.year, number)
    faces = _FACES[part]
    pages = _PAPERS[part][row.paper](case)
    name = f"{number:02}-{row.paper}-{row.part}-{row.level}-{row.year}"
    make = _printed(name, pages, faces[number % len(faces)])
    truth = {
        "document_kind": {f"document_kind p1 kind={_KINDS[row.paper]}"},
        "document_letter": facts.letter_of(row.paper, case),
        "document_level": _level(row),
        "document_date": _dated(row, facts),
        "document_name": _named(row, facts, missed=missed),
    }
    return _specimen(name, part, make, _subject(row, named), truth)


def _scan(number: int, paper: str, part: Part, dpi: int, scanner: Scanner) -> Specimen:
    facts = FACTS[part]
    named = facts.names[number % len(facts.names)]
    case = _case(facts, named.printed, 2025, number)
    faces = _FACES[part]
    name = f"scan-{paper}-{dpi}"

    def make(folder: Path) -> Path:
        sheets = print_pictures(_PAPERS[part][paper](case), faces[number % len(faces)], dpi=dpi)
        return scanned(folder / f"{name}.pdf", sheets, scanner, dpi=dpi)

    row = _Row(paper, "SID-05", 1, 2025)
    asked = _KINDS[paper] in ("sk_kada", "sk_kpd", "surat_tugas", "undangan")
    truth = {
        "document_kind": {f"document_kind p1 kind={_KINDS[paper]}"},
        "document_level": set() if asked else {"document_kind_not_asked p1"},
        "document_date": (
            {f"document_date_fits p{facts.pages_of_days.get(paper, 1)}"} if asked else set()
        ),
        "document_name": _named(row, facts, missed=False),
    }
    return _specimen(name, part, make, _subject(row, named), truth)


def _two_papers(part: Part) -> Specimen:
    """An invitation and the attendance list that goes with it, in one file."""
    facts = FACTS[part]
    case = _case(facts, facts.names[0].printed, 2025, 90)
    invitation = _PAPERS[part]["undangan"](case)
    pages = (*invitation, *_PAPERS[part]["daftar_hadir"](case))
    second = len(invitation) + 1
    truth = {
        "document_kind": {
            "document_kind p1 kind=undangan",
            f"document_kind p{second} kind=daftar_hadir",
        },
        "document_level": set[str](),
        "document_date": {"document_date_fits p1", f"document_date_fits p{second}"},
    }
    row = _Row("undangan", "SID-05", 1, 2025)
    make = _printed("two-papers", pages, _FACES[part][0])
    return _specimen("two-papers", part, make, _subject(row, facts.names[0]), truth)


def _no_paper(part: Part) -> Specimen:
    """Pictures with captions where no paper is asked for: nothing is told."""
    checks = ("kind", "letter", "level", "date", "name")
    row = _Row("", "SID-04", 1, 2025)
    make = _printed("no-paper", (_NO_PAPER,), _FACES[part][0])
    truth = {f"document_{check}": set[str]() for check in checks}
    return _specimen("no-paper", part, make, _subject(row, FACTS[part].names[0]), truth)


def _case(facts: Facts, name: str, year: int, number: int) -> Case:
    day = date(year, 1 + (number * 5 + facts.first_month) % 12, 1 + (number * 7) % 28)
    return Case(name=name, short=name, day=day, serial=11 + number * 3, count=3 + number % 3)


def _level(row: _Row) -> set[str]:
    return {f"document_{row.told} p1"} if row.told else set()


def _dated(row: _Row, facts: Facts) -> set[str]:
    page = facts.pages_of_days.get(row.paper, 1)
    return {f"document_{row.dated} p{page}"} if row.dated else set()


def _named(row: _Row, facts: Facts, *, missed: bool) -> set[str]:
    if not missed:
        return {f"document_names_innovation p{facts.pages_of_names.get(row.paper, 1)}"}
    need_not = _KINDS[row.paper] == "perda" and row.part == "SID-01"
    return {"document_need_not_name" if need_not else "document_without_name"}


def _subject(row: _Row, named: Named) -> Subject:
    return Subject(
        edition=load_edition("2026"),
        part=row.part,
        level=row.level,
        names=(named.title,),
        applied=date(row.applied, 5, 2) if row.applied else None,
    )


def _printed(name: str, pages: Sequence[Page], face: Face) -> Make:
    return lambda folder: print_text(folder / f"{name}.pdf", pages, face)


def _specimen(
    name: str, part: Part, make: Make, subject: Subject, truth: Mapping[str, set[str]]
) -> Specimen:
    told = {check: frozenset(items) for check, items in truth.items()}
    return Specimen(name=f"letter-{name}", part=part, make=make, subject=subject, truth=told)
