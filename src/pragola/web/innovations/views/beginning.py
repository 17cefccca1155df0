"""Beginning an innovation, bringing one into another year, opening an assessment."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.access import unit_to_fill
from pragola.web.innovations.actions.entries import begin_innovation
from pragola.web.innovations.actions.opening import open_assessment
from pragola.web.innovations.forms.beginning import BeginForm, OpenForm
from pragola.web.innovations.queries.duplicates import begun_just_now, likely_duplicates
from pragola.web.regions.access import coordinated_region
from pragola.web.regions.models import Region, Role, Unit
from pragola.web.regions.standing import Standing
from pragola.web.shared.language import spoken
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def innovation_begin(request: HttpRequest, unit_id: int) -> HttpResponse:
    """The title first; what looks alike is shown before a new innovation is made."""
    unit, standing = unit_to_fill(request, unit_id)
    given = request.POST if request.method == "POST" else None
    form = BeginForm(given, unit=unit, now=now())
    if given is None or not form.is_valid():
        return _begin_page(request, unit, form)
    told = {"title": form.cleaned_data["title"], "assessment": form.cleaned_data["assessment"]}
    if twice := begun_just_now(unit, **told, by=standing.author(Role.OPERATOR), now=now()):
        return redirect("entry", entry_id=twice.pk)
    alike = likely_duplicates(
        unit.region, title=form.cleaned_data["title"], text=form.cleaned_data["text"]
    )
    if alike and "tetap" not in given:
        context = {"unit": unit, "form": form, "alike": alike}
        return render(request, "innovations/begin.html", context)
    return _begin(request, unit, standing, form)


def _begin(request: HttpRequest, unit: Unit, standing: Standing, form: BeginForm) -> HttpResponse:
    try:
        entry = begin_innovation(
            unit,
            title=form.cleaned_data["title"],
            assessment=form.cleaned_data["assessment"],
            by=standing.author(Role.OPERATOR),
            at=now(),
        )
    except PragolaError as error:
        form.add_error("title", say(error.faults[0], spoken()))
        return _begin_page(request, unit, form)
    messages.success(request, _("Inovasi baru sudah dibuat. Isi profilnya di bawah."))
    return redirect("entry", entry_id=entry.pk)


def _begin_page(request: HttpRequest, unit: Unit, form: BeginForm) -> HttpResponse:
    field = form.fields["assessment"]
    context = {"unit": unit, "form": form, "none_open": not field.queryset.exists()}  # type: ignore[attr-defined]
    return render(request, "innovations/begin.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment_open(request: HttpRequest, code: str) -> HttpResponse:
    """An assessment of the government by another edition."""
    author = coordinated_region(request, code).author(Role.COORDINATOR)
    region = get_object_or_404(Region, code=code)
    given = request.POST if request.method == "POST" else None
    form = OpenForm(given, region=region)
    if given is not None and form.is_valid():
        try:
            assessment = open_assessment(region, **form.cleaned_data, by=author, at=now())
        except PragolaError as error:
            form.add_error("edition", say(error.faults[0], spoken()))
        else:
            messages.success(request, _("Penilaian sudah dibuka. Tetapkan tanggal penutupannya."))
            return redirect("calendar", assessment_id=assessment.pk)
    context = {"region": region, "form": form}
    status = 422 if form.errors else 200
    return render(request, "innovations/assessment_open.html", context, status=status)
