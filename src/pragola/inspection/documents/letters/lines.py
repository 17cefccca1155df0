"""The text of pages as lines that can be held against the words of official papers."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, zip_longest

from pragola.inspection.findings import Region, around
from pragola.inspection.report import PageText

_LOUD = 0.8
"""Share of capitals from which a line is a heading in capitals; OCR loses some of them."""
_LEAST_LETTERS = 3
_MOST_LETTERS = 400
"""Of a line: nothing that is looked for is longer, and a stranger's line may be endless."""
_APART = re.compile(r"(?:\b[^\W\d_]\s+){3,}")
_MOST_LINES = 1_000
"""Of a page: a stranger's page may be endless."""
_MOST_TOGETHER = 4
"""Lines over which a name may break."""
_BETWEEN = re.compile(r"[\W_]+")
_FALSE_O = re.compile(r"(?<=[A-Z])0(?=[A-Z])")
_FALSE_I = re.compile(r"(?<=[A-Z])[1|](?=[A-Z])")


@dataclass(frozen=True)
class Line:
    """A line of a page: its text with single spaces, and `tight`, its letters and digits in
    capitals without anything between, in which `K E P U T U S A N` is a word. `region` is where it
    stands on the page, if that is known."""

    page: int
    text: str
    region: Region | None = None

    @cached_property
    def tight(self) -> str:
        """Two digits that OCR takes for letters inside a word are made letters again."""
        letters = tight(self.text)
        return letters if letters.isalpha() else _FALSE_I.sub("I", _FALSE_O.sub("O", letters))

    @cached_property
    def is_loud(self) -> bool:
        """Whether it stands in capitals."""
        letters = [each for each in self.text if each.isalpha()]
        capitals = sum(each.isupper() for each in letters)
        return len(letters) >= _LEAST_LETTERS and capitals >= _LOUD * len(letters)

    @cached_property
    def words(self) -> int:
        """How many words it has; letters that stand apart are a word together."""
        return len(_APART.sub("x ", self.text).split())


@dataclass(frozen=True)
class Sheet:
    """A page with its lines, empty ones left out; `by_ocr` tells that letters may be wrong."""

    page: int
    lines: tuple[Line, ...]
    by_ocr: bool

    @cached_property
    def text(self) -> str:
        """All its lines, one below the other."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def tight(self) -> str:
        """All its lines, tight, one below the other."""
        return "\n".join(line.tight for line in self.lines)


def sheets_of(pages: Iterable[PageText]) -> Sequence[Sheet]:
    """The pages that hold text."""
    every = (Sheet(p.page, tuple(islice(_lines(p), _MOST_LINES)), p.by_ocr) for p in pages)
    return tuple(sheet for sheet in every if sheet.lines)


def region_of(words: str, page: PageText) -> Region | None:
    """The lines of a page on which these words stand, as few as hold them; None where unknown."""
    lines = tuple(islice(_lines(page), _MOST_LINES))
    wanted = tight(words)
    for more in range(_MOST_TOGETHER):
        for first in range(len(lines) - more):
            together = lines[first : first + more + 1]
            if wanted in "".join(tight(line.text) for line in together):
                return around(line.region for line in together)
    return None


def tight(text: str) -> str:
    """Letters and digits in capitals, accents dropped, nothing between."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return _BETWEEN.sub("", plain).upper()


def _lines(page: PageText) -> Iterable[Line]:
    for raw, region in zip_longest(page.text.splitlines(), page.lines):
        text = " ".join((raw or "").split())[:_MOST_LETTERS]
        if any(each.isalnum() for each in text):
            yield Line(page.page, text, region)
