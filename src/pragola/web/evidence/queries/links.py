"""What a link is and what it answered, in words."""

from zoneinfo import ZoneInfo

from django.conf import settings

from pragola.inspection.findings import Finding
from pragola.inspection.formats import FileKind, allowed_formats
from pragola.inspection.videos.links import look_at_link
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.web.evidence.models import Evidence
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language, say

_OPEN, _SHUT, _GONE = range(200, 300), (401, 403), (404, 410)


def link_findings(edition: Edition, part: str, link: str) -> tuple[Finding, ...]:
    """What the address of a video's link tells by itself; nothing where no video is asked for."""
    is_video = any(each.kind is FileKind.VIDEO for each in allowed_formats(edition, part))
    return look_at_link(link, edition) if is_video else ()


def answer_told(evidence: Evidence, language: Language) -> str:
    """What a link answered and when; why it was not asked; empty for a file."""
    if not evidence.link:
        return ""
    if evidence.asked_at is None:
        code = "link_not_asked_yet" if settings.ASK_LINKS else "link_never_asked"
        return say(Fault(code=code), language)
    zone = ZoneInfo(evidence.region.time_zone)
    facts = (
        ("at", day_and_clock(evidence.asked_at, zone, language)),
        ("status", evidence.answered or 0),
    )
    return say(Fault(code=_code(evidence), facts=facts), language)


def _code(evidence: Evidence) -> str:
    status = evidence.answered
    if status is None:
        return evidence.answered_what or "link_silent"
    if status in _OPEN:
        return "link_opens"
    if status in _SHUT:
        return "link_shut"
    return "link_gone" if status in _GONE else "link_troubled"
