"""What the coordinator sets going from an overview."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from pragola.web.dashboards.queries.reminding import Reminder
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Person
from pragola.web.shared.audit import Author, record
from pragola.web.shared.mails import Letter, queue_mail


@transaction.atomic
def send_reminders(
    assessment: Assessment, reminders: Sequence[Reminder], *, by: Author, at: datetime
) -> int:
    """Let the worker mail each unit's operators their text; how many mails these are.

    Nobody gets a unit's reminder twice on one day, however often it is asked for.
    """
    number = 0
    for reminder in reminders:
        queued = [_queue(assessment, reminder, person, at=at) for person in reminder.people].count(
            True
        )
        if queued:
            record("unit_reminded", reminder.unit, by=by, at=at, new=reminder.text)
        number += queued
    return number


def _queue(assessment: Assessment, reminder: Reminder, person: Person, *, at: datetime) -> bool:
    letter = Letter(
        about=f"asked:{assessment.pk}:{reminder.unit.pk}:{at:%Y-%m-%d}:{person.pk}",
        region=assessment.region_id,
        address=person.email,
        subject=_("Pengingat Indeks Inovasi Daerah %(year)s") % {"year": assessment.edition},
        text=reminder.text,
    )
    return queue_mail(letter, at=at)
