"""Moments as people of a region read them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pragola.wording import Language
from pragola.wording.dates import show_date

_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def clock(at: datetime, zone: ZoneInfo) -> str:
    """`14.30 WIB`."""
    there = at.astimezone(zone)
    return f"{there:%H.%M} {_ZONES.get(zone.key, there.tzname() or '')}".rstrip()


def day_and_clock(at: datetime, zone: ZoneInfo, language: Language) -> str:
    """`14 Desember 2022, 14.30 WIB`."""
    return f"{show_date(at.astimezone(zone).date(), language)}, {clock(at, zone)}"


def moment(at: datetime, zone: ZoneInfo, language: Language, *, who: object = None) -> str:
    """When something happened, and by whom where that is known."""
    told = day_and_clock(at, zone, language)
    return f"{told} · {who}" if who else told


def minute_second(second: int) -> str:
    """`1:23`, as players show it."""
    return f"{second // 60}:{second % 60:02}"
