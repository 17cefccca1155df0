"""What the worker is asked for about the bench."""

from celery import shared_task
from django.conf import settings
from django.utils.timezone import now

from pragola.web.innovations.actions.mails import queue_due
from pragola.web.innovations.models import Assessment
from pragola.web.review.actions.queue import fill_queue, weigh_queue
from pragola.web.review.queries.mails import mails_of_objections
from pragola.web.review.queries.queue import REVIEWABLE


@shared_task(name="review.fill_queues")  # type: ignore[untyped-decorator]
def fill_queues() -> None:
    """Queue what was approved since, and tell the risk of what waits anew."""
    for assessment in Assessment.objects.filter(entries__state__in=REVIEWABLE).distinct():
        fill_queue(assessment, at=now())
        weigh_queue(assessment)


@shared_task(name="review.tell_objections")  # type: ignore[untyped-decorator]
def tell_objections() -> None:
    """Mail who may answer an objection, and the unit whose objection was answered."""
    moment = now()
    queue_due(mails_of_objections(settings.ADDRESS, moment), at=moment)
