"""The audit log: every change of anything, as it was and as it is; and mails that wait."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


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


class Trouble(models.TextChoices):
    """Why a mail did not leave."""

    REFUSED = "refused", _("ditolak server surel")
    AWAY = "away", _("server surel tidak menerimanya selama dua hari")


class Dispatch(models.Model):
    """A mail for the worker to send; `about` names its occasion, for which there is one only.

    `region` is the code of the government whose work it is about; mails about an account have none.
    `sent_at` is set before the mail leaves, so a worker that dies between the two loses one mail
    and sends none twice. `dropped_at` says that it is not tried any more, `trouble` why, and `said`
    what the mail server last answered. What has left keeps no text; what was dropped keeps it to be
    sent again, unless it is `secret`, as with a link that lets somebody in. `calendar` is the
    content of a calendar file that goes with it.
    """

    about = models.CharField(max_length=120, unique=True)
    region = models.CharField(max_length=10, blank=True)
    address = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    secret = models.BooleanField(default=False)
    calendar = models.TextField(blank=True)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=8, choices=Trouble.choices, blank=True)
    said = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        """About what, to whom."""
        return f"{self.about} {self.address}"
