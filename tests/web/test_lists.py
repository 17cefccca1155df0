"""No page asks the database more often because there is more to show."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from pragola.scoring.answers import Claim
from pragola.web.evidence.models import Evidence, EvidenceKind, Use
from pragola.web.innovations.actions.calendar import give_grace
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.models import Door, Entry, EntryState
from pragola.web.regions.actions.people import Wanted, invite
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import SYSTEM
from tests.web.coaching.world import add_to_coaching
from tests.web.test_permissions import NAMED, World, a_world, address
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed

pytestmark = pytest.mark.django_db

ASKING = ("operator", "head", "verifier", "coordinator", "leader")
_LONG = MOMENT.replace(year=2027)


def add_one_of_everything(world: World, number: int) -> None:
    """Another unit with people and entries; another claim, proof, invitation and change."""
    named = world.values["entry_id"]
    assert isinstance(named, int)
    entry = Entry.objects.select_related("innovation__unit", "assessment").get(pk=named)
    unit = entry.innovation.unit
    wanted = Wanted(
        email=f"baru{number}@contoh.go.id",
        name=f"Baru {number}",
        role=Role.OPERATOR,
        region=unit.region,
        unit=unit,
    )
    invite(wanted, by=SYSTEM, at=MOMENT)
    for place in (unit, a_unit(f"Unit {number}", parent=unit)):
        colleague = appointed(Role.OPERATOR, place)
        for state in (EntryState.DRAFT, EntryState.SUBMITTED, EntryState.APPROVED):
            an_entry(place, title=f"Inovasi {state} {number}", state=state)
        an_entry(place, title=f"Lama {number}", edition="2023")
    _add_to_entry(entry, number, colleague)
    add_to_coaching(entry, number, colleague)
    coordinator = Person.objects.get(appointments__role=Role.COORDINATOR)
    give_grace(
        entry.assessment, unit, Door.SUBMIT, until=_LONG, reason="x", by=coordinator, at=MOMENT
    )


def _add_to_entry(entry: Entry, number: int, colleague: Person) -> None:
    code = f"SID-0{number + 5}"
    save_claim(entry.pk, code, claim=Claim(level=1), note="", revision=0, by=SYSTEM, at=MOMENT)
    save_field(entry.pk, "nama", f"Judul {number}", revision=number, by=SYSTEM, at=MOMENT)
    link = Evidence.objects.create(
        region=entry.innovation.region,
        unit=entry.innovation.unit,
        kind=EvidenceKind.LINK,
        link=f"https://contoh.go.id/{number}",
        added_by=colleague,
        added_at=MOMENT,
    )
    Use.objects.create(evidence=link, entry=entry, part="SID-04", added_at=MOMENT)


def asked(world: World) -> Iterator[tuple[str, int]]:
    """How often each page that opens asks, by its name and who reads it."""
    for name, pattern in NAMED.items():
        for who in ASKING:
            with transaction.atomic(), CaptureQueriesContext(connection) as queries:
                status = world.clients[who].get(address(pattern, world)).status_code
                transaction.set_rollback(True)
            if status == 200:
                yield f"{name} {who}", len(queries)


def test_no_page_of_the_site_asks_more_often_for_three_than_for_one(
    settings: Settings, tmp_path: Path
) -> None:
    """Every address, every role that reads it: with another two of everything."""
    settings.RENDITIONS = tmp_path / "renditions"
    world = a_world()
    add_one_of_everything(world, 0)
    once = dict(asked(world))
    for number in (1, 2):
        add_one_of_everything(world, number)
    thrice = dict(asked(world))
    more: Mapping[str, tuple[int, int]] = {
        name: (once.get(name, 0), number)
        for name, number in thrice.items()
        if number > once.get(name, 0)
    }
    assert (more, len(once) > len(ASKING)) == ({}, True)
