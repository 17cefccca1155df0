"""What the worker is asked for again and again: mails that wait."""

from celery import shared_task
from django.utils.timezone import now

from pragola.web.shared.mails import SEND, send_waiting


@shared_task(name=SEND)  # type: ignore[untyped-decorator]
def send_mails() -> None:
    """Send the mails that people set going."""
    send_waiting(now())
