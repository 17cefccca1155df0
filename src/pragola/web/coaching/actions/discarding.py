"""Discarding a clinic that nobody has been told of."""

from datetime import datetime

from django.db import transaction

from pragola.web.coaching.actions.agreements import leave_with_units
from pragola.web.coaching.actions.clinics import locked_clinic, move_clinic
from pragola.web.coaching.models import Clinic, ClinicMove
from pragola.web.shared.audit import Author


@transaction.atomic
def discard_clinic(clinic_id: int, *, by: Author, at: datetime) -> Clinic:
    """It is shown no more; what a plan had put into it goes back to its units.

    Raises ClinicError where people are invited already, or where it agreed on something itself.
    """
    clinic = locked_clinic(clinic_id)
    if clinic.changeable:
        asked = clinic.agreements.filter(withdrawn_at=None, planned=True)
        leave_with_units(list(asked), by=by, at=at)
    return move_clinic(clinic_id, ClinicMove.DISCARD, by=by, at=at)
