"""What stands of a claim: its level, the verdict on it, and by what a page proves what it saw."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from pragola.scoring.measure import ClaimError, read_claim
from pragola.web.innovations.claim_values import claim_of
from pragola.web.innovations.models import STANDING, Claim
from pragola.web.review.models import Reading, Verdict, VerdictKind
from pragola.web.review.queries.resting import Resting, digest_of, indicator_of

UNDO = timedelta(minutes=10)
"""For so long a verdict can be taken back by whoever gave it."""


def latest_verdict(claim: Claim) -> Verdict | None:
    """The last verdict that counted, whether it stands still or not; none that was taken back."""
    given = claim.verdicts.exclude(reading=Reading.SECOND).exclude(kind=VerdictKind.WITHDRAWN)
    kept = given.exclude(later__kind=VerdictKind.WITHDRAWN)
    return kept.select_related("judged_by").first()


def levels_judged_before(moment: datetime, claims: Iterable[Claim]) -> Mapping[int, int]:
    """By claim, the level of the last verdict that counted before that moment; one query."""
    given = Verdict.objects.filter(claim__in=claims, judged_at__lt=moment, level__isnull=False)
    counted = given.exclude(reading=Reading.SECOND).exclude(later__kind=VerdictKind.WITHDRAWN)
    rows = counted.order_by("id").values_list("claim", "level")
    return {claim: level for claim, level in rows if level is not None}


def is_final(claim: Claim, last: Verdict | None) -> bool:
    """Whether the last verdict answered an objection and stands: then none comes after it."""
    return claim.judged in STANDING and last is not None and last.reading == Reading.ANSWER


def claimed_level(claim: Claim) -> int:
    """The level that the claim gives by its edition; 0 where it cannot be read."""
    told = claim_of(claim)
    try:
        return read_claim(indicator_of(claim), told)[0] if told else 0
    except ClaimError:
        return 0


def claimed_points(claim: Claim) -> Decimal:
    """What the claim gives the innovation."""
    return indicator_of(claim).weight.value * claimed_level(claim)


def seen_of(claim: Claim, resting: Resting) -> str:
    """By what a page proves that its reader saw the claim as it stands, with its verdicts."""
    return seen_of_each([claim], {claim.pk: resting})[claim.pk]


def seen_of_each(claims: Iterable[Claim], resting: Mapping[int, Resting]) -> Mapping[int, str]:
    """The same for several claims, by their ids; one query."""
    given = Verdict.objects.filter(claim__in=resting).exclude(reading=Reading.SECOND)
    last = dict(given.order_by("id").values_list("claim", "pk"))
    return {claim.pk: f"{last.get(claim.pk, 0)}-{digest_of(resting[claim.pk])}" for claim in claims}
