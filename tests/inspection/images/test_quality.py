"""Whether a person can see what a picture shows."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from pragola.inspection.images.quality import measure, quality_findings
from tests.inspection.documents.sheets import written
from tests.inspection.images.scenes import photograph, screen

SEEDS = range(1, 7)


def codes(picture: Image.Image) -> list[str]:
    """What is told of a picture."""
    return [finding.code for finding in quality_findings(measure(picture.convert("RGB")))]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("width", [4000, 1200, 640])
def test_a_sharp_photograph_is_clear_at_any_size(seed: int, width: int) -> None:
    """The measures do not go by the number of points."""
    assert codes(photograph(seed).resize((width, width * 3 // 4))) == ["picture_clear"]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("width", [2400, 1200])
def test_a_blur_is_told_at_any_size(seed: int, width: int) -> None:
    """Of six in a thousand, as of a hand that shook."""
    scene = photograph(seed).resize((width, width * 3 // 4))
    assert codes(scene.filter(ImageFilter.GaussianBlur(width * 0.006))) == ["picture_blurred"]


def test_a_sharp_thing_before_a_soft_background_is_sharp() -> None:
    """As portraits are."""
    sharp, soft = photograph(), photograph().filter(ImageFilter.GaussianBlur(12))
    soft.paste(sharp.crop((400, 250, 900, 800)), (400, 250))
    assert codes(soft) == ["picture_clear"]


def test_a_small_picture_is_told_with_its_size() -> None:
    """And with the size that would do."""
    (found,) = quality_findings(measure(photograph().resize((320, 240))))
    assert (found.code, dict(found.facts)) == (
        "picture_small",
        {"width": 320, "height": 240, "least": 400},
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_too_little_and_too_much_light_are_told(seed: int) -> None:
    """Of one scene, from a tenth of its light to three times as much."""
    scene = photograph(seed)
    grey = np.asarray(scene).astype(float)
    bright = Image.fromarray((grey * 0.5 + 215).clip(0, 255).astype(np.uint8))
    told = [codes(ImageEnhance.Brightness(scene).enhance(0.1)), codes(scene), codes(bright)]
    assert told == [["picture_dark"], ["picture_clear"], ["picture_bright"]]


def test_pages_and_screens_are_not_overexposed() -> None:
    """Their white is paper."""
    assert [codes(written()), codes(screen())] == [["picture_clear"], ["picture_clear"]]


def test_one_colour_is_blank_with_grain_and_without() -> None:
    """A lens cap has grain; a page with one line is not blank."""
    grain = np.random.default_rng(3).normal(20, 6, (900, 1200, 3)).clip(0, 255).astype(np.uint8)
    line = Image.new("RGB", (1200, 900), "white")
    ImageDraw.Draw(line).rectangle((100, 400, 900, 420), fill="black")
    shown = [Image.new("RGB", (900, 700)), Image.fromarray(grain), line]
    assert [measure(each).is_blank for each in shown] == [True, True, False]


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (4000, 1), (2, 2), (3, 5)])
def test_the_narrowest_pictures_are_measured_too(size: tuple[int, int]) -> None:
    """Without an error."""
    assert codes(Image.new("L", size)) == ["picture_blank"]
