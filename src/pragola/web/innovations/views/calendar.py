"""The coordinator's calendar of an assessment."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.innovations.access import assessment_to_coordinate
from pragola.web.innovations.actions.calendar import give_grace, set_deadline
from pragola.web.innovations.forms.calendar import CalendarForm, GraceForm
from pragola.web.innovations.models import Assessment, Door
from pragola.web.innovations.queries.calendar import graces_of
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.provenance import rest_of
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """When each door closes; posted, all of them are set."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    given = request.POST if request.method == "POST" else None
    form = CalendarForm(given, assessment=assessment)
    if given is None or not form.is_valid():
        return _page(request, assessment, dates=form)
    author = standing.author(Role.COORDINATOR)
    for door, closes_at in form.moments().items():
        set_deadline(assessment, door, closes_at=closes_at, by=author, at=now())
    messages.success(request, _("Kalender sudah disimpan."))
    return redirect("calendar", assessment_id=assessment_id)


@require_POST
def grace(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """More time for one unit."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    form = GraceForm(request.POST, assessment=assessment)
    if not form.is_valid():
        return _page(request, assessment, more=form)
    try:
        give_grace(
            assessment,
            form.cleaned_data["unit"],
            Door(form.cleaned_data["door"]),
            until=form.moment,
            reason=form.cleaned_data["reason"],
            by=standing.person,
            at=now(),
        )
    except PragolaError as error:
        form.add_error("until", say(error.faults[0], spoken()))
        return _page(request, assessment, more=form)
    messages.success(request, _("Perpanjangan sudah dicatat."))
    return redirect("calendar", assessment_id=assessment_id)


def _page(
    request: HttpRequest,
    assessment: Assessment,
    *,
    dates: CalendarForm | None = None,
    more: GraceForm | None = None,
) -> HttpResponse:
    edition = load_edition(assessment.edition)
    printed = [
        (each.value, rest_of(edition, each.provenance, spoken())) for each in edition.calendar
    ]
    context = {
        "assessment": assessment,
        "dates": dates or CalendarForm(assessment=assessment),
        "more": more or GraceForm(assessment=assessment),
        "graces": graces_of(assessment, spoken()),
        "printed": printed,
        "faulty": [form for form in (dates, more) if form and form.errors],
    }
    status = 422 if context["faulty"] else 200
    return render(request, "innovations/calendar.html", context, status=status)
