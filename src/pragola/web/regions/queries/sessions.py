"""Where somebody is signed in, as they would say it themselves."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from pragola.web.regions.models import Person

_BROWSERS = (
    ("SamsungBrowser", "Samsung Internet"),
    ("OPR/", "Opera"),
    ("Edg", "Edge"),
    ("UCBrowser", "UC Browser"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_DEVICES = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)
"""Marks in what browsers say of themselves; most say several, so the first that fits counts."""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session that is open: on what, from which address, since when; `here`: this very one."""

    id: int
    device: str
    ip: str
    since: datetime
    here: bool


def sessions_of(person: Person, current: str | None) -> tuple[SessionLine, ...]:
    """Where somebody is signed in now; those that have ended are forgotten."""
    return tuple(
        SessionLine(
            id=each.pk,
            device=device_of(each.user_agent),
            ip=each.ip,
            since=each.created_at,
            here=each.session_key == current,
        )
        for each in UserSession.objects.purge_and_list(person)
    )


def device_of(user_agent: str) -> str:
    """What a browser says of itself, as people say it: "Chrome di Android"."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    device = next((name for mark, name in _DEVICES if mark in user_agent), "")
    told = {"browser": browser or _("Peramban"), "device": device}
    if device:
        return _("%(browser)s di %(device)s") % told
    return browser or _("Peramban yang tidak dikenal")
