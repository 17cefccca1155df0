"""Visits and calls, questions on claims, and what became guidance."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Region, Unit


class VisitKind(models.TextChoices):
    """How a coach was in touch."""

    VISIT = "visit", _("Kunjungan")
    CALL = "call", _("Telepon")
    MESSAGE = "message", _("Pesan")


class Visit(models.Model):
    """A coach was in touch with a unit: when, for how long, about what."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="visits")
    kind = models.CharField(max_length=7, choices=VisitKind.choices)
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    text = models.TextField()
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        """Which unit, how."""
        return f"{self.unit} {self.kind}"


class Question(models.Model):
    """What somebody of a unit asks about a claim, and what a coach answered."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="questions")
    indicator = models.CharField(max_length=20)
    text = models.TextField()
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        """What is asked."""
        return self.text


class Advice(models.Model):
    """A good answer as guidance for an indicator, read by all units of a government."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="advice")
    edition = models.CharField(max_length=10)
    indicator = models.CharField(max_length=20)
    text = models.TextField()
    question = models.OneToOneField(Question, models.PROTECT, related_name="advice")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "advice"

    def __str__(self) -> str:
        """For which indicator."""
        return f"{self.indicator}: {self.text}"
