"""Mails that people set going: kept with what they belong to, sent by the worker."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from celery import current_app
from django.core.mail import send_mail
from django.db import transaction

from pragola.web.shared.models import Dispatch

SEND = "shared.send_mails"
LATE = timedelta(days=2)
"""A mail that could not leave for so long is not sent any more."""
_log = logging.getLogger(__name__)


def queue_mail(about: str, *, address: str, subject: str, text: str, at: datetime) -> bool:
    """Let the worker send a mail once this transaction holds; False where it was queued before."""
    told = {"address": address, "subject": " ".join(subject.split()), "text": text}
    _row, is_new = Dispatch.objects.get_or_create(about=about, defaults={**told, "queued_at": at})
    if is_new:
        # The worker's clock asks too, so a queue that is away delays a mail and loses none.
        transaction.on_commit(_ask, robust=True)
    return is_new


def waiting(abouts: Iterable[str]) -> frozenset[str]:
    """Those of the occasions whose mail has not left yet; one query."""
    rows = Dispatch.objects.filter(about__in=list(abouts), sent_at=None)
    return frozenset(rows.values_list("about", flat=True))


def send_waiting(at: datetime) -> int:
    """Send what waits, each mail once; how many have left."""
    rows = Dispatch.objects.filter(sent_at=None, queued_at__gt=at - LATE)
    return sum(1 for row in rows if _send(row, at=at))


def _send(row: Dispatch, *, at: datetime) -> bool:
    if not Dispatch.objects.filter(pk=row.pk, sent_at=None).update(sent_at=at):
        return False
    try:
        send_mail(row.subject, row.text, None, [row.address])
    except OSError:
        _log.exception("the mail %s has not left", row.about)
        Dispatch.objects.filter(pk=row.pk).update(sent_at=None)
        return False
    Dispatch.objects.filter(pk=row.pk).update(text="")
    return True


def _ask() -> None:
    current_app.send_task(SEND)
