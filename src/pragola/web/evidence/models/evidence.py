"""Files by their content, the evidence they make up, and what it is used for."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Region, Unit

_SHA256 = 64
_NAME = 255
_PART = 60


class StoredFile(models.Model):
    """Bytes that lie in the store under their SHA-256; never overwritten.

    `media_type` is what the content is, whatever the name says; `pages` is None until somebody
    looked, and where nobody can tell.
    """

    sha256 = models.CharField(primary_key=True, max_length=_SHA256)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    pages = models.PositiveIntegerField(null=True, blank=True)
    stored_at = models.DateTimeField()

    class Meta:
        ordering = ("stored_at",)

    def __str__(self) -> str:
        """The start of its digest, and what it is."""
        return f"{self.sha256[:12]} {self.media_type}"


class EvidenceKind(models.TextChoices):
    """Whether the proof lies here or elsewhere."""

    FILE = "file", _("Berkas")
    LINK = "link", _("Tautan")


class Evidence(models.Model):
    """A stored file or a link that proves something, with the data of the letter it is.

    It belongs to a unit and can serve many claims, entries and years (`Use`). `replaces` is the
    older version, which is kept. `answered` is the HTTP status a link gave when last asked, None
    when it was never asked or gave none (`answered_what` says why).
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=4, choices=EvidenceKind.choices)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="evidence")
    file_name = models.CharField(max_length=_NAME, blank=True)
    link = models.URLField(max_length=2000, blank=True)
    answered = models.PositiveSmallIntegerField(null=True, blank=True)
    answered_what = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    title = models.CharField(max_length=_NAME, blank=True)
    letter_number = models.CharField(max_length=120, blank=True)
    letter_date = models.DateField(null=True, blank=True)
    letter_subject = models.CharField(max_length=300, blank=True)
    letter_office = models.CharField(max_length=200, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    revision = models.PositiveIntegerField(default=1)
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="file", file__isnull=False, link="")
                | (Q(kind="link", file__isnull=True) & ~Q(link="")),
                name="evidence_is_file_or_link",
            ),
        ]

    def __str__(self) -> str:
        """What people call it."""
        return self.title or self.file_name or self.link


class Use(models.Model):
    """A piece of evidence serving one claim or one attachment of an entry.

    `part` is the indicator's code or the profile field's id; `pages` is a page range as people
    write it, `1-3, 7`, empty for all. A use that was removed keeps its row.
    """

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="uses")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="uses")
    part = models.CharField(max_length=_PART)
    pages = models.CharField(max_length=100, blank=True)
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=("evidence", "entry", "part"),
                condition=Q(removed_at__isnull=True),
                name="used_once_for_a_part",
            ),
        ]

    def __str__(self) -> str:
        """What serves what."""
        return f"{self.evidence_id} → {self.entry_id} {self.part}"
