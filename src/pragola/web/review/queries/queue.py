"""The claims that wait for a verdict, and which of them somebody may take next."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from pragola.inspection.findings import Severity
from pragola.web.evidence.models import InspectionFinding
from pragola.web.innovations.models import (
    CLAIMING,
    STANDING,
    Assessment,
    Claim,
    EntryState,
)
from pragola.web.regions.standing import Standing
from pragola.web.review.models import Reading, Turn, Verdict

REVIEWABLE = (EntryState.APPROVED, EntryState.UNDER_REVIEW)
"""Where claims may be judged: their head has approved them as they are."""
READ_AGAIN = (EntryState.UNDER_REVIEW, EntryState.VERIFIED)
"""Where a verdict may be read again; a closed entry is left in peace."""
BLOCKING, DOUBTFUL = 2, 1
_AGAIN = (Reading.SECOND, Reading.THIRD)
_RISKS = {Severity.BLOCKS: BLOCKING, Severity.DOUBTFUL: DOUBTFUL}


class QueueOrder(StrEnum):
    """By what the queue is worked off."""

    RISK = "risiko"
    POINTS = "nilai"
    INNOVATION = "inovasi"


_ORDERS: Mapping[QueueOrder, tuple[str, ...]] = {
    QueueOrder.RISK: ("-risk", "-points", "id"),
    QueueOrder.POINTS: ("-points", "-risk", "id"),
    QueueOrder.INNOVATION: ("claim__entry", "claim__indicator", "id"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueWanted:
    """What part of the queue somebody works off, and in which order; empty for all."""

    indicator: str = ""
    entry: int | None = None
    order: QueueOrder = QueueOrder.RISK


def claims_waiting(assessment: Assessment) -> QuerySet[Claim]:
    """The claims of an assessment on which no verdict stands, where one may be given now."""
    return Claim.objects.filter(
        CLAIMING, entry__assessment=assessment, entry__state__in=REVIEWABLE
    ).exclude(judged__in=STANDING)


def claims_to_queue(assessment: Assessment) -> QuerySet[Claim]:
    """Those of them that have no turn yet."""
    turns = Turn.objects.filter(waiting=True, reading=Reading.FIRST, assessment=assessment)
    return claims_waiting(assessment).exclude(pk__in=turns.values("claim"))


def turns_of(assessment: Assessment) -> QuerySet[Turn]:
    """All that waits for a reading in an assessment."""
    first = Q(reading=Reading.FIRST, claim__entry__state__in=REVIEWABLE)
    again = Q(reading__in=_AGAIN, claim__entry__state__in=READ_AGAIN)
    answer = Q(reading=Reading.ANSWER, claim__objected=True)
    waiting = Turn.objects.filter(waiting=True, assessment=assessment)
    return waiting.filter(first | again | answer)


def turns_for(assessment: Assessment, standing: Standing) -> QuerySet[Turn]:
    """What of it is for them: not of an own unit, not another's, not what they read before."""
    for_all_or_them = Q(assigned_to=None) | Q(assigned_to=standing.person)
    return _allowed(assessment, standing).filter(for_all_or_them)


def _allowed(assessment: Assessment, standing: Standing) -> QuerySet[Turn]:
    """What they may read, whoever it was dealt to. What they read before is looked up by claim,
    and only for later readings: of a first one nobody has read anything.
    """
    given = Verdict.objects.filter(claim=OuterRef("claim"), judged_by=standing.person)
    read = given.filter(
        Q(pk=OuterRef("about")) | Q(about=OuterRef("about"), reading=Reading.SECOND)
    )
    again = Q(reading__in=_AGAIN) & Exists(read)
    answer = Q(reading=Reading.ANSWER) & Exists(given)
    return turns_of(assessment).exclude(again | answer | of_own_units(standing, "claim__entry__"))


def of_own_units(standing: Standing, prefix: str) -> Q:
    """The condition that an entry is of a unit in which they hold a post, or under it."""
    own = Q(pk__in=())
    for path in {post.path for post in standing.posts if post.path}:
        own |= Q(**{f"{prefix}innovation__unit__path__startswith": path})
    return own


def next_turns(
    assessment: Assessment, standing: Standing, wanted: QueueWanted, at: datetime
) -> Iterator[QuerySet[Turn]]:
    """What they may take: what was dealt to them, then what is everybody's; not what somebody
    holds, they included, nor what they had before (`turns_let_go`).

    `assigned_to_id` is one value and stands in the order all the same: only so does PostgreSQL
    read rows that have none in the order of their index.
    """
    free = _wanted(_allowed(assessment, standing), wanted).filter(_free(at))
    free = free.exclude(held_by=standing.person)
    free = free.order_by("assigned_to_id", *_ORDERS[wanted.order])
    dealt = Turn.objects.filter(assessment=assessment, waiting=True, assigned_to=standing.person)
    if dealt.exists():
        yield free.filter(assigned_to=standing.person)
    yield free.filter(assigned_to=None)


def turns_let_go(
    assessment: Assessment, standing: Standing, wanted: QueueWanted, at: datetime
) -> QuerySet[Turn]:
    """What they skipped or left lying and nobody else holds; longest ago first."""
    turns = _wanted(turns_for(assessment, standing), wanted)
    return turns.filter(held_by=standing.person, held_until__lte=at).order_by("held_until", "id")


def turns_to_skip(
    assessment: Assessment, standing: Standing, claim_id: int, at: datetime
) -> QuerySet[Turn]:
    """The turns of a claim that they may let go: held by nobody else."""
    theirs = Q(held_by=standing.person) | _free(at)
    return _allowed(assessment, standing).filter(theirs, claim=claim_id)


def turns_held(
    assessment: Assessment, standing: Standing, wanted: QueueWanted, at: datetime
) -> QuerySet[Turn]:
    """What of that part they hold now, in another window; longest held first."""
    return _wanted(held_turns(assessment, standing, at), wanted).order_by("held_until", "id")


def _wanted(turns: QuerySet[Turn], wanted: QueueWanted) -> QuerySet[Turn]:
    if wanted.indicator:
        turns = turns.filter(claim__indicator=wanted.indicator)
    if wanted.entry:
        turns = turns.filter(claim__entry=wanted.entry)
    return turns


def _free(at: datetime) -> Q:
    return Q(held_until=None) | Q(held_until__lte=at)


def held_turns(assessment: Assessment, standing: Standing, at: datetime) -> QuerySet[Turn]:
    """What they hold now."""
    return turns_for(assessment, standing).filter(held_by=standing.person, held_until__gt=at)


def risks_of(claims: Iterable[Claim]) -> Mapping[tuple[int, str], int]:
    """How grave the gravest finding in the proofs of each claim is, by entry and indicator."""
    found: dict[tuple[int, str], int] = {}
    rows = (
        InspectionFinding.objects.filter(
            severity__in=tuple(_RISKS),
            inspection__state="done",
            inspection__use__removed_at=None,
            inspection__use__entry__in={claim.entry_id for claim in claims},
        )
        .order_by()
        .values_list("inspection__use__entry", "inspection__use__part", "severity")
    )
    for entry, part, severity in rows.distinct():
        found[entry, part] = max(found.get((entry, part), 0), _RISKS[Severity(severity)])
    return found
