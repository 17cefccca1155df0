"""Films of the held-out part: other scenes, codecs, containers and pace than the checks' tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.stream import VideoStream
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

type Picture = NDArray[np.uint8]

SOUND_RATE = 22_050
_LENGTH = 1152


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """`night` and `still` are the seconds, from and to, that are black or do not move.

    `murmur` is the loudness of noise, 0 to 1; None is a film without sound.
    """

    seconds: int = 9
    rate: int = 6
    size: tuple[int, int] = (640, 480)
    codec: str = "libx264"
    pixels: str = "yuv420p"
    sound: str = "aac"
    night: tuple[int, int] = (0, 0)
    still: tuple[int, int] = (0, 0)
    murmur: float | None = 0.2
    flags: str = ""
    ending: str = "mp4"


def shoot(folder: Path, shot: Shot) -> Path:
    """The film, written."""
    path = folder / f"film.{shot.ending}"
    options = {"movflags": shot.flags} if shot.flags else {}
    with av.open(str(path), "w", options=options) as container:
        picture = _picture_stream(container, shot)
        sound = None
        if shot.murmur is not None:
            sound = container.add_stream(shot.sound, rate=SOUND_RATE, layout="mono")
        for frame in _frames(shot):
            container.mux(picture.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(picture.encode())
        if isinstance(sound, AudioStream):
            for heard in _noise(shot):
                container.mux(sound.encode(heard))
            container.mux(sound.encode())
    return path


def sound_alone(folder: Path) -> Path:
    """A recording without a picture, under the name of a film."""
    path = folder / "film.mp4"
    with av.open(str(path), "w") as container:
        sound = container.add_stream("aac", rate=SOUND_RATE, layout="mono")
        for heard in _noise(Shot(seconds=5)):
            container.mux(sound.encode(heard))
        container.mux(sound.encode())
    return path


def _picture_stream(container: av.container.OutputContainer, shot: Shot) -> VideoStream:
    stream = container.add_stream(shot.codec, rate=shot.rate)
    assert isinstance(stream, VideoStream)
    stream.width, stream.height = shot.size
    stream.pix_fmt = shot.pixels
    if shot.codec == "libx264":
        stream.options = {"preset": "superfast", "bf": "2"}
    if shot.codec == "libvpx-vp9":
        stream.options = {"deadline": "realtime", "cpu-used": "8"}
    return stream


def _frames(shot: Shot) -> Iterator[Picture]:
    for number in range(shot.seconds * shot.rate):
        second = number / shot.rate
        if shot.night[0] <= second < shot.night[1]:
            yield np.full((shot.size[1], shot.size[0], 3), 3, dtype=np.uint8)
        elif shot.still[0] <= second < shot.still[1]:
            yield _slide(shot.size, shot.still[0])
        else:
            yield _slide(shot.size, number + 100)


def _slide(size: tuple[int, int], number: int) -> Picture:
    """A page with a title that is shown while a line is drawn across it and a ball falls."""
    picture = Image.new("RGB", size, (236, 240, 228))
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSerif.ttf", size[1] // 12)
    pen.text((size[0] // 10, size[1] // 8), f"Langkah ke-{number}", (30, 60, 40), font)
    along = number * 23 % size[0]
    pen.line((0, size[1] * 3 // 4, along, size[1] * 3 // 4), fill=(160, 60, 20), width=7)
    fallen = number * 31 % size[1]
    pen.ellipse((size[0] // 2, fallen, size[0] // 2 + 50, fallen + 50), fill=(20, 90, 150))
    return np.asarray(picture)


def _noise(shot: Shot) -> Iterator[av.AudioFrame]:
    dice = np.random.default_rng(shot.seconds)
    for start in range(0, shot.seconds * SOUND_RATE, _LENGTH):
        wave = (dice.normal(0, 0.3, (1, _LENGTH)) * (shot.murmur or 0)).clip(-1, 1)
        frame = av.AudioFrame.from_ndarray(wave.astype(np.float32), format="fltp", layout="mono")
        frame.sample_rate, frame.pts = SOUND_RATE, start
        yield frame
