"""The entries of lists in decrees and letters: tables, numbered lists, lists under roles.

A paper is gone through line by line. A heading of a table or a word that announces a list opens
it, the next part of the paper closes it; in between, running numbers, letters under a heading,
strokes, and roles with somebody behind the colon are entries.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pragola.inspection.documents.counts.lines import Line
from pragola.inspection.documents.counts.running import Running
from pragola.inspection.findings import Region, around

_ROLE = (
    r"(?:pelindung|pembina|penasi?h?[ae]?t|pengarah|penanggung\s?jawab|(?:wakil\s+)?ketua"
    r"|(?:wakil\s+)?sekretaris|bendahara|(?:wakil\s+)?koordinator|anggota|narasumber|fasilitator"
    r"|pelaksana|pengelola|operator|admin(?:istrator)?|pendamping|pemateri|sekretariat)"
)
_LABEL = re.compile(rf"{_ROLE}(?:\s+[\w/.&-]+){{0,5}}\s*:\s*(.*)", re.IGNORECASE)
_ONLY_ROLE = re.compile(rf"(?:{_ROLE}(?:\s+[\w/.&-]+){{0,4}}\s*:|[^:]{{3,60}}:)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})(?:\s?[.):;,']+(?!\d)\s*|\s+|$)(.*)")
"""OCR reads the stop behind a number in many ways."""
_LETTER = re.compile(r"[a-z]\s?[.)]+\s*(\D.*)")
_STROKE = re.compile(r"[-–—•●▪*]\s*([^\W\d].*)")
_CAPITAL = re.compile(r"(?:[IVX]{1,5}|[A-Z])[.)]\s+(.*)")
_NAMED = re.compile(r"nama(?:\s+lengkap)?\s*:\s*(\S.*)", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:Menimbang|MENIMBANG|Mengingat|MENGINGAT|Memperhatikan|MEMPERHATIKAN|Membaca\s*:|Dasar\b"
    r"|DASAR\b|Untuk\b|UNTUK\b|M\s?E\s?M\s?U\s?T\s?U\s?S|Memutuskan|Menetapkan\s*:"
    r"|PERTAMA\b|KESATU|KEDUA\b|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN"
    r"|(?:Kesatu|Kedua|Ketiga|Keempat|Kelima|Keenam)\s*:|Tembusan|TEMBUSAN|Ditetapkan|DITETAPKAN"
    r"|Dikeluarkan|Pasal\s+\d|BAB\s+[IVX\d]|(?:\w+\s+)?(?:Tugas|TUGAS)\b|Uraian tugas"
    r"|Demikian"
    r"|Catatan\s*:|Yang bertanda ?tangan|(?:Waktu|Tempat|Hari|Pukul|Tanggal)\b[^:]{0,20}:"
    r"|Yth|Kepada Yth|[A-Z][a-z]+,\s*\d{0,2}\s*[A-Z][a-z]+\s+\d{4})"
)
_DEED = re.compile(
    r"(?:me|ber|ter|di)[a-z]{3,}"
    r"|Me(?:m|n|ng|ny|l|r)?[a-z]{2,}(?:kan|pin|sun|uat|tau|ola|aksa)\b"
    r"|Ber(?:tanggung|koordinasi|tugas)"
)
_CIVIL_NUMBER = re.compile(r"\b(?:19|20)\d{6}\s?(?:19|20)\d{4}\s?[12]\s?\d{3}\b")
"""Of a civil servant: day of birth, month of entry, sex, serial number; one row has one."""
_LONGEST_ENTRY = 600
_MOSTLY = 0.6
_NUMBERS = frozenset({"no", "nomor"})
"""The first column; with it a heading may have a word or two that no other has."""
_SIGNED = frozenset({"tanda", "ttd", "paraf"})
"""Who signs a list was there; it is no list of members."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something in a list; `times` counts those before it whose number was lost."""

    page: int
    text: str
    times: int = 1
    region: Region | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How the lists that are looked for begin.

    `words` may stand in the heading of their table, and one of `wanted` has to; `announced` is
    found in the line before a list.
    """

    words: frozenset[str]
    wanted: frozenset[str]
    announced: re.Pattern[str]


@dataclass(slots=True)
class _Reader:
    """Where in the paper we are."""

    in_table: bool = False
    running: Running = field(default_factory=Running)
    under_label: bool = True
    """Letters and strokes are entries here; under somebody's name they are the tasks."""
    awaits_one: bool = False
    """A role stands there and nobody behind it yet."""


def entries(lines: Sequence[Line], opening: Opening) -> tuple[Entry, ...]:
    """The entries of all lists that open so, each with the lines that belong to it."""
    found: list[Entry] = []
    headings = _headings(lines, opening)
    coming = _numbers_to_come(lines)
    reader: _Reader | None = None
    table = _Reader(in_table=True)
    for at, line in enumerate(lines):
        if at in headings:
            # A table over several pages repeats its heading and goes on counting.
            reader = table
            continue
        if opening.announced.search(line.text):
            reader = _Reader()
        elif _CLOSES.match(line.text):
            reader = None
        elif reader:
            _read(reader, line, coming[at], found)
    return tuple(found)


def _headings(lines: Sequence[Line], opening: Opening) -> frozenset[int]:
    """The lines of headings of tables, with the row that numbers their columns."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate(lines):
        words = words_in(line.text)
        if _may_head(words, opening) and not re.search(r"\d", line.text):
            run.append(at)
            continue
        if _is_heading([lines[each] for each in run], opening):
            found.update(run if not _numbers_columns(line) else [*run, at])
        run = []
    return frozenset(found)


def _may_head(words: frozenset[str], opening: Opening) -> bool:
    """Mostly words of headings: offices name their columns in many ways."""
    return bool(words) and len(words & opening.words) >= _MOSTLY * len(words)


def _is_heading(run: Sequence[Line], opening: Opening) -> bool:
    words = {word for line in run for word in words_in(line.text)}
    known = words & opening.words
    numbered = bool(words & _NUMBERS)
    if words & _SIGNED or not words & opening.wanted:
        return False
    return len(known) > 1 and (numbered or words == known)


def words_in(text: str) -> frozenset[str]:
    """Its words in small letters, each once."""
    return frozenset(re.findall(r"[a-z]+", text.lower()))


def _numbers_columns(line: Line) -> bool:
    """`1 2 3 4` under the heading."""
    numbers = [int(each) for each in re.findall(r"\d+", line.text)]
    bare = not re.search(r"[^\d\s().]", line.text)
    return bare and len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _numbers_to_come(lines: Sequence[Line]) -> Sequence[int | None]:
    """For each line the running number that is read next after it."""
    coming: list[int | None] = []
    following: int | None = None
    for line in reversed(lines):
        coming.append(following)
        found = _NUMBER.fullmatch(line.text)
        following = int(found[1]) if found else following
    return coming[::-1]


def _read(reader: _Reader, line: Line, coming: int | None, found: list[Entry]) -> None:
    """Take the line as an entry, a heading, or more of the entry before."""
    if found and not found[-1].text and not _NUMBER.fullmatch(line.text):
        _go_on(found, line)
        return
    number = _NUMBER.fullmatch(line.text)
    steps = reader.running.steps_to(int(number[1]), coming=coming) if number else 0
    if number and steps:
        _take_numbered(reader, Entry(line.page, number[2], steps, line.region), found)
    elif text := _unnumbered(reader, line.text):
        found.append(Entry(line.page, text, region=line.region))
    elif not reader.awaits_one:
        _go_on(found, line)


def _take_numbered(reader: _Reader, entry: Entry, found: list[Entry]) -> None:
    """A number before a role alone is a heading over those who follow."""
    reader.under_label = bool(_ONLY_ROLE.fullmatch(entry.text))
    reader.awaits_one = reader.under_label
    if not reader.under_label:
        found.append(entry)


def _unnumbered(reader: _Reader, text: str) -> str:
    """Who or what is an entry without a number; headings are remembered."""
    group = _CAPITAL.fullmatch(text)
    label = None if reader.in_table else _LABEL.fullmatch(group[1] if group else text)
    below = _LETTER.fullmatch(text) or _STROKE.fullmatch(text)
    alone = not reader.running.reached
    if label or group:
        reader.under_label, reader.awaits_one = True, bool(label and not label[1])
        return label[1] if label else ""
    if below and reader.under_label:
        reader.awaits_one = False
        return "" if _DEED.match(below[1]) else below[1]
    if reader.awaits_one and not below:
        reader.awaits_one = False
        return text
    is_one = alone and (_NAMED.fullmatch(text) or (reader.in_table and _CIVIL_NUMBER.search(text)))
    return text if is_one else ""


def _go_on(found: list[Entry], line: Line) -> None:
    """The line belongs to the entry before, where there is one on this page."""
    if found and found[-1].page == line.page and len(found[-1].text) < _LONGEST_ENTRY:
        place = around((found[-1].region, line.region))
        text = f"{found[-1].text} {line.text}".strip()
        found[-1] = replace(found[-1], text=text, region=place)
