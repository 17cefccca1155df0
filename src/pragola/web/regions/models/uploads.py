"""What the site keeps of a workbook that a visitor handed in."""

import secrets
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.db import models

_SECRET_BYTES = 16
_LONGEST_NAME = 255


def unguessable() -> str:
    """A name that nobody finds by trying."""
    return secrets.token_urlsafe(_SECRET_BYTES)


class UploadState(models.TextChoices):
    """How far the reading of a workbook has come."""

    WAITING = "waiting"
    READING = "reading"
    SCORED = "scored"
    FAULTY = "faulty"
    FAILED = "failed"


MOVES: Mapping[UploadState, frozenset[UploadState]] = {
    UploadState.WAITING: frozenset({UploadState.READING, UploadState.FAILED}),
    UploadState.READING: frozenset(
        {UploadState.WAITING, UploadState.SCORED, UploadState.FAULTY, UploadState.FAILED}
    ),
    UploadState.SCORED: frozenset(),
    UploadState.FAULTY: frozenset(),
    UploadState.FAILED: frozenset(),
}
"""Where each state leads; what leads nowhere is the end."""

UNFINISHED = tuple(state for state, onwards in MOVES.items() if onwards)


class Upload(models.Model):
    """A workbook handed in by a visitor; the file itself is gone once it has been read.

    `answers` is the JSON document of the answers, empty until they are scored. `told` holds
    the faults of a faulty file, or what the reader noticed in a good one.
    """

    id = models.CharField(primary_key=True, max_length=43, default=unguessable, editable=False)
    visitor = models.CharField(max_length=43, db_index=True)
    file_name = models.CharField(max_length=_LONGEST_NAME)
    suffix = models.CharField(max_length=5)
    target = models.CharField(max_length=10, blank=True)
    state = models.CharField(
        max_length=10, choices=UploadState.choices, default=UploadState.WAITING
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    answers = models.TextField(blank=True)
    told = models.JSONField(default=list)
    received_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("-received_at",)

    def __str__(self) -> str:
        """Its name and how far it has come."""
        return f"{self.file_name} ({self.state})"

    @property
    def path(self) -> Path:
        """Where the file lies until it has been read; the visitor's own name is not in it."""
        return Path(settings.UPLOADS) / f"{self.id}{self.suffix}"

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen to it."""
        return not MOVES[UploadState(self.state)]
