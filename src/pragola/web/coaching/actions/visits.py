"""Notes of visits, questions and answers, and what becomes guidance."""

from datetime import datetime, timedelta

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.coaching.models import Advice, Question, Visit, VisitKind
from pragola.web.innovations.actions.claims import indicator_of
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Author, Jsonable, record

_SOON = timedelta(minutes=10)
"""Within so long, the same note of the same coach is one that was sent twice."""


class QuestionError(PragolaError):
    """A question that cannot be answered now."""


@transaction.atomic
def note_visit(
    unit: Unit, *, kind: VisitKind, minutes: int, text: str, by: Author, at: datetime
) -> Visit:
    """A coach was in touch with the unit just now; the same note, sent again soon, is one."""
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    told = {"kind": kind, "minutes": minutes, "text": text}
    made_by = by.person.pk if by.person else None
    same = Visit.objects.filter(unit=unit, made_by=made_by, at__gt=at - _SOON, **told).first()
    if same:
        return same
    visit = Visit.objects.create(unit=unit, at=at, made_by_id=made_by, **told)
    new: Jsonable = {"kind": kind, "minutes": minutes, "text": text}
    record("visit_noted", unit, part=f"visit:{visit.pk}", by=by, at=at, new=new)
    return visit


@transaction.atomic
def ask(entry: Entry, indicator: str, text: str, *, by: Author, at: datetime) -> Question:
    """A question about a claim; the same one that waits for its answer is asked once.

    Raises IndicatorUnknownError.
    """
    indicator_of(load_edition(entry.assessment.edition), indicator)
    Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    asked_by = by.person.pk if by.person else None
    told = {"entry": entry, "indicator": indicator, "text": text}
    same = Question.objects.filter(**told, asked_by=asked_by, answered_at=None).first()
    if same:
        return same
    asked = Question.objects.create(**told, asked_by_id=asked_by, asked_at=at)
    record("question_asked", entry, part=indicator, by=by, at=at, new=text)
    return asked


@transaction.atomic
def answer_question(
    question: Question, text: str, *, for_all: str, by: Author, at: datetime
) -> Question:
    """Answer it; what `for_all` says becomes guidance of the indicator, unless it is empty.

    Raises QuestionError where somebody else was faster.
    """
    rows = Question.objects.select_for_update(of=("self",)).select_related("answered_by")
    row = rows.get(pk=question.pk)
    if row.answered_at:
        fault = Fault(code="question_answered", found=str(row.answered_by or "Pragola"))
        raise QuestionError(fault)
    row.answer, row.answered_at = text, at
    row.answered_by_id = by.person.pk if by.person else None
    row.save(update_fields=["answer", "answered_at", "answered_by"])
    entry = question.entry
    record("question_answered", entry, part=row.indicator, by=by, at=at, old=row.text, new=text)
    if for_all:
        made = Advice.objects.create(
            region_id=entry.innovation.region_id,
            edition=entry.assessment.edition,
            indicator=row.indicator,
            text=for_all,
            question=row,
            made_by_id=row.answered_by_id,
            made_at=at,
        )
        record("advice_given", made, part=row.indicator, by=by, at=at, new=for_all)
    return row
