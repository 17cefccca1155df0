from datetime import date
from decimal import Decimal

import pytest

from pragola.workbook.typed import AmbiguousNumberError, one_line, typed_day, typed_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4,45", "4.45"),
        ("4.45", "4.45"),
        (" -0,36 ", "-0.36"),
        ("−2", "-2"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("12 345", "12345"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
    ],
)
def test_a_number_is_read_as_typed(text: str, number: str) -> None:
    assert typed_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12.345"])
def test_a_number_that_may_mean_two_is_not_guessed(text: str) -> None:
    with pytest.raises(AmbiguousNumberError):
        typed_number(text)


@pytest.mark.parametrize("text", ["", "dua", "4,4,5", "1,234.5", "4.45%", "Rp5", "٣", "1e5", "--1"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert typed_number(text) is None


@pytest.mark.parametrize(
    "text", ["2022-12-14", "14/12/2022", "14-12-2022", "14 Desember 2022", "14 des 2022"]
)
def test_a_day_is_read_as_typed(text: str) -> None:
    assert typed_day(text) == date(2022, 12, 14)


@pytest.mark.parametrize("text", ["", "12/14/2022", "31 Februari 2022", "14 Smarch 2022", "2022"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_day(text) is None


def test_a_text_comes_on_one_line_and_not_with_control_signs() -> None:
    assert one_line("  Jemput\n bola\t") == "Jemput bola"
    assert one_line("a\x07b") is None
