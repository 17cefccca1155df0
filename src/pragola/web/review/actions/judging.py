"""Giving a verdict on a claim, and taking it back for a while."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.actions.moves import make_move, must_be_in_time
from pragola.web.innovations.models import (
    STANDING,
    Claim,
    Entry,
    EntryState,
    Judged,
    Move,
)
from pragola.web.regions.models import Person, Role
from pragola.web.review.actions.drawing import draw_second_reading, end_later_readings, end_readings
from pragola.web.review.models import Reading, Turn, Verdict, VerdictKind
from pragola.web.review.queries.resting import Resting, indicator_of, rests_on
from pragola.web.review.queries.standing import (
    UNDO,
    claimed_level,
    is_final,
    latest_verdict,
    seen_of,
)
from pragola.web.shared.audit import Author, Jsonable, record

_LONGEST = 2000


class VerdictError(PragolaError):
    """A verdict that cannot be given or taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a verifier says: the level they accept, 0 to return the claim, and why.

    `standard` is a standard reason, `words` their own; at least one of them is needed where the
    claim is not accepted as it is, and words of their own where it is accepted without any proof.
    """

    level: int
    standard: str = ""
    words: str = ""

    @property
    def reason(self) -> str:
        """All of the reason."""
        return " ".join(each.strip() for each in (self.standard, self.words) if each.strip())


@transaction.atomic
def judge_claim(
    claim_id: int,
    ruling: Ruling,
    *,
    seen: str,
    by: Person,
    at: datetime,
    along_with: Verdict | None = None,
) -> Verdict:
    """Give a verdict on a claim of an entry under review, as it was seen (`seen_of`).

    The first verdict on an approved entry begins its review. Raises VerdictError where somebody
    else judges it, the claim is not as it was seen, the ruling does not fit, or an objection waits
    or was answered; MoveError where the door of the review has closed.
    """
    claim = open_claim(claim_id, by=by, at=at)
    _must_not_be_disputed(claim)
    resting = rests_on(claim)
    _must_be_free(claim, by=by, at=at)
    must_be_seen(claim, resting, seen)
    verdict = write_verdict(
        claim, ruling, resting=resting, by=by, at=at, reading=Reading.FIRST, along_with=along_with
    )
    stand(claim, verdict)
    end_readings(claim)
    draw_second_reading(claim, verdict, at=at)
    return verdict


@transaction.atomic
def withdraw_verdict(verdict: Verdict, *, by: Person, at: datetime) -> None:
    """Take back a verdict just given; the claim stands as before and waits again.

    Raises VerdictError where it is not theirs, not the last one, too long ago, read again, or its
    unit objects.
    """
    claim = open_claim(verdict.claim_id, by=by, at=at)
    if claim.objected:
        raise VerdictError(Fault(code="verdict_objected"))
    if latest_verdict(claim) != verdict or verdict.judged_by_id != by.pk:
        raise VerdictError(Fault(code="verdict_overtaken"))
    if verdict.reading != Reading.FIRST or at - verdict.judged_at > UNDO:
        raise VerdictError(Fault(code="verdict_too_old"))
    if verdict.later.filter(reading=Reading.SECOND).exists():
        raise VerdictError(Fault(code="verdict_read_again"))
    end_later_readings(claim)
    Verdict.objects.create(
        claim=claim,
        kind=VerdictKind.WITHDRAWN,
        reading=verdict.reading,
        claimed_level=verdict.claimed_level,
        rests_on=verdict.rests_on,
        edition=verdict.edition,
        edition_hash=verdict.edition_hash,
        was=claim.judged,
        was_level=claim.accepted_level,
        about=verdict,
        judged_by=by,
        acting_as=verdict.acting_as,
        judged_at=at,
    )
    old = told_of(claim)
    claim.judged, claim.accepted_level = verdict.was, verdict.was_level
    claim.save(update_fields=["judged", "accepted_level"])
    Turn.objects.filter(claim=claim, reading=Reading.FIRST).update(waiting=True)
    _log("verdict_withdrawn", claim, by=Author(by, Role.VERIFIER), at=at, old=old, reason="")


def open_claim(claim_id: int, *, by: Person, at: datetime) -> Claim:
    """The claim, its entry locked and under review from now on. Raises VerdictError, MoveError."""
    entry = (
        Entry.objects.select_for_update(of=("self",))
        .select_related("assessment__region", "assessment__bench", "innovation__unit")
        .get(claims=claim_id)
    )
    if entry.state == EntryState.APPROVED:
        entry = make_move(entry.pk, Move.BEGIN_REVIEW, role=Role.VERIFIER, by=by, reasons={}, at=at)
    if entry.state != EntryState.UNDER_REVIEW:
        raise VerdictError(Fault(code="claim_not_under_review"))
    must_be_in_time(entry, Move.VERIFY, at=at)
    claim = Claim.objects.get(pk=claim_id)
    claim.entry = entry
    return claim


def _must_not_be_disputed(claim: Claim) -> None:
    if claim.objected:
        raise VerdictError(Fault(code="verdict_objected"))
    if claim.judged in STANDING and is_final(claim, latest_verdict(claim)):
        raise VerdictError(Fault(code="verdict_final"))


def must_be_seen(claim: Claim, resting: Resting, seen: str) -> None:
    """Raise VerdictError where the claim is not as somebody saw it, or judged since."""
    if seen != seen_of(claim, resting):
        raise VerdictError(Fault(code="claim_not_as_seen"))


def _must_be_free(claim: Claim, *, by: Person, at: datetime) -> None:
    """Lock the claim's first turn. Raises VerdictError where another one holds it."""
    turn = (
        Turn.objects.select_for_update(of=("self",))
        .select_related("held_by")
        .filter(claim=claim, reading=Reading.FIRST, waiting=True)
        .first()
    )
    others = turn is not None and turn.held_by_id not in (None, by.pk)
    if turn and others and turn.held_until and turn.held_until > at:
        raise VerdictError(Fault(code="claim_held", found=str(turn.held_by)))


def end_turn(turn: Turn) -> None:
    """The claim has been read in that turn."""
    turn.waiting, turn.held_by, turn.held_until = False, None, None
    turn.save(update_fields=["waiting", "held_by", "held_until"])


def write_verdict(
    claim: Claim,
    ruling: Ruling,
    *,
    resting: Resting,
    by: Person,
    at: datetime,
    reading: Reading,
    role: Role = Role.VERIFIER,
    about: Verdict | None = None,
    along_with: Verdict | None = None,
) -> Verdict:
    """Add a verdict to those of the claim. Raises VerdictError where the ruling does not fit."""
    level = claimed_level(claim)
    _must_fit(claim, ruling, level)
    _must_have_proof_or_words(ruling, resting)
    edition = load_edition(claim.entry.assessment.edition)
    return Verdict.objects.create(
        claim=claim,
        kind=VerdictKind.ACCEPTED if ruling.level else VerdictKind.RETURNED,
        reading=reading,
        level=ruling.level,
        claimed_level=level,
        standard=ruling.standard.strip(),
        reason=ruling.reason,
        rests_on=resting,
        edition=edition.code,
        edition_hash=edition.hash,
        was=claim.judged,
        was_level=claim.accepted_level,
        about=about,
        along_with=along_with,
        judged_by=by,
        acting_as=role,
        judged_at=at,
    )


def stand(claim: Claim, verdict: Verdict) -> None:
    """Let the verdict be the one that stands on its claim, with its line in the entry's log."""
    old = told_of(claim)
    claim.judged = Judged.ACCEPTED if verdict.level else Judged.RETURNED
    claim.accepted_level = verdict.level
    claim.objected = False
    claim.save(update_fields=["judged", "accepted_level", "objected"])
    by = Author(verdict.judged_by, verdict.acting_as)
    _log("claim_judged", claim, by=by, at=verdict.judged_at, old=old, reason=verdict.reason)


def told_of(claim: Claim) -> Jsonable:
    """How a claim stands, as it is logged."""
    return {"judged": claim.judged, "level": claim.accepted_level}


def _log(deed: str, claim: Claim, *, by: Author, at: datetime, old: Jsonable, reason: str) -> None:
    new = {"judged": claim.judged, "level": claim.accepted_level, "reason": reason}
    record(deed, claim.entry, part=claim.indicator, by=by, at=at, old=old, new=new)


def must_name_level(ruling: Ruling) -> None:
    """Raise VerdictError where no level was chosen."""
    if ruling.level < 0:
        raise VerdictError(Fault(code="verdict_without_level"))


def _must_fit(claim: Claim, ruling: Ruling, claimed: int) -> None:
    must_name_level(ruling)
    if not 0 <= ruling.level <= indicator_of(claim).highest_level:
        raise VerdictError(Fault(code="verdict_level_unknown", found=str(ruling.level)))
    if ruling.level > claimed:
        expected = str(claimed)
        raise VerdictError(
            Fault(code="verdict_above_claim", found=str(ruling.level), expected=expected)
        )
    if ruling.level < max(claimed, 1) and not ruling.reason:
        raise VerdictError(Fault(code="verdict_without_reason"))
    if len(ruling.reason) > _LONGEST:
        raise VerdictError(Fault(code="verdict_reason_long", expected=str(_LONGEST)))


def _must_have_proof_or_words(ruling: Ruling, resting: Resting) -> None:
    """Raise VerdictError where something is accepted that rests on nothing, not even on words."""
    if ruling.level and not resting["proofs"] and not ruling.words.strip():
        raise VerdictError(Fault(code="verdict_without_proof"))
