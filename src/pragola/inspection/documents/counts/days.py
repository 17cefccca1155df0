"""How many days a procedure takes: by its printed total, else by its steps added up.

A day that has begun counts as a whole one, and 24 hours are a day of the calendar: our reading.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import islice

from pragola.inspection.documents.counts.amounts import Length, lengths_in, minutes_in
from pragola.inspection.documents.counts.figure import Figure, pages_of, region_of
from pragola.inspection.documents.counts.lines import Line
from pragola.inspection.documents.counts.running import Running
from pragola.inspection.findings import Region

_DAY = 24 * 60
_TOTAL = re.compile(
    r"(?:(?:jangka|total|jumlah|lama|keseluruhan|standar)\s*(?:waktu)?|waktu|durasi)\s*(?:\w+\s*){0,2}"
    r"(?:penyelesaian|pelayanan|layanan|proses|pelaksanaan|keseluruhan|total|waktu|pengerjaan)"
    r"|^(?:total|jumlah)\b|^lama\s+(?:proses|layanan|pelayanan)",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"(?:diselesaikan|selesai|diterbitkan|dilayani|dijawab|diproses)\b.{0,60}?"
    r"(?:paling lama|paling lambat|maksimal|selambat-lambatnya|dalam waktu|dalam)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"\b(?:waktu|durasi|lama)\b[^.]{0,20}\(?\s*\b(menit|jam|hari)\b(?:\s+(kerja))?\s*\)?",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:paling lama|maksimal)?\s*\d+\s*(?:\([^)]*\)\s*)?(?:menit|jam|hari)\b", re.IGNORECASE
)
"""A value in the cell or on the line behind its word."""
_NUMBERED = re.compile(r"(\d{1,2})(?:\s?[.)]+\s*|\s+)(\D.*)")
_LOOSE = re.compile(r"(?<![\d.,])(\d{1,4})(?![\d.,])")
_LEAST_TIMED = 2, 3
"""Of three steps two must have a time, or the sum tells nothing."""


@dataclass(frozen=True, slots=True)
class _Read:
    page: int
    length: Length
    region: Region | None


def days_in(lines: Sequence[Line]) -> Figure | None:
    """The days; None where no total is printed and too few steps have a time."""
    printed = tuple(_printed(lines))
    if printed:
        longest = max(printed, key=lambda each: each.length.minutes)
        return _figure((longest,), summed=False)
    steps = _steps(lines)
    return _figure(steps, summed=True) if steps else None


def _printed(lines: Sequence[Line]) -> Iterator[_Read]:
    """Totals, on the line of their word or the next."""
    for line, following in zip(lines, (*lines[1:], Line(0, "")), strict=True):
        found = _TOTAL.search(line.text) or _AT_MOST.search(line.text)
        if found is None:
            continue
        own = tuple(lengths_in(line.text[found.end() :]))
        if own:
            yield _Read(line.page, own[-1], line.region)
        elif _BEGINS.match(following.text):
            for each in islice(lengths_in(following.text), 1):
                yield _Read(following.page, each, following.region)


def _steps(lines: Sequence[Line]) -> tuple[_Read, ...]:
    """The time of each numbered step, where enough of them have one."""
    running, column = Running(), None
    steps: list[tuple[Line, _Read | None]] = []
    for line in lines:
        column = _COLUMN.search(line.text) or column
        found = _NUMBERED.fullmatch(line.text)
        if found and running.steps_to(int(found[1]), coming=None):
            steps.append((line, _timed(line, found[2], column)))
        elif steps and steps[-1][1] is None:
            steps[-1] = (steps[-1][0], _timed(line, line.text, None))
    timed = tuple(read for _, read in steps if read)
    few = len(timed) * _LEAST_TIMED[1] < len(steps) * _LEAST_TIMED[0]
    return () if few else timed


def _timed(line: Line, text: str, column: re.Match[str] | None) -> _Read | None:
    """The time in a row; a bare number where the heading of its column names the unit."""
    lengths = tuple(lengths_in(text))
    if lengths:
        return _Read(line.page, lengths[-1], line.region)
    loose = _LOOSE.findall(text)
    if column is None or len(loose) != 1:
        return None
    minutes = Decimal(loose[0]) * minutes_in(column[1])
    length = Length(minutes, bool(column[2]), f"{loose[0]} {column[1].lower()}")
    return _Read(line.page, length, line.region)


def _figure(read: Sequence[_Read], *, summed: bool) -> Figure:
    minutes = sum((each.length.minutes for each in read), Decimal())
    days = max(Decimal(1), (minutes / _DAY).to_integral_value(ROUND_CEILING))
    texts = dict.fromkeys(each.length.text for each in read)
    return Figure(
        value=days,
        pages=pages_of(read),
        seen=" + ".join(texts) if not summed else _sum_in_words(minutes),
        working=any(each.length.working for each in read),
        summed=summed,
        region=region_of(read),
    )


def _sum_in_words(minutes: Decimal) -> str:
    for unit, size in (("hari", _DAY), ("jam", 60)):
        if minutes >= size and minutes % size == 0:
            return f"{int(minutes / size)} {unit}"
    return f"{int(minutes)} menit"
