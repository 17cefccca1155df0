"""How people sign in stands in the log: what, from where, and never a secret."""

import json
from collections.abc import Mapping

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    SECRET_SESSION_KEY,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from pragola.web.regions.actions.people import appoint, deactivate, end_appointment
from pragola.web.regions.actions.signing_in import Origin, SignInDeed, note_sign_in
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.web.shared.mails import send_waiting
from pragola.web.shared.models import Change
from tests.web.workplace import MOMENT, a_region, a_unit, appointed, signed_in

pytestmark = pytest.mark.django_db

PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
OLD, NEW = "kopi-pahit-pati", "teh-manis-juwana"
HERE = Origin("Chrome di Android", "127.0.0.1")


def with_password(password: str = OLD) -> Person:
    """An operator who can sign in."""
    person = appointed(Role.OPERATOR, a_unit())
    person.set_password(password)
    person.save()
    return person


def a_phone() -> Client:
    """A browser on a phone."""
    return Client(headers={"user-agent": PHONE})


def sign_in(person: Person, password: str = OLD, browser: Client | None = None) -> Client:
    """Sign in on the page."""
    browser = browser or a_phone()
    browser.post("/akun/login/", {"login": person.email, "password": password})
    return browser


def code_of(secret: str) -> str:
    """What an authenticator app shows now."""
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def said(change: Change) -> Mapping[str, object]:
    """What a line tells."""
    assert isinstance(change.new, Mapping)
    return change.new


def told(person: Person) -> list[tuple[str, int | None, object]]:
    """What the log says, from the first line on: what, by whom, which ways."""
    lines = reversed(changes_of(person))
    return [(each.deed, each.actor_id, said(each)["ways"]) for each in lines]


def test_signing_in_and_out_say_from_where() -> None:
    """And by which steps; a wrong password is nobody's deed."""
    person = with_password()
    browser = sign_in(person, "salah-sama-sekali")
    sign_in(person, browser=browser)
    browser.post("/akun/logout/")
    assert told(person) == [
        ("sign_in_failed", None, []),
        ("signed_in", person.pk, ["password"]),
        ("signed_out", person.pk, []),
    ]
    assert [(said(each)["device"], said(each)["ip"]) for each in changes_of(person)] == [
        ("Chrome di Android", "127.0.0.1")
    ] * 3


def test_of_an_address_without_an_account_nothing_is_kept() -> None:
    """People type passwords there."""
    a_phone().post("/akun/login/", {"login": f"{OLD}@contoh.go.id", "password": OLD})
    assert Change.objects.count() == 0


def test_a_closed_account_says_that_somebody_had_its_password() -> None:
    """Not as a sign-in."""
    person = with_password()
    deactivate(person, by=SYSTEM, at=MOMENT)
    sign_in(person)
    assert [each.deed for each in changes_of(person)] == ["sign_in_closed", "person_deactivated"]


def test_changed_and_forgotten_passwords_are_told_without_them() -> None:
    """Neither the old nor the new one stands anywhere in the log."""
    person = with_password()
    browser = sign_in(person)
    again = {"password1": NEW, "password2": NEW}
    browser.post("/akun/password/change/", {"oldpassword": OLD, **again})
    browser.post("/akun/logout/")
    browser.post("/akun/password/reset/", {"email": person.email})
    send_waiting(now())
    words = str(mail.outbox[-1].body).split()
    link = next(word for word in words if "/akun/password/reset/key/" in word)
    form = browser.get("/" + link.partition("//")[2].partition("/")[2])["Location"]
    browser.post(form, {"password1": OLD, "password2": OLD})
    assert [deed for deed, _, _ in told(person)] == [
        "signed_in",
        "password_changed",
        "signed_out",
        "password_reset",
    ]
    kept = json.dumps(list(Change.objects.values_list("old", "new")))
    assert [word for word in (OLD, NEW, link) if word in kept] == []


def test_a_second_step_is_told_when_it_comes_fails_and_goes(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """With spare codes, of which none stands in the log, nor the secret of the app."""
    person = with_password()
    browser = sign_in(person)
    browser.post("/akun/reauthenticate/", {"password": OLD})
    browser.get("/akun/2fa/totp/activate/")
    secret = browser.session[SECRET_SESSION_KEY]
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("/akun/2fa/totp/activate/", {"code": code_of(secret)})
    spare = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    other = sign_in(person)
    other.post("/akun/2fa/authenticate/", {"code": "000000"})
    other.post("/akun/2fa/authenticate/", {"code": spare[0]})
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("/akun/2fa/recovery-codes/generate/")
    browser.post("/akun/2fa/totp/deactivate/")
    own = person.pk
    assert told(person) == [
        ("signed_in", own, ["password"]),
        ("sign_in_way_added", own, ["totp"]),
        ("sign_in_way_added", own, ["recovery_codes"]),
        ("second_step_failed", None, ["totp"]),
        ("signed_in", own, ["password", "recovery_codes"]),
        ("spare_codes_renewed", own, ["recovery_codes"]),
        ("sign_in_way_removed", own, ["totp"]),
        ("sign_in_way_removed", own, ["recovery_codes"]),
    ]
    kept = json.dumps(list(Change.objects.values_list("old", "new")))
    assert [word for word in (secret, *spare) if word in kept] == []


def test_a_passkey_is_told_by_its_name() -> None:
    """Renamed and removed."""
    person = with_password()
    browser = sign_in(person)
    key = Authenticator.objects.create(
        user=person, type="webauthn", data={"name": "HP lama", "credential": {}}
    )
    browser.post("/akun/reauthenticate/", {"password": OLD})
    browser.post(f"/akun/2fa/webauthn/keys/{key.pk}/edit/", {"name": "HP baru"})
    browser.post(f"/akun/2fa/webauthn/keys/{key.pk}/remove/")
    own = person.pk
    assert told(person)[1:] == [
        ("sign_in_way_renamed", own, ["webauthn", "HP baru"]),
        ("sign_in_way_removed", own, ["webauthn", "HP baru"]),
    ]
    assert changes_of(person)[1].old == "HP lama"


def test_an_ended_session_is_told_by_its_device() -> None:
    """By the one that was ended, not the one that ended it."""
    person = with_password()
    sign_in(person)
    desk = sign_in(person, browser=Client(headers={"user-agent": "Windows Firefox/130"}))
    page = desk.get("/kerja/akun/").content.decode()
    path = page.partition('action="/kerja/akun/sesi/')[2].partition('"')[0]
    desk.post(f"/kerja/akun/sesi/{path}")
    line = changes_of(person)[0]
    assert (line.deed, line.actor_id, said(line)["device"]) == (
        "session_ended",
        person.pk,
        "Chrome di Android",
    )


def page_of(client: Client, path: str) -> tuple[int, list[str]]:
    """The status, and what was done by the page of a history."""
    answer = client.get(path)
    html = answer.content.decode()
    return answer.status_code, [
        each.partition("</strong>")[0] for each in html.split('<li class="finding">')[1:]
    ]


def test_a_coordinator_reads_how_somebody_signs_in_while_they_work_there() -> None:
    """Afterwards only what concerns the posts held there; the person themselves reads all."""
    unit, far = a_unit(), a_unit(region=a_region("33.19", "Kabupaten Kudus"))
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    person = with_password()
    post = person.appointments.get()
    appoint(person, role=Role.HEAD, region=unit.region, unit=unit, by=SYSTEM, at=MOMENT)
    appoint(person, role=Role.OPERATOR, region=far.region, unit=far, by=SYSTEM, at=MOMENT)
    own = sign_in(person)
    path = f"/kerja/wilayah/33.18/orang/{person.pk}/riwayat/"

    def deeds(client: Client, path: str) -> tuple[int, list[str]]:
        status, lines = page_of(client, path)
        return status, [line.strip().removeprefix("<strong>") for line in lines]

    assert deeds(coordinator, path) == (200, ["Masuk ke akun", "Ditunjuk"])
    assert deeds(own, "/kerja/akun/riwayat/") == (200, ["Masuk ke akun", "Ditunjuk", "Ditunjuk"])
    for held in [post, *person.appointments.filter(role=Role.HEAD)]:
        end_appointment(held, by=SYSTEM, at=MOMENT)
    assert deeds(coordinator, path) == (200, ["Peran diakhiri", "Peran diakhiri", "Ditunjuk"])


@pytest.mark.parametrize("lines", [1, 3])
def test_a_history_costs_the_same_however_long(
    django_assert_num_queries: DjangoAssertNumQueries, lines: int
) -> None:
    """One page of it."""
    person = with_password()
    browser = signed_in(person)
    for _ in range(lines):
        note_sign_in(person, SignInDeed.SIGNED_IN, origin=HERE, at=MOMENT, ways=["password"])
    with django_assert_num_queries(5):
        assert browser.get("/kerja/akun/riwayat/").status_code == 200


def test_a_row_of_wrong_passwords_closes_the_door_and_is_told_five_times() -> None:
    """Then even the right one is refused for a while, in words, and the log grows no more."""
    person = with_password()
    browser = a_phone()
    for _ in range(5):
        sign_in(person, "salah-sama-sekali", browser)
    late = browser.post("/akun/login/", {"login": person.email, "password": OLD})
    assert "Terlalu banyak percobaan masuk yang gagal. Tunggu 10 menit" in late.content.decode()
    assert [deed for deed, _, _ in told(person)] == ["sign_in_failed"] * 5
