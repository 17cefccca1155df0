"""Diagnosis sheets: made, read, printed, projected."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import (
    clinic_to_lead,
    diagnosis_to_read,
    entry_of_sheet,
    may_lead,
)
from pragola.web.coaching.actions.diagnoses import diagnose, set_letterhead
from pragola.web.coaching.forms.agreements import LetterheadForm
from pragola.web.coaching.models import Letterhead
from pragola.web.coaching.printing.diagnosis_page import diagnosis_pdf
from pragola.web.coaching.queries.diagnoses import diagnosis_page, entry_on, projected, seen_of
from pragola.web.innovations.access import readable_units
from pragola.web.regions.access import coordinated_region
from pragola.web.regions.models import Region, Role, Unit
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.parts import asks_for_part, render_part
from pragola.wording import say

PDF = "application/pdf"


@require_POST
def diagnosis_make(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Sheets of all invited units within reach, or of one."""
    opened, role = clinic_to_lead(request, clinic_id)
    units = Unit.objects.filter(
        readable_units(opened.standing),
        pk__in=opened.clinic.invited_units.values("unit"),
    )
    one = request.POST.get("unit")
    if one:
        units = units.filter(pk=whole(one) or 0)
    if not units:
        messages.error(request, _("Belum ada unit. Undang unit lebih dulu."))
        return redirect("clinic", clinic_id=clinic_id)
    try:
        made = diagnose(clinic_id, units, by=opened.standing.author(role), at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
        return redirect("clinic", clinic_id=clinic_id)
    messages.success(request, _("%(number)s lembar diagnosis dibuat.") % {"number": len(made)})
    if one:
        return redirect("diagnosis", diagnosis_id=made[0].pk)
    return redirect("clinic", clinic_id=clinic_id)


@require_safe
def diagnosis(request: HttpRequest, diagnosis_id: int) -> HttpResponse:
    """A sheet; its leaders agree from it with one touch."""
    found, standing = diagnosis_to_read(request, diagnosis_id)
    context = {
        "diagnosis": found,
        "told": diagnosis_page(found, spoken()),
        "agrees": may_lead(found.clinic, standing) and found.clinic.changeable,
    }
    return render(request, "coaching/diagnosis.html", context)


@require_safe
def diagnosis_projected(request: HttpRequest, diagnosis_id: int, number: int) -> HttpResponse:
    """One innovation of a sheet as it is now, large, for all to read from their seats.

    A script asks for what changed since `lihat`, and gets nothing where nothing did.
    """
    found, standing = diagnosis_to_read(request, diagnosis_id)
    entry = entry_of_sheet(found, standing, entry_on(found, number))
    if asks_for_part(request) and request.GET.get("lihat") == seen_of(found, entry.pk):
        return HttpResponse(status=204)
    told = projected(found, entry, number=number, now=now(), language=spoken())
    context = {
        "diagnosis": found,
        "told": told,
        "each": told.shown,
        "before": number - 1,
        "after": number + 1 if number < told.total else 0,
        "agrees": may_lead(found.clinic, standing) and found.clinic.changeable,
    }
    return render_part(request, "coaching/diagnosis_projected.html", "now", context)


@require_safe
def diagnosis_paper(request: HttpRequest, diagnosis_id: int) -> HttpResponse:
    """The sheet as PDF."""
    found, _standing = diagnosis_to_read(request, diagnosis_id)
    content = diagnosis_pdf(found, invented=settings.DEMONSTRATION)
    name = f'inline; filename="diagnosis-{found.pk}.pdf"'
    return HttpResponse(content, content_type=PDF, headers={"Content-Disposition": name})


@require_http_methods(["GET", "HEAD", "POST"])
def letterhead(request: HttpRequest, code: str) -> HttpResponse:
    """What stands above the government's papers."""
    standing = coordinated_region(request, code)
    region = Region.objects.get(pk=code)
    given = request.POST if request.method == "POST" else None
    form = LetterheadForm(given, known=Letterhead.objects.filter(region=region).first())
    if given is None or not form.is_valid():
        status = 422 if form.errors else 200
        context = {"form": form, "region": region}
        return render(request, "coaching/letterhead.html", context, status=status)
    author = standing.author(Role.COORDINATOR)
    set_letterhead(region, **form.cleaned_data, by=author, at=now())
    messages.success(request, _("Kop surat sudah disimpan."))
    return redirect("letterhead", code=code)
