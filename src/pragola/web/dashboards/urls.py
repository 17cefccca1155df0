"""Addresses of the dashboards."""

from django.urls import path

from pragola.web.dashboards.views import assessment as views

urlpatterns = [
    path("", views.start, name="start"),
    path("penilaian/<str:subject>/", views.assessment, name="assessment"),
    path(
        "penilaian/<str:subject>/inovasi/<str:innovation_id>/", views.innovation, name="innovation"
    ),
    path("penilaian/<str:subject>/penjelasan/<path:key>", views.explanation, name="explanation"),
    path("pedoman/", views.editions, name="editions"),
    path("pedoman/<str:code>/", views.edition, name="edition"),
    path("pedoman/<str:code>/<str:indicator_code>/", views.indicator, name="indicator"),
]
