"""Plans that are computed: a queue of rows, and what was found."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Person

_DIGEST = 64


class CalculationState(models.TextChoices):
    """How far a calculation is."""

    WAITING = "waiting", _("Menunggu dihitung")
    RUNNING = "running", _("Sedang dihitung")
    DONE = "done", _("Sudah dihitung")
    STOPPED = "stopped", _("Dihentikan")
    ISOLATED = "isolated", _("Tidak dapat dihitung")


class Calculation(models.Model):
    """A plan and what stands beside it, for one question; a worker takes the row.

    `basis` is the digest of the whole question, `ground` of what the plan itself follows from:
    answers, work, target. `tries` counts how often a
    worker took it; whoever writes must still hold the try it began with. `told` holds what was
    found, part by part, as `stored` writes it; `answers` those that the plan leads to. `progress`
    is where the search stands. A `sure` row keeps the plan for a chance that another row's worker
    found, so that it can be agreed on as any other; nobody works on it. `choices` the fixed
    choices as they were, in words of their ids.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="calculations")
    basis = models.CharField(max_length=_DIGEST)
    ground = models.CharField(max_length=_DIGEST, default="")
    sure = models.BooleanField(default=False)
    target = models.DecimalField(max_digits=5, decimal_places=2)
    confidence = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=8, choices=CalculationState.choices, default=CalculationState.WAITING
    )
    tries = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    queued_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    progress = models.JSONField(default=dict)
    choices = models.JSONField(default=list)
    told = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=("assessment", "basis"), name="a_question_once"),
        ]
        indexes = [
            models.Index(
                fields=("queued_at",),
                condition=Q(state__in=("waiting", "running")),
                name="calculations_not_done",
            ),
        ]

    def __str__(self) -> str:
        """For which target, and how far."""
        return f"{self.target}: {self.state}"
