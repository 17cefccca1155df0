"""Two years at once: the least effort for both by proof, and what work is worth then."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pragola.planning.catalogue import load_catalogue, no_own_work, work_next_year
from pragola.planning.goals import Unreachable, cheapest_plan
from pragola.planning.plan import Plan
from pragola.planning.scores import score_later
from pragola.planning.searches import Later, LeastForBoth
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from pragola.planning.years import NextYear, chosen_of, years
from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from tests.planning.demonstrated import pati
from tests.planning.oracle import Oracle
from tests.planning.regions import YEAR, situations, small

MANY = settings(max_examples=500, suppress_health_check=list(HealthCheck))
VERY = Decimal("65.01")
places = st.integers(0, 12)
later_editions = st.builds(
    small,
    st.just(YEAR),
    floor=st.integers(1, 4),
    cap=st.integers(1, 4),
    services=st.sampled_from([None, 1, 2]),
)


def outcomes(situation: Situation, later: Edition) -> list[tuple[Decimal, Fraction, Fraction]]:
    """Effort and both exact indices of everything that can be done."""
    oracle = Oracle(situation)
    other = Oracle(replace(situation, edition=later, rejected_in_divisor=None))
    return [
        (way.effort, oracle.index(way, reported), other.index(way, reported))
        for done in oracle.collective_sets()
        for reported in oracle.reported_sets()
        for way in oracle.ways(done, reported)
    ]


@MANY
@given(situations(), later_editions, places, places)
def test_no_plan_reaches_both_with_less(
    situation: Situation, later: Edition, one: int, other: int
) -> None:
    tried = outcomes(situation, later)
    now = sorted({index for _, index, _ in tried} or {Fraction(0)})
    then = sorted({index for _, _, index in tried} or {Fraction(0)})
    wanted = now[(len(now) - 1) * one // 12], then[(len(then) - 1) * other // 12]
    ground = survey(situation, later=later)
    found = LeastForBoth(situation, ground, wanted[0], Later(later, wanted[1])).run()
    efforts = (e for e, index, next_one in tried if index >= wanted[0] and next_one >= wanted[1])
    least = min(efforts, default=None)
    assert (None if found.bound is None else ground.days(int(found.bound))) == least
    assert (found.chosen is None) == (least is None)


def following(situation: Situation, code: str, target: Decimal) -> NextYear:
    edition = load_edition(code)
    work = work_next_year(edition, situation.answers, load_catalogue(edition), no_own_work())
    return NextYear(edition=edition, work=work, target=target)


def planned(situation: Situation, target: Decimal) -> Plan:
    plan = cheapest_plan(situation, target)
    assert isinstance(plan, Plan)
    return plan


def test_the_next_year_asks_for_more_and_both_are_planned_at_once() -> None:
    situation = pati("2026")
    plan = planned(situation, VERY)
    told = years(situation, plan, following(situation, "2027", Decimal(70)))
    assert isinstance(told.left, Plan)
    assert told.both is not None
    assert (told.before.index, told.after.index) == (Decimal("48.74"), plan.index)
    both = told.both
    efforts = [(each.effort, each.proven) for each in (told.left, both.plan, both.now)]
    assert efforts == [(Decimal("727.5"), True), (Decimal("871.5"), True), (Decimal(144), True)]
    assert (both.later.index, both.plan.index >= VERY) == (Decimal("70.00"), True)
    assert both.later == score_later(both.plan.answers, load_edition("2027"))
    names = {(a.kind, a.innovation, a.indicator, a.collective) for a in both.plan.actions}
    part = {(a.kind, a.innovation, a.indicator, a.collective) for a in both.now.actions}
    assert part <= names


def test_what_an_action_is_worth_then_is_the_engines_difference() -> None:
    situation = pati("2026")
    plan = planned(situation, VERY)
    told = years(situation, plan, following(situation, "2027", VERY))
    worth = {
        action.innovation or action.collective or action.indicator: (action.adds, adds)
        for action, adds in zip(plan.actions, told.worth, strict=True)
    }
    now, then = worth["rekaan-78"]
    assert (then > 10 * now, min(adds for _, adds in worth.values()) > 0) == (True, True)
    assert isinstance(told.left, Plan)
    assert told.left.effort == 0


def test_answers_of_2023_are_read_by_2026_with_what_it_does_not_know_left_out() -> None:
    situation = pati("2023")
    plan = planned(situation, Decimal("60.01"))
    told = years(situation, plan, following(situation, "2026", Decimal(45)))
    assert (told.before.index, told.after.index, told.lost) == (
        Decimal("35.06"),
        Decimal("37.29"),
        73,
    )
    assert isinstance(told.left, Plan)
    assert isinstance(told.afresh, Plan)
    assert told.left.effort < told.afresh.effort


def test_what_next_year_cannot_reach_says_how_far_one_gets() -> None:
    situation = pati("2026")
    plan = planned(situation, VERY)
    told = years(situation, plan, following(situation, "2027", Decimal(99)))
    assert isinstance(told.left, Unreachable)
    assert (told.both, told.left.highest is not None) == (None, True)


def test_a_plan_is_read_back_as_what_was_chosen() -> None:
    situation = pati("2026")
    plan = planned(situation, Decimal(68))
    ground = survey(situation)
    chosen = chosen_of(ground, plan)
    claims = {each.id: each.claims for each in plan.answers.innovations}
    raised = {row: level for row, level in chosen.levels.items() if row[0]}
    assert raised == {row: claims[row[0] or ""][row[1]].level for row in raised}
    assert raised
