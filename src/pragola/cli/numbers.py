"""Figures of the engine as they stand in the output."""

from decimal import Decimal
from fractions import Fraction

from pragola.scoring.measure import round_half_up
from pragola.wording import Language, show_number


def figure(value: Fraction | Decimal | int, language: Language, *, decimals: int = 2) -> str:
    """The value rounded half up, with the language's separators."""
    return show_number(round_half_up(Fraction(value), decimals), language, decimals=decimals)


def change(value: Fraction, language: Language, *, decimals: int = 2) -> str:
    """A change of the index with its sign: +0,13."""
    return ("+" if value >= 0 else "") + figure(value, language, decimals=decimals)


def exact(value: Fraction, language: Language) -> str:
    """The value itself where it ends within four decimals, else rounded to two with ≈."""
    for decimals in range(5):
        if value * 10**decimals == int(value * 10**decimals):
            return figure(value, language, decimals=decimals)
    return f"≈ {figure(value, language)}"
