"""What the worker is asked for about entries: the mails that are due."""

from celery import shared_task
from django.conf import settings
from django.utils.timezone import now

from pragola.web.innovations.actions.mails import queue_due
from pragola.web.innovations.queries.mails import mails_of_moves, reminders_due


@shared_task(name="innovations.tell_moves")  # type: ignore[untyped-decorator]
def tell_moves() -> None:
    """Mail those who should know of a move."""
    moment = now()
    queue_due(mails_of_moves(settings.ADDRESS, moment), at=moment)


@shared_task(name="innovations.remind")  # type: ignore[untyped-decorator]
def remind() -> None:
    """Mail those who still have something to do before a door closes."""
    moment = now()
    queue_due(reminders_due(settings.ADDRESS, moment), at=moment)
