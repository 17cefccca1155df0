"""What is said in stored videos, where the administrator gave a model to hear it."""

from django.db import models

from pragola.web.evidence.models.evidence import StoredFile


class TranscriptState(models.TextChoices):
    """How far it is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    ISOLATED = "isolated"


class Transcript(models.Model):
    """What a model heard in a video; a worker takes the row, and gives it back finished.

    `passages` are seconds with what is said from there on, and `text` all of it, to be searched.
    `tries` counts how often a worker took it; who writes must still hold the try it began with.
    `seen_at` is when its worker was last heard of, `fault` the code of why nothing was heard.
    """

    file = models.OneToOneField(StoredFile, models.CASCADE, related_name="transcript")
    state = models.CharField(
        max_length=8, choices=TranscriptState.choices, default=TranscriptState.WAITING
    )
    passages = models.JSONField(default=list, blank=True)
    text = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=60, blank=True)
    queued_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("queued_at", "id")

    def __str__(self) -> str:
        """Of which file, and how far."""
        return f"{self.file_id[:12]}: {self.state}"
