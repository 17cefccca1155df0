"""Addresses of evidence."""

from django.urls import URLPattern, path

from pragola.web.evidence.views import arrivals

urlpatterns: list[URLPattern] = [
    path("kerja/unggahan/", arrivals.arrivals, name="arrivals"),
    path("kerja/unggahan/kenal/", arrivals.arrival_known, name="arrival_known"),
    path("kerja/unggahan/biasa/", arrivals.arrival_plain, name="arrival_plain"),
    path("kerja/unggahan/<str:arrival_id>", arrivals.arrival, name="arrival"),
    path("kerja/unggahan/<str:arrival_id>/selesai", arrivals.arrival_finish, name="arrival_finish"),
]
