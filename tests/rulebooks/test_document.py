"""Editions as plain values that every reader of JSON understands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from pragola.rulebooks.document import plain


class Colour(Enum):
    """Something to choose."""

    RED = "red"


@dataclass(frozen=True)
class Inner:
    """A value with a decimal and a day."""

    weight: Decimal
    since: date


@dataclass(frozen=True)
class Outer:
    """A value of every kind."""

    name: str
    number: int
    known: bool
    missing: None
    colour: Colour
    parts: tuple[Inner, ...]


def test_decimals_and_days_are_text_and_everything_else_stays() -> None:
    """With all digits of a decimal, however deep it lies."""
    inner = Inner(Decimal("1.10"), date(2026, 7, 1))
    assert plain(Outer("x", 8, True, None, Colour.RED, (inner, inner))) == {
        "name": "x",
        "number": 8,
        "known": True,
        "missing": None,
        "colour": "red",
        "parts": [{"weight": "1.10", "since": "2026-07-01"}] * 2,
    }
