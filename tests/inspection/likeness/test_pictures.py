"""Pictures that are nearly the same."""

import io
from decimal import Decimal
from itertools import combinations

import pytest
from PIL import Image, ImageEnhance

from pragola.inspection.likeness.comparing import ALIKE_PICTURES, likeness_of_pictures
from pragola.inspection.likeness.fingerprints import fingerprints_of_picture
from tests.inspection.images.scenes import photograph

SEEDS = range(1, 13)


def again(picture: Image.Image, quality: int) -> Image.Image:
    """Saved anew as JPEG."""
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=quality)
    return Image.open(kept)


def trimmed(picture: Image.Image, percent: int) -> Image.Image:
    """Without so much of its width and height."""
    across, down = (side * percent // 200 for side in picture.size)
    return picture.crop((across, down, picture.width - across, picture.height - down))


def near_duplicates(picture: Image.Image) -> dict[str, Image.Image]:
    """What becomes of a photograph on its way through messengers."""
    small = picture.resize((400, 300))
    brighter = ImageEnhance.Brightness(picture).enhance(1.15)
    return {
        "saved anew": again(picture, 30),
        "smaller": small,
        "brighter": brighter,
        "grey": picture.convert("L"),
        "trimmed": trimmed(picture, 4),
        "all of it": again(trimmed(brighter, 3).resize((400, 300)), 60),
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_near_duplicate_is_found(seed: int) -> None:
    """Whatever was done to it."""
    scene = photograph(seed)
    own = fingerprints_of_picture(scene)
    missed = {
        name: found
        for name, other in near_duplicates(scene).items()
        if (found := likeness_of_pictures(own, fingerprints_of_picture(other))) < ALIKE_PICTURES
    }
    assert missed == {}


def test_different_pictures_are_far_from_it() -> None:
    """Every two of a dozen."""
    prints = [fingerprints_of_picture(photograph(seed)) for seed in SEEDS]
    most = max(likeness_of_pictures(one, other) for one, other in combinations(prints, 2))
    assert most < Decimal("0.5")


def test_the_same_picture_is_wholly_alike_and_none_is_not() -> None:
    """Without fingerprints there is nothing to tell by."""
    own = fingerprints_of_picture(photograph())
    assert [likeness_of_pictures(own, own), likeness_of_pictures(own, {})] == [1, 0]


def test_a_negative_is_not_alike() -> None:
    """No likeness is below zero."""
    assert likeness_of_pictures({"phash": "0" * 16}, {"phash": "f" * 16}) == 0
