"""Claims and verdicts of an invented innovation: levels by strength, leaning and chance."""

from decimal import Decimal

from pragola.demonstration.chance import draw
from pragola.demonstration.circumstances import Circumstances
from pragola.demonstration.portfolio import InventedInnovation
from pragola.scoring.answers import Claim
from pragola.scoring.edition import Base, Cut, Edition, Indicator, Measure
from pragola.scoring.measure import read_claim

_REACHED_AT = (30, 50, 70)
"""The strength from which level 1, 2 and 3 are claimed."""
_SWING = 24
"""How much chance adds or takes at most."""


def claims_of(
    edition: Edition, innovation: InventedInnovation, circumstances: Circumstances
) -> dict[str, Claim]:
    """What it claims, by indicator; what it cannot show it does not claim."""
    claims: dict[str, Claim] = {}
    for indicator in edition.sid_indicators:
        level = _level(edition, innovation, indicator, circumstances)
        if level:
            claims[indicator.code] = _claim(innovation, indicator, level, circumstances)
    return claims


def verdicts_on(
    edition: Edition,
    innovation: InventedInnovation,
    claims: dict[str, Claim],
    circumstances: Circumstances,
) -> dict[str, int]:
    """The verifier's levels on all claims of an entry that was reviewed, else none."""
    if draw(innovation.id, edition.code, "reviewed", sides=100) >= circumstances.reviewed:
        return {}
    verdicts: dict[str, int] = {}
    for indicator in edition.sid_indicators:
        if indicator.code in claims:
            level, _ = read_claim(indicator, claims[indicator.code])
            drawn = draw(innovation.id, edition.code, indicator.code, "verdict", sides=100)
            lowered = drawn < circumstances.doubt_of(indicator.code)
            verdicts[indicator.code] = level - 1 if lowered else level
    return verdicts


def _level(
    edition: Edition,
    innovation: InventedInnovation,
    indicator: Indicator,
    circumstances: Circumstances,
) -> int:
    # The swing does not depend on the year: only growth and the criteria move a level.
    swing = draw(innovation.id, indicator.code, sides=2 * _SWING + 1) - _SWING
    grown = circumstances.growth if _was_here_before(innovation, edition.code) else 0
    reached = innovation.strength + grown + circumstances.leaning[indicator.code] + swing
    return min(sum(1 for mark in _REACHED_AT if reached >= mark), indicator.highest_level)


def _was_here_before(innovation: InventedInnovation, edition: str) -> bool:
    return any(code < edition for code in innovation.entries)


def _claim(
    innovation: InventedInnovation,
    indicator: Indicator,
    level: int,
    circumstances: Circumstances,
) -> Claim:
    base = _base(innovation, indicator)
    measure = base.measure if base else indicator.measure
    chosen = base.id if base else None
    if measure is None or indicator.code not in circumstances.figures:
        return Claim(level=level, base=chosen)
    names = (innovation.id, indicator.code, "figure")
    return Claim(base=chosen, value=_figure(measure, level, circumstances, names=names))


def _base(innovation: InventedInnovation, indicator: Indicator) -> Base | None:
    """Half of the innovations count people, the first base; the others spread."""
    if not indicator.bases:
        return None
    drawn = draw(innovation.id, indicator.code, "base", sides=2 * len(indicator.bases))
    return indicator.bases[max(0, drawn - len(indicator.bases))]


def _figure(
    measure: Measure, level: int, circumstances: Circumstances, *, names: tuple[str, ...]
) -> Decimal:
    """A figure within the level's cut, on the measure's own grid."""
    low, high = _ends(next(c for c in measure.cuts if c.level == level), measure, circumstances)
    step = Decimal(1).scaleb(-measure.decimals)
    return low + step * draw(*names, sides=int((high - low) / step) + 1)


def _ends(cut: Cut, measure: Measure, circumstances: Circumstances) -> tuple[Decimal, Decimal]:
    low = Decimal(1) if cut.min is None else cut.min
    if cut.max is not None:
        return min(low, cut.max), cut.max
    return low, max(low, circumstances.open_ends.get(measure.unit, low))
