"""How people come in: by invitation only, or through the government's own sign-in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pragola.web.regions.models import Person


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
