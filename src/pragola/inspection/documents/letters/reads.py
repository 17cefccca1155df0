"""What was read on a page, and labels with their values: `Nomor : 005/12`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    """The value of a label that stands alone: on the next line, or as far down as labels are."""
    following = lines[position + 1 : position + 1 + 2 * _MOST_LABELS]
    values = [line.text for line in following if line.text.startswith(":")]
    if following and not _LABEL.match(following[0].text):
        return following[0].text.lstrip(" :")
    before = _labels_before(lines, position)
    return values[before].lstrip(" :") if before < len(values) else ""


def _labels_before(lines: Sequence[Line], position: int) -> int:
    number = 0
    while position - number > 0 and _LABEL.match(lines[position - number - 1].text):
        number += 1
    return number
