"""What a clinic agreed on."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.models.clinics import Clinic
from pragola.web.coaching.models.diagnoses import Diagnosis
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Role, Unit


class AgreementKind(models.TextChoices):
    """What has to change about the claim."""

    RAISE = "raise", _("Naikkan level")
    PROVE = "prove", _("Pasang bukti")


class Agreement(models.Model):
    """One line: what, about which claim, by whom, until when, worth how much of the index.

    Whether it is done is never written here: it follows from what happened to the claim since.
    """

    clinic = models.ForeignKey(Clinic, models.PROTECT, related_name="agreements")
    diagnosis = models.ForeignKey(Diagnosis, models.PROTECT, null=True, related_name="agreements")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="agreements")
    indicator = models.CharField(max_length=20)
    kind = models.CharField(max_length=5, choices=AgreementKind.choices)
    from_level = models.PositiveSmallIntegerField()
    to_level = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.OPERATOR)
    due_on = models.DateField(db_index=True)
    worth = models.DecimalField(max_digits=9, decimal_places=6)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("clinic", "entry", "indicator", "kind"),
                condition=Q(withdrawn_at__isnull=True),
                name="agreed_once_in_a_clinic",
            ),
        ]

    def __str__(self) -> str:
        """What."""
        return self.text
