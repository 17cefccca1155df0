"""Mails that are due: of moves that somebody should know of, and before a door closes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment, Door, Entry, EntryState, Move, MoveMade
from pragola.web.innovations.queries.calendar import DoorState, doors_of_units
from pragola.web.innovations.queries.granted import lowered
from pragola.web.innovations.queries.missing import Missing, missing_of
from pragola.web.regions.models import Appointment, Person, Role
from pragola.web.shared.language import spoken
from pragola.web.shared.times import day_and_clock

DAYS_BEFORE = (1, 3, 7, 14)
"""So many days before a door closes, those who still have something to do are reminded."""
LATE = timedelta(days=2)
"""A move older than this is told to nobody any more."""

_TOLD: Mapping[Move, Role] = {
    Move.SUBMIT: Role.HEAD,
    Move.SEND_BACK: Role.OPERATOR,
    Move.RETURN: Role.OPERATOR,
}
_WAITING: Mapping[EntryState, tuple[Door, Role]] = {
    EntryState.DRAFT: (Door.SUBMIT, Role.OPERATOR),
    EntryState.RETURNED: (Door.REVISE, Role.OPERATOR),
    EntryState.SUBMITTED: (Door.APPROVE, Role.HEAD),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail to one person; `about` is its occasion, for which it goes out once.

    `region` is the code of the government whose entries it is about.
    """

    person: Person
    region: str
    about: str
    subject: str
    text: str


def mails_of_moves(address: str, now: datetime) -> Iterator[Mail]:
    """Mails about moves of the last days after which the entry still stands; five queries."""
    recent = (
        MoveMade.objects.filter(move__in=_TOLD, made_at__gt=now - LATE, made_at__lte=now)
        .select_related("entry__innovation__unit", "entry__assessment__region", "made_by")
        .prefetch_related("reasons", "entry__claims")
        .order_by("id")
    )
    latest = {made.entry_id: made for made in recent if made.entry.state == made.target}
    people = _people({made.entry.innovation.unit_id for made in latest.values()})
    for made in latest.values():
        role = _TOLD[Move(made.move)]
        for person in people[made.entry.innovation.unit_id, role]:
            if person != made.made_by:
                with override(person.language):
                    mail = _mail_of_move(made, person, address)
                yield mail


def reminders_due(address: str, now: datetime) -> Iterator[Mail]:
    """Mails before doors close, to those who still have something to do there.

    One mail a person and door, with all of their entries that wait; seven queries an assessment.
    """
    near = now + timedelta(days=DAYS_BEFORE[-1])
    soon = Q(deadlines__closes_at__range=(now, near)) | Q(graces__until__range=(now, near))
    for assessment in Assessment.objects.filter(soon).select_related("region").distinct():
        yield from _reminders_of(assessment, address, now)


def _reminders_of(assessment: Assessment, address: str, now: datetime) -> Iterator[Mail]:
    waiting = (
        Entry.objects.filter(
            assessment=assessment, state__in=_WAITING, innovation__unit__closed_on=None
        )
        .select_related("innovation__unit", "assessment__region")
        .order_by("innovation__unit__name", "innovation__title")
    )
    units = {entry.innovation.unit_id for entry in waiting}
    doors = doors_of_units(assessment, units, now)
    missing, people = missing_of(waiting), _people(units)
    grouped: dict[tuple[Person, DoorState], list[Entry]] = defaultdict(list)
    for entry in waiting:
        unit = entry.innovation.unit_id
        door, role = _WAITING[EntryState(entry.state)]
        state = doors[unit][door]
        if state.closes_at and days_told(state.closes_at - now):
            for person in people[unit, role]:
                grouped[person, state].append(entry)
    for (person, state), entries in grouped.items():
        with override(person.language):
            lines = _lines(entries, missing, address)
            mail = _reminder(assessment, person, state, lines, now)
        yield mail


def days_told(left: timedelta) -> int | None:
    """For how many days before closing a reminder is due now; None where none is."""
    if left <= timedelta(0):
        return None
    return next((days for days in DAYS_BEFORE if left <= timedelta(days=days)), None)


def _people(units: Iterable[int]) -> Mapping[tuple[int, Role], list[Person]]:
    found: dict[tuple[int, Role], list[Person]] = defaultdict(list)
    posts = Appointment.objects.filter(
        unit__in=units, role__in=set(_TOLD.values()), ended_at=None, person__is_active=True
    )
    for post in posts.select_related("person").order_by("id"):
        if post.unit_id:
            found[post.unit_id, Role(post.role)].append(post.person)
    return found


def _mail_of_move(made: MoveMade, person: Person, address: str) -> Mail:
    entry, zone = made.entry, ZoneInfo(made.entry.assessment.region.time_zone)
    told = {
        "title": entry.innovation.title,
        "unit": entry.innovation.unit.name,
        "who": str(made.made_by or "Pragola"),
        "when": day_and_clock(made.made_at, zone, spoken()),
    }
    if made.move == Move.SUBMIT:
        subject = _("Menunggu persetujuan Anda: %(title)s") % told
        said = _("%(who)s mengajukan “%(title)s” (%(unit)s) pada %(when)s.") % told
        asked = _("Baca, lalu setujui atau kembalikan:")
    else:
        subject = _("Dikembalikan: %(title)s") % told
        said = _("%(who)s mengembalikan “%(title)s” (%(unit)s) pada %(when)s.") % told
        asked = _("Perbaiki, lalu ajukan lagi:")
    link = address + reverse("entry", args=[entry.pk])
    less = "" if made.move == Move.SUBMIT else _lowered(made)
    parts = [_greeting(person), said, _reasons(made), less, f"{asked}\n{link}"]
    text = "\n\n".join(part for part in parts if part)
    region = made.entry.assessment.region_id
    about = f"move:{made.pk}"
    return Mail(person=person, region=region, about=about, subject=subject, text=text)


def _reasons(made: MoveMade) -> str:
    edition = load_edition(made.entry.assessment.edition)
    names = {each.code: f"{each.code} · {each.name}" for each in edition.sid_indicators}
    names |= {field.id: field.label for field in edition.profile}
    reasons = [f"- {names[each.part]}: {each.text}" for each in made.reasons.all()]
    return "\n".join([*([made.note] if made.note else []), *reasons])


def _lowered(made: MoveMade) -> str:
    """The claims that count for less than was claimed, as long as nothing of them changes."""
    found = lowered(made.entry, made.entry.claims.all())
    if not found:
        return ""
    said = _("Diterima lebih rendah dari yang diklaim, selama klaim atau buktinya tidak diubah:")
    line = _("- %(code)s · %(name)s: level %(accepted)s, bukan %(level)s")
    told = [
        line % {"code": e.code, "name": e.name, "accepted": e.accepted, "level": e.level}
        for e in found
    ]
    return "\n".join([str(said), *told])


def _lines(entries: list[Entry], missing: Mapping[int, Missing], address: str) -> str:
    lines = []
    for entry in entries:
        told = {
            "title": entry.innovation.title,
            "unit": entry.innovation.unit.name,
            "state": EntryState(entry.state).label,
            "number": missing[entry.pk].number,
        }
        lines.append(_("- %(title)s (%(unit)s): %(state)s, kurang %(number)s hal.") % told)
        lines.append(f"  {address}{reverse('entry', args=[entry.pk])}")
    return "\n".join(lines)


def _reminder(
    assessment: Assessment, person: Person, door: DoorState, lines: str, now: datetime
) -> Mail:
    assert door.closes_at
    zone = ZoneInfo(assessment.region.time_zone)
    days = days_told(door.closes_at - now)
    told = {
        "door": door.door.label,
        "year": assessment.edition,
        "closes": day_and_clock(door.closes_at, zone, spoken()),
    }
    said = _("%(door)s Indeks Inovasi Daerah %(year)s tutup %(closes)s. Yang menunggu Anda:") % told
    more = _("Bila waktunya tidak cukup, hubungi koordinator di Bappeda sebelum ditutup.")
    return Mail(
        person=person,
        region=assessment.region_id,
        about=f"door:{assessment.pk}:{door.door}:{door.closes_at.isoformat()}:{days}",
        subject=_("%(door)s %(year)s tutup %(closes)s") % told,
        text="\n\n".join([_greeting(person), said, lines, more]),
    )


def _greeting(person: Person) -> str:
    return _("Yth. %(name)s,") % {"name": person.name}
