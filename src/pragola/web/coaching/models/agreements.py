"""What was agreed: in a clinic, or for a plan that a government works by."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.models.clinics import Clinic
from pragola.web.coaching.models.diagnoses import Diagnosis
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Person, Role, Unit


class AgreementKind(models.TextChoices):
    """What has to change: a claim (or a row of the region), its proof, claims of many at once, or
    whether an entry is reported.
    """

    RAISE = "raise", _("Naikkan level")
    PROVE = "prove", _("Pasang bukti")
    TOGETHER = "together", _("Kegiatan bersama")
    REPORT = "report", _("Laporkan")
    WITHHOLD = "withhold", _("Tidak dilaporkan")


class Agreement(models.Model):
    """One line: what, about which claim, by whom, until when, worth how much of the index.

    Whether it is done is never written here: it follows from what happened to the claim since.
    Without `clinic` it stays with its unit; without `unit` the coordinator owns it; without
    `entry` it is about a row of the region, or `collective` work and the claims of its `lifts`.
    `planned`: a plan that was agreed on asks for it.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="agreements")
    clinic = models.ForeignKey(Clinic, models.PROTECT, null=True, related_name="agreements")
    diagnosis = models.ForeignKey(Diagnosis, models.PROTECT, null=True, related_name="agreements")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="agreements")
    indicator = models.CharField(max_length=20, blank=True)
    collective = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=8, choices=AgreementKind.choices)
    from_level = models.PositiveSmallIntegerField()
    to_level = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.OPERATOR)
    due_on = models.DateField(db_index=True)
    worth = models.DecimalField(max_digits=9, decimal_places=6)
    planned = models.BooleanField(default=False)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("clinic", "entry", "indicator", "kind", "to_level"),
                condition=Q(withdrawn_at__isnull=True),
                name="agreed_once_in_a_clinic",
            ),
        ]

    def __str__(self) -> str:
        """What."""
        return self.text


class Lift(models.Model):
    """A claim that collective work lifts; without `entry` a row of the region."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="lifts")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+")
    indicator = models.CharField(max_length=20)
    from_level = models.PositiveSmallIntegerField()
    to_level = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=("agreement", "entry", "indicator"), name="lifted_once_by_an_agreement"
            ),
        ]

    def __str__(self) -> str:
        """Which claim, to which level."""
        return f"{self.entry_id or ''} {self.indicator}: {self.to_level}"
