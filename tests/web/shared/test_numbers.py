"""Figures on a page."""

from decimal import Decimal
from fractions import Fraction

from pragola.web.shared.numbers import exact, figure, whole
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


def test_a_whole_number_is_what_can_be_counted() -> None:
    """Also the longest digits, which Python refuses to read, are an answer and no fault."""
    told = [whole(text) for text in ("7", "007", "", None, "-1", "1e9", "٣", "²", "9" * 5000)]
    assert told == [7, 7, None, None, None, None, None, None, None]
