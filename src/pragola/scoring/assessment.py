"""Everything the engine says of one region's answers, in one call."""

from pragola.scoring.answers import Answers, Status
from pragola.scoring.edition import Edition
from pragola.scoring.findings import findings_of
from pragola.scoring.margins import margins_of, reporting_line
from pragola.scoring.results import Assessed, Score, Side
from pragola.scoring.score import compose, score


def assess(edition: Edition, answers: Answers) -> Assessed:
    """Claimed and verified scores in both readings of rejected entries, findings, margins.

    Raises AnswersDoNotFitError and ClaimError as `score` does.
    """
    claimed = score(edition, answers, side=Side.CLAIMED)
    verified = score(edition, answers, side=Side.VERIFIED)
    drafts = [i for i in answers.innovations if i.status is Status.DRAFT]
    return Assessed(
        claimed=claimed,
        verified=verified,
        other_claimed=_read_the_other_way(edition, answers, claimed),
        other_verified=_read_the_other_way(edition, answers, verified),
        findings=findings_of(edition, answers, claimed),
        margins=margins_of(edition, claimed, drafts=drafts),
        reporting_line=reporting_line(edition, claimed),
    )


def _read_the_other_way(edition: Edition, answers: Answers, score: Score) -> Score:
    return compose(
        edition,
        answers,
        side=score.side,
        rejected_in_divisor=not score.rejected_in_divisor,
        spd_rows=score.spd_rows,
        innovations=score.innovations,
    )
