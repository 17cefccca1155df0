"""A government's assessment under one edition, and the days on which its doors close."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pragola.web.regions.models import Person, Region, Unit

_CODE = 10
_HASH = 64


class Assessment(models.Model):
    """A government under one edition, which never changes afterwards.

    `spd` holds the region's own claims as the answers document has them (decimals as text);
    `spd_subtotal` stands in their place in an edition without SPD indicators. `official` is the
    index that the ministry gave, as `official_index` reads it; empty where that was not recorded.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="assessments")
    edition = models.CharField(max_length=_CODE)
    edition_hash = models.CharField(max_length=_HASH)
    target = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    spd = models.JSONField(default=dict)
    spd_subtotal = models.CharField(max_length=20, blank=True)
    official = models.JSONField(default=dict, blank=True)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("-edition",)
        constraints = [
            models.UniqueConstraint(fields=("region", "edition"), name="assessed_once_a_year"),
        ]

    def __str__(self) -> str:
        """Whose, and by which edition."""
        return f"{self.region} {self.edition}"


class Door(models.TextChoices):
    """What can be done only until a day of the calendar."""

    SUBMIT = "submit", _("Pengajuan oleh operator")
    APPROVE = "approve", _("Persetujuan kepala unit")
    REVISE = "revise", _("Perbaikan yang dikembalikan")
    REVIEW = "review", _("Pemeriksaan verifikator")


class Deadline(models.Model):
    """The moment at which a door of an assessment closes; without one it stays open."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="deadlines")
    door = models.CharField(max_length=10, choices=Door.choices)
    closes_at = models.DateTimeField()

    class Meta:
        ordering = ("closes_at",)
        constraints = [
            models.UniqueConstraint(fields=("assessment", "door"), name="a_door_closes_once"),
        ]

    def __str__(self) -> str:
        """Which door, when."""
        return f"{self.door} {self.closes_at:%Y-%m-%d}"


class Grace(models.Model):
    """More time for one unit at one door, given by the coordinator; the latest one holds."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="graces")
    unit = models.ForeignKey(Unit, models.PROTECT)
    door = models.CharField(max_length=10, choices=Door.choices)
    until = models.DateTimeField()
    reason = models.TextField()
    given_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        """For whom, until when."""
        return f"{self.unit} {self.door} {self.until:%Y-%m-%d}"
