"""People come by invitation, hold posts, and lose them at once."""

from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from allauth.usersessions.models import UserSession
from django.conf import LazySettings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from pragola.scoring.faults import PragolaError
from pragola.web.regions.actions.people import (
    VALID_FOR,
    Wanted,
    accept_as_known,
    accept_as_new,
    appoint,
    deactivate,
    digest_of,
    end_appointment,
    invite,
    invite_all,
    revoke_invitation,
)
from pragola.web.regions.actions.units import close_unit
from pragola.web.regions.models import Appointment, Invitation, Person, Role, Unit
from pragola.web.regions.queries.sessions import device_of
from pragola.web.regions.standing import standing_of_person
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.web.shared.mails import LATE, Letter, queue_mail, send_waiting
from pragola.web.shared.models import Change, Dispatch
from tests.web.workplace import MOMENT, a_region, a_unit, appointed, signed_in

pytestmark = pytest.mark.django_db

PASSWORD = "kopi-pahit-pati"


def wanted(unit: Unit, *, email: str = "Baru@contoh.go.id") -> Wanted:
    """An operator of a unit."""
    return Wanted(email=email, name="Baru", role=Role.OPERATOR, region=unit.region, unit=unit)


def invited(unit: Unit, *, email: str = "Baru@contoh.go.id") -> tuple[Invitation, str]:
    """An invitation of the system."""
    return invite(wanted(unit, email=email), by=SYSTEM, at=MOMENT)


def fault_of_accepting(invitation: Invitation, *, after: timedelta = timedelta(0)) -> str:
    """Why an invitation cannot be taken up so long after it was made."""
    with pytest.raises(PragolaError) as caught:
        accept_as_new(invitation, name="x", phone="", password=PASSWORD, at=MOMENT + after)
    return caught.value.faults[0].code


def test_only_the_digest_of_a_link_is_kept() -> None:
    """Whoever reads the database cannot take an invitation up."""
    invitation, token = invited(a_unit())
    values = [str(value) for value in Invitation.objects.values_list()[0]]
    assert invitation.digest == digest_of(token)
    assert [value for value in values if token in value] == []


def test_an_invitation_makes_an_account_with_its_post() -> None:
    """Once; the address is kept in lower case."""
    unit = a_unit()
    invitation, _ = invited(unit)
    person = accept_as_new(
        invitation, name="Ani", phone="08", password=PASSWORD, at=MOMENT + timedelta(days=1)
    )
    assert (person.email, person.check_password(PASSWORD)) == ("baru@contoh.go.id", True)
    assert standing_of_person(person).role_at(unit, Role.OPERATOR) is Role.OPERATOR
    assert fault_of_accepting(invitation) == "invitation_used"


def test_an_invitation_ends_by_time_by_word_and_by_a_newer_one() -> None:
    """Each with its own reason."""
    unit = a_unit()
    late, _ = invited(unit, email="a@contoh.go.id")
    revoked, _ = invited(unit, email="b@contoh.go.id")
    revoke_invitation(revoked, by=SYSTEM, at=MOMENT)
    replaced, _ = invited(unit, email="c@contoh.go.id")
    newer, _ = invited(unit, email="C@contoh.go.id")
    assert [
        fault_of_accepting(late, after=VALID_FOR),
        fault_of_accepting(revoked),
        fault_of_accepting(replaced),
    ] == ["invitation_expired", "invitation_revoked", "invitation_revoked"]
    accept_as_new(newer, name="C", phone="", password=PASSWORD, at=MOMENT)


def test_nobody_takes_up_a_post_in_a_unit_that_was_closed_meanwhile() -> None:
    """It takes nothing new."""
    unit = a_unit()
    invitation, _ = invited(unit)
    close_unit(unit, on=MOMENT.date(), by=SYSTEM, at=MOMENT)
    assert fault_of_accepting(invitation) == "invitation_unit_closed"


def test_a_double_click_sends_one_mail_whose_link_is_good() -> None:
    """The mail of the older invitation has a link that leads nowhere: it stays here, as that of
    one that is revoked does; the log tells that the older one ended.
    """
    sent = [wanted(a_unit())]
    older, newer = (
        invite_all(sent, address="https://contoh.go.id", by=SYSTEM, at=now())[0] for _ in range(2)
    )
    texts = list(Dispatch.objects.values_list("text", flat=True))
    ended = [change.deed for change in changes_of(older.invitation)]
    revoke_invitation(newer.invitation, by=SYSTEM, at=now())
    assert (texts, ended) == ([newer.text], ["invitation_revoked", "invited"])
    assert (send_waiting(now()), Dispatch.objects.count()) == (0, 0)


def test_who_has_an_account_takes_the_post_with_it_and_nobody_else() -> None:
    """An invitation goes by its address."""
    unit = a_unit()
    person, other = appointed(Role.HEAD, unit), appointed(Role.HEAD, a_unit("Lain"))
    invitation, _ = invited(unit, email=person.email)
    assert fault_of_accepting(invitation) == "invitation_known_address"
    with pytest.raises(PragolaError) as caught:
        accept_as_known(invitation, other, at=MOMENT)
    assert caught.value.faults[0].code == "invitation_for_another"
    accept_as_known(invitation, person, at=MOMENT)
    held = Appointment.objects.filter(person=person, ended_at=None).values_list("role", flat=True)
    assert sorted(held) == ["head", "operator"]


def test_a_post_is_held_once_and_ends_with_a_line_in_the_log() -> None:
    """Appointing again changes nothing; ending leaves what was done."""
    unit = a_unit()
    person = appointed(Role.OPERATOR, unit)
    first = appoint(person, role=Role.HEAD, region=unit.region, unit=unit, by=SYSTEM, at=MOMENT)
    again = appoint(person, role=Role.HEAD, region=unit.region, unit=unit, by=SYSTEM, at=MOMENT)
    end_appointment(first, by=SYSTEM, at=MOMENT)
    assert first == again
    assert [c.deed for c in changes_of(person)] == ["appointment_ended", "appointed"]
    assert standing_of_person(person).role_at(unit, Role.HEAD) is None


def sign_in(email: str, password: str) -> tuple[Client, str]:
    """A browser that tried to sign in, and what it was told."""
    client = Client()
    answer = client.post("/akun/login/", {"login": email, "password": password}, follow=True)
    return client, answer.content.decode()


def a_person_with_password() -> Person:
    """An operator who can sign in."""
    person = appointed(Role.OPERATOR, a_unit())
    person.set_password(PASSWORD)
    person.save()
    return person


def test_a_closed_account_is_signed_out_everywhere() -> None:
    """At once, and cannot come back."""
    person = a_person_with_password()
    client, html = sign_in(person.email, PASSWORD)
    assert ("Ruang kerja" in html, client.get("/kerja/").status_code) == (True, 200)
    deactivate(person, by=SYSTEM, at=MOMENT)
    assert client.get("/kerja/").status_code == 302
    assert sign_in(person.email, PASSWORD)[0].get("/kerja/").status_code == 302


def test_five_wrong_passwords_close_the_door_for_a_while() -> None:
    """Even the right one does not open it then, and it says so in Indonesian."""
    person = a_person_with_password()
    for _ in range(5):
        sign_in(person.email, "salah-salah-salah")
    client, html = sign_in(person.email, PASSWORD)
    assert ("Terlalu banyak" in html, client.get("/kerja/").status_code) == (True, 302)


def test_nobody_makes_an_account_of_their_own_accord() -> None:
    """The page of signing up says how accounts are made, and makes none."""
    sent = {"email": "x@contoh.go.id", "password1": PASSWORD, "password2": PASSWORD}
    html = Client().post("/akun/signup/", sent).content.decode()
    assert ("lewat undangan" in html, Person.objects.count()) == (True, 0)


def test_sessions_are_seen_and_ended_one_by_one() -> None:
    """The other browser is out at once; a stranger's session is not there."""
    person = a_person_with_password()
    (here, _), (there, _) = (sign_in(person.email, PASSWORD) for _ in range(2))
    other = UserSession.objects.get(session_key=there.session.session_key)
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("Lain")))
    assert stranger.post(f"/kerja/akun/sesi/{other.pk}/akhiri/").status_code == 404
    assert here.get("/kerja/akun/").content.decode().count("Akhiri sesi ini") == 1
    here.post(f"/kerja/akun/sesi/{other.pk}/akhiri/")
    assert [c.get("/kerja/").status_code for c in (here, there)] == [200, 302]


def coordinator() -> Client:
    """A browser of the coordinator of Pati."""
    return signed_in(appointed(Role.COORDINATOR, a_region()))


def test_an_invitation_goes_by_mail_and_is_taken_up_in_a_browser() -> None:
    """From the coordinator's form to the workspace of the new operator."""
    unit, client = a_unit(), coordinator()
    sent = {"name": "Ani", "email": "ani@contoh.go.id", "role": "operator", "unit": unit.pk}
    page = client.post("/kerja/wilayah/33.18/orang/undang/", sent).content.decode()
    assert send_waiting(now()) == 1
    link = next(part for part in mail.outbox[0].body.split() if "/undangan/" in part)
    assert link in page
    path = link.partition("//")[2].partition("/")[2]
    browser = Client()
    weak = browser.post(f"/{path}", {"name": "Ani", "password": "1234567890"})
    assert (weak.status_code, Person.objects.filter(name="Ani").count()) == (422, 0)
    answer = browser.post(f"/{path}", {"name": "Ani", "password": PASSWORD})
    assert (answer["Location"], browser.get("/kerja/").status_code) == ("/kerja/", 200)


def test_many_are_invited_by_lines_all_or_none() -> None:
    """Every faulty line is told with its number."""
    unit, client = a_unit(), coordinator()
    good = f"Ani; ani@contoh.go.id; operator; {unit.code}"
    bad = [good, "Budi; budi; operator; x", "; c@contoh.go.id; raja", "satu; dua"]
    page = client.post("/kerja/wilayah/33.18/orang/undang/", {"lines": "\n".join(bad)})
    html = page.content.decode()
    assert (page.status_code, Invitation.objects.count()) == (422, 0)
    assert [f"Baris {n}:" in html for n in (1, 2, 3, 4)] == [False, True, True, True]
    lines = [
        good,
        f"Cici; cici@contoh.go.id; Kepala unit; {unit.name}",
        "Eko;e@contoh.go.id;leader",
    ]
    client.post("/kerja/wilayah/33.18/orang/undang/", {"lines": "\n".join(lines)})
    found = Invitation.objects.order_by("pk").values_list("name", "role", "unit")
    assert list(found) == [
        ("Ani", "operator", unit.pk),
        ("Cici", "head", unit.pk),
        ("Eko", "leader", None),
    ]


def test_a_post_ends_on_its_page_once_it_is_confirmed() -> None:
    """Reading the page changes nothing."""
    person = appointed(Role.OPERATOR, a_unit())
    post, client = Appointment.objects.get(person=person), coordinator()
    client.get(f"/kerja/peran/{post.pk}/akhiri/")
    assert len(standing_of_person(person).posts) == 1
    client.post(f"/kerja/peran/{post.pk}/akhiri/")
    assert standing_of_person(person).posts == ()


@pytest.mark.parametrize("number", [1, 3])
def test_people_take_the_same_queries_for_one_and_three(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Session, person, posts, region, posts with people, invitations."""
    unit, client = a_unit(), coordinator()
    for each in range(number):
        appointed(Role.OPERATOR, unit)
        invited(unit, email=f"{each}@contoh.go.id")
    with django_assert_num_queries(8):
        client.get("/kerja/wilayah/33.18/orang/")


def test_an_account_is_closed_by_its_coordinator_unless_it_works_elsewhere_too() -> None:
    """Nobody closes an account that another government needs."""
    here = appointed(Role.OPERATOR, a_unit())
    both = appointed(Role.OPERATOR, a_unit())
    appointed(Role.VERIFIER, a_region("33.19", "Kabupaten Kudus"), person=both)
    client = coordinator()
    for person in (here, both):
        client.post(f"/kerja/wilayah/33.18/orang/{person.pk}/", {"deed": "deactivate"})
    active = Person.objects.filter(pk__in=[here.pk, both.pk], is_active=True)
    assert list(active) == [both]


def test_an_account_is_opened_again_only_where_it_works() -> None:
    """Not by a government that somebody has left, when the one they work for closed it."""
    person = appointed(Role.OPERATOR, a_unit())
    kudus = a_region("33.19", "Kabupaten Kudus")
    appointed(Role.VERIFIER, kudus, person=person)
    Appointment.objects.filter(region=kudus).update(ended_at=now())
    Person.objects.filter(pk=person.pk).update(is_active=False)
    told = {"deed": "activate"}
    former = signed_in(appointed(Role.COORDINATOR, kudus))
    former.post(f"/kerja/wilayah/33.19/orang/{person.pk}/", told)
    closed = not Person.objects.get(pk=person.pk).is_active
    coordinator().post(f"/kerja/wilayah/33.18/orang/{person.pk}/", told)
    assert (closed, Person.objects.get(pk=person.pk).is_active) == (True, True)


def test_a_coordinator_does_not_end_their_own_post() -> None:
    """A government is never left without whoever can mend it by a slip of the own hand."""
    person = appointed(Role.COORDINATOR, a_region())
    post = Appointment.objects.get(person=person)
    signed_in(person).post(f"/kerja/peran/{post.pk}/akhiri/")
    assert standing_of_person(person).regions(Role.COORDINATOR) == {"33.18"}


def test_the_session_of_a_new_person_is_listed_and_can_be_ended() -> None:
    """Though it began with an invitation and not with the page of signing in."""
    invitation, token = invite(wanted(a_unit()), by=SYSTEM, at=now())
    phone = Client()
    phone.post(f"/undangan/{token}/", {"name": "Ani", "password": PASSWORD})
    person = Person.objects.get(email=invitation.email)
    session = UserSession.objects.get(user=person)
    assert session.session_key == phone.session.session_key
    signed_in(person).post(f"/kerja/akun/sesi/{session.pk}/akhiri/")
    assert phone.get("/kerja/").status_code == 302


def test_a_line_that_stands_twice_is_told_and_nobody_is_invited() -> None:
    """The older link of two would lead nowhere."""
    line = f"Ani; ani@contoh.go.id; operator; {a_unit().code}"
    twice = f"{line}\n{line.replace('ani@', 'ANI@')}"
    page = coordinator().post("/kerja/wilayah/33.18/orang/undang/", {"lines": twice})
    assert (page.status_code, Invitation.objects.count()) == (422, 0)
    assert "Baris 2: orang dan peran ini sudah ada di baris lain." in page.content.decode()


def test_more_lines_than_are_read_are_refused_and_not_dropped() -> None:
    """With both numbers."""
    unit, client = a_unit(), coordinator()
    lines = [f"Ani; ani{n}@contoh.go.id; operator; {unit.code}" for n in range(501)]
    page = client.post("/kerja/wilayah/33.18/orang/undang/", {"lines": "\n".join(lines)})
    assert (page.status_code, Invitation.objects.count()) == (422, 0)
    assert "Paling banyak 500 baris; ini 501 baris." in page.content.decode()


def test_a_mail_that_does_not_leave_is_told_and_tried_again(settings: LazySettings) -> None:
    """The link stands on the page all the same, which no browser keeps; the text is kept no longer
    than the mail waits.
    """
    here, client = settings.MAILERS, coordinator()
    away = {"host": "127.0.0.1", "port": 9}
    backend = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": away}}
    sent = {"name": "Ani", "email": "a@contoh.go.id", "role": "operator", "unit": a_unit().pk}
    page = client.post("/kerja/wilayah/33.18/orang/undang/", sent)
    assert ("/undangan/" in page.content.decode(), send_waiting(now())) == (True, 0)
    assert "no-store" in page["Cache-Control"]
    told = "surelnya belum terkirim" in client.get("/kerja/wilayah/33.18/orang/").content.decode()
    settings.MAILERS = here
    assert (told, send_waiting(now()), Dispatch.objects.get().text) == (True, 1, "")
    assert "belum terkirim" not in client.get("/kerja/wilayah/33.18/orang/").content.decode()


def refusing(settings: LazySettings, code: int) -> None:
    """A mail server that answers so to every address."""
    RefusingBackend.code = code
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.RefusingBackend"}}


class RefusingBackend(EmailBackend):
    """A mail server that knows nobody."""

    code = 550

    def send_messages(self, messages: object) -> int:
        """Refuse each address."""
        del messages
        raise SMTPRecipientsRefused({"a@contoh.go.id": (self.code, b"5.1.1 User unknown")})


@pytest.mark.parametrize(
    ("code", "after", "trouble"),
    [
        (550, timedelta(0), "refused"),
        (450, timedelta(0), ""),
        (450, LATE, "away"),
    ],
)
def test_a_mail_is_given_up_when_it_is_refused_for_good_or_too_old(
    settings: LazySettings, code: int, after: timedelta, trouble: str
) -> None:
    """What may still be taken is tried for two days; why it was given up is kept."""
    refusing(settings, code)
    letter = Letter(
        about="x:1", address="a@contoh.go.id", subject="Hal", text="Isi", region="33.18"
    )
    assert queue_mail(letter, at=MOMENT)
    left = [send_waiting(MOMENT), send_waiting(MOMENT + after)]
    row = Dispatch.objects.get()
    found = (row.trouble, row.dropped_at is None, row.text, row.said)
    assert (left, found) == ([0, 0], (trouble, trouble == "", "Isi", f"{code} 5.1.1 User unknown"))


def test_an_invitation_whose_mail_was_refused_says_so_and_is_sent_again(
    settings: LazySettings,
) -> None:
    """With a new link and a new mail; the old link ends, and its text was not kept."""
    here, client = settings.MAILERS, coordinator()
    refusing(settings, 550)
    sent = {"name": "Ani", "email": "a@contoh.go.id", "role": "operator", "unit": a_unit().pk}
    client.post("/kerja/wilayah/33.18/orang/undang/", sent)
    send_waiting(now())
    told = client.get("/kerja/wilayah/33.18/orang/").content.decode()
    old, dropped = Invitation.objects.get(), Dispatch.objects.get()
    assert [text in told for text in ("surel tidak terkirim", "User unknown")] == [True, True]
    assert ("surelnya belum terkirim" in told, dropped.text) == (False, "")
    settings.MAILERS = here
    page = client.post(f"/kerja/undangan/{old.pk}/kirim-lagi/").content.decode()
    old.refresh_from_db()
    new = Invitation.objects.get(revoked_at=None)
    assert (send_waiting(now()), old.revoked_at is not None, new.name) == (1, True, "Ani")
    assert next(part for part in mail.outbox[0].body.split() if "/undangan/" in part) in page
    assert "tidak terkirim" not in client.get("/kerja/wilayah/33.18/orang/").content.decode()
    assert client.post(f"/kerja/undangan/{old.pk}/kirim-lagi/").status_code == 302


def test_what_was_given_up_is_told_to_the_coordinator_and_sent_again(
    settings: LazySettings,
) -> None:
    """Mails about the work of their own government, and none that lets somebody in."""
    here, client = settings.MAILERS, coordinator()
    refusing(settings, 550)
    letter = Letter(about="x:1", address="a@contoh.go.id", subject="Pengingat", text="Isi")
    for about, region, secret in (
        ("x:1", "33.18", False),
        ("x:2", "33.17", False),
        ("x:3", "33.18", True),
    ):
        queue_mail(replace(letter, about=about, region=region, secret=secret), at=now())
    send_waiting(now())
    page = client.get("/kerja/wilayah/33.18/orang/").content.decode()
    rows = {row.about: row.pk for row in Dispatch.objects.all()}
    shown = [f"/kerja/surel/{rows[about]}/kirim-lagi/" in page for about in ("x:1", "x:2", "x:3")]
    settings.MAILERS = here
    answers = [client.post(f"/kerja/surel/{pk}/kirim-lagi/").status_code for pk in rows.values()]
    assert (shown, answers) == ([True, False, False], [302, 404, 404])
    assert (send_waiting(now()), mail.outbox[0].body) == (1, "Isi")
    logged = Change.objects.filter(deed="mail_sent_again").values_list("subject", flat=True)
    assert list(logged) == [f"dispatch:{rows['x:1']}"]


def test_the_language_is_kept_with_the_account() -> None:
    """It is spoken on another browser too, and in mails."""
    person = appointed(Role.OPERATOR, a_unit())
    here = signed_in(person)
    here.post("/bahasa/", {"language": "en", "next": "/kerja/"})
    there = signed_in(person).get("/kerja/").content.decode()
    here.post("/bahasa/", {"language": "xx"})
    assert ('<html lang="en">' in there, Person.objects.get().language) == (True, "en")
    told = {"name": person.name, "phone": "", "language": "id"}
    page = here.post("/kerja/akun/", told, follow=True).content.decode()
    assert ('<html lang="id">' in page, Person.objects.get().language) == (True, "id")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (
            "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/129.0.0.0 Mobile Safari/537.36",
            "Chrome di Android",
        ),
        (
            "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) "
            "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
            "Samsung Internet di Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
            "Safari di iPhone",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0",
            "Firefox di Windows",
        ),
        ("curl/8.9.1", "Peramban yang tidak dikenal"),
        ("", "Peramban yang tidak dikenal"),
    ],
)
def test_sessions_are_told_as_people_say_them(told: str, shown: str) -> None:
    """The browser and what it runs on."""
    assert device_of(told) == shown


def test_a_name_cannot_turn_the_line_around() -> None:
    """Signs that change the direction of writing are left out."""
    person = appointed(Role.OPERATOR, a_unit())
    signed_in(person).post("/kerja/akun/", {"name": "Ani\u202egnp", "phone": "", "language": "id"})
    assert Person.objects.get(pk=person.pk).name == "Anignp"


def test_whoever_is_locked_out_is_told_for_how_long() -> None:
    """After five wrong passwords, also with the right one."""
    person = a_person_with_password()
    for _ in range(5):
        sign_in(person.email, "salah")
    _, page = sign_in(person.email, PASSWORD)
    assert "Tunggu 10 menit" in page


def test_nobody_is_written_to_who_has_no_account() -> None:
    """A form open to all sends no mail to strangers."""
    Client().post("/akun/password/reset/", {"email": "asing@contoh.go.id"})
    assert mail.outbox == []
