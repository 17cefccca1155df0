"""What is nearly the same is found by equal keys, and little else is."""

import random

import pytest

from pragola.inspection.likeness.bands import kept_under, looked_up_by
from pragola.inspection.likeness.comparing import (
    ALIKE_PICTURES,
    likeness_of_pictures,
    likeness_of_sketches,
)
from pragola.inspection.likeness.fingerprints import fingerprints_of_text

_BITS = 128


def hashes(bits: int) -> dict[str, str]:
    """The two hashes whose bits are these, one after the other."""
    digits = f"{bits:032x}"
    return {"phash": digits[:16], "dhash": digits[16:]}


def test_no_picture_that_is_taken_to_be_the_same_is_missed() -> None:
    """Whichever bits differ: 3,000 pairs just at the edge, and every band hit as evenly as can."""
    chance = random.Random(7)
    missed = 0
    for _ in range(3000):
        bits = chance.getrandbits(_BITS)
        other = bits
        for place in chance.sample(range(_BITS), 22):
            other ^= 1 << place
        assert likeness_of_pictures(hashes(bits), hashes(other)) >= ALIKE_PICTURES
        missed += not looked_up_by(hashes(bits)) & kept_under(hashes(other))
    assert missed == 0


def test_one_bit_more_is_no_longer_the_same() -> None:
    """So the promise above covers all there is."""
    other = hashes((1 << 23) - 1)
    assert likeness_of_pictures(hashes(0), other) < ALIKE_PICTURES


def test_few_of_many_other_pictures_are_looked_at() -> None:
    """Of 10,000 unlike ones fewer than 300; the others are never compared."""
    chance = random.Random(8)
    asked = looked_up_by(hashes(chance.getrandbits(_BITS)))
    found = sum(bool(asked & kept_under(hashes(chance.getrandbits(_BITS)))) for _ in range(10_000))
    assert 0 < found < 300


@pytest.mark.parametrize(("changed", "least"), [(0.03, 40), (0.08, 40), (0.15, 30)])
def test_texts_of_which_some_words_were_misread_are_found(changed: float, least: int) -> None:
    """Of forty: nearly all, as the share of equal shingles tells."""
    chance = random.Random(9)
    words = [f"kata{number}" for number in range(900)]
    found = 0
    for _ in range(40):
        text = [chance.choice(words) for _ in range(300)]
        other = [chance.choice(words) if chance.random() < changed else word for word in text]
        one, two = (fingerprints_of_text(" ".join(each)) for each in (text, other))
        found += bool(looked_up_by(one) & kept_under(two))
    assert found >= least


def test_unlike_texts_are_rarely_looked_at() -> None:
    """Forty of one office with a tenth of their shingles in common."""
    chance = random.Random(10)
    words = [f"kata{number}" for number in range(900)]
    opening = [chance.choice(words) for _ in range(60)]
    prints = [
        fingerprints_of_text(" ".join([*opening, *(chance.choice(words) for _ in range(240))]))
        for _ in range(40)
    ]
    first, *others = prints
    assert max(likeness_of_sketches(first, other) for other in others) < 0.2
    assert sum(bool(looked_up_by(first) & kept_under(other)) for other in others) <= 6


def test_what_has_no_fingerprint_has_no_key() -> None:
    """A blank picture, a text of five words."""
    assert (kept_under({}), looked_up_by({"phash": "0" * 16})) == (frozenset(), frozenset())
