"""What the worker is asked for about the bench."""

from celery import shared_task
from django.utils.timezone import now

from pragola.web.innovations.models import Assessment
from pragola.web.review.actions.queue import fill_queue, weigh_queue
from pragola.web.review.queries.queue import REVIEWABLE


@shared_task(name="review.fill_queues")  # type: ignore[untyped-decorator]
def fill_queues() -> None:
    """Queue what was approved since, and tell the risk of what waits anew."""
    for assessment in Assessment.objects.filter(entries__state__in=REVIEWABLE).distinct():
        fill_queue(assessment, at=now())
        weigh_queue(assessment)
