"""Preparing, inviting to and holding a clinic."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.coaching.calendar_file import calendar_of
from pragola.web.coaching.models import (
    CLINIC_WAYS,
    Clinic,
    ClinicMove,
    ClinicState,
    ClinicUnit,
    Guest,
)
from pragola.web.coaching.queries.invitations import invitation_mail, page_of, people_of_units
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Author, Jsonable, record
from pragola.web.shared.mails import Letter, queue_mail


class ClinicError(PragolaError):
    """Something that cannot be done with a clinic now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicPlan:
    """What is said of a clinic before it is held."""

    title: str
    purpose: str
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    agenda: str
    seats: int


@transaction.atomic
def prepare_clinic(assessment: Assessment, plan: ClinicPlan, *, by: Author, at: datetime) -> Clinic:
    """A new clinic, which only its leaders know of."""
    clinic = Clinic.objects.create(
        region=assessment.region,
        assessment=assessment,
        made_by_id=by.person.pk if by.person else None,
        made_at=at,
        **asdict(plan),
    )
    record("clinic_prepared", clinic, by=by, at=at, new=_told(clinic))
    return clinic


@transaction.atomic
def describe_clinic(clinic_id: int, plan: ClinicPlan, *, by: Author, at: datetime) -> Clinic:
    """Other words, time or place; the invited are told of another time or place by mail.

    Raises ClinicError where it is closed.
    """
    clinic = changeable_clinic(clinic_id)
    old, when = _told(clinic), _when_and_where(clinic)
    for name, value in asdict(plan).items():
        setattr(clinic, name, value)
    if old == _told(clinic):
        return clinic
    moved = clinic.state == ClinicState.INVITED and when != _when_and_where(clinic)
    clinic.sequence += moved
    clinic.save()
    record("clinic_described", clinic, by=by, at=at, old=old, new=_told(clinic))
    if moved:
        _mail_to(clinic, clinic.guests.select_related("person"), at=at)
    return clinic


@transaction.atomic
def invite_units(clinic_id: int, units: Iterable[Unit], *, by: Author, at: datetime) -> None:
    """These units too, with the operators and heads they have; after the invitations went out
    they are mailed at once. Raises ClinicError where the clinic is closed.
    """
    clinic = changeable_clinic(clinic_id)
    known = set(clinic.invited_units.values_list("unit", flat=True))
    new = [unit for unit in units if unit.pk not in known]
    if not new:
        return
    ClinicUnit.objects.bulk_create(ClinicUnit(clinic=clinic, unit=unit) for unit in new)
    record("clinic_units_added", clinic, by=by, at=at, new=[unit.name for unit in new])
    if clinic.state != ClinicState.DRAFT:
        _invite_people(clinic, at=at)


@transaction.atomic
def take_unit_off(clinic_id: int, unit: Unit, *, by: Author, at: datetime) -> None:
    """Not that unit, while nobody has been invited yet. Raises ClinicError afterwards."""
    clinic = changeable_clinic(clinic_id)
    if clinic.state != ClinicState.DRAFT:
        raise ClinicError(_impossible(clinic))
    if clinic.invited_units.filter(unit=unit).delete()[0]:
        record("clinic_unit_removed", clinic, by=by, at=at, old=unit.name)


@transaction.atomic
def move_clinic(clinic_id: int, move: ClinicMove, *, by: Author, at: datetime) -> Clinic:
    """Make a move of the table; the same one twice is made once.

    Raises ClinicError where it is not possible now, or nobody would be invited.
    """
    way = CLINIC_WAYS[move]
    clinic = locked_clinic(clinic_id)
    if clinic.state == way.target:
        return clinic
    if clinic.state != way.source:
        raise ClinicError(_impossible(clinic))
    if move is ClinicMove.INVITE and not _invite_people(clinic, at=at):
        raise ClinicError(Fault(code="clinic_without_guests"))
    clinic.state = way.target
    clinic.save(update_fields=["state"])
    record("clinic_moved", clinic, part=move, by=by, at=at, old=way.source, new=way.target)
    return clinic


def locked_clinic(clinic_id: int) -> Clinic:
    """The clinic, until the transaction ends nobody else's."""
    rows = Clinic.objects.select_for_update(of=("self",))
    return rows.select_related("region", "assessment").get(pk=clinic_id)


def changeable_clinic(clinic_id: int) -> Clinic:
    """The clinic, locked. Raises ClinicError where it is closed."""
    clinic = locked_clinic(clinic_id)
    if not clinic.changeable:
        raise ClinicError(Fault(code="clinic_is_closed"))
    return clinic


def _invite_people(clinic: Clinic, *, at: datetime) -> bool:
    """Invite whoever is operator or head in its units now; whether anybody is invited."""
    known = set(clinic.guests.values_list("person", flat=True))
    units = clinic.invited_units.values_list("unit", flat=True)
    new = {
        person: Guest(clinic=clinic, person=person, unit_id=unit, invited_at=at)
        for person, unit in people_of_units(units)
        if person.pk not in known
    }
    Guest.objects.bulk_create(new.values())
    _mail_to(clinic, new.values(), at=at)
    return bool(known or new)


def _mail_to(clinic: Clinic, guests: Iterable[Guest], *, at: datetime) -> None:
    calendar = calendar_of(clinic, page=page_of(clinic), at=at)
    for guest in guests:
        subject, text = invitation_mail(clinic, guest.person)
        letter = Letter(
            about=f"clinic:{clinic.pk}:{guest.person_id}:{clinic.sequence}",
            region=clinic.region_id,
            address=guest.person.email,
            subject=subject,
            text=text,
            calendar=calendar,
        )
        queue_mail(letter, at=at)


def _told(clinic: Clinic) -> dict[str, Jsonable]:
    return {
        "title": clinic.title,
        "purpose": clinic.purpose,
        "agenda": clinic.agenda,
        "seats": clinic.seats,
        **_when_and_where(clinic),
    }


def _when_and_where(clinic: Clinic) -> dict[str, Jsonable]:
    return {
        "starts_at": clinic.starts_at.isoformat(),
        "ends_at": clinic.ends_at.isoformat(),
        "place": clinic.place,
        "link": clinic.link,
    }


def _impossible(clinic: Clinic) -> Fault:
    return Fault(code="clinic_move_impossible", found=str(ClinicState(clinic.state).label))
