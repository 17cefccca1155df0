"""All addresses of the site."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("bahasa/", set_language, name="set_language"),
    path("", include("pragola.web.regions.urls")),
    path("", include("pragola.web.dashboards.urls")),
]
