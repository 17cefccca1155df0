"""Inspections queued, made by workers, and taken back from workers that died.

The rows are the queue, so nothing is lost with a broker; a worker takes one by a compare-and-set
and writes its outcome only while it still holds that try, so nothing is found twice.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from pragola.inspection.checks import checks_version
from pragola.inspection.confined import Limits, inspect_confined_for
from pragola.inspection.documents import ocr
from pragola.inspection.report import Report, as_document, page_out
from pragola.web.evidence.actions.likeness import want_likeness
from pragola.web.evidence.actions.telling import Telling
from pragola.web.evidence.inspected import basis_of, rules_of, subject_of, with_what_they_claim
from pragola.web.evidence.models import (
    Fingerprint,
    Inspection,
    InspectionFinding,
    InspectionState,
    PageText,
    Use,
)
from pragola.web.evidence.store import at_hand
from pragola.web.innovations.models import Assessment
from pragola.web.shared.audit import Author, record

LIMITS = Limits()
DEAD_AFTER = timedelta(seconds=LIMITS.seconds + 60)
"""A worker that has held a row for so long is not coming back."""
MOST_TRIES = 3
"""Workers that one file may cost; whoever switches a machine off three times in the midst of the
same file makes it look guilty too, so a person can have it inspected again."""
TRIES_IN_TIME = 2
"""Times that a file is inspected whose inspection the clock ended: a machine may have been busy."""
_CUT_SHORT = ("inspection_took_too_long", "page_not_read_in_time", "picture_not_read_in_time")
_OVER = (InspectionState.DONE, InspectionState.ISOLATED)
_COMPARED_AT_ONCE = 500
_TOGETHER = 25
"""Uses of one file that are inspected at once."""
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
            _inspect([row, *_others_of_the_file(row, clock=clock)], clock=clock)
            return True
    return False


def _others_of_the_file(taken: Inspection, *, clock: Clock) -> list[Inspection]:
    """More rows that wait for the same file, taken too: it is opened and read once for all."""
    same = Inspection.objects.filter(
        state=InspectionState.WAITING,
        use__removed_at=None,
        use__evidence__file=taken.use.evidence.file_id,
    )
    waiting = list(with_what_they_claim(same)[: _TOGETHER - 1])
    return [row for row in waiting if _take(row, at=clock())]


@transaction.atomic
def inspect_again(use: Use, *, by: Author, at: datetime) -> bool:
    """Have it inspected once more because somebody asks; whether it had been over.

    What waits already, or is being inspected, goes on as it is.
    """
    over = Inspection.objects.filter(use=use, state__in=_OVER, use__removed_at=None)
    if not over.update(**_queued(at, backlog=False)):
        return False
    new = str(use.evidence)
    record("evidence_inspected_again", use.entry, part=use.part, by=by, at=at, new=new)
    return True


def sweep_inspections(at: datetime, *, dead_after: timedelta = DEAD_AFTER) -> None:
    """Give back what dead workers held, set aside what lost several, queue what is outdated."""
    held = Inspection.objects.filter(state=InspectionState.RUNNING, started_at__lt=at - dead_after)
    held.filter(tries__gte=MOST_TRIES).update(state=InspectionState.ISOLATED, ended_at=at)
    held.filter(tries__lt=MOST_TRIES).update(state=InspectionState.WAITING)
    _queue_outdated(at)
    _queue_new(at)


def _queue_outdated(at: datetime) -> None:
    """Queue what rests on other rules; where the claim may have changed, compare first.

    A claim changes with its entry, which tells when it was touched. Whatever escapes that is found
    by going through all of them little by little.
    """
    over = Inspection.objects.filter(state__in=_OVER, use__removed_at=None)
    over.filter(_made_by_other_rules()).update(**_queued(at, backlog=True))
    touched = over.filter(use__entry__touched_at__gte=F("compared_at"))
    longest_ago = over.order_by(F("compared_at").asc(nulls_first=True))[:_COMPARED_AT_ONCE]
    for rows in (touched, longest_ago):
        _compare(rows, at)


def _made_by_other_rules() -> Q:
    editions = Assessment.objects.values_list("edition", flat=True).distinct()
    none = Q(pk__in=())
    of_edition = (
        Q(use__entry__assessment__edition=each) & ~Q(rules=rules_of(each)) for each in editions
    )
    return reduce(or_, of_edition, none)


def _compare(rows: QuerySet[Inspection], at: datetime) -> None:
    made = list(with_what_they_claim(rows))
    outdated = [each.pk for each in made if each.basis != basis_of(each.use)]
    Inspection.objects.filter(pk__in=[each.pk for each in made]).update(compared_at=at)
    again = Inspection.objects.filter(pk__in=outdated, state__in=_OVER)
    again.update(**_queued(at, backlog=True))


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
    rules = rules_of(row.use.entry.assessment.edition)
    mine = Inspection.objects.filter(pk=row.pk, state=InspectionState.WAITING).update(
        state=InspectionState.RUNNING,
        tries=F("tries") + 1,
        started_at=at,
        compared_at=at,
        basis=row.basis,
        rules=rules,
        checks=checks_version(),
        step="",
    )
    if mine:
        row.refresh_from_db(fields=["state", "tries", "started_at"])
    return bool(mine)


def _inspect(taken: Sequence[Inspection], *, clock: Clock) -> None:
    """Inspect a file for all of these uses of it; what was not answered waits again."""
    file = taken[0].use.evidence.file
    assert file is not None
    with TemporaryDirectory(prefix="pragola-") as folder:
        path = at_hand(file.sha256, Path(folder))
        subjects = [subject_of(row.use) for row in taken]
        reports = inspect_confined_for(path, subjects, limits=LIMITS, told=Telling(taken, clock))
    for row, report in zip(taken, reports, strict=False):
        if row.tries < TRIES_IN_TIME and _was_cut_short(report):
            _held(row).update(state=InspectionState.WAITING, backlog=True, queued_at=clock())
        else:
            _keep(row, report, at=clock())
    for row in taken[len(reports) :]:
        _held(row).update(state=InspectionState.WAITING, tries=F("tries") - 1)


def _was_cut_short(report: Report) -> bool:
    """Whether the clock and not the file decided what was found."""
    return any(finding.code in _CUT_SHORT for finding in report.findings)


def _held(taken: Inspection) -> QuerySet[Inspection]:
    """The row, unless it was given to somebody else meanwhile."""
    return Inspection.objects.filter(
        pk=taken.pk,
        state=InspectionState.RUNNING,
        tries=taken.tries,
        started_at=taken.started_at,
    )


@transaction.atomic
def _keep(taken: Inspection, report: Report, *, at: datetime) -> None:
    """Write the outcome, unless the row was given to somebody else meanwhile."""
    row = _held(taken).select_for_update().first()
    if row is None:
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
    told = ("text", "by_ocr", "sure_words", "confidence", "turned", "lines")
    rows = [
        PageText(
            file_id=sha256,
            page=each.page,
            text=each.text.replace("\0", ""),
            by_ocr=each.by_ocr,
            sure_words=each.sure_words,
            confidence=each.confidence,
            turned=each.turned,
            lines=page_out(each)["lines"] if each.by_ocr else [],
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
