"""Filling the queue of the bench, taking claims from it, and dealing it out."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from pragola.web.innovations.models import STANDING, Assessment, Claim
from pragola.web.regions.standing import Standing
from pragola.web.review.models import Reading, Turn
from pragola.web.review.queries.queue import (
    QueueWanted,
    claims_to_queue,
    next_turns,
    of_own_units,
    risks_of,
    turns_held,
    turns_let_go,
    turns_of,
    turns_to_skip,
)
from pragola.web.review.queries.standing import claimed_points
from pragola.web.shared.audit import Author, record

LEASE = timedelta(minutes=15)
"""For so long a claim is one person's; then others may take it."""


@transaction.atomic
def fill_queue(assessment: Assessment, *, at: datetime) -> int:
    """Queue every claim that waits for a verdict and has no turn; how many these were.

    Readings of verdicts that do not stand any more fall away.
    """
    turns = Turn.objects.filter(assessment=assessment, waiting=True)
    stale = turns.exclude(reading=Reading.FIRST).exclude(claim__judged__in=STANDING)
    Turn.objects.filter(pk__in=list(stale.values_list("pk", flat=True))).update(waiting=False)
    missing = list(claims_to_queue(assessment).select_related("entry__assessment"))
    risks = risks_of(missing)
    Turn.objects.bulk_create(
        (
            Turn(
                assessment=assessment,
                claim=claim,
                reading=Reading.FIRST,
                risk=risks.get((claim.entry_id, claim.indicator), 0),
                points=claimed_points(claim),
                queued_at=at,
            )
            for claim in missing
        ),
        update_conflicts=True,
        unique_fields=["claim", "reading"],
        update_fields=["waiting", "risk", "points", "held_by", "held_until", "queued_at"],
    )
    return len(missing)


@transaction.atomic
def weigh_queue(assessment: Assessment) -> int:
    """Tell the risk of what waits anew, as files were inspected since; how many changed."""
    turns = list(turns_of(assessment).select_related("claim"))
    risks = risks_of([turn.claim for turn in turns])
    changed = []
    for turn in turns:
        risk = risks.get((turn.claim.entry_id, turn.claim.indicator), 0)
        if turn.risk != risk:
            turn.risk = risk
            changed.append(turn)
    Turn.objects.bulk_update(changed, ["risk"], batch_size=500)
    return len(changed)


def take_next(
    assessment: Assessment, standing: Standing, wanted: QueueWanted, *, at: datetime
) -> Turn | None:
    """The next claim of that part for them, theirs for a while; what they skipped or hold already
    only when nothing else is left. None where nothing is.
    """
    return (
        _take_new(assessment, standing, wanted, at=at)
        or _take((turns_let_go(assessment, standing, wanted, at),), standing, at=at)
        or _take((turns_held(assessment, standing, wanted, at),), standing, at=at)
    )


def skip_claim(
    claim_id: int, assessment: Assessment, standing: Standing, wanted: QueueWanted, *, at: datetime
) -> Turn | None:
    """Let a claim go, for others at once and for them at the end, and take the next one that they
    did not skip. None where that part has none.
    """
    with transaction.atomic():
        turns = turns_to_skip(assessment, standing, claim_id, at).select_for_update(of=("self",))
        skipped = [turn.pk for turn in turns]
        Turn.objects.filter(pk__in=skipped).update(held_by=standing.person, held_until=at)
    return _take_new(assessment, standing, wanted, at=at)


def _take_new(
    assessment: Assessment, standing: Standing, wanted: QueueWanted, *, at: datetime
) -> Turn | None:
    taken = _take(next_turns(assessment, standing, wanted, at), standing, at=at)
    if taken is None and fill_queue(assessment, at=at):
        taken = _take(next_turns(assessment, standing, wanted, at), standing, at=at)
    return taken


@transaction.atomic
def _take(parts: Iterable[QuerySet[Turn]], standing: Standing, *, at: datetime) -> Turn | None:
    """Locked by others is passed over: they are taking it."""
    for turns in parts:
        turn = turns.select_for_update(skip_locked=True, of=("self",)).first()
        if turn:
            hold(turn, standing, at=at)
            return turn
    return None


@transaction.atomic
def take_claim(claim: Claim, standing: Standing, *, at: datetime) -> None:
    """Hold a claim that somebody opened by themselves, unless another one holds it."""
    turns = Turn.objects.select_for_update(skip_locked=True, of=("self",))
    turn = turns.filter(claim=claim, waiting=True, reading=Reading.FIRST).first()
    if turn and (turn.held_by_id is None or turn.held_until is None or turn.held_until <= at):
        hold(turn, standing, at=at)


def hold(turn: Turn, standing: Standing, *, at: datetime) -> None:
    """The turn is theirs for a while."""
    turn.held_by_id, turn.held_until = standing.person.pk, at + LEASE
    turn.save(update_fields=["held_by", "held_until"])


@transaction.atomic
def deal_queue(
    assessment: Assessment, verifiers: Sequence[Standing], *, by: Author, at: datetime
) -> int:
    """Deal what waits evenly among verifiers, whole innovations each; how many claims.

    Nobody is dealt their own unit's. What has no verifier left stays for everybody.
    """
    fill_queue(assessment, at=at)
    turns = turns_of(assessment).filter(reading=Reading.FIRST)
    Turn.objects.filter(pk__in=list(turns.values_list("pk", flat=True))).update(assigned_to=None)
    allowed = {
        each.person.pk: set(
            turns.exclude(of_own_units(each, "claim__entry__")).values_list("claim__entry")
        )
        for each in verifiers
    }
    load = dict.fromkeys(allowed, 0)
    for entry, numbers in _by_entry(turns):
        free = [who for who in load if (entry,) in allowed[who]]
        if free:
            who = min(free, key=lambda each: load[each])
            load[who] += Turn.objects.filter(pk__in=numbers).update(assigned_to=who)
    dealt = sum(load.values())
    record("queue_dealt", assessment, by=by, at=at, new={"claims": dealt, "among": len(load)})
    return dealt


def _by_entry(turns: QuerySet[Turn]) -> list[tuple[int, list[int]]]:
    """The turns of each entry, the largest entries first, so that shares come out even."""
    found: dict[int, list[int]] = {}
    for pk, entry in turns.order_by("pk").values_list("pk", "claim__entry"):
        found.setdefault(entry, []).append(pk)
    return sorted(found.items(), key=lambda each: -len(each[1]))
