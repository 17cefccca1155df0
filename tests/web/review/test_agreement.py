"""Agreement beyond chance and honest intervals, against examples worked by hand."""

from fractions import Fraction

import pytest

from pragola.web.review.agreement import Interval, cohens_kappa, expected_share, wilson

YES, NO = 1, 0


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        # Two readers of 50 proposals: 20 yes by both, 15 no by both, 5 and 10 differ. They agree
        # on 35/50; by chance on 25/50 * 30/50 + 25/50 * 20/50 = 1/2; so (7/10 - 1/2) / (1/2).
        (
            [(YES, YES)] * 20 + [(YES, NO)] * 5 + [(NO, YES)] * 10 + [(NO, NO)] * 15,
            Fraction(2, 5),
        ),
        # The same share of agreement twice, 60 of 100, with other margins: 0.1304 and 0.2593.
        (
            [(YES, YES)] * 45 + [(YES, NO)] * 15 + [(NO, YES)] * 25 + [(NO, NO)] * 15,
            Fraction(3, 23),
        ),
        (
            [(YES, YES)] * 25 + [(YES, NO)] * 35 + [(NO, YES)] * 5 + [(NO, NO)] * 35,
            Fraction(7, 27),
        ),
        ([(3, 3), (2, 2), (0, 0)], Fraction(1)),
        ([(YES, NO), (NO, YES)], Fraction(-1)),
        ([(3, 3)] * 9, None),
        ([], None),
    ],
)
def test_kappa_is_agreement_beyond_chance(
    pairs: list[tuple[int, int]], kappa: Fraction | None
) -> None:
    """Exactly; nothing where chance explains all."""
    assert cohens_kappa(pairs) == kappa


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
