"""What every save of an entry has in common: it is open, nobody is overwritten unseen."""

from datetime import datetime
from typing import Protocol

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.models import STANDING, Claim, Entry, Judged
from pragola.web.innovations.queries.calendar import who_gives_grace
from pragola.web.regions.models import Person
from pragola.web.shared.audit import Author, Jsonable, record


class EntryLockedError(PragolaError):
    """A change of an entry that is not open to operators now."""


class StaleSaveError(PragolaError):
    """A save based on a revision that somebody else has replaced since; nothing was saved.

    `mine` is what was sent, `theirs` what stands there now, as `revision`.
    """

    def __init__(self, *, part: str, mine: Jsonable, saved: "Saved") -> None:
        """Both sides of the conflict."""
        super().__init__(Fault(code="save_stale", place=part))
        self.mine = mine
        self.theirs = saved.value
        self.revision = saved.revision
        self.saved_by = saved.saved_by
        self.saved_at = saved.saved_at


class SavedRow(Protocol):
    """A row that counts its saves from 1 and tells the last one."""

    @property
    def revision(self) -> int:
        """How often it was saved."""

    @property
    def saved_by(self) -> Person | None:
        """By whom last; nobody for the system."""

    @property
    def saved_at(self) -> datetime:
        """When last."""


class Saved:
    """What stands in the database for a part of an entry; nothing yet is revision 0."""

    def __init__(self, row: SavedRow | None, value: Jsonable) -> None:
        """The row, and its value as it is compared."""
        self.value = value
        self.revision = row.revision if row else 0
        self.saved_by: Person | None = row.saved_by if row else None
        self.saved_at: datetime | None = row.saved_at if row else None


def open_entry(entry_id: int) -> Entry:
    """The entry, locked for the rest of the transaction. Raises EntryLockedError."""
    entry = (
        Entry.objects.select_for_update(of=("self",))
        .select_related("assessment", "innovation__unit")
        .get(pk=entry_id)
    )
    if not entry.open_to_operators:
        raise EntryLockedError(locked(entry))
    return entry


def locked(entry: Entry) -> Fault:
    """Why the content of an entry cannot be changed now: its unit is closed, or its state."""
    unit = entry.innovation.unit
    if unit.closed_on:
        return unit_closed(entry)
    return Fault(code="entry_locked", found=entry.state)


def unit_closed(entry: Entry) -> Fault:
    """That its unit is closed, and who can help."""
    asked = ", ".join(who_gives_grace(entry.assessment)) or "Bappeda"
    return Fault(code="entry_unit_closed", found=entry.innovation.unit.name, expected=asked)


def must_be_fresh(part: str, saved: Saved, *, mine: Jsonable, revision: int) -> None:
    """Raise StaleSaveError where what was sent is based on something older than what is saved."""
    if saved.revision != revision:
        raise StaleSaveError(part=part, mine=mine, saved=saved)


def touch(entry: Entry, *, at: datetime) -> None:
    """Say that somebody worked on the entry."""
    entry.touched_at = at
    entry.save(update_fields=["touched_at"])


def open_verdict_again(entry: Entry, part: str, *, by: Author, at: datetime) -> None:
    """Let no verdict stand on a claim whose content or proof changes now, in this transaction."""
    row = Claim.objects.filter(entry=entry, indicator=part, judged__in=STANDING).first()
    if row is None:
        return
    old = {"judged": row.judged, "level": row.accepted_level}
    row.judged, row.accepted_level, row.objected = Judged.OPEN_AGAIN, None, False
    row.save(update_fields=["judged", "accepted_level", "objected"])
    record("verdict_opened", entry, part=part, by=by, at=at, old=old, new={"judged": row.judged})
