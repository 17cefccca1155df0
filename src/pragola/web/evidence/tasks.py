"""What the worker is asked for about evidence."""

from celery import shared_task
from django.conf import settings
from django.utils.timezone import now

from pragola.web.evidence.actions.arrivals import sweep_arrivals
from pragola.web.evidence.actions.links import ask_links
from pragola.web.evidence.asking import ask


@shared_task(name="evidence.sweep_arrivals")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Finish files that are all here, give up those that nobody sends on."""
    sweep_arrivals(now())


@shared_task(name="evidence.ask_links")  # type: ignore[untyped-decorator]
def ask_waiting_links() -> None:
    """Ask links whether they open, where the administrator allows it."""
    if settings.ASK_LINKS:
        ask_links(ask, at=now())
