"""Small drawings as ready geometry: the templates only place what is worked out here.

Places are texts in percent of the drawing's width, so that a drawing grows with the page while
its letters keep their size.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.scoring.edition import Edition
from pragola.scoring.measure import round_half_up
from pragola.scoring.results import RowScore
from pragola.web.shared.numbers import figure
from pragola.wording import Language

_TOP = 100
_NEAR_THE_EDGE = 15
_ROOM_FOR_WORDS = 35
_CELL = 9
_STEP = 11
_HEIGHT = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A band's stretch of the ruler; `shade` counts up, `first` is where it begins, in words."""

    x: str
    width: str
    middle: str
    shade: int
    name: str
    first: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A value on the ruler; `anchor` keeps its words inside the drawing."""

    x: str
    anchor: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """The index on its scale of 0 to 100: bands, today's point, target, the gap between."""

    bands: tuple[Stretch, ...]
    index: Mark
    target: Mark | None
    gap_x: str
    gap_width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A value against its maximum, as the width of a bar."""

    width: str


@dataclass(frozen=True, slots=True)
class Cells:
    """All cells of one level, as one path."""

    level: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """An innovation's levels in the edition's order, one cell an indicator.

    `counts` are the indicators at each level, from the highest, for those who do not see.
    """

    frames: str
    cells: tuple[Cells, ...]
    width: int
    height: int
    counts: tuple[tuple[int, int], ...]


def ruler(edition: Edition, *, index: Decimal, target: Decimal | None, language: Language) -> Ruler:
    """The ruler of an index beside its target, both 0 to 100."""
    aim = index if target is None else target
    return Ruler(
        bands=_bands(edition, language),
        index=_mark(index, language, beside=aim),
        target=None if target is None else _mark(target, language),
        gap_x=_percent(min(index, aim)),
        gap_width=_percent(abs(aim - index)),
    )


def bar(value: Fraction | Decimal, maximum: Decimal | int) -> Bar:
    """The bar of a value from 0 to its maximum."""
    return Bar(_percent(Fraction(value) / Fraction(maximum) * _TOP))


def fingerprint(rows: Sequence[RowScore]) -> Fingerprint:
    """The fingerprint of an innovation's rows."""
    places = [(number * _STEP, row) for number, row in enumerate(rows)]
    levels = sorted({row.level for row in rows}, reverse=True)
    return Fingerprint(
        frames="".join(_cell(x, _HEIGHT) for x, _ in places),
        cells=tuple(
            Cells(level, "".join(_filled(x, row) for x, row in places if row.level == level))
            for level in levels
            if level
        ),
        width=_STEP * len(rows),
        height=_HEIGHT,
        counts=tuple((level, sum(1 for row in rows if row.level == level)) for level in levels),
    )


def _bands(edition: Edition, language: Language) -> tuple[Stretch, ...]:
    wide = [band for band in edition.bands.value if band.max > band.min]
    return tuple(
        Stretch(
            x=_percent(band.min),
            width=_percent(band.max - band.min),
            middle=_percent((band.min + band.max) / 2),
            shade=shade,
            name=band.name,
            first=figure(band.min, language),
        )
        for shade, band in enumerate(sorted(wide, key=lambda band: band.min), start=1)
    )


def _mark(value: Decimal, language: Language, *, beside: Decimal | None = None) -> Mark:
    anchor = _anchor(value, value if beside is None else beside)
    return Mark(x=_percent(value), anchor=anchor, value=figure(value, language))


def _anchor(value: Decimal, beside: Decimal) -> str:
    """Words lean away from the mark beside them, where there is room."""
    if value < beside and value > _ROOM_FOR_WORDS:
        return "end"
    if value > beside and value < _TOP - _ROOM_FOR_WORDS:
        return "start"
    if value < _NEAR_THE_EDGE:
        return "start"
    return "end" if value > _TOP - _NEAR_THE_EDGE else "middle"


def _filled(x: int, row: RowScore) -> str:
    return _cell(x, _HEIGHT * row.level // row.indicator.highest_level)


def _cell(x: int, height: int) -> str:
    return f"M{x} {_HEIGHT}v-{height}h{_CELL}v{height}z"


def _percent(value: Fraction | Decimal) -> str:
    return f"{round_half_up(Fraction(value), 2)}%"
