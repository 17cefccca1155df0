"""Addresses of entries, profiles and claims."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
