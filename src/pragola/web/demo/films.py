"""Small videos of the demonstration: cards that say that they are invented, made here."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.stream import VideoStream
from PIL import Image, ImageDraw, ImageFont

_SIZE = (1280, 720)
_RATE, _SOUND_RATE, _SAMPLES = 3, 44_100, 1024
SECONDS_A_CARD = 4
_GROUNDS = ("#2b3a7a", "#7a4a21", "#2b5d3a", "#5f3c72", "#23545f")
_TONES = (262, 294, 330, 392, 440)


def write_film(path: Path, title: str, cards: Sequence[str]) -> None:
    """An MP4 with a card for each text, one after the other, and a soft tone of its own."""
    with av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", rate=_RATE)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = _SIZE
        stream.pix_fmt = "yuv420p"
        stream.options = {"preset": "veryfast", "crf": "23", "threads": "1"}
        sound = container.add_stream("aac", rate=_SOUND_RATE, layout="mono")
        sound.bit_rate = 128_000
        for picture in _pictures(title, cards):
            container.mux(
                stream.encode(av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24"))
            )
        container.mux(stream.encode())
        for frame in _tones(len(cards)):
            container.mux(sound.encode(frame))
        container.mux(sound.encode())


def _pictures(title: str, cards: Sequence[str]) -> Iterator[Image.Image]:
    frames = SECONDS_A_CARD * _RATE
    for number, card in enumerate(cards):
        still = _card(title, f"{number + 1}. {card}", _GROUNDS[number % len(_GROUNDS)])
        for frame in range(frames):
            moving = still.copy()
            width = _SIZE[0] * (frame + 1) // frames
            ImageDraw.Draw(moving).rectangle((0, _SIZE[1] - 18, width, _SIZE[1]), fill="#dcae80")
            yield moving


def _card(title: str, text: str, ground: str) -> Image.Image:
    picture = Image.new("RGB", _SIZE, ground)
    pen = ImageDraw.Draw(picture)
    lines = (("CONTOH REKAAN", 38), (text, 66), (title, 38))
    for line, (words, size) in enumerate(lines):
        pen.text((72, 130 + 150 * line), words, fill="white", font=ImageFont.load_default(size))
    pen.text(
        (72, 590),
        "Dibuat oleh Pragola untuk peragaan; bukan video yang sungguh ada.",
        fill="#e6ddd0",
        font=ImageFont.load_default(30),
    )
    return picture


def _tones(cards: int) -> Iterator[av.AudioFrame]:
    for start in range(0, cards * SECONDS_A_CARD * _SOUND_RATE, _SAMPLES):
        at = np.arange(start, start + _SAMPLES) / _SOUND_RATE
        pitch = _TONES[start // (SECONDS_A_CARD * _SOUND_RATE) % len(_TONES)]
        wave = (np.sin(2 * np.pi * pitch * at) * 0.1).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(wave[np.newaxis, :], format="fltp", layout="mono")
        frame.sample_rate, frame.pts = _SOUND_RATE, start
        frame.time_base = Fraction(1, _SOUND_RATE)
        yield frame
