"""Texts that people paste."""

from pragola.web.shared.texts import typed, typed_line


def test_signs_that_nobody_sees_are_left_out() -> None:
    """Nothing that PostgreSQL refuses, nothing that turns the rest of a line around."""
    pasted = "  Posyandu\r\nMalam\0 \u202erotarepO\u2066 \u2069\x1b\u200f\u2028\ufeffSatu "
    assert typed(pasted) == "Posyandu\nMalam rotarepO \nSatu"


def test_a_name_stands_in_one_line() -> None:
    """However it was pasted; what joins letters stays."""
    assert typed_line(" Puskesmas\r\n  Juwana\t\u200bI ") == "Puskesmas Juwana I"
    assert typed_line("\u0915\u200d\u0937") == "\u0915\u200d\u0937"
