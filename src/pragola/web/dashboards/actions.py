"""What the coordinator sets going from an overview."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from pragola.web.dashboards.queries.reminding import Reminder
from pragola.web.innovations.actions.mails import send_due
from pragola.web.innovations.models import Assessment, Mailing
from pragola.web.innovations.queries.mails import Mail
from pragola.web.shared.audit import Author, record


def send_reminders(
    assessment: Assessment, reminders: Sequence[Reminder], *, by: Author, at: datetime
) -> int:
    """Mail each unit's operators their text once the log has it; how many mails have left.

    Nobody gets a unit's reminder twice on one day, however often it is asked for.
    """
    manned = {_about(assessment, each, at): each for each in reminders if each.people}
    with transaction.atomic():
        sent = set(Mailing.objects.filter(about__in=manned).values_list("about", flat=True))
        due = {about: each for about, each in manned.items() if about not in sent}
        for reminder in due.values():
            record("unit_reminded", reminder.unit, by=by, at=at, new=reminder.text)
    return send_due(_mails(assessment, due), at=at)


def _about(assessment: Assessment, reminder: Reminder, at: datetime) -> str:
    return f"asked:{assessment.pk}:{reminder.unit.pk}:{at:%Y-%m-%d}"


def _mails(assessment: Assessment, due: Mapping[str, Reminder]) -> Iterator[Mail]:
    subject = _("Pengingat Indeks Inovasi Daerah %(year)s") % {"year": assessment.edition}
    for about, reminder in due.items():
        for person in reminder.people:
            yield Mail(person=person, about=about, subject=subject, text=reminder.text)
