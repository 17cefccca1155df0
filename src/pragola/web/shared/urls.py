"""Addresses that every app shares."""

from django.urls import path

from pragola.web.shared import views

urlpatterns = [path("kerja/belum-terkirim/", views.kept, name="kept")]
