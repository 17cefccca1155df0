"""One pass over a video's packets, and closer looks where moments lie far apart or stand still.

Pictures are decoded sparsely: keyframes at least a second apart, then at most so many frames of
the spans that need a closer look. Sound is decoded until something is heard.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.container import InputContainer

from pragola.inspection.steps import Deed, tell
from pragola.inspection.videos.film import Film, Gray, Header, Moment
from pragola.inspection.videos.loudness import Listener
from pragola.inspection.videos.stretches import LONGEST_GAP, is_black, is_same

type Packet = av.Packet[Any]

MOST_PIXELS = 4096 * 2304
"""Cameras of phones film 4K; a larger picture would cost memory and be no better proof."""
_MOST_PACKETS = 500_000
"""Five minutes at 60 pictures a second, with sound, have 32,000."""
_MOST_KEYFRAMES = 400
_MOST_FRAMES = 3_000
"""Frames of closer looks: about ten seconds of one core at 1080p."""
_STEP = 0.5
_SMALL = (160, 90)
_THREADS = 2
_UNDECODABLE = (av.FFmpegError, ValueError, MemoryError, OverflowError)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """An MP4 or MOV, whatever else its content may pretend to be; it may name no other file."""
    options = {"protocol_whitelist": "file", "enable_drefs": "0"}
    with av.open(str(path), "r", format="mov", options=options) as container:
        yield container


def header_of(container: InputContainer, told: float | None) -> Header | None:
    """What the container tells, and the length its header does; None without a picture."""
    if not container.streams.video:
        return None
    stream = container.streams.video[0]
    context = stream.codec_context if is_known(stream) else None
    return Header(
        codec=context.name if context else "",
        pixels=(context.pix_fmt or "") if context else "",
        width=context.width if context else 0,
        height=context.height if context else 0,
        sound=_sound(container),
        seconds=told or (container.duration or 0) / av.time_base,
        samples=len(stream.index_entries),
    )


def _sound(container: InputContainer) -> str | None:
    """The codec of the sound; empty where nothing here can decode it."""
    if not container.streams.audio:
        return None
    stream = container.streams.audio[0]
    return stream.codec_context.name if is_known(stream) else ""


def is_known(stream: av.stream.Stream) -> bool:
    """Whether there is a decoder for it here; its types do not say that there may be none."""
    return stream.codec_context is not None


def film_of(path: Path, header: Header) -> Film:
    """The video gone through. Raises what av raises where not even its packets can be read."""
    with opened(path) as container:
        found = _Pass(container, header)
        found.run()
    moments = sorted(found.moments, key=lambda moment: moment.second)
    if may_be_decoded(header):
        with contextlib.suppress(*_UNDECODABLE), opened(path) as container:
            moments = _closer(container, moments, found.end)
    return Film(
        header=header,
        seconds=max(found.end - found.start, 0),
        is_cut_off=found.is_cut_off,
        moments=tuple(moments),
        loudest=found.listener.loudest(),
    )


@dataclass(slots=True)
class _Pass:
    """The pass over all packets, with what it has gathered."""

    container: InputContainer
    header: Header
    moments: list[Moment] = field(default_factory=list)
    listener: Listener = field(default_factory=Listener)
    start: float = float("inf")
    end: float = 0
    pictures: int = 0
    is_damaged: bool = False
    is_stopped: bool = False
    _next: float = float("-inf")

    def run(self) -> None:
        """Go through the packets to the end, or to the first that cannot be read."""
        picture, sound = self.container.streams.video[0], self.container.streams.audio
        if may_be_decoded(self.header):
            prepare(picture)
        with contextlib.suppress(av.EOFError):
            for number, packet in enumerate(self._packets(picture, *sound[:1])):
                if number > _MOST_PACKETS:
                    self.is_stopped = True
                    break
                self._take(packet)
        if may_be_decoded(self.header):
            with contextlib.suppress(*_UNDECODABLE):
                self._keep(picture.codec_context.decode(None))

    @property
    def is_cut_off(self) -> bool:
        """Whether fewer pictures came than are listed, or what came was broken."""
        return self.is_damaged or (not self.is_stopped and self.pictures < self.header.samples)

    def _packets(self, *streams: av.stream.Stream) -> Iterator[Packet]:
        try:
            yield from self.container.demux(*streams)
        except (av.FFmpegError, ValueError):
            self.is_damaged = True

    def _take(self, packet: Packet) -> None:
        if packet.size == 0:
            return
        self._measure(packet)
        is_picture = packet.stream.type == "video"
        self.pictures += is_picture
        self.is_damaged = self.is_damaged or packet.is_corrupt
        with contextlib.suppress(*_UNDECODABLE):
            if is_picture:
                self._look(packet)
            elif self.header.sound and not self.listener.has_heard:
                for frame in packet.decode():
                    if isinstance(frame, av.AudioFrame):
                        self.listener.hear(frame)

    def _measure(self, packet: Packet) -> None:
        if packet.pts is None or packet.is_discard:
            return
        second = float(packet.pts * packet.time_base)
        length = float((packet.duration or 0) * packet.time_base)
        self.start = min(self.start, max(second, 0))
        self.end = max(self.end, second + length)

    def _look(self, packet: Packet) -> None:
        """Decode a keyframe that is far enough from the one before."""
        if not packet.is_keyframe or packet.pts is None or not may_be_decoded(self.header):
            return
        second = float(packet.pts * packet.time_base)
        if second < self._next:
            return
        self._next = second + max(
            1, (self.container.duration or 0) / av.time_base / _MOST_KEYFRAMES
        )
        _tell_second(Deed.WATCHING_VIDEO, second, self.header.seconds)
        if len(self.moments) < _MOST_KEYFRAMES:
            self._keep(packet.decode())

    def _keep(self, frames: Sequence[object]) -> None:
        pictures = (frame for frame in frames if isinstance(frame, av.VideoFrame))
        self.moments += [Moment(frame.time or 0, _small(frame)) for frame in pictures]


def _tell_second(deed: Deed, second: float, end: float) -> None:
    """Whatever a header says of the end."""
    tell(deed, min(max(int(second), 0), max(int(end), 1) - 1) + 1, max(int(end), 1))


def may_be_decoded(header: Header) -> bool:
    """Whether there is a picture, and not one that would cost too much memory."""
    return 0 < header.width * header.height <= MOST_PIXELS


def prepare(stream: av.VideoStream) -> None:
    """Before its first frame is decoded: two threads, and no picture beyond the limit."""
    stream.codec_context.thread_count = _THREADS
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}


def _small(frame: av.VideoFrame) -> Gray:
    width, height = _SMALL
    small = frame.reformat(width=width, height=height, format="gray", interpolation="AREA")
    return small.to_ndarray().astype(np.uint8)


def _closer(container: InputContainer, moments: list[Moment], end: float) -> list[Moment]:
    """The moments, with more of them where two lie far apart, or something stands still."""
    stream, left, more = container.streams.video[0], _MOST_FRAMES, list(moments)
    known = {moment.second for moment in moments}
    prepare(stream)
    for first, last in _spans(moments, end):
        _tell_second(Deed.LOOKING_CLOSER, first, end)
        container.seek(int(first / stream.time_base), stream=stream)
        reached = first if first in known else first - _STEP
        for frame in container.decode(stream):
            left -= 1
            second = frame.time or 0
            if left <= 0 or second >= last:
                break
            if second >= reached + _STEP:
                more.append(Moment(second, _small(frame)))
                reached = second
        if left <= 0:
            break
    return sorted(more, key=lambda moment: moment.second)


def _spans(moments: list[Moment], end: float) -> Iterator[tuple[float, float]]:
    """Spans from keyframe to keyframe that need a closer look, in order."""
    still = [is_black(m.gray) for m in moments]
    for place, (one, other) in enumerate(pairwise(moments)):
        if is_same(one.gray, other.gray):
            still[place] = still[place + 1] = True
    seconds = [moment.second for moment in moments] + [end]
    if seconds[0] > LONGEST_GAP or not moments:
        # What an editor cut away keeps its keyframe, which is never shown.
        yield 0, seconds[0]
    for place, (first, last) in enumerate(pairwise(seconds)):
        touches = any(still[place : place + 2])
        if last - first > LONGEST_GAP or (touches and last - first > 2 * _STEP):
            yield first, last
