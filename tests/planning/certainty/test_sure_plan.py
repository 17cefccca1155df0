"""Sure plans beside everything that can be done in small regions, each judged by itself."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor, prod

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.judging import Judge
from pragola.planning.certainty.sure_bound import sure_bound
from pragola.planning.certainty.sure_plan import NotSureEnough, SurePlan, sure_plan
from pragola.planning.certainty.thinning import kept_to
from pragola.planning.chosen import Chosen, effort_of, settled, total_of
from pragola.planning.goals import Unreachable
from pragola.planning.ground import Ground
from pragola.planning.plan import plan_of
from pragola.planning.surveying import survey
from pragola.planning.work import Collective, Situation
from tests.planning.certainty.test_sure_bound import beliefs
from tests.planning.regions import situations

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing region is not made smaller: each one takes its time."""
SOME = settings(max_examples=150, suppress_health_check=list(HealthCheck), phases=QUICK)
FEW = settings(max_examples=60, suppress_health_check=list(HealthCheck), phases=QUICK)
falling = st.sampled_from([Fraction(6, 10), Fraction(8, 10), Fraction(95, 100)])
MOST_CHOICES, MOST_JUDGED = 30_000, 400


def everything(ground: Ground) -> Iterator[Chosen]:
    """All that can be chosen, most of it several times."""
    ladders = [ladder for e in (ground.region, *ground.entries) for ladder in e.ladders]
    ids = [e.id for e in ground.entries if e.id]
    for heights in product(*(range(len(ladder.rungs) + 1) for ladder in ladders)):
        climbed = [
            (ladder.row, rung)
            for ladder, height in zip(ladders, heights, strict=True)
            for rung in ladder.rungs[:height]
            if rung.own is not None
        ]
        for done in product((False, True), repeat=len(ground.together)):
            together = frozenset(place for place, yes in enumerate(done) if yes)
            by_hand = frozenset(
                (row, rung.level) for row, rung in climbed if together.isdisjoint(rung.lifted_by)
            )
            for picked in product((False, True), repeat=len(ids)):
                reported = frozenset(i for i, yes in zip(ids, picked, strict=True) if yes)
                yield settled(ground, by_hand, reported, together)


def number_of_choices(ground: Ground) -> int:
    ladders = [ladder for e in (ground.region, *ground.entries) for ladder in e.ladders]
    heights = prod(len(ladder.rungs) + 1 for ladder in ladders)
    return heights << (len(ground.together) + len(ground.entries))


def least_sure(judge: Judge, ground: Ground) -> tuple[Decimal | None, bool]:
    """The least effort of all sure plans, by trying; whether it was tried to the end."""
    found = {
        (c.by_hand, c.reported, c.together): c for c in everything(ground) if kept_to(ground, c)
    }
    tried = 0
    for chosen in sorted(found.values(), key=lambda each: effort_of(ground, each)):
        plan = plan_of(judge.situation, ground, chosen)
        if plan.index < judge.target:
            continue
        tried += 1
        if tried > MOST_JUDGED:
            return ground.days(effort_of(ground, chosen)), False
        if judge.judged(plan).sure:
            return plan.effort, True
    return None, True


def aimed(ground: Ground, place: int) -> Decimal:
    """An index that takes some effort, as far up among those as the place says."""
    efforts: dict[Fraction, int] = {}
    for chosen in everything(ground):
        if kept_to(ground, chosen):
            total, effort = total_of(ground, chosen), effort_of(ground, chosen)
            efforts[total] = min(effort, efforts.get(total, effort))
    idle = max((total for total, effort in efforts.items() if not effort), default=Fraction(0))
    better = sorted(total for total in efforts if total > idle)
    assume(better)
    index = ground.rules.index_of(better[len(better) * place // 10])
    return Decimal(floor(index * 100)) / 100


def hold_beside_everything(
    situation: Situation, believed: Beliefs, place: int, confidence: Fraction
) -> None:
    """The bound and the plan of two entries' region, beside all that can be done there."""
    entries = situation.answers.innovations[:2]
    situation = replace(situation, answers=replace(situation.answers, innovations=entries))
    names = {each.id for each in entries}
    work = situation.work
    assume(all(lift.innovation in {None, *names} for c in work.collectives for lift in c.lifts))
    assume(all(fix.innovation in {None, *names} for fix in work.fixes))
    ground = survey(situation)
    assume(not ground.impossible and number_of_choices(ground) <= MOST_CHOICES)
    target = aimed(ground, place)
    judge = Judge(situation, target, confidence, believed)
    least, to_the_end = least_sure(judge, ground)
    bound = sure_bound(situation, target, confidence, believed)
    if bound is not None and least is not None:
        assert bound.least is not None
        assert bound.least <= least or not to_the_end
    answer = sure_plan(situation, target, confidence, believed)
    if isinstance(answer, SurePlan):
        assert least is not None
        assert answer.plan.effort >= least
        assert answer.sureness.reach >= confidence
        assert answer.plan.index >= target
        assert answer.least is None or answer.least <= answer.plan.effort
    elif situation.rejected_counts and isinstance(answer, Unreachable):
        assert least is None
    else:
        assert isinstance(answer, NotSureEnough | Unreachable)


@SOME
@given(situations(), beliefs, st.integers(0, 9), st.sampled_from([Fraction(1, 2), Fraction(9, 10)]))
def test_no_sure_plan_lies_below_the_bound_and_none_is_found_below_the_least(
    situation: Situation, believed: Beliefs, place: int, confidence: Fraction
) -> None:
    hold_beside_everything(situation, believed, place, confidence)


@FEW
@given(
    situations(),
    beliefs,
    st.tuples(falling, falling, falling),
    st.integers(0, 9),
    st.sampled_from([Fraction(7, 10), Fraction(9, 10)]),
)
def test_that_holds_where_proofs_of_collective_actions_fall_one_over_the_other(
    situation: Situation,
    believed: Beliefs,
    chances: tuple[Fraction, ...],
    place: int,
    confidence: Fraction,
) -> None:
    """Several carry the same claims, and what is settled of one decides about the others."""
    assume(len(situation.work.collectives) > 1)
    proofs = dict(zip(("c0", "c1", "c2"), chances, strict=True))
    work = replace(situation.work, collectives=_alike(situation.work.collectives))
    situation = replace(situation, work=work, rejected_in_divisor=True)
    hold_beside_everything(situation, replace(believed, proofs=proofs), place, confidence)


def _alike(collectives: tuple[Collective, ...]) -> tuple[Collective, ...]:
    """The same, but the later ones also carry what the first does."""
    first, *others = collectives
    return (first, *(replace(each, lifts=(*first.lifts, *each.lifts)) for each in others))
