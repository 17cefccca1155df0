"""Saving fields of the profile form."""

from datetime import datetime

from django.db import transaction

from pragola.web.innovations.actions.saving import Saved, must_be_fresh, open_entry, touch
from pragola.web.innovations.models import Entry, FieldValue
from pragola.web.innovations.profile_values import TITLE, as_words
from pragola.web.shared.audit import Author, Jsonable, record


@transaction.atomic
def save_field(
    entry_id: int,
    field: str,
    value: Jsonable,
    *,
    revision: int,
    by: Author,
    at: datetime,
) -> FieldValue:
    """Save a checked value, as the next revision after the one it was based on.

    The very same value again is no change, so a save whose answer was lost can be repeated;
    where it was carried over from last year, it is confirmed.
    Raises EntryLockedError, and StaleSaveError where another value was saved meanwhile.
    """
    entry = open_entry(entry_id)
    row = FieldValue.objects.filter(entry=entry, field=field).select_related("saved_by").first()
    if row and row.value == value and not row.renew:
        return row
    if not row or row.value != value:
        saved = Saved(row, row.value if row else None)
        must_be_fresh(field, saved, mine=value, revision=revision)
    old = row.value if row else None
    row = row or FieldValue(entry=entry, field=field, revision=0)
    row.value, row.renew = value, False
    row.revision += 1
    row.saved_by_id, row.saved_at = by.person.pk if by.person else None, at
    row.save()
    touch(entry, at=at)
    record("field_saved", entry, part=field, old=old, new=value, by=by, at=at)
    if field == TITLE:
        _retitle(entry, value)
    return row


def _retitle(entry: Entry, value: Jsonable) -> None:
    title = as_words(value)
    if title:
        entry.innovation.title = title
        entry.innovation.save(update_fields=["title"])
