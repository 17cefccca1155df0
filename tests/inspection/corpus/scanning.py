"""What a scanner or a phone makes of a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """How it looks: `skew` in degrees, `grain` and `shade` in grey values of 255, `blur` in points
    of the picture, `quality` of the JPEG, 0 to 100."""

    skew: float = 0
    grain: float = 0
    shade: int = 0
    blur: float = 0
    quality: int = 80
    turn: int = 0

    def scan(self, sheet: Image.Image, *, seed: int) -> Image.Image:
        """The sheet as it comes out."""
        seen = sheet.rotate(self.skew, resample=Image.Resampling.BICUBIC, fillcolor=250)
        seen = seen.filter(ImageFilter.GaussianBlur(self.blur)) if self.blur else seen
        seen = _grained(seen, self.grain, self.shade, seed)
        packed = BytesIO()
        seen.save(packed, "JPEG", quality=self.quality)
        return Image.open(packed).rotate(self.turn, expand=True)


def _grained(sheet: Image.Image, grain: float, shade: int, seed: int) -> Image.Image:
    if not grain and not shade:
        return sheet
    values = np.asarray(sheet, dtype=np.float32)
    noise = np.random.default_rng(seed).normal(0, grain, values.shape)
    falling = np.linspace(0, shade, values.shape[1])
    return Image.fromarray(np.clip(values + noise - falling, 0, 255).astype(np.uint8))


def bind(path: Path, sheets: Sequence[Image.Image], *, dpi: int = 200) -> Path:
    """A PDF of pictures."""
    first, *others = sheets
    first.save(path, "PDF", resolution=dpi, save_all=True, append_images=others)
    return path


def scanned(path: Path, sheets: Iterable[Image.Image], scanner: Scanner, *, dpi: int = 200) -> Path:
    """A PDF as that scanner makes it."""
    seeds = Random(path.name)
    return bind(path, [scanner.scan(s, seed=seeds.randrange(2**31)) for s in sheets], dpi=dpi)
