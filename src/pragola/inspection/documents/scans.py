"""Whether the picture of a page can be read: ink, contrast, sharpness, resolution."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pragola.inspection.findings import Finding, Place, Severity

type Grey = NDArray[np.uint8]

_MEASURED_WIDTH = 1000
"""Measures are taken at one width, so that they mean the same for every scan."""
_LEAST_DEPTH = 12
_NOISES = 9
"""A point is ink when it is that much darker than the paper (of 255), and that many times more
than its neighbours usually differ: the grain of a bad scan is no ink."""
_LEAST_INK = 8
"""Per 10,000 points; a page with one line of text has about 20, dust about 2."""
_FAINT = 60
"""Ink less than this darker than its paper (of 255) prints as grey on grey."""
_BLURRED = 220
"""Sharpness below which Tesseract loses words of 12 points: a blur of 4 points at 200 dpi."""
_COARSE = 110
"""Dots per inch; below, small letters have fewer than 12 points of height."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The measures of one page: `ink` per 10,000 points, `contrast` 0 to 255.

    `sharpness`: the steepest steps between neighbours (99.5th percentile of the gradient) in
    per mille of the contrast; crisp letters step fully within a point or two.
    `dpi` is None where the size of the page in inches is not known.
    """

    ink: int
    contrast: int
    sharpness: int
    dpi: int | None

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return self.ink < _LEAST_INK


def measure(picture: Image.Image, *, dpi: int | None) -> Scan:
    """The measures of a page's picture."""
    grey = _normal(picture)
    paper = int(np.percentile(grey, 90))
    depth = np.clip(paper - grey.astype(np.int16), 0, None)
    grain = float(np.median(np.abs(np.diff(grey.astype(np.int16), axis=1))))
    ink = int(10_000 * np.mean(depth >= max(_LEAST_DEPTH, _NOISES * grain)))
    contrast = int(np.percentile(depth, 99.5))
    return Scan(ink=ink, contrast=contrast, sharpness=_sharpness(grey, contrast), dpi=dpi)


def scan_findings(scan: Scan, page: int) -> tuple[Finding, ...]:
    """What hinders reading this page; nothing for a blank one."""
    blurred = scan.sharpness < _BLURRED
    told = (
        ("scan_blurred", blurred, ("sharpness", scan.sharpness)),
        # A blur spreads the ink, which makes it pale as well.
        ("scan_faint", scan.contrast < _FAINT and not blurred, ("contrast", scan.contrast)),
        ("scan_coarse", scan.dpi is not None and scan.dpi < _COARSE, ("dpi", scan.dpi)),
    )
    return tuple(
        Finding(
            code=code,
            severity=Severity.DOUBTFUL,
            check="scan_quality",
            place=Place(page=page),
            facts=(fact,),
        )
        for code, is_so, fact in told
        if is_so
    )


def _normal(picture: Image.Image) -> Grey:
    height = max(1, round(picture.height * _MEASURED_WIDTH / max(1, picture.width)))
    small = picture.convert("L").resize((_MEASURED_WIDTH, min(height, 4 * _MEASURED_WIDTH)))
    return np.asarray(small)


def _sharpness(grey: Grey, contrast: int) -> int:
    steps = np.abs(np.diff(grey.astype(np.int16), axis=1))
    return int(1000 * np.percentile(steps, 99.5) / max(contrast, 1))
