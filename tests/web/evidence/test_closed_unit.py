"""A closed unit: its entries can be read only, and the coordinator gives them to another one."""

from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import now

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.access import evidence_readable
from pragola.web.evidence.actions.handing_over import hand_over
from pragola.web.evidence.actions.uses import use_evidence
from pragola.web.evidence.models import Evidence, EvidenceKind
from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Entry, EntryState, Move
from pragola.web.innovations.queries.mails import reminders_due
from pragola.web.regions.actions.units import close_unit
from pragola.web.regions.models import Person, Role, Unit
from pragola.web.regions.standing import standing_of_person
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.wording import Language, say
from tests.web.test_log import changes, deeds
from tests.web.test_permissions import a_world
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

OF_ANOTHER_MATTER = {
    "account": "one's own account",
    "set_language": "one's own language",
    "claim_help": "a question to the coach",
    "invitation_answer": "whether one comes to a clinic",
    "paper_move": "a letter that is under way goes its way",
}


COUNTED = {"StoredFile"}
"""How many pages a file has is counted when it is first asked for."""


def close(unit: Unit) -> None:
    """Close it today."""
    close_unit(unit, on=MOMENT.date(), by=SYSTEM, at=MOMENT)
    unit.refresh_from_db()


def a_link(unit: Unit) -> Evidence:
    """A piece of evidence."""
    return Evidence.objects.create(
        region=unit.region,
        unit=unit,
        kind=EvidenceKind.LINK,
        link="https://contoh.go.id/a",
        added_at=MOMENT,
    )


def test_nothing_of_an_operators_changes_anything_there() -> None:
    """Whatever form is sent to whatever address."""
    world = a_world()
    close(Unit.objects.get(pk=str(world.values["unit_id"])))
    changed = {
        name: tables - COUNTED
        for name, (who, posted) in deeds(world).items()
        if who == "operator" and (tables := changes(world, name, who, posted)[0]) - COUNTED
    }
    of_entries = {name: each for name, each in changed.items() if name not in OF_ANOTHER_MATTER}
    assert of_entries == {}


@pytest.mark.parametrize(
    ("who", "state", "move"),
    [
        (Role.OPERATOR, EntryState.DRAFT, Move.SUBMIT),
        (Role.HEAD, EntryState.SUBMITTED, Move.APPROVE),
    ],
)
def test_its_people_move_nothing_and_are_told_who_helps(
    who: Role, state: EntryState, move: Move
) -> None:
    """What verifiers have goes its way."""
    unit = a_unit("UPTD Puskesmas Lama")
    person, helper = appointed(who, unit), appointed(Role.COORDINATOR, unit.region)
    entry = an_entry(unit, state=state)
    close(unit)
    with pytest.raises(PragolaError) as caught:
        make_move(entry.pk, move, role=who, by=person, reasons={}, at=MOMENT)
    assert say(caught.value.faults[0], Language.INDONESIAN) == (
        "UPTD Puskesmas Lama sudah ditutup, jadi entrinya hanya dapat dibaca. Minta koordinator "
        f"memindahkan inovasinya ke unit lain, atau membuka lagi unit itu: {helper.name}."
    )
    going = an_entry(unit, title="Lain", state=EntryState.APPROVED)
    verifier = appointed(Role.VERIFIER, unit.region)
    begun = make_move(
        going.pk, Move.BEGIN_REVIEW, role=Role.VERIFIER, by=verifier, reasons={}, at=MOMENT
    )
    assert begun.state == EntryState.UNDER_REVIEW


def page_of(person: Person, entry: Entry) -> str:
    """An entry as somebody reads it."""
    answer = signed_in(person).get(f"/kerja/entri/{entry.pk}/")
    return " ".join(answer.content.decode().split())


def test_the_page_says_why_and_offers_no_form() -> None:
    """To the operator who helps, to the coordinator how."""
    unit = a_unit("UPTD Puskesmas Lama")
    operator = appointed(Role.OPERATOR, unit)
    coordinator = appointed(Role.COORDINATOR, unit.region)
    entry = an_entry(unit)
    close(unit)
    read, helped = page_of(operator, entry), page_of(coordinator, entry)
    assert (
        "UPTD Puskesmas Lama sudah ditutup, jadi entri ini hanya dapat dibaca. Perlu dilanjutkan? "
        f"Minta koordinator memindahkannya ke unit lain: {coordinator.name}." in read
    )
    assert "Berhenti di sini sejak unitnya ditutup." in read
    assert ("data-autosave" in read, "/langkah/" in read) == (False, False)
    assert f'href="/kerja/entri/{entry.pk}/pindah/"' in helped


def test_nobody_is_reminded_of_it() -> None:
    """Nothing can be done there."""
    unit = a_unit()
    appointed(Role.OPERATOR, unit)
    entry = an_entry(unit)
    entry.assessment.deadlines.create(door="submit", closes_at=MOMENT.replace(day=2))
    before = len(list(reminders_due("https://contoh.go.id", MOMENT)))
    close(unit)
    after = len(list(reminders_due("https://contoh.go.id", MOMENT)))
    assert (before, after) == (1, 0)


def test_an_innovation_goes_to_another_unit_with_what_only_it_uses() -> None:
    """With every year; what it shares stays and serves both; the history says so."""
    old, new = a_unit("Lama"), a_unit("Baru")
    coordinator, operator = appointed(Role.COORDINATOR, old.region), appointed(Role.OPERATOR, new)
    entry, staying = an_entry(old), an_entry(old, title="Yang tinggal")
    own, shared = a_link(old), a_link(old)
    for evidence, into in ((own, entry), (shared, entry), (shared, staying)):
        use_evidence(evidence, entry=into, part="SID-08", pages="", by=SYSTEM, at=MOMENT)
    close(old)
    client = signed_in(coordinator)
    answer = client.post(f"/kerja/entri/{entry.pk}/pindah/", {"unit": new.pk})
    entry.refresh_from_db()
    places = dict(Evidence.objects.values_list("pk", "unit__name"))
    line = changes_of(entry)[0]
    assert (answer["Location"], entry.innovation.unit) == (f"/kerja/entri/{entry.pk}/", new)
    assert places == {own.pk: "Baru", shared.pk: "Lama"}
    assert (line.deed, line.acting_as, line.old, line.new) == (
        "innovation_handed_over",
        "coordinator",
        "Lama",
        "Baru",
    )
    seen = evidence_readable(standing_of_person(operator)).values_list("pk", flat=True)
    assert sorted(seen) == [own.pk, shared.pk]
    saved = signed_in(operator).post(
        f"/kerja/entri/{entry.pk}/klaim/SID-08/", {"level": "2", "note": "", "revision": "0"}
    )
    assert (saved.status_code < 400, entry.claims.get().level) == (True, 2)


def to_hand_over(client: Client, entry: Entry, unit: Unit) -> int:
    """The status of the answer."""
    return client.post(f"/kerja/entri/{entry.pk}/pindah/", {"unit": unit.pk}).status_code


def test_only_a_working_unit_of_the_same_government_takes_it() -> None:
    """And only its coordinator gives it."""
    unit, closed = a_unit(), a_unit()
    far = a_unit(region=a_region("33.19", "Kabupaten Kudus"))
    entry = an_entry(unit)
    close(closed)
    clients: dict[str, Any] = {
        role: signed_in(appointed(role, place))
        for role, place in (
            (Role.COORDINATOR, unit.region),
            (Role.OPERATOR, unit),
            (Role.VERIFIER, unit.region),
        )
    }
    told = [to_hand_over(clients[Role.COORDINATOR], entry, each) for each in (closed, far, unit)]
    told += [
        to_hand_over(clients[role], entry, a_unit()) for role in (Role.OPERATOR, Role.VERIFIER)
    ]
    with pytest.raises(PragolaError):
        hand_over(entry.innovation, closed, by=SYSTEM, at=now())
    assert told == [422, 422, 422, 403, 403]
