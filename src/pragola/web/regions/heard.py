"""Allauth's signals, each heard as one line of the audit log."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import (
    password_changed,
    password_reset,
    password_set,
    user_logged_in,
    user_logged_out,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from allauth.socialaccount.signals import social_account_added
from django.core.exceptions import PermissionDenied
from django.dispatch import Signal, receiver
from django.http import HttpRequest
from django.utils.timezone import now

from pragola.web.regions.actions.signing_in import Origin, SignInDeed, note_sign_in
from pragola.web.regions.models import Person
from pragola.web.regions.queries.sessions import device_of

_ABOUT_PASSWORDS: dict[Signal, SignInDeed] = {
    password_changed: SignInDeed.PASSWORD_CHANGED,
    password_set: SignInDeed.PASSWORD_SET,
    password_reset: SignInDeed.PASSWORD_RESET,
}
_ABOUT_WAYS: dict[Signal, SignInDeed] = {
    authenticator_added: SignInDeed.WAY_ADDED,
    authenticator_removed: SignInDeed.WAY_REMOVED,
    authenticator_reset: SignInDeed.CODES_RENEWED,
    authentication_failed: SignInDeed.STEP_FAILED,
}


def origin_of(request: HttpRequest) -> Origin:
    """From where a request comes; what it does not tell is empty."""
    try:
        ip = str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        ip = ""
    return Origin(device_of(request.META.get("HTTP_USER_AGENT", "")), ip)


def hear(person: Any, deed: SignInDeed, request: HttpRequest, *ways: str) -> None:
    """Write the line, for somebody who has an account."""
    if isinstance(person, Person):
        note_sign_in(person, deed, origin=origin_of(request), at=now(), ways=ways)


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Any, **_: Any) -> None:
    """With every step that was taken: a password, then a code or a key."""
    steps = get_authentication_records(request, user)
    ways = dict.fromkeys(str(step.get("type") or step["method"]) for step in steps)
    hear(user, SignInDeed.SIGNED_IN, request, *ways)


@receiver(user_logged_out)
def signed_out(request: HttpRequest, user: Any, **_: Any) -> None:
    """By their own hand; a session that runs out says nothing."""
    hear(user, SignInDeed.SIGNED_OUT, request)


@receiver([*_ABOUT_PASSWORDS])
def password_is_another(signal: Signal, request: HttpRequest, user: Any, **_: Any) -> None:
    """Changed with the old one, made for the first time, or anew after it was forgotten."""
    hear(user, _ABOUT_PASSWORDS[signal], request)


@receiver([*_ABOUT_WAYS])
def way_is_another(
    signal: Signal, request: HttpRequest, user: Any, authenticator: Authenticator, **_: Any
) -> None:
    """A second step or key was added, removed or renewed, or its code was wrong."""
    hear(user, _ABOUT_WAYS[signal], request, *_names(authenticator))


@receiver(social_account_added)
def institution_joined(request: HttpRequest, sociallogin: Any, **_: Any) -> None:
    """The institution's sign-in leads to this account from now on."""
    hear(sociallogin.user, SignInDeed.INSTITUTION, request)


def _names(authenticator: Authenticator) -> list[str]:
    """Its kind; a key also by the name that its owner gave it."""
    if authenticator.type != Authenticator.Type.WEBAUTHN:
        return [str(authenticator.type)]
    return [str(authenticator.type), str(authenticator.wrap().name)]
