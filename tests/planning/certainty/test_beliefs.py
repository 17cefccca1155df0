"""On what a chance of acceptance rests: verdicts, else findings, else a prior that is stated."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.catalogue import load_catalogue, no_own_work
from pragola.planning.catalogue.catalogue import Seen
from pragola.planning.certainty.beliefs import Belief, Beliefs, Rests, beliefs_of
from pragola.planning.certainty.learned import Alike, Inspected, Learned, Verdicts
from pragola.planning.certainty.stakes import stakes_of
from pragola.planning.certainty.sureness import Footing, sureness
from pragola.planning.work import Situation
from pragola.scoring.answers import Answers, Claim, Innovation, Status
from tests.planning.regions import YEAR
from tests.scoring.portfolios import PATI

SK, VIDEO = ("p0", "SID-01"), ("p0", "SID-20")
MANY, FEW = Verdicts(30, 40), Verdicts(9, 9)
PRIOR = Belief(Fraction(70, 100), Rests.PRIOR)


def believed(learned: Learned) -> Beliefs:
    answers = Answers(edition=YEAR.code, region=PATI, innovations=(Innovation(id="p0"),))
    return beliefs_of(YEAR, answers, load_catalogue(YEAR), no_own_work(), learned=learned)


def test_without_anything_learned_the_stated_prior_holds() -> None:
    assert believed(Learned()).of(SK) == PRIOR


def test_enough_verdicts_take_the_place_of_the_prior_and_few_do_not() -> None:
    beliefs = believed(Learned(verdicts={Alike("SID-01"): MANY, Alike("SID-20"): FEW}))
    assert beliefs.of(SK) == Belief(Fraction(61, 82), Rests.VERDICTS, MANY)
    assert beliefs.of(VIDEO) == PRIOR
    interval = MANY.interval
    assert (round(interval.low, 2), round(interval.high, 2)) == (0.6, 0.86)


def test_what_inspection_warned_of_lowers_a_chance_at_the_level_it_was_seen_at() -> None:
    seen = {SK: Inspected(2, Seen.DOUBTFUL), VIDEO: Inspected(3, Seen.BLOCKS)}
    beliefs = believed(Learned(inspected=seen))
    doubtful = Belief(Fraction(60, 100), Rests.FINDINGS, seen=Seen.DOUBTFUL)
    assert [beliefs.of(SK), beliefs.of(SK, level=2), beliefs.of(SK, level=3)] == [
        doubtful,
        doubtful,
        PRIOR,
    ]
    blocked = beliefs.of(VIDEO)
    assert (blocked.accepted, blocked.rests, blocked.falls_to_nothing) == (
        Fraction(5, 100),
        Rests.FINDINGS,
        True,
    )


def test_verdicts_where_inspection_saw_the_same_come_before_its_table() -> None:
    seen = {SK: Inspected(2, Seen.DOUBTFUL), VIDEO: Inspected(3, Seen.DOUBTFUL)}
    verdicts = {
        Alike("SID-01"): MANY,
        Alike("SID-01", Seen.DOUBTFUL): Verdicts(3, 10),
        Alike(seen=Seen.DOUBTFUL): Verdicts(10, 20),
    }
    beliefs = believed(Learned(verdicts=verdicts, inspected=seen))
    assert beliefs.of(SK).accepted == Fraction(7, 22)
    assert beliefs.of(VIDEO).accepted == Fraction(1, 2)


def test_what_inspection_found_good_raises_nothing() -> None:
    beliefs = believed(Learned(inspected={SK: Inspected(2, Seen.GOOD)}))
    assert beliefs.of(SK) == PRIOR


def test_a_doubt_never_makes_a_claim_likelier_than_its_verdicts() -> None:
    low = Verdicts(2, 20)
    seen = {SK: Inspected(2, Seen.DOUBTFUL)}
    beliefs = believed(Learned(verdicts={Alike("SID-01"): low}, inspected=seen))
    assert beliefs.of(SK) == Belief(Fraction(5, 42), Rests.VERDICTS, low)


def test_what_the_region_says_itself_comes_first() -> None:
    said = Belief(Fraction(1, 2), Rests.STATED)
    learned = Learned(verdicts={Alike("SID-01"): MANY})
    assert replace(believed(learned), claims={SK: said}).of(SK) == said


def test_the_verdicts_in_a_file_teach_of_its_other_claims() -> None:
    entries = tuple(
        Innovation(
            id=f"p{number}",
            status=Status.ACCEPTED,
            claims={"SID-01": Claim(level=2), "SID-20": Claim(level=3)},
            verdicts={"SID-01": 2 if number < 8 else 1} if number < 12 else {},
        )
        for number in range(14)
    )
    answers = Answers(edition=YEAR.code, region=PATI, innovations=entries)
    beliefs = beliefs_of(YEAR, answers, load_catalogue(YEAR), no_own_work())
    assert beliefs.of(("p13", "SID-01")) == Belief(
        Fraction(17, 26), Rests.VERDICTS, Verdicts(8, 12)
    )
    told = sureness(
        Situation(edition=YEAR, answers=answers),
        answers,
        beliefs,
        target=Decimal(1),
        confidence=Fraction(9, 10),
    )
    assert told.footings == (
        Footing(rests=Rests.VERDICTS, claims=2, proofs=0),
        Footing(rests=Rests.PRIOR, claims=14, proofs=0),
    )


def test_of_a_claim_that_nobody_can_judge_nothing_is_left() -> None:
    entry = Innovation(id="p0", claims={"SID-20": Claim(level=3)})
    answers = Answers(edition=YEAR.code, region=PATI, innovations=(entry,))
    beliefs = believed(Learned(inspected={VIDEO: Inspected(3, Seen.BLOCKS)}))
    stakes = stakes_of(Situation(edition=YEAR, answers=answers), answers, beliefs)
    weight = next(i.weight.value for i in YEAR.indicators if i.code == "SID-20")
    ((stake,),) = (each.stakes for each in stakes.entries)
    assert (stake.loses * stakes.grain, stake.falls) == (3 * Fraction(weight), Fraction(95, 100))
