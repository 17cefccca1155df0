"""From a claim to a level: computed figures, rounding, cut points."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.scoring.answers import Claim
from pragola.scoring.edition import Base, Cut, Direction, Formula, Indicator, Measure
from pragola.scoring.faults import Fault, PragolaError

LATEST, EARLIER = "T-1", "T-2"
_AS_MEASURED = frozenset({Formula.VALUE, Formula.LATEST})
_ALL = 100


class ClaimError(PragolaError):
    """A claim the edition cannot turn into a level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a figure became a level.

    `value` is rounded to the measure's decimals; `base` is the chosen base of benefit;
    `cut` the cut that matched, None when the value lies below level 1.
    """

    level: int
    value: Decimal
    measure: Measure
    base: Base | None
    cut: Cut | None
    periods: tuple[tuple[str, Decimal], ...] = ()


def read_claim(indicator: Indicator, claim: Claim) -> tuple[int, Reading | None]:
    """The level of a claim, and how it was read where figures were given.

    Raises ClaimError when the claim does not fit the indicator.
    """
    if claim.level is not None:
        return _answered_level(indicator, claim, claim.level), None
    reading = _read_figures(indicator, claim)
    return reading.level, reading


def round_half_up(value: Fraction | Decimal, decimals: int) -> Decimal:
    """The value rounded to `decimals`, exact halves away from zero."""
    scaled = Fraction(value) * 10**decimals
    whole = int(abs(scaled) + Fraction(1, 2))
    return Decimal(whole if scaled >= 0 else -whole).scaleb(-decimals)


def _answered_level(indicator: Indicator, claim: Claim, level: int) -> int:
    if claim.base is not None:
        _chosen_base(indicator, claim)
    if not 0 <= level <= indicator.highest_level:
        expected = f"0-{indicator.highest_level}"
        raise _error("level_out_of_range", found=str(level), expected=expected)
    return level


def _read_figures(indicator: Indicator, claim: Claim) -> Reading:
    base = _chosen_base(indicator, claim)
    measure = base.measure if base else indicator.measure
    if measure is None:
        raise _error("figure_not_computable", found=_shown(claim), expected=indicator.code)
    value = _measured(measure, claim)
    cut = _matching_cut(measure, value)
    level = cut.level if cut else 0
    return Reading(
        level=level, value=value, measure=measure, base=base, cut=cut, periods=claim.periods
    )


def _chosen_base(indicator: Indicator, claim: Claim) -> Base | None:
    if claim.base is None:
        if indicator.bases:
            raise _error("base_missing", expected=_base_ids(indicator))
        return None
    for base in indicator.bases:
        if base.id == claim.base:
            return base
    code = "base_unknown" if indicator.bases else "base_not_expected"
    raise _error(code, found=claim.base, expected=_base_ids(indicator))


def _measured(measure: Measure, claim: Claim) -> Decimal:
    _must_be_possible(measure, claim)
    if claim.value is not None:
        value: Fraction = Fraction(claim.value)
    else:
        value = _from_periods(measure, claim)
    if measure.whole and value.denominator != 1:
        raise _error("figure_not_whole", found=_shown(claim), expected=measure.unit)
    return round_half_up(value, measure.decimals)


def _must_be_possible(measure: Measure, claim: Claim) -> None:
    """Nothing that is counted or measured lies below zero; only differences do."""
    figures = [figure for _year, figure in claim.periods]
    if claim.value is not None and measure.formula in _AS_MEASURED:
        figures.append(claim.value)
    for figure in figures:
        if figure < 0:
            raise _error("figure_below_zero", found=str(figure), expected=measure.unit)
        if measure.share and figure > _ALL:
            raise _error("share_above_all", found=str(figure), expected=str(_ALL))


_FORMULAS: dict[Formula, tuple[tuple[str, ...], Callable[..., Fraction]]] = {
    Formula.LATEST: ((LATEST,), lambda latest: latest),
    Formula.INCREASE: ((LATEST, EARLIER), lambda latest, earlier: latest - earlier),
    Formula.DECREASE: ((LATEST, EARLIER), lambda latest, earlier: earlier - latest),
    Formula.GROWTH_PERCENT: (
        (LATEST, EARLIER),
        lambda latest, earlier: (latest - earlier) / earlier * 100,
    ),
}


def periods_needed(measure: Measure) -> tuple[str, ...]:
    """The years whose raw figures the formula takes; empty when it takes the value itself."""
    return _FORMULAS[measure.formula][0] if measure.formula in _FORMULAS else ()


def _from_periods(measure: Measure, claim: Claim) -> Fraction:
    needed = periods_needed(measure)
    figures = dict(claim.periods)
    if set(figures) != set(needed) or not needed:
        expected = ", ".join(needed) or "value"
        raise _error("periods_do_not_fit", found=_shown(claim), expected=expected)
    if measure.formula is Formula.GROWTH_PERCENT and figures[EARLIER] <= 0:
        raise _error("growth_from_nothing", found=str(figures[EARLIER]), expected="> 0")
    return _FORMULAS[measure.formula][1](*(Fraction(figures[year]) for year in needed))


def _matching_cut(measure: Measure, value: Decimal) -> Cut | None:
    cuts = {cut.level: cut for cut in measure.cuts}
    for level in measure.tested:
        if _lies_in(cuts[level], value):
            return cuts[level]
    if _is_beyond_best(measure, value):
        best = cuts[max(cuts)]
        end = best.max if measure.direction is Direction.HIGHER else best.min
        raise _error("figure_beyond_rule", found=str(value), expected=str(end))
    return None


def _lies_in(cut: Cut, value: Decimal) -> bool:
    return (cut.min is None or value >= cut.min) and (cut.max is None or value <= cut.max)


def _is_beyond_best(measure: Measure, value: Decimal) -> bool:
    best = max(measure.cuts, key=lambda cut: cut.level)
    if measure.direction is Direction.HIGHER:
        return best.max is not None and value > best.max
    return best.min is not None and value < best.min


def _base_ids(indicator: Indicator) -> str:
    return ", ".join(base.id for base in indicator.bases)


def _shown(claim: Claim) -> str:
    if claim.value is not None:
        return str(claim.value)
    return ", ".join(f"{year}: {figure}" for year, figure in claim.periods)


def _error(code: str, *, found: str = "", expected: str = "") -> ClaimError:
    return ClaimError(Fault(code=code, found=found, expected=expected))
