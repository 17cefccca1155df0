"""Figures of the engine as they stand on a page."""

from decimal import Decimal
from fractions import Fraction

from pragola.scoring.measure import round_half_up
from pragola.wording import Language, show_number

_EXACT = 4


def figure(value: Fraction | Decimal | int, language: Language, *, decimals: int = 2) -> str:
    """The value rounded half up, with the language's separators."""
    return show_number(round_half_up(Fraction(value), decimals), language, decimals=decimals)


def exact(value: Fraction, language: Language) -> str:
    """The value itself where it ends within four decimals, else rounded with ≈."""
    for decimals in range(_EXACT + 1):
        if value * 10**decimals == int(value * 10**decimals):
            return figure(value, language, decimals=decimals)
    return f"≈ {figure(value, language, decimals=_EXACT)}"
