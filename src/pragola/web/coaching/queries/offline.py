"""What a browser keeps of a clinic for use without network, and for how long."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pragola.web.coaching.models import Clinic
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language

KEPT_AFTER = timedelta(days=1)
"""So long after a clinic its list still opens without network."""
_MILLI = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Offline:
    """`store` is the browser's name for what it keeps, `until` in milliseconds, as scripts count.

    `made` is the moment of the list in words.
    """

    store: str
    until: int
    is_over: bool
    made: str


def offline_of(clinic: Clinic, *, now: datetime, language: Language) -> Offline:
    """What a browser keeps of that clinic; no query."""
    until = clinic.ends_at + KEPT_AFTER
    return Offline(
        store=f"pragola:hadir:{clinic.pk}",
        until=int(until.timestamp() * _MILLI),
        is_over=now > until or not clinic.changeable,
        made=day_and_clock(now, ZoneInfo(clinic.region.time_zone), language),
    )
