"""Sending the site's own mails, each of them once."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.core.mail import send_mail

from pragola.web.innovations.models import Mailing
from pragola.web.innovations.queries.mails import Mail

_log = logging.getLogger(__name__)


def send_due(mails: Iterable[Mail], *, at: datetime) -> int:
    """Send those that were not sent yet; how many these were.

    One that the mail server refuses or that does not reach it is tried again the next time.
    """
    return sum(1 for mail in mails if _send_once(mail, at=at))


def _send_once(mail: Mail, *, at: datetime) -> bool:
    row, is_new = Mailing.objects.get_or_create(
        person=mail.person, about=mail.about, defaults={"sent_at": at}
    )
    if not is_new:
        return False
    try:
        send_mail(" ".join(mail.subject.split()), mail.text, None, [mail.person.email])
    except OSError:
        _log.exception("the mail %s has not left", mail.about)
        row.delete()
        return False
    return True
