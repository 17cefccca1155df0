"""What people ask for: the least effort for a target, the highest index for an effort."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pragola.planning.chosen import Chosen
from pragola.planning.fewest import fewest
from pragola.planning.ground import Ground
from pragola.planning.plan import Plan, Watch, plan_of
from pragola.planning.searches import HighestIndex, LeastEffort
from pragola.planning.surveying import survey
from pragola.planning.work import Situation, Step, Work


class Limitation(StrEnum):
    """What can stand in the way of a higher index."""

    IMPOSSIBLE_CHOICES = "impossible_choices"
    CHOICES = "choices"
    CAPACITY = "capacity"
    TIME = "time"
    PAST = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """One thing in the way: the highest index that would be reachable without it alone.

    `subjects` name what it is about: fixed choices, units, rows whose proof lies in the past.
    `index` None: choices contradict each other, so that there is no plan at all.
    """

    kind: Limitation
    index: Decimal | None
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """No plan reaches the target. `highest` is the best there is, with its least effort.

    `highest` None: fixed choices leave no plan at all.
    """

    target: Decimal
    highest: Plan | None
    hindrances: tuple[Hindrance, ...]


def cheapest_plan(
    situation: Situation, target: Decimal, *, watch: Watch | None = None
) -> Plan | Unreachable:
    """The plan of least effort whose index, rounded as the edition says, reaches the target.

    Of plans of equal effort one with the fewest actions is taken.
    When `watch` stops the search, the plan's bound tells how much less might do; Unreachable
    then only means that none was found.
    """
    return plan_if_reachable(situation, target, watch=watch) or why_unreachable(
        situation, target, watch=watch
    )


def plan_if_reachable(
    situation: Situation, target: Decimal, *, watch: Watch | None = None
) -> Plan | None:
    """The plan as `cheapest_plan`; None where none was found, without asking why."""
    ground = survey(situation)
    search = LeastEffort(situation, ground, ground.rules.threshold(target), watch=watch)
    bound = search.run().bound
    shortest = fewest(search)
    if shortest is None or bound is None:
        return None
    plan = plan_of(situation, ground, shortest.chosen)
    return replace(plan, target=target, bound=ground.days(int(bound)), fewest=shortest.proven)


def lightest_plan(
    situation: Situation, target: Decimal, *, watch: Watch | None = None
) -> Plan | None:
    """A plan of least effort, however many actions that are; None where none was found."""
    ground = survey(situation)
    found = LeastEffort(situation, ground, ground.rules.threshold(target), watch=watch).run()
    if found.chosen is None or found.bound is None:
        return None
    plan = plan_of(situation, ground, found.chosen)
    return replace(plan, target=target, bound=ground.days(int(found.bound)))


def best_plan(
    situation: Situation, budget: Decimal | None, *, watch: Watch | None = None
) -> Plan | None:
    """The highest index for at most so many person-days, with the least effort that brings it.

    `budget` None: without limit. None where fixed choices leave no plan.
    """
    ground = survey(situation)
    grains = None if budget is None else int(Fraction(budget) / ground.grain)
    found = HighestIndex(situation, ground, grains, watch=watch).run()
    if found.chosen is None or found.bound is None:
        return None
    plan = plan_of(situation, ground, _cheaper(situation, ground, found.chosen, watch))
    highest = ground.rules.index_of(-found.bound)
    return replace(plan, budget=budget, index_bound=highest)


def _cheaper(situation: Situation, ground: Ground, chosen: Chosen, watch: Watch | None) -> Chosen:
    """The least effort for the same exact index."""
    index = plan_of(situation, ground, chosen).after.index_exact
    return LeastEffort(situation, ground, index, watch=watch).run(chosen).chosen or chosen


def why_unreachable(
    situation: Situation, target: Decimal, *, watch: Watch | None = None
) -> Unreachable:
    """The highest index there is in place of the target, and what stands in the way."""
    ground = survey(situation)
    if ground.impossible:
        hindrance = Hindrance(
            kind=Limitation.IMPOSSIBLE_CHOICES, index=None, subjects=ground.impossible
        )
        return Unreachable(target=target, highest=None, hindrances=(hindrance,))
    highest = best_plan(situation, None, watch=watch)
    return Unreachable(
        target=target,
        highest=highest,
        hindrances=tuple(_hindrances(situation, highest, watch)),
    )


def _hindrances(
    situation: Situation, highest: Plan | None, watch: Watch | None
) -> Iterator[Hindrance]:
    """What would bring a higher index if it alone were lifted, by the index it brings."""
    for kind, (lifted, subjects) in _lifted(situation).items():
        plan = best_plan(replace(situation, work=lifted), None, watch=watch)
        if plan and (highest is None or plan.after.index_exact > highest.after.index_exact):
            yield Hindrance(kind=kind, index=plan.index, subjects=subjects)


def _lifted(situation: Situation) -> dict[Limitation, tuple[Work, tuple[str, ...]]]:
    """The work with one kind of limitation taken away, where there is any."""
    work = situation.work
    lifted: dict[Limitation, tuple[Work, tuple[str, ...]]] = {}
    if work.fixes:
        lifted[Limitation.CHOICES] = replace(work, fixes=()), ()
    if work.capacities:
        units = tuple(dict.fromkeys(c.unit or "" for c in work.capacities))
        lifted[Limitation.CAPACITY] = replace(work, capacities=()), units
    if work.start:
        lifted[Limitation.TIME] = replace(work, start=None), ()
    past = tuple(key for key, step in work.steps.items() if step.effort is None)
    if past:
        steps = {**work.steps, **dict.fromkeys(past, Step(effort=Decimal(1)))}
        rows = tuple(dict.fromkeys(indicator for indicator, _ in past))
        lifted[Limitation.PAST] = replace(work, steps=steps), rows
    return lifted
