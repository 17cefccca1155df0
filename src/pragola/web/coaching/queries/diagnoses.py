"""Diagnosis sheets as pages show them, beside what has been agreed since."""

from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Q

from pragola.web.coaching.models import Agreement, AgreementKind, Clinic, Diagnosis
from pragola.web.coaching.sheets import InnovationSheet, SheetRow, UnitSheet, sheet_of
from pragola.web.regions.models import Unit
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import day_and_clock, moment
from pragola.wording import Language

_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """An indicator on the sheet; `agreed` tells whether it is agreed on already."""

    row: SheetRow
    adds: str
    holds: str
    next_level: int
    agreed: bool
    proof_agreed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationShown:
    """An innovation on the sheet: its best steps, and all rows in the edition's order."""

    number: int
    sheet: InnovationSheet
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
    agreed = frozenset(
        Agreement.objects.filter(
            clinic=diagnosis.clinic_id, unit=diagnosis.unit_id, withdrawn_at=None
        ).values_list("entry", "indicator", "kind")
    )
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


def _shown(
    number: int,
    sheet: InnovationSheet,
    agreed: frozenset[tuple[int, str, str]],
    language: Language,
) -> InnovationShown:
    rows = {row.code: _row(sheet.entry, row, agreed, language) for row in sheet.rows}
    return InnovationShown(
        number=number,
        sheet=sheet,
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
