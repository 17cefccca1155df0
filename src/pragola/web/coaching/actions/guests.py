"""What the invited answer."""

from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault
from pragola.web.coaching.actions.clinics import ClinicError, locked_clinic
from pragola.web.coaching.models import Answer, ClinicState, Guest
from pragola.web.shared.audit import Author, record


@transaction.atomic
def answer_invitation(guest: Guest, answer: Answer, *, by: Author, at: datetime) -> None:
    """Comes or does not. Whoever came first keeps the seat; an invitation that is not kept yet is.

    Raises ClinicError where all seats are taken, or the clinic has been held or is cancelled.
    """
    clinic = locked_clinic(guest.clinic_id)
    if clinic.state == ClinicState.CANCELLED:
        raise ClinicError(Fault(code="clinic_is_cancelled"))
    if clinic.state != ClinicState.INVITED:
        raise ClinicError(Fault(code="clinic_is_over"))
    told = {"unit_id": guest.unit_id, "invited_at": at}
    row, _ = clinic.guests.get_or_create(person=guest.person, defaults=told)
    others = clinic.guests.filter(answer=Answer.COMES).exclude(pk=row.pk).count()
    if answer is Answer.COMES and others >= clinic.seats:
        raise ClinicError(Fault(code="clinic_is_full", expected=str(clinic.seats)))
    if row.answer == answer:
        return
    old, row.answer, row.answered_at = row.answer, answer, at
    row.save(update_fields=["answer", "answered_at"])
    record("clinic_answered", clinic, part=str(row.person_id), by=by, at=at, old=old, new=answer)
