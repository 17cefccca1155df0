"""A claim on the bench: its proofs opened at the right place, what it says, what was said of it."""

from dataclasses import dataclass
from datetime import datetime

from pragola.inspection.report import finding_of
from pragola.web.evidence.models import Use
from pragola.web.evidence.queries.inspections import with_inspections
from pragola.web.evidence.queries.marks import with_marks
from pragola.web.evidence.queries.proofs import Proof, proof_of
from pragola.web.evidence.queries.reading import Sheet, sheet_of
from pragola.web.evidence.queries.videos import Player, player_of
from pragola.web.evidence.renditions import pages_of
from pragola.web.innovations.models import Claim
from pragola.web.innovations.queries.claims import ClaimPart, one_claim
from pragola.web.regions.models import Person
from pragola.web.review.models import Reading, Turn
from pragola.web.review.queries.lines import VerdictLine, verdict_lines
from pragola.web.review.queries.objections import ObjectionLine, objection_to_answer
from pragola.web.review.queries.opening import place_to_open, use_to_open
from pragola.web.review.queries.queue import READ_AGAIN, REVIEWABLE
from pragola.web.review.queries.readers import readers_before
from pragola.web.review.queries.reasons import reasons_for
from pragola.web.review.queries.resting import Difference, differences, indicator_of, rests_on
from pragola.web.review.queries.standing import (
    claimed_level,
    is_final,
    latest_verdict,
    seen_of,
)
from pragola.wording import Language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A finding on the opened page: where, as shares of 1,000, how grave, and what it says."""

    left: int
    top: int
    width: int
    height: int
    severity: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedProof:
    """The proof that lies open: a page of it with the findings there, or its video."""

    proof: Proof
    sheet: Sheet
    spots: tuple[Spot, ...]
    player: Player | None
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchClaim:
    """All that a verifier has before them of one claim.

    `seen` proves what was seen; `turn` is the turn in which it is read, None where somebody opened
    it by themselves. In a later reading nothing is told of earlier verdicts, unless they differ
    and this reader settles it. `answering` is the objection that this reader answers; `closed`
    tells that none can be given, as one waits for somebody else or its answer is final; `halted`,
    that its entry is not under review now. `sides` are the verified and the official level, each
    None where not known; None for a blind reader.
    """

    claim: ClaimPart
    level: int
    sides: tuple[int | None, int | None] | None
    levels: tuple[tuple[int, str], ...]
    proofs: tuple[Proof, ...]
    open: OpenedProof | None
    reasons: tuple[str, ...]
    verdicts: tuple[VerdictLine, ...]
    changed: tuple[Difference, ...]
    seen: str
    turn: int | None
    settling: bool
    answering: ObjectionLine | None
    closed: bool
    halted: bool

    @property
    def blind(self) -> bool:
        """Whether it is read without knowing what others said."""
        return self.sides is None


def bench_claim(
    claim: Claim,
    reader: Person,
    language: Language,
    now: datetime,
    *,
    use: int | None,
    page: int | None,
    second: int | None = None,
) -> BenchClaim:
    """The claim with its proofs; `use`, `page` and `second` are what lies open, else the place
    that `opening` chooses.
    """
    turn = turn_of(claim, reader, now)
    told, _tally = one_claim(claim.entry, claim.indicator, language)
    uses = _uses(claim)
    level = claimed_level(claim)
    resting = rests_on(claim)
    later = turn if turn and turn.reading != Reading.FIRST else None
    blind = turn is not None and turn.reading == Reading.SECOND
    last = None if blind else latest_verdict(claim)
    indicator = indicator_of(claim)
    answering = objection_to_answer(turn, language)
    pointed_at = answering.proof if answering and answering.on_claim else None
    opened = use_to_open(uses, wanted=use or pointed_at)
    lowest = max(answering.level if answering else 0, 1)
    return BenchClaim(
        claim=told,
        level=level,
        sides=None if blind else (claim.accepted_level, told.official),
        levels=tuple((n, indicator.criterion(n)) for n in range(level, lowest - 1, -1)),
        proofs=tuple(proof_of(each, language, now) for each in uses),
        open=_lying_open(opened, page, second, language, now) if opened else None,
        reasons=reasons_for(claim.entry.assessment.region, claim.indicator),
        verdicts=() if blind else verdict_lines(claim, language),
        changed=differences(last.rests_on, resting, indicator) if last else (),
        seen=seen_of(claim, resting),
        turn=later.pk if later else None,
        settling=turn is not None and turn.reading == Reading.THIRD,
        answering=answering,
        closed=answering is None and (claim.objected or is_final(claim, last)),
        halted=answering is None and claim.entry.state not in (READ_AGAIN if later else REVIEWABLE),
    )


def turn_of(claim: Claim, reader: Person, now: datetime) -> Turn | None:
    """The turn in which they read the claim: the one they hold, else a later reading that waits.

    So nobody who may still be asked to read it again sees what was said before.
    """
    waiting = Turn.objects.filter(claim=claim, waiting=True).select_related("about")
    turns = list(waiting.order_by("-reading"))
    held = (each for each in turns if _holds(each, reader, now))
    open_to_them = (
        each
        for each in turns
        if each.about and reader.pk not in readers_before(each) and each.reading > Reading.FIRST
    )
    return next(held, None) or next(open_to_them, None)


def _holds(turn: Turn, reader: Person, now: datetime) -> bool:
    until = turn.held_until
    return turn.held_by_id == reader.pk and until is not None and until > now


def _uses(claim: Claim) -> list[Use]:
    uses = Use.objects.filter(entry=claim.entry_id, part=claim.indicator, removed_at=None)
    needed = uses.select_related("evidence__file", "evidence__region", "entry__assessment__region")
    return list(with_marks(with_inspections(needed)))


def _lying_open(
    use: Use, page: int | None, second: int | None, language: Language, now: datetime
) -> OpenedProof:
    place = place_to_open(use, page=page, second=second)
    file = use.evidence.file
    sheet = sheet_of(pages_of(file) if file else None, asked=place.page, used=use.pages)
    return OpenedProof(
        proof=proof_of(use, language, now),
        sheet=sheet,
        spots=_spots(use, sheet.number, language),
        player=player_of(use.evidence, language, second=place.second),
        link=use.evidence.link,
    )


def _spots(use: Use, page: int, language: Language) -> tuple[Spot, ...]:
    inspection = getattr(use, "inspection", None)
    found = [finding_of(row.told) for row in inspection.findings.all()] if inspection else []
    return tuple(
        Spot(
            left=each.place.region.left,
            top=each.place.region.top,
            width=each.place.region.right - each.place.region.left,
            height=each.place.region.bottom - each.place.region.top,
            severity=each.severity.value,
            words=say(each, language),
        )
        for each in found
        if each.place.page == page and each.place.region
    )
