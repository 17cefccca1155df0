"""How well two readers agree; pure."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction


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
