"""The calendar file of a clinic, as calendars read it (RFC 5545)."""

from datetime import UTC, datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress

from pragola.web.coaching.models import Clinic, ClinicState


def calendar_type(clinic: Clinic) -> str:
    """What a calendar file of that clinic is, and what calendars do with it."""
    return f"text/calendar; charset=utf-8; method={_method(clinic)}"


def calendar_of(clinic: Clinic, *, page: str, at: datetime) -> str:
    """A clinic as a calendar with one event; `page` is its address, in full.

    Of a cancelled clinic it takes the event out of calendars that have it.
    """
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
    event.add("status", "CANCELLED" if clinic.state == ClinicState.CANCELLED else "CONFIRMED")
    event.add("organizer", _organizer(clinic))
    calendar = Calendar()
    calendar.add("prodid", "-//Pragola//Klinik//ID")
    calendar.add("version", "2.0")
    calendar.add("method", _method(clinic))
    calendar.add_component(event)
    return bytes(calendar.to_ical()).decode()


def _method(clinic: Clinic) -> str:
    return "CANCEL" if clinic.state == ClinicState.CANCELLED else "PUBLISH"


def _organizer(clinic: Clinic) -> vCalAddress:
    _name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organizer = vCalAddress(f"mailto:{address}")
    organizer.params["CN"] = clinic.region.name
    return organizer
