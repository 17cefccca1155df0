"""Addresses of handing in and taking away."""

from django.urls import path

from pragola.web.regions import views

urlpatterns = [
    path("unggah/", views.upload, name="upload"),
    path("unggah/<str:upload_id>/", views.upload_reading, name="upload_reading"),
    path("unduh/buku-kerja-<str:code>.xlsx", views.blank_workbook, name="blank_workbook"),
    path(
        "unduh/contoh-<str:code>.xlsx", views.demonstration_workbook, name="demonstration_workbook"
    ),
]
