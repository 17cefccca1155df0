"""What frames are painted on: upright, square points, even sizes, at most 480 on the short side."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import av
from av.filter import Graph

SHORT_SIDE = 480
"""DVD's height: text of a slide can still be read, at a fifth of the data of 1080p."""
MOST_RATE = 30
"""Pictures a second; the double of phones' sports mode shows nothing more here."""
_TURNS = {90: "transpose=cclock", -90: "transpose=clock", 180: "hflip,vflip", -180: "hflip,vflip"}


@dataclass(frozen=True, slots=True)
class Canvas:
    """The filters that bring a frame to its size, and that size."""

    filters: str
    width: int
    height: int


def canvas_for(frame: av.VideoFrame, ratio: Fraction, rate: Fraction | None = None) -> Canvas:
    """The canvas for a frame whose points are `ratio` times as wide as high."""
    wide = max(round(frame.width * ratio), 2)
    scale = min(Fraction(SHORT_SIDE, min(wide, frame.height)), Fraction(1))
    width, height = _even(wide * scale), _even(frame.height * scale)
    turn = _TURNS.get(round(frame.rotation / 90) * 90)
    filters = [f"scale={width}:{height}:flags=bilinear", "setsar=1"]
    if rate and rate > MOST_RATE + 1:
        filters.insert(0, f"fps={MOST_RATE}")
    if turn:
        filters.append(turn)
    if turn and turn.startswith("transpose"):
        width, height = height, width
    return Canvas(",".join([*filters, "format=yuv420p"]), width, height)


def _even(length: Fraction) -> int:
    """H.264 halves colours in both directions, so sizes are even; never nothing."""
    return max(round(length / 2) * 2, 2)


class Painter:
    """Brings frames one by one onto the canvas; a frame unlike the one before starts anew."""

    def __init__(self, stream: av.VideoStream, *, at_rate: bool) -> None:
        """For the frames of one stream; `at_rate` leaves some out where they come too fast."""
        self._ratio = _ratio(stream)
        self._rate = _fraction(stream.average_rate) if at_rate else None
        self._base = _fraction(stream.time_base) or Fraction(1, 1000)
        self._graph: Graph | None = None
        self._like: tuple[object, ...] = ()
        self._size: tuple[int, int] | None = None

    def paint(self, frame: av.VideoFrame) -> Iterator[av.VideoFrame]:
        """The frame as it is shown; sometimes none, sometimes two."""
        like = (frame.width, frame.height, frame.format.name)
        if self._graph is None or like != self._like:
            self._graph, self._like = self._graph_for(frame), like
        self._graph.push(frame)
        yield from self._pull()

    def finish(self) -> Iterator[av.VideoFrame]:
        """What is still held back."""
        if self._graph is not None:
            self._graph.push(None)
            yield from self._pull()

    def _pull(self) -> Iterator[av.VideoFrame]:
        while self._graph is not None:
            try:
                painted = self._graph.pull()
            except (BlockingIOError, av.EOFError):
                return
            if isinstance(painted, av.VideoFrame):
                yield painted

    def _graph_for(self, frame: av.VideoFrame) -> Graph:
        canvas = canvas_for(frame, self._ratio, self._rate)
        # All frames of one film have the size of the first, whatever becomes of the source.
        self._size = self._size or (canvas.width, canvas.height)
        width, height = self._size
        graph = Graph()
        last = graph.add_buffer(
            width=frame.width, height=frame.height, format=frame.format, time_base=self._base
        )
        for step in [*canvas.filters.split(","), f"scale={width}:{height}", "buffersink"]:
            name, _, options = step.partition("=")
            following = graph.add(name, options or None)
            last.link_to(following)
            last = following
        graph.configure()
        return graph


def _ratio(stream: av.VideoStream) -> Fraction:
    """Width of a point by its height; nonsense counts as square."""
    told = _fraction(stream.sample_aspect_ratio)
    return told if told and Fraction(1, 4) <= told <= 4 else Fraction(1)


def _fraction(value: object) -> Fraction | None:
    numerator, denominator = getattr(value, "numerator", 0), getattr(value, "denominator", 0)
    return Fraction(numerator, denominator) if numerator and denominator else None
