"""Verdicts on claims: rows that are only ever added."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import Claim, Judged
from pragola.web.regions.models import Person, Role

_EDITION, _HASH, _REASON = 10, 64, 300


class VerdictKind(models.TextChoices):
    """What is said of a claim; the last takes a verdict back that was just given."""

    ACCEPTED = "accepted", _("Diterima")
    RETURNED = "returned", _("Dikembalikan")
    WITHDRAWN = "withdrawn", _("Putusan dibatalkan")


class Reading(models.IntegerChoices):
    """In which reading it was said. A second one is blind and changes nothing by itself."""

    FIRST = 1, _("Pembacaan pertama")
    SECOND = 2, _("Pembacaan kedua")
    THIRD = 3, _("Pembacaan ketiga")
    ANSWER = 4, _("Jawaban keberatan")


class Verdict(models.Model):
    """A verdict on a claim. Rows are only ever added; the database refuses anything else.

    `level` is the accepted one, 0 where returned, None where withdrawn. `rests_on` is what the
    verifier judged, as `queries.resting.rests_on` tells it; `was` and `was_level` how the claim
    stood before. `standard` is the standard reason that was chosen, `reason` all of it in words.
    `about` is the verdict that this one takes back, reads again, settles or answers; `along_with`
    the one on the same evidence that it was given along with.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts")
    kind = models.CharField(max_length=9, choices=VerdictKind.choices)
    reading = models.PositiveSmallIntegerField(choices=Reading.choices, default=Reading.FIRST)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    claimed_level = models.PositiveSmallIntegerField()
    standard = models.CharField(max_length=_REASON, blank=True)
    reason = models.TextField(blank=True)
    rests_on = models.JSONField()
    edition = models.CharField(max_length=_EDITION)
    edition_hash = models.CharField(max_length=_HASH)
    was = models.CharField(max_length=10, choices=Judged.choices, blank=True)
    was_level = models.PositiveSmallIntegerField(null=True, blank=True)
    about = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="later")
    along_with = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="others"
    )
    judged_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    acting_as = models.CharField(max_length=12, choices=Role.choices, blank=True)
    judged_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="accepted", level__gt=0)
                | Q(kind="returned", level=0)
                | Q(kind="withdrawn", level__isnull=True, about__isnull=False),
                name="a_verdict_says_one_thing",
            ),
            models.UniqueConstraint(
                fields=("about",), condition=Q(kind="withdrawn"), name="withdrawn_once"
            ),
            models.UniqueConstraint(
                fields=("about",),
                condition=Q(reading=2, kind__in=("accepted", "returned")),
                name="read_again_once",
            ),
            models.UniqueConstraint(
                fields=("about",), condition=Q(reading=4), name="answered_once"
            ),
        ]

    def __str__(self) -> str:
        """On which claim, and what it says."""
        return f"{self.claim_id}: {self.kind} {self.level}"
