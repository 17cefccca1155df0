"""How people come in: by invitation only, or through the government's own sign-in."""

from secrets import token_hex
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from pragola.web.regions.actions.signing_in import SignInDeed
from pragola.web.regions.heard import hear
from pragola.web.regions.models import Person
from pragola.web.regions.queries.sessions import device_of
from pragola.web.shared.mails import Letter, queue_mail

_BYTES = 8


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody makes an account of their own accord."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": gettext_lazy(
            "Terlalu banyak percobaan masuk yang gagal. Tunggu 10 menit, lalu coba lagi, atau buat "
            "kata sandi baru lewat “Lupa kata sandi”."
        )
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No."""
        del request
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note it with the account of that address; of an unknown one nothing is kept, since
        people mistype passwords there.
        """
        address = str(credentials.get("email", "")).lower()
        hear(Person.objects.filter(email=address).first(), SignInDeed.FAILED, request)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Note that the right password was given for an account that is closed."""
        hear(user, SignInDeed.CLOSED, request)
        answer: HttpResponse = super().respond_user_inactive(request, user)
        return answer

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to where it was asked for."""
        del request
        return reverse("account")

    def send_mail(self, template_prefix: str, email: str, told: dict[str, Any]) -> None:
        """Let the worker send it, in the reader's language: no form tells by its slowness whether
        an address is known, and none fails with the mail server.
        """
        person = Person.objects.filter(email=email.lower()).first()
        with override(person.language if person else get_language()):
            mail = self.render_mail(template_prefix, email, told)
        letter = Letter(
            about=f"{template_prefix}:{token_hex(_BYTES)}",
            address=email,
            subject=str(mail.subject),
            text=str(mail.body),
            secret=True,
        )
        queue_mail(letter, at=now())


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """Second steps and passkeys in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": gettext_lazy(
            "Kode ini tidak cocok. Tulis kode yang sekarang terlihat di aplikasi; bila tetap tidak "
            "cocok, periksa apakah jam ponsel Anda tepat."
        )
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What a new key is called at first: the device in front of the person."""
        del user, type
        request = context.request
        return device_of(request.headers.get("User-Agent", "") if request else "")


class KnownOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Who comes through the government's sign-in must have an account under that address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """No."""
        del request, sociallogin
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Join the sign-in to the account of the same verified address, or turn it away."""
        if sociallogin.is_existing:
            return
        verified = [each.email for each in sociallogin.email_addresses if each.verified]
        person = Person.objects.filter(email__in=[e.lower() for e in verified], is_active=True)
        found = person.first()
        if found is None:
            messages.error(
                request, _("Alamat surel itu belum punya akun. Minta undangan kepada koordinator.")
            )
            raise ImmediateHttpResponse(redirect("account_login"))
        EmailAddress.objects.get_or_create(
            user=found, email=found.email, defaults={"verified": True, "primary": True}
        )
        sociallogin.connect(request, found)
