"""Saying that an alike pair is no matter, and taking it back."""

from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.models import Likeness, LikenessMark
from pragola.web.shared.audit import Author, record
from pragola.web.shared.texts import typed

_LEAST, _LONGEST = 5, 1000


class MarkError(PragolaError):
    """A mark that cannot be kept."""


@transaction.atomic
def mark_likeness(
    likeness: Likeness, *, region: str | None, reason: str, by: Author, at: datetime
) -> None:
    """Keep that somebody of that government, or of the nation, looked and found nothing wrong.

    It holds until a side changes. Said twice it is said once, with the later reason. Raises
    MarkError without a reason.
    """
    reason = typed(reason)
    if not _LEAST <= len(reason) <= _LONGEST:
        raise MarkError(Fault(code="mark_without_reason", expected=str(_LEAST)))
    Likeness.objects.select_for_update().get(pk=likeness.pk)
    old = likeness.marks.filter(region=region, ended_at=None).first()
    if old is not None and old.reason == reason:
        return
    if old is not None:
        old.ended_at = at
        old.save(update_fields=["ended_at"])
    LikenessMark.objects.create(
        likeness=likeness,
        region_id=region,
        reason=reason,
        marked_by_id=by.person.pk if by.person else None,
        marked_at=at,
    )
    before = old.reason if old else None
    record("likeness_marked", likeness, part=region or "", by=by, at=at, old=before, new=reason)


@transaction.atomic
def unmark_likeness(likeness: Likeness, *, region: str | None, by: Author, at: datetime) -> None:
    """Take it back; the pair has to be looked at again. Without a mark nothing changes."""
    old = likeness.marks.select_for_update().filter(region=region, ended_at=None).first()
    if old is None:
        return
    old.ended_at = at
    old.save(update_fields=["ended_at"])
    record("likeness_unmarked", likeness, part=region or "", by=by, at=at, old=old.reason)
