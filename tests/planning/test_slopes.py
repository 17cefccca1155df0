"""All n of a slope in one case: what trying everything finds, where nearly every n lies on it."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings

from pragola.planning.cases import cases
from pragola.planning.programme import Programme, programmes_of
from pragola.planning.searches import HighestIndex, LeastEffort
from pragola.planning.slope import with_slopes
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from tests.planning.oracle import Oracle
from tests.planning.regions import YEAR, situations, small
from tests.planning.test_optimum import places, wanted

MANY = settings(max_examples=150, suppress_health_check=list(HealthCheck))
STEEP = small(YEAR, floor=1, cap=1, services=None)
"""From one innovation on the divisor grows and the count score does not."""


def sloped(situation: Situation) -> list[Programme]:
    return [s for p in programmes_of(survey(situation)) for s in with_slopes(p)[1:]]


def steep(situation: Situation) -> Situation:
    """The same region where there is a slope; others are passed over."""
    steep = replace(situation, edition=STEEP)
    assume(sloped(steep))
    return steep


@MANY
@given(situations(), places)
def test_on_a_slope_no_plan_takes_less_than_the_one_found(situation: Situation, place: int) -> None:
    situation = steep(situation)
    oracle, ground = Oracle(situation), survey(situation)
    index = wanted(oracle.outcomes(), place)
    bound = LeastEffort(situation, ground, index).run().bound
    assert (None if bound is None else ground.days(int(bound))) == oracle.least_effort(index)


@MANY
@given(situations(), places)
def test_on_a_slope_no_plan_for_the_budget_brings_a_higher_index(
    situation: Situation, place: int
) -> None:
    situation = steep(situation)
    ground = survey(situation)
    budget = None if place == 12 else Decimal(place)
    grains = None if budget is None else int(Fraction(budget) / ground.grain)
    bound = HighestIndex(situation, ground, grains).run().bound
    highest = None if bound is None else ground.rules.index_of(-bound)
    assert highest == Oracle(situation).highest(budget)


@MANY
@given(situations())
def test_every_n_lies_in_exactly_one_case(situation: Situation) -> None:
    for programme in programmes_of(survey(situation)):
        ends = [
            n
            for each in with_slopes(programme)
            for case in cases(each)
            for n in range(case.fewest, case.most + 1)
        ]
        assert ends == list(range(programme.fewest, programme.most + 1))
