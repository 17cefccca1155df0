"""A clinic of three units that has been held, with agreements; all of it invented and says so."""

from datetime import datetime, timedelta

from django.db import transaction

from pragola.scoring.answers import Claim as Claimed
from pragola.web.coaching.actions.agreements import Wanted, agree
from pragola.web.coaching.actions.attendance import Present, mark_present, write_minutes
from pragola.web.coaching.actions.clinics import (
    ClinicPlan,
    invite_units,
    move_clinic,
    prepare_clinic,
)
from pragola.web.coaching.actions.diagnoses import diagnose
from pragola.web.coaching.models import Agreement, AgreementKind, Clinic, ClinicMove, How
from pragola.web.coaching.sheets import sheet_of
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import OPEN_TO_OPERATORS, Assessment, Entry
from pragola.web.regions.models import Region, Unit
from pragola.web.shared.audit import SYSTEM

_UNITS = ("pkm-juwana", "pkm-pati-1", "dinkes")
_AGO, _BEFORE, _LENGTH = timedelta(days=12), timedelta(days=7), timedelta(hours=3)
_SEATS, _EACH = 60, 2
_NINE = 2
"""Nine in the morning in Pati is two o'clock UTC."""
_MINUTES = (
    "Contoh rekaan: peserta membaca lembar diagnosis unitnya.",
    "Contoh rekaan: rancangan keputusan diserahkan ke Bagian Hukum.",
)


@transaction.atomic
def load_clinic(region: Region, *, at: datetime) -> None:
    """The clinic, once there are people to invite; what is there already is left as it is."""
    if region.clinics.exists():
        return
    assessment = Assessment.objects.filter(region=region).select_related("region")[0]
    units = list(Unit.objects.filter(region=region, code__in=_UNITS))
    held_at = (at - _AGO).replace(hour=_NINE, minute=0, second=0, microsecond=0)
    clinic = prepare_clinic(assessment, _plan(held_at), by=SYSTEM, at=held_at - _BEFORE)
    invite_units(clinic.pk, units, by=SYSTEM, at=held_at - _BEFORE)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=held_at - _BEFORE)
    _attend(clinic, at=held_at)
    open_ones = set(
        Entry.objects.filter(
            assessment=assessment, innovation__unit__in=units, state__in=OPEN_TO_OPERATORS
        ).values_list("pk", flat=True)
    )
    for sheet in diagnose(clinic.pk, units, by=SYSTEM, at=held_at):
        told = sheet_of(sheet.content).innovations
        rising = [each for each in told if each.best]
        for innovation in sorted(rising, key=lambda each: each.entry not in open_ones)[:1]:
            entry = Entry.objects.select_related("innovation__unit", "assessment__region")
            for row in innovation.best[:_EACH]:
                wanted = Wanted(
                    entry=entry.get(pk=innovation.entry),
                    indicator=row.code,
                    kind=AgreementKind.RAISE,
                )
                agree(clinic.pk, wanted, diagnosis=sheet, by=SYSTEM, at=held_at)
    write_minutes(clinic.pk, "\n".join(_MINUTES), by=SYSTEM, at=held_at + _LENGTH)
    move_clinic(clinic.pk, ClinicMove.HOLD, by=SYSTEM, at=held_at + _LENGTH)
    _keep_one(clinic, at=at - _AGO / 2)


def _plan(held_at: datetime) -> ClinicPlan:
    return ClinicPlan(
        title="Klinik Pendampingan Inovasi (rekaan)",
        purpose="Contoh rekaan: membaca lembar diagnosis dan menyepakati langkah berikutnya.",
        starts_at=held_at,
        ends_at=held_at + _LENGTH,
        place="Pendopo Pragolo (contoh)",
        link="",
        agenda="09.00 Membaca lembar diagnosis\n10.00 Kesepakatan setiap unit",
        seats=_SEATS,
    )


def _attend(clinic: Clinic, *, at: datetime) -> None:
    for guest in clinic.guests.select_related("person", "unit"):
        present = Present(person=guest.person, name=guest.person.name, unit=guest.unit, at=at)
        mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=at)


def _keep_one(clinic: Clinic, *, at: datetime) -> None:
    """The first agreement on an entry that is open is kept: its claim is raised."""
    agreed = Agreement.objects.filter(clinic=clinic, entry__state__in=OPEN_TO_OPERATORS).first()
    if agreed is None or agreed.entry is None:
        return
    row = agreed.entry.claims.filter(indicator=agreed.indicator).first()
    save_claim(
        agreed.entry.pk,
        agreed.indicator,
        claim=Claimed(level=agreed.to_level, base=(row.base or None) if row else None),
        note="",
        revision=row.revision if row else 0,
        by=SYSTEM,
        at=at,
    )
