"""Addresses of handing in and taking away."""

from django.urls import path

from pragola.web.regions.views import uploads

urlpatterns = [
    path("unggah/", uploads.upload, name="upload"),
    path("unggah/<str:upload_id>/", uploads.upload_reading, name="upload_reading"),
    path("unduh/buku-kerja-<str:code>.xlsx", uploads.blank_workbook, name="blank_workbook"),
    path(
        "unduh/contoh-<str:code>.xlsx",
        uploads.demonstration_workbook,
        name="demonstration_workbook",
    ),
]
