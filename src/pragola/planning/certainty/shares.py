"""How sure a share is that was counted; pure."""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

_Z = 1.959964
"""Of the normal distribution, for 95 of 100."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which shares, 0 to 1, the true one lies in 95 of 100 cases."""

    low: float
    high: float


def wilson(accepted: int, number: int) -> Interval:
    """The interval of a share of so many cases; 0 to 1 where there are none. Wilson, 1927."""
    if not number:
        return Interval(0.0, 1.0)
    share, square = accepted / number, _Z * _Z
    middle = (share + square / (2 * number)) / (1 + square / number)
    spread = sqrt(share * (1 - share) / number + square / (4 * number * number))
    half = _Z * spread / (1 + square / number)
    return Interval(max(middle - half, 0.0), min(middle + half, 1.0))


def expected_share(accepted: int, number: int) -> Fraction:
    """The share to be expected of the next case, never quite 0 or 1: the mean by Jeffreys."""
    return Fraction(2 * accepted + 1, 2 * number + 2)
