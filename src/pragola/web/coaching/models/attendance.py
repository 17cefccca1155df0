"""Who was there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.models.clinics import Clinic
from pragola.web.regions.models import Person, Unit


class How(models.TextChoices):
    """How somebody was marked as present."""

    CODE = "code", _("Kode QR")
    HAND = "hand", _("Dicatat petugas")


class Attendance(models.Model):
    """Somebody who was there: a person of the site, or a name where they have no account.

    `key` is what a browser without network gave to its note, so that it is taken in once.
    """

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=4, choices=How.choices)
    at = models.DateTimeField()
    key = models.CharField(max_length=40, blank=True)
    marked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("clinic", "person"),
                condition=Q(removed_at__isnull=True, person__isnull=False),
                name="marked_present_once",
            ),
            models.UniqueConstraint(
                fields=("clinic", "key"), condition=~Q(key=""), name="noted_once"
            ),
        ]

    def __str__(self) -> str:
        """Who."""
        return self.name
