"""The day on which a paper was signed, and the office that signed it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pragola.inspection.documents.letters.dates import Dated, days_in
from pragola.inspection.documents.letters.lines import Line, Sheet
from pragola.inspection.documents.letters.reads import Read, read_on, values_of
from pragola.inspection.findings import Region, around
from pragola.scoring.papers import PaperKind

_SET_AT = re.compile(
    r"\b(?:ditetapkan|dikeluarkan|dibuat|ditandatangani)\s+(?:di|pada)\b.{0,160}?\btanggal\b",
    re.I | re.S,
)
"""`Ditetapkan di Pati pada tanggal …`; where a regulation is announced (diundangkan) is another
day."""
_APPROVED = re.compile(r"\b(?:tanggal|tgl\.?)\s+(?:pengesahan|disahkan|ditetapkan)\b", re.I)
_EFFECTIVE = re.compile(r"\b(?:tanggal|tgl\.?)\s+(?:efektif|pembuatan|terbit|revisi)\b", re.I)
_THIS_DAY = re.compile(r"\bpada\s+hari\s+ini\b", re.I)
_HELD_ON = re.compile(r"^hari\b|^(?:hari\s*[/,&]\s*)?(?:tanggal|tgl)\b", re.I | re.M)
_LABELLED = re.compile(
    r"^\s*(?:(?:[Pp]ada\s+)?(?:[Tt]anggal|TANGGAL|Tgl\.?|TGL\.?)\s*:|TANGGAL\b)", re.M
)
_PLACE = re.compile(
    r"(?:^|\s)([A-Z][\w.'’-]+)\s*,\s*(?:[Tt]anggal\s*:?\s*)?$|^\W*([A-Z][A-Za-z'’-]+)\s+$"
)
_NO_PLACES = frozenset(
    re.findall(
        r"\S+",
        """SENIN SELASA RABU KAMIS JUMAT JUM'AT SABTU MINGGU AHAD TANGGAL PADA SEJAK SAMPAI HINGGA
        MULAI TERHITUNG TMT""",
    )
)
"""Words before a day that are no place where a paper was signed."""
_HAS_YEAR = re.compile(r"[12][\dOoIl|]{3}(?!\d)|\bribu\b", re.I)
_NEAR, _WIDE = 40, 220
"""Letters between the words that announce a day and the day."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The day, as it was read, the page and line on it, and where that stands, if it is known."""

    day: date
    page: int
    line: int
    region: Region | None = None


type _Way = str
_WAYS: Mapping[PaperKind, Sequence[_Way]] = {
    PaperKind.SOP: ("approved", "set_at", "effective", "place"),
    PaperKind.DAFTAR_HADIR: ("held_on", "place"),
    PaperKind.KERJA_SAMA: ("this_day", "place", "set_at"),
    PaperKind.UNDANGAN: ("place", "set_at", "labelled"),
}
_USUAL: Sequence[_Way] = ("set_at", "place", "labelled", "this_day")
_ANNOUNCED: Mapping[_Way, tuple[re.Pattern[str], int]] = {
    "set_at": (_SET_AT, _NEAR),
    "approved": (_APPROVED, _NEAR),
    "effective": (_EFFECTIVE, _NEAR),
    "this_day": (_THIS_DAY, _WIDE),
    "held_on": (_HELD_ON, _NEAR),
    "labelled": (_LABELLED, _NEAR),
}


def signed_on(sheets: Sequence[Sheet], kind: PaperKind) -> Signed | None:
    """The day of the paper itself, not of one that it cites."""
    days = [(sheet, days_in(sheet.text)) for sheet in sheets if _HAS_YEAR.search(sheet.text)]
    for way in _WAYS.get(kind, _USUAL):
        every = [each for sheet, found in days for each in _days_by(way, sheet, found)]
        if every:
            first = way != "place" or kind is PaperKind.UNDANGAN
            return every[0] if first else every[-1]
    return None


def _days_by(way: _Way, sheet: Sheet, days: Sequence[Dated]) -> Iterator[Signed]:
    text = sheet.text
    if way == "place":
        yield from (_signed(each, text, sheet) for each in days if _at_a_place(each, text))
        return
    words, most = _ANNOUNCED[way]
    for announced in words.finditer(text) if days else ():
        near = (d for d in days if 0 <= d.start - announced.end() <= most)
        found = next(near, None)
        if found:
            yield _signed(found, text, sheet)


def _at_a_place(found: Dated, text: str) -> bool:
    """`Pati, 5 Januari 2025` at the end of a line."""
    start = text.rfind("\n", 0, found.start) + 1
    place = _PLACE.search(text[start : found.start])
    rest = text[found.end :].split("\n", 1)[0]
    ends = not any(each.isalnum() for each in rest)
    name = (place[1] or place[2]).upper() if place else ""
    return bool(name) and name not in _NO_PLACES and ends


def _signed(found: Dated, text: str, sheet: Sheet) -> Signed:
    first, last = text.count("\n", 0, found.start), text.count("\n", 0, found.end)
    region = around(line.region for line in sheet.lines[first : last + 1])
    return Signed(found.day, sheet.page, last, region)


_IN_NAME = r"(?:A\s?\.?\s?N\s?\.?|ATAS\s+NAMA)\s*"
_STANDING_IN = r"(?:PJ|PJS|PLT|PLH|PENJABAT|PELAKSANA\s+TUGAS|PELAKSANA\s+HARIAN)?\.?\s*"
_HEADS = (
    r"BUPATI|WALI\s?KOTA|GUBERNUR|KEPALA|DIREKTUR|CAMAT|LURAH|SEKRETARIS|INSPEKTUR|ASISTEN|KETUA"
    r"|REKTOR|PIMPINAN|PEJABAT|KUASA\s+PENGGUNA|PENGGUNA\s+ANGGARAN|WAKIL\s+BUPATI|PENANGGUNG"
)
_OFFICE = re.compile(rf"^\W*(?:{_IN_NAME})?{_STANDING_IN}(?:{_HEADS})\b", re.I)
_GOES_ON = re.compile(
    r"^\W*(?:KABUPATEN|KOTA|PROVINSI|DAERAH|DINAS|BADAN|DAN|UPTD|PUSKESMAS|RSUD|RUMAH|SELAKU|DESA"
    r"|KECAMATAN|PENDUDUK|SIPIL|KELUARGA|MASYARAKAT|PEMBANGUNAN|U\.?\s?B)\b",
    re.I,
)
_APPROVED_BY = re.compile(r"\bdisahkan\s+oleh\b", re.I)
_UNFINISHED = re.compile(r"\b(?:DAN|KABUPATEN|KOTA|KECAMATAN|DESA)$", re.I)
_MOST_WORDS, _MOST_LINES, _BELOW = 12, 4, 4
_NAME_MARKS = re.compile(r"\b(?:NIP|S\.|M\.|dr\.|Drs|Dra|ttd)", re.I)


def office_of(sheets: Sequence[Sheet], signed: Signed | None) -> Read | None:
    """The office under the day; without one there, the last that stands as a signature does, or
    who is said to have approved it."""
    if signed:
        sheet = next(each for each in sheets if each.page == signed.page)
        below = range(signed.line + 1, min(signed.line + 1 + _BELOW, len(sheet.lines)))
        for position in below:
            if _is_office(sheet.lines[position], quiet=True):
                return _whole_office(sheet.lines, position)
    for sheet in reversed(sheets):
        for position in reversed(range(len(sheet.lines))):
            if _is_signature(sheet.lines, position):
                return _whole_office(sheet.lines, position)
    approved = (read for sheet in sheets for _, read in values_of(sheet.lines, _APPROVED_BY))
    return next((read for read in approved if _OFFICE.match(read.text)), None)


def _is_office(line: Line, *, quiet: bool) -> bool:
    is_short = line.words <= _MOST_WORDS and ":" not in line.text
    return is_short and (line.is_loud or quiet) and _OFFICE.match(line.text) is not None


def _is_signature(lines: Sequence[Line], position: int) -> bool:
    """An office in capitals or with a comma, and a name, `ttd` or a number of service below."""
    line = lines[position]
    below = lines[position + 1 : position + 1 + _MOST_LINES + 1]
    is_last = len(below) < _MOST_LINES
    ends = is_last or any(_NAME_MARKS.search(each.text) for each in below)
    return ends and _is_office(line, quiet=is_last or line.text.endswith(","))


def _whole_office(lines: Sequence[Line], position: int) -> Read:
    """The office with the lines it goes on over, and the one in whose name it signs."""
    start = position
    if start and _is_office(lines[start - 1], quiet=False) and _in_name_of(lines[start - 1]):
        start -= 1
    words, taken = [lines[start].text], [lines[start]]
    for line in lines[start + 1 : start + _MOST_LINES]:
        in_name = _in_name_of(Line(line.page, words[-1])) and _is_office(line, quiet=True)
        goes_on = _GOES_ON.match(line.text) or _UNFINISHED.search(words[-1])
        if not (in_name or goes_on) or _NAME_MARKS.search(line.text):
            break
        words.append(line.text)
        taken.append(line)
    return read_on(" ".join(words).strip(" ,.:;"), taken)


def _in_name_of(line: Line) -> bool:
    return re.match(rf"^\W*{_IN_NAME}", line.text, re.I) is not None
