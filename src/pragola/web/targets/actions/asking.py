"""What people ask of a plan: dates, choices, own efforts, hands; each change with its line."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Author, record
from pragola.web.targets.models import Aim, Choice, Hands, OwnEffort, Wish
from pragola.web.targets.stored import choice_told


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a choice or an effort is about; what does not apply stays empty."""

    entry: Entry | None = None
    indicator: str = ""
    level: int | None = None
    collective: str = ""
    unit: Unit | None = None

    def fields(self) -> dict[str, Any]:
        """The columns that name it."""
        return {
            "entry": self.entry,
            "indicator": self.indicator,
            "level": self.level,
            "collective": self.collective,
            "unit": self.unit,
        }


@transaction.atomic
def set_aim(
    assessment: Assessment,
    *,
    confidence: int,
    start: date | None,
    end: date | None,
    keep_all: bool,
    by: Author,
    at: datetime,
) -> None:
    """How sure, from when to when, and whether all that is reported stays reported."""
    row, _made = Aim.objects.select_for_update().get_or_create(assessment=assessment)
    old = _aim_told(row)
    row.confidence, row.start, row.end, row.keep_all = confidence, start, end, keep_all
    new = _aim_told(row)
    if old != new:
        row.save()
        record("aim_set", assessment, by=by, at=at, old=old, new=new)


@transaction.atomic
def make_choice(
    assessment: Assessment,
    wish: Wish,
    subject: Subject,
    *,
    report: bool = True,
    by: Author,
    at: datetime,
) -> Choice:
    """Fix something for all plans from now on; another choice about the same is lifted."""
    same = Choice.objects.select_for_update().filter(
        assessment=assessment,
        lifted_at=None,
        entry=subject.entry,
        indicator=subject.indicator,
        collective=subject.collective,
        unit=subject.unit,
    )
    for old in same:
        if (old.wish, old.level, old.report) == (wish, subject.level, report):
            return old
        _lift(old, by=by, at=at)
    row = Choice.objects.create(
        assessment=assessment,
        wish=wish,
        report=report,
        made_by_id=by.person.pk if by.person else None,
        made_at=at,
        **subject.fields(),
    )
    record("choice_made", assessment, part=str(row.pk), by=by, at=at, new=choice_told(row))
    return row


@transaction.atomic
def lift_choice(row: Choice, *, by: Author, at: datetime) -> None:
    """Plans need not keep to it any more; lifted twice is lifted once."""
    locked = Choice.objects.select_for_update().get(pk=row.pk)
    if locked.lifted_at is None:
        _lift(locked, by=by, at=at)


def _lift(row: Choice, *, by: Author, at: datetime) -> None:
    row.lifted_at, row.lifted_by_id = at, by.person.pk if by.person else None
    row.save(update_fields=["lifted_at", "lifted_by"])
    record("choice_lifted", row.assessment, part=str(row.pk), by=by, at=at, old=choice_told(row))


@transaction.atomic
def save_effort(
    assessment: Assessment, subject: Subject, *, effort: Decimal | None, by: Author, at: datetime
) -> None:
    """Put the region's own figure over the usual one; None: it cannot be made up."""
    row = OwnEffort.objects.select_for_update().filter(
        assessment=assessment, **subject.fields()
    ).first() or OwnEffort(assessment=assessment, **subject.fields())
    old = _effort_told(row) if row.pk else None
    row.effort, row.saved_at = effort, at
    row.saved_by_id = by.person.pk if by.person else None
    row.save()
    record("effort_set", assessment, by=by, at=at, old=old, new=_effort_told(row))


@transaction.atomic
def forget_effort(row: OwnEffort, *, by: Author, at: datetime) -> None:
    """The usual figure holds again."""
    record("effort_forgotten", row.assessment, by=by, at=at, old=_effort_told(row))
    row.delete()


@transaction.atomic
def save_hands(
    assessment: Assessment,
    unit: Unit | None,
    *,
    days: Decimal,
    until: date | None,
    by: Author,
    at: datetime,
) -> None:
    """How many person-days the unit has until a day; said again, the new figure holds."""
    row, made = Hands.objects.select_for_update().get_or_create(
        assessment=assessment, unit=unit, until=until, defaults={"days": days, "saved_at": at}
    )
    old = None if made else _hands_told(row)
    row.days, row.saved_at = days, at
    row.saved_by_id = by.person.pk if by.person else None
    row.save()
    record("hands_set", assessment, by=by, at=at, old=old, new=_hands_told(row))


@transaction.atomic
def forget_hands(row: Hands, *, by: Author, at: datetime) -> None:
    """The unit's days are not limited any more."""
    record("hands_forgotten", row.assessment, by=by, at=at, old=_hands_told(row))
    row.delete()


def _aim_told(row: Aim) -> dict[str, Any]:
    return {
        "confidence": row.confidence,
        "start": row.start.isoformat() if row.start else None,
        "end": row.end.isoformat() if row.end else None,
        "keep_all": row.keep_all,
    }


def _effort_told(row: OwnEffort) -> dict[str, Any]:
    return {
        "indicator": row.indicator,
        "level": row.level,
        "collective": row.collective,
        "unit": row.unit_id,
        "entry": row.entry_id,
        "effort": None if row.effort is None else format(row.effort, "f"),
    }


def _hands_told(row: Hands) -> dict[str, Any]:
    return {
        "unit": row.unit_id,
        "days": format(row.days, "f"),
        "until": row.until.isoformat() if row.until else None,
    }
