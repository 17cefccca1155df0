"""What a clinic agrees on; it is done by what happens to the claim, never by a tick."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault
from pragola.scoring.measure import round_half_up
from pragola.scoring.results import RowScore
from pragola.web.coaching.actions.clinics import ClinicError, changeable_clinic
from pragola.web.coaching.models import Agreement, AgreementKind, Clinic, Diagnosis
from pragola.web.coaching.queries.diagnosing import WORTH_DECIMALS
from pragola.web.innovations.actions.claims import indicator_of
from pragola.web.innovations.models import Entry
from pragola.web.innovations.queries.scores import EntryScore, entry_score
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Author, record

TIME_TO_ACT = timedelta(days=14)
"""So long after the clinic an agreement is due, unless another day is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to change about one claim."""

    entry: Entry
    indicator: str
    kind: AgreementKind
    to_level: int | None = None


@transaction.atomic
def agree(
    clinic_id: int, wanted: Wanted, *, diagnosis: Diagnosis | None, by: Author, at: datetime
) -> Agreement:
    """The agreement on one claim, worded and worth what the engine says now; made once.

    Without a level it is the next one. Raises ClinicError where the clinic is closed or the claim
    has reached that level, IndicatorUnknownError.
    """
    clinic = changeable_clinic(clinic_id)
    known = clinic.agreements.filter(
        entry=wanted.entry, indicator=wanted.indicator, kind=wanted.kind, withdrawn_at=None
    ).first()
    if known:
        return known
    indicator_of(load_edition(wanted.entry.assessment.edition), wanted.indicator)
    score = entry_score(wanted.entry, wanted.entry.claims.all())
    made = _agreement(clinic, wanted, score)
    made.diagnosis, made.due_on = diagnosis, _due(clinic, at)
    made.made_by_id, made.made_at = by.person.pk if by.person else None, at
    made.save()
    record("agreed", clinic, part=f"agreement:{made.pk}", by=by, at=at, new=_told(made))
    return made


@transaction.atomic
def describe_agreement(
    agreement: Agreement, *, text: str, role: Role, due_on: date, by: Author, at: datetime
) -> None:
    """Other words, another role or day. Raises ClinicError where the clinic is closed."""
    clinic = changeable_clinic(agreement.clinic_id)
    old = _told(agreement)
    agreement.text, agreement.role, agreement.due_on = text, role, due_on
    if old == _told(agreement):
        return
    agreement.save(update_fields=["text", "role", "due_on"])
    part = f"agreement:{agreement.pk}"
    record("agreement_described", clinic, part=part, by=by, at=at, old=old, new=_told(agreement))


@transaction.atomic
def withdraw_agreement(agreement: Agreement, *, by: Author, at: datetime) -> None:
    """Not agreed after all. Raises ClinicError where the clinic is closed."""
    clinic = changeable_clinic(agreement.clinic_id)
    rows = Agreement.objects.filter(pk=agreement.pk, withdrawn_at=None)
    if rows.update(withdrawn_at=at):
        part = f"agreement:{agreement.pk}"
        record("agreement_withdrawn", clinic, part=part, by=by, at=at, old=_told(agreement))


def _agreement(clinic: Clinic, wanted: Wanted, score: EntryScore) -> Agreement:
    edition = load_edition(wanted.entry.assessment.edition)
    row = score.rows[wanted.indicator]
    target = _level_wanted(row, wanted)
    steps = target - row.level if wanted.kind is AgreementKind.RAISE else row.level
    worth = score.level_worth(edition, wanted.indicator) * steps
    return Agreement(
        clinic=clinic,
        unit=wanted.entry.innovation.unit,
        entry=wanted.entry,
        indicator=wanted.indicator,
        kind=wanted.kind,
        from_level=row.level,
        to_level=target,
        text=_worded(row, target, wanted.kind),
        worth=round_half_up(worth, WORTH_DECIMALS),
    )


def _level_wanted(row: RowScore, wanted: Wanted) -> int:
    if wanted.kind is AgreementKind.PROVE:
        return row.level
    highest = row.indicator.highest_level
    target = row.level + 1 if wanted.to_level is None else wanted.to_level
    if not row.level < target <= highest:
        fault = Fault(code="agreement_reached", found=wanted.indicator, expected=str(row.level))
        raise ClinicError(fault)
    return target


def _worded(row: RowScore, target: int, kind: AgreementKind) -> str:
    told = {
        "name": row.indicator.name,
        "code": row.indicator.code,
        "level": target,
        "criterion": row.indicator.criterion(target),
    }
    with override(settings.LANGUAGE_CODE):
        if kind is AgreementKind.PROVE:
            return _("Pasang bukti %(name)s (%(code)s) untuk level %(level)s: %(criterion)s") % told
        return _("Naikkan %(name)s (%(code)s) ke level %(level)s: %(criterion)s") % told


def _due(clinic: Clinic, at: datetime) -> date:
    zone = ZoneInfo(clinic.region.time_zone)
    return max(at, clinic.starts_at).astimezone(zone).date() + TIME_TO_ACT


def _told(agreement: Agreement) -> dict[str, str]:
    return {
        "text": agreement.text,
        "role": agreement.role,
        "due_on": agreement.due_on.isoformat(),
        "unit": agreement.unit.name,
        "worth": str(agreement.worth),
    }
