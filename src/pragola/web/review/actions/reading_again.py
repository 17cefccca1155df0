"""Reading a verdict again: blindly, to settle it where two differ, to answer an objection."""

from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Role
from pragola.web.review.actions.drawing import queue_reading
from pragola.web.review.actions.judging import (
    Ruling,
    VerdictError,
    end_turn,
    must_be_seen,
    stand,
    write_verdict,
)
from pragola.web.review.actions.objecting import must_answer
from pragola.web.review.models import Reading, Turn, Verdict
from pragola.web.review.queries.queue import READ_AGAIN
from pragola.web.review.queries.readers import readers_before
from pragola.web.review.queries.resting import rests_on
from pragola.web.shared.audit import Author, record

_THAT_STAND = (Reading.THIRD, Reading.ANSWER)


@transaction.atomic
def read_again(
    turn_id: int, *, claim_id: int, ruling: Ruling, seen: str, by: Person, at: datetime
) -> Verdict:
    """Give a verdict in a later reading, by somebody who gave none on the claim before.

    A second one changes nothing where it says the same level; else a third person decides, whose
    verdict stands. Raises VerdictError as `judge_claim` does.
    """
    turn = _locked(turn_id, claim_id, by=by, at=at)
    claim, first = turn.claim, turn.about
    assert first is not None, "a later reading is about a verdict"
    resting = rests_on(claim)
    must_be_seen(claim, resting, seen)
    if by.pk in readers_before(turn):
        raise VerdictError(Fault(code="reading_of_own"))
    reading = Reading(turn.reading)
    if reading is Reading.ANSWER:
        must_answer(claim, ruling, objected=first, at=at)
    verdict = write_verdict(
        claim, ruling, resting=resting, by=by, at=at, reading=reading, about=first
    )
    end_turn(turn)
    if reading in _THAT_STAND:
        stand(claim, verdict)
        return verdict
    author = Author(by, Role.VERIFIER)
    record("claim_read_again", claim.entry, part=claim.indicator, by=author, at=at)
    if verdict.level != first.level:
        queue_reading(claim, Reading.THIRD, about=first, at=at)
    return verdict


def _locked(turn_id: int, claim_id: int, *, by: Person, at: datetime) -> Turn:
    """The claim's turn, theirs until the end of the transaction."""
    entry = Entry.objects.select_for_update(of=("self",)).get(claims=claim_id)
    turn = (
        Turn.objects.select_for_update(of=("self",))
        .select_related("held_by", "about", "claim__entry__assessment")
        .filter(pk=turn_id, claim=claim_id, waiting=True, reading__gt=Reading.FIRST)
        .first()
    )
    if turn is None or not _is_open(turn, entry):
        raise VerdictError(Fault(code="claim_not_as_seen"))
    if turn.held_by_id not in (None, by.pk) and turn.held_until and turn.held_until > at:
        raise VerdictError(Fault(code="claim_held", found=str(turn.held_by)))
    return turn


def _is_open(turn: Turn, entry: Entry) -> bool:
    """Whether it may be read now: an answer as long as it is waited for."""
    if turn.reading == Reading.ANSWER:
        return turn.claim.objected
    return entry.state in READ_AGAIN
