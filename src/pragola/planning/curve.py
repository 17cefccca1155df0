"""Effort against index: points of which none can be bettered."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from pragola.planning.goals import best_plan, lightest_plan
from pragola.planning.plan import Plan, Watch
from pragola.planning.work import Situation


def curve(situation: Situation, *, points: int, watch: Watch | None = None) -> tuple[Plan, ...]:
    """So many plans at most from today's index to the highest, each best in both ways.

    Where the watch ended a search, its plan tells the bound instead; without any plan the point
    is left out.

    Each is the highest index for its effort, and no plan reaches its index with less. The
    targets lie evenly between the best that takes no effort and the best there is.
    """
    idle = best_plan(situation, Decimal(0), watch=watch)
    highest = best_plan(situation, None, watch=watch)
    if highest is None:
        return ()
    first = highest if idle is None else idle
    plans = {first.effort: first}
    for target in _between(first, highest, points):
        plan = _sharp(situation, target, watch)
        if plan is not None:
            plans[plan.effort] = plan
    plans[highest.effort] = highest
    return tuple(plans[effort] for effort in sorted(plans))


def _between(first: Plan, highest: Plan, points: int) -> Iterator[Decimal]:
    low, high = first.after.index_exact, highest.after.index_exact
    decimals = -first.index.as_tuple().exponent  # type: ignore[operator]
    for place in range(1, points - 1):
        exact = low + (high - low) * Fraction(place, points - 1)
        target = Decimal(exact.numerator) / Decimal(exact.denominator)
        yield target.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_CEILING)


def _sharp(situation: Situation, target: Decimal, watch: Watch | None) -> Plan | None:
    """The least effort for the target, then the highest index for that effort.

    None where the watch ended the search before it had a plan.
    """
    cheapest = lightest_plan(situation, target, watch=watch)
    if cheapest is None:
        return None
    best = best_plan(situation, cheapest.effort, watch=watch)
    return cheapest if best is None else best
