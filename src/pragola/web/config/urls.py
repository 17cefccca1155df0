"""All addresses of the site."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("akun/", include("pragola.web.config.accounts")),
    path("", include("pragola.web.shared.urls")),
    path("", include("pragola.web.regions.urls")),
    path("", include("pragola.web.innovations.urls")),
    path("", include("pragola.web.evidence.urls")),
    path("", include("pragola.web.coaching.urls")),
    path("", include("pragola.web.targets.urls")),
    path("", include("pragola.web.review.urls")),
    path("", include("pragola.web.dashboards.urls")),
]
