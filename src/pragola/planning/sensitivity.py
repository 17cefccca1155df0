"""What would change a plan: the effort of a collective action, the reading of an open rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from pragola.planning.actions import ActionKind
from pragola.planning.goals import lightest_plan
from pragola.planning.plan import Plan, Watch
from pragola.planning.work import Fix, Situation, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinge:
    """A collective action and the effort at which the plan would turn on it, in person-days.

    One that is `done` stays in the cheapest plan as long as it takes at most `turns_at`; one
    that is not would come in if it took less. `turns_at` None: nothing reaches the target
    without it, or with it, whatever it takes.
    """

    collective: str
    done: bool
    effort: Decimal
    turns_at: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReading:
    """The plan if rejected entries are read the other way; None where none reaches the target."""

    rejected_counts: bool
    plan: Plan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """The hinges of a plan, nearest first, and the other reading; `effort` is the plan's own."""

    effort: Decimal
    hinges: tuple[Hinge, ...]
    other_reading: OtherReading


type Cheapest = Callable[[Situation], Plan | None]


def sensitivity(situation: Situation, plan: Plan, *, watch: Watch | None = None) -> Sensitivity:
    """What would change the cheapest plan for its target; every figure is exact."""
    assert plan.target is not None
    cheapest = partial(lightest_plan, target=plan.target, watch=watch)
    return sensitivity_by(situation, plan, cheapest)


def sensitivity_by(situation: Situation, plan: Plan, cheapest: Cheapest) -> Sensitivity:
    """What would change a plan that is the cheapest one by some measure; others are by the same.

    The cheapest plan with an action, less its effort, and the cheapest one without it: where
    they meet, the plan turns.
    """
    hinges = sorted(_hinges(situation, plan, cheapest), key=_nearness)
    return Sensitivity(
        effort=plan.effort,
        hinges=tuple(hinges),
        other_reading=_other_reading(situation, cheapest),
    )


def _nearness(hinge: Hinge) -> Decimal:
    far = Decimal("Infinity")
    return far if hinge.turns_at is None else abs(hinge.effort - hinge.turns_at)


def _hinges(situation: Situation, plan: Plan, cheapest: Cheapest) -> Iterator[Hinge]:
    done = {a.collective for a in plan.actions if a.kind is ActionKind.COLLECTIVE}
    fixed = {fix.collective for fix in situation.work.fixes}
    for each in situation.work.collectives:
        if each.id in fixed:
            continue
        wish = Wish.NOT if each.id in done else Wish.SURELY
        other = cheapest(_with_fix(situation, Fix(wish=wish, collective=each.id)))
        turns_at = None
        if other is not None and each.id in done:
            turns_at = each.effort + other.effort - plan.effort
        elif other is not None:
            turns_at = max(Decimal(0), each.effort - (other.effort - plan.effort))
        yield Hinge(collective=each.id, done=each.id in done, effort=each.effort, turns_at=turns_at)


def _with_fix(situation: Situation, fix: Fix) -> Situation:
    return replace(situation, work=replace(situation.work, fixes=(*situation.work.fixes, fix)))


def _other_reading(situation: Situation, cheapest: Cheapest) -> OtherReading:
    counts = not situation.rejected_counts
    other = cheapest(replace(situation, rejected_in_divisor=counts))
    return OtherReading(rejected_counts=counts, plan=other)
