"""Short texts by which things that are nearly the same are found without the things themselves."""

import base64
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import batched, islice

import numpy as np
from numpy.typing import NDArray
from PIL import Image

PHASH, DHASH, SHINGLES, PHOTOS = "phash", "dhash", "shingles", "photos"
"""The kinds of fingerprints, the keys of `Report.likeness`; `PHOTOS` are those in a document."""
MOST_PHOTOS = 8
"""Of one document: a report has about six, and each is looked up by a thousand keys."""
_PHOTO = re.compile(r"(\d{1,4}):([0-9a-f]{16}):([0-9a-f]{16})")

_SHINGLE = 4
"""Words that stand together: fewer are common phrases of every decree, more are lost to one fault
of OCR."""
PERMUTATIONS = 128
"""A likeness is then right to about 9 of 100, enough to choose what is compared word by word."""
_LEAST_WORDS = 20
"""A shorter text has too little of its own."""
_MOST_WORDS = 200_000
"""Four hundred full pages; what comes after adds nothing to the likeness but time."""
_AT_ONCE = 4096
_SMALL = 512
_SIDE, _WAVES = 32, 8
"""The picture is made this small, and of its waves the longest in each direction are kept."""

type _Numbers = NDArray[np.uint64]


def fingerprints_of_picture(picture: Image.Image) -> Mapping[str, str]:
    """Two perceptual hashes of 64 bits, as 16 hexadecimal digits each.

    One goes by the coarse waves of light and dark, the other by what gets brighter to the right;
    new size, format, light and a narrow trim leave most of their bits. Blank pictures are all
    alike, so whoever calls this leaves them out.
    """
    small = picture.convert("L")
    small.thumbnail((_SMALL, _SMALL), Image.Resampling.BOX)
    return {PHASH: _by_waves(small), DHASH: _by_steps(small)}


@dataclass(frozen=True, slots=True)
class Photo:
    """The fingerprints of a photograph, and on which page of its file it stands."""

    page: int
    prints: Mapping[str, str]


def fingerprints_of_photos(photos: Iterable[tuple[int, Image.Image]]) -> Mapping[str, str]:
    """Photographs of a document, each with its page, as one text; those that repeat once."""
    told: dict[str, str] = {}
    for page, picture in photos:
        prints = fingerprints_of_picture(picture)
        told.setdefault(f"{prints[PHASH]}:{prints[DHASH]}", f"{page}")
    lines = [f"{page}:{hashes}" for hashes, page in told.items()]
    return {PHOTOS: " ".join(lines)} if lines else {}


def photos_of(prints: Mapping[str, str]) -> tuple[Photo, ...]:
    """The pictures by which a thing is found: itself, or those in it."""
    if PHASH in prints and DHASH in prints:
        return (Photo(1, prints),)
    found = _PHOTO.finditer(prints.get(PHOTOS, ""))
    photos = (Photo(int(each[1]), {PHASH: each[2], DHASH: each[3]}) for each in found)
    return tuple(islice(photos, MOST_PHOTOS))


def _by_waves(grey: Image.Image) -> str:
    """Which of the longest waves (type II of the cosine transform) are above their median."""
    points = np.asarray(grey.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS), dtype=np.float64)
    at, wave = np.arange(_SIDE), np.arange(_WAVES)[:, np.newaxis]
    waves = np.cos(np.pi * wave * (2 * at + 1) / (2 * _SIDE))
    strengths = waves @ points @ waves.T
    return _as_digits(strengths > np.median(strengths))


def _by_steps(grey: Image.Image) -> str:
    points = np.asarray(grey.resize((_WAVES + 1, _WAVES), Image.Resampling.LANCZOS))
    return _as_digits(points[:, 1:] > points[:, :-1])


def _as_digits(bits: NDArray[np.bool_]) -> str:
    return np.packbits(bits).tobytes().hex()


def fingerprints_of_text(text: str) -> Mapping[str, str]:
    """The MinHash of the text's shingles, 16 bits of each value in Base64; empty for few words."""
    words = words_of(text)[:_MOST_WORDS]
    if len(words) < _LEAST_WORDS:
        return {}
    least = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    factors, summands = _permutations()
    for numbers in _numbered(_shingles(words)):
        # Overflow is meant: an odd factor and a summand put all of 64 bits in another order.
        orders = numbers[:, np.newaxis] * factors + summands
        least = np.minimum(least, orders.min(axis=0))
    bits = (least >> np.uint64(16) & np.uint64(0xFFFF)).astype("<u2")
    return {SHINGLES: base64.b64encode(bits.tobytes()).decode()}


@cache
def _permutations() -> tuple[_Numbers, _Numbers]:
    """Factors and summands by chance, but the same on every machine for ever."""
    drawn = (blake2b(b"%d" % each, digest_size=16).digest() for each in range(PERMUTATIONS))
    pairs = np.frombuffer(b"".join(drawn), dtype="<u8").reshape(PERMUTATIONS, 2)
    return pairs[:, 0] | np.uint64(1), pairs[:, 1]


def _numbered(shingles: Iterable[str]) -> Iterator[_Numbers]:
    """A number of 64 bits for each, so many at once as a little memory takes."""
    for some in batched(shingles, _AT_ONCE):
        digests = b"".join(blake2b(each.encode(), digest_size=8).digest() for each in some)
        yield np.frombuffer(digests, dtype="<u8")


def words_of(text: str) -> Sequence[str]:
    """The words, without regard to case and signs."""
    return re.findall(r"\w+", text.casefold())


def _shingles(words: Sequence[str]) -> set[str]:
    last = len(words) - _SHINGLE + 1
    return {" ".join(words[start : start + _SHINGLE]) for start in range(last)}
