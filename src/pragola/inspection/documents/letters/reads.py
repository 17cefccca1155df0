"""What was read on a page, and labels with their values: `Nomor : 005/12`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pragola.inspection.documents.letters.lines import Line

_LABEL = re.compile(
    r"^(?:n[o0]m[o0]r|no|sifat|lampiran|lamp|hal|perihal|tanggal)\W*$", re.IGNORECASE
)
"""Of the head of a letter, alone on a line: the values then stand in a column of their own."""
_MOST_LABELS = 8


@dataclass(frozen=True, slots=True)
class Read:
    """A text as it stands on a page."""

    text: str
    page: int


def values_of(lines: Sequence[Line], label: re.Pattern[str]) -> Iterator[tuple[int, Read]]:
    """The values behind a label, each with the position of its line."""
    for position, line in enumerate(lines):
        found = label.search(line.text)
        if found:
            value = line.text[found.end() :].lstrip(" :.;=")
            yield position, Read(value or _in_a_column(lines, position), line.page)


def _in_a_column(lines: Sequence[Line], position: int) -> str:
    """The value of a label that stands alone: on the next line, or as far down the column of values
    as the label stands in that of labels."""
    before = _labels(reversed(lines[:position]))
    after = _labels(lines[position + 1 :])
    values = lines[position + 1 + after : position + 1 + after + 2 * _MOST_LABELS]
    marked = [line for line in values if line.text.startswith(":")]
    column = marked if len(marked) > before else values
    return column[before].text.lstrip(" :") if before < len(column) else ""


def _labels(lines: Iterable[Line]) -> int:
    """How many labels stand alone, one after the other."""
    return sum(1 for _ in takewhile(lambda line: _LABEL.match(line.text), lines))
