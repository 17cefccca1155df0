"""Chances, by hand on small regions, against drawing, and in the demonstration."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from pragola.planning.catalogue import load_catalogue, no_own_work, read_own_work
from pragola.planning.certainty.beliefs import Belief, Beliefs, Rests, Shared, beliefs_of
from pragola.planning.certainty.distribution import Method, distribution
from pragola.planning.certainty.learned import Verdicts
from pragola.planning.certainty.reporting import reportings
from pragola.planning.certainty.stakes import Stakes, stakes_of
from pragola.planning.certainty.sure_plan import NotSureEnough, SurePlan, sure_plan
from pragola.planning.certainty.sureness import Fall, sureness
from pragola.planning.goals import cheapest_plan
from pragola.planning.ground import threshold_of
from pragola.planning.plan import Plan
from pragola.planning.scores import score_of
from pragola.planning.work import Fix, Situation, Wish
from pragola.scoring.answers import Answers, Claim, Innovation, Status
from tests.planning.demonstrated import pati
from tests.planning.regions import YEAR, small
from tests.scoring.portfolios import PATI

EDITION = small(YEAR, floor=2, cap=3, services=None)
BELIEFS = Beliefs(
    claims={},
    usual={"SID-01": Fraction(7, 10), "SID-08": Fraction(9, 10), "SID-05": Fraction(1)},
    turned_down_usually=Fraction(1, 10),
    shared=(Shared("sk", Fraction(4, 5), frozenset({("p0", "SID-08"), ("p1", "SID-08")})),),
)


def small_region(*, rejected_counts: bool, services: int | None = None) -> Situation:
    entries = tuple(
        Innovation(
            id=f"p{n}",
            affairs=(EDITION.basic_affairs[n],),
            claims={
                "SID-01": Claim(level=n + 1),
                "SID-08": Claim(level=2),
                "SID-05": Claim(level=1),
            },
            verdicts={"SID-01": 1} if n == 2 else {},
        )
        for n in range(3)
    )
    answers = Answers(edition=EDITION.code, region=PATI, innovations=entries)
    edition = small(YEAR, floor=2, cap=3, services=services)
    return Situation(edition=edition, answers=answers, rejected_in_divisor=rejected_counts)


def by_hand(situation: Situation, index: Fraction) -> Fraction:
    """The chance, by scoring every outcome with the engine."""
    chance = Fraction(0)
    p = [i.id for i in situation.answers.innovations]
    for sk, *rest in product((True, False), repeat=1 + 3 + 2 + 1):
        gone, first, own = rest[:3], rest[3:5], rest[5]
        likely = Fraction(4, 5) if sk else Fraction(1, 5)
        for turned_down in gone:
            likely *= Fraction(1, 10) if turned_down else Fraction(9, 10)
        for accepted in first:
            likely *= Fraction(7, 10) if accepted else Fraction(3, 10)
        likely *= Fraction(9, 10) if own else Fraction(1, 10)
        entries = []
        for n, entry in enumerate(situation.answers.innovations):
            lower = {
                "SID-01": n < 2 and not first[n],
                "SID-08": not sk if n < 2 else not own,
                "SID-05": False,
            }
            claims = {
                code: Claim(level=(claim.level or 0) - lower[code])
                for code, claim in entry.claims.items()
            }
            status = Status.REJECTED if gone[n] else Status.ACCEPTED
            entries.append(replace(entry, claims=claims, status=status))
        answers = replace(situation.answers, innovations=tuple(entries))
        chance += likely * (score_of(situation, answers).index_exact >= index)
    assert p == ["p0", "p1", "p2"]
    return chance


@pytest.mark.parametrize("rejected_counts", [True, False])
def test_the_exact_distribution_is_every_outcome_scored(*, rejected_counts: bool) -> None:
    situation = small_region(rejected_counts=rejected_counts)
    stakes = stakes_of(situation, situation.answers, BELIEFS)
    spread = distribution(stakes, method=Method.EXACT)
    indices = [Fraction(n, 20) for n in range(0, 200, 3)]
    told = [round(spread.reach(index), 9) for index in indices]
    assert told == [round(float(by_hand(situation, index)), 9) for index in indices]
    assert spread.error == 1e-9


def test_drawing_agrees_within_its_error_also_where_services_may_be_lost() -> None:
    situation = small_region(rejected_counts=True, services=3)
    stakes = stakes_of(situation, situation.answers, BELIEFS)
    drawn = distribution(stakes, method=Method.DRAWN)
    off = [
        abs(drawn.reach(Fraction(n, 10)) - float(by_hand(situation, Fraction(n, 10))))
        for n in range(0, 100, 7)
    ]
    assert max(off) < 2 * drawn.error
    exact = distribution(stakes, method=Method.EXACT)
    assert exact.error >= 0.27


def test_claims_with_a_verdict_are_certain() -> None:
    situation = small_region(rejected_counts=True)
    stakes = stakes_of(situation, situation.answers, BELIEFS)
    assert [[s.indicator for s in e.stakes] for e in stakes.entries] == [
        ["SID-01", "SID-08"],
        ["SID-01", "SID-08"],
        ["SID-08"],
    ]


def demonstrated(year: str) -> tuple[Situation, Beliefs]:
    situation = pati(year)
    catalogue = load_catalogue(situation.edition)
    return situation, beliefs_of(situation.edition, situation.answers, catalogue, no_own_work())


def plan_stakes(situation: Situation, beliefs: Beliefs, plan: Plan) -> Stakes:
    return stakes_of(situation, plan.answers, beliefs, actions=plan.actions)


def test_exact_and_drawn_agree_on_a_whole_region() -> None:
    situation, beliefs = demonstrated("2023")
    plan = cheapest_plan(situation, Decimal("60.01"))
    assert isinstance(plan, Plan)
    stakes = plan_stakes(situation, beliefs, plan)
    exact, drawn = (distribution(stakes, method=method) for method in Method)
    indices = [Fraction(n, 4) for n in range(224, 244)]
    assert max(abs(exact.reach(i) - drawn.reach(i)) for i in indices) < 2 * drawn.error
    assert abs(exact.expected() - drawn.expected()) < 0.02


def test_a_sure_plan_is_as_sure_as_was_asked() -> None:
    situation, beliefs = demonstrated("2023")
    target = Decimal("60.01")
    answer = sure_plan(situation, target, Fraction(9, 10), beliefs)
    assert isinstance(answer, SurePlan)
    assert (answer.plan.effort, answer.least) == (Decimal(349), Decimal(306))
    spread = distribution(plan_stakes(situation, beliefs, answer.plan))
    reach = spread.reach(threshold_of(target, 2))
    assert (reach, spread.method) == (answer.sureness.reach, Method.EXACT)
    assert reach >= 0.9
    assert answer.sureness.likely >= target
    assert answer.sureness.margin == answer.plan.index - answer.sureness.likely


def test_what_threatens_most_is_told_with_the_chance_that_is_left() -> None:
    situation, beliefs = demonstrated("2023")
    plan = cheapest_plan(situation, Decimal("60.01"))
    assert isinstance(plan, Plan)
    told = sureness(
        situation,
        plan.answers,
        beliefs,
        target=Decimal(58),
        confidence=Fraction(9, 10),
        actions=plan.actions,
    )
    first = told.threats[0]
    assert (first.kind, first.subject, first.chance) == (Fall.PROOF, "perkada", Fraction(1, 20))
    assert first.loses == plan.after.index_exact - plan.before.index_exact
    assert first.reach < told.reach


def test_what_cannot_be_sure_says_so_with_the_surest_plan() -> None:
    situation, beliefs = demonstrated("2023")
    fixes = tuple(
        Fix(wish=Wish.NO_HANDS, unit=unit)
        for unit in {i.profile.unit for i in situation.answers.innovations}
    )
    tied = replace(situation, work=replace(situation.work, fixes=fixes))
    answer = sure_plan(tied, Decimal("60.01"), Fraction(99, 100), beliefs)
    assert isinstance(answer, NotSureEnough)
    assert answer.best.sureness.reach < 0.99


def test_a_search_that_is_ended_tells_what_it_has_seen() -> None:
    """Between the first plan and the surest one, too."""
    situation, beliefs = demonstrated("2023")
    looks = iter(range(40))
    ended = sure_plan(
        situation,
        Decimal("60.01"),
        Fraction(99, 100),
        beliefs,
        watch=lambda _: next(looks, None) is not None,
    )
    assert isinstance(ended, NotSureEnough)
    assert ended.best.plan.index >= Decimal("60.01")


def test_reporting_tells_the_effect_and_the_risk() -> None:
    situation, beliefs = demonstrated("2023")
    told = {each.innovation: each for each in reportings(situation, beliefs)}
    before = score_of(situation, situation.answers).index_exact
    entries = situation.answers.innovations
    without = tuple(replace(i, status=Status.DRAFT) if i.id == "rekaan-11" else i for i in entries)
    turned_down = tuple(
        replace(i, status=Status.REJECTED) if i.id == "rekaan-11" else i for i in entries
    )
    left, lost = (
        score_of(situation, replace(situation.answers, innovations=changed)).index_exact
        for changed in (without, turned_down)
    )
    entry = told["rekaan-11"]
    assert (round(entry.accepted, 9), round(entry.rejected, 9)) == (
        round(float(before - left), 9),
        round(float(lost - left), 9),
    )
    assert entry.rejected < 0 < entry.expected
    assert [e.innovation for e in told.values() if e.worth_reporting != e.reported] == ["rekaan-71"]


def test_a_mean_by_sums_is_the_distributions_mean() -> None:
    situation, beliefs = demonstrated("2023")
    stakes = stakes_of(situation, situation.answers, beliefs)
    mean = distribution(stakes).expected()
    entry = reportings(situation, beliefs)[0]
    fewer = replace(stakes, entries=stakes.entries[1:])
    assert round(mean - distribution(fewer).expected(), 8) == round(entry.expected, 8)


def test_a_region_says_what_it_believes_of_its_own_claims() -> None:
    situation = pati("2026")
    first = situation.answers.innovations[0]
    own = read_own_work(
        (
            "accepted:\n"
            "  - {indicator: SID-20, percent: 55}\n"
            f"  - {{indicator: SID-20, unit: {first.profile.unit}, percent: 60}}\n"
            f"  - {{innovation: {first.id}, percent: 99}}\n"
            f"turned_down: [{{innovation: {first.id}, percent: 40}}]\n"
            "shared: [{id: sk, percent: 80, rows: "
            f"[{{innovation: {first.id}, indicator: SID-08}}]}}]\n"
        ).encode(),
        "own.yaml",
        edition=situation.edition,
        answers=situation.answers,
    )
    beliefs = beliefs_of(
        situation.edition, situation.answers, load_catalogue(situation.edition), own
    )
    other = next(i for i in situation.answers.innovations if i.profile.unit != first.profile.unit)
    assert beliefs.of((first.id, "SID-20")) == Belief(Fraction(99, 100), Rests.STATED)
    assert beliefs.of((other.id, "SID-20")) == Belief(Fraction(55, 100), Rests.STATED)
    assert beliefs.of((other.id, "SID-02")) == Belief(
        Fraction(35, 38), Rests.VERDICTS, Verdicts(17, 18)
    )
    assert beliefs.rejection(first.id) == Fraction(2, 5)
    assert beliefs.shared == (Shared("sk", Fraction(4, 5), frozenset({(first.id, "SID-08")})),)
