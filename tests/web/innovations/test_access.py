"""Who sees and changes which entry, told with Alice, Bob and Charlie of three units."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import RequestFactory

from pragola.web.innovations.access import entries_readable, entry_to_change, entry_to_read
from pragola.web.innovations.models import WAYS, EntryState, Move
from pragola.web.regions.models import Person, Role
from pragola.web.regions.standing import standing_of_person
from tests.web.workplace import a_region, a_unit, an_entry, appointed

pytestmark = pytest.mark.django_db


def outcome(person: Person, entry_id: int, door: str) -> str:
    """What a door says to somebody: open, 403 or 404."""
    request = RequestFactory().get("/")
    request.user = person
    try:
        (entry_to_read if door == "read" else entry_to_change)(request, entry_id)
    except Http404:
        return "404"
    except PermissionDenied:
        return "403"
    return "open"


def test_each_role_finds_the_doors_that_are_its_own() -> None:
    """The table of reading and changing one entry of a puskesmas under the health agency."""
    agency = a_unit("Dinas Kesehatan")
    unit = a_unit(parent=agency)
    entry = an_entry(unit)
    people = {
        "operator here": appointed(Role.OPERATOR, unit),
        "operator above": appointed(Role.OPERATOR, agency),
        "operator elsewhere": appointed(Role.OPERATOR, a_unit("UPTD Puskesmas Lain")),
        "head here": appointed(Role.HEAD, unit),
        "head above": appointed(Role.HEAD, agency),
        "coach": appointed(Role.COACH, unit),
        "verifier": appointed(Role.VERIFIER, a_region()),
        "coordinator": appointed(Role.COORDINATOR, a_region()),
        "leader": appointed(Role.LEADER, a_region()),
        "coordinator elsewhere": appointed(Role.COORDINATOR, a_region("33.19", "Kudus")),
        "national": appointed(Role.NATIONAL),
    }
    found = {
        name: (outcome(person, entry.pk, "read"), outcome(person, entry.pk, "change"))
        for name, person in people.items()
    }
    assert found == {
        "operator here": ("open", "open"),
        "operator above": ("404", "404"),
        "operator elsewhere": ("404", "404"),
        "head here": ("open", "403"),
        "head above": ("open", "403"),
        "coach": ("open", "403"),
        "verifier": ("open", "403"),
        "coordinator": ("open", "403"),
        "leader": ("open", "403"),
        "coordinator elsewhere": ("404", "404"),
        "national": ("404", "404"),
    }


def test_a_post_that_ended_opens_nothing() -> None:
    """Whoever left sees nothing from that moment."""
    unit = a_unit()
    entry = an_entry(unit)
    person = appointed(Role.OPERATOR, unit)
    person.appointments.update(ended_at=entry.begun_at)
    assert list(entries_readable(standing_of_person(person))) == []


def test_no_path_reaches_a_verifier_without_the_head() -> None:
    """Every way under review leads over approved, every way to approved over the head."""
    into = {
        state: {move for move, way in WAYS.items() if way.target is state} for state in EntryState
    }
    assert into[EntryState.APPROVED] == {Move.APPROVE}
    assert WAYS[Move.APPROVE].roles == {Role.HEAD}
    assert into[EntryState.UNDER_REVIEW] == {Move.BEGIN_REVIEW, Move.REVIEW_AGAIN}
    assert WAYS[Move.BEGIN_REVIEW].sources == {EntryState.APPROVED}
    assert WAYS[Move.REVIEW_AGAIN].sources == {EntryState.VERIFIED}
    assert into[EntryState.VERIFIED] == {Move.VERIFY, Move.OPEN_AGAIN}
