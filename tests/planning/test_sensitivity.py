"""What would change a plan, and the curve, on the demonstration."""

from dataclasses import replace
from decimal import Decimal

from pragola.planning.actions import ActionKind
from pragola.planning.curve import curve
from pragola.planning.goals import best_plan, cheapest_plan
from pragola.planning.plan import Plan
from pragola.planning.sensitivity import Hinge, sensitivity
from pragola.planning.work import Situation
from tests.planning.demonstrated import pati

TARGET = Decimal("60.01")


def with_effort(situation: Situation, name: str, effort: Decimal) -> Situation:
    changed = tuple(
        replace(c, effort=effort) if c.id == name else c for c in situation.work.collectives
    )
    return replace(situation, work=replace(situation.work, collectives=changed))


def collectives(situation: Situation) -> set[str | None]:
    plan = cheapest_plan(situation, TARGET)
    assert isinstance(plan, Plan)
    return {a.collective for a in plan.actions if a.kind is ActionKind.COLLECTIVE}


def test_the_plan_turns_where_it_is_told_to() -> None:
    situation = pati("2023")
    plan = cheapest_plan(situation, TARGET)
    assert isinstance(plan, Plan)
    told = sensitivity(situation, plan)
    hinge = next(h for h in told.hinges if h.done)
    assert hinge == Hinge(collective="perkada", done=True, effort=Decimal(28), turns_at=Decimal(50))
    below = with_effort(situation, "perkada", Decimal("49.5"))
    above = with_effort(situation, "perkada", Decimal("50.5"))
    assert ("perkada" in collectives(below), "perkada" in collectives(above)) == (True, False)
    assert (told.effort, told.other_reading.rejected_counts) == (plan.effort, False)
    assert told.other_reading.plan is not None
    assert told.other_reading.plan.effort < plan.effort


def test_every_point_of_the_curve_is_the_best_there_is() -> None:
    situation = pati("2023")
    plans = curve(situation, points=4)
    indices = [plan.after.index_exact for plan in plans]
    efforts = [plan.effort for plan in plans]
    assert (indices, efforts) == (sorted(indices), sorted(efforts))
    assert all(plan.proven for plan in plans)
    again = best_plan(situation, plans[1].effort)
    assert again is not None
    assert again.after.index_exact == plans[1].after.index_exact
