"""Small videos of many kinds, made here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from av.video.stream import VideoStream
from numpy.typing import NDArray

type Picture = NDArray[np.uint8]

RATE = 10
SOUND_RATE = 16_000
SIZE = (640, 360)


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """How a video is to be: seconds that are black or frozen, as from and to; loudness 0 to 1."""

    seconds: int = 8
    size: tuple[int, int] = SIZE
    codec: str = "libx264"
    pixels: str = "yuv420p"
    black: tuple[int, int] = (0, 0)
    frozen: tuple[int, int] = (0, 0)
    loudness: float | None = 0.32
    turned: int = 0
    every: int = 2
    """Seconds between keyframes."""
    flags: str = ""
    """Of the writer of MP4: `faststart`, or fragments."""


def made(path: Path, film: Film) -> Path:
    """The video, written."""
    options = {"movflags": film.flags} if film.flags else {}
    with av.open(str(path), "w", options=options) as container:
        stream = container.add_stream(film.codec, rate=RATE)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = film.size
        stream.pix_fmt = film.pixels
        stream.codec_context.gop_size = film.every * RATE
        if film.codec == "libx264":
            stream.options = {"preset": "ultrafast", "sc_threshold": "0"}
        if film.turned:
            stream.set_display_rotation(film.turned)
        sound = None
        if film.loudness is not None:
            sound = container.add_stream("aac", rate=SOUND_RATE, layout="mono")
        for picture in _pictures(film):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode())
        if sound:
            for frame in _tone(film):
                container.mux(sound.encode(frame))
            container.mux(sound.encode())
    return path


def _pictures(film: Film) -> Iterable[Picture]:
    for number in range(film.seconds * RATE):
        second = number / RATE
        if film.black[0] <= second < film.black[1]:
            yield np.zeros((film.size[1], film.size[0], 3), dtype=np.uint8)
        elif film.frozen[0] <= second < film.frozen[1]:
            yield pattern(film.size, film.frozen[0] * RATE)
        else:
            yield pattern(film.size, number)


def pattern(size: tuple[int, int], number: int) -> Picture:
    """Slanting colours with a bright box that moves on with every number."""
    width, height = size
    down, across = np.mgrid[0:height, 0:width]
    parts = [across * 255 // width, down * 255 // height, (across + down) % 256]
    picture = np.stack(parts, axis=2).astype(np.uint8)
    side = min(size) // 4
    left = (number * 7) % (width - side)
    picture[side : 2 * side, left : left + side] = 255
    return picture


def _tone(film: Film) -> Iterable[av.AudioFrame]:
    length = 1024
    for start in range(0, film.seconds * SOUND_RATE, length):
        at = np.arange(start, start + length) / SOUND_RATE
        wave = (np.sin(2 * np.pi * 440 * at) * (film.loudness or 0)).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(wave[np.newaxis, :], format="fltp", layout="mono")
        frame.sample_rate, frame.pts = SOUND_RATE, start
        yield frame


def trimmed(source: Path, target: Path, seconds: int) -> Path:
    """The video without its beginning, as telephones trim: an edit list hides what is kept."""
    options = {"avoid_negative_ts": "disabled", "use_editlist": "1"}
    with av.open(str(source)) as whole, av.open(str(target), "w", options=options) as container:
        streams = {each.index: container.add_stream_from_template(each) for each in whole.streams}
        for packet in whole.demux():
            if packet.dts is not None and packet.pts is not None:
                shift = int(seconds / packet.time_base)
                packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
                packet.stream = streams[packet.stream.index]
                container.mux(packet)
    return target


def changed(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """The file with its bytes changed in place."""
    path.write_bytes(change(path.read_bytes()))
    return path


def cut_to(share: float) -> Callable[[bytes], bytes]:
    """Keep only the beginning."""
    return lambda content: content[: int(len(content) * share)]


def with_told_length(times: int) -> Callable[[bytes], bytes]:
    """Header and tracks that tell a length so many times as long."""

    def change(content: bytes) -> bytes:
        changing = bytearray(content)
        for box, place in ((b"mvhd", 20), (b"mdhd", 20), (b"tkhd", 24)):
            start = changing.find(box)
            while start >= 0:
                at = start + place
                old = int.from_bytes(changing[at : at + 4], "big")
                changing[at : at + 4] = (old * times).to_bytes(4, "big")
                start = changing.find(box, at)
        return bytes(changing)

    return change
