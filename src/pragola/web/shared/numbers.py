"""Figures of the engine as they stand on a page, and whole numbers as a request names them."""

from decimal import Decimal
from fractions import Fraction

from pragola.scoring.measure import round_half_up
from pragola.wording import Language, show_number

_EXACT = 4
_MOST_DIGITS = 18


def figure(value: Fraction | Decimal | int, language: Language, *, decimals: int = 2) -> str:
    """The value rounded half up, with the language's separators."""
    return show_number(round_half_up(Fraction(value), decimals), language, decimals=decimals)


def exact(value: Fraction, language: Language) -> str:
    """The value itself where it ends within four decimals, else rounded with ≈."""
    for decimals in range(_EXACT + 1):
        if value * 10**decimals == int(value * 10**decimals):
            return figure(value, language, decimals=decimals)
    return f"≈ {figure(value, language, decimals=_EXACT)}"


def whole(text: str | None) -> int | None:
    """The whole number of an address, a header or a form; None for anything else.

    Numbers longer than any that is counted here are none: Python refuses to read the longest.
    """
    if not text or len(text) > _MOST_DIGITS or not (text.isascii() and text.isdigit()):
        return None
    return int(text)
