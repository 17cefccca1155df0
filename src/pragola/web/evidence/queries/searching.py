"""Searching in the texts of pages, as they were read when their file was inspected.

Both databases look for the words as they are written, in any case (LIKE): a number such as
`050/12/2025` is found whole, which full-text search would take apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, Manager, Model, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from pragola.web.evidence.models import PageText, Transcript
from pragola.web.shared.times import minute_second

_MOST = 3
_BEFORE, _AFTER = 60, 160


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an excerpt; `found` where it is one of the words."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A page, or a moment of a video, with the words: `where` names it, and `at` opens it behind
    the evidence's address."""

    where: str
    at: str
    excerpt: tuple[Stretch, ...]


def in_texts(words: Sequence[str]) -> Q:
    """The condition of evidence that a page of its file, or what is said in it, has all words."""
    read, said = (_with_words(each, words) for each in (PageText.objects, Transcript.objects))
    own = OuterRef("file")
    return Q(Exists(read.filter(file=own))) | Q(Exists(said.filter(file=own)))


def hits_in(files: Iterable[str], words: Sequence[str]) -> Mapping[str, tuple[Hit, ...]]:
    """The first pages of each file that have all the words, or where in a video the first of them
    is said; two queries, none without words."""
    if not words:
        return {}
    wanted = list(files)
    nth = Window(RowNumber(), partition_by="file", order_by="page")
    found: dict[str, list[Hit]] = defaultdict(list)
    pages = _with_words(PageText.objects, words).filter(file__in=wanted)
    for each in pages.annotate(nth=nth).filter(nth__lte=_MOST):
        at = f"?{urlencode({'hal': each.page})}"
        where = f"{_('hal.')} {each.page}"
        found[each.file_id].append(Hit(where, at, excerpt(each.text, words)))
    for said in _with_words(Transcript.objects, words).filter(file__in=wanted):
        found[said.file_id].append(_said(said, words))
    return {file: tuple(hits) for file, hits in found.items()}


def _said(transcript: Transcript, words: Sequence[str]) -> Hit:
    """The first passage with one of the words; a passage may end between two of them."""
    second = next((second for second, text in transcript.passages if _has_one(text, words)), 0)
    told = excerpt(transcript.text, words)
    return Hit(f"{_('menit')} {minute_second(second)}", f"?{urlencode({'detik': second})}", told)


def _has_one(text: str, words: Sequence[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)


def excerpt(text: str, words: Sequence[str]) -> tuple[Stretch, ...]:
    """Some text around the first of the words, with each of them marked."""
    line = " ".join(text.split())
    wanted = re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)
    first = wanted.search(line)
    begin = _border(line, max((first.start() if first else 0) - _BEFORE, 0))
    end = _border(line, min((first.end() if first else 0) + _AFTER, len(line)))
    shown = ("… " if begin else "") + line[begin:end].strip() + (" …" if end < len(line) else "")
    return tuple(_stretches(shown, wanted))


def _with_words[Texts: Model](texts: Manager[Texts], words: Sequence[str]) -> QuerySet[Texts]:
    found = texts.all()
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
