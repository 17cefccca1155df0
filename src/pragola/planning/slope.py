"""All n from which on one more innovation only widens the divisor, as one linear case.

There the count score stays, the divisor D = n + rejected grows by one, and

    points of the innovations + D × points of the region's raised rows >= D × (total - SPD - count)

is linear but for the products of D and a row. A rung of the region is climbed or not, so that its
product is a column of its own between four lines, and exact (McCormick 1976).
"""

from dataclasses import replace
from fractions import Fraction

from pragola.planning.programme import Programme, Sheet


def with_slopes(programme: Programme) -> tuple[Programme, ...]:
    """The programme, and that of its slope if there is more than one n on it."""
    first = _first(programme)
    return (programme,) if first is None else (programme, _sloped(programme, first))


def below_slope(programme: Programme) -> int:
    """The largest n that lies on no slope."""
    first = _first(programme)
    return programme.most if first is None else first - 1


def _first(programme: Programme) -> int | None:
    """The first n from which on the divisor grows and the count score does not, if more follow."""
    rules = programme.now.rules
    counting = programme.now.enough and rules.count_weight != 0
    cap = rules.count_cap if counting else 0
    first = max(rules.floor - rules.besides, cap, programme.fewest)
    return first if programme.later is None and first < programme.most else None


def _sloped(programme: Programme, first: int) -> Programme:
    base, now = programme.sheet, programme.now
    sheet = Sheet([*base.cost], [*base.lower], [*base.upper], [*base.rows])
    products = {
        _times_divisor(sheet, programme, column, first): points
        for column, points in now.region.items()
    }
    innovations = {**now.innovations, **products}
    return replace(
        programme,
        sheet=sheet,
        now=replace(now, innovations=innovations, region=dict[int, Fraction]()),
        first=first,
    )


def _times_divisor(sheet: Sheet, programme: Programme, column: int, first: int) -> int:
    """A column that is the divisor where the other is 1, and nothing where that is 0."""
    assert sheet.upper[column] <= 1
    counted, rules = programme.counted, programme.now.rules
    least, most = rules.divisor(first), rules.divisor(programme.most)
    product = sheet.column(0, most)
    sheet.row({product: 1, column: -most}, most=0)
    sheet.row({product: 1, column: -least}, least=0)
    sheet.row({product: 1, column: -least, counted: -1}, most=rules.besides - least)
    sheet.row({product: 1, column: -most, counted: -1}, least=rules.besides - most)
    return product
