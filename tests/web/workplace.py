"""Makes what a test needs of a government at work: units, people in posts, entries."""

from datetime import UTC, datetime
from itertools import count

from django.test import Client

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import (
    Assessment,
    Claim,
    Entry,
    EntryState,
    Innovation,
    Judged,
)
from pragola.web.regions.models import Appointment, Person, Region, Role, Unit, UnitKind

MOMENT = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)
"""Ten in the morning in Pati."""

_numbers = count(1)


def a_region(code: str = "33.18", name: str = "Kabupaten Pati") -> Region:
    """A government, made once."""
    return Region.objects.get_or_create(code=code, defaults={"name": name})[0]


def a_unit(
    name: str = "UPTD Puskesmas Contoh",
    *,
    kind: UnitKind = UnitKind.PUSKESMAS,
    parent: Unit | None = None,
    region: Region | None = None,
) -> Unit:
    """A unit, under its parent where there is one."""
    unit = Unit.objects.create(
        region=region or (parent.region if parent else a_region()),
        code=f"unit-{next(_numbers)}",
        name=name,
        kind=kind,
        parent=parent,
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save()
    return unit


def a_person(name: str = "Operator Contoh") -> Person:
    """Somebody without any post and without a password."""
    person = Person(email=f"orang-{next(_numbers)}@contoh.go.id", name=name)
    person.set_unusable_password()
    person.save()
    return person


def appointed(
    role: Role, place: Unit | Region | None = None, *, person: Person | None = None
) -> Person:
    """Somebody in a post: in a unit, in a region, or at the ministry."""
    unit = place if isinstance(place, Unit) else None
    region = place if isinstance(place, Region) else (unit.region if unit else None)
    holder = person or a_person(f"{role.label} Contoh")
    Appointment.objects.create(person=holder, role=role, region=region, unit=unit, since=MOMENT)
    return holder


def an_assessment(edition: str = "2026", *, region: Region | None = None) -> Assessment:
    """A government's assessment, made once."""
    made, _ = Assessment.objects.get_or_create(
        region=region or a_region(),
        edition=edition,
        defaults={"edition_hash": load_edition(edition).hash, "opened_at": MOMENT},
    )
    return made


def an_entry(
    unit: Unit | None = None,
    *,
    title: str = "Inovasi Contoh",
    state: EntryState = EntryState.DRAFT,
    edition: str = "2026",
) -> Entry:
    """An innovation of a unit in an assessment, in some state, with nothing filled in."""
    unit = unit or a_unit()
    innovation = Innovation.objects.create(
        region=unit.region, unit=unit, title=title, begun_at=MOMENT
    )
    return Entry.objects.create(
        innovation=innovation,
        assessment=an_assessment(edition, region=unit.region),
        state=state,
        submitted_once=state is not EntryState.DRAFT,
        begun_at=MOMENT,
        touched_at=MOMENT,
    )


def a_returned_claim(entry: Entry, indicator: str) -> Claim:
    """A claim that a verdict has returned, as far as its entry can tell."""
    return Claim.objects.create(
        entry=entry,
        indicator=indicator,
        level=1,
        judged=Judged.RETURNED,
        accepted_level=0,
        saved_at=MOMENT,
    )


def signed_in(person: Person) -> Client:
    """A browser in which that person has signed in."""
    client = Client()
    client.force_login(person)
    return client
