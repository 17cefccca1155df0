"""Marking who was there, and writing the minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.db import transaction

from pragola.scoring.faults import Fault
from pragola.web.coaching.actions.clinics import ClinicError, changeable_clinic
from pragola.web.coaching.models import Attendance, Clinic, ClinicState, How
from pragola.web.regions.models import Person, Unit
from pragola.web.shared.audit import Author, record
from pragola.web.shared.times import clock

_EARLY = timedelta(hours=12)
"""So long before its start somebody may be marked at the earliest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Who was there, since when; `key` is the browser's own name of its note, if it gave one.

    `again` is said by who was told of a conflict, and marks all the same.
    """

    person: Person | None
    name: str
    unit: Unit | None
    at: datetime
    key: str = ""
    again: bool = False


@transaction.atomic
def mark_present(
    clinic_id: int, present: Present, *, how: How, by: Author, at: datetime
) -> Attendance:
    """Mark somebody, once however often it is sent.

    A time that lies ahead or long before the clinic is taken as now. Raises ClinicError where
    the clinic has not invited anybody yet, is closed, or lies ahead still, where they were taken
    off since they were noted, or where somebody of that name and unit is there already.
    """
    clinic = changeable_clinic(clinic_id)
    if clinic.state == ClinicState.DRAFT:
        raise ClinicError(Fault(code="clinic_not_open"))
    _must_not_lie_ahead(clinic, at=at)
    known = _known(clinic, present)
    if known:
        return known
    if not present.again:
        _must_not_conflict(clinic, present)
    since = present.at if clinic.starts_at - _EARLY <= present.at <= at else at
    made = Attendance.objects.create(
        clinic=clinic,
        person=present.person,
        name=present.name,
        unit=present.unit,
        how=how,
        at=since,
        key=present.key,
        marked_by_id=by.person.pk if by.person else None,
    )
    record("present", clinic, part=f"attendance:{made.pk}", by=by, at=at, new=made.name)
    return made


@transaction.atomic
def unmark_present(attendance: Attendance, *, by: Author, at: datetime) -> None:
    """Not there after all. Raises ClinicError where the clinic is closed."""
    clinic = changeable_clinic(attendance.clinic_id)
    rows = Attendance.objects.filter(pk=attendance.pk, removed_at=None)
    if rows.update(removed_at=at):
        part = f"attendance:{attendance.pk}"
        record("present_undone", clinic, part=part, by=by, at=at, old=attendance.name)


@transaction.atomic
def write_minutes(clinic_id: int, text: str, *, seen: str = "", by: Author, at: datetime) -> Clinic:
    """What was talked about. Raises ClinicError where the clinic is closed, or where others wrote
    something else since `seen`, the sign of what the writer saw.
    """
    clinic = changeable_clinic(clinic_id)
    old, clinic.minutes = clinic.minutes, text
    if old != text:
        if seen and seen != sign_of(old):
            raise ClinicError(Fault(code="minutes_overtaken"))
        clinic.save(update_fields=["minutes"])
        record("minutes_written", clinic, by=by, at=at, old=old, new=text)
    return clinic


def sign_of(minutes: str) -> str:
    """A short sign that is another one as soon as something else is written."""
    return sha256(minutes.encode()).hexdigest()[:16]


def _must_not_lie_ahead(clinic: Clinic, *, at: datetime) -> None:
    if at < clinic.starts_at - _EARLY:
        zone = ZoneInfo(clinic.region.time_zone)
        start = clinic.starts_at.astimezone(zone).date()
        facts = (("day", start), ("at", clock(clinic.starts_at, zone)))
        raise ClinicError(Fault(code="presence_too_early", facts=facts))


def _must_not_conflict(clinic: Clinic, present: Present) -> None:
    same = clinic.attendances.filter(person=present.person)
    if present.person is None:
        same = same.filter(name__iexact=present.name, unit=present.unit)
    zone = ZoneInfo(clinic.region.time_zone)
    there = same.filter(removed_at=None).first()
    if there:
        facts = (("at", clock(there.at, zone)),)
        raise ClinicError(Fault(code="present_by_that_name", found=there.name, facts=facts))
    taken_off = same.filter(removed_at__gt=present.at).last()
    if taken_off and taken_off.removed_at:
        facts = (("at", clock(taken_off.removed_at, zone)),)
        raise ClinicError(Fault(code="present_taken_off", found=taken_off.name, facts=facts))


def _known(clinic: Clinic, present: Present) -> Attendance | None:
    rows = clinic.attendances.all()
    if present.key and (noted := rows.filter(key=present.key).first()):
        return noted
    if present.person:
        return rows.filter(person=present.person, removed_at=None).first()
    return None
