"""Allauth's pages and mails are ours: our frame, our words, both languages."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.utils.timezone import now

from pragola.web.regions.models import Person, Role
from pragola.web.shared.mails import send_waiting
from tests.web.workplace import a_unit, appointed, signed_in

pytestmark = pytest.mark.django_db

OF_A_VISITOR = {
    "/akun/login/": "Masuk",
    "/akun/password/reset/": "Lupa kata sandi",
    "/akun/password/reset/done/": "Periksa surel Anda",
    "/akun/password/reset/key/1-x/": "Kata sandi baru",
    "/akun/password/reset/key/done/": "Kata sandi sudah diganti",
    "/akun/inactive/": "Akun ditutup",
}
OF_A_PERSON = {
    "/akun/logout/": "Keluar",
    "/akun/password/change/": "Ganti kata sandi",
    "/akun/2fa/": "Verifikasi dua langkah",
    "/akun/2fa/webauthn/": "Kunci sandi",
    "/akun/reauthenticate/?next=/akun/2fa/totp/activate/": "Pastikan ini Anda",
}


def person_with_password() -> Person:
    """Somebody who can sign in."""
    person = appointed(Role.OPERATOR, a_unit())
    person.set_password("kopi-pahit-pati")
    person.save()
    return person


def heading(client: Client, path: str) -> str:
    """What stands on top of a page, in the frame of the site."""
    page = client.get(path).content.decode()
    assert 'class="page-header"' in page
    found = re.search(r"<h1>(.*?)</h1>", page)
    return found.group(1) if found else ""


def test_every_page_of_signing_in_speaks_our_words() -> None:
    """Nothing of another program shines through."""
    visitor, person = Client(), signed_in(person_with_password())
    told = {path: heading(visitor, path) for path in OF_A_VISITOR}
    told |= {path: heading(person, path) for path in OF_A_PERSON}
    assert told == OF_A_VISITOR | OF_A_PERSON


@pytest.mark.parametrize(
    ("language", "subject", "greeting"),
    [
        ("id", "Kata sandi baru untuk Pragola", "Yth. Ani,"),
        ("en", "A new password for Pragola", "Dear Ani,"),
    ],
)
def test_a_forgotten_password_is_replaced_by_mail(
    language: str, subject: str, greeting: str
) -> None:
    """The mail is queued, speaks the reader's language, and its link works once."""
    person = person_with_password()
    person.name, person.language = "Ani", language
    person.save()
    browser = Client()
    browser.post("/akun/password/reset/", {"email": person.email})
    waited = len(mail.outbox)
    assert (waited, send_waiting(now())) == (0, 1)
    sent = mail.outbox[0]
    assert (sent.subject, str(sent.body).splitlines()[0], sent.to) == (
        subject,
        greeting,
        [person.email],
    )
    link = next(word for word in str(sent.body).split() if "/akun/password/reset/key/" in word)
    path = "/" + link.partition("//")[2].partition("/")[2]
    form = browser.get(path)["Location"]
    new = {"password1": "teh-manis-juwana", "password2": "teh-manis-juwana"}
    done = browser.post(form, new)["Location"]
    again = Client().get(path).content.decode()
    assert (done, "sudah dipakai atau sudah lewat" in again) == (
        "/akun/password/reset/key/done/",
        True,
    )
    assert Person.objects.get(pk=person.pk).check_password("teh-manis-juwana")
