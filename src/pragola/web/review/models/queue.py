"""The queue of the bench, its rules, and the reasons verifiers choose from."""

from django.db import models
from django.db.models import Q

from pragola.web.innovations.models import Assessment, Claim
from pragola.web.regions.models import Person, Region
from pragola.web.review.models.verdicts import Reading, Verdict

_INDICATOR, _REASON = 20, 300


class Turn(models.Model):
    """A claim that waits for a reading; whoever takes it holds it for a while.

    Without `waiting` it has been read. `risk` is 2 where a file of it blocks, 1 where one is
    doubtful; `points` what it claims. `assigned_to` keeps it for one person. `about` is the
    verdict that a later reading is about. `assessment` is its entry's, so that one index holds
    the queue in order and taking looks at hardly more than the row it takes.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, db_index=False, related_name="turns")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="turns")
    reading = models.PositiveSmallIntegerField(choices=Reading.choices, default=Reading.FIRST)
    about = models.ForeignKey(Verdict, models.PROTECT, null=True, blank=True, related_name="+")
    waiting = models.BooleanField(default=True)
    risk = models.PositiveSmallIntegerField(default=0)
    points = models.DecimalField(max_digits=7, decimal_places=2, default=0)
    assigned_to = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    held_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    held_until = models.DateTimeField(null=True, blank=True)
    queued_at = models.DateTimeField()

    class Meta:
        ordering = ("-risk", "-points", "id")
        indexes = [
            models.Index(
                fields=("assessment", "assigned_to", "-risk", "-points", "id"),
                condition=Q(waiting=True),
                name="turns_in_order",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=("claim", "reading"), name="a_turn_for_each_reading"),
        ]

    def __str__(self) -> str:
        """Of which claim, in which reading."""
        return f"{self.claim_id} ({self.reading})"


class Bench(models.Model):
    """How an assessment is reviewed: `second_share` percent of verdicts are read again, blindly."""

    assessment = models.OneToOneField(Assessment, models.PROTECT, related_name="bench")
    second_share = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(second_share__lte=100), name="a_share_of_hundred"),
        ]

    def __str__(self) -> str:
        """Of which assessment."""
        return f"{self.assessment_id}: {self.second_share} %"


class StandardReason(models.Model):
    """A reason to choose from, for one indicator or for all (empty); retired, not deleted."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=_INDICATOR, blank=True)
    text = models.CharField(max_length=_REASON)
    added_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=("region", "indicator", "text"),
                condition=Q(retired_at__isnull=True),
                name="a_reason_once",
            ),
        ]

    def __str__(self) -> str:
        """What it says."""
        return self.text
