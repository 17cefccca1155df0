"""What somebody may still take back."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from pragola.web.innovations.models import Assessment, EntryState
from pragola.web.regions.models import Person
from pragola.web.review.models import Reading, Verdict, VerdictKind
from pragola.web.review.queries.lines import VerdictLine, verdict_line
from pragola.web.review.queries.standing import UNDO
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoable:
    """The last verdict of somebody, as long as they may take it back; `others` are the verdicts on
    the same evidence that are taken back with it.
    """

    verdict: int
    claim: int
    title: str
    indicator: str
    line: VerdictLine
    others: int


def given_together(verdict: Verdict) -> QuerySet[Verdict]:
    """The verdicts that one judgement gave to claims on the same evidence, as far as they were
    not taken back; the first one first.
    """
    first = verdict.along_with_id or verdict.pk
    together = Verdict.objects.filter(
        Q(pk=first) | Q(along_with=first), judged_by=verdict.judged_by_id
    )
    return together.exclude(later__kind=VerdictKind.WITHDRAWN).order_by("id")


def undoable(
    assessment: Assessment, person: Person, language: Language, now: datetime
) -> Undoable | None:
    """Their last verdict in an assessment, if it was given just now and can be taken back: nobody
    objects to it or read the claim since. One query, one more for what was given along with it.
    """
    last = (
        Verdict.objects.filter(
            claim__entry__assessment=assessment,
            claim__entry__state=EntryState.UNDER_REVIEW,
            judged_by=person,
            reading=Reading.FIRST,
            judged_at__gte=now - UNDO,
        )
        .exclude(kind=VerdictKind.WITHDRAWN)
        .exclude(later__kind=VerdictKind.WITHDRAWN)
        .select_related("claim__entry__innovation", "judged_by")
        .annotate(overtaken=Exists(_after()))
        .first()
    )
    if last is None or last.overtaken or last.claim.objected:
        return None
    return Undoable(
        verdict=last.pk,
        claim=last.claim_id,
        title=last.claim.entry.innovation.title,
        indicator=last.claim.indicator,
        line=verdict_line(last, ZoneInfo(assessment.region.time_zone), language),
        others=given_together(last).count() - 1 if last.along_with_id else 0,
    )


def _after() -> QuerySet[Verdict]:
    """What was said of the same claim later, and not taken back."""
    later = Verdict.objects.filter(claim=OuterRef("claim"), pk__gt=OuterRef("pk"))
    return later.exclude(kind=VerdictKind.WITHDRAWN).exclude(later__kind=VerdictKind.WITHDRAWN)
