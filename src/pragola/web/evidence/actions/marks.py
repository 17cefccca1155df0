"""Time marks of a video: set by its unit, judged by a verifier. No mark changes a level."""

from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.models import Mark, MarkVerdict, Use
from pragola.web.evidence.renditions import video_seconds
from pragola.web.innovations.actions.saving import (
    Saved,
    must_be_fresh,
    open_entry,
    open_verdict_again,
    touch,
)
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.shared.audit import Author, Jsonable, record
from pragola.web.shared.times import minute_second


class MarkError(PragolaError):
    """A mark that cannot be set or judged so."""


@transaction.atomic
def set_mark(
    use: Use, number: int, second: int | None, *, revision: int, by: Author, at: datetime
) -> Mark | None:
    """Say where the substance of that number, counted from 1, begins; None removes its mark.

    A changed mark has no verdict any more. None where there was and is nothing.
    Raises EntryLockedError, MarkError, and StaleSaveError where somebody else was faster.
    """
    entry = open_entry(use.entry_id)
    if not Use.objects.filter(pk=use.pk, removed_at=None).exists():
        raise MarkError(Fault(code="mark_video_taken_off"))
    edition = load_edition(entry.assessment.edition)
    substance = _substance(edition, number)
    _must_be_within(use, edition, second)
    row = Mark.objects.filter(use=use, substance=substance).select_related("saved_by").first()
    if (row.second if row else None) == second:
        return row
    place = f"{number}. {substance}"
    saved = Saved(row, row.second if row else None)
    must_be_fresh(place, saved, mine=second, revision=revision)
    old = told(row)
    row = row or Mark(use=use, substance=substance, revision=0)
    row.second, row.revision = second, row.revision + 1
    row.saved_by_id, row.saved_at = by.person.pk if by.person else None, at
    row.verdict, row.judged_by, row.judged_at = "", None, None
    row.save()
    open_verdict_again(entry, use.part, by=by, at=at)
    touch(entry, at=at)
    record("mark_saved", entry, part=use.part, old=old, new=told(row), by=by, at=at)
    return row


@transaction.atomic
def judge_mark(
    mark: Mark, verdict: MarkVerdict, *, revision: int, seen: str, by: Author, at: datetime
) -> None:
    """Confirm or reject a mark, as it stood at that revision with the verdict that was seen.

    Raises MarkError where the entry is not under review, or the mark is not as it was seen.
    """
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=mark.use.entry_id)
    if entry.state != EntryState.UNDER_REVIEW:
        raise MarkError(Fault(code="mark_not_under_review"))
    row = Mark.objects.get(pk=mark.pk)
    if row.second is None or row.revision != revision:
        raise MarkError(Fault(code="mark_changed_meanwhile"))
    if row.verdict == verdict:
        return
    if row.verdict != seen:
        raise MarkError(Fault(code="mark_judged_meanwhile"))
    old = told(row)
    row.verdict, row.judged_at = verdict, at
    row.judged_by_id = by.person.pk if by.person else None
    row.save(update_fields=["verdict", "judged_by", "judged_at"])
    record("mark_judged", entry, part=mark.use.part, old=old, new=told(row), by=by, at=at)


def carry_marks(former: Use, use: Use, *, at: datetime) -> None:
    """Let the video in its new use begin with the marks it had, as far as the edition asks."""
    edition = load_edition(use.entry.assessment.edition)
    known = Mark.objects.filter(use=use).values_list("substance", flat=True)
    wanted = set(edition.video.substances.value) - set(known)
    Mark.objects.bulk_create(
        Mark(use=use, substance=each.substance, second=each.second, saved_at=at)
        for each in Mark.objects.filter(use=former, substance__in=wanted, second__isnull=False)
    )


def told(row: Mark | None) -> Jsonable:
    """A mark as it is logged; nothing where there is none."""
    if row is None or row.second is None:
        return {"mark": row.substance} if row else None
    logged = {"mark": row.substance, "at": minute_second(row.second)}
    return logged | ({"verdict": row.verdict} if row.verdict else {})


def last_second(use: Use, edition: Edition) -> tuple[int, bool]:
    """Up to which second marks may lie, and whether that is the video's own length.

    Where nobody knows that, as with links, it is the most that the edition takes.
    """
    length = video_seconds(use.evidence.file) if use.evidence.file else None
    return (int(length), True) if length else (edition.video.max_minutes.value * 60, False)


def _substance(edition: Edition, number: int) -> str:
    substances = edition.video.substances.value
    if not 1 <= number <= len(substances):
        raise MarkError(Fault(code="mark_substance_unknown", found=str(number)))
    return substances[number - 1]


def _must_be_within(use: Use, edition: Edition, second: int | None) -> None:
    last, is_its_length = last_second(use, edition)
    if second is not None and second > last:
        code = "mark_past_the_end" if is_its_length else "mark_past_most"
        expected = minute_second(last)
        raise MarkError(Fault(code=code, found=minute_second(second), expected=expected))
