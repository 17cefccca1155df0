"""What a paper is about, and the year that a plan or budget is for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pragola.inspection.documents.letters.lines import Line
from pragola.inspection.documents.letters.reads import Read, read_on, values_of
from pragola.inspection.findings import around
from pragola.scoring.papers import PaperKind

_MOST_LINES = 6
_ZONE = 40
_ENDS = re.compile(
    r"DENGANRAHMAT|MENIMBANG|MENGINGAT|MEMPERHATIKAN|NOMOR|PADAHARI|DASAR|ANTARA|TAHUNANGGARAN"
    r"|(?:AN|ATASNAMA)?(?:PJ|PLT|PLH|PENJABAT)?(?:BUPATI|WALIKOTA|GUBERNUR|KEPALA|DIREKTUR|CAMAT"
    r"|LURAH|SEKRETARIS|INSPEKTUR)(?!DAERAH(?:TENTANG)).*"
)
_LABELS: dict[PaperKind, re.Pattern[str]] = {
    PaperKind.UNDANGAN: re.compile(r"(?:^|(?<=\s))(?:perihal|hal)\b(?=\s*:|\s+undangan|$)", re.I),
    PaperKind.TUGAS: re.compile(r"^untuk\b", re.I),
    PaperKind.TUGAS_KADA: re.compile(r"^untuk\b", re.I),
    PaperKind.SOP: re.compile(r"(?:^|(?<=\s))(?:nama|judul)\s+sop\b", re.I),
    PaperKind.DAFTAR_HADIR: re.compile(r"^(?:acara|kegiatan|agenda|dalam rangka)\b", re.I),
}
_OPEN_END = re.compile(
    r"\b(?:dan|untuk|dalam|pada|tentang|di|ke|dari|kegiatan|inovasi|rapat|yang)$", re.I
)
_NEXT_LABEL = re.compile(
    r"^\W*(?:kepada|yth|sifat|lampiran|nomor|no|perihal|hal|tanggal|di|hari|dasar|\d)\b|:", re.I
)
_YEARS = (re.compile(r"TAHUNANGGARAN(20\d\d)"), re.compile(r"TAHUN(20\d\d)"))
_TOO_MUCH = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+|\s+(?:Kepada|Yth)\b.*$")
"""The first number of a list, and the addressee beside it."""


def subject_of(lines: Sequence[Line], kind: PaperKind) -> Read | None:
    """After `TENTANG`, else behind the label that this kind of paper has."""
    top = lines[:_ZONE]
    label = _LABELS.get(kind)
    found = next((read for _, read in _labelled(top, label)), None) if label else None
    return found or _about(top)


def year_of(lines: Iterable[Line]) -> Read | None:
    """The year that a plan or budget is for; lines with the number of a paper name other years."""
    own = [line for line in islice(lines, _ZONE) if "NOMOR" not in line.tight]
    for pattern in _YEARS:
        for line in own:
            found = pattern.search(line.tight)
            if found:
                return read_on(found[1], [line])
    return None


def _about(lines: Sequence[Line]) -> Read | None:
    for position, line in enumerate(lines):
        if line.tight == "TENTANG":
            rest = lines[position + 1 : position + 1 + _MOST_LINES]
            return _joined("", rest)
        if line.is_loud and " TENTANG " in f" {line.text} ":
            start = line.text.partition("TENTANG")[2].strip()
            return _joined(start, lines[position : position + _MOST_LINES])
    return None


def _joined(start: str, lines: Sequence[Line]) -> Read | None:
    """What stands on these lines until the subject ends; `start` is what counts of the first."""
    words, taken = [start] if start else [], [*lines[:1]] if start else []
    for line in lines[len(taken) :]:
        if words and _ENDS.match(line.tight):
            break
        words.append(line.text)
        taken.append(line)
    text = " ".join(words).strip(" ,.;")
    return read_on(text, taken) if text else None


def _labelled(lines: Sequence[Line], label: re.Pattern[str]) -> Iterator[tuple[int, Read]]:
    for position, read in values_of(lines, label):
        text, taken = read.text, [read.region]
        beside = text and text in lines[position].text
        for line in lines[position + 1 : position + _MOST_LINES] if beside else ():
            goes_on = _OPEN_END.search(text) or line.text[:1].islower()
            if not goes_on or _NEXT_LABEL.search(line.text):
                break
            text = f"{text} {line.text}"
            taken.append(line.region)
        if any(each.isalpha() for each in text):
            text = _TOO_MUCH.sub("", text).strip(" .,;")
            yield position, Read(text, read.page, around(taken))
