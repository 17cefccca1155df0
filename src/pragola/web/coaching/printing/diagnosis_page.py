"""A diagnosis sheet as the paper of an office."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from pragola.web.coaching.models import Diagnosis
from pragola.web.coaching.offices import head_of_unit
from pragola.web.coaching.printing.letterheads import heading_of
from pragola.web.coaching.printing.typesetting import set_page
from pragola.web.coaching.sheets import InnovationSheet, SheetRow, sheet_of
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language
from pragola.wording.dates import show_date

_ID = Language.INDONESIAN
_DIGITS = 3


def diagnosis_pdf(diagnosis: Diagnosis, *, invented: bool) -> bytes:
    """The sheet as it was kept; `invented` says at its foot that its innovations are."""
    region = diagnosis.clinic.region
    zone = ZoneInfo(region.time_zone)
    sheet = sheet_of(diagnosis.content)
    made = day_and_clock(diagnosis.made_at, zone, _ID)
    foot = f"Lembar diagnosis {sheet.unit} · {made} · pedoman {diagnosis.edition}"
    told = {
        "title": f"Lembar diagnosis {sheet.unit}",
        "heading": asdict(heading_of(region)),
        "foot": f"{foot} · data contoh: inovasi rekaan" if invented else foot,
        "edition": sheet.edition_title,
        "unit": sheet.unit,
        "head": head_of_unit(sheet.unit, diagnosis.unit.kind),
        "made": f"{made} oleh {diagnosis.made_by or 'Pragola'}",
        "day": show_date(diagnosis.made_at.astimezone(zone).date(), _ID),
        "clinic": diagnosis.clinic.title,
        "index": sheet.index,
        "verified": sheet.verified,
        "target": sheet.target,
        "innovations": [_told(each) for each in sheet.innovations],
    }
    return set_page("diagnosis", told)


def _told(innovation: InnovationSheet) -> dict[str, Any]:
    return {
        "title": innovation.title,
        "state": innovation.state,
        "points": innovation.points,
        "verified": innovation.verified,
        "claimed": innovation.claimed,
        "unproven": innovation.unproven,
        "lacks": list(innovation.lacks),
        "findings": [asdict(each) for each in innovation.findings],
        "rows": [_row(row) for row in innovation.rows],
        "refused": [_row(row) for row in innovation.refused],
        "best": [_row(row) for row in innovation.best_five],
    }


def _row(row: SheetRow) -> dict[str, Any]:
    adds = figure(Decimal(row.adds), _ID, decimals=_DIGITS) if row.adds else ""
    return asdict(row) | {"adds": adds, "standing": row.standing}
