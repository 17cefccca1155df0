"""Allauth's forms in our words."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as second_step
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from pragola.web.regions.actions.signing_in import SignInDeed, note_sign_in
from pragola.web.regions.heard import origin_of

type Words = Mapping[str, tuple[Promise, Promise | str]]

_EMAIL = (_("Surel"), "")
_PASSWORD = (_("Kata sandi"), "")
PASSWORD_RULES = _(
    "Paling sedikit 10 tanda. Bukan kata yang umum, bukan angka saja, dan tidak mirip nama atau "
    "surel Anda."
)
_CODE = (_("6 angka dari aplikasi, atau satu kode cadangan"), "")
_KEY_NAME = (_("Nama kunci"), _("Supaya Anda mengenalinya, misalnya “HP Android”."))
_NEW_PASSWORD: Words = {
    "password1": (_("Kata sandi baru"), PASSWORD_RULES),
    "password2": (_("Kata sandi baru, sekali lagi"), ""),
}


class _Reworded:
    words: ClassVar[Words]
    """A label and a help text by the name of a field."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        fields: Mapping[str, Any] = self.fields  # type: ignore[attr-defined]
        for name, (label, help_text) in self.words.items():
            fields[name].label, fields[name].help_text = label, help_text
            fields[name].widget.attrs.pop("placeholder", None)


class LoginForm(_Reworded, account.LoginForm):  # type: ignore[misc]
    """An address and a password."""

    words: ClassVar[Words] = {"login": _EMAIL, "password": _PASSWORD}


class PasswordAgainForm(_Reworded, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something is changed about signing in."""

    words: ClassVar[Words] = {"password": _PASSWORD}


class ForgottenForm(_Reworded, account.ResetPasswordForm):  # type: ignore[misc]
    """Whose password is forgotten."""

    words: ClassVar[Words] = {"email": _EMAIL}


class ForgottenKeyForm(_Reworded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password instead of a forgotten one."""

    words: ClassVar[Words] = _NEW_PASSWORD


class ChangePasswordForm(_Reworded, account.ChangePasswordForm):  # type: ignore[misc]
    """A new password instead of a known one."""

    words: ClassVar[Words] = {"oldpassword": (_("Kata sandi sekarang"), ""), **_NEW_PASSWORD}


class FirstPasswordForm(_Reworded, account.SetPasswordForm):  # type: ignore[misc]
    """A password for somebody who had none."""

    words: ClassVar[Words] = _NEW_PASSWORD


class SecondStepForm(_Reworded, second_step.AuthenticateForm):  # type: ignore[misc]
    """The second step of signing in."""

    words: ClassVar[Words] = {"code": _CODE}


class SecondStepAgainForm(_Reworded, second_step.ReauthenticateForm):  # type: ignore[misc]
    """The second step once more, before something is changed about signing in."""

    words: ClassVar[Words] = {"code": _CODE}


class NewAppForm(_Reworded, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an authenticator app."""

    words: ClassVar[Words] = {"code": (_("6 angka dari aplikasi"), "")}


class NewKeyForm(_Reworded, AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey: one that signs in alone, unless somebody wants it otherwise."""

    words: ClassVar[Words] = {
        "name": _KEY_NAME,
        "passwordless": (
            _("Masuk dengan kunci ini saja, tanpa kata sandi"),
            _("Bila tidak dicentang, kunci ini hanya menjadi langkah kedua setelah kata sandi."),
        ),
    }

    def __init__(self, *given: Any, **named: Any) -> None:
        """Ticked at first."""
        super().__init__(*given, **named)
        self.fields["passwordless"].initial = True


class KeyNameForm(_Reworded, EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""

    words: ClassVar[Words] = {"name": _KEY_NAME}

    def save(self) -> Authenticator:
        """Keep the new name, and the old one in the log."""
        old = str(self.instance.wrap().name)
        renamed: Authenticator = super().save()
        request = context.request
        note_sign_in(
            renamed.user,
            SignInDeed.WAY_RENAMED,
            origin=origin_of(request),
            at=now(),
            old=old,
            ways=[renamed.type, self.cleaned_data["name"]],
        )
        return renamed
