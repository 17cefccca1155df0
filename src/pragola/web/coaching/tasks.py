"""What the worker is asked for about coaching: reminders of agreements."""

from celery import shared_task
from django.conf import settings
from django.utils.timezone import now

from pragola.web.coaching.queries.mails import agreements_due
from pragola.web.innovations.actions.mails import queue_due


@shared_task(name="coaching.remind")  # type: ignore[untyped-decorator]
def remind() -> None:
    """Mail those whose agreements are due soon or overdue."""
    moment = now()
    queue_due(agreements_due(settings.ADDRESS, moment), at=moment)
