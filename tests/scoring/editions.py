"""Random small editions: other weights, divisors, caps, switches and bands than any year's."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Band, Edition, Indicator, Sourced

WHOLE, PARTIAL = load_edition("2026"), load_edition("2023")


def _points(most: int) -> st.SearchStrategy[Decimal]:
    """Points above nothing with up to two decimals."""
    return st.builds(
        lambda number, places: Decimal(number).scaleb(-places),
        st.integers(1, most),
        st.integers(0, 2),
    )


def _other[T](sourced: Sourced[T], value: T) -> Sourced[T]:
    return replace(sourced, value=value)


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """An edition that keeps its promise: nobody can score more than its total."""
    base = draw(st.sampled_from((WHOLE, PARTIAL)))
    indicators = tuple(_weighted(i, draw(_points(40))) for i in base.indicators)
    cap, worth = draw(st.integers(1, 12)), draw(_points(99))
    minimum = draw(st.none() | st.integers(0, 6))
    changed = replace(
        base,
        indicators=indicators,
        count=replace(
            base.count, cap=_other(base.count.cap, cap), weight=_other(base.count.weight, worth)
        ),
        min_divisor=_other(base.min_divisor, draw(st.integers(1, 15))),
        min_basic_services=None if minimum is None else _other(base.min_divisor, minimum),
        rejected_in_divisor=_other(base.rejected_in_divisor, draw(st.booleans())),
        touching_affairs_count=_other(base.touching_affairs_count, draw(st.booleans())),
        index_decimals=_other(base.index_decimals, draw(st.integers(0, 3))),
        bands=_other(base.bands, _bands(draw(st.sets(st.integers(1, 99), max_size=4)))),
    )
    return _with_total(changed)


def _weighted(indicator: Indicator, weight: Decimal) -> Indicator:
    return replace(indicator, weight=_other(indicator.weight, weight))


def _bands(edges: set[int]) -> tuple[Band, ...]:
    lower = [Decimal(0), *(Decimal(edge) for edge in sorted(edges))]
    return tuple(Band(f"band {edge}", edge, Decimal(100)) for edge in reversed(lower))


def _with_total(edition: Edition) -> Edition:
    spd = sum((i.weight.value * i.highest_level for i in edition.spd_indicators), Decimal(0))
    sid = sum((i.weight.value * i.highest_level for i in edition.sid_indicators), Decimal(0))
    count = edition.count.weight.value * edition.count.cap.value
    total = (spd or edition.maxima.spd.value) + sid + count
    maxima = replace(edition.maxima, total=_other(edition.maxima.total, total))
    return replace(edition, maxima=maxima)
