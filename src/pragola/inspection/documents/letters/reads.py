"""What was read on a page, and labels with their values: `Nomor : 005/12`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pragola.inspection.documents.letters.lines import Line
from pragola.inspection.findings import Region, around

_LABEL = re.compile(
    r"^(?:n[o0]m[o0]r|no|sifat|lampiran|lamp|hal|perihal|tanggal)\W*$", re.IGNORECASE
)
"""Of the head of a letter, alone on a line: the values then stand in a column of their own."""
_MOST_LABELS = 8


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it stands on a page, and where there, if that is known."""

    text: str
    page: int
    region: Region | None = None


def read_on(text: str, lines: Sequence[Line]) -> Read:
    """A text that stands on these lines; of those on its first page the place."""
    page = lines[0].page
    return Read(text, page, around(line.region for line in lines if line.page == page))


def values_of(lines: Sequence[Line], label: re.Pattern[str]) -> Iterator[tuple[int, Read]]:
    """The values behind a label, each with the position of its line."""
    for position, line in enumerate(lines):
        found = label.search(line.text)
        if found:
            value = line.text[found.end() :].lstrip(" :.;=")
            yield position, read_on(value, [line]) if value else _in_a_column(lines, position)


def _in_a_column(lines: Sequence[Line], position: int) -> Read:
    """The value of a label that stands alone: on the next line, or as far down the column of values
    as the label stands in that of labels."""
    before = _labels(reversed(lines[:position]))
    after = _labels(lines[position + 1 :])
    values = lines[position + 1 + after : position + 1 + after + 2 * _MOST_LABELS]
    marked = [line for line in values if line.text.startswith(":")]
    column = marked if len(marked) > before else values
    if before >= len(column):
        return Read("", lines[position].page)
    return read_on(column[before].text.lstrip(" :"), [column[before]])


def _labels(lines: Iterable[Line]) -> int:
    """How many labels stand alone, one after the other."""
    return sum(1 for _ in takewhile(lambda line: _LABEL.match(line.text), lines))
