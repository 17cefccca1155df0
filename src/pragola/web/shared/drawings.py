"""Small drawings as ready geometry: the templates only place what is worked out here."""

from dataclasses import dataclass
from decimal import Decimal

from pragola.scoring.edition import Edition
from pragola.scoring.measure import round_half_up
from pragola.web.shared.numbers import figure
from pragola.wording import Language

_WIDTH = 1000
_TOP = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the ruler from `x`, `width` wide, in drawing units; `shade` counts up."""

    x: int
    width: int
    shade: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """The index on its scale of 0 to 100: bands, today's point, target, the gap between.

    `target` is empty where none is set; the gap is then of no width.
    """

    bands: tuple[Stretch, ...]
    index: str
    target: str
    index_x: int
    target_x: int
    gap_x: int
    gap_width: int


def ruler(edition: Edition, *, index: Decimal, target: Decimal | None, language: Language) -> Ruler:
    """The ruler of an index beside its target, both 0 to 100."""
    at = _place(index)
    aim = at if target is None else _place(target)
    return Ruler(
        bands=_bands(edition),
        index=figure(index, language),
        target="" if target is None else figure(target, language),
        index_x=at,
        target_x=aim,
        gap_x=min(at, aim),
        gap_width=abs(aim - at),
    )


def _bands(edition: Edition) -> tuple[Stretch, ...]:
    wide = [band for band in edition.bands.value if band.max > band.min]
    return tuple(
        Stretch(
            x=_place(band.min),
            width=_place(band.max) - _place(band.min),
            shade=shade,
            name=band.name,
        )
        for shade, band in enumerate(sorted(wide, key=lambda band: band.min), start=1)
    )


def _place(value: Decimal) -> int:
    return int(round_half_up(value * _WIDTH / _TOP, 0))
