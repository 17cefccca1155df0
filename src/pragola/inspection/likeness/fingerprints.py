"""Short texts by which things that are nearly the same are found without the things themselves."""

import base64
import re
from collections.abc import Mapping, Sequence

import imagehash
import numpy as np
from datasketch import MinHash
from PIL import Image

PHASH, DHASH, SHINGLES = "phash", "dhash", "shingles"
"""The kinds of fingerprints, the keys of `Report.likeness`."""

_SHINGLE = 4
"""Words that stand together: fewer are common phrases of every decree, more are lost to one fault
of OCR."""
PERMUTATIONS = 128
"""A likeness is then right to about 9 of 100, enough to choose what is compared word by word."""
_SEED = 20
_LEAST_WORDS = 20
"""A shorter text has too little of its own."""
_SMALL = 512


def fingerprints_of_picture(picture: Image.Image) -> Mapping[str, str]:
    """Two perceptual hashes of 64 bits, as 16 hexadecimal digits each.

    One goes by the coarse waves of light and dark, the other by what gets brighter to the right;
    new size, format, light and a narrow trim leave most of their bits. Blank pictures are all
    alike, so whoever calls this leaves them out.
    """
    small = picture.convert("L")
    small.thumbnail((_SMALL, _SMALL), Image.Resampling.BOX)
    return {PHASH: str(imagehash.phash(small)), DHASH: str(imagehash.dhash(small))}


def fingerprints_of_text(text: str) -> Mapping[str, str]:
    """The MinHash of the text's shingles, 16 bits of each value in Base64; empty for few words."""
    words = words_of(text)
    if len(words) < _LEAST_WORDS:
        return {}
    sketch = MinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update_batch([shingle.encode() for shingle in sorted(_shingles(words))])
    bits = (np.asarray(sketch.hashvalues) & 0xFFFF).astype("<u2")
    return {SHINGLES: base64.b64encode(bits.tobytes()).decode()}


def words_of(text: str) -> Sequence[str]:
    """The words, without regard to case and signs."""
    return re.findall(r"\w+", text.casefold())


def _shingles(words: Sequence[str]) -> set[str]:
    last = len(words) - _SHINGLE + 1
    return {" ".join(words[start : start + _SHINGLE]) for start in range(last)}
