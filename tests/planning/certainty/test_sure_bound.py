"""No plan that is sure enough takes less than the bound, in any small region that was tried."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pragola.planning.certainty.beliefs import Belief, Beliefs, Rests
from pragola.planning.certainty.distribution import Method, distribution
from pragola.planning.certainty.stakes import stakes_of
from pragola.planning.certainty.sure_bound import sure_bound
from pragola.planning.ground import threshold_of
from pragola.planning.plan import Plan, plan_of
from pragola.planning.searches import LeastEffort
from pragola.planning.surveying import survey
from pragola.planning.work import Situation
from tests.planning.oracle import Oracle
from tests.planning.regions import SID, situations

SOME = settings(max_examples=150, suppress_health_check=list(HealthCheck))
chances = st.sampled_from([Fraction(n, 10) for n in (4, 7, 9, 10)])
rows = st.tuples(st.sampled_from(["p0", "p1", "p2"]), st.sampled_from(SID))
beliefs = st.builds(
    Beliefs,
    claims=st.dictionaries(rows, st.builds(Belief, chances, st.just(Rests.STATED)), max_size=3),
    usual=st.fixed_dictionaries(dict.fromkeys(SID, chances)),
    turned_down_usually=st.sampled_from([Fraction(0), Fraction(1, 20), Fraction(3, 10)]),
    turned_down=st.dictionaries(st.sampled_from(["p0", "p1"]), chances.map(lambda c: 1 - c)),
    proofs=st.dictionaries(st.sampled_from(["c0", "c1"]), chances, max_size=2),
)


def lightest_for_every_index(situation: Situation) -> list[Plan]:
    """For each index that can be reached the plan of least effort."""
    ground = survey(situation)
    indices = sorted({index for _, index in Oracle(situation).outcomes()})
    found = (LeastEffort(situation, ground, index).run().chosen for index in indices[::3])
    return [plan_of(situation, ground, chosen) for chosen in found if chosen]


@SOME
@given(
    situations(), beliefs, st.integers(0, 40), st.sampled_from([Fraction(1, 2), Fraction(9, 10)])
)
def test_no_sure_plan_takes_less_than_the_bound(
    situation: Situation, believed: Beliefs, quarter: int, chance: str
) -> None:
    target, confidence = Decimal(quarter) / 4, Fraction(chance)
    bound = sure_bound(situation, target, confidence, believed)
    wanted = threshold_of(target, situation.edition.index_decimals.value)
    if bound is None:
        assert not situation.rejected_counts
        return
    for plan in lightest_for_every_index(situation):
        stakes = stakes_of(situation, plan.answers, believed, actions=plan.actions)
        if distribution(stakes, method=Method.EXACT).reach(wanted) >= confidence:
            assert bound.least is not None
            assert bound.least <= plan.effort
