"""Diagnosis sheets as pages show them, beside what has been agreed since."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from zoneinfo import ZoneInfo

from django.db.models import Max, Q

from pragola.web.coaching.models import Agreement, AgreementKind, Clinic, Diagnosis
from pragola.web.coaching.queries.diagnosing import innovation_now
from pragola.web.coaching.queries.followup import (
    AgreementLine,
    agreement_lines,
    agreements_in_force,
)
from pragola.web.coaching.sheets import InnovationSheet, SheetRow, UnitSheet, sheet_of
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import subject_of
from pragola.web.shared.models import Change
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import day_and_clock, moment
from pragola.wording import Language

_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """An indicator on the sheet; `agreed` tells whether it is agreed on already.

    `was` is its level on the sheet, where that has changed since.
    """

    row: SheetRow
    adds: str
    holds: str
    next_level: int
    agreed: bool
    proof_agreed: bool
    was: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationShown:
    """An innovation on the sheet: what verdicts refuse, its best steps, and all rows in the
    edition's order.
    """

    number: int
    sheet: InnovationSheet
    refused: tuple[RowShown, ...]
    best: tuple[RowShown, ...]
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisPage:
    """A sheet with when and by whom it was made."""

    id: int
    made: str
    sheet: UnitSheet
    innovations: tuple[InnovationShown, ...]


def diagnosis_page(diagnosis: Diagnosis, language: Language) -> DiagnosisPage:
    """A sheet as it was kept, and which of its rows are agreed on; one query."""
    zone = ZoneInfo(diagnosis.clinic.region.time_zone)
    agreed = _agreed(diagnosis)
    sheet = sheet_of(diagnosis.content)
    return DiagnosisPage(
        id=diagnosis.pk,
        made=moment(diagnosis.made_at, zone, language, who=diagnosis.made_by),
        sheet=sheet,
        innovations=tuple(
            _shown(number, each, agreed, language)
            for number, each in enumerate(sheet.innovations, start=1)
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """One innovation of a sheet as it is now, with what was agreed on it in the clinic.

    `total` is how many the sheet has; `seen` changes with whatever is shown.
    """

    shown: InnovationShown
    total: int
    points_then: str
    agreements: tuple[AgreementLine, ...]
    seen: str


def entry_on(diagnosis: Diagnosis, number: int) -> int | None:
    """The entry that stands at that place on the sheet; None past its end."""
    innovations = sheet_of(diagnosis.content).innovations
    return innovations[number - 1].entry if 0 < number <= len(innovations) else None


def seen_of(diagnosis: Diagnosis, entry_id: int) -> str:
    """The last line of the log about that entry or the clinic; one query."""
    subjects = (f"entry:{entry_id}", subject_of(diagnosis.clinic))
    last = Change.objects.filter(subject__in=subjects).aggregate(last=Max("pk"))["last"]
    return str(last or 0)


def projected(
    diagnosis: Diagnosis, entry: Entry, *, number: int, now: datetime, language: Language
) -> Projected:
    """An innovation of the sheet as it is now, beside how it was then."""
    seen = seen_of(diagnosis, entry.pk)
    kept = sheet_of(diagnosis.content).innovations
    then = kept[number - 1]
    was = {row.code: row.level for row in then.rows}
    agreed = Agreement.objects.filter(clinic=diagnosis.clinic_id, entry=entry).order_by("id")
    return Projected(
        shown=_shown(number, innovation_now(entry), _agreed(diagnosis), language, was=was),
        total=len(kept),
        points_then=then.points,
        agreements=agreement_lines(agreements_in_force(agreed), now=now, language=language),
        seen=seen,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSheets:
    """An invited unit and its newest sheet, if one was made."""

    unit: Unit
    newest: int | None
    made: str


def sheets_of(clinic: Clinic, units: Q, language: Language) -> tuple[UnitSheets, ...]:
    """The invited units that meet the condition, with their newest sheets; two queries."""
    zone = ZoneInfo(clinic.region.time_zone)
    rows = clinic.diagnoses.defer("content").order_by("made_at", "id")
    newest = {row.unit_id: row for row in rows}
    invited = Unit.objects.filter(units, pk__in=clinic.invited_units.values("unit"))
    return tuple(_newest(unit, newest.get(unit.pk), zone, language) for unit in invited)


def _newest(
    unit: Unit, diagnosis: Diagnosis | None, zone: ZoneInfo, language: Language
) -> UnitSheets:
    return UnitSheets(
        unit=unit,
        newest=diagnosis.pk if diagnosis else None,
        made=day_and_clock(diagnosis.made_at, zone, language) if diagnosis else "",
    )


def _agreed(diagnosis: Diagnosis) -> frozenset[tuple[int, str, str]]:
    in_force = Agreement.objects.filter(
        clinic=diagnosis.clinic_id, unit=diagnosis.unit_id, withdrawn_at=None
    )
    return frozenset(in_force.values_list("entry", "indicator", "kind"))


def _shown(
    number: int,
    sheet: InnovationSheet,
    agreed: frozenset[tuple[int, str, str]],
    language: Language,
    *,
    was: Mapping[str, int] = MappingProxyType({}),
) -> InnovationShown:
    rows = {
        row.code: replace(
            _row(sheet.entry, row, agreed, language),
            was=then if (then := was.get(row.code, row.level)) != row.level else None,
        )
        for row in sheet.rows
    }
    return InnovationShown(
        number=number,
        sheet=sheet,
        refused=tuple(rows[row.code] for row in sheet.refused),
        best=tuple(rows[row.code] for row in sheet.best_five),
        rows=tuple(rows.values()),
    )


def _row(
    entry: int, row: SheetRow, agreed: frozenset[tuple[int, str, str]], language: Language
) -> RowShown:
    return RowShown(
        row=row,
        adds=f"+{figure(Decimal(row.adds), language, decimals=_DIGITS)}" if row.adds else "",
        holds=figure(Decimal(row.holds), language, decimals=_DIGITS),
        next_level=row.level + 1,
        agreed=(entry, row.code, AgreementKind.RAISE.value) in agreed,
        proof_agreed=(entry, row.code, AgreementKind.PROVE.value) in agreed,
    )
