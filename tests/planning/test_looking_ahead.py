"""This year's least effort with the highest index next year, against all that can be done."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings

from pragola.planning.goals import cheapest_plan
from pragola.planning.looking_ahead import HighestLater, furthest_ahead
from pragola.planning.plan import Plan, answers_after
from pragola.planning.scores import score_later, score_of
from pragola.planning.searches import LeastEffort
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from tests.planning.demonstrated import pati
from tests.planning.regions import situations
from tests.planning.test_years import later_editions, outcomes, places

MANY = settings(max_examples=300, suppress_health_check=list(HealthCheck))


@MANY
@given(situations(), later_editions, places)
def test_of_plans_of_the_least_effort_none_brings_more_next_year(
    situation: Situation, later: Edition, place: int
) -> None:
    tried = outcomes(situation, later)
    indices = sorted({index for _, index, _ in tried} or {Fraction(0)})
    wanted = indices[(len(indices) - 1) * place // 12]
    ground = survey(situation, later=later)
    least = min((effort for effort, index, _ in tried if index >= wanted), default=None)
    first = LeastEffort(situation, ground, wanted).run()
    assert (None if first.bound is None else ground.days(int(first.bound))) == least
    if first.bound is None or least is None or ground.later is None:
        return
    found = HighestLater(situation, ground, wanted, later, int(first.bound)).run()
    highest = max(then for e, index, then in tried if index >= wanted and e <= least)
    assert found.chosen is not None
    assert found.bound is not None
    answers = answers_after(situation, ground, found.chosen)
    assert ground.later.index_of(-found.bound) == highest
    assert score_later(answers, later).index_exact == highest
    assert score_of(situation, answers).index_exact >= wanted


def test_the_demonstration_gets_more_next_year_for_the_same_effort() -> None:
    situation, edition, target = pati("2026"), load_edition("2027"), Decimal("65.01")
    plan = cheapest_plan(situation, target)
    ahead = furthest_ahead(situation, target, edition)
    assert isinstance(plan, Plan)
    assert ahead is not None
    assert (ahead.plan.effort, ahead.proven) == (plan.effort, True)
    assert ahead.later == score_later(ahead.plan.answers, edition)
    assert ahead.later.index >= score_later(plan.answers, edition).index


def test_without_any_plan_there_is_none_ahead() -> None:
    assert furthest_ahead(pati("2026"), Decimal(99), load_edition("2027")) is None
