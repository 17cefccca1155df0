"""Innovations over the years: yearly entries, profiles, claims, and the way of an entry."""
