"""Whom to remind of what: per unit its people, what is missing, and a ready text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.web.innovations.models import (
    OPEN_TO_OPERATORS,
    Assessment,
    Door,
    Entry,
    EntryState,
)
from pragola.web.innovations.queries.calendar import DoorState, doors_of_units
from pragola.web.innovations.queries.missing import missing_of
from pragola.web.regions.models import Appointment, Person, Role, Unit
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A unit's reminder: the text, whom it is mailed to, the address that opens WhatsApp."""

    unit: Unit
    people: tuple[Person, ...]
    text: str

    @property
    def whatsapp(self) -> str:
        """An address that opens WhatsApp with the text; the reader chooses the recipient."""
        return f"https://wa.me/?text={quote(self.text)}"


def reminders_for(
    assessment: Assessment,
    unit_ids: Iterable[int],
    *,
    link: str,
    now: datetime,
    language: Language,
) -> tuple[Reminder, ...]:
    """The reminders of units of the assessment's government; eight queries."""
    units = list(Unit.objects.filter(pk__in=list(unit_ids), region=assessment.region_id))
    people: dict[int | None, list[Person]] = defaultdict(list)
    posts = Appointment.objects.filter(
        unit__in=units, role=Role.OPERATOR, ended_at=None, person__is_active=True
    )
    for post in posts.select_related("person"):
        people[post.unit_id].append(post.person)
    told = _told(assessment, units, now=now, language=language)
    return tuple(
        Reminder(unit=unit, people=tuple(people[unit.pk]), text=f"{told[unit.pk]}\n{link}")
        for unit in units
    )


def _told(
    assessment: Assessment, units: list[Unit], *, now: datetime, language: Language
) -> dict[int, str]:
    entries = list(
        Entry.objects.filter(assessment=assessment, innovation__unit__in=units).select_related(
            "innovation", "assessment"
        )
    )
    missing = missing_of(entries)
    doors = doors_of_units(assessment, [unit.pk for unit in units], now)
    zone = ZoneInfo(assessment.region.time_zone)
    texts = {}
    for unit in units:
        own = [each for each in entries if each.innovation.unit_id == unit.pk]
        waiting = [each for each in own if _is_open(each)]
        told = {"year": assessment.edition, "unit": unit.name}
        lines = [
            _("Pengingat Indeks Inovasi Daerah %(year)s untuk %(unit)s.") % told,
            *(_line(each, missing[each.pk].number) for each in waiting),
        ]
        if not own:
            lines.append(_("Belum ada inovasi yang diisi tahun ini."))
        elif not waiting:
            lines.append(_("Semua entri sudah diajukan."))
        lines += _closings(waiting, doors[unit.pk], zone, language)
        texts[unit.pk] = "\n".join(lines)
    return texts


def _closings(
    waiting: Iterable[Entry], doors: Mapping[Door, DoorState], zone: ZoneInfo, language: Language
) -> Iterator[str]:
    returned = any(each.state == EntryState.RETURNED for each in waiting)
    for door in (Door.SUBMIT, Door.REVISE) if returned else (Door.SUBMIT,):
        state = doors[door]
        if state.closes_at and state.is_open:
            day = day_and_clock(state.closes_at, zone, language)
            yield _("%(door)s ditutup %(day)s.") % {"door": door.label, "day": day}


def _is_open(entry: Entry) -> bool:
    return EntryState(entry.state) in OPEN_TO_OPERATORS


def _line(entry: Entry, number: int) -> str:
    told = {
        "title": entry.innovation.title,
        "state": EntryState(entry.state).label,
        "number": number,
    }
    if not number:
        return _("- %(title)s: %(state)s, tinggal diajukan.") % told
    return _("- %(title)s: %(state)s, kurang %(number)s hal.") % told
