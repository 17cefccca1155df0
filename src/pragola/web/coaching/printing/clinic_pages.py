"""The attendance list and the minutes of a clinic as papers of the office."""

from dataclasses import asdict
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import override

from pragola.web.coaching.models import Clinic, ClinicState
from pragola.web.coaching.printing.letterheads import heading_of
from pragola.web.coaching.printing.typesetting import set_page
from pragola.web.coaching.queries.agreements import FollowUp
from pragola.web.coaching.queries.attendance import attendance_of
from pragola.web.coaching.queries.invitations import when_of, where_of
from pragola.wording import Language
from pragola.wording.dates import show_date

_ID = Language.INDONESIAN
_TO_COME = frozenset({ClinicState.DRAFT, ClinicState.INVITED})
_FREE = 8
"""So many lines of a list that is printed before the clinic are left for who comes uninvited."""


def attendance_pdf(clinic: Clinic, *, invented: bool) -> bytes:
    """The attendance list, with room to sign for all who were invited or came."""
    with override(_ID.value):
        told = _told(clinic, f"Daftar Hadir {clinic.title}", invented=invented)
        found = attendance_of(clinic)
    told["people"] = [asdict(line) for line in found.lines]
    told["free"] = _FREE if clinic.state in _TO_COME else 0
    told["present"] = found.present
    return set_page("attendance", told)


def minutes_pdf(clinic: Clinic, agreed: FollowUp, *, invented: bool) -> bytes:
    """The minutes: who was there, what was talked about, what was agreed."""
    with override(_ID.value):
        told = _told(clinic, f"Notula {clinic.title}", invented=invented)
        found = attendance_of(clinic)
    present = [line for line in found.lines if line.attendance]
    told["present"] = found.present
    told["invited"] = len([line for line in found.lines if line.answer])
    told["units"] = sorted({line.unit for line in present if line.unit})
    told["talked"] = clinic.minutes.splitlines()
    told["agreements"] = [
        {
            "text": line.text,
            "title": line.title,
            "who": f"{line.role} {line.unit}",
            "due": line.due,
            "worth": line.worth_told,
        }
        for line in agreed.lines
    ]
    return set_page("minutes", told)


def _told(clinic: Clinic, title: str, *, invented: bool) -> dict[str, Any]:
    zone = ZoneInfo(clinic.region.time_zone)
    return {
        "title": title,
        "heading": asdict(heading_of(clinic.region)),
        "foot": f"{title} · data contoh: isi rekaan" if invented else title,
        "clinic": clinic.title,
        "when": when_of(clinic),
        "where": where_of(clinic),
        "purpose": clinic.purpose,
        "agenda": clinic.agenda.splitlines(),
        "day": show_date(clinic.starts_at.astimezone(zone).date(), _ID),
    }
