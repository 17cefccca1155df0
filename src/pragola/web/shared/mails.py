"""Mails that people and the clock set going: kept with what they belong to, sent by the worker.

What the mail server refuses for good is dropped at once, what does not reach it is tried for two
days; both are told to who coordinates the work that the mail is about, and can be sent again.
"""

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import MIMEPart
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException

from celery import current_app
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet

from pragola.web.shared.audit import Author, record
from pragola.web.shared.models import Dispatch, Trouble
from pragola.web.shared.texts import typed_line

SEND = "shared.send_mails"
LATE = timedelta(days=2)
"""A mail that could not leave for so long is not sent any more."""
_FOR_GOOD = 500
"""From this answer on, a mail server says that asking again will not help."""
_MOST_SAID = 300
_METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail before it is queued, as `Dispatch` keeps it; `calendar` goes with it as a file."""

    about: str
    address: str
    subject: str
    text: str
    region: str = ""
    secret: bool = False
    calendar: str = ""


def queue_mail(letter: Letter, *, at: datetime) -> bool:
    """Let the worker send a mail once this transaction holds; False where it was queued before."""
    told = {
        "region": letter.region,
        "address": letter.address,
        "subject": " ".join(letter.subject.split()),
        "text": letter.text,
        "secret": letter.secret,
        "calendar": letter.calendar,
        "queued_at": at,
    }
    _row, is_new = Dispatch.objects.get_or_create(about=letter.about, defaults=told)
    if is_new:
        # The worker's clock asks too, so a queue that is away delays a mail and loses none.
        transaction.on_commit(_ask, robust=True)
    return is_new


def call_back(about: str) -> None:
    """Let a mail stay here that has not left: what it is about is over."""
    Dispatch.objects.filter(about=about, sent_at=None).delete()


def dispatches(abouts: Iterable[str]) -> Mapping[str, Dispatch]:
    """The mails on these occasions, as far as there are any; one query."""
    return {row.about: row for row in Dispatch.objects.filter(about__in=list(abouts))}


def dropped_mails(region: str) -> QuerySet[Dispatch]:
    """The mails of a government's work that were given up and can be sent again, newest first."""
    given_up = Dispatch.objects.filter(region=region, secret=False, dropped_at__isnull=False)
    return given_up.order_by("-dropped_at", "-id")


@transaction.atomic
def send_again(row: Dispatch, *, by: Author, at: datetime) -> None:
    """Try a mail anew that was given up; nothing where it is on its way already."""
    again = {"queued_at": at, "dropped_at": None, "trouble": "", "said": ""}
    if Dispatch.objects.filter(pk=row.pk, secret=False, dropped_at__isnull=False).update(**again):
        record("mail_sent_again", row, by=by, at=at, new=row.address)
        transaction.on_commit(_ask, robust=True)


def send_waiting(at: datetime) -> int:
    """Send what waits, each mail once, and give up what is too old; how many have left."""
    waiting = Dispatch.objects.filter(sent_at=None, dropped_at=None)
    _drop(waiting.filter(queued_at__lte=at - LATE), Trouble.AWAY, at=at)
    return sum(1 for row in waiting.all() if _send(row, at=at))


def _send(row: Dispatch, *, at: datetime) -> bool:
    own = Dispatch.objects.filter(pk=row.pk)
    if not own.filter(sent_at=None).update(sent_at=at):
        return False
    try:
        _message(row).send()
    except OSError as error:
        _log.exception("the mail %s has not left", row.about)
        own.update(sent_at=None, said=typed_line(_answer(error))[:_MOST_SAID])
        if _is_for_good(error):
            _drop(own, Trouble.REFUSED, at=at)
        return False
    own.update(text="", said="")
    return True


def _drop(rows: QuerySet[Dispatch], why: Trouble, *, at: datetime) -> None:
    rows.filter(secret=True).update(text="")
    rows.update(dropped_at=at, trouble=why)


def _answer(error: OSError) -> str:
    """What the mail server said, or why it could not be asked."""
    if isinstance(error, SMTPRecipientsRefused):
        return " ".join(f"{code} {_read(said)}" for code, said in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return f"{error.smtp_code} {_read(error.smtp_error)}"
    return str(error)


def _read(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said


def _is_for_good(error: OSError) -> bool:
    """Whether the server refuses this very mail; a wrong sender or password can be mended."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= _FOR_GOOD for code, _said in error.recipients.values())
    return isinstance(error, SMTPDataError) and error.smtp_code >= _FOR_GOOD


def _message(row: Dispatch) -> EmailMessage:
    message = EmailMessage(row.subject, row.text, None, [row.address])
    if row.calendar:
        message.attach(_calendar(row.calendar))
    return message


def _calendar(content: str) -> MIMEPart:
    """The calendar file, with its method beside its type, where calendars look for it."""
    found = _METHOD.search(content)
    part = MIMEPart()
    part.set_content(
        content,
        subtype="calendar",
        disposition="attachment",
        filename="undangan.ics",
        params={"method": found[1]} if found else {},
    )
    return part


def _ask() -> None:
    current_app.send_task(SEND)
