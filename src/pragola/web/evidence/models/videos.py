"""What is made of stored videos: a queue of rows, and how far each is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.models.evidence import StoredFile


class RenderingState(models.TextChoices):
    """How far poster and small video of a stored video are."""

    WAITING = "waiting", _("Menunggu dibuatkan versi ringan")
    RUNNING = "running", _("Versi ringan sedang dibuat")
    DONE = "done", _("Versi ringan siap")
    FAILED = "failed", _("Versi ringan tidak dapat dibuat")
    ISOLATED = "isolated", _("Versi ringan tidak dibuat otomatis")


class Rendering(models.Model):
    """The making of poster and small video; a worker takes the row, and gives it back finished.

    `percent` is how far the small video is, `seen_at` when its worker was last heard of. `tries`
    counts how often a worker took it since it was queued; who writes must still hold the try it
    began with. `fault` is the code of why it failed. `backlog` is as of an inspection.
    """

    file = models.OneToOneField(StoredFile, models.CASCADE, related_name="rendering")
    state = models.CharField(
        max_length=8, choices=RenderingState.choices, default=RenderingState.WAITING
    )
    backlog = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    percent = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=60, blank=True)
    queued_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("backlog", "queued_at", "id")

    def __str__(self) -> str:
        """Of which file, and how far."""
        return f"{self.file_id[:12]}: {self.state} {self.percent}"
