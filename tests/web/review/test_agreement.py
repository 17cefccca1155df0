"""Agreement beyond chance, against examples worked by hand."""

from fractions import Fraction

import pytest

from pragola.web.review.agreement import cohens_kappa

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
