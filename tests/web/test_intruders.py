"""What somebody tries who wants more than is theirs: each attempt changes nothing."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from pragola.web.innovations.models import Claim, Entry, EntryState, FieldValue, Judged, Move
from pragola.web.regions.actions.people import Wanted, invite
from pragola.web.regions.models import Appointment, Invitation, Person, Role, Unit
from pragola.web.review.models import Objection, Verdict
from pragola.web.shared.audit import SYSTEM
from tests.web.review.reviewing import RETURNING, a_claim, a_verifier, judged
from tests.web.workplace import a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "kopi-pahit-pati"


def a_link(unit: Unit) -> str:
    """An open invitation for an operator of the unit."""
    wanted = Wanted(
        email="baru@contoh.go.id", name="Baru", role=Role.OPERATOR, region=unit.region, unit=unit
    )
    _invitation, token = invite(wanted, by=SYSTEM, at=now())
    return reverse("invitation", args=[token])


def test_fields_that_no_form_has_change_nothing() -> None:
    """Whoever takes an invitation up, or describes themselves, becomes no more than that."""
    unit, other = a_unit(), a_unit("Lain")
    more = {"role": "coordinator", "unit": other.pk, "region": "33.18", "email": "x@contoh.go.id"}
    more |= {"is_active": "", "is_staff": "1", "is_superuser": "1", "id": "1", "pk": "1"}
    browser = Client()
    browser.post(a_link(unit), {"name": "Ani", "password": PASSWORD} | more)
    browser.post(reverse("account"), {"name": "Ani B", "phone": "", "language": "id"} | more)
    person = Person.objects.get()
    posts = Appointment.objects.values_list("person", "role", "unit")
    assert (person.email, person.name, person.is_active) == ("baru@contoh.go.id", "Ani B", True)
    assert list(posts) == [(person.pk, Role.OPERATOR, unit.pk)]


def test_an_invitation_makes_one_account_however_often_it_is_sent() -> None:
    """The second time it is told that the link is used."""
    path = a_link(a_unit())
    told = {"name": "Ani", "password": PASSWORD}
    statuses = [Client().post(path, told).status_code for _ in range(2)]
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("Lain")))
    taken = stranger.post(path).status_code
    assert (statuses, taken, Invitation.objects.get().accepted_by) == (
        [302, 422],
        422,
        Person.objects.get(email="baru@contoh.go.id"),
    )


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.NATIONAL, "superuser"])
def test_a_coordinator_gives_no_role_of_the_ministry(role: str) -> None:
    """Neither by inviting one or many, nor by appointing."""
    unit = a_unit()
    operator = appointed(Role.OPERATOR, unit)
    browser = signed_in(appointed(Role.COORDINATOR, a_region()))
    told = {"name": "Ani", "email": "a@contoh.go.id", "role": role, "unit": unit.pk}
    answers = [
        browser.post(reverse("invite", args=["33.18"]), told),
        browser.post(reverse("invite", args=["33.18"]), {"lines": f"Ani; a@b.id; {role}; -"}),
        browser.post(
            reverse("person", args=["33.18", operator.pk]),
            {"deed": "appoint", "role": role, "unit": unit.pk},
        ),
    ]
    held = set(Appointment.objects.values_list("role", flat=True))
    assert [each.status_code for each in answers] == [422, 422, 422]
    assert (Invitation.objects.count(), held) == (0, {Role.OPERATOR, Role.COORDINATOR})


def test_a_coordinator_appoints_nobody_in_another_government() -> None:
    """A unit of elsewhere is no choice, a person of elsewhere is not there."""
    elsewhere = a_unit("Jauh", region=a_region("33.17", "Kabupaten Rembang"))
    foreign, own = appointed(Role.OPERATOR, elsewhere), appointed(Role.OPERATOR, a_unit())
    browser = signed_in(appointed(Role.COORDINATOR, a_region()))
    told = {"deed": "appoint", "role": Role.HEAD, "unit": elsewhere.pk}
    statuses = [
        browser.post(reverse("person", args=[code, person.pk]), told).status_code
        for code, person in (("33.18", own), ("33.18", foreign), ("33.17", foreign))
    ]
    assert statuses == [422, 404, 404]
    assert not Appointment.objects.filter(role=Role.HEAD).exists()


def test_an_operator_moves_changes_and_begins_nothing_of_another_unit() -> None:
    """By the numbers in addresses or in hidden fields."""
    entry = an_entry(state=EntryState.SUBMITTED)
    unit = a_unit("Lain")
    own = an_entry(unit)
    browser = signed_in(appointed(Role.OPERATOR, unit))
    head_of_own = [reverse("move", args=[own.pk, Move.APPROVE])]
    foreign = [
        *(reverse("move", args=[entry.pk, move]) for move in Move),
        reverse("entry", args=[entry.pk]),
        reverse("field_save", args=[entry.pk, "nama"]),
        reverse("claim_save", args=[entry.pk, "SID-01"]),
        reverse("innovation_begin", args=[entry.innovation.unit_id]),
    ]
    told = {"nama": "Direbut", "revision.nama": "0", "revision": "0", "level": "3", "note": "x"}
    told |= {"title": "Direbut", "entry": str(entry.pk), "unit": str(entry.innovation.unit_id)}
    assert {browser.post(path, told).status_code for path in foreign} == {404}
    assert [browser.post(path, told).status_code for path in head_of_own] == [403]
    browser.post(reverse("claim_save", args=[own.pk, "SID-01"]), told)
    assert list(Claim.objects.values_list("entry", flat=True)) == [own.pk]
    assert FieldValue.objects.filter(entry=entry).count() == 0
    assert Entry.objects.get(pk=entry.pk).state == EntryState.SUBMITTED


def test_nobody_judges_objects_or_records_by_numbers_that_are_not_theirs() -> None:
    """Neither a verifier of another government, nor one for their own unit, nor another unit."""
    claim = a_claim()
    verdict = judged(claim, a_verifier("Pemutus"), RETURNING, at=now())
    entry = claim.entry
    unit, region = entry.innovation.unit, a_region("33.17", "Kabupaten Rembang")
    own = appointed(Role.HEAD, unit, person=a_verifier("Kepala yang memverifikasi"))
    deeds = [
        reverse("claim_take", args=[claim.pk]),
        reverse("verdict_give", args=[claim.pk]),
        reverse("verdict_withdraw", args=[verdict.pk]),
        reverse("verdict_offer", args=[verdict.pk]),
        reverse("entry_review", args=[entry.pk]),
        reverse("entry_official", args=[entry.pk]),
    ]
    objecting = [reverse("objection", args=[verdict.pk])]
    told = {"level": "1", "putusan": "terima", "alasan": "Direbut", "points": "1", "seen": "x"}
    told |= {"langkah": "verify", "claim": str(claim.pk), "verdict": str(verdict.pk)}
    foreign = [
        appointed(Role.VERIFIER, region),
        appointed(Role.COORDINATOR, region),
        appointed(Role.OPERATOR, a_unit("Lain")),
    ]
    statuses = {
        signed_in(person).post(path, told).status_code
        for person in foreign
        for path in (*deeds, *objecting)
    }
    assert statuses == {404}
    assert {signed_in(own).post(path, told).status_code for path in deeds} == {403}
    claim.refresh_from_db()
    entry.refresh_from_db()
    assert (claim.judged, claim.objected, entry.official) == (Judged.RETURNED, False, {})
    assert (list(Verdict.objects.all()), Objection.objects.count()) == ([verdict], 0)


def test_signs_that_turn_a_line_around_reach_no_name_title_reason_or_letter() -> None:
    """Wherever a text is taken."""
    turned, unit = "Sehat\u202eataD\u2066\x1b", a_unit()
    operator = signed_in(appointed(Role.OPERATOR, unit))
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    head = signed_in(appointed(Role.HEAD, unit))
    entry, sent = an_entry(unit), an_entry(unit, title="Diajukan", state=EntryState.SUBMITTED)
    begun = {"title": turned, "text": turned, "assessment": entry.assessment_id, "tetap": "1"}
    operator.post(reverse("innovation_begin", args=[unit.pk]), begun)
    told = {"level": "1", "note": turned, "revision": "0"}
    operator.post(reverse("claim_save", args=[entry.pk, "SID-01"]), told)
    named = {"name": turned, "kind": "opd", "code": "baru", "parent": ""}
    coordinator.post(reverse("unit_add", args=["33.18"]), named)
    back = {"alasan.SID-01": turned, "note": turned}
    head.post(reverse("move", args=[sent.pk, Move.SEND_BACK]), back)
    made = sent.moves.get()
    kept = [
        Entry.objects.latest("pk").innovation.title,
        Claim.objects.get().note,
        Unit.objects.get(code="baru").name,
        made.note,
        made.reasons.get().text,
    ]
    assert kept == ["SehatataD"] * 5


def test_a_form_of_another_site_changes_nothing() -> None:
    """Without the token of the page, whatever the cookie says."""
    entry = an_entry()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(appointed(Role.OPERATOR, entry.innovation.unit))
    paths = [
        reverse("entry", args=[entry.pk]),
        reverse("claim_save", args=[entry.pk, "SID-01"]),
        reverse("move", args=[entry.pk, Move.SUBMIT]),
        reverse("account"),
        reverse("set_language"),
    ]
    assert [strict.post(path, {"level": "1"}).status_code for path in paths] == [403] * 5
    assert (Entry.objects.get().state, Claim.objects.count()) == (EntryState.DRAFT, 0)
