"""How fast videos are looked at and made small: `python -m benchmarks.inspection.videos`.

The source is made here: 1080p at 30 pictures a second and 16 Mbit/s, as a telephone films, with
everything in motion and grain all over. With --encoders: what the encoders of PyAV's libraries
make of ten seconds at 480p and 400 kbit/s asked for, by time, size and likeness to the source.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import av
import numpy as np
from av.video.stream import VideoStream
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from benchmarks.machine import machine, peak_memory, timed
from pragola.inspection.confined import inspect_confined
from pragola.inspection.subject import Subject
from pragola.inspection.videos.canvas import Painter
from pragola.inspection.videos.rendition import render_confined
from pragola.inspection.videos.video import look_at_video
from pragola.rulebooks import load_edition

RATE = 30
WIDTH, HEIGHT = 1920, 1080
SOUND_RATE = 48_000
MINUTE, LONGEST = 60, 300
_BITS = 16_000_000
_ENCODED_SECONDS, _ENCODED_BITS = 10, 400_000

type Plane = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder with the options that make it fast enough for a worker."""

    name: str
    options: dict[str, str]


ENCODERS = (
    Encoder("libx264", {"preset": "veryfast"}),
    Encoder("libx264", {"preset": "medium"}),
    Encoder("mpeg4", {}),
    Encoder("libvpx-vp9", {"deadline": "realtime", "cpu-used": "8", "row-mt": "1"}),
    Encoder("libvpx-vp9", {"deadline": "good", "cpu-used": "4", "row-mt": "1"}),
    Encoder("libsvtav1", {"preset": "11"}),
    Encoder("libsvtav1", {"preset": "8"}),
)


def main() -> None:
    """Print the figures with the machine they were taken on."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        if "--encoders" in sys.argv[1:]:
            _compare(room)
        else:
            _look_and_render(room)


def _look_and_render(room: Path) -> None:
    subject = Subject(edition=load_edition("2026"))
    render_minute(room, write_film(room / "minute.mp4", MINUTE))
    whole = write_film(room / "whole.mp4", LONGEST)
    print(f"300 s of 1080p ({whole.stat().st_size / 1e6:.0f} MB), looked at:")
    print("  ", timed(lambda: look_at_video(whole, subject), times=3))
    print("   in a confined child:", timed(lambda: inspect_confined(whole, subject), times=3))
    print("  ", peak_memory())


def render_minute(room: Path, minute: Path) -> None:
    """How long poster and small video of a film take, and how large it is then."""
    print(f"60 s of 1080p ({minute.stat().st_size / 1e6:.0f} MB), rendered in a confined child:")
    runs = iter(range(100))
    print("  ", timed(lambda: list(render_confined(minute, room / f"{next(runs)}")), times=3))
    print(f"   {(room / '0' / '480p.mp4').stat().st_size / 1e6:.1f} MB")


def write_film(path: Path, seconds: int) -> Path:
    """A film of so many seconds in which everything moves, with a tone."""
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        picture = container.add_stream("libx264", rate=RATE, options={"preset": "ultrafast"})
        assert isinstance(picture, VideoStream)
        picture.width, picture.height, picture.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        picture.bit_rate = _BITS
        picture.codec_context.gop_size = 2 * RATE
        sound = container.add_stream("aac", rate=SOUND_RATE, layout="stereo")
        for planes in _pictures(seconds * RATE):
            container.mux(picture.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
        container.mux(picture.encode())
        for frame in _tone(seconds):
            container.mux(sound.encode(frame))
        container.mux(sound.encode())
    return path


def _pictures(count: int) -> Iterator[Plane]:
    """A camera that sways over a rough ground while a box crosses, with a lens's grain."""
    chance = np.random.default_rng(1)
    rough = Image.fromarray(chance.integers(0, 255, (1400, 2600), dtype=np.uint8))
    blurred = np.asarray(rough.filter(ImageFilter.GaussianBlur(6))).astype(np.int16)
    ground = (blurred - 128) * 6 + 128
    grains = [chance.integers(-6, 7, (HEIGHT, WIDTH), dtype=np.int16) for _ in range(6)]
    colours = np.full((HEIGHT // 2, WIDTH), 125, dtype=np.uint8)
    for number in range(count):
        across, down = (int(150 + 140 * turn(number / 80)) for turn in (np.sin, np.cos))
        light = ground[down : down + HEIGHT, across : across + WIDTH] + grains[number % 6]
        light = light.clip(16, 235).astype(np.uint8)
        left = (number * 9) % (WIDTH - 300)
        light[400:600, left : left + 300] = 255 - light[400:600, left : left + 300]
        yield np.concatenate([light, colours])


def _tone(seconds: int) -> Iterator[av.AudioFrame]:
    for start in range(0, seconds * SOUND_RATE, 1024):
        at = np.arange(start, start + 1024) / SOUND_RATE
        wave = (np.sin(2 * np.pi * 440 * at) * 0.3).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(np.stack([wave, wave]), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = SOUND_RATE, start
        yield frame


def _compare(room: Path) -> None:
    source = write_film(room / "source.mp4", _ENCODED_SECONDS)
    with av.open(str(source)) as container:
        stream = container.streams.video[0]
        painter = Painter(stream, at_rate=False)
        frames = [p for frame in container.decode(stream) for p in painter.paint(frame)]
    print(f"{len(frames)} frames of {frames[0].width}x{frames[0].height}, already scaled:")
    for encoder in ENCODERS:
        _encode(room / "encoded.mp4", encoder, frames)


def _encode(path: Path, encoder: Encoder, frames: list[av.VideoFrame]) -> None:
    start = perf_counter()
    with av.open(str(path), "w") as container:
        stream = container.add_stream(encoder.name, rate=RATE, options=encoder.options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = frames[0].width, frames[0].height
        stream.pix_fmt = "yuv420p"
        stream.codec_context.gop_size = 2 * RATE
        stream.bit_rate = _ENCODED_BITS
        for number, frame in enumerate(frames):
            copied = av.VideoFrame.from_ndarray(frame.to_ndarray(), format="yuv420p")
            copied.pts = number
            container.mux(stream.encode(copied))
        container.mux(stream.encode())
    taken = perf_counter() - start
    kilobits = path.stat().st_size * 8 / 1000 / (len(frames) / RATE)
    options = " ".join(f"{name}={value}" for name, value in encoder.options.items())
    likeness = _likeness(path, frames)
    print(f"   {encoder.name} {options}: {taken:.1f} s, {kilobits:.0f} kbit/s, {likeness:.1f} dB")


def _likeness(path: Path, frames: list[av.VideoFrame]) -> float:
    """Peak signal to noise over all frames, in decibels."""
    with av.open(str(path)) as container:
        errors = [
            np.mean((one.to_ndarray().astype(float) - other.to_ndarray()) ** 2)
            for one, other in zip(container.decode(video=0), frames, strict=False)
        ]
    return float(10 * np.log10(255**2 / np.mean(errors)))


if __name__ == "__main__":
    main()
