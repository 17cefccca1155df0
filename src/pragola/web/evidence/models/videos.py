"""What is made of stored videos, its time marks, and the storyboard before it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.models.evidence import StoredFile, Use
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person

_SUBSTANCE = 200


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


class MarkVerdict(models.TextChoices):
    """What a verifier says of a mark."""

    CONFIRMED = "confirmed", _("Dibenarkan")
    REJECTED = "rejected", _("Ditolak")


class Mark(models.Model):
    """Where a substance begins in a video that serves an entry.

    `substance` is its text in the edition. `second` None is a mark that was removed: its row stays,
    so that `revision` goes on counting the saves. `verdict` falls away when the second changes.
    """

    use = models.ForeignKey(Use, models.PROTECT, related_name="marks")
    substance = models.CharField(max_length=_SUBSTANCE)
    second = models.PositiveIntegerField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()
    verdict = models.CharField(max_length=9, choices=MarkVerdict.choices, blank=True)
    judged_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("use", "substance"), name="one_mark_a_substance"),
        ]

    def __str__(self) -> str:
        """What begins when."""
        return f"{self.use_id} {self.substance}: {self.second}"


class Scene(models.Model):
    """What the video of an entry is to say and to show of a substance, in how many seconds."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="scenes")
    substance = models.CharField(max_length=_SUBSTANCE)
    seconds = models.PositiveIntegerField()
    said = models.TextField(blank=True)
    shown = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("entry", "substance"), name="one_scene_a_substance"),
        ]

    def __str__(self) -> str:
        """Of which substance, and how long."""
        return f"{self.entry_id} {self.substance}: {self.seconds}"
