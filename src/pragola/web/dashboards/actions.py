"""What the coordinator sets going from an overview."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from pragola.web.dashboards.queries.reminding import Reminder
from pragola.web.innovations.models import Assessment
from pragola.web.shared.audit import Author, record


@transaction.atomic
def send_reminders(
    assessment: Assessment, reminders: Sequence[Reminder], *, by: Author, at: datetime
) -> int:
    """Mail each unit's operators their text once the log has it; how many people that is."""
    subject = _("Pengingat Indeks Inovasi Daerah %(year)s") % {"year": assessment.edition}
    number = 0
    for reminder in reminders:
        to = [person.email for person in reminder.people]
        if not to:
            continue
        record("unit_reminded", reminder.unit, by=by, at=at, new=reminder.text)
        send = partial(send_mail, subject, reminder.text, None, to, fail_silently=False)
        transaction.on_commit(send)
        number += len(to)
    return number
