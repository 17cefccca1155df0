"""With what chance so many points fill what accepted claims lack, and how many a chance takes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_MARKS = 1_000
"""So many marks the points are laid on, each rounded down."""
_NARROWED = 50
_UNSEEN = 1e-15

type Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Filling:
    """At so many `points` a chance that is at least the real one; concave, and growing.

    Between the corners it is a line. Being concave it bounds the chance for points that are only
    known by their mean, too, as long as none are fewer than the first.
    """

    points: Values
    chances: Values

    def chance(self, points: Values) -> Values:
        """The chance at so many points."""
        found: Values = np.interp(points, self.points, self.chances)
        return found

    def slope(self, points: Values) -> Values:
        """By how much a point more raises it."""
        slopes = np.append(np.diff(self.chances) / np.diff(self.points), 0.0)
        place = np.searchsorted(self.points, points, side="right") - 1
        found: Values = slopes[np.maximum(place, 0)]
        return found

    def least(self, weights: Values, outcomes: Values, confidence: float) -> float:
        """What points by outcome, weighted so, come to at least where the chance is enough.

        By weak duality: any price of a chance gives a bound; the best of many is taken.
        """
        low, high = -3.0, 8.0
        for _ in range(_NARROWED):
            third = (high - low) / 3
            one, other = (
                self._bound(10**price, weights, outcomes, confidence)
                for price in (low + third, high - third)
            )
            low, high = (low + third, high) if one < other else (low, high - third)
        return self._bound(10 ** ((low + high) / 2), weights, outcomes, confidence)

    def _bound(self, price: float, weights: Values, outcomes: Values, confidence: float) -> float:
        parts = np.outer(weights, self.points) - price * np.outer(outcomes, self.chances)
        return float(price * confidence + parts.min(axis=1).sum())


def filling(lacking: Values, chances: Values, *, start: float) -> Filling:
    """Of what is lacking, in points, with its chances; `start` is the fewest there may be."""
    live = chances > _UNSEEN
    lacking, chances = np.maximum(lacking[live], start), chances[live]
    marks = np.linspace(lacking.min(), max(lacking.max(), lacking.min() + 1), _MARKS)
    place = np.searchsorted(marks, lacking, side="right") - 1
    reached = np.minimum(np.cumsum(np.bincount(place, weights=chances, minlength=_MARKS)), 1.0)
    if start < marks[0]:
        marks, reached = np.insert(marks, 0, start), np.insert(reached, 0, 0.0)
    corners = _upper(marks, reached)
    return Filling(marks[corners], reached[corners])


def _upper(points: Values, chances: Values) -> list[int]:
    """The corners of the least concave line above."""
    corners: list[int] = []
    for place in range(len(points)):
        while len(corners) > 1 and _below(points, chances, corners[-2], corners[-1], place):
            corners.pop()
        corners.append(place)
    return corners


def _below(points: Values, chances: Values, first: int, middle: int, last: int) -> bool:
    rise = (chances[middle] - chances[first]) * (points[last] - points[first])
    return bool(rise <= (chances[last] - chances[first]) * (points[middle] - points[first]))
