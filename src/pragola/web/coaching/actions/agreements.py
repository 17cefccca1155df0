"""What is agreed; it is done by what happens to the claim, never by a tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Indicator
from pragola.scoring.faults import Fault
from pragola.scoring.measure import round_half_up
from pragola.scoring.results import RowScore
from pragola.web.coaching.actions.clinics import ClinicError, changeable_clinic, invite_units
from pragola.web.coaching.models import Agreement, AgreementKind, Clinic, Diagnosis
from pragola.web.coaching.queries.diagnosing import WORTH_DECIMALS
from pragola.web.coaching.queries.followup import ENDED
from pragola.web.innovations.actions.claims import indicator_of
from pragola.web.innovations.models import Assessment, Entry, EntryState
from pragola.web.innovations.queries.scores import EntryScore, entry_score
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Author, record
from pragola.web.shared.texts import in_sentence

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

    Without a level it is the next one. Raises ClinicError where the clinic is closed, the claim has
    reached that level or its entry has ended, IndicatorUnknownError.
    """
    clinic = changeable_clinic(clinic_id)
    indicator_of(load_edition(wanted.entry.assessment.edition), wanted.indicator)
    known = clinic.agreements.filter(
        entry=wanted.entry, indicator=wanted.indicator, kind=wanted.kind, withdrawn_at=None
    ).first()
    if known:
        return known
    state = EntryState(wanted.entry.state)
    if state in ENDED:
        raise ClinicError(Fault(code="agreement_entry_ended", found=in_sentence(state.label)))
    score = entry_score(wanted.entry, wanted.entry.claims.all())
    made = _agreement(clinic, wanted, score)
    asked = _asked_by_plan(made)
    if asked:
        put_into_clinic(clinic_id, [asked], by=by, at=at)
        return asked
    made.diagnosis, made.due_on = diagnosis, _due(clinic, at)
    made.made_by_id, made.made_at = by.person.pk if by.person else None, at
    made.save()
    record_agreed(made, by=by, at=at)
    return made


@transaction.atomic
def put_into_clinic(
    clinic_id: int, agreements: Sequence[Agreement], *, by: Author, at: datetime
) -> int:
    """These are talked about in that clinic, to which their units are invited; how many went there.

    What the coordinator owns, and what that clinic agreed on itself, stays where it is. Raises
    ClinicError where a clinic is closed, the one that they leave included.
    """
    clinic = changeable_clinic(clinic_id)
    moving = [each for each in agreements if each.clinic_id != clinic_id and each.unit]
    moving = [each for each in moving if not _same_in(clinic, each)]
    for each in moving:
        old = place_of(each)
        each.clinic = clinic
        each.save(update_fields=["clinic"])
        part, new = f"agreement:{each.pk}", clinic.title
        record("agreement_into_clinic", old, part=part, by=by, at=at, old=str(old), new=new)
    units = {each.unit.pk: each.unit for each in moving if each.unit}
    invite_units(clinic_id, units.values(), by=by, at=at)
    return len(moving)


@transaction.atomic
def leave_with_units(agreements: Sequence[Agreement], *, by: Author, at: datetime) -> int:
    """These are no clinic's matter any more; how many were. Raises ClinicError where it is closed.

    Only for those that a plan asked for: others belong to their clinic.
    """
    leaving = [each for each in agreements if each.clinic_id and each.planned]
    for each in leaving:
        old = place_of(each)
        each.clinic = None
        each.save(update_fields=["clinic"])
        part = f"agreement:{each.pk}"
        record("agreement_out_of_clinic", old, part=part, by=by, at=at, old=str(old))
    return len(leaving)


@transaction.atomic
def describe_agreement(
    agreement: Agreement, *, text: str, role: Role, due_on: date, by: Author, at: datetime
) -> None:
    """Other words, another role or day. Raises ClinicError where the clinic is closed."""
    place = place_of(agreement)
    old = _told(agreement)
    agreement.text, agreement.role, agreement.due_on = text, role, due_on
    if old == _told(agreement):
        return
    agreement.save(update_fields=["text", "role", "due_on"])
    part = f"agreement:{agreement.pk}"
    record("agreement_described", place, part=part, by=by, at=at, old=old, new=_told(agreement))


@transaction.atomic
def withdraw_agreement(agreement: Agreement, *, by: Author, at: datetime, why: str = "") -> None:
    """Not agreed after all. Raises ClinicError where the clinic is closed."""
    place = place_of(agreement)
    rows = Agreement.objects.filter(pk=agreement.pk, withdrawn_at=None)
    if rows.update(withdrawn_at=at, withdrawn_why=why):
        part, old, new = f"agreement:{agreement.pk}", _told(agreement), why or None
        record("agreement_withdrawn", place, part=part, by=by, at=at, old=old, new=new)


def place_of(agreement: Agreement) -> Clinic | Assessment:
    """Where its changes are written: its clinic, locked, else its assessment.

    Raises ClinicError where the clinic is closed.
    """
    if agreement.clinic_id is None:
        return agreement.assessment
    return changeable_clinic(agreement.clinic_id)


def record_agreed(made: Agreement, *, by: Author, at: datetime) -> None:
    """The line of the log about a new agreement."""
    place = place_of(made)
    record("agreed", place, part=f"agreement:{made.pk}", by=by, at=at, new=_told(made))


def worded(indicator: Indicator, level: int, kind: AgreementKind = AgreementKind.RAISE) -> str:
    """What an agreement on a claim says, in the language of the site."""
    told = {
        "name": indicator.name,
        "code": indicator.code,
        "level": level,
        "criterion": indicator.criterion(level),
    }
    with override(settings.LANGUAGE_CODE):
        if kind is AgreementKind.PROVE:
            return _("Pasang bukti %(name)s (%(code)s) untuk level %(level)s: %(criterion)s") % told
        return _("Naikkan %(name)s (%(code)s) ke level %(level)s: %(criterion)s") % told


def _asked_by_plan(wanted: Agreement) -> Agreement | None:
    """What a plan asks of that claim already, at that level, while no clinic speaks of it."""
    return Agreement.objects.filter(
        clinic=None,
        entry=wanted.entry,
        indicator=wanted.indicator,
        kind=wanted.kind,
        to_level=wanted.to_level,
        withdrawn_at=None,
    ).first()


def _same_in(clinic: Clinic, agreement: Agreement) -> bool:
    return clinic.agreements.filter(
        entry=agreement.entry,
        indicator=agreement.indicator,
        collective=agreement.collective,
        kind=agreement.kind,
        to_level=agreement.to_level,
        withdrawn_at=None,
    ).exists()


def _agreement(clinic: Clinic, wanted: Wanted, score: EntryScore) -> Agreement:
    edition = load_edition(wanted.entry.assessment.edition)
    row = score.rows[wanted.indicator]
    target = _level_wanted(row, wanted)
    steps = target - row.level if wanted.kind is AgreementKind.RAISE else row.level
    worth = score.level_worth(edition, wanted.indicator) * steps
    return Agreement(
        assessment=wanted.entry.assessment,
        clinic=clinic,
        unit=wanted.entry.innovation.unit,
        entry=wanted.entry,
        indicator=wanted.indicator,
        kind=wanted.kind,
        from_level=row.level,
        to_level=target,
        text=worded(row.indicator, target, wanted.kind),
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


def _due(clinic: Clinic, at: datetime) -> date:
    zone = ZoneInfo(clinic.region.time_zone)
    return max(at, clinic.starts_at).astimezone(zone).date() + TIME_TO_ACT


def _told(agreement: Agreement) -> dict[str, str]:
    return {
        "text": agreement.text,
        "role": agreement.role,
        "due_on": agreement.due_on.isoformat(),
        "unit": agreement.unit.name if agreement.unit else "",
        "worth": str(agreement.worth),
    }
