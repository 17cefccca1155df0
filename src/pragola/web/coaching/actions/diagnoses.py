"""Diagnosis sheets are made, and kept as they were; the letterhead they stand under."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from pragola.web.coaching.actions.clinics import changeable_clinic
from pragola.web.coaching.models import Diagnosis, Letterhead
from pragola.web.coaching.queries.diagnosing import region_standing, unit_sheet
from pragola.web.regions.models import Region, Unit
from pragola.web.shared.audit import Author, record


@transaction.atomic
def diagnose(clinic_id: int, units: Iterable[Unit], *, by: Author, at: datetime) -> list[Diagnosis]:
    """A sheet of each of these units, as it is now. Raises ClinicError for a closed clinic."""
    clinic = changeable_clinic(clinic_id)
    standing = region_standing(clinic.assessment)
    made = [
        Diagnosis.objects.create(
            clinic=clinic,
            unit=unit,
            edition=standing.edition.code,
            edition_hash=standing.edition.hash,
            content=asdict(unit_sheet(unit, standing)),
            made_by_id=by.person.pk if by.person else None,
            made_at=at,
        )
        for unit in units
    ]
    names = [each.unit.name for each in made]
    record("diagnosed", clinic, by=by, at=at, new=names)
    return made


@transaction.atomic
def set_letterhead(
    region: Region, *, office: str, address: str, contact: str, by: Author, at: datetime
) -> Letterhead:
    """What stands above papers of that government from now on."""
    old = Letterhead.objects.filter(region=region).first()
    before = _told(old) if old else None
    told = {"office": office, "address": address, "contact": contact}
    if before == told and old:
        return old
    made, _ = Letterhead.objects.update_or_create(region=region, defaults=told)
    record("letterhead_set", made, by=by, at=at, old=before, new=told)
    return made


def _told(letterhead: Letterhead) -> dict[str, str]:
    return {
        "office": letterhead.office,
        "address": letterhead.address,
        "contact": letterhead.contact,
    }
