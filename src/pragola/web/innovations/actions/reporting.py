"""Whether an entry that was submitted is reported this year."""

from datetime import datetime

from django.db import transaction

from pragola.web.innovations.models import Entry
from pragola.web.shared.audit import Author, record


@transaction.atomic
def report_entry(entry: Entry, *, reported: bool, by: Author, at: datetime) -> None:
    """Report it, or leave it out this year; as it is already, nothing changes."""
    locked = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if locked.withheld is not reported:
        return
    locked.withheld, locked.touched_at = not reported, at
    locked.save(update_fields=["withheld", "touched_at"])
    record("entry_reported" if reported else "entry_withheld", entry, by=by, at=at)
