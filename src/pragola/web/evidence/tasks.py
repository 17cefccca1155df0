"""What the worker is asked for about evidence."""

from celery import shared_task
from django.utils.timezone import now

from pragola.web.evidence.actions.arrivals import sweep_arrivals


@shared_task(name="evidence.sweep_arrivals")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Finish files that are all here, give up those that nobody sends on."""
    sweep_arrivals(now())
