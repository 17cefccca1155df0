"""How many of the complaints were settled, in percent: as printed, else by the two figures."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pragola.inspection.documents.counts.amounts import number_of, percents_in
from pragola.inspection.documents.counts.figure import Figure
from pragola.inspection.documents.counts.lines import Line
from pragola.scoring.measure import round_half_up

_SETTLED = (
    r"(?:ter)?(?:selesai|diselesaikan|selesaikan|tuntas|ditangani|tertangani|ditindaklanjuti)"
)
_ABOUT = re.compile(
    rf"penyelesaian|{_SETTLED}|tindak lanjut|persentase|presentase|capaian|respon", re.IGNORECASE
)
_NOT_SETTLED = re.compile(
    r"\b(?:belum|tidak|proses|diproses|menunggu|ditolak|sisa|tertunda|pending)\b", re.IGNORECASE
)
_TOTAL_ROW = re.compile(r"^(?:jumlah|total|keseluruhan|rata-rata)\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"p[er]{2}sentase\b[^\d]{0,60}(\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,/])", re.IGNORECASE
)
"""A sign for percent that OCR could not read is left out; the word before the figure is enough."""
_FIGURE = r"(\d{1,3}(?:\.\d{3})+|\d+)"
_OF = re.compile(
    rf"{_FIGURE}\s*(?:pengaduan|aduan|laporan|keluhan)?\s*(?:\w+\s+){{0,2}}dari\s+(?:\w+\s+){{0,3}}{_FIGURE}"
    rf"|dari\s+(?:\w+\s+){{0,3}}{_FIGURE}\s+(?:pengaduan|aduan|laporan|keluhan)[^.]{{0,60}}?{_FIGURE}",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"(?:jumlah|total)?\s*(?:(?:pengaduan|aduan|laporan|keluhan)\s*(?:masuk|diterima|yang masuk)?"
    rf"|masuk|diterima)\s*[:=]?\s*{_FIGURE}",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"(?:jumlah|total)?\s*(?:pengaduan|aduan|laporan|keluhan)?\s*(?:yang\s+)?(?:sudah\s+|telah\s+)?"
    rf"{_SETTLED}\s*[:=]?\s*{_FIGURE}(?!\s*%|[,.]\d)",
    re.IGNORECASE,
)


def percent_in(lines: Sequence[Line]) -> Figure | None:
    """The percent; None where none is said to be that of the settled, or several differ."""
    return _printed(lines) or _from_total(lines) or _from_sentence(lines) or _from_two(lines)


def _printed(lines: Sequence[Line]) -> Figure | None:
    """One percent beside a word for settling; of several the one in the row of the total."""
    told = [(line, value) for line, value in _percents(lines) if not _NOT_SETTLED.search(line.text)]
    total = [(line, value) for line, value in told if _TOTAL_ROW.match(line.text)]
    about = [(line, value) for line, value in told if _ABOUT.search(line.text)]
    for chosen in (total, about, told if _is_about_complaints(lines) else []):
        if len({value for _, value in chosen}) == 1:
            line, value = chosen[0]
            return Figure(value=value, pages=(line.page,), seen=line.text, region=line.region)
        if chosen:
            return None
    return None


def _percents(lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    for line in lines:
        labelled = _LABELLED.search(line.text)
        alone = number_of(labelled[1]) if labelled else None
        values = tuple(percents_in(line.text)) or ((alone,) if alone is not None else ())
        yield from ((line, value) for value in values if value <= 100)


def _is_about_complaints(lines: Sequence[Line]) -> bool:
    return any(re.search(r"aduan|keluhan", line.text, re.IGNORECASE) for line in lines)


def _from_total(lines: Sequence[Line]) -> Figure | None:
    """A row of totals whose third figure begins like the share of its first two.

    That is how OCR reads `30 29 97%`; the agreement tells which figures they are.
    """
    if not _is_about_complaints(lines):
        return None
    for line in lines:
        figures = re.findall(_FIGURE, line.text) if _TOTAL_ROW.match(line.text) else []
        for received, done, percent in zip(figures, figures[1:], figures[2:], strict=False):
            figure = _share(line, done, received)
            if figure and percent.startswith(str(round_half_up(figure.value, 0))):
                return figure
    return None


def _from_sentence(lines: Sequence[Line]) -> Figure | None:
    """`38 dari 40 pengaduan`, or `dari 40 pengaduan, 38 selesai`."""
    for line in lines:
        found = _OF.search(line.text)
        if not found or not _ABOUT.search(line.text) or _NOT_SETTLED.search(line.text):
            continue
        done, received = (found[1], found[2]) if found[1] else (found[4], found[3])
        if figure := _share(line, done, received):
            return figure
    return None


def _from_two(lines: Sequence[Line]) -> Figure | None:
    """The number received and the number settled, each on a line with its word."""
    received = [found for line in lines if (found := _RECEIVED.search(line.text))]
    done = [
        (line, found)
        for line in lines
        if (found := _DONE.search(line.text)) and not _NOT_SETTLED.search(line.text)
    ]
    if len(received) != 1 or len(done) != 1:
        return None
    line, found = done[0]
    return _share(line, found[1], received[0][1])


def _share(line: Line, done: str, received: str) -> Figure | None:
    part, whole = number_of(done), number_of(received)
    if part is None or not whole or part > whole:
        return None
    seen = f"{done} / {received}"
    return Figure(value=part / whole * 100, pages=(line.page,), seen=seen, region=line.region)
