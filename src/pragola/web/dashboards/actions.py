"""What the coordinator sets going from an overview."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from pragola.web.dashboards.queries.reminding import Reminder
from pragola.web.innovations.actions.mails import send_due
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.queries.mails import Mail
from pragola.web.shared.audit import Author, record


def send_reminders(
    assessment: Assessment, reminders: Sequence[Reminder], *, by: Author, at: datetime
) -> int:
    """Mail each unit's operators their text once the log has it; how many mails have left.

    Nobody gets a unit's reminder twice on one day, however often it is asked for.
    """
    manned = [reminder for reminder in reminders if reminder.people]
    with transaction.atomic():
        for reminder in manned:
            record("unit_reminded", reminder.unit, by=by, at=at, new=reminder.text)
    return send_due(_mails(assessment, manned, at), at=at)


def _mails(assessment: Assessment, reminders: Sequence[Reminder], at: datetime) -> Iterator[Mail]:
    subject = _("Pengingat Indeks Inovasi Daerah %(year)s") % {"year": assessment.edition}
    for reminder in reminders:
        about = f"asked:{assessment.pk}:{reminder.unit.pk}:{at:%Y-%m-%d}"
        for person in reminder.people:
            yield Mail(person=person, about=about, subject=subject, text=reminder.text)
