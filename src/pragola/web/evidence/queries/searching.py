"""Searching in the texts of pages, as they were read when their file was inspected.

Both databases look for the words as they are written, in any case (LIKE): a number such as
`050/12/2025` is found whole, which full-text search would take apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from pragola.web.evidence.models import PageText

_MOST = 3
_BEFORE, _AFTER = 60, 160


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an excerpt; `found` where it is one of the words."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A page with the words: `at` opens it behind the evidence's address."""

    page: int
    at: str
    excerpt: tuple[Stretch, ...]


def in_texts(words: Sequence[str]) -> Exists:
    """The condition of evidence that a page of its file has all the words."""
    return Exists(_with_words(words).filter(file=OuterRef("file")))


def hits_in(files: Iterable[str], words: Sequence[str]) -> Mapping[str, tuple[Hit, ...]]:
    """The first pages of each file that have all the words; one query, none without words."""
    if not words:
        return {}
    nth = Window(RowNumber(), partition_by="file", order_by="page")
    found: dict[str, list[Hit]] = defaultdict(list)
    for each in _with_words(words).filter(file__in=files).annotate(nth=nth).filter(nth__lte=_MOST):
        at = f"?{urlencode({'hal': each.page})}"
        found[each.file_id].append(Hit(each.page, at, excerpt(each.text, words)))
    return {file: tuple(hits) for file, hits in found.items()}


def excerpt(text: str, words: Sequence[str]) -> tuple[Stretch, ...]:
    """Some text around the first of the words, with each of them marked."""
    line = " ".join(text.split())
    wanted = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    first = wanted.search(line)
    begin = _border(line, max((first.start() if first else 0) - _BEFORE, 0))
    end = _border(line, min((first.end() if first else 0) + _AFTER, len(line)))
    shown = ("… " if begin else "") + line[begin:end].strip() + (" …" if end < len(line) else "")
    return tuple(_stretches(shown, wanted))


def _with_words(words: Sequence[str]) -> QuerySet[PageText]:
    found = PageText.objects.all()
    for word in words:
        found = found.filter(text__icontains=word)
    return found


def _border(line: str, place: int) -> int:
    """The border of a word at or before that place; the place itself in a very long word."""
    if place in (0, len(line)):
        return place
    return line.rfind(" ", max(place - _BEFORE, 0), place) + 1 or place


def _stretches(shown: str, wanted: re.Pattern[str]) -> Iterator[Stretch]:
    place = 0
    for found in wanted.finditer(shown):
        if found.start() > place:
            yield Stretch(shown[place : found.start()], found=False)
        yield Stretch(found[0], found=True)
        place = found.end()
    if place < len(shown):
        yield Stretch(shown[place:], found=False)
