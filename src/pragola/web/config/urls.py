"""All addresses of the site."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("akun/", include("pragola.web.config.accounts")),
    path("bahasa/", login_not_required(set_language), name="set_language"),
    path("", include("pragola.web.regions.urls")),
    path("", include("pragola.web.innovations.urls")),
    path("", include("pragola.web.evidence.urls")),
    path("", include("pragola.web.dashboards.urls")),
]
