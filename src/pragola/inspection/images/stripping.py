"""The copy of a picture for the public: what is seen, and nothing of camera, day or place."""

import io
from pathlib import Path

from pragola.inspection.images.opening import open_picture

_QUALITY = 90
"""Of JPEG; a second saving at this quality is not seen."""


def without_metadata(path: Path, target: Path) -> None:
    """Write a JPEG or PNG as another of its format, upright, made anew from its points.

    Comments, previews, profiles and whatever was appended stay behind with the rest. Raises
    UnopenedError for what is no whole picture (nothing is written then), and OSError.
    """
    opened = open_picture(path)
    opened.picture.info.clear()
    copy = io.BytesIO()
    opened.picture.save(copy, opened.format, quality=_QUALITY, optimize=True)
    target.write_bytes(copy.getvalue())
