"""Preparing, inviting to and holding a clinic."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.coaching.calendar_file import calendar_of
from pragola.web.coaching.models import (
    CLINIC_WAYS,
    Answer,
    Clinic,
    ClinicMove,
    ClinicState,
    ClinicUnit,
    Guest,
)
from pragola.web.coaching.queries.invitations import (
    News,
    mail_about,
    newcomers_of,
    page_of,
    people_of_units,
    when_of,
)
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Author, Jsonable, record
from pragola.web.shared.mails import Letter, queue_mail
from pragola.web.shared.texts import in_sentence

_TOLD: Mapping[ClinicMove, News] = {
    ClinicMove.CANCEL: News.CANCELLED,
    ClinicMove.RESTORE: News.RESTORED,
}
"""Moves that all who were invited are told of."""


_UNCHANGEABLE: Mapping[ClinicState, str] = {
    ClinicState.CLOSED: "clinic_is_closed",
    ClinicState.CANCELLED: "clinic_is_cancelled",
    ClinicState.DISCARDED: "clinic_is_discarded",
}
"""What is said where a clinic is not changed any more."""


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
def prepare_clinic(
    assessment: Assessment, plan: ClinicPlan, *, key: str = "", by: Author, at: datetime
) -> Clinic:
    """A new clinic, which only its leaders know of; a form, told by `key`, makes one at most."""
    Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    made_by = by.person.pk if by.person else None
    known = Clinic.objects.filter(made_by=made_by, key=key).first() if key else None
    if known:
        return known
    clinic = Clinic.objects.create(
        region=assessment.region,
        assessment=assessment,
        made_by_id=made_by,
        made_at=at,
        key=key,
        **asdict(plan),
    )
    record("clinic_prepared", clinic, by=by, at=at, new=_told(clinic))
    return clinic


def plan_of(clinic: Clinic) -> ClinicPlan:
    """What is said of a clinic now."""
    return ClinicPlan(**{each.name: getattr(clinic, each.name) for each in fields(ClinicPlan)})


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
        tell_guests(clinic, News.CHANGED, at=at)
    return clinic


@transaction.atomic
def postpone_clinic(
    clinic_id: int, *, starts_at: datetime, ends_at: datetime, reason: str, by: Author, at: datetime
) -> Clinic:
    """Another time for a clinic to which people are invited; all are told why and asked anew.

    Raises ClinicError where it is in another state.
    """
    clinic = locked_clinic(clinic_id)
    if clinic.state != ClinicState.INVITED:
        raise ClinicError(_impossible(clinic))
    old = _when_and_where(clinic)
    clinic.starts_at, clinic.ends_at = starts_at, ends_at
    if old == _when_and_where(clinic):
        return clinic
    clinic.sequence += 1
    clinic.save(update_fields=["starts_at", "ends_at", "sequence"])
    clinic.guests.update(answer=Answer.NONE, answered_at=None)
    new = _when_and_where(clinic) | {"reason": reason}
    record("clinic_postponed", clinic, by=by, at=at, old=old, new=new)
    tell_guests(clinic, News.POSTPONED, reason=reason, at=at)
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
def invite_newcomers(clinic_id: int, *, by: Author, at: datetime) -> int:
    """Invite who became operator or head of its units since the invitations; how many there are.

    Raises ClinicError where invitations are not out yet, or the clinic has been held.
    """
    clinic = locked_clinic(clinic_id)
    if clinic.state != ClinicState.INVITED:
        raise ClinicError(_impossible(clinic))
    new = _invite_people(clinic, at=at)
    if new:
        names = [guest.person.name for guest in new]
        record("clinic_people_added", clinic, by=by, at=at, new=names)
    return len(new)


@transaction.atomic
def take_unit_off(clinic_id: int, unit: Unit, *, by: Author, at: datetime) -> None:
    """Not that unit, while nobody has been invited yet. Raises ClinicError afterwards."""
    clinic = changeable_clinic(clinic_id)
    if clinic.state != ClinicState.DRAFT:
        raise ClinicError(_impossible(clinic))
    if clinic.invited_units.filter(unit=unit).delete()[0]:
        record("clinic_unit_removed", clinic, by=by, at=at, old=unit.name)


@transaction.atomic
def move_clinic(
    clinic_id: int, move: ClinicMove, *, reason: str = "", by: Author, at: datetime
) -> Clinic:
    """Make a move of the table; the same one twice is made once. `reason` is why it is cancelled.

    Raises ClinicError where it is not possible now, nobody would be invited, the reason lacks, or
    what is discarded has agreements.
    """
    way = CLINIC_WAYS[move]
    clinic = locked_clinic(clinic_id)
    if clinic.state == way.target:
        return clinic
    if clinic.state != way.source:
        raise ClinicError(_impossible(clinic))
    if move is ClinicMove.CANCEL and not reason:
        raise ClinicError(Fault(code="clinic_cancelled_without_reason"))
    _must_fit(clinic, move, at=at)
    clinic.state, clinic.cancel_reason = way.target, reason if move is ClinicMove.CANCEL else ""
    news = _TOLD.get(move)
    clinic.sequence += news is not None
    clinic.save(update_fields=["state", "cancel_reason", "sequence"])
    new: Jsonable = {"state": way.target, "reason": reason} if reason else way.target
    record("clinic_moved", clinic, part=move, by=by, at=at, old=way.source, new=new)
    if news:
        tell_guests(clinic, news, reason=reason, at=at)
    return clinic


def locked_clinic(clinic_id: int) -> Clinic:
    """The clinic, until the transaction ends nobody else's."""
    rows = Clinic.objects.select_for_update(of=("self",))
    return rows.select_related("region", "assessment").get(pk=clinic_id)


def changeable_clinic(clinic_id: int) -> Clinic:
    """The clinic, locked. Raises ClinicError where it is closed."""
    clinic = locked_clinic(clinic_id)
    if clinic.state in _UNCHANGEABLE:
        raise ClinicError(Fault(code=_UNCHANGEABLE[ClinicState(clinic.state)]))
    return clinic


def tell_guests(
    clinic: Clinic,
    news: News,
    *,
    guests: Iterable[Guest] | None = None,
    reason: str = "",
    at: datetime,
) -> None:
    """Mail these guests, or all of them, with the calendar file as it is now."""
    calendar = calendar_of(clinic, page=page_of(clinic), at=at)
    for guest in clinic.guests.select_related("person") if guests is None else guests:
        subject, text = mail_about(clinic, guest.person, news, reason)
        letter = Letter(
            about=f"clinic:{clinic.pk}:{guest.person_id}:{clinic.sequence}",
            region=clinic.region_id,
            address=guest.person.email,
            subject=subject,
            text=text,
            calendar=calendar,
        )
        queue_mail(letter, at=at)


def _invite_people(clinic: Clinic, *, at: datetime) -> list[Guest]:
    """Invite whoever is operator or head in its units now; those who were not invited yet."""
    known = clinic.guests.values_list("person", flat=True)
    units = clinic.invited_units.values_list("unit", flat=True)
    new = [
        Guest(clinic=clinic, person=person, unit_id=unit, invited_at=at)
        for person, unit in newcomers_of(people_of_units(units), known)
    ]
    Guest.objects.bulk_create(new)
    tell_guests(clinic, News.INVITED, guests=new, at=at)
    return new


def _must_fit(clinic: Clinic, move: ClinicMove, *, at: datetime) -> None:
    """What a move asks for beside the state of the clinic; who is invited is invited here."""
    if move is ClinicMove.HOLD and not clinic.has_come(at):
        raise ClinicError(Fault(code="clinic_not_yet", found=when_of(clinic)))
    if move is ClinicMove.INVITE and not _invite_people(clinic, at=at):
        raise ClinicError(Fault(code="clinic_without_guests"))
    if move is ClinicMove.DISCARD and (
        agreed := clinic.agreements.filter(withdrawn_at=None).count()
    ):
        raise ClinicError(Fault(code="clinic_has_agreements", found=str(agreed)))


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
        "starts_at": clinic.starts_at.astimezone(UTC).isoformat(),
        "ends_at": clinic.ends_at.astimezone(UTC).isoformat(),
        "place": clinic.place,
        "link": clinic.link,
    }


def _impossible(clinic: Clinic) -> Fault:
    return Fault(code="clinic_move_impossible", found=in_sentence(ClinicState(clinic.state).label))
