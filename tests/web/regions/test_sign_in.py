"""Who comes through the government's own sign-in."""

import pytest
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.conf import LazySettings
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory

from pragola.web.regions.models import Person, Role
from pragola.web.regions.sign_in import KnownOnly
from tests.web.workplace import a_unit, appointed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def server(settings: LazySettings) -> None:
    """The government's own server, as the settings name it."""
    app = {"provider_id": "instansi", "name": "Akun instansi", "client_id": "pragola"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    registry.register(OpenIDConnectProvider)


def a_request() -> HttpRequest:
    """The request that comes back from the server."""
    request = RequestFactory().get("/akun/oidc/instansi/login/callback/")
    request.session = SessionStore()
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


def coming(email: str, *, verified: bool = True) -> SocialLogin:
    """Somebody with that address, as the server tells it."""
    return SocialLogin(
        user=Person(),
        account=SocialAccount(provider="instansi", uid=email),
        email_addresses=[EmailAddress(email=email, verified=verified)],
    )


def test_a_known_person_is_joined_to_their_account() -> None:
    """By the address that the server calls verified, however it is written."""
    person = appointed(Role.OPERATOR, a_unit())
    request = a_request()
    KnownOnly(request).pre_social_login(request, coming(person.email.upper()))
    assert SocialAccount.objects.get().user == person


@pytest.mark.parametrize(("known", "verified"), [(False, True), (True, False)])
def test_a_stranger_and_an_unproven_address_are_turned_away_in_words(
    known: bool,  # noqa: FBT001
    verified: bool,  # noqa: FBT001
) -> None:
    """No account is made, nobody is joined."""
    person = appointed(Role.OPERATOR, a_unit())
    email = person.email if known else "asing@contoh.go.id"
    request = a_request()
    with pytest.raises(ImmediateHttpResponse) as caught:
        KnownOnly(request).pre_social_login(request, coming(email, verified=verified))
    said = [str(message) for message in get_messages(request)]
    assert caught.value.response["Location"] == "/akun/login/"
    assert said == ["Alamat surel itu belum punya akun. Minta undangan kepada koordinator."]
    assert (SocialAccount.objects.count(), Person.objects.count()) == (0, 1)


def test_somebody_whose_account_was_closed_stays_out() -> None:
    """The server's word opens no closed door."""
    person = appointed(Role.OPERATOR, a_unit())
    person.is_active = False
    person.save()
    request = a_request()
    with pytest.raises(ImmediateHttpResponse):
        KnownOnly(request).pre_social_login(request, coming(person.email))
