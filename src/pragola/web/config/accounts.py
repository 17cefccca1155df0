"""The addresses of signing in: allauth's own, without what Pragola does in another way.

People do not change their address by themselves, since invitations go by it; sessions stand on
the account page; other sign-ins exist only where the government's own one is set up.
"""

from allauth.account.urls import urlpatterns as account
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

_NOT_OURS = frozenset(
    {
        "account_confirm_email",
        "account_confirm_login_code",
        "account_email",
        "account_email_verification_sent",
    }
)

urlpatterns: list[URLPattern | URLResolver] = [
    *(each for each in account if each.name not in _NOT_OURS),
    path("2fa/", include("allauth.mfa.urls")),
]
if settings.OIDC:
    urlpatterns += [
        path("instansi/", include("allauth.socialaccount.urls")),
        path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    ]
