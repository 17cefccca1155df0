"""A unit's objection to a verdict, and what its answer must be."""

from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault
from pragola.web.evidence.models import Use
from pragola.web.innovations.actions.moves import must_be_open
from pragola.web.innovations.models import STANDING, Claim, Door, Entry, EntryState
from pragola.web.review.actions.drawing import end_later_readings, queue_reading
from pragola.web.review.actions.judging import Ruling, VerdictError, must_name_level
from pragola.web.review.models import Objection, Reading, Verdict
from pragola.web.review.queries.standing import is_final, latest_verdict
from pragola.web.shared.audit import Author, record

_SHORTEST, _LONGEST = 10, 2000
_DOORS = {
    EntryState.UNDER_REVIEW: (Door.REVIEW,),
    EntryState.VERIFIED: (Door.REVIEW,),
    EntryState.RETURNED: (Door.REVISE, Door.REVIEW),
}
"""Where a unit may object, and the doors that have to be open: until then it is answered too."""
OBJECTABLE = frozenset(_DOORS)


@transaction.atomic
def object_to_verdict(
    verdict: Verdict, *, reason: str, use: Use | None, by: Author, at: datetime
) -> Objection:
    """Say once what speaks against the verdict, and let somebody else answer it.

    Raises VerdictError where it does not stand, grants all, was objected to, or is final, or the
    reason or proof does not fit; MoveError where a door has closed.
    """
    entry = Entry.objects.select_for_update(of=("self",)).get(claims=verdict.claim_id)
    related = ("entry__assessment__region", "entry__innovation__unit")
    claim = Claim.objects.select_related(*related).get(pk=verdict.claim_id)
    must_be_objectable(verdict, claim, at=at)
    _must_be_reasoned(reason)
    if use and (use.entry_id != entry.pk or use.removed_at):
        raise VerdictError(Fault(code="objection_proof_elsewhere"))
    objection = Objection.objects.create(
        verdict=verdict,
        reason=reason.strip(),
        use=use,
        made_by_id=by.person.pk if by.person else None,
        acting_as=by.acting_as,
        made_at=at,
    )
    claim.objected = True
    claim.save(update_fields=["objected"])
    end_later_readings(claim)
    queue_reading(claim, Reading.ANSWER, about=verdict, at=at)
    told = {"reason": objection.reason, "evidence": str(use.evidence) if use else ""}
    record("verdict_objected", entry, part=claim.indicator, by=by, at=at, new=told)
    return objection


def must_be_objectable(verdict: Verdict, claim: Claim, *, at: datetime) -> None:
    """Raise VerdictError or MoveError where nobody can object to that verdict now."""
    last = latest_verdict(claim)
    if Objection.objects.filter(verdict=verdict).exists():
        raise VerdictError(Fault(code="objected_once"))
    if last != verdict or claim.judged not in STANDING:
        raise VerdictError(Fault(code="objection_to_nothing"))
    if is_final(claim, last):
        raise VerdictError(Fault(code="verdict_final"))
    if (verdict.level or 0) >= max(verdict.claimed_level, 1):
        raise VerdictError(Fault(code="objection_to_all"))
    doors = _DOORS.get(EntryState(claim.entry.state))
    if doors is None:
        raise VerdictError(Fault(code="objection_too_late"))
    for door in doors:
        must_be_open(claim.entry, door, at=at)


def must_answer(claim: Claim, ruling: Ruling, *, objected: Verdict, at: datetime) -> None:
    """Raise VerdictError where the ruling is no answer: without a reason, or at a lower level
    than was objected to; MoveError where the door of the review has closed.
    """
    must_be_open(claim.entry, Door.REVIEW, at=at)
    must_name_level(ruling)
    if ruling.level < (objected.level or 0):
        raise VerdictError(Fault(code="answer_below_verdict", expected=str(objected.level)))
    if not ruling.reason:
        raise VerdictError(Fault(code="answer_without_reason"))


def _must_be_reasoned(reason: str) -> None:
    if not reason.strip():
        raise VerdictError(Fault(code="objection_without_reason"))
    if len(reason.strip()) < _SHORTEST:
        raise VerdictError(Fault(code="objection_too_short", expected=str(_SHORTEST)))
    if len(reason) > _LONGEST:
        raise VerdictError(Fault(code="verdict_reason_long", expected=str(_LONGEST)))
