"""A video made small for weak links: H.264 and AAC in an MP4 that begins to play at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.frame import PictureType
from av.video.stream import VideoStream

from pragola.inspection.videos.canvas import MOST_RATE, Painter
from pragola.inspection.videos.reading import is_known, opened, prepare

_ENCODER = "libx264"
_OPTIONS = {
    "preset": "veryfast",
    "crf": "26",
    "maxrate": "900k",
    "bufsize": "1800k",
    "forced-idr": "1",
    "threads": "2",
}
"""At most 0.9 Mbit/s: five minutes are 34 MB, and play on what 3G gives."""
_TICKS = Fraction(1, 90_000)
_KEYFRAME_SECONDS = 2
"""Who jumps to a mark waits for at most this much of film."""
_SOUND_RATE = 48_000
_SOUND_BITS = 96_000


def write_smaller(path: Path, target: Path, told: Callable[[int], None]) -> None:
    """Write the small video; `told` hears each percent. Raises ValueError where nothing decodes."""
    options = {"movflags": "faststart"}
    with (
        opened(path) as source,
        av.open(str(target), "w", format="mp4", options=options) as container,
    ):
        _Rendering(source, container, told).run()


@dataclass(slots=True)
class _Rendering:
    """One source on its way into one container."""

    source: InputContainer
    container: OutputContainer
    told: Callable[[int], None]
    picture: VideoStream = field(init=False)
    sound: AudioStream | None = field(init=False, default=None)
    _painter: Painter = field(init=False)
    _resampler: AudioResampler | None = field(init=False, default=None)
    _waiting: list[av.AudioFrame] = field(init=False, default_factory=list)
    _keyframe_at: Fraction = Fraction(0)
    _last: int = -1
    _percent: int = -1
    _has_begun: bool = False

    def run(self) -> None:
        """Every packet, and what the codecs hold back."""
        streams: list[Any] = [self.source.streams.video[0]]
        if self.source.streams.audio and is_known(self.source.streams.audio[0]):
            streams.append(self.source.streams.audio[0])
        prepare(streams[0])
        self._painter = Painter(streams[0], at_rate=True)
        self._open_streams(streams)
        for packet in _packets(self.source, streams):
            self._tell(packet)
            for frame in _frames(packet):
                self._take(frame)
        self._finish()

    def _open_streams(self, streams: list[Any]) -> None:
        rate = _rate(streams[0])
        picture = self.container.add_stream(_ENCODER, rate=rate, options=_OPTIONS)
        assert isinstance(picture, VideoStream)
        self.picture = picture
        picture.pix_fmt = "yuv420p"
        picture.codec_context.time_base = _TICKS
        picture.codec_context.gop_size = int(rate * _KEYFRAME_SECONDS) or 1
        if len(streams) > 1:
            layout = "mono" if streams[1].codec_context.channels == 1 else "stereo"
            self.sound = self.container.add_stream("aac", rate=_SOUND_RATE, layout=layout)
            self.sound.bit_rate = _SOUND_BITS
            self._resampler = AudioResampler("fltp", layout, _SOUND_RATE, frame_size=1024)

    def _take(self, frame: Any) -> None:
        if isinstance(frame, av.VideoFrame):
            for painted in self._painter.paint(frame):
                self._show(painted)
        elif isinstance(frame, av.AudioFrame) and self._resampler:
            self._hear(self._resampler.resample(frame))

    def _show(self, frame: av.VideoFrame) -> None:
        """Encode a painted frame, as a keyframe every two seconds."""
        if not self._has_begun:
            self.picture.width, self.picture.height = frame.width, frame.height
            self._has_begun = True
        second = Fraction(frame.pts or 0) * frame.time_base
        pts = int(second / _TICKS)
        if pts <= self._last:
            return
        is_due = second >= self._keyframe_at
        self._keyframe_at = second + _KEYFRAME_SECONDS if is_due else self._keyframe_at
        frame.pict_type = PictureType.I if is_due else PictureType.NONE
        frame.pts, frame.time_base, self._last = pts, _TICKS, pts
        self.container.mux(self.picture.encode(frame))
        self._hear(())

    def _hear(self, frames: Any) -> None:
        """Encode sound; it waits until the first picture has told the size of the film."""
        self._waiting += frames
        if self.sound and self._has_begun:
            for frame in self._waiting:
                self.container.mux(self.sound.encode(frame))
            self._waiting.clear()

    def _finish(self) -> None:
        for painted in self._painter.finish():
            self._show(painted)
        if not self._has_begun:
            raise ValueError("nothing decodes")
        self.container.mux(self.picture.encode())
        if self.sound and self._resampler:
            self._hear(self._resampler.resample(None))
            self.container.mux(self.sound.encode())

    def _tell(self, packet: Any) -> None:
        length = Fraction(self.source.duration or 0, av.time_base)
        if packet.pts is None or not length:
            return
        percent = min(int(100 * packet.pts * Fraction(packet.time_base) / length), 99)
        if percent > self._percent:
            self._percent = percent
            self.told(percent)


def _rate(stream: Any) -> Fraction:
    """Pictures a second of the small video; 25 where the source tells none."""
    told = stream.average_rate
    rate = Fraction(told.numerator, told.denominator) if told else Fraction(25)
    return max(min(rate, Fraction(MOST_RATE)), Fraction(1))


def _packets(source: InputContainer, streams: list[Any]) -> Iterator[Any]:
    """All packets up to the end, or to where the file breaks off."""
    try:
        yield from source.demux(*streams)
    except (av.FFmpegError, ValueError):
        return


def _frames(packet: Any) -> list[Any]:
    try:
        return list(packet.decode())
    except (av.FFmpegError, ValueError):
        return []
