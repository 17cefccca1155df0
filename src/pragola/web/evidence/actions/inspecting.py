"""Inspections queued, made by workers, and taken back from workers that died.

The rows are the queue, so nothing is lost with a broker; a worker takes one by a compare-and-set
and writes its outcome only while it still holds that try, so nothing is found twice.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.db.models import F

from pragola.inspection.confined import Limits, inspect_confined
from pragola.inspection.documents import ocr
from pragola.inspection.report import Report, as_document
from pragola.web.evidence.actions.likeness import want_likeness
from pragola.web.evidence.inspected import basis_of, subject_of, with_what_they_claim
from pragola.web.evidence.models import (
    Fingerprint,
    Inspection,
    InspectionFinding,
    InspectionState,
    PageText,
    Use,
)
from pragola.web.evidence.store import at_hand

LIMITS = Limits(seconds=100)
DEAD_AFTER = timedelta(seconds=LIMITS.seconds + 60)
"""A worker that has held a row for so long is not coming back."""
MOST_TRIES = 3
_OFFERED = 10
"""Rows looked at for one to take; where all were taken by others, the next call looks again."""

type Clock = Callable[[], datetime]


def queue_inspection(use: Use, *, at: datetime) -> None:
    """Have the file of a use inspected, anew where it was before; a link has nothing to inspect."""
    if use.evidence.file_id is None:
        return
    Inspection.objects.update_or_create(use=use, defaults=_queued(at, backlog=False))


def inspect_next(*, clock: Clock, backlog: bool = True) -> bool:
    """Inspect the file of the first row that waits; whether there was one.

    The backlog comes last, or not at all.
    """
    waiting = Inspection.objects.filter(state=InspectionState.WAITING, use__removed_at=None)
    waiting = waiting if backlog else waiting.filter(backlog=False)
    for row in with_what_they_claim(waiting)[:_OFFERED]:
        if _take(row, at=clock()):
            _inspect(row, clock=clock)
            return True
    return False


def sweep_inspections(at: datetime) -> None:
    """Give back what dead workers held, set aside what killed several, queue what is outdated."""
    held = Inspection.objects.filter(state=InspectionState.RUNNING, started_at__lt=at - DEAD_AFTER)
    held.filter(tries__gte=MOST_TRIES).update(state=InspectionState.ISOLATED, ended_at=at)
    held.filter(tries__lt=MOST_TRIES).update(state=InspectionState.WAITING)
    _queue_outdated(at)
    _queue_new(at)


def _queue_outdated(at: datetime) -> None:
    over = (InspectionState.DONE, InspectionState.ISOLATED)
    made = with_what_they_claim(Inspection.objects.filter(state__in=over, use__removed_at=None))
    outdated = [
        each.pk for each in made.iterator(chunk_size=1000) if each.basis != basis_of(each.use)
    ]
    rows = Inspection.objects.filter(pk__in=outdated, state__in=over)
    rows.update(**_queued(at, backlog=True))


def _queued(at: datetime, *, backlog: bool) -> dict[str, Any]:
    """The fields of a row that waits for its first try."""
    return {
        "state": InspectionState.WAITING,
        "backlog": backlog,
        "tries": 0,
        "queued_at": at,
        "started_at": None,
    }


def _queue_new(at: datetime) -> None:
    """Uses that came by another way than `use_evidence`: carried over, or older than inspection."""
    without = Use.objects.filter(inspection=None, removed_at=None, evidence__file__isnull=False)
    Inspection.objects.bulk_create(
        (Inspection(use=use, **_queued(at, backlog=True)) for use in without), ignore_conflicts=True
    )


def _take(row: Inspection, *, at: datetime) -> bool:
    """Whether it is ours now; another worker may have been quicker."""
    row.basis = basis_of(row.use)
    mine = Inspection.objects.filter(pk=row.pk, state=InspectionState.WAITING).update(
        state=InspectionState.RUNNING, tries=F("tries") + 1, started_at=at, basis=row.basis
    )
    if mine:
        row.refresh_from_db(fields=["state", "tries", "started_at"])
    return bool(mine)


def _inspect(taken: Inspection, *, clock: Clock) -> None:
    file = taken.use.evidence.file
    assert file is not None
    with TemporaryDirectory(prefix="pragola-") as folder:
        path = at_hand(file.sha256, Path(folder))
        report = inspect_confined(path, subject_of(taken.use), limits=LIMITS)
    _keep(taken, report, at=clock())


@transaction.atomic
def _keep(taken: Inspection, report: Report, *, at: datetime) -> None:
    """Write the outcome, unless the row was given to somebody else meanwhile."""
    row = Inspection.objects.select_for_update().get(pk=taken.pk)
    if (row.state, row.tries, row.started_at) != (
        InspectionState.RUNNING,
        taken.tries,
        taken.started_at,
    ):
        return
    row.findings.all().delete()
    InspectionFinding.objects.bulk_create(
        InspectionFinding(
            inspection=row,
            number=number,
            code=told["code"],
            severity=told["severity"],
            told=told,
        )
        for number, told in enumerate(as_document(report)["findings"])
    )
    _keep_texts(taken.use.evidence.file_id or "", report)
    _keep_likeness(taken.use.evidence.file_id or "", report)
    want_likeness(taken.use.evidence.file_id)
    row.state, row.ended_at = InspectionState.DONE, at
    row.save(update_fields=["state", "ended_at"])


def _keep_texts(sha256: str, report: Report) -> None:
    told = ("text", "by_ocr", "sure_words", "confidence", "turned")
    rows = [
        PageText(
            file_id=sha256,
            page=each.page,
            text=each.text.replace("\0", ""),
            by_ocr=each.by_ocr,
            sure_words=each.sure_words,
            confidence=each.confidence,
            turned=each.turned,
            reader=ocr.VERSION,
        )
        for each in report.pages
    ]
    PageText.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["file", "page"],
        update_fields=[*told, "reader"],
    )


def _keep_likeness(sha256: str, report: Report) -> None:
    Fingerprint.objects.bulk_create(
        (Fingerprint(file_id=sha256, kind=k, value=v) for k, v in report.likeness.items()),
        update_conflicts=True,
        unique_fields=["file", "kind"],
        update_fields=["value"],
    )
