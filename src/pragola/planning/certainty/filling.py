"""How many points fill what accepted claims lack, with a chance that was asked for."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_MARKS = 1 << 12
"""So many marks the points are laid on, each rounded down."""
_NARROWED = 40
_AGAIN = 6
_FLATTEST, _STEEPEST = -8.0, 1.0

type Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Filling:
    """At each of so many `points` a chance that is at least the real one; both grow."""

    points: Values
    chances: Values

    def least(self, confidence: float, *, doubts: float) -> float:
        """What points come to at least, on average, where the chance is enough.

        They may fall short of what is claimed by `doubts` at most. So the more there are at least,
        the narrower is what they can be; that is gone through until nothing changes.
        """
        least = self.points[0]
        for _ in range(_AGAIN):
            further = max(least, self._crossed(confidence, start=least - doubts))
            if further == least:
                break
            least = further
        return float(least)

    def _crossed(self, confidence: float, *, start: float) -> float:
        """Where the lowest of many lines above the chance, from `start` on, is that high."""
        place = max(0, int(np.searchsorted(self.points, start, side="right")) - 1)
        points, chances = self.points[place:], self.chances[place:]
        if chances[0] >= confidence:
            return float(points[0])
        low, high = _FLATTEST, _STEEPEST
        for _ in range(_NARROWED):
            third = (high - low) / 3
            one, other = (
                _at(10**steep, points, chances, confidence) for steep in (low + third, high - third)
            )
            low, high = (low + third, high) if one < other else (low, high - third)
        return _at(10 ** ((low + high) / 2), points, chances, confidence)


def _at(steep: float, points: Values, chances: Values, confidence: float) -> float:
    """Where the lowest line of that steepness above all chances reaches the confidence.

    The chance on average lies below it, so fewer points on average are not enough.
    """
    return float((confidence - (chances - steep * points).max()) / steep)


def filling(lacking: Values, reached: Values, shares: Values, grain: float) -> Filling:
    """Of tables of what is lacking, each with the share that it has of all outcomes.

    In table i no less than `lacking[i]` points are lacking, and with the chance `reached[i, x]` so
    many grains more at most. There are no points below nothing.
    """
    length = reached.shape[1]
    most = float((lacking + length * grain).max(initial=0.0))
    marks = np.linspace(0.0, max(most, 1.0), _MARKS)
    chances = np.full(_MARKS, max(0.0, 1.0 - float(shares @ reached[:, -1])))
    for first, chance, share in zip(lacking, reached, shares, strict=True):
        place = np.floor((_following(marks) - first) / grain).astype(np.intp)
        seen = place >= 0
        chances[seen] += share * chance[np.minimum(place[seen], length - 1)]
    return Filling(marks, np.minimum(chances, 1.0))


def _following(marks: Values) -> Values:
    """The next mark each: what lies between two is taken to be reached at the first."""
    return np.append(marks[1:], 2 * marks[-1] - marks[-2])
