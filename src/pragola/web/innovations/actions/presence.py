"""Being seen at an entry. Nothing of the entry changes, so the audit log says nothing."""

from datetime import datetime

from pragola.web.innovations.models import Entry, Presence
from pragola.web.regions.models import Person


def be_seen(person: Person, *, entry: Entry, at: datetime) -> None:
    """Remember that the person has the entry open; one query."""
    Presence.objects.bulk_create(
        [Presence(entry=entry, person=person, seen_at=at)],
        update_conflicts=True,
        unique_fields=["entry", "person"],
        update_fields=["seen_at"],
    )
