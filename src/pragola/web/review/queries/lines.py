"""Verdicts as lines of a page."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pragola.web.innovations.models import Claim
from pragola.web.review.models import Reading, Verdict, VerdictKind
from pragola.web.shared.times import moment
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictLine:
    """A verdict as pages tell it: what, why, by whom and when."""

    verdict: int
    kind: str
    name: str
    level: int | None
    claimed: int
    reason: str
    said: str
    reading: str


def verdict_lines(claim: Claim, language: Language) -> tuple[VerdictLine, ...]:
    """Everything that was said of a claim, the latest first."""
    zone = ZoneInfo(claim.entry.assessment.region.time_zone)
    rows = claim.verdicts.select_related("judged_by")
    return tuple(verdict_line(each, zone, language) for each in rows)


def verdict_line(verdict: Verdict, zone: ZoneInfo, language: Language) -> VerdictLine:
    """One verdict in words."""
    later = verdict.reading != Reading.FIRST
    return VerdictLine(
        verdict=verdict.pk,
        kind=verdict.kind,
        name=str(VerdictKind(verdict.kind).label),
        level=verdict.level,
        claimed=verdict.claimed_level,
        reason=verdict.reason,
        said=moment(verdict.judged_at, zone, language, who=verdict.judged_by),
        reading=str(Reading(verdict.reading).label) if later else "",
    )
