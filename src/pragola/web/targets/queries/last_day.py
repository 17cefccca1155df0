"""Until when work is planned: the day that people set, else the closing of the calendar's door."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.web.innovations.models import Assessment, Deadline, Door
from pragola.web.targets.models import Aim
from pragola.wording import Language
from pragola.wording.dates import show_date


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day of the work, None where none is known; `by_calendar`: nobody set another one."""

    day: date | None
    by_calendar: bool = False


def last_day_of(assessment: Assessment, aim: Aim, *, at: datetime) -> LastDay:
    """The day that was set, else that on which entries are handed in for the last time.

    None is known where that door is closed already or the calendar does not close it. One query
    where no day was set.
    """
    if aim.end is not None:
        return LastDay(day=aim.end)
    doors = Deadline.objects.filter(assessment=assessment, door=Door.SUBMIT, closes_at__gt=at)
    closing = doors.first()
    if closing is None:
        return LastDay(day=None)
    # What closes at midnight is open for the last time on the day before.
    last = closing.closes_at - timedelta(microseconds=1)
    zone = ZoneInfo(assessment.region.time_zone)
    return LastDay(day=last.astimezone(zone).date(), by_calendar=True)


def last_day_told(last: LastDay, language: Language) -> str:
    """Until when plans go, and why, in a sentence."""
    if last.day is None:
        return _(
            "Hari terakhir tidak diketahui: pintu pengajuan sudah tertutup, atau kalender tidak "
            "menyebutnya. Rencana tidak dibatasi waktu."
        )
    told = {"day": show_date(last.day, language)}
    if last.by_calendar:
        return (
            _("Direncanakan sampai %(day)s, saat pintu pengajuan tertutup menurut kalender.") % told
        )
    return _("Direncanakan sampai %(day)s, hari terakhir yang ditetapkan.") % told
