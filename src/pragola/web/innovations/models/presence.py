"""Who has an entry open."""

from django.db import models

from pragola.web.innovations.models.innovations import Entry
from pragola.web.regions.models import Person


class Presence(models.Model):
    """When somebody's page of an entry was last heard of; nothing is concluded from it."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("entry", "person"), name="present_once"),
        ]

    def __str__(self) -> str:
        """Who, at which entry."""
        return f"{self.entry_id} {self.person_id}"
