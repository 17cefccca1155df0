"""A paper as lines, each with the page it stands on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, zip_longest

from pragola.inspection.findings import Region
from pragola.inspection.report import PageText

_LONGEST = 400
_MOST = 20_000
_RULES = re.compile(r"[|\[\]{}_=~«»“”]+")
"""What OCR makes of the rules of a table."""
_PAGE_NUMBER = re.compile(r"[-–—\s]*(\d{1,3})[-–—\s]*")
_HANGING = re.compile(r"((?:[^\s:]+\s+){0,6}[^\s:]+\s*:)\s*((?:\d{1,2}|[a-z])\s?[.)]+\s*[^\s\d].*)")
"""A list that begins on the line of the word that announces it: `Anggota : 1. …`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text without the rules of its table, and where it stands, if that is known."""

    page: int
    text: str
    region: Region | None = None


def lines_of(pages: Iterable[PageText]) -> tuple[Line, ...]:
    """All lines that say something, in order; a list that hangs on a word is a line of its own."""
    return tuple(islice(_lines(pages), _MOST))


def _lines(pages: Iterable[PageText]) -> Iterator[Line]:
    for page in pages:
        lines = zip_longest(page.text.splitlines(), page.lines)
        texts = [(_plain(raw or ""), region) for raw, region in lines]
        shown = [(text, region) for text, region in texts if text]
        for at, (text, region) in enumerate(shown):
            if not (at in (0, len(shown) - 1) and _numbers_page(text, page.page)):
                yield from (Line(page.page, part, region) for part in _parts(text))


def _plain(raw: str) -> str:
    return " ".join(_RULES.sub(" ", raw[:_LONGEST]).split())


def _numbers_page(text: str, page: int) -> bool:
    """Whether it is the number of the page, which in an annex may be one less."""
    found = _PAGE_NUMBER.fullmatch(text)
    return found is not None and (not text.isdigit() or int(found[1]) in (page, page - 1))


def _parts(text: str) -> tuple[str, ...]:
    found = _HANGING.fullmatch(text)
    return (found[1], *_parts(found[2])) if found else (text,)
