"""Keys by which what is nearly the same is found among very many, without looking at all of them.

A thing is kept under a few keys; another is nearly the same only if it is looked up by one of them.
A document is kept and looked up by the photographs in it too, under the keys of pictures.
Pictures: the 128 bits of both hashes make 8 bands of 16 bits, and whoever looks asks for all that
differ from a band in at most 2 bits. Two pictures that `ALIKE_PICTURES` takes to be the same differ
in at most 22 bits, so in at most 2 of at least one band: none is missed. Texts: 64 bands of three
values of the MinHash. Of two texts with half of their shingles in common (every twelfth word was
misread) 2 in 1,000 are missed, with a third (every sixth word) 10 in 100, with a quarter (every
fifth, where `ALIKE_TEXTS` ends) 40 in 100; with a tenth, 6 in 100 are looked at in vain.
"""

import base64
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

import numpy as np

from pragola.inspection.likeness.comparing import ALIKE_PICTURES
from pragola.inspection.likeness.fingerprints import DHASH, PERMUTATIONS, PHASH, SHINGLES, photos_of

_HASH_BITS = 64
_PICTURE_BITS = 2 * _HASH_BITS
_PICTURE_BANDS, _BAND_BITS = 8, 16
_MOST_BITS = int((1 - ALIKE_PICTURES) * _PICTURE_BITS / 2)
"""In which two pictures that are taken to be the same may differ."""
_RADIUS = _MOST_BITS // _PICTURE_BANDS
_TEXT_BANDS = PERMUTATIONS // 2
_APART = PERMUTATIONS // 2 + 1
"""From a band's pair of values to its third, which belongs to the pair of another band."""

_OF_PICTURES, _OF_TEXTS = 1, 2
_KIND_AT, _BAND_AT = 56, 48
"""Where in a key of 63 bits the kind and the number of the band stand."""


def kept_under(prints: Mapping[str, str]) -> frozenset[int]:
    """The keys under which a thing with these fingerprints is kept; none without any."""
    return frozenset(_keys(prints, radius=0))


def looked_up_by(prints: Mapping[str, str]) -> frozenset[int]:
    """The keys by which what is nearly the same as a thing with these fingerprints is found."""
    return frozenset(_keys(prints, radius=_RADIUS))


def _keys(prints: Mapping[str, str], *, radius: int) -> Iterator[int]:
    for photo in photos_of(prints):
        for number, band in enumerate(_picture_bands(photo.prints)):
            for mask in _masks(radius):
                yield _key(_OF_PICTURES, number, band ^ mask)
    if SHINGLES in prints:
        for number, band in enumerate(_text_bands(prints[SHINGLES])):
            yield _key(_OF_TEXTS, number, band)


def _key(kind: int, number: int, band: int) -> int:
    return kind << _KIND_AT | number << _BAND_AT | band


def _picture_bands(prints: Mapping[str, str]) -> Iterator[int]:
    """Every eighth bit: an even sky takes a few bits of each band, and none whole."""
    bits = f"{int(prints[PHASH], 16):0{_HASH_BITS}b}{int(prints[DHASH], 16):0{_HASH_BITS}b}"
    return (int(bits[number::_PICTURE_BANDS], 2) for number in range(_PICTURE_BANDS))


def _text_bands(sketch: str) -> Iterator[int]:
    values = [int(value) for value in np.frombuffer(base64.b64decode(sketch), "<u2")]
    for number in range(_TEXT_BANDS):
        one, two = values[2 * number : 2 * number + 2]
        yield one << 32 | two << 16 | values[(2 * number + _APART) % PERMUTATIONS]


@cache
def _masks(radius: int) -> tuple[int, ...]:
    """All texts of 16 bits with at most so many ones."""
    return tuple(
        sum(1 << place for place in places)
        for number in range(radius + 1)
        for places in combinations(range(_BAND_BITS), number)
    )
