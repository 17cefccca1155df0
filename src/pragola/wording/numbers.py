"""Numbers as a person of the region reads them: 1.234,50 in Indonesian, 1,234.50 in English."""

from decimal import Decimal

from pragola.wording.languages import Language

_SWAPPED = str.maketrans(",.", ".,")


def show_number(number: Decimal | int, language: Language, *, decimals: int | None = None) -> str:
    """The number with separators; `decimals` pads or rounds (half even) the fraction."""
    pattern = "," if decimals is None else f",.{decimals}f"
    text = format(number, pattern)
    return text.translate(_SWAPPED) if language is Language.INDONESIAN else text
