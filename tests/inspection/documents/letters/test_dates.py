"""Days in the forms in which Indonesian papers write them."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pragola.inspection.documents.letters.dates import MONTHS, days_in, number_of

type Form = Callable[[date], str]

_ONES = [
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]


def _in_words(number: int) -> str:
    """A number up to 9999 as it is spoken."""
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    if number < 100:
        return (
            f"{_ONES[number // 10]} puluh {_in_words(number % 10) if number % 10 else ''}".strip()
        )
    if number < 1000:
        hundreds = "seratus" if number < 200 else f"{_ONES[number // 100]} ratus"
        return f"{hundreds} {_in_words(number % 100) if number % 100 else ''}".strip()
    thousands = "seribu" if number < 2000 else f"{_ONES[number // 1000]} ribu"
    return f"{thousands} {_in_words(number % 1000) if number % 1000 else ''}".strip()


FORMS: dict[str, Form] = {
    "month in words": lambda d: f"{d.day} {MONTHS[d.month - 1].title()} {d.year}",
    "month in capitals": lambda d: f"{d.day:02} {MONTHS[d.month - 1].upper()} {d.year}",
    "broken over a line": lambda d: f"{d.day}\n{MONTHS[d.month - 1].title()}\n{d.year}",
    "dashes": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "strokes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "points": lambda d: f"{d.day}.{d.month}.{d.year}",
    "year first": lambda d: d.isoformat(),
    "all in words": lambda d: (
        f"tanggal {_in_words(d.day)} bulan {MONTHS[d.month - 1]} tahun {_in_words(d.year)}"
    ),
}


@given(
    day=st.dates(date(1945, 1, 1), date(2099, 12, 31)),
    form=st.sampled_from(sorted(FORMS)),
    before=st.sampled_from(["", "pada tanggal ", "Pati, ", "Selasa, "]),
)
def test_a_day_in_any_form_is_read_back(day: date, form: str, before: str) -> None:
    found = days_in(f"{before}{FORMS[form](day)}, bertempat di Pati")
    assert [each.day for each in found] == [day]


@given(st.integers(1, 9999))
def test_a_number_in_words_is_read_back(number: int) -> None:
    assert number_of(_in_words(number)) == number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("l7 Agustus 2O24", [date(2024, 8, 17)]),
        ("5 Januan 2025", [date(2025, 1, 5)]),
        ("12 Nopember 2023 dan 1 Pebruari 2024", [date(2023, 11, 12), date(2024, 2, 1)]),
        ("31 Februari 2025", []),
        ("Nomor 188.45/12/2025", []),
        ("Nomor 050/05-01-2025", []),
        ("pada tanggal       Januari 2025", []),
        ("5 Juxi 2025", []),
    ],
)
def test_what_ocr_spoils_is_read_and_what_is_no_day_is_not(text: str, days: list[date]) -> None:
    assert [each.day for each in days_in(text)] == days
