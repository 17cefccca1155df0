"""The calendar file of a clinic, as calendars read it (RFC 5545)."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from pragola.web.coaching.models import Clinic

CALENDAR_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"


def calendar_of(clinic: Clinic, *, page: str, at: datetime) -> str:
    """A clinic as a calendar with one event; `page` is its address, in full."""
    event = Event()
    event.add("uid", f"klinik-{clinic.pk}@{urlsplit(page).hostname}")
    event.add("sequence", clinic.sequence)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", clinic.starts_at.astimezone(UTC))
    event.add("dtend", clinic.ends_at.astimezone(UTC))
    event.add("summary", clinic.title)
    event.add("location", clinic.place or clinic.link)
    event.add("description", "\n\n".join(filter(None, (clinic.purpose, clinic.agenda, page))))
    event.add("url", page)
    calendar = Calendar()
    calendar.add("prodid", "-//Pragola//Klinik//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()
