"""What is nearly the same: what each thing is found by, pairs, whose they are, what was said."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.models.evidence import StoredFile
from pragola.web.innovations.models import Innovation
from pragola.web.regions.models import Person, Region

_DIGEST = 64


class Sketch(models.Model):
    """By what a file, or the text of an innovation, is found; a row that waits for a worker.

    `prints` are the fingerprints of `inspection.likeness` that its bands were made of. It waits
    while `done` is behind `wanted`: whoever changes what likeness rests on adds one to `wanted`,
    and a worker that is done writes the `wanted` it began with. `version` is that of the check it
    was looked up by, 0 where it never was. `taken_at` is when a worker took it, `read_at` when an
    innovation's text was read.
    """

    file = models.OneToOneField(StoredFile, models.CASCADE, null=True, related_name="sketch")
    innovation = models.OneToOneField(Innovation, models.CASCADE, null=True, related_name="sketch")
    prints = models.JSONField(default=dict)
    wanted = models.PositiveIntegerField(default=1)
    done = models.PositiveIntegerField(default=0)
    version = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("version", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False, innovation__isnull=True)
                | Q(file__isnull=True, innovation__isnull=False),
                name="sketch_of_one_thing",
            ),
        ]
        indexes = [
            models.Index(
                fields=("version", "id"),
                condition=Q(done__lt=F("wanted")),
                name="sketches_that_wait",
            ),
        ]

    def __str__(self) -> str:
        """Of what, and how far."""
        return f"{self.file_id or self.innovation_id}: {self.done}/{self.wanted}"


class Band(models.Model):
    """One key of `inspection.likeness.bands` under which a sketch is kept."""

    sketch = models.ForeignKey(Sketch, models.CASCADE, related_name="bands", db_index=False)
    key = models.BigIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("sketch", "key"), name="kept_once_under_a_key"),
        ]
        indexes = [models.Index(fields=("key", "sketch"), name="sketches_by_key")]

    def __str__(self) -> str:
        """Which sketch under which key."""
        return f"{self.sketch_id} {self.key:x}"


class How(models.TextChoices):
    """By what two things are the same or nearly."""

    SAME = "same", _("berkas yang sama")
    PICTURE = "picture", _("gambar yang hampir sama")
    PHOTO = "photo", _("foto yang hampir sama di dalam dokumen")
    TEXT = "text", _("teks yang hampir sama")
    INNOVATION = "innovation", _("uraian inovasi yang hampir sama")


class Gravity(models.IntegerChoices):
    """How much it matters, by the table of sharing."""

    FINE = 0, _("wajar")
    LOOK = 1, _("perlu dilihat")
    OWN = 2, _("seharusnya milik satu inovasi")


class Likeness(models.Model):
    """Two files that are nearly the same, a file with itself where several innovations use it, or
    two innovations whose texts are nearly the same.

    The one is the lesser by its key, so each pair is there once. `kind` is that of
    `inspection.likeness.sharing`, empty for innovations. `innovations` and `regions` count whose it
    is now (`LikenessSide`), 0 where nothing is shared any more; `digest` tells these sides.
    `one_page` and `other_page` are where in each a photograph stands that is the same.
    """

    how = models.CharField(max_length=10, choices=How.choices)
    one_file = models.ForeignKey(StoredFile, models.CASCADE, null=True, related_name="+")
    other_file = models.ForeignKey(StoredFile, models.CASCADE, null=True, related_name="+")
    one_innovation = models.ForeignKey(Innovation, models.CASCADE, null=True, related_name="+")
    other_innovation = models.ForeignKey(Innovation, models.CASCADE, null=True, related_name="+")
    percent = models.PositiveSmallIntegerField()
    one_page = models.PositiveSmallIntegerField(null=True, blank=True)
    other_page = models.PositiveSmallIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=16, blank=True)
    gravity = models.PositiveSmallIntegerField(choices=Gravity.choices, default=Gravity.LOOK)
    innovations = models.PositiveIntegerField(default=0)
    regions = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=_DIGEST, blank=True)
    found_at = models.DateTimeField()

    class Meta:
        ordering = ("-gravity", "-percent", "id")
        verbose_name_plural = "likenesses"
        constraints = [
            models.UniqueConstraint(fields=("one_file", "other_file"), name="two_files_once"),
            models.UniqueConstraint(
                fields=("one_innovation", "other_innovation"), name="two_innovations_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    how="innovation",
                    one_file=None,
                    other_file=None,
                    one_innovation__lt=F("other_innovation"),
                )
                | Q(
                    how="same",
                    one_file=F("other_file"),
                    one_innovation=None,
                    other_innovation=None,
                )
                | Q(
                    how__in=("picture", "photo", "text"),
                    one_file__lt=F("other_file"),
                    one_innovation=None,
                    other_innovation=None,
                ),
                name="likeness_of_two_alike",
            ),
        ]

    def __str__(self) -> str:
        """How much alike what is."""
        return f"{self.how} {self.percent} %"


class LikenessSide(models.Model):
    """An innovation that a pair concerns: it uses the one file, the other, or both."""

    likeness = models.ForeignKey(Likeness, models.CASCADE, related_name="sides")
    innovation = models.ForeignKey(Innovation, models.CASCADE, related_name="+")
    of_one = models.BooleanField(default=False)
    of_other = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("likeness", "innovation"), name="a_side_once"),
        ]

    def __str__(self) -> str:
        """Whose side."""
        return f"{self.likeness_id} {self.innovation_id}"


class LikenessMark(models.Model):
    """That somebody looked at a pair and found nothing wrong, and why.

    It speaks for a government, or for the nation where `region` is empty, and holds until it is
    taken back or a side changes (`ended_at`).
    """

    likeness = models.ForeignKey(Likeness, models.CASCADE, related_name="marks")
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True)
    reason = models.CharField(max_length=1000)
    marked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    marked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=("likeness", "region"),
                condition=Q(ended_at__isnull=True, region__isnull=False),
                name="marked_once_by_a_region",
            ),
            models.UniqueConstraint(
                fields=("likeness",),
                condition=Q(ended_at__isnull=True, region__isnull=True),
                name="marked_once_by_the_nation",
            ),
        ]

    def __str__(self) -> str:
        """Which pair, for whom."""
        return f"{self.likeness_id} {self.region_id or '–'}"
