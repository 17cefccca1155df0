"""Accompanying units: coaches and their load, visits, questions and their answers."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import (
    clinic_to_weigh,
    coaching_role,
    question_to_answer,
    questions_readable,
    region_to_coach,
    unit_to_accompany,
)
from pragola.web.coaching.actions.visits import answer_question, ask, note_visit
from pragola.web.coaching.forms.visits import AnswerForm, AssignForm, QuestionForm, VisitForm
from pragola.web.coaching.guidance import GUIDANCE
from pragola.web.coaching.models import Question, VisitKind
from pragola.web.coaching.queries.accompanying import (
    accompanied,
    advice_for,
    assignment_of,
    question_lines,
    waiting,
)
from pragola.web.coaching.queries.outcome import outcome_of
from pragola.web.innovations.access import entry_to_read
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.regions.access import coordinated_region
from pragola.web.regions.actions.people import appoint
from pragola.web.regions.models import Region, Role
from pragola.web.shared.language import spoken
from pragola.wording import say


@require_safe
def outcome(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """What followed a clinic."""
    opened = clinic_to_weigh(request, clinic_id)
    told = outcome_of(opened.clinic, now=now(), language=spoken())
    return render(request, "coaching/outcome.html", {"opened": opened, "told": told})


@require_http_methods(["GET", "HEAD", "POST"])
def coaches(request: HttpRequest, code: str) -> HttpResponse:
    """Who coaches which units, with what load; posted, a coach gets units."""
    standing = coordinated_region(request, code)
    region = Region.objects.get(pk=code)
    form = AssignForm(request.POST if request.method == "POST" else None, region=region)
    if request.method == "POST" and form.is_valid():
        for unit in form.cleaned_data["units"]:
            appoint(
                form.cleaned_data["coach"],
                role=Role.COACH,
                region=region,
                unit=unit,
                by=standing.author(Role.COORDINATOR),
                at=now(),
            )
        messages.success(request, _("Pendamping sudah ditunjuk."))
        return redirect("coaches", code=code)
    context = {"region": region, "form": form, "told": assignment_of(region, now())}
    status = 422 if form.errors else 200
    return render(request, "coaching/coaches.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def unit_coaching(request: HttpRequest, unit_id: int) -> HttpResponse:
    """How a unit is accompanied; posted, a coach notes a visit."""
    unit, standing, role = unit_to_accompany(request, unit_id)
    form = VisitForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if role is None:
            raise PermissionDenied
        if form.is_valid():
            told = form.cleaned_data
            note_visit(
                unit,
                kind=VisitKind(told["kind"]),
                minutes=told["minutes"],
                text=told["text"],
                by=standing.author(role),
                at=now(),
            )
            messages.success(request, _("Catatan sudah disimpan."))
            return redirect("unit_coaching", unit_id=unit_id)
    told_page = accompanied(unit, now=now(), language=spoken())
    context = {"unit": unit, "form": form, "told": told_page, "coaches_it": role is not None}
    status = 422 if form.errors else 200
    return render(request, "coaching/unit_coaching.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def claim_help(request: HttpRequest, entry_id: int, indicator: str) -> HttpResponse:
    """What an indicator means, what was asked about this claim; posted, a new question."""
    opened = entry_to_read(request, entry_id)
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _help(request, opened, indicator, form)
    role = opened.standing.role_at(opened.entry.innovation.unit, Role.OPERATOR, Role.HEAD)
    if role is None:
        raise PermissionDenied
    if not form.is_valid():
        return _help(request, opened, indicator, form)
    try:
        author = opened.standing.author(role)
        ask(opened.entry, indicator, form.cleaned_data["text"], by=author, at=now())
        messages.success(request, _("Pertanyaan sudah sampai ke pendamping Anda."))
    except PragolaError as error:
        raise Http404 from error
    return redirect("claim_help", entry_id=entry_id, indicator=indicator)


@require_POST
def question_answer(request: HttpRequest, question_id: int) -> HttpResponse:
    """An answer, in the place where it was asked."""
    question, standing, role = question_to_answer(request, question_id)
    form = AnswerForm(request.POST, auto_id=f"%s-{question_id}")
    if not form.is_valid():
        opened = entry_to_read(request, question.entry_id)
        return _help(
            request, opened, question.indicator, QuestionForm(), answered=(question_id, form)
        )
    told, author = form.cleaned_data, standing.author(role)
    try:
        answer_question(question, told["answer"], for_all=told["for_all"], by=author, at=now())
        messages.success(request, _("Jawaban sudah disimpan."))
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("claim_help", entry_id=question.entry_id, indicator=question.indicator)


@require_safe
def questions(request: HttpRequest, code: str) -> HttpResponse:
    """Questions that wait for an answer."""
    region, standing = region_to_coach(request, code)
    asked = waiting(questions_readable(standing).filter(entry__innovation__region=region))
    context = {"region": region, "lines": question_lines(asked, spoken())}
    return render(request, "coaching/questions.html", context)


def _help(
    request: HttpRequest,
    opened: OpenedEntry,
    indicator: str,
    form: QuestionForm,
    *,
    answered: tuple[int, AnswerForm] | None = None,
) -> HttpResponse:
    """The page of a claim's guidance, with the form that could not be saved, if one was."""
    answering, answer = answered or (None, AnswerForm())
    entry = opened.entry
    edition = load_edition(entry.assessment.edition)
    known = {each.code: each for each in edition.sid_indicators}
    if indicator not in known:
        raise Http404
    unit = entry.innovation.unit
    asked = Question.objects.filter(entry=entry, indicator=indicator)
    context = {
        "entry": entry,
        "indicator": known[indicator],
        "levels": sorted(known[indicator].levels.value, key=lambda each: each.level),
        "documents": known[indicator].evidence.documents,
        "guidance": GUIDANCE.get(indicator),
        "advice": advice_for(entry, indicator),
        "lines": question_lines(asked, spoken()),
        "form": form,
        "asks": opened.standing.role_at(unit, Role.OPERATOR, Role.HEAD) is not None,
        "answers": coaching_role(opened.standing, unit) is not None,
        "answer_form": answer,
        "answering": answering,
    }
    status = 422 if form.errors or answered else 200
    return render(request, "coaching/claim_help.html", context, status=status)
