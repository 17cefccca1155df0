"""What a plan is asked to keep to: dates, choices made by people, own efforts, hands."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pragola.planning.work import Wish as PlannedWish
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Person, Unit

_INDICATOR = 20
_COLLECTIVE = 60


class Aim(models.Model):
    """How an assessment is planned for; its target stands in the assessment itself.

    `confidence` is in percent. Without `end` the calendar's door ends the work. `keep_all`:
    nothing that is reported may be withheld.
    """

    assessment = models.OneToOneField(Assessment, models.PROTECT, related_name="aim")
    confidence = models.PositiveSmallIntegerField(default=90)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    keep_all = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Of which assessment."""
        return f"{self.assessment_id}"


class Wish(models.TextChoices):
    """What people fix before a plan is made, as `pragola.planning` knows it."""

    NOT = PlannedWish.NOT.value, _("Bukan ini")
    SURELY = PlannedWish.SURELY.value, _("Ini pasti")
    NO_HANDS = PlannedWish.NO_HANDS.value, _("Tidak punya tenaga")


class Choice(models.Model):
    """A choice made by people, around which plans are made until it is lifted.

    About a claim (`entry` and `indicator`), a row of the region (`indicator` alone), an entry
    (SURELY with `report` enters or withholds it), a collective action, or a unit's hands.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="choices")
    wish = models.CharField(max_length=8, choices=Wish.choices)
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    indicator = models.CharField(max_length=_INDICATOR, blank=True)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    collective = models.CharField(max_length=_COLLECTIVE, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    report = models.BooleanField(default=True)
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    lifted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        indexes = [
            models.Index(
                fields=("assessment",), condition=Q(lifted_at=None), name="choices_in_force"
            )
        ]

    def __str__(self) -> str:
        """What is wished, about what."""
        about = self.collective or self.unit_id or f"{self.entry_id or ''}/{self.indicator}"
        return f"{self.wish} {about}"


class OwnEffort(models.Model):
    """Person-days that replace the usual ones, for a claim, a unit or everywhere.

    Either a step (`indicator` into `level`) or a `collective` action. `effort` None: it cannot be
    made up.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="own_efforts")
    indicator = models.CharField(max_length=_INDICATOR, blank=True)
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    collective = models.CharField(max_length=_COLLECTIVE, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    effort = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("indicator", "level", "collective", "id")

    def __str__(self) -> str:
        """Of what, how much."""
        return f"{self.collective or self.indicator} {self.level or ''}: {self.effort}"


class Hands(models.Model):
    """Person-days that a unit has until a day, all before it included; without unit the region."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="hands")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    days = models.DecimalField(max_digits=7, decimal_places=2)
    until = models.DateField(null=True, blank=True)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ("unit__name", "until", "id")
        verbose_name_plural = "hands"

    def __str__(self) -> str:
        """Whose, how many."""
        return f"{self.unit or self.assessment}: {self.days}"
