"""Texts that people paste."""

from pragola.web.shared.texts import typed


def test_signs_that_nobody_sees_are_left_out() -> None:
    """Nothing that PostgreSQL refuses, nothing that turns the rest of a line around."""
    pasted = "  Posyandu\r\nMalam\0 \u202erotarepO\u2066 \u2069 "
    assert typed(pasted) == "Posyandu\nMalam rotarepO"
