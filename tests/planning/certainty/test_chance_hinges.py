"""How low a chance may be: there the plan is still sure enough, one percent lower it is not."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.catalogue import load_catalogue, no_own_work
from pragola.planning.certainty.beliefs import Belief, Beliefs, Rests, beliefs_of
from pragola.planning.certainty.chance_hinges import chance_hinges
from pragola.planning.certainty.distribution import distribution
from pragola.planning.certainty.stakes import Stakes, stakes_of
from pragola.planning.ground import threshold_of
from pragola.planning.work import Situation
from tests.planning.demonstrated import pati

WANTED, CONFIDENCE = threshold_of(Decimal("54.8"), 2), Fraction(9, 10)


def at_stake(situation: Situation, beliefs: Beliefs) -> Stakes:
    return stakes_of(situation, situation.answers, beliefs)


def reach_with(situation: Situation, beliefs: Beliefs, indicator: str, chance: Fraction) -> float:
    rows = ((i.id, indicator) for i in situation.answers.innovations)
    said = dict.fromkeys(rows, Belief(chance, Rests.STATED))
    stakes = at_stake(situation, replace(beliefs, claims=said))
    return distribution(stakes).reach(WANTED)


def test_the_plan_turns_between_two_percents() -> None:
    situation = pati("2023")
    catalogue = load_catalogue(situation.edition)
    beliefs = beliefs_of(situation.edition, situation.answers, catalogue, no_own_work())
    told = chance_hinges(at_stake(situation, beliefs), WANTED, CONFIDENCE)
    assert len(told) == 5
    turning = [each for each in told if each.needed]
    assert turning
    for each in turning:
        assert each.needed is not None
        assert reach_with(situation, beliefs, each.subject, each.needed) >= CONFIDENCE
        lower = each.needed - Fraction(1, 100)
        assert reach_with(situation, beliefs, each.subject, lower) < CONFIDENCE


def test_what_is_out_of_reach_is_so_whatever_is_accepted() -> None:
    situation = pati("2023")
    catalogue = load_catalogue(situation.edition)
    beliefs = beliefs_of(situation.edition, situation.answers, catalogue, no_own_work())
    told = chance_hinges(at_stake(situation, beliefs), threshold_of(Decimal(60), 2), CONFIDENCE)
    assert {each.needed for each in told} == {None}
