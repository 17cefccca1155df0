"""The claims to which a verdict on their common evidence can be offered."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from pragola.web.evidence.models import Use
from pragola.web.innovations.models import CLAIMING, STANDING, Claim, Entry
from pragola.web.regions.standing import Standing
from pragola.web.review.models import Verdict
from pragola.web.review.queries.queue import REVIEWABLE
from pragola.web.review.queries.resting import what_each_rests_on
from pragola.web.review.queries.standing import claimed_level, seen_of_each

_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A claim for the same indicator on the same evidence: what it claims, what it would get.

    `pages` are those that it uses of the common evidence, `more` how many other proofs it has.
    """

    claim: int
    title: str
    unit: str
    level: int
    given: int
    pages: str
    more: int
    seen: str


def offers_of(verdict: Verdict, readable: QuerySet[Entry], standing: Standing) -> tuple[Offer, ...]:
    """What waits for a verdict like this one, never of an own unit; five queries."""
    shared = _evidence_of(verdict.claim)
    free = _claims_on(verdict.claim, shared, readable, standing)
    resting = what_each_rests_on(free)
    seen = seen_of_each(free, resting)
    uses = _uses_of(free)
    return tuple(_offer(row, verdict, shared, uses, seen[row.pk]) for row in free)


def offered_with(claim: Claim, readable: QuerySet[Entry], standing: Standing) -> int:
    """How many claims a verdict on this one would be offered to; two queries."""
    return len(_claims_on(claim, _evidence_of(claim), readable, standing))


def level_along(verdict: Verdict, claimed: int) -> int:
    """The level that a claim of so much gets along with the verdict: never more than it claims."""
    return min(verdict.level or 0, claimed)


def _evidence_of(claim: Claim) -> set[int]:
    uses = Use.objects.filter(entry=claim.entry_id, part=claim.indicator, removed_at=None)
    return set(uses.values_list("evidence", flat=True))


def _claims_on(
    claim: Claim, shared: set[int], readable: QuerySet[Entry], standing: Standing
) -> list[Claim]:
    entries = Use.objects.filter(evidence__in=shared, part=claim.indicator, removed_at=None).values(
        "entry"
    )
    found = (
        Claim.objects.filter(
            CLAIMING,
            indicator=claim.indicator,
            entry__in=readable.filter(
                pk__in=entries, assessment=claim.entry.assessment_id, state__in=REVIEWABLE
            ),
        )
        .exclude(pk=claim.pk)
        .exclude(judged__in=STANDING)
    )
    related = found.select_related("entry__innovation__unit", "entry__assessment")
    rows = related.order_by("entry__innovation__title", "pk")
    return [row for row in rows if not standing.serves(row.entry.innovation.unit)][:_MOST]


def _uses_of(claims: list[Claim]) -> Mapping[tuple[int, str], list[Use]]:
    found: dict[tuple[int, str], list[Use]] = {}
    entries = {row.entry_id for row in claims}
    parts = {row.indicator for row in claims}
    for use in Use.objects.filter(entry__in=entries, part__in=parts, removed_at=None):
        found.setdefault((use.entry_id, use.part), []).append(use)
    return found


def _offer(
    row: Claim,
    verdict: Verdict,
    shared: set[int],
    uses: Mapping[tuple[int, str], list[Use]],
    seen: str,
) -> Offer:
    own = uses.get((row.entry_id, row.indicator), [])
    common = [use for use in own if use.evidence_id in shared]
    level = claimed_level(row)
    return Offer(
        claim=row.pk,
        title=row.entry.innovation.title,
        unit=row.entry.innovation.unit.name,
        level=level,
        given=level_along(verdict, level),
        pages=", ".join(use.pages for use in common if use.pages),
        more=len(own) - len(common),
        seen=seen,
    )
