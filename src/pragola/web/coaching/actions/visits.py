"""Notes of visits, questions and answers, and what becomes guidance."""

from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.coaching.models import Advice, Question, Visit, VisitKind
from pragola.web.innovations.actions.claims import indicator_of
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Author, Jsonable, record


class QuestionError(PragolaError):
    """A question that cannot be answered now."""


@transaction.atomic
def note_visit(
    unit: Unit, *, kind: VisitKind, minutes: int, text: str, by: Author, at: datetime
) -> Visit:
    """A coach was in touch with the unit just now."""
    visit = Visit.objects.create(
        unit=unit,
        kind=kind,
        at=at,
        minutes=minutes,
        text=text,
        made_by_id=by.person.pk if by.person else None,
    )
    new: Jsonable = {"kind": kind, "minutes": minutes, "text": text}
    record("visit_noted", unit, part=f"visit:{visit.pk}", by=by, at=at, new=new)
    return visit


@transaction.atomic
def ask(entry: Entry, indicator: str, text: str, *, by: Author, at: datetime) -> Question:
    """A question about a claim. Raises IndicatorUnknownError."""
    indicator_of(load_edition(entry.assessment.edition), indicator)
    asked = Question.objects.create(
        entry=entry,
        indicator=indicator,
        text=text,
        asked_by_id=by.person.pk if by.person else None,
        asked_at=at,
    )
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
