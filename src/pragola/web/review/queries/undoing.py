"""What somebody may still take back."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from pragola.web.innovations.models import Assessment, EntryState
from pragola.web.regions.models import Person
from pragola.web.review.models import Reading, Verdict, VerdictKind
from pragola.web.review.queries.lines import VerdictLine, verdict_line
from pragola.web.review.queries.standing import UNDO
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoable:
    """The last verdict of somebody, as long as they may take it back."""

    verdict: int
    claim: int
    title: str
    indicator: str
    line: VerdictLine


def undoable(
    assessment: Assessment, person: Person, language: Language, now: datetime
) -> Undoable | None:
    """Their last verdict in an assessment, if it was given just now; one query."""
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
        .first()
    )
    if last is None:
        return None
    return Undoable(
        verdict=last.pk,
        claim=last.claim_id,
        title=last.claim.entry.innovation.title,
        indicator=last.claim.indicator,
        line=verdict_line(last, ZoneInfo(assessment.region.time_zone), language),
    )
