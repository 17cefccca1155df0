"""Setting the days on which doors close, and giving more time."""

from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.models import Assessment, Deadline, Door, Grace
from pragola.web.regions.models import Person, Role, Unit
from pragola.web.shared.audit import Author, record


class CalendarError(PragolaError):
    """A day or a grace that makes no sense."""


@transaction.atomic
def set_deadline(
    assessment: Assessment, door: Door, *, closes_at: datetime | None, by: Author, at: datetime
) -> None:
    """Close the door at that moment, or never."""
    row = Deadline.objects.select_for_update().filter(assessment=assessment, door=door).first()
    old = row.closes_at if row else None
    if old == closes_at:
        return
    if closes_at is None:
        Deadline.objects.filter(assessment=assessment, door=door).delete()
    else:
        Deadline.objects.update_or_create(
            assessment=assessment, door=door, defaults={"closes_at": closes_at}
        )
    told = (None if each is None else each.isoformat() for each in (old, closes_at))
    before, after = told
    record("deadline_set", assessment, part=door, by=by, at=at, old=before, new=after)


@transaction.atomic
def give_grace(
    assessment: Assessment,
    unit: Unit,
    door: Door,
    *,
    until: datetime,
    reason: str,
    by: Person,
    at: datetime,
) -> Grace:
    """Keep a door open longer for one unit. Raises CalendarError without a reason."""
    if not reason.strip():
        raise CalendarError(Fault(code="grace_without_reason"))
    if until <= at:
        raise CalendarError(Fault(code="grace_in_the_past", facts=(("day", until.date()),)))
    grace = Grace.objects.create(
        assessment=assessment,
        unit=unit,
        door=door,
        until=until,
        reason=reason.strip(),
        given_by=by,
        given_at=at,
    )
    new = {"unit": unit.name, "until": until.isoformat(), "reason": grace.reason}
    record("grace_given", assessment, part=door, by=Author(by, Role.COORDINATOR), at=at, new=new)
    return grace
