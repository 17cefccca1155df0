"""Plans asked for, computed by workers part by part, stopped by people, taken back from the dead.

The rows are the queue. A worker takes one by a compare-and-set and writes only while it still holds
that try; a person who stops the row takes it from the worker.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import chain
from time import monotonic
from typing import Any

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, QuerySet

from pragola.planning.plan import Progress
from pragola.web.evidence.models import Inspection
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.review.models import Verdict
from pragola.web.shared.audit import SYSTEM, Author, record
from pragola.web.targets.models import Calculation, CalculationState
from pragola.web.targets.parts import (
    BESIDE,
    CHANCELESS,
    Patience,
    Worked,
    answer_of,
    plan_part,
    progress_told,
)
from pragola.web.targets.queries.question import Question, question_of
from pragola.web.targets.stored import choice_told

CALCULATE = "targets.calculate"
LONGEST_PART = 60.0
"""Seconds after which a part is taken as far as it got."""
LONGEST_TASK = 100.0
"""Seconds after which a task begins no further part; Celery ends a task after 180."""
DEAD_AFTER = timedelta(seconds=200)
MOST_TRIES = 3
MOST_KEPT = 40
"""Calculations of an assessment that are kept besides those that were agreed on."""
_BETWEEN_LOOKS = 0.5
_OFFERED = 5
"""Rows looked at for one to take; where all were taken by others, the next call looks again."""

type Clock = Callable[[], datetime]


def ask_for_plan(
    assessment: Assessment, *, by: Author, clock: Clock, at_once: float | None = None
) -> Calculation | None:
    """The calculation of the question as it stands, made now if it is small; None without target.

    What takes longer than `at_once` seconds (None: as the settings say, 0: all of it) is left to
    the worker, with what was found until then.
    """
    seconds = settings.PLAN_AT_ONCE if at_once is None else at_once
    question = question_of(assessment, at=clock())
    if question is None:
        return None
    row = _queued(question, by=by, at=clock())
    waits = row.state == CalculationState.WAITING and "answer" not in row.told
    if waits and seconds and _take(row, at=clock()):
        _answer_now(row, question, seconds, clock=clock)
    if row.state != CalculationState.DONE:
        transaction.on_commit(_wake, robust=True)
    return row


def calculate_next(*, clock: Clock) -> bool:
    """Work on a calculation that waits; whether there was one.

    Those without any answer come first, then the latest question.
    """
    waiting = Calculation.objects.filter(state=CalculationState.WAITING)
    latest = waiting.select_related("assessment__region").order_by("-queued_at", "-id")
    for row in sorted(latest[:_OFFERED], key=lambda row: "answer" in row.told):
        if _take(row, at=clock()):
            _work_on(row, clock=clock)
            return True
    return False


@transaction.atomic
def stop_calculation(row: Calculation, *, by: Author, at: datetime) -> bool:
    """Leave it as far as it got; whether it was not over yet."""
    open_ones = Calculation.objects.filter(
        pk=row.pk, state__in=(CalculationState.WAITING, CalculationState.RUNNING)
    )
    if not open_ones.update(state=CalculationState.STOPPED, ended_at=at):
        return False
    record("plan_stopped", row.assessment, part=str(row.pk), by=by, at=at)
    return True


def sweep_calculations(clock: Clock) -> None:
    """Give back what dead workers held, and ask anew where answers changed since the last plan."""
    at = clock()
    held = Calculation.objects.filter(state=CalculationState.RUNNING, seen_at__lt=at - DEAD_AFTER)
    held.filter(tries__gte=MOST_TRIES).update(state=CalculationState.ISOLATED, ended_at=at)
    held.filter(tries__lt=MOST_TRIES).update(state=CalculationState.WAITING)
    for assessment in _outdated():
        _ask_anew(assessment, clock=clock)


def _ask_anew(assessment: Assessment, *, clock: Clock) -> None:
    """Ask as things stand, but let what is under way for the same plan come to its end first.

    Where verdicts come every minute nothing would ever be whole otherwise.
    """
    question = question_of(assessment, at=clock())
    if question is None:
        return
    under_way = Calculation.objects.filter(
        assessment=assessment,
        ground=question.ground,
        state__in=(CalculationState.WAITING, CalculationState.RUNNING),
    )
    if not under_way.exists():
        _queued(question, by=SYSTEM, at=clock())
        transaction.on_commit(_wake, robust=True)


def _outdated() -> list[Assessment]:
    """Assessments whose entries, verdicts or inspections are younger than the last plan that was
    asked for; five queries.
    """
    asked = _latest(Calculation.objects.values_list("assessment").annotate(Max("queued_at")))
    changed = _latest(
        Entry.objects.values_list("assessment").annotate(Max("touched_at")),
        Verdict.objects.values_list("claim__entry__assessment").annotate(Max("judged_at")),
        Inspection.objects.values_list("use__entry__assessment").annotate(Max("ended_at")),
    )
    old = [pk for pk, at in asked.items() if pk in changed and changed[pk] > at]
    return list(
        Assessment.objects.filter(pk__in=old, target__isnull=False).select_related("region")
    )


def _latest(*found: Iterable[tuple[int, datetime | None]]) -> dict[int, datetime]:
    """The latest moment of each assessment."""
    latest: dict[int, datetime] = {}
    for pk, at in chain(*found):
        if at is not None:
            latest[pk] = max(at, latest.get(pk, at))
    return latest


@transaction.atomic
def _queued(question: Question, *, by: Author, at: datetime) -> Calculation:
    """The row of this question; one that was stopped or set aside waits again."""
    row, made = Calculation.objects.get_or_create(
        assessment=question.assessment,
        basis=question.basis,
        defaults={
            "ground": question.ground,
            "target": question.target,
            "confidence": _percent(question),
            "asked_by_id": by.person.pk if by.person else None,
            "queued_at": at,
            "choices": [choice_told(choice) for choice in question.choices],
        },
    )
    _leave_others(row, at=at)
    if made:
        _begin_with_what_is_known(row)
        _forget_the_oldest(question.assessment)
        return row
    ended = (CalculationState.STOPPED, CalculationState.ISOLATED)
    Calculation.objects.filter(pk=row.pk, state__in=ended).update(
        state=CalculationState.WAITING, tries=0, ended_at=None
    )
    Calculation.objects.filter(pk=row.pk).update(queued_at=at)
    row.refresh_from_db()
    return row


def _leave_others(row: Calculation, *, at: datetime) -> None:
    """Nobody works any longer on questions of the assessment that another one overtook."""
    others = Calculation.objects.filter(
        assessment=row.assessment, state__in=(CalculationState.WAITING, CalculationState.RUNNING)
    )
    others.exclude(pk=row.pk).update(state=CalculationState.STOPPED, ended_at=at, progress={})


def _begin_with_what_is_known(row: Calculation) -> None:
    """The plan, where another question follows from the same, and what stands beside it.

    What rests on chances is kept with the time of it (`earlier`) until it is worked out anew.
    """
    others = Calculation.objects.filter(assessment=row.assessment, ground=row.ground, sure=False)
    for other in others.exclude(pk=row.pk)[:_OFFERED]:
        if "answer" not in other.told:
            continue
        if "answer" not in row.told:
            row.answers = other.answers
        of = (other.ended_at or other.queued_at).isoformat()
        row.told = dict(_taken_over(other.told, of)) | row.told
    if row.told:
        row.save(update_fields=["told", "answers"])


def _taken_over(told: Mapping[str, Any], of: str) -> Iterator[tuple[str, Any]]:
    for name, part in told.items():
        if part is None or (name != "answer" and part["late"]):
            continue
        chanceless = name == "answer" or name in CHANCELESS
        yield name, part if chanceless else {"earlier": of} | part


def _is_missing(name: str, told: Mapping[str, Any]) -> bool:
    """Whether a part has still to be worked out for this question."""
    return name not in told or bool(told[name] and told[name].get("earlier"))


def _forget_the_oldest(assessment: Assessment) -> None:
    kept = Calculation.objects.filter(assessment=assessment).values_list("pk", flat=True)
    old = Calculation.objects.filter(assessment=assessment).exclude(pk__in=list(kept[:MOST_KEPT]))
    old.exclude(state=CalculationState.RUNNING).filter(agreements=None).delete()


def _take(row: Calculation, *, at: datetime) -> bool:
    """Whether it is ours now; another worker may have been quicker."""
    mine = Calculation.objects.filter(pk=row.pk, state=CalculationState.WAITING).update(
        state=CalculationState.RUNNING, tries=F("tries") + 1, seen_at=at, progress={}
    )
    if mine:
        row.refresh_from_db()
    return bool(mine)


def _held(row: Calculation) -> QuerySet[Calculation]:
    """Its row, while nobody stopped it or gave it to another worker."""
    return Calculation.objects.filter(pk=row.pk, state=CalculationState.RUNNING, tries=row.tries)


def _answer_now(row: Calculation, question: Question, seconds: float, *, clock: Clock) -> None:
    """What can be found while somebody waits; the worker goes on from there."""
    end = monotonic() + seconds
    patience = Patience(lambda _progress: monotonic() < end)
    worked = plan_part(question, patience)
    if worked is not None:
        _keep_answer(row, worked, patience, at=clock())
    _held(row).update(state=CalculationState.WAITING, tries=0)
    row.refresh_from_db()


def _work_on(row: Calculation, *, clock: Clock) -> None:
    """All parts that are missing, as far as the time of one task goes."""
    question = question_of(row.assessment, at=clock())
    if question is None or not _is_about(row, question):
        _overtaken(row, clock=clock)
        return
    until = monotonic() + LONGEST_TASK
    patience = _watched(row, clock=clock)
    worked = plan_part(question, patience)
    if worked is None:
        _held(row).update(state=CalculationState.STOPPED, ended_at=clock())
        return
    _keep_answer(row, worked, patience, at=clock())
    for name in [name for name in BESIDE if _is_missing(name, row.told)]:
        if monotonic() > until or _somebody_waits_longer(row):
            _held(row).update(state=CalculationState.WAITING, tries=0)
            return
        if not _keep_part(row, name, worked, clock=clock):
            return
    _held(row).update(state=CalculationState.DONE, ended_at=clock(), progress={})


def _is_about(row: Calculation, question: Question) -> bool:
    """Whether the row is that of the question, or becomes it where only chances changed since."""
    if row.ground != question.ground:
        return False
    if row.basis == question.basis:
        return True
    others = Calculation.objects.filter(assessment=row.assessment, basis=question.basis)
    if others.exclude(pk=row.pk).exists():
        return False
    row.told = dict(_taken_over(row.told, row.queued_at.isoformat()))
    changed = {"basis": question.basis, "confidence": _percent(question), "told": row.told}
    return bool(_held(row).update(**changed))


def _percent(question: Question) -> int:
    return int(question.confidence * 100)


def _somebody_waits_longer(row: Calculation) -> bool:
    """Whether another question has no answer at all yet."""
    others = Calculation.objects.filter(state=CalculationState.WAITING).exclude(pk=row.pk)
    return any("answer" not in told for told in others.values_list("told", flat=True)[:_OFFERED])


def _keep_part(row: Calculation, name: str, worked: Worked, *, clock: Clock) -> bool:
    """Work a part out and keep it; False where the row is no longer ours."""
    _held(row).update(progress={"part": name}, seen_at=clock())
    patience = _watched(row, clock=clock)
    told = BESIDE[name](worked, patience)
    if name == "surer" and told is not None:
        answers = told.pop("answers")
        if told["enough"] and not patience.over:
            _keep_sure(row, told, answers, at=clock())
    row.told = {**row.told, name: None if told is None else told | {"late": patience.over}}
    return bool(_held(row).update(told=row.told, seen_at=clock()))


def _keep_sure(row: Calculation, told: Mapping[str, Any], answers: Any, *, at: datetime) -> None:
    """The plan for a chance as a row of its own."""
    Calculation.objects.update_or_create(
        assessment=row.assessment,
        basis=sha256(f"{row.basis}/sure".encode()).hexdigest(),
        defaults={
            "ground": row.ground,
            "sure": True,
            "target": row.target,
            "confidence": row.confidence,
            "choices": row.choices,
            "state": CalculationState.DONE,
            "queued_at": row.queued_at,
            "ended_at": at,
            "told": {
                "answer": {"plan": told["plan"] | {"bound": told["least"]}, "late": False},
                "sureness": dict(told["sureness"]) | {"late": False},
            },
            "answers": answers,
        },
    )


def _keep_answer(row: Calculation, worked: Worked, patience: Patience, *, at: datetime) -> None:
    answer, answers = answer_of(worked)
    row.told = {**row.told, "answer": answer | {"late": patience.over}}
    _held(row).update(told=row.told, answers=answers, seen_at=at)


def _overtaken(row: Calculation, *, clock: Clock) -> None:
    """Answers or choices changed meanwhile: what was found stays, the new question is asked."""
    _held(row).update(state=CalculationState.STOPPED, ended_at=clock(), progress={})
    ask_for_plan(row.assessment, by=SYSTEM, clock=clock, at_once=0)


def _watched(row: Calculation, *, clock: Clock) -> Patience:
    """A watch that writes progress now and then, and ends with its time or with the row."""
    end, looked = monotonic() + LONGEST_PART, monotonic()

    def go_on(progress: Progress) -> bool:
        nonlocal looked
        now = monotonic()
        if now - looked < _BETWEEN_LOOKS:
            return now < end
        looked = now
        told = row.progress | progress_told(progress)
        return bool(_held(row).update(progress=told, seen_at=clock())) and now < end

    return Patience(go_on)


def _wake() -> None:
    current_app.send_task(CALCULATE)
