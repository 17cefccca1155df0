"""Whether a person can see in a picture what it shows: size, sharpness, light.

The guideline names no figures for this; the limits here are ours, set on photographs of many
subjects and copies of them made small, soft, dark and bright.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pragola.inspection.findings import Finding, Severity
from pragola.scoring.faults import Facts

type Grey = NDArray[np.float64]

_SIDE = 500
"""Sharpness is measured on a copy whose longer side is this, about as a picture is looked at: the
grain of the camera is gone, and a blur that does not show at that size does no harm."""
_TILES = 8
_SHARPEST = 90
"""Percentile of the tiles: a sharp face before a soft background is a sharp picture."""
_LEAST_SPREAD = 100.0
"""Variance of grey taken at least, or the grain of a plain wall would count as detail."""
_BLURRED = 40
"""Sharp photographs have 370 and more, and a blur of 3 in 1,000 of the longer side, with which
letters on a banner run together, leaves 4 to 38 of most of them."""
_SMALL = 400
"""The shorter side in points: with less, a face in a group of ten is under 20 points tall and the
letters of a banner under 10, which nobody recognises."""
_BLANK = 10
"""Range of grey, of 255, on a copy so small that grain is gone; one line of text gives 40."""
_BLANK_SIDE = 100
_DARK = (30, 90)
"""Median and 95th percentile of grey below which next to nothing is seen; a stage at night has
lights above the second, and a lit room is above the first."""
_CLIPPED = 250
_BRIGHT = (50, 100)
"""Percent of points without any drawing left, and the least grey of the darkest hundredth: a page
with ink has that much white too, but is darker where the ink is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The measures of a picture.

    `sharpness`: variance of the Laplacian of the sharpest tenth of tiles, in per mille of the
    variance of grey. `darkest`, `middle` and `brightest` are the 1st, 50th and 95th percentile
    of grey, 0 to 255; `clipped` the percent of points that are as good as white; `spread` the
    range of grey without its grain.
    """

    width: int
    height: int
    sharpness: int
    darkest: int
    middle: int
    brightest: int
    clipped: int
    spread: int

    @property
    def is_blank(self) -> bool:
        """Whether it shows nothing."""
        return self.spread < _BLANK


def measure(picture: Image.Image) -> Look:
    """The measures of a picture in RGB."""
    grey = _grey(picture, _SIDE)
    darkest, middle, brightest = (int(each) for each in np.percentile(grey, (1, 50, 95)))
    return Look(
        width=picture.width,
        height=picture.height,
        sharpness=_sharpness(grey),
        darkest=darkest,
        middle=middle,
        brightest=brightest,
        clipped=int(100 * np.mean(grey >= _CLIPPED)),
        spread=int(np.ptp(_grey(picture, _BLANK_SIDE))),
    )


def quality_findings(look: Look) -> tuple[Finding, ...]:
    """What hinders a person who looks at it; a picture without any of it is clear."""
    size: Facts = (("width", look.width), ("height", look.height))
    if look.is_blank:
        return (_finding("picture_blank", Severity.DOUBTFUL),)
    hindered = tuple(_hindrances(look, size))
    return hindered or (_finding("picture_clear", Severity.GOOD, size),)


def _hindrances(look: Look, size: Facts) -> Iterator[Finding]:
    if min(look.width, look.height) < _SMALL:
        yield _finding("picture_small", Severity.DOUBTFUL, (*size, ("least", _SMALL)))
    dark = look.middle < _DARK[0] and look.brightest < _DARK[1]
    bright = look.clipped >= _BRIGHT[0] and look.darkest >= _BRIGHT[1]
    # Where light is the fault, too little drawing is left to tell how sharp it is.
    if look.sharpness < _BLURRED and not (dark or bright):
        facts = (("sharpness", look.sharpness), ("least", _BLURRED))
        yield _finding("picture_blurred", Severity.DOUBTFUL, facts)
    if dark:
        yield _finding("picture_dark", Severity.DOUBTFUL, (("grey", look.middle),))
    if bright:
        yield _finding("picture_bright", Severity.DOUBTFUL, (("percent", look.clipped),))


def _grey(picture: Image.Image, side: int) -> Grey:
    """A grey copy, made smaller where it is larger; each point the mean of those it stands for."""
    scale = side / max(*picture.size, side)
    size = (max(3, round(picture.width * scale)), max(3, round(picture.height * scale)))
    return np.asarray(picture.convert("L").resize(size, Image.Resampling.BOX)).astype(np.float64)


def _sharpness(grey: Grey) -> int:
    steps = 4 * grey[1:-1, 1:-1]
    steps -= grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    rows = np.array_split(steps, min(_TILES, steps.shape[0]))
    tiles = [t for row in rows for t in np.array_split(row, min(_TILES, row.shape[1]), axis=1)]
    sharpest = float(np.percentile([tile.var() for tile in tiles], _SHARPEST))
    return int(1000 * sharpest / max(float(grey.var()), _LEAST_SPREAD))


def _finding(code: str, severity: Severity, facts: Facts = ()) -> Finding:
    return Finding(code=code, severity=severity, check="picture_quality", facts=facts)
