"""The audit log: every change of anything, as it was and as it is; and mails that wait."""

from django.conf import settings
from django.db import models


class Change(models.Model):
    """One change. Rows are only ever added; the database itself refuses anything else.

    `subject` names what was changed (`entry:41`, `unit:7`), `part` the field or indicator of it;
    `actor` None is the system itself, `acting_as` the role under which a person acted.
    """

    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    acting_as = models.CharField(max_length=12, blank=True)
    deed = models.CharField(max_length=40)
    subject = models.CharField(max_length=60)
    part = models.CharField(max_length=60, blank=True)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = [models.Index(fields=("subject", "-id"), name="change_by_subject")]

    def __str__(self) -> str:
        """What was done to what."""
        return f"{self.deed} {self.subject} {self.part}".strip()


class Dispatch(models.Model):
    """A mail for the worker to send; `about` names its occasion, for which there is one only.

    `sent_at` is set before the mail leaves, so a worker that dies between the two loses one mail
    and sends none twice. What has left keeps no text: it may hold a secret link.
    """

    about = models.CharField(max_length=120, unique=True)
    address = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        """About what, to whom."""
        return f"{self.about} {self.address}"
