"""Answers as they stand by verdicts: their claimed score is the verified one."""

from hypothesis import given

from pragola.planning.standing import standing
from pragola.planning.work import Situation
from pragola.scoring.results import Side
from pragola.scoring.score import score
from tests.planning.regions import situations


@given(situations())
def test_what_stands_scores_as_the_verdicts_do(situation: Situation) -> None:
    """Claimed or verified; and it stands as it stood."""
    edition, answers = situation.edition, situation.answers
    stood = standing(answers)
    verified = score(edition, answers, side=Side.VERIFIED).index_exact
    found = {score(edition, stood, side=side).index_exact for side in Side}
    assert found == {verified}
    assert standing(stood) == stood
