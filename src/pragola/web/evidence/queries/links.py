"""What a link is and what it answered, in words."""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings

from pragola.inspection.formats import FileKind, allowed_formats
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.web.evidence.models import Evidence
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language, say

_SERVICES = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "drive.google.com": "Google Drive",
    "docs.google.com": "Google Drive",
}
_OPEN, _SHUT, _GONE = range(200, 300), (401, 403), (404, 410)


def service_of(link: str) -> str:
    """The name under which people know the place of a link: `YouTube`, or its host."""
    host = (urlsplit(link).hostname or "").lower()
    for prefix in ("www.", "m."):
        host = host.removeprefix(prefix)
    return _SERVICES.get(host, host)


def services_wanted(edition: Edition, part: str, link: str) -> tuple[str, ...]:
    """Where the edition wants the link of a video to lead, if this one leads elsewhere."""
    is_video = any(each.kind is FileKind.VIDEO for each in allowed_formats(edition, part))
    wanted = edition.video.links.value
    return wanted if is_video and service_of(link) not in wanted else ()


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
