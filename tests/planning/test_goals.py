"""The two halves of a question for a target: a plan if there is one, else why there is none."""

from dataclasses import replace
from decimal import Decimal

from pragola.planning.goals import (
    Hindrance,
    Limitation,
    cheapest_plan,
    lightest_plan,
    plan_if_reachable,
    why_unreachable,
)
from pragola.planning.work import Fix, Wish
from tests.planning.demonstrated import pati

TOO_HIGH = Decimal(75)


def test_what_is_reachable_has_its_plan_and_what_is_not_has_none() -> None:
    situation = pati("2023")
    plan = plan_if_reachable(situation, Decimal("60.01"))
    assert plan == cheapest_plan(situation, Decimal("60.01"))
    assert plan is not None
    assert (plan.proven, plan.fewest) == (True, True)
    assert plan_if_reachable(situation, TOO_HIGH) is None


def test_a_lightest_plan_takes_as_much_and_perhaps_more_actions() -> None:
    situation = pati("2026")
    light, few = (f(situation, Decimal("65.01")) for f in (lightest_plan, plan_if_reachable))
    assert light is not None
    assert few is not None
    assert (light.effort, light.bound, light.fewest) == (few.effort, few.bound, False)
    assert len(few.actions) < len(light.actions)


def test_why_a_target_is_out_of_reach_names_the_highest_and_each_hindrance() -> None:
    situation = pati("2023", fixes=(Fix(wish=Wish.NO_HANDS, unit="UPTD Puskesmas Pati I"),))
    why = why_unreachable(situation, TOO_HIGH)
    free = why_unreachable(replace(situation, work=replace(situation.work, fixes=())), TOO_HIGH)
    assert why.highest is not None
    assert free.highest is not None
    assert (why.target, why.highest.proven) == (TOO_HIGH, True)
    assert why.hindrances[0] == Hindrance(kind=Limitation.CHOICES, index=free.highest.index)
    assert why.hindrances[1].kind is Limitation.PAST


def test_choices_that_cannot_be_kept_leave_nothing_to_reach() -> None:
    fix = Fix(wish=Wish.SURELY, innovation="rekaan-10", indicator="SID-03", level=3)
    situation = pati("2023", fixes=(fix,))
    assert plan_if_reachable(situation, Decimal(1)) is None
    why = why_unreachable(situation, Decimal(1))
    assert (why.highest, [each.kind for each in why.hindrances]) == (
        None,
        [Limitation.IMPOSSIBLE_CHOICES],
    )
