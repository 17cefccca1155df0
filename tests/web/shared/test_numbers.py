"""Figures on a page."""

from decimal import Decimal
from fractions import Fraction

from pragola.web.shared.numbers import exact, figure
from pragola.wording import Language


def test_a_figure_is_rounded_half_up() -> None:
    """Two decimals, in the language's separators."""
    value = Decimal("1234.565")
    shown = [figure(value, language) for language in Language]
    assert shown == ["1.234,57", "1,234.57"]


def test_an_exact_value_is_shown_whole_or_marked() -> None:
    """What does not end within four decimals is told as near."""
    values = (Fraction(3), Fraction(1, 16), Fraction(1, 3))
    assert [exact(value, Language.INDONESIAN) for value in values] == ["3", "0,0625", "≈ 0,3333"]
