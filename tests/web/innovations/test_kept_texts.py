"""Without a script, what was typed outlives the end of a session and somebody who was faster."""

import pytest
from django.test import Client
from django.urls import reverse

from pragola.web.innovations.models import Claim, Entry, FieldValue
from pragola.web.regions.models import Person, Role
from tests.web.workplace import a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "kopi-pahit-pati"


def at_work() -> tuple[Entry, Person]:
    """An operator with a password, and an entry of their unit."""
    unit = a_unit()
    person = appointed(Role.OPERATOR, unit)
    person.set_password(PASSWORD)
    person.save()
    return an_entry(unit), person


def sent_after_the_session(path: str, told: dict[str, str], person: Person) -> tuple[Client, str]:
    """The browser after signing in again, and the page it comes to."""
    browser = Client()
    asked = browser.post(path, told)["Location"]
    login = {"login": person.email, "password": PASSWORD}
    there = browser.post(asked, login)["Location"]
    return browser, browser.get(there).content.decode()


def test_a_profile_sent_after_the_session_ended_is_shown_again_and_saved() -> None:
    """Nothing is saved unseen, nothing is lost, and it is shown no longer than it has to be."""
    entry, person = at_work()
    path = reverse("entry", args=[entry.pk])
    told = {"tujuan": "Ibu hamil selamat", "revision.tujuan": "0"}
    browser, page = sent_after_the_session(path, told, person)
    waiting = FieldValue.objects.filter(entry=entry, field="tujuan").count()
    assert ["Sesi Anda berakhir" in page, "Ibu hamil selamat" in page, waiting] == [True, True, 0]
    browser.post(path, told)
    after = browser.get(path).content.decode()
    assert FieldValue.objects.get(entry=entry, field="tujuan").value == "Ibu hamil selamat"
    assert "Sesi Anda berakhir" not in after


def test_a_profile_shows_beside_it_what_a_colleague_saved_meanwhile() -> None:
    """Both texts, as in any stale save."""
    entry, person = at_work()
    path = reverse("entry", args=[entry.pk])
    colleague = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    colleague.post(path, {"tujuan": "Balita sehat", "revision.tujuan": "0"})
    told = {"tujuan": "Ibu hamil selamat", "revision.tujuan": "0"}
    _browser, page = sent_after_the_session(path, told, person)
    assert ["Ibu hamil selamat" in page, "Balita sehat" in page] == [True, True]


def test_a_claim_sent_after_the_session_ended_is_shown_again_and_saved() -> None:
    """Its level, figure and note stand in the form as they were."""
    entry, person = at_work()
    path = reverse("claim_save", args=[entry.pk, "SID-01"])
    told = {"level": "2", "note": "Perbup nomor 5", "revision": "0"}
    browser, page = sent_after_the_session(path, told, person)
    chosen = 'name="level" value="2" data-level checked'
    assert ["Perbup nomor 5" in page, chosen in page, Claim.objects.count()] == [True, True, 0]
    browser.post(path, told)
    row = Claim.objects.get(entry=entry)
    assert (row.level, row.note) == (2, "Perbup nomor 5")
    claims = reverse("claims", args=[entry.pk])
    assert browser.get(path)["Location"] == f"{claims}?buka=SID-01#SID-01"


def test_a_text_is_not_shown_to_whoever_may_not_change_the_entry() -> None:
    """On a shared computer somebody of another unit signs in."""
    entry, _person = at_work()
    stranger = appointed(Role.OPERATOR, a_unit("Lain"))
    stranger.set_password(PASSWORD)
    stranger.save()
    path = reverse("claim_save", args=[entry.pk, "SID-01"])
    browser = Client()
    asked = browser.post(path, {"level": "2", "note": "Rahasia", "revision": "0"})["Location"]
    login = {"login": stranger.email, "password": PASSWORD}
    there = browser.post(asked, login)["Location"]
    assert browser.get(there).status_code == 404


def test_a_stale_claim_shows_both_sides_and_is_saved_by_who_has_seen_them() -> None:
    """Without a script as with one."""
    entry, person = at_work()
    path = reverse("claim_save", args=[entry.pk, "SID-01"])
    colleague = appointed(Role.OPERATOR, entry.innovation.unit)
    signed_in(colleague).post(path, {"level": "1", "note": "SK saja", "revision": "0"})
    browser = signed_in(person)
    told = {"level": "3", "note": "Perda nomor 5", "revision": "0"}
    refused = browser.post(path, told)
    page = refused.content.decode()
    found = [text in page for text in ("SK saja", colleague.name, "Perda nomor 5")]
    assert (refused.status_code, found) == (409, [True, True, True])
    browser.post(path, told | {"revision": "1"})
    row = Claim.objects.get(entry=entry)
    assert (row.level, row.note) == (3, "Perda nomor 5")


def test_an_impossible_figure_is_told_and_stands_where_it_was_typed() -> None:
    """So that only the figure has to be mended."""
    entry, person = at_work()
    path = reverse("claim_save", args=[entry.pk, "SID-02"])
    told = {"value": "-5", "note": "Tim inti", "revision": "0"}
    refused = signed_in(person).post(path, told)
    page = refused.content.decode()
    found = [text in page for text in ("lebih kecil dari nol", 'value="-5"', "Tim inti")]
    assert (refused.status_code, found, Claim.objects.count()) == (422, [True, True, True], 0)
