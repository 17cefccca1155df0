"""Drawings are worked out before a template sees them."""

from decimal import Decimal

from pragola.rulebooks import load_edition
from pragola.web.shared.drawings import Ruler, Stretch, ruler
from pragola.wording import Language


def test_the_ruler_shows_bands_point_target_and_gap() -> None:
    drawn = ruler(
        load_edition("2023"),
        index=Decimal("58.22"),
        target=Decimal("60.01"),
        language=Language.INDONESIAN,
    )
    assert drawn == Ruler(
        bands=(
            Stretch(x=0, width=350, shade=1, name="Kurang Inovatif"),
            Stretch(x=350, width=250, shade=2, name="Inovatif"),
            Stretch(x=600, width=400, shade=3, name="Sangat Inovatif"),
        ),
        index="58,22",
        target="60,01",
        index_x=582,
        target_x=600,
        gap_x=582,
        gap_width=18,
    )
