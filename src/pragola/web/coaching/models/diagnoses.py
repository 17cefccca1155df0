"""Diagnosis sheets as they were made, and the letterhead they stand under."""

from django.db import models

from pragola.web.coaching.models.clinics import Clinic
from pragola.web.regions.models import Person, Region, Unit


class Letterhead(models.Model):
    """What stands above papers of a government; its name comes from the region itself."""

    region = models.OneToOneField(Region, models.PROTECT, related_name="letterhead")
    office = models.CharField(max_length=200)
    address = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("region",)

    def __str__(self) -> str:
        """The office."""
        return self.office


class Diagnosis(models.Model):
    """A unit as it stood at one moment, by one edition; a row is never changed afterwards.

    `content` is a `sheets.UnitSheet` as JSON.
    """

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="diagnoses")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    edition = models.CharField(max_length=10)
    edition_hash = models.CharField(max_length=64)
    content = models.JSONField()
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-id")
        verbose_name_plural = "diagnoses"

    def __str__(self) -> str:
        """Of which unit, when."""
        return f"{self.unit_id} {self.made_at:%Y-%m-%d %H:%M}"
