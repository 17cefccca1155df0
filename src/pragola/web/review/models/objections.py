"""What a unit says against a verdict."""

from django.db import models

from pragola.web.evidence.models import Use
from pragola.web.regions.models import Person, Role
from pragola.web.review.models.verdicts import Verdict


class Objection(models.Model):
    """A unit objects to a verdict, once; `use` is the proof of its entry that it points at.

    Its answer is the verdict about that one in the reading ANSWER. Rows are only ever added; the
    database refuses anything else.
    """

    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="objection")
    reason = models.TextField()
    use = models.ForeignKey(Use, models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    acting_as = models.CharField(max_length=12, choices=Role.choices, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        """To which verdict."""
        return f"{self.verdict_id}: {self.reason}"
