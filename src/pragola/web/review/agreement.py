"""How well two readers agree, and how sure a share is; pure."""

from collections import Counter
from collections.abc import Sequence
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


def cohens_kappa(pairs: Sequence[tuple[int, int]]) -> Fraction | None:
    """Agreement beyond chance of two readers, 1 for full, 0 for that of chance; exact.

    `pairs` are what both said of each case. None without cases, and where both said only one and
    the same thing: then chance explains all of it. Cohen, 1960.
    """
    if not pairs:
        return None
    number = len(pairs)
    seen = Fraction(sum(1 for one, other in pairs if one == other), number)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(
        (Fraction(count * others[said], number * number) for said, count in ones.items()),
        Fraction(0),
    )
    return None if chance == 1 else (seen - chance) / (1 - chance)


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
