"""The room of a target: where the index stands, the plan, choices around it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.web.innovations.actions.opening import set_target
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing
from pragola.web.shared.language import spoken
from pragola.web.targets.access import (
    calculation_to_change,
    calculation_to_read,
    choice_to_lift,
    coordinates,
    target_to_change,
    target_to_read,
)
from pragola.web.targets.actions.asking import lift_choice, make_choice
from pragola.web.targets.actions.calculating import ask_for_plan, stop_calculation
from pragola.web.targets.forms.asking import ChoiceForm, TargetForm
from pragola.web.targets.models import Wish
from pragola.web.targets.queries.room import doing_of, room_of


@require_http_methods(["GET", "HEAD", "POST"])
def target(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The room; posted, the target is set and the plan made."""
    if request.method != "POST":
        assessment, standing = target_to_read(request, assessment_id)
        return _page(request, assessment, standing)
    assessment, standing = target_to_change(request, assessment_id)
    form = TargetForm(request.POST)
    if not form.is_valid():
        return _page(request, assessment, standing, form=form)
    author = standing.author(Role.COORDINATOR)
    aim = form.cleaned_data["target"]
    set_target(assessment, target=aim, by=author, at=now())
    assessment.target = aim
    ask_for_plan(assessment, by=author, clock=now)
    return _to_plan(assessment_id)


@require_POST
def target_choose(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Fix something, and make the plan around it."""
    assessment, standing = target_to_change(request, assessment_id)
    form = ChoiceForm(request.POST, assessment=assessment)
    if not form.is_valid():
        return _page(request, assessment, standing, wrong=form)
    author = standing.author(Role.COORDINATOR)
    wish = Wish(form.cleaned_data["wish"])
    make_choice(assessment, wish, form.subject, report=form.reports, by=author, at=now())
    ask_for_plan(assessment, by=author, clock=now)
    return _to_plan(assessment_id)


@require_POST
def choice_lift(request: HttpRequest, choice_id: int) -> HttpResponse:
    """Plans need not keep to a choice any more."""
    choice, assessment, standing = choice_to_lift(request, choice_id)
    author = standing.author(Role.COORDINATOR)
    lift_choice(choice, by=author, at=now())
    ask_for_plan(assessment, by=author, clock=now)
    return _to_plan(assessment.pk)


@require_POST
def plan_ask(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Make the plan from the answers as they are now."""
    assessment, standing = target_to_change(request, assessment_id)
    row = ask_for_plan(assessment, by=standing.author(Role.COORDINATOR), clock=now)
    if row is None:
        messages.warning(request, _("Tentukan target lebih dahulu."))
    return _to_plan(assessment_id)


@require_POST
def plan_stop(request: HttpRequest, calculation_id: int) -> HttpResponse:
    """Leave a calculation as far as it got."""
    row, standing = calculation_to_change(request, calculation_id)
    if stop_calculation(row, by=standing.author(Role.COORDINATOR), at=now()):
        messages.success(request, _("Perhitungan dihentikan. Yang sudah ditemukan tetap ada."))
    return _to_plan(row.assessment_id)


@require_safe
def plan_progress(request: HttpRequest, calculation_id: int) -> HttpResponse:
    """How far a calculation is, for the script of the page; the room for everybody else."""
    row = calculation_to_read(request, calculation_id)
    context = {"doing": doing_of(row, spoken()), "changes": False}
    return render(request, "targets/_doing.html", context)


def _page(
    request: HttpRequest,
    assessment: Assessment,
    standing: Standing,
    *,
    form: TargetForm | None = None,
    wrong: ChoiceForm | None = None,
) -> HttpResponse:
    faulty = [each for each in (form, wrong) if each is not None]
    context = {
        "room": room_of(assessment, at=now(), language=spoken()),
        "changes": coordinates(standing, assessment),
        "form": form or TargetForm(initial={"target": assessment.target}),
        "faulty": faulty,
    }
    return render(request, "targets/target.html", context, status=422 if faulty else 200)


def _to_plan(assessment_id: int) -> HttpResponse:
    return redirect(f"{reverse('target', args=[assessment_id])}#rencana")
