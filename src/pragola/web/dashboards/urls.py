"""Addresses of the dashboards."""

from django.urls import path

from pragola.web.dashboards import views

urlpatterns = [
    path("", views.start, name="start"),
    path("penilaian/<str:year>/", views.assessment, name="assessment"),
    path("penilaian/<str:year>/inovasi/<str:innovation_id>/", views.innovation, name="innovation"),
    path("penilaian/<str:year>/penjelasan/<path:key>", views.explanation, name="explanation"),
    path("pedoman/", views.editions, name="editions"),
    path("pedoman/<str:code>/", views.edition, name="edition"),
    path("pedoman/<str:code>/<str:indicator_code>/", views.indicator, name="indicator"),
]
