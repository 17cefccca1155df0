"""Who was there, beside who was invited."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.web.coaching.models import Answer, Attendance, Clinic, How
from pragola.web.shared.language import spoken
from pragola.web.shared.times import clock, day_and_clock


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentLine:
    """Somebody who was invited or came; `attendance` is None for who is not there."""

    person: int | None
    name: str
    unit: str
    answer: str
    attendance: int | None
    since: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceList:
    """All who were invited or came, by unit, and how many are there."""

    lines: tuple[PresentLine, ...]
    present: int


def attendance_of(clinic: Clinic) -> AttendanceList:
    """The attendance of a clinic; two queries."""
    came = list(clinic.attendances.filter(removed_at=None).select_related("unit", "clinic__region"))
    by_person = {row.person_id: row for row in came if row.person_id}
    guests = list(clinic.guests.select_related("person", "unit"))
    lines = [
        _line(
            guest.person_id,
            guest.person.name,
            guest.unit.name if guest.unit else "",
            _answered(Answer(guest.answer)),
            by_person.get(guest.person_id),
        )
        for guest in guests
    ]
    invited = {guest.person_id for guest in guests}
    lines += [
        _line(row.person_id, row.name, row.unit.name if row.unit else "", "", row)
        for row in came
        if row.person_id not in invited or row.person_id is None
    ]
    return AttendanceList(lines=tuple(lines), present=len(came))


def _line(
    person: int | None,
    name: str,
    unit: str,
    answer: str,
    row: Attendance | None,
) -> PresentLine:
    return PresentLine(
        person=person,
        name=name,
        unit=unit,
        answer=answer,
        attendance=row.pk if row else None,
        since=_since(row) if row else "",
        how=str(How(row.how).label) if row else "",
    )


def _answered(answer: Answer) -> str:
    """What was answered beforehand, apart from whether they came."""
    told = {
        Answer.NONE: _("belum menjawab"),
        Answer.COMES: _("menjawab akan hadir"),
        Answer.STAYS_AWAY: _("menjawab tidak hadir"),
    }
    return told[answer]


def _since(row: Attendance) -> str:
    """The time of the clinic's day; another day is told with it."""
    zone = ZoneInfo(row.clinic.region.time_zone)
    same = row.at.astimezone(zone).date() == row.clinic.starts_at.astimezone(zone).date()
    return clock(row.at, zone) if same else day_and_clock(row.at, zone, spoken())
