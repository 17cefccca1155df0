"""Where a video is black, or stands still."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from pragola.inspection.videos.film import Film, Gray, Moment

BLACK_SECONDS = 5
"""Fades and pauses between scenes take up to three seconds."""
FROZEN_SECONDS = 15
"""A slide with its sentence read aloud stands for ten; what stands longer looks stuck."""
LONGEST_GAP = 4.0
"""Moments further apart than this say nothing about what lies between them."""
_BLACK = 38
"""Of 255: a tenth of the range above the black of television, the measure of `blackdetect`."""
_SAME = 6
"""Of 255: compression moves a point of a still picture, averaged over its area, by less."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a second to a second of a video."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


def is_black(gray: Gray) -> bool:
    """Whether nothing at all is lighter than black; small white text is enough for not."""
    return int(gray.max()) <= _BLACK


def is_same(one: Gray, other: Gray) -> bool:
    """Whether no point of two small pictures differs by more than compression does."""
    return int(np.abs(one.astype(np.int16) - other).max()) <= _SAME


def black_stretches(film: Film) -> tuple[Stretch, ...]:
    """Every stretch of at least `BLACK_SECONDS` without a picture."""
    found = _stretches(film, lambda first, moment: is_black(first.gray) and is_black(moment.gray))
    black = {moment.second for moment in film.moments if is_black(moment.gray)}
    return tuple(s for s in found if s.start in black and s.seconds >= BLACK_SECONDS)


def frozen_stretches(film: Film) -> tuple[Stretch, ...]:
    """Every stretch of at least `FROZEN_SECONDS` in which nothing moves; black is told as black."""
    found = _stretches(film, lambda first, moment: is_same(first.gray, moment.gray))
    black = {moment.second for moment in film.moments if is_black(moment.gray)}
    return tuple(s for s in found if s.start not in black and s.seconds >= FROZEN_SECONDS)


def _stretches(film: Film, belongs: Callable[[Moment, Moment], bool]) -> list[Stretch]:
    """The film in stretches of moments that belong to their first and lie close together."""
    groups = _groups(film.moments, belongs)
    found = [Stretch(group[0].second, group[-1].second) for group in groups]
    if found and film.seconds - found[-1].end <= LONGEST_GAP:
        found[-1] = Stretch(found[-1].start, max(film.seconds, found[-1].end))
    return found


def _groups(
    moments: Sequence[Moment], belongs: Callable[[Moment, Moment], bool]
) -> list[list[Moment]]:
    groups: list[list[Moment]] = []
    for moment in moments:
        last = groups[-1] if groups else None
        is_near = last and moment.second - last[-1].second <= LONGEST_GAP
        if last and is_near and belongs(last[0], moment):
            last.append(moment)
        else:
            groups.append([moment])
    return groups
