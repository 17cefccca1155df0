"""The curve of effort against index: ready geometry, and the same figures for a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import isqrt
from typing import Any

from pragola.web.shared.numbers import figure
from pragola.web.targets.queries.lines import days
from pragola.wording import Language

WIDTH, HEIGHT = 640, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 24, 44
_ASIDE = 8
_PRECISION = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point of the curve, in the drawing and in words; `anchor` keeps its words inside.

    Where the search ended before its proof, no plan of that effort goes above `at_most`.
    """

    x: str
    y: str
    label_x: str
    label_y: str
    anchor: str
    effort: str
    index: str
    band: str
    actions: int
    at_most: str = ""
    proven: bool = True
    is_plan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Effort against the highest index for it. Efforts stand by their square roots.

    `target_y` is where the target lies, None where it is outside.
    """

    spots: tuple[Spot, ...]
    path: str
    target: str
    target_y: str | None
    proven: bool = True
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    floor: int = HEIGHT - _BOTTOM
    right: int = WIDTH - _RIGHT


def curve_of(
    points: Sequence[Mapping[str, Any]],
    *,
    target: Decimal,
    plan: tuple[Decimal, Decimal] | None,
    language: Language,
) -> Curve | None:
    """The drawing of points as `parts` keeps them; `plan` is effort and index of the plan."""
    if len(points) < 2:
        return None
    efforts, indices = ([Decimal(p[name]) for p in points] for name in ("effort", "index"))
    scale = _Scale(max(efforts), indices, target)
    spots = [_told_spot(scale, each, language) for each in points]
    line = " ".join(f"{'M' if not n else 'L'}{s.x} {s.y}" for n, s in enumerate(spots))
    if plan is not None:
        spots.append(_spot(scale, *plan, "", 0, language, is_plan=True))
    return Curve(
        spots=tuple(spots),
        path=line,
        target=figure(target, language),
        target_y=scale.y(target),
        proven=all(spot.proven for spot in spots),
    )


@dataclass(frozen=True)
class _Scale:
    most: Decimal
    indices: Sequence[Decimal]
    target: Decimal

    def x(self, effort: Decimal) -> str:
        """Square roots: the first person-days bring the most."""
        share = Fraction(isqrt(int(effort * _PRECISION)), isqrt(int(self.most * _PRECISION)) or 1)
        return _place(_LEFT + share * (WIDTH - _LEFT - _RIGHT))

    def y(self, index: Decimal) -> str | None:
        """From the lowest index to the highest, the target included."""
        low, high = min(*self.indices, self.target), max(*self.indices, self.target)
        share = Fraction(index - low) / (Fraction(high - low) or 1)
        return _place(_TOP + (1 - share) * (HEIGHT - _TOP - _BOTTOM))


def _told_spot(scale: _Scale, told: Mapping[str, Any], language: Language) -> Spot:
    effort, index = Decimal(told["effort"]), Decimal(told["index"])
    spot = _spot(scale, effort, index, told["band"], told["actions"], language)
    bound = told.get("at_most")
    if bound is None:
        return spot
    return replace(spot, proven=False, at_most=figure(Fraction(bound), language) if bound else "")


def _spot(
    scale: _Scale,
    effort: Decimal,
    index: Decimal,
    band: str,
    actions: int,
    language: Language,
    *,
    is_plan: bool = False,
) -> Spot:
    x, y = scale.x(effort), scale.y(index) or "0"
    at_start = float(x) < _LEFT + _RIGHT
    # The line rises to the right: above and left of a point is room, below and right of the plan.
    aside = _ASIDE if is_plan else -_ASIDE if not at_start else 0
    return Spot(
        x=x,
        y=y,
        label_x=_place(Fraction(x) + aside),
        label_y=_place(Fraction(y) + (3 * _ASIDE if is_plan else -_ASIDE)),
        anchor="start" if is_plan or at_start else "end",
        effort=days(effort, language),
        index=figure(index, language),
        band=band,
        actions=actions,
        is_plan=is_plan,
    )


def _place(value: Fraction | int) -> str:
    return f"{float(value):.1f}"
