"""The number of a paper: `5 TAHUN 2024`, `445/123/2025`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pragola.inspection.documents.letters.lines import Line, Sheet
from pragola.inspection.documents.letters.reads import Read, values_of

_ZONE = 30
"""Lines from the top of a page in which its number stands."""
_LABEL = re.compile(
    r"(?:^|(?<=\s))(?:n\s?[o0]\s?m\s?[o0]\s?r|no)\b\.?\s*(?:sop|dpa|surat|sk|dokumen)?(?=\W|$)",
    re.IGNORECASE,
)
_MOST_WORDS = 8
"""Of a heading in small letters above a number."""
_BEGINS = re.compile(r"\W*n\s?[o0]", re.IGNORECASE)
_MARKED = re.compile(r"\b(?:nomor|no\.?)\s*(?:(?:sop|dpa|surat|sk|dokumen)\b|:)", re.IGNORECASE)
_CITING = re.compile(
    r"MENIMBANG|MENGINGAT|MEMPERHATIKAN|MEMUTUSKAN|DASAR(?!HUKUM)|BERDASARKAN|MENINDAKLANJUTI|PASAL"
    r"|SEHUBUNGAN|DENGANHORMAT|PADAHARI"
)
"""From here on other papers are cited by their numbers."""
_NUMBER = re.compile(r"[\w.]+(?:\s?(?:[/.\-–]\s?)+[\w.]+)*(?:\s+tahun\s+[12]\d{3})?", re.IGNORECASE)
_NO_PEOPLE = re.compile(r"^(?:no|nomor)\s+(?:nama|uraian|kegiatan|kode|unsur)\b", re.IGNORECASE)
"""The head of a table."""


def number_on(sheet: Sheet) -> Read | None:
    """The first number at the top of a page that is its own."""
    top = _own_lines(sheet.lines[:_ZONE])
    for position, value in values_of(top, _LABEL):
        if _NO_PEOPLE.match(top[position].text) or _is_cited(top, position):
            continue
        found = _NUMBER.match(value.text)
        if found and any(each.isdigit() for each in found[0]):
            return replace(value, text=found[0].rstrip(" .-"))
    return None


def _is_cited(lines: Sequence[Line], position: int) -> bool:
    """`Peraturan Menteri Nomor 14 Tahun 2017` in a sentence, and `Jalan Raya No. 12`.

    Its own number stands at the beginning of a line, in a heading, or behind `Nomor :`.
    """
    line = lines[position]
    if not _BEGINS.match(line.text):
        return not (line.is_loud or _MARKED.search(line.text))
    before = lines[position - 1] if position else None
    if before is None or before.is_loud:
        return False
    return before.words > _MOST_WORDS or before.text[:1].islower()


def _own_lines(lines: Sequence[Line]) -> Sequence[Line]:
    ends = (at for at, line in enumerate(lines) if _CITING.match(line.tight))
    return lines[: next(ends, len(lines))]
