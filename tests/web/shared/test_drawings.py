"""Drawings are worked out before a template sees them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Innovation, Region
from pragola.scoring.score import score
from pragola.web.shared.drawings import (
    Bar,
    Cells,
    Fingerprint,
    Mark,
    Ruler,
    Stretch,
    bar,
    fingerprint,
    ruler,
)
from pragola.wording import Language

_INDONESIAN = Language.INDONESIAN


def test_the_ruler_shows_bands_point_target_and_gap() -> None:
    """Every place in percent, every figure in the language."""
    drawn = ruler(
        load_edition("2023"),
        index=Decimal("58.22"),
        target=Decimal("60.01"),
        language=_INDONESIAN,
    )
    assert drawn == Ruler(
        bands=(
            Stretch(
                x="0.01%",
                width="34.98%",
                middle="17.50%",
                shade=1,
                name="Kurang Inovatif",
                first="0,01",
            ),
            Stretch(
                x="35.00%", width="25.00%", middle="47.50%", shade=2, name="Inovatif", first="35,00"
            ),
            Stretch(
                x="60.01%",
                width="39.99%",
                middle="80.01%",
                shade=3,
                name="Sangat Inovatif",
                first="60,01",
            ),
        ),
        index=Mark(x="58.22%", anchor="end", value="58,22"),
        target=Mark(x="60.01%", anchor="middle", value="60,01"),
        gap_x="58.22%",
        gap_width="1.79%",
    )


@pytest.mark.parametrize(
    ("index", "anchor"), [("0.00", "start"), ("50.00", "middle"), ("100.00", "end")]
)
def test_words_stay_inside_the_ruler(index: str, anchor: str) -> None:
    """At the ends they lean inwards; without a target there is no gap."""
    drawn = ruler(
        load_edition("2026"), index=Decimal(index), target=None, language=Language.ENGLISH
    )
    assert (drawn.index.anchor, drawn.target, drawn.gap_width) == (anchor, None, "0.00%")


@pytest.mark.parametrize(
    ("index", "target", "anchor"),
    [("20.00", "60.01", "middle"), ("60.00", "40.01", "start"), ("80.00", "40.01", "middle")],
)
def test_words_lean_away_from_the_target(index: str, target: str, anchor: str) -> None:
    """Where there is room on that side, on a phone too."""
    drawn = ruler(
        load_edition("2026"),
        index=Decimal(index),
        target=Decimal(target),
        language=Language.ENGLISH,
    )
    assert drawn.index.anchor == anchor


def test_a_bar_is_the_share_of_the_maximum() -> None:
    """Two thirds are 66.67 percent."""
    assert bar(Fraction(2), 3) == Bar("66.67%")


def test_a_fingerprint_fills_each_cell_by_its_level() -> None:
    """The first at level 3 whole, the second at level 1 to a third, the rest empty."""
    claims = {"SID-01": Claim(level=3), "SID-02": Claim(level=1)}
    answers = Answers(
        edition="2026",
        region=Region("33.18", "Kabupaten Pati"),
        innovations=(Innovation(id="p1", claims=claims),),
    )
    rows = score(load_edition("2026"), answers).innovations[0].rows[:4]
    assert fingerprint(rows) == Fingerprint(
        frames="M0 24v-24h9v24zM11 24v-24h9v24zM22 24v-24h9v24zM33 24v-24h9v24z",
        cells=(Cells(3, "M0 24v-24h9v24z"), Cells(1, "M11 24v-8h9v8z")),
        width=44,
        height=24,
        counts=((3, 1), (1, 1), (0, 2)),
    )
