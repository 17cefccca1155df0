"""Headings by which a paper begins, and what paper each of them announces."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pragola.inspection.documents.letters.lines import Line, Sheet, tight
from pragola.inspection.findings import around
from pragola.scoring.papers import PaperKind

_ZONE = 25
"""Lines from the top of a page in which a heading may stand: a letterhead has up to ten."""
_MOST_WORDS = 16
"""A longer line is a sentence that cites a paper."""
_JOINED = 3
"""Lines over which a heading may be broken."""
_FAULTS = 9
"""One letter in so many may be read wrongly in a heading."""

HEADS_OF_REGIONS = ("BUPATI", "WALIKOTA", "GUBERNUR", "KEPALADAERAH")
_STANDING_IN = ("", "PENJABAT", "PJ", "PJS", "PLT", "PLH", "PELAKSANATUGAS", "PENJABATSEMENTARA")
_OTHER_ISSUERS = (
    "PRESIDEN",
    "MENTERI",
    "DEWANPERWAKILAN",
    "PIMPINANDEWAN",
    "KOMISI",
    "MAHKAMAH",
    "DIREKTURJENDERAL",
    "BERSAMA",
)

_KEYS: Mapping[PaperKind, tuple[str, ...]] = {
    PaperKind.PERDA: ("PERATURAN DAERAH", "QANUN"),
    PaperKind.PERKADA: tuple(
        f"PERATURAN {standing} {head}" for head in HEADS_OF_REGIONS for standing in _STANDING_IN
    ),
    PaperKind.SK_KADA: tuple(
        f"{word} {standing} {head}"
        for word in ("KEPUTUSAN", "SURAT KEPUTUSAN")
        for head in HEADS_OF_REGIONS
        for standing in _STANDING_IN
    ),
    PaperKind.SK_KPD: ("KEPUTUSAN", "SURAT KEPUTUSAN", "PETIKAN KEPUTUSAN"),
    PaperKind.TUGAS: (
        "SURAT TUGAS",
        "SURAT PERINTAH",
        "SURAT PERINTAH TUGAS",
        "SURAT PENUGASAN",
        "SURAT PERINTAH PELAKSANAAN TUGAS",
    ),
    PaperKind.UNDANGAN: ("UNDANGAN", "SURAT UNDANGAN"),
    PaperKind.DAFTAR_HADIR: (
        "DAFTAR HADIR",
        "DAFTAR KEHADIRAN",
        "DAFTAR PRESENSI",
        "PRESENSI",
        "ABSENSI",
    ),
    PaperKind.ANGGARAN: (
        "DOKUMEN PELAKSANAAN ANGGARAN",
        "DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN",
        "DOKUMEN PELAKSANAAN PERGESERAN ANGGARAN",
        "RENCANA KERJA DAN ANGGARAN",
        "RENCANA KERJA ANGGARAN",
        "RINCIAN BELANJA SUB KEGIATAN",
        "ANGGARAN PENDAPATAN DAN BELANJA",
    ),
    PaperKind.RKPD: tuple(
        f"{word} RENCANA KERJA PEMERINTAH DAERAH" for word in ("", "PERUBAHAN", "DOKUMEN")
    ),
    PaperKind.RENCANA_KERJA: (
        "RENCANA KERJA DAN ANGGARAN SEKOLAH",
        "RENCANA KEGIATAN DAN ANGGARAN SEKOLAH",
        "RENCANA KERJA ANGGARAN SEKOLAH",
        "RENCANA ANGGARAN KEGIATAN SEKOLAH",
        "RENCANA USULAN KEGIATAN",
        "RENCANA PELAKSANAAN KEGIATAN",
        "RENCANA BISNIS DAN ANGGARAN",
        "RENCANA BISNIS ANGGARAN",
        "RENCANA KERJA PEMERINTAH DESA",
        "RENCANA KERJA PEMERINTAHAN DESA",
    ),
    PaperKind.KERJA_SAMA: (
        "PERJANJIAN KERJA SAMA",
        "SURAT PERJANJIAN KERJA SAMA",
        "NASKAH PERJANJIAN KERJA SAMA",
        "NOTA KESEPAHAMAN",
        "NOTA KESEPAKATAN",
        "KESEPAKATAN BERSAMA",
        "KESEPAKATAN KERJA SAMA",
        "KESEPAHAMAN BERSAMA",
        "PERJANJIAN KEMITRAAN",
        "MEMORANDUM OF UNDERSTANDING",
    ),
    PaperKind.SOP: (
        "STANDAR OPERASIONAL PROSEDUR",
        "STANDAR OPERASIONAL DAN PROSEDUR",
        "STANDARD OPERATING PROCEDURE",
        "STANDAR OPERATING PROSEDUR",
        "STANDAR PROSEDUR OPERASIONAL",
        "PROSEDUR OPERASIONAL STANDAR",
        "PROSEDUR TETAP",
    ),
    PaperKind.SKM: (
        "LAPORAN SKM",
        "SURVEI KEPUASAN MASYARAKAT",
        "SURVEY KEPUASAN MASYARAKAT",
        "INDEKS KEPUASAN MASYARAKAT",
    ),
}
_SHORT: Mapping[str, PaperKind] = {
    "RKPD": PaperKind.RKPD,
    "RKAS": PaperKind.RENCANA_KERJA,
    "RUK": PaperKind.RENCANA_KERJA,
    "RPK": PaperKind.RENCANA_KERJA,
    "RBA": PaperKind.RENCANA_KERJA,
    "DPA": PaperKind.ANGGARAN,
    "DPPA": PaperKind.ANGGARAN,
    "SOP": PaperKind.SOP,
    "MOU": PaperKind.KERJA_SAMA,
}
"""Abbreviations that are a heading only as words of their own."""
_OTHERS = (
    "RANCANGAN",
    "RAPERDA",
    "UNDANG UNDANG",
    "INSTRUKSI",
    "SURAT EDARAN",
    "SURAT PERNYATAAN",
    "SURAT KETERANGAN",
    "SURAT KUASA",
    "SURAT PENGANTAR",
    "SURAT PERINTAH KERJA",
    "SURAT PERINTAH MULAI KERJA",
    "SURAT PERINTAH MEMBAYAR",
    "SURAT PERINTAH PENCAIRAN DANA",
    "SURAT PERINTAH PERJALANAN DINAS",
    "SURAT PERJALANAN DINAS",
    "SURAT PERMOHONAN",
    "BERITA ACARA",
    "NOTA DINAS",
    "NOTULEN",
    "NOTULA",
    "PENGUMUMAN",
    "SERTIFIKAT",
    "PIAGAM",
    "TELAAHAN STAF",
    "PERJANJIAN KINERJA",
    "PROPOSAL",
    "KERANGKA ACUAN",
    "LAPORAN",
    "RENCANA KERJA PERANGKAT DAERAH",
    "PERATURAN MENTERI",
    "PERATURAN PEMERINTAH",
    "PERATURAN PRESIDEN",
    "PERATURAN DESA",
    "PERATURAN KEPALA DESA",
    "PERATURAN BADAN",
    *(f"KEPUTUSAN {issuer}" for issuer in _OTHER_ISSUERS),
)
"""Headings of papers that are none of the kinds."""
_ISSUED = re.compile(r"SURAT|PERATURAN|KEPUTUSAN|INSTRUKSI|QANUN|PERJANJIAN|UNDANGAN")
_MARK_ALONE = re.compile(r"LAMPIRAN(?:[IVXL]+|\d{1,2})?|PENJELASAN(?:ATAS)?")
_ATTACHED = re.compile(rf"(?:{_MARK_ALONE.pattern})(?:{_ISSUED.pattern})")
_MARK = re.compile(
    r"^\s*(?:LAMPIRAN|PENJELASAN(?:\s+ATAS)?)\s*(?:[IVXL]+\b|\d+\b)?[\s.:]*", re.IGNORECASE
)
_CONTAINED = re.compile(r"SURVE[IY]KEPUASAN|KEPUASANMASYARAKAT|LAPORAN[A-Z]{0,40}SKM")
_REPORT = "LAPORAN"
_ABOUT = re.compile(
    r"(?:HAL|PERIHAL|H[A4]L)(?=UNDANGAN|SURATUNDANGAN|(?:PER)?MOHON(?:AN)?(?:KE|MENG)?HADIR"
    r"|P(?:EM)?ANGGILANPESERTA)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as read. `kind` None: of another paper. `is_loud`: it stands in capitals.
    `attached`: it names the paper that this page is attached to. The region of `line`, its first,
    is that of the whole heading."""

    kind: PaperKind | None
    line: Line
    words: str
    position: int
    is_loud: bool
    attached: bool = False


@dataclass(frozen=True, slots=True)
class _Key:
    tight: str
    kind: PaperKind | None


def _table() -> Sequence[_Key]:
    known = [_Key(tight(key), kind) for kind, keys in _KEYS.items() for key in keys]
    others = [_Key(tight(key), None) for key in _OTHERS]
    return sorted({*known, *others}, key=lambda key: (-len(key.tight), key.tight))


_TABLE = _table()


def titles_on(sheet: Sheet) -> Sequence[Title]:
    """The headings at the top of a page, from above."""
    return tuple(_titles(sheet))


def _titles(sheet: Sheet) -> Iterator[Title]:
    taken = 0
    for position, line in enumerate(sheet.lines[:_ZONE]):
        if ends_the_top(line):
            break
        if position >= taken:
            attached = _is_attached_at(sheet, position)
            first = _without_mark(line) if attached else line
            title, lines = _title_at(sheet, position, first, attached=attached)
            taken = position + lines
            if title:
                yield title
    yield from _invitations(sheet)


def _is_attached_at(sheet: Sheet, position: int) -> bool:
    """`LAMPIRAN KEPUTUSAN …` on this line, or with `LAMPIRAN` alone on the one before."""
    before = sheet.lines[position - 1].tight if position else ""
    alone = _MARK_ALONE.fullmatch(before) and _ISSUED.match(sheet.lines[position].tight)
    return bool(alone) or _ATTACHED.match(sheet.lines[position].tight) is not None


def _without_mark(line: Line) -> Line:
    """What follows `LAMPIRAN II` on the same line."""
    return Line(line.page, _MARK.sub("", line.text), line.region)


_STOPS = re.compile(
    r"MENIMBANG|MENGINGAT|MEMPERHATIKAN|MEMUTUSKAN|DASAR(?!HUKUM)|KEPADA|YTH|DENGANHORMAT|DALAMRANGKA"
    r"|MENINDAKLANJUTI|SEHUBUNGAN|BERDASARKAN|PADAHARI|YANGBERTANDA|PASAL1|MEMERINTAHKAN"
)


def ends_the_top(line: Line) -> bool:
    """Whether what a paper says begins here, after all its headings."""
    return _STOPS.match(line.tight) is not None


def _title_at(
    sheet: Sheet, position: int, first: Line, *, attached: bool
) -> tuple[Title | None, int]:
    """The heading that begins with a line, and over how many lines it goes."""
    if first.words > _MOST_WORDS or not (first.is_loud or _is_short_heading(first)):
        return None, 1
    following = [each for each in sheet.lines[position + 1 : position + _JOINED] if each.is_loud]
    joined = first.tight + "".join(line.tight for line in following)
    found = _key_at(first, joined, fuzzy=sheet.by_ocr)
    if found is None:
        return None, 1
    words, lines = first, 1
    for line in following:
        if len(words.tight) >= len(found.tight):
            break
        place = around((words.region, line.region))
        words, lines = Line(first.page, f"{words.text} {line.text}", place), lines + 1
    line = Line(first.page, first.text, words.region)
    return Title(found.kind, line, words.text, position, first.is_loud, attached), lines


def _key_at(first: Line, joined: str, *, fuzzy: bool) -> _Key | None:
    """A report is told by what it reports on; all others by how they begin."""
    found = _key_of(joined, fuzzy=fuzzy)
    survey = _CONTAINED.search(joined) if first.is_loud else None
    if survey and (found is None or found.tight == _REPORT):
        return _Key(joined[: survey.end()], PaperKind.SKM)
    return found or _short_key(first)


def _is_short_heading(line: Line) -> bool:
    """`Surat Tugas` alone on a line, each word with a capital."""
    words = [word for word in line.text.split() if word[0].isalpha()]
    ends = line.text.rstrip()[-1:]
    return 0 < len(words) <= 6 and all(w[0].isupper() for w in words) and ends not in ".,;:"


def _key_of(joined: str, *, fuzzy: bool) -> _Key | None:
    exact = next((key for key in _TABLE if joined.startswith(key.tight)), None)
    if exact or not fuzzy:
        return exact
    return next((key for key in _TABLE if _nearly_starts(joined, key.tight)), None)


def _nearly_starts(joined: str, key: str) -> bool:
    most = len(key) // _FAULTS
    if not most:
        return False
    ends = range(len(key) - most, len(key) + most + 1)
    return any(Levenshtein.distance(joined[:end], key, score_cutoff=most) <= most for end in ends)


def _short_key(line: Line) -> _Key | None:
    first = re.match(r"\W*([A-Z]{3,4})\b", line.text)
    kind = _SHORT.get(first[1]) if first else None
    return _Key(first[1], kind) if first and kind else None


def _invitations(sheet: Sheet) -> Iterator[Title]:
    """`Perihal : Undangan …`, which may stand beside or under the addressee."""
    for position, line in enumerate(sheet.lines[:_ZONE]):
        joined = line.tight
        if joined in ("HAL", "PERIHAL") and position + 1 < len(sheet.lines):
            joined += sheet.lines[position + 1].tight
        if _ABOUT.match(joined):
            yield Title(PaperKind.UNDANGAN, line, line.text, position, is_loud=True)
            return
