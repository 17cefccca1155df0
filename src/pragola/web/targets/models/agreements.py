"""Plans that were agreed on: their actions with owners and days, and how far they came each day."""

from datetime import date

from django.db import models
from django.db.models import Q

from pragola.web.coaching.models import Agreement
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Person, Unit
from pragola.web.targets.models.calculations import Calculation


class AgreedPlan(models.Model):
    """The plan that a government works by until it ends or another one takes its place.

    `before` and `index` are the engine's indices as text, of the answers on that day and of those
    that the plan leads to. `path` is the index by day if every action is done when it is due.
    """

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="agreed_plans")
    calculation = models.ForeignKey(Calculation, models.PROTECT, related_name="agreements")
    target = models.DecimalField(max_digits=5, decimal_places=2)
    before = models.CharField(max_length=20)
    index = models.CharField(max_length=20)
    effort = models.DecimalField(max_digits=9, decimal_places=2)
    path = models.JSONField(default=list)
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField()
    ended_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=("assessment",), condition=Q(ended_at=None), name="one_agreed_plan"
            ),
        ]

    def __str__(self) -> str:
        """For which target."""
        return f"{self.assessment_id}: {self.target}"


class AgreedAction(models.Model):
    """One action of an agreed plan. `told` is all of it, as `stored` writes it.

    `unit` owns it, None is the region itself; whether it is done is read from the claims. Its
    `agreement` is the one in force about it; plans agreed on before there were any have none.
    """

    plan = models.ForeignKey(AgreedPlan, models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="+")
    told = models.JSONField()
    due = models.DateField()
    agreement = models.ForeignKey(Agreement, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=("plan", "number"), name="agreed_action_once"),
        ]

    def __str__(self) -> str:
        """Which one, until when."""
        return f"{self.plan_id}/{self.number} {self.due}"

    @property
    def day(self) -> date:
        """Until when it is to be done, as it is agreed now."""
        return self.agreement.due_on if self.agreement else self.due


class PlanDay(models.Model):
    """How far an agreed plan was on a day: the engine's index as text, what was done of it.

    `verified` is the index by verdicts, empty as long as there is none.
    """

    plan = models.ForeignKey(AgreedPlan, models.PROTECT, related_name="days")
    day = models.DateField()
    index = models.CharField(max_length=20)
    verified = models.CharField(max_length=20, blank=True)
    done = models.PositiveSmallIntegerField()
    effort = models.DecimalField(max_digits=9, decimal_places=2)

    class Meta:
        ordering = ("day",)
        constraints = [
            models.UniqueConstraint(fields=("plan", "day"), name="a_day_of_a_plan_once"),
        ]

    def __str__(self) -> str:
        """Which day, how far."""
        return f"{self.plan_id} {self.day}: {self.index}"
