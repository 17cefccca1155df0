"""Sending the site's own mails, each of them once."""

from collections.abc import Iterable
from datetime import datetime

from pragola.web.innovations.queries.mails import Mail
from pragola.web.shared.mails import Letter, queue_mail


def queue_due(mails: Iterable[Mail], *, at: datetime) -> int:
    """Let the worker send those that were not queued before; how many these were."""
    return sum(1 for mail in mails if queue_mail(_letter(mail), at=at))


def _letter(mail: Mail) -> Letter:
    return Letter(
        about=f"{mail.about}:{mail.person.pk}",
        region=mail.region,
        address=mail.person.email,
        subject=mail.subject,
        text=mail.text,
    )
