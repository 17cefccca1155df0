"""The measures of a page's picture."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from pragola.inspection.documents.scans import Scan, measure, scan_findings
from tests.inspection.documents.sheets import blank, written


def grainy(picture: Image.Image, grain: int) -> Image.Image:
    """With the grain of a bad scanner."""
    noise = np.random.default_rng(7).normal(0, grain, picture.size[::-1])
    return Image.fromarray((np.asarray(picture) + noise).clip(0, 255).astype("uint8"))


@pytest.mark.parametrize("grain", [0, 5, 15, 30])
def test_grain_is_no_ink_and_a_line_of_text_is(grain: int) -> None:
    """However bad the scanner."""
    found = [
        measure(grainy(sheet, grain), dpi=None).is_blank for sheet in (blank(), written(lines=1))
    ]
    assert found == [True, False]


def test_faint_text_is_not_a_blank_page() -> None:
    """It is told as faint."""
    scan = measure(written(ink=215), dpi=None)
    assert [f.code for f in scan_findings(scan, 3)] == ["scan_faint"]


def test_a_blur_is_told_from_sharp_text() -> None:
    """By the steepest steps."""
    sheets = (written(), written().filter(ImageFilter.GaussianBlur(8)))
    told = [[f.code for f in scan_findings(measure(s, dpi=200), 1)] for s in sheets]
    assert told == [[], ["scan_blurred"]]


def test_few_dots_per_inch_are_told_with_their_number() -> None:
    """For the page they are on."""
    (found,) = scan_findings(Scan(ink=500, contrast=200, sharpness=700, dpi=72), 2)
    assert (found.code, found.place.page, found.facts) == ("scan_coarse", 2, (("dpi", 72),))
