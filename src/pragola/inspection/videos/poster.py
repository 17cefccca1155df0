"""A picture that stands for a video: one that shows something."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from PIL import Image

from pragola.inspection.videos.canvas import Painter
from pragola.inspection.videos.reading import opened, prepare

_PLACES = (15, 30, 50, 70, 85, 5, 0)
"""In hundredths of its length; titles and thanks stand at the ends."""
_ENOUGH = 30
"""Of 255: the spread of light in a photograph; a plain slide or a fade has less."""
_DARKEST, _LIGHTEST = 30, 235
_QUALITY = 80


def write_poster(path: Path, target: Path) -> None:
    """The first of some moments that shows enough, else the one that shows most, as a JPEG.

    Raises ValueError where no picture can be decoded.
    """
    best: tuple[float, Image.Image] | None = None
    with opened(path) as container:
        for picture in _candidates(container):
            worth = _worth(picture)
            if best is None or worth > best[0]:
                best = (worth, picture)
            if worth >= _ENOUGH:
                break
    if best is None:
        raise ValueError(path.name)
    best[1].save(target, "JPEG", quality=_QUALITY, optimize=True)


def _candidates(container: av.container.InputContainer) -> Iterator[Image.Image]:
    stream = container.streams.video[0]
    prepare(stream)
    length = float((stream.duration or 0) * stream.time_base)
    for place in _PLACES:
        try:
            container.seek(int(length * place / 100 / stream.time_base), stream=stream)
            frame = next(container.decode(stream), None)
            if frame is not None:
                yield _upright(stream, frame)
        except av.FFmpegError:
            continue


def _upright(stream: av.VideoStream, frame: av.VideoFrame) -> Image.Image:
    painter = Painter(stream, at_rate=False)
    painted = [*painter.paint(frame), *painter.finish()]
    return Image.fromarray(painted[0].to_ndarray(format="rgb24"))


def _worth(picture: Image.Image) -> float:
    """How much it shows: the spread of its light, nothing where it is nearly black or white."""
    light = np.asarray(picture.convert("L"))
    return float(light.std()) if _DARKEST <= light.mean() <= _LIGHTEST else float(light.std()) / 4
