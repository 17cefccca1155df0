"""The agencies of a network, as its decree lists them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pragola.inspection.documents.counts.agency_names import agencies_named, distinct
from pragola.inspection.documents.counts.figure import Figure, pages_of, region_of
from pragola.inspection.documents.counts.lines import Line
from pragola.inspection.documents.counts.listed import Opening, entries, words_in
from pragola.inspection.findings import Region

_OPENING = Opening(
    words=words_in(
        "no nomor urut nama lengkap personil personel pegawai nip pangkat gol golongan ruang "
        "jabatan dalam dinas tim kedudukan keanggotaan peran tugas unit kerja instansi satuan "
        "keterangan ket asal organisasi perangkat daerah opd skpd lembaga pihak mitra jejaring "
        "inovasi bentuk dukungan kontribusi fungsi uraian posisi unsur dan atau di pada "
        "anggota pokok"
    ),
    wanted=frozenset(
        {"nama", "jabatan", "kedudukan", "instansi", "opd", "skpd", "perangkat", "unsur", "unit"}
    ),
    announced=re.compile(
        r"^(?:kepada\s*:?$|menugaskan\b|memerintahkan\b|susunan\b|personalia\b|keanggotaan\b"
        r"|daftar\s+(?:perangkat|instansi|opd|anggota|jejaring|nama|tim)|jejaring\b)"
        r"|^(?-i:[A-Z])[^.:;,]{0,30}\b(?:personalia|keanggotaan|jejaring|susunan\s+tim)\b[^.:;]{0,60}$"
        r"|(?:susunan|jejaring|melibatkan|perangkat daerah|instansi|opd|tim)\b[^.]{0,80}"
        r"(?:sebagai berikut|terdiri (?:dari|atas)|yaitu|meliputi|antara lain)\s*:?$",
        re.IGNORECASE,
    ),
)
_IN_A_SENTENCE = re.compile(
    r"(?:melibatkan|terdiri (?:dari|atas)|beranggotakan|jejaring[^.:]{0,80}(?:meliputi|yaitu))\s+"
    r"([^.]{10,600})",
    re.IGNORECASE,
)
_LAW = re.compile(r"(?:undang-undang|peraturan|keputusan|instruksi|surat)\b", re.IGNORECASE)
_MOST_SHOWN = 160


@dataclass(frozen=True, slots=True)
class _Agency:
    """As it is named on a page, and where there, if that is known."""

    page: int
    name: str
    region: Region | None = None


def agencies_in(lines: Sequence[Line]) -> Figure | None:
    """How many different ones are listed; None where none is."""
    found = [*_listed(lines), *_in_sentences(lines)]
    names = distinct(each.name for each in found)
    if not names:
        return None
    pages, region = pages_of(found), region_of(found)
    return Figure(value=Decimal(len(names)), pages=pages, seen=_shown(names), region=region)


def _listed(lines: Sequence[Line]) -> list[_Agency]:
    listed = (each for each in entries(lines, _OPENING) if not _LAW.match(each.text))
    return [
        _Agency(each.page, name, each.region)
        for each in listed
        for name in agencies_named(each.text)
    ]


def _in_sentences(lines: Sequence[Line]) -> list[_Agency]:
    """Those that a sentence names, without a list."""
    pages: dict[int, list[str]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line.text)
    return [
        _Agency(page, name)
        for page, texts in pages.items()
        for sentence in _IN_A_SENTENCE.findall(" ".join(texts))
        for name in agencies_named(sentence)
    ]


def _shown(names: Sequence[str]) -> str:
    told = "; ".join(names)
    return told if len(told) <= _MOST_SHOWN else f"{told[: _MOST_SHOWN - 1]}…"
