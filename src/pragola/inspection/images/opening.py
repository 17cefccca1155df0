"""A stranger's picture opened whole and upright, or the reason why not."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from PIL import Image, ImageOps

MOST_PIXELS = 80_000_000
"""Three quarters of a gigabyte while it is turned upright; no phone of today takes more."""

_FORMATS = ("JPEG", "PNG")
_SEE_THROUGH = ("RGBA", "LA", "PA", "RGBa", "La")


class UnopenedError(Exception):
    """It cannot be shown to anybody; the argument is the code of the finding."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A whole picture: upright, in RGB on white; `format` is `JPEG` or `PNG`.

    `exif` is what its maker wrote into it, as it stands there.
    """

    picture: Image.Image
    format: str
    exif: Image.Exif


def open_picture(path: Path) -> Opened:
    """The picture of a file. Raises UnopenedError, and OSError where the file is not readable."""
    with path.open("rb") as file:
        try:
            return _opened(file)
        except UnopenedError:
            raise
        except Image.DecompressionBombError as error:
            raise UnopenedError("picture_too_large") from error
        except Exception as error:
            # Pillow's decoders raise nearly anything for broken content; all of it means this.
            raise UnopenedError("picture_damaged") from error


def _opened(file: BinaryIO) -> Opened:
    with Image.open(file, formats=_FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise UnopenedError("picture_too_large")
        picture.load()
        kind = "PNG" if picture.format == "PNG" else "JPEG"
        exif = _exif_of(picture)
        return Opened(_in_rgb(_upright(picture)), kind, exif)


def _exif_of(picture: Image.Image) -> Image.Exif:
    try:
        return picture.getexif()
    except Exception:
        # A broken note about a picture does not make the picture a broken one.
        return Image.Exif()


def _upright(picture: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:
        # As above: the turn is a note too.
        return picture


def _in_rgb(picture: Image.Image) -> Image.Image:
    """In eight bits a colour; what is seen through shows white, as on a page."""
    if picture.mode[0] in "IF":
        grey = np.asarray(picture).astype(np.float64)
        depth = 255 / max(float(grey.max()), 255.0)
        return Image.fromarray((grey * depth).clip(0, 255).astype(np.uint8)).convert("RGB")
    if picture.mode in _SEE_THROUGH or "transparency" in picture.info:
        over = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")
    return picture.convert("RGB")
