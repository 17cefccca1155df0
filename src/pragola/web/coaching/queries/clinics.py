"""Clinics as lists and their own page show them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from pragola.web.coaching.models import Answer, Clinic, ClinicState, Guest, Material
from pragola.web.coaching.opened import OpenedClinic
from pragola.web.coaching.queries.invitations import (
    invitation_of,
    newcomers_of,
    people_of_units,
    whatsapp_link,
    whatsapp_text,
    when_of,
    where_of,
)
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Unit, UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicLine:
    """A clinic in a list; `coming` of its `seats` are taken."""

    id: int
    title: str
    state: ClinicState
    when: str
    where: str
    starts_at: datetime
    units: int
    coming: int
    seats: int

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(self.state.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestLine:
    """An invited person with their answer."""

    person: int
    name: str
    answer: Answer

    @property
    def answer_name(self) -> str:
        """The answer in words."""
        return str(self.answer.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """An invited unit with its people; `is_empty`: it has nobody who could be invited.

    `newcomers` came into it after the invitations went out, and were not invited.
    """

    id: int
    name: str
    is_empty: bool
    guests: tuple[GuestLine, ...]
    newcomers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicPage:
    """A clinic as its page shows it. `own` is the reader's own invitation."""

    line: ClinicLine
    purpose: str
    agenda: str
    link: str
    units: tuple[UnitLine, ...]
    material: tuple[Material, ...]
    own: Guest | None
    text: str
    whatsapp: str

    @property
    def newcomers(self) -> int:
        """How many of its units' people were not invited."""
        return sum(len(unit.newcomers) for unit in self.units)


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """Units of one kind, to choose from."""

    kind: str
    units: tuple[Unit, ...]


def clinic_lines(clinics: QuerySet[Clinic]) -> tuple[ClinicLine, ...]:
    """Clinics as lines, the latest first; one query."""
    return tuple(_line(clinic) for clinic in _counted(clinics))


def clinic_page(opened: OpenedClinic) -> ClinicPage:
    """A clinic with those invited, its material and the invitation's text; seven queries."""
    clinic = opened.clinic
    guests = list(clinic.guests.select_related("person"))
    text = whatsapp_text(clinic)
    return ClinicPage(
        line=_line(_counted(Clinic.objects.filter(pk=clinic.pk).select_related("region")).get()),
        purpose=clinic.purpose,
        agenda=clinic.agenda,
        link=clinic.link,
        units=tuple(_units(opened, guests)),
        material=tuple(clinic.material.filter(removed_at=None).select_related("file")),
        own=invitation_of(clinic, opened.standing.person),
        text=text,
        whatsapp=whatsapp_link(text),
    )


def planned_clinics(assessment: Assessment, *, now: datetime) -> QuerySet[Clinic]:
    """Clinics of an assessment that are still to be held and not over, the next one first."""
    planned = Clinic.objects.filter(
        assessment=assessment,
        state__in=(ClinicState.DRAFT, ClinicState.INVITED),
        ends_at__gt=now,
    )
    return planned.select_related("region").order_by("starts_at", "id")


def units_to_invite(opened: OpenedClinic) -> tuple[UnitGroup, ...]:
    """Open units within reach that are not invited yet, by kind; one query."""
    free = Unit.objects.filter(opened.reach, closed_on=None).exclude(
        pk__in=opened.clinic.invited_units.values("unit")
    )
    units = list(free)
    groups = (
        UnitGroup(str(kind.label), tuple(each for each in units if each.kind == kind))
        for kind in UnitKind
    )
    return tuple(group for group in groups if group.units)


def _counted(clinics: QuerySet[Clinic]) -> QuerySet[Clinic]:
    return clinics.annotate(
        units=Count("invited_units", distinct=True),
        coming=Count("guests", Q(guests__answer=Answer.COMES), distinct=True),
    )


def _line(clinic: Clinic) -> ClinicLine:
    return ClinicLine(
        id=clinic.pk,
        title=clinic.title,
        state=ClinicState(clinic.state),
        when=when_of(clinic),
        where=where_of(clinic),
        starts_at=clinic.starts_at,
        units=clinic.units,  # type: ignore[attr-defined]
        coming=clinic.coming,  # type: ignore[attr-defined]
        seats=clinic.seats,
    )


def _units(opened: OpenedClinic, guests: Iterable[Guest]) -> list[UnitLine]:
    """All invited units for who leads it; for the others their own answers only."""
    known = list(guests)
    if not opened.leads:
        known = [each for each in known if each.person == opened.standing.person]
    rows = opened.clinic.invited_units.select_related("unit")
    people = list(people_of_units(row.unit_id for row in rows)) if opened.leads else []
    peopled = {unit for _person, unit in people}
    newcomers = defaultdict[int, list[str]](list)
    if opened.clinic.state == ClinicState.INVITED:
        for person, unit in newcomers_of(people, (each.person_id for each in known)):
            newcomers[unit].append(person.name)
    return [
        UnitLine(
            id=row.unit_id,
            name=row.unit.name,
            is_empty=opened.leads and row.unit_id not in peopled,
            guests=tuple(
                GuestLine(person=each.person_id, name=each.person.name, answer=Answer(each.answer))
                for each in known
                if each.unit_id == row.unit_id
            ),
            newcomers=tuple(newcomers[row.unit_id]),
        )
        for row in rows
    ]
