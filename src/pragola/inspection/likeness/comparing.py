"""How much two things are alike, from 0 to 1, and what two texts share."""

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from rapidfuzz.distance import Indel

from pragola.inspection.likeness.fingerprints import (
    DHASH,
    PERMUTATIONS,
    PHASH,
    PHOTOS,
    SHINGLES,
    photos_of,
)

ALIKE_PICTURES = Decimal("0.65")
"""From here on two pictures are taken to be the same: photographs saved anew, made smaller,
brightened by a third or trimmed by a twentieth had 0.69 and more, different ones under 0.30."""
ALIKE_TEXTS = Decimal("0.80")
"""From here on two texts are taken to be the same: a form filled in twice for two innovations has
more; two decrees of one office share their opening and have about half."""
ALIKE_SKETCHES = Decimal("0.20")
"""From here on two texts are worth comparing word by word: where every fifth word differs, two of
five shingles are left in each, a quarter of all, and the guess may be a little lower."""

_BITS = 64
_CHANCE = Decimal(_BITS) / 2
"""Bits in which two unlike pictures differ on average, a half of them: likeness 0."""
_HUNDREDTH = Decimal("0.01")
_MOST_WORDS = 20_000
"""About 50 pages; the time grows with the product of both lengths and is then some seconds."""
_LEAST_SHARED = 8
"""Words in a row from which on a passage is worth showing; shorter ones are phrases."""
_MOST_BETWEEN = 2
"""Words that differ within a passage, as OCR misreads them, without cutting it in two."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The same passage in two texts: where it stands in each, from character to character."""

    one: slice
    other: slice
    words: int


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    start: int
    end: int


def likeness_of_pictures(one: Mapping[str, str], other: Mapping[str, str]) -> Decimal:
    """By their fingerprints: 1 is the same picture, 0 as unlike as any two; 0 without any."""
    kinds = [kind for kind in (PHASH, DHASH) if kind in one and kind in other]
    if not kinds:
        return Decimal(0)
    differing = sum((int(one[kind], 16) ^ int(other[kind], 16)).bit_count() for kind in kinds)
    return _rounded(max(Decimal(0), 1 - Decimal(differing) / len(kinds) / _CHANCE))


@dataclass(frozen=True, slots=True)
class SamePhoto:
    """A photograph that two things share: on which page of each, and how much it is alike."""

    likeness: Decimal
    one: int
    other: int


def same_photo(one: Mapping[str, str], other: Mapping[str, str]) -> SamePhoto | None:
    """The likest photograph of two of which one at least is a document; None where none is the
    same."""
    if PHOTOS not in one and PHOTOS not in other:
        return None
    found = (
        SamePhoto(likeness_of_pictures(mine.prints, theirs.prints), mine.page, theirs.page)
        for mine in photos_of(one)
        for theirs in photos_of(other)
    )
    likest = max(found, key=lambda each: each.likeness, default=None)
    return likest if likest and likest.likeness >= ALIKE_PICTURES else None


def likeness_of_sketches(one: Mapping[str, str], other: Mapping[str, str]) -> Decimal:
    """The share of shingles that two texts have in common, guessed from their fingerprints."""
    if SHINGLES not in one or SHINGLES not in other:
        return Decimal(0)
    return _rounded(Decimal(_equal(one[SHINGLES], other[SHINGLES])) / PERMUTATIONS)


def likeness_of_texts(one: str, other: str) -> Decimal:
    """The share of words that stand in both in the same order; 0 where one has no words."""
    first, second = _plain(one), _plain(other)
    if not first or not second:
        return Decimal(0)
    apart = Indel.distance(first, second)
    return _rounded(1 - Decimal(apart) / (len(first) + len(second)))


def shared_passages(one: str, other: str) -> tuple[Passage, ...]:
    """What stands in both texts, in its order, to be shown side by side."""
    first, second = _words(one), _words(other)
    return tuple(
        Passage(
            slice(first[run.one.start].start, first[run.one.stop - 1].end),
            slice(second[run.other.start].start, second[run.other.stop - 1].end),
            run.words,
        )
        for run in _joined(_runs(first, second))
        if run.words >= _LEAST_SHARED
    )


def _runs(first: Sequence[_Word], second: Sequence[_Word]) -> Iterator[Passage]:
    """Equal words in a row, counted in words."""
    steps = Indel.editops([w.plain for w in first], [w.plain for w in second])
    for block in steps.as_matching_blocks():
        if block.size:
            one = slice(block.a, block.a + block.size)
            yield Passage(one, slice(block.b, block.b + block.size), block.size)


def _joined(runs: Iterator[Passage]) -> Sequence[Passage]:
    """Runs with next to nothing between them as one."""
    joined: list[Passage] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and _between(last, run) <= _MOST_BETWEEN:
            one, other = (
                slice(last.one.start, run.one.stop),
                slice(last.other.start, run.other.stop),
            )
            joined[-1] = Passage(one, other, last.words + run.words)
        else:
            joined.append(run)
    return joined


def _between(last: Passage, run: Passage) -> int:
    gaps = (run.one.start - last.one.stop, run.other.start - last.other.stop)
    return int(max(gaps))


def _plain(text: str) -> Sequence[str]:
    return [word.plain for word in _words(text)]


def _words(text: str) -> Sequence[_Word]:
    found = re.finditer(r"\w+", text)
    words = (_Word(each.group().casefold(), each.start(), each.end()) for each in found)
    return [word for word, _ in zip(words, range(_MOST_WORDS), strict=False)]


def _equal(one: str, other: str) -> int:
    """How many of the values of two sketches are the same."""
    first, second = (np.frombuffer(base64.b64decode(text), "<u2") for text in (one, other))
    return int(np.sum(first == second)) if first.shape == second.shape else 0


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_HUNDREDTH)
