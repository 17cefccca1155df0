"""Plans for the demonstration: by proof, as people fix them, and what stands in their way."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pragola.planning.actions import ActionKind
from pragola.planning.chosen import settled
from pragola.planning.goals import Hindrance, Limitation, Unreachable, best_plan, cheapest_plan
from pragola.planning.plan import Plan, Progress
from pragola.planning.scores import score_of
from pragola.planning.searches import LeastEffort
from pragola.planning.surveying import survey
from pragola.planning.work import Capacity, Fix, Situation, Wish
from tests.planning.demonstrated import pati

VERY = Decimal("60.01")


def planned(situation: Situation, target: Decimal = VERY) -> Plan:
    answer = cheapest_plan(situation, target)
    assert isinstance(answer, Plan)
    return answer


def told(plan: Plan) -> tuple[Decimal, Decimal, bool]:
    return plan.effort, plan.index, plan.proven


def test_from_below_to_very_innovative_by_one_regulation() -> None:
    plan = planned(pati("2023"))
    assert plan.before.index == Decimal("58.22")
    assert told(plan) == (Decimal(28), Decimal("60.44"), True)
    (action,) = plan.actions
    assert (action.kind, action.collective, len(action.reaches), action.adds) == (
        ActionKind.COLLECTIVE,
        "perkada",
        65,
        plan.after.index_exact - plan.before.index_exact,
    )


def test_a_plan_around_what_people_do_not_want() -> None:
    fixes = (Fix(wish=Wish.NOT, collective="perkada"),)
    plan = planned(pati("2023", fixes=fixes))
    assert told(plan) == (Decimal(50), Decimal("60.01"), True)
    assert "perkada" not in {action.collective for action in plan.actions}


def test_a_plan_around_what_people_surely_do() -> None:
    fix = Fix(wish=Wish.SURELY, innovation="rekaan-12", indicator="SID-20", level=3)
    situation = pati("2023", fixes=(fix,))
    plan = planned(situation)
    levels = {
        i.id: i.claims["SID-20"].level for i in plan.answers.innovations if "SID-20" in i.claims
    }
    assert (levels["rekaan-12"], plan.proven) == (3, True)


def test_a_unit_without_hands_does_nothing_itself() -> None:
    unit = "UPTD Puskesmas Pati I"
    fixes = (
        Fix(wish=Wish.NO_HANDS, unit=unit),
        Fix(wish=Wish.NOT, collective="perkada"),
    )
    plan = planned(pati("2023", fixes=fixes), Decimal("63"))
    own = {ActionKind.RAISE, ActionKind.ENTER}
    assert [a for a in plan.actions if a.unit == unit and a.kind in own] == []


def test_what_is_too_late_is_not_proposed() -> None:
    situation = pati("2023", start=date(2023, 6, 1), end=date(2023, 7, 28))
    plan = planned(situation)
    assert plan.effort > 28
    assert "perkada" not in {action.collective for action in plan.actions}


def test_a_third_budget_year_cannot_be_made_up() -> None:
    plan = best_plan(pati("2023"), None)
    assert plan is not None
    assert [a for a in plan.actions if a.indicator == "SID-03" and a.level > 1] == []


def test_what_is_out_of_reach_says_how_far_one_gets_and_why() -> None:
    situation = pati("2023", capacities=(Capacity(unit=None, days=Decimal(10)),))
    answer = cheapest_plan(situation, Decimal(75))
    assert isinstance(answer, Unreachable)
    assert answer.highest is not None
    assert (answer.highest.index, answer.highest.proven) == (Decimal("71.56"), True)
    past = ("SID-03", "SID-06", "SID-17")
    assert answer.hindrances == (
        Hindrance(kind=Limitation.CAPACITY, index=Decimal("71.79"), subjects=("",)),
        Hindrance(kind=Limitation.PAST, index=Decimal("72.96"), subjects=past),
    )


def test_choices_that_cannot_be_kept_are_named() -> None:
    fix = Fix(wish=Wish.SURELY, innovation="rekaan-10", indicator="SID-03", level=3)
    answer = cheapest_plan(pati("2023", fixes=(fix,)), VERY)
    hindrance = Hindrance(
        kind=Limitation.IMPOSSIBLE_CHOICES, index=None, subjects=("rekaan-10/SID-03",)
    )
    assert answer == Unreachable(target=VERY, highest=None, hindrances=(hindrance,))


def test_a_plan_that_misses_is_not_taken() -> None:
    situation = pati("2023")
    ground = survey(situation)
    today = frozenset(e.id for e in ground.entries if e.id and not e.draft)
    nothing = settled(ground, frozenset(), today, frozenset())
    search = LeastEffort(situation, ground, ground.rules.threshold(VERY))
    assert search.worth(nothing) is None
    assert search.run(nothing).bound == 28 / ground.grain


def test_a_search_that_is_stopped_tells_its_bound() -> None:
    seen: list[Progress] = []

    def watch(progress: Progress) -> bool:
        seen.append(progress)
        return progress.effort is None

    plan = cheapest_plan(pati("2026"), Decimal("65.01"), watch=watch)
    assert isinstance(plan, Plan)
    assert plan.bound is not None
    assert plan.index >= Decimal("65.01")
    assert plan.bound <= 144 <= plan.effort
    assert (plan.proven, seen[-1].effort is not None) == (plan.effort == plan.bound, True)


@pytest.mark.parametrize(("year", "target"), [("2023", "65"), ("2026", "65.01"), ("2027", "65.01")])
def test_the_promised_index_is_the_engines(year: str, target: str) -> None:
    situation = pati(year)
    plan = planned(situation, Decimal(target))
    assert plan.after == score_of(situation, plan.answers)
    assert (plan.index >= Decimal(target), plan.proven) == (True, True)


def test_rejected_entries_out_of_the_divisor_make_it_easier() -> None:
    situation = pati("2023", fixes=(Fix(wish=Wish.NOT, collective="perkada"),))
    lenient = replace(situation, rejected_in_divisor=False)
    assert planned(lenient).effort < planned(situation).effort
