"""Mails of the site itself, kept so that each goes out once."""

from django.db import models

from pragola.web.regions.models import Person

_ABOUT = 120


class Mailing(models.Model):
    """A mail handed to the mail server; `about` names its occasion, `move:41`.

    The row is there before the mail leaves: a worker that dies between the two loses one mail,
    and never sends it twice.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    about = models.CharField(max_length=_ABOUT)
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=("person", "about"), name="mailed_once"),
        ]

    def __str__(self) -> str:
        """To whom, about what."""
        return f"{self.person_id} {self.about}"
