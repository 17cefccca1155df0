"""Agreeing on a plan, and the agreed plan with its progress."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pragola.planning.actions import ActionKind
from pragola.scoring.faults import PragolaError
from pragola.web.coaching.actions.agreements import leave_with_units, put_into_clinic
from pragola.web.coaching.queries.clinics import planned_clinics
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.queries.calendar import is_over
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Author
from pragola.web.shared.language import spoken
from pragola.web.targets.access import (
    agreed_action_to_change,
    calculation_to_change,
    coordinates,
    target_to_change,
    target_to_read,
)
from pragola.web.targets.actions.agreeing import agree_on, end_agreement, move_due
from pragola.web.targets.actions.calculating import ask_for_plan
from pragola.web.targets.doing import levels_of
from pragola.web.targets.forms.agreeing import AgreeForm, DueForm, IntoClinicForm, usual_days
from pragola.web.targets.models import Calculation
from pragola.web.targets.queries.agreed import agreed_page, plan_in_force
from pragola.web.targets.queries.known import Known, agreed_before
from pragola.web.targets.queries.last_day import last_day_of, last_day_told
from pragola.web.targets.queries.lines import days, deed_of, signed
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.question import Question, aim_of, question_of, today_in
from pragola.web.targets.queries.replanned import replanned
from pragola.web.targets.stored import StoredPlan, read_answer
from pragola.wording import Language, say


@require_http_methods(["GET", "HEAD", "POST"])
def plan_agree(request: HttpRequest, calculation_id: int) -> HttpResponse:
    """Days and owners of the actions; posted, the plan is the agreed one."""
    row, standing = calculation_to_change(request, calculation_id)
    plan = read_answer(row.told["answer"]).plan if "answer" in row.told else None
    if plan is None:
        raise Http404
    names, question = names_of(row.assessment, spoken()), question_of(row.assessment, at=now())
    known = _known(row.assessment, plan, question, spoken())
    form = _form(request, row, plan, names, question, known)
    if request.method == "POST" and form.is_valid():
        try:
            agree_on(
                row,
                form.promises(),
                clinic=form.cleaned_data["clinic"],
                seen=form.cleaned_data["seen"],
                by=standing.author(Role.COORDINATOR),
                at=now(),
            )
        except PragolaError as error:
            form.add_error(None, say(error.faults[0], spoken()))
        else:
            messages.success(request, _("Rencana disepakati. Setiap unit melihat pekerjaannya."))
            return redirect("plan_agreed", assessment_id=row.assessment_id)
    return _agreeing(request, row.assessment, plan, names, form, known)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_agreed(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The agreed plan; posted, the rest is planned anew from today."""
    if request.method == "POST":
        assessment, standing = target_to_change(request, assessment_id)
        ask_for_plan(assessment, by=standing.author(Role.COORDINATOR), clock=now)
        return redirect("plan_agreed", assessment_id=assessment_id)
    assessment, standing = target_to_read(request, assessment_id)
    plan = plan_in_force(assessment)
    context: dict[str, object] = {
        "assessment": assessment,
        "changes": coordinates(standing, assessment),
        "told": None,
    }
    if plan is not None:
        plan.assessment = assessment
        context["told"] = agreed_page(plan, at=now(), language=spoken())
        context["anew"] = replanned(plan, at=now(), language=spoken())
        context["into_clinic"] = IntoClinicForm(assessment=assessment)
    return render(request, "targets/agreed.html", context)


@require_POST
def plan_end(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Nobody works by the agreed plan any more."""
    assessment, standing = target_to_change(request, assessment_id)
    plan = plan_in_force(assessment)
    if plan is not None:
        end_agreement(plan, by=standing.author(Role.COORDINATOR), at=now())
        messages.success(request, _("Rencana diakhiri. Unit tidak lagi melihat pekerjaannya."))
    return redirect("target", assessment_id=assessment_id)


@require_POST
def due_move(request: HttpRequest, action_id: int) -> HttpResponse:
    """Another day for an agreed action."""
    action, standing = agreed_action_to_change(request, action_id)
    assessment = action.plan.assessment
    form = DueForm(request.POST, today=today_in(assessment, now()))
    if form.is_valid():
        due = form.cleaned_data["due"]
        try:
            move_due(action, due, by=standing.author(Role.COORDINATOR), at=now())
        except PragolaError as error:
            messages.error(request, say(error.faults[0], spoken()))
    else:
        messages.error(request, str(form.errors["due"][0]))
    return redirect("plan_agreed", assessment_id=assessment.pk)


@require_POST
def plan_into_clinic(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Agreements of the plan are talked about in a clinic, or are left with their units."""
    assessment, standing = target_to_change(request, assessment_id)
    form = IntoClinicForm(request.POST, assessment=assessment)
    if form.is_valid():
        _put(request, form, by=standing.author(Role.COORDINATOR))
    else:
        for errors in form.errors.values():
            messages.error(request, str(errors[0]))
    return redirect("plan_agreed", assessment_id=assessment.pk)


def _put(request: HttpRequest, form: IntoClinicForm, *, by: Author) -> None:
    clinic, chosen = form.cleaned_data["clinic"], list(form.cleaned_data["agreements"])
    try:
        if clinic is None:
            number = leave_with_units(chosen, by=by, at=now())
        else:
            number = put_into_clinic(clinic.pk, chosen, by=by, at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
        return
    told = {"number": number, "clinic": clinic.title if clinic else ""}
    if clinic is None:
        messages.success(request, _("%(number)s kesepakatan tetap pada unitnya.") % told)
    else:
        said = _("%(number)s kesepakatan dibahas dalam “%(clinic)s”; unitnya ikut diundang.")
        messages.success(request, said % told)


def _form(
    request: HttpRequest,
    row: Calculation,
    plan: StoredPlan,
    names: Names,
    question: Question | None,
    known: Mapping[int, Known],
) -> AgreeForm:
    assessment, today = row.assessment, today_in(row.assessment, now())
    former = plan_in_force(assessment)
    usual = usual_days(question, plan.actions, today) if question else [today] * len(plan.actions)
    return AgreeForm(
        request.POST if request.method == "POST" else None,
        assessment=assessment,
        actions=plan.actions,
        names=[names.about(action) for action in plan.actions],
        usual=usual,
        seen=former.pk if former else 0,
        today=today,
        settled={n: each.settled for n, each in known.items() if each.settled},
    )


def _known(
    assessment: Assessment, plan: StoredPlan, question: Question | None, language: Language
) -> Mapping[int, Known]:
    """What stands of it already, where there is still a target."""
    if question is None:
        return {}
    claimed = levels_of(question.situation.edition, question.claimed)
    return agreed_before(assessment, plan.actions, claimed, language)


def _agreeing(
    request: HttpRequest,
    assessment: Assessment,
    plan: StoredPlan,
    names: Names,
    form: AgreeForm,
    known: Mapping[int, Known],
) -> HttpResponse:
    language = spoken()
    lines = [
        {
            "about": names.about(action),
            "deed": deed_of(action),
            "place": names.indicator(action.indicator) if action.entry and action.indicator else "",
            "unit": names.unit(action.unit),
            "adds": signed(action.adds, language),
            "effort": days(action.effort, language),
            "asked": asked,
            "withhold": action.kind is ActionKind.WITHHOLD,
            "known": known.get(number),
        }
        for number, (action, asked) in enumerate(zip(plan.actions, form.owners(), strict=True))
    ]
    context = {
        "assessment": assessment,
        "form": form,
        "over": is_over(assessment, now()),
        "lines": lines,
        "last_day": last_day_told(last_day_of(assessment, aim_of(assessment), at=now()), language),
        "former": plan_in_force(assessment),
        "clinics": planned_clinics(assessment, now=now()).exists(),
    }
    status = 422 if form.errors else 200
    return render(request, "targets/agree.html", context, status=status)
