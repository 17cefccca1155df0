"""Honest intervals of counted shares, against examples worked by hand."""

from fractions import Fraction

import pytest

from pragola.planning.certainty.shares import Interval, expected_share, wilson


@pytest.mark.parametrize(
    ("accepted", "number", "percents"),
    [
        # (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z = 1.96, by hand.
        (0, 0, (0, 100)),
        (0, 10, (0, 28)),
        (3, 10, (11, 60)),
        (5, 10, (24, 76)),
        (10, 10, (72, 100)),
        (50, 100, (40, 60)),
        (700, 1000, (67, 73)),
    ],
)
def test_an_interval_is_wide_where_data_are_few(
    accepted: int, number: int, percents: tuple[int, int]
) -> None:
    """And never leaves 0 to 1."""
    found = wilson(accepted, number)
    assert (round(100 * found.low), round(100 * found.high)) == percents
    assert Interval(0.0, 1.0) == wilson(0, 0)


def test_what_is_expected_is_never_certain() -> None:
    """Half a case for and half a case against come on top."""
    shares = [expected_share(*each) for each in ((0, 0), (0, 4), (4, 4), (3, 9))]
    assert shares == [Fraction(1, 2), Fraction(1, 10), Fraction(9, 10), Fraction(7, 20)]
