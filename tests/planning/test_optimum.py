"""The planner finds what trying everything finds: 500 small regions with all features on."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pragola.planning.chosen import total_of
from pragola.planning.fewest import fewest
from pragola.planning.goals import Unreachable, best_plan, cheapest_plan
from pragola.planning.plan import Plan, plan_of
from pragola.planning.scores import score_of
from pragola.planning.searches import HighestIndex, LeastEffort
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from pragola.scoring.score import score
from tests.planning.oracle import Oracle
from tests.planning.regions import situations

MANY = settings(max_examples=500, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=100, suppress_health_check=list(HealthCheck))
PER_ACTION = Decimal("0.0001")
places = st.integers(0, 12)
"""Where the wanted index lies among those that can be reached; the last one lies above all."""


def wanted(outcomes: list[tuple[Decimal, Fraction]], place: int) -> Fraction:
    """An index that is reachable, but for the last place, and mostly not for nothing."""
    idle = max((index for effort, index in outcomes if not effort), default=Fraction(0))
    better = sorted(index for _, index in outcomes if index > idle) or [idle]
    return better[min(len(better) - 1, len(better) * place // 12)] + Fraction(place == 12, 1000)


@MANY
@given(situations(), places)
def test_no_plan_takes_less_than_the_one_found(situation: Situation, place: int) -> None:
    oracle, ground = Oracle(situation), survey(situation)
    index = wanted(oracle.outcomes(), place)
    found = LeastEffort(situation, ground, index).run()
    plan = plan_of(situation, ground, found.chosen) if found.chosen else None
    proof = None if found.bound is None else ground.days(int(found.bound))
    least = oracle.least_effort(index)
    assert (plan and plan.effort, proof) == (least, least)
    if plan:
        assert plan.after.index_exact >= index


@MANY
@given(situations(), places)
def test_of_plans_of_the_least_effort_none_has_fewer_actions(
    situation: Situation, place: int
) -> None:
    ground = survey(situation)
    oracle = Oracle(situation, per_action=PER_ACTION)
    index = wanted(Oracle(situation).outcomes(), place)
    search = LeastEffort(situation, ground, index)
    search.run()
    found, least = fewest(search), oracle.least_effort(index)
    if found is None or least is None:
        assert (found, least) == (None, None)
    else:
        plan = plan_of(situation, ground, found.chosen)
        assert plan.effort + len(plan.actions) * PER_ACTION == least
        assert found.proven


@MANY
@given(situations(), places)
def test_no_plan_for_the_budget_brings_a_higher_index(situation: Situation, place: int) -> None:
    ground = survey(situation)
    budget = None if place == 12 else Decimal(place)
    grains = None if budget is None else int(Fraction(budget) / ground.grain)
    found = HighestIndex(situation, ground, grains).run()
    plan = plan_of(situation, ground, found.chosen) if found.chosen else None
    proof = None if found.bound is None else ground.rules.index_of(-found.bound)
    highest = Oracle(situation).highest(budget)
    assert (plan and plan.after.index_exact, proof) == (highest, highest)


@SOME
@given(situations(), places)
def test_what_is_promised_is_what_the_engine_says(situation: Situation, place: int) -> None:
    plan = best_plan(situation, Decimal(place))
    assume(plan is not None)
    assert isinstance(plan, Plan)
    assert plan.after == score_of(situation, plan.answers)
    assert plan.proven
    assert sum((a.effort for a in plan.actions), Decimal(0)) == plan.effort <= place


@MANY
@given(situations(), places)
def test_a_promised_index_is_the_engines_of_the_changed_answers_to_the_last_digit(
    situation: Situation, place: int
) -> None:
    """The planner's own sum of points, the plan's promise and the engine say the same fraction."""
    ground = survey(situation)
    index = wanted(Oracle(situation).outcomes(), place)
    chosen = LeastEffort(situation, ground, index).run().chosen
    assume(chosen is not None)
    assert chosen is not None
    plan = plan_of(situation, ground, chosen)
    scored = score(
        situation.edition, plan.answers, rejected_in_divisor=situation.rejected_in_divisor
    )
    own = ground.rules.index_of(total_of(ground, chosen))
    assert (plan.index, own) == (scored.index, scored.index_exact)


@SOME
@given(situations(), places, places)
def test_more_days_never_bring_a_lower_index(situation: Situation, one: int, other: int) -> None:
    few, many = (best_plan(situation, Decimal(days)) for days in sorted((one, other)))
    assert few is None or (many is not None and few.after.index_exact <= many.after.index_exact)


@SOME
@given(situations(), places, places)
def test_a_higher_target_never_costs_less(situation: Situation, one: int, other: int) -> None:
    outcomes = Oracle(situation).outcomes()
    ground = survey(situation)
    lower, higher = sorted(wanted(outcomes, place) for place in (one, other))
    low, high = (LeastEffort(situation, ground, index).run().bound for index in (lower, higher))
    assert high is None or (low is not None and low <= high)


@SOME
@given(situations(), places)
def test_more_hands_never_cost_more(situation: Situation, place: int) -> None:
    index = wanted(Oracle(situation).outcomes(), place)
    more = tuple(replace(c, days=c.days + 1) for c in situation.work.capacities)
    relieved = replace(situation, work=replace(situation.work, capacities=more))
    few = LeastEffort(situation, survey(situation), index).run().bound
    many = LeastEffort(relieved, survey(relieved), index).run().bound
    assert few is None or (many is not None and many <= few)


@SOME
@given(situations(), st.integers(0, 400))
def test_a_target_is_reached_as_the_index_is_rounded(situation: Situation, target: int) -> None:
    answer = cheapest_plan(situation, Decimal(target) / 40)
    if isinstance(answer, Unreachable):
        assert answer.highest is None or answer.highest.index < answer.target
    else:
        assert answer.index >= Decimal(target) / 40


@SOME
@given(situations(), places)
def test_the_same_question_gets_the_same_answer(situation: Situation, place: int) -> None:
    budget = Decimal(place)
    assert best_plan(situation, budget) == best_plan(situation, budget)
