"""Marking who was there, and writing the minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from pragola.scoring.faults import Fault
from pragola.web.coaching.actions.clinics import ClinicError, changeable_clinic
from pragola.web.coaching.models import Attendance, Clinic, ClinicState, How
from pragola.web.regions.models import Person, Unit
from pragola.web.shared.audit import Author, record

_EARLY = timedelta(hours=12)
"""So long before its start somebody may be marked at the earliest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Who was there, since when; `key` is the browser's own name of its note, if it gave one."""

    person: Person | None
    name: str
    unit: Unit | None
    at: datetime
    key: str = ""


@transaction.atomic
def mark_present(
    clinic_id: int, present: Present, *, how: How, by: Author, at: datetime
) -> Attendance:
    """Mark somebody, once however often it is sent.

    A time that lies ahead or long before the clinic is taken as now. Raises ClinicError where
    the clinic has not invited anybody yet, or is closed.
    """
    clinic = changeable_clinic(clinic_id)
    if clinic.state == ClinicState.DRAFT:
        raise ClinicError(Fault(code="clinic_not_open"))
    known = _known(clinic, present)
    if known:
        return known
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
def write_minutes(clinic_id: int, text: str, *, by: Author, at: datetime) -> Clinic:
    """What was talked about. Raises ClinicError where the clinic is closed."""
    clinic = changeable_clinic(clinic_id)
    old, clinic.minutes = clinic.minutes, text
    if old != text:
        clinic.save(update_fields=["minutes"])
        record("minutes_written", clinic, by=by, at=at, old=old, new=text)
    return clinic


def _known(clinic: Clinic, present: Present) -> Attendance | None:
    rows = clinic.attendances.all()
    if present.key and (noted := rows.filter(key=present.key).first()):
        return noted
    if present.person:
        return rows.filter(person=present.person, removed_at=None).first()
    return None
