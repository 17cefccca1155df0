"""Inspections of evidence for what it is used for: a queue of rows, and what was found."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.models.evidence import StoredFile, Use


class InspectionState(models.TextChoices):
    """How far an inspection is."""

    WAITING = "waiting", _("Menunggu diperiksa")
    RUNNING = "running", _("Sedang diperiksa")
    DONE = "done", _("Sudah diperiksa")
    ISOLATED = "isolated", _("Tidak dapat diperiksa otomatis")


class Inspection(models.Model):
    """The inspection of one use of a file; a worker takes the row, and gives it back finished.

    `backlog` is what nobody waits for: the sweep queued it, and it lets by what people just sent.
    `tries` counts how often a worker took it since it was queued; whoever writes the outcome must
    still hold the try it began with. `basis` tells the checks, the edition and the claim it was
    made by, so that it is made anew when one of them changes; `rules` is the part of it that is
    the same for all uses in an edition, and `compared_at` when the basis was last compared.
    `checks` is the version of the checks alone. `step` is what the worker said at `step_at` that
    it is doing, as `inspection.steps`.
    """

    use = models.OneToOneField(Use, models.CASCADE, related_name="inspection")
    state = models.CharField(
        max_length=8, choices=InspectionState.choices, default=InspectionState.WAITING
    )
    backlog = models.BooleanField(default=False)
    tries = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    basis = models.CharField(max_length=64, blank=True)
    rules = models.CharField(max_length=64, blank=True)
    compared_at = models.DateTimeField(null=True, blank=True)
    checks = models.CharField(max_length=12, blank=True)
    step = models.CharField(max_length=40, blank=True)
    step_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("backlog", "queued_at", "id")
        indexes = [
            models.Index(
                fields=("backlog", "queued_at"),
                condition=Q(state__in=("waiting", "running")),
                name="inspections_not_done",
            ),
            models.Index(
                fields=("compared_at",),
                condition=Q(state__in=("done", "isolated")),
                name="inspections_to_compare",
            ),
        ]

    def __str__(self) -> str:
        """Of which use, and how far."""
        return f"{self.use_id}: {self.state}"


class InspectionFinding(models.Model):
    """One finding, in its order; `told` is the whole of it as `inspection.report` writes it."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="findings")
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=8)
    told = models.JSONField()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=("inspection", "number"), name="found_once"),
        ]

    def __str__(self) -> str:
        """What was found."""
        return f"{self.severity} {self.code}"


class PageText(models.Model):
    """The text of a page, as `inspection.report.PageText`; `reader` is the version of OCR.

    `lines` are kept of what OCR read: left, top, right and bottom of each line.
    """

    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="texts")
    page = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    by_ocr = models.BooleanField(default=False)
    sure_words = models.PositiveIntegerField(default=0)
    confidence = models.PositiveSmallIntegerField(default=0)
    turned = models.PositiveSmallIntegerField(default=0)
    lines = models.JSONField(default=list, blank=True)
    reader = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("page",)
        constraints = [
            models.UniqueConstraint(fields=("file", "page"), name="one_text_a_page"),
        ]

    def __str__(self) -> str:
        """Of which page."""
        return f"{self.file_id[:12]} {self.page}"


class Fingerprint(models.Model):
    """By what files nearly the same are found: a kind of `inspection.likeness`, and its value."""

    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="fingerprints")
    kind = models.CharField(max_length=16)
    value = models.TextField()

    class Meta:
        ordering = ("kind",)
        constraints = [
            models.UniqueConstraint(fields=("file", "kind"), name="one_fingerprint_a_kind"),
        ]

    def __str__(self) -> str:
        """Of which file."""
        return f"{self.file_id[:12]} {self.kind}"
