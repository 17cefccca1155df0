"""What the engine says of answers, and the rules that it says it by."""

from fractions import Fraction

from pragola.planning.carrying import carried_to
from pragola.planning.ground import Rules
from pragola.planning.work import Situation
from pragola.scoring.answers import Answers, Status
from pragola.scoring.edition import Edition
from pragola.scoring.results import Score
from pragola.scoring.score import score


def score_of(situation: Situation, answers: Answers) -> Score:
    """The engine's score of some answers, read as the situation is."""
    return score(
        situation.edition,
        answers,
        rejected_in_divisor=situation.rejected_in_divisor,
    )


def score_later(answers: Answers, edition: Edition) -> Score:
    """The engine's score of the same claims by another edition."""
    return score(edition, carried_to(edition, answers).answers)


def rules_of(situation: Situation, now: Score) -> Rules:
    """The rules of the situation's edition, with its score today."""
    edition = situation.edition
    minimum = edition.min_basic_services
    rejected = sum(1 for i in now.innovations if i.status is Status.REJECTED)
    return Rules(
        floor=edition.min_divisor.value,
        besides=rejected if situation.rejected_counts else 0,
        spd=Fraction(now.spd),
        most=Fraction(edition.maxima.total.value),
        count_weight=Fraction(edition.count.weight.value),
        count_cap=edition.count.cap.value,
        services=minimum.value if minimum else None,
        decimals=edition.index_decimals.value,
    )
