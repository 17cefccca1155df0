"""Attendance: the code at the door, the list by hand, and the papers of a clinic."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import clinic_to_enter, clinic_to_lead
from pragola.web.coaching.actions.attendance import (
    Present,
    mark_present,
    unmark_present,
    write_minutes,
)
from pragola.web.coaching.door_codes import (
    ON_SCREEN,
    clinic_of_code,
    code_for_paper,
    code_for_screen,
    picture_of,
)
from pragola.web.coaching.forms.attendance import MarkForm, MinutesForm
from pragola.web.coaching.models import How
from pragola.web.coaching.opened import OpenedClinic
from pragola.web.coaching.printing.clinic_pages import attendance_pdf, minutes_pdf
from pragola.web.coaching.queries.agreements import agreements_of_clinic
from pragola.web.coaching.queries.attendance import attendance_of
from pragola.web.coaching.queries.offline import offline_of
from pragola.web.coaching.views.clinics import clinic_answer
from pragola.web.innovations.access import readable_units
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.language import spoken
from pragola.web.shared.parts import asks_for_part
from pragola.web.shared.times import clock
from pragola.wording import Language, say

_PDF = "application/pdf"
_CONFLICT = 409


@require_safe
@never_cache
def door(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """The code to be shown at the door, or to be printed."""
    opened, _role = clinic_to_lead(request, clinic_id)
    printed = "cetak" in request.GET
    clinic, at = opened.clinic, now()
    code = code_for_paper(clinic) if printed else code_for_screen(clinic, at=at)
    address = f"{settings.ADDRESS}{reverse('enter', args=[code])}"
    context = {
        "opened": opened,
        "address": address,
        "picture": picture_of(address),
        "printed": printed,
        "present": clinic.attendances.filter(removed_at=None).count(),
        "until": clock(at + ON_SCREEN, ZoneInfo(clinic.region.time_zone)),
        "offline": offline_of(clinic, now=at, language=spoken()),
    }
    return render(request, "coaching/door.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, code: str) -> HttpResponse:
    """Whoever scanned the code and signed in says that they are there."""
    clinic_id = clinic_of_code(code, at=now())
    if clinic_id is None:
        return render(request, "coaching/enter_over.html", status=410)
    clinic, standing = clinic_to_enter(request, clinic_id)
    mine = clinic.attendances.filter(person=standing.person, removed_at=None).first()
    if request.method != "POST":
        return render(request, "coaching/enter.html", {"clinic": clinic, "mine": mine})
    own = standing.units(Role.OPERATOR, Role.HEAD, Role.COACH)
    guest = clinic.guests.filter(person=standing.person).select_related("unit").first()
    unit = guest.unit if guest else Unit.objects.filter(pk__in=own).first()
    person = standing.person
    present = Present(person=person, name=person.name, unit=unit, at=now())
    try:
        mark_present(clinic.pk, present, how=How.CODE, by=standing.author(), at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("enter", code=code)


@require_safe
def attendance(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """The list to mark by hand, also without network."""
    opened, _role = clinic_to_lead(request, clinic_id)
    return _list(request, opened, MarkForm(clinic=opened.clinic))


@require_POST
def attendance_mark(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Somebody is there; scripts get no page, forms the list."""
    opened, role = clinic_to_lead(request, clinic_id)
    form = MarkForm(request.POST, clinic=opened.clinic)
    if not form.is_valid():
        return _unmarked(request, opened, form)
    told = form.cleaned_data
    person, unit = told["person"], told["unit"]
    if person:
        guest = opened.clinic.guests.filter(person=person).select_related("unit").first()
        unit = guest.unit if guest else unit
    present = Present(
        person=person,
        name=person.name if person else told["name"],
        unit=unit,
        at=form.since(now()),
        key=told["key"],
        again=told["again"],
    )
    author = opened.standing.author(role)
    try:
        mark_present(clinic_id, present, how=How.HAND, by=author, at=now())
    except PragolaError as error:
        form.add_error(None, say(error.faults[0], spoken()))
        return _unmarked(request, opened, form)
    if asks_for_part(request):
        return HttpResponse(status=204)
    return redirect("attendance", clinic_id=clinic_id)


@require_POST
def attendance_unmark(request: HttpRequest, clinic_id: int, attendance_id: int) -> HttpResponse:
    """Not there after all."""
    opened, role = clinic_to_lead(request, clinic_id)
    found = opened.clinic.attendances.filter(pk=attendance_id, removed_at=None).first()
    if found is None:
        raise Http404
    try:
        unmark_present(found, by=opened.standing.author(role), at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("attendance", clinic_id=clinic_id)


@require_POST
def minutes(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """What was talked about."""
    opened, role = clinic_to_lead(request, clinic_id)
    form = MinutesForm(request.POST)
    if form.is_valid():
        told, author = form.cleaned_data, opened.standing.author(role)
        try:
            write_minutes(clinic_id, told["text"], seen=told["seen"], by=author, at=now())
            messages.success(request, _("Notula sudah disimpan."))
            return redirect("clinic", clinic_id=clinic_id)
        except PragolaError as error:
            form.add_error("text", say(error.faults[0], spoken()))
            opened.clinic.refresh_from_db(fields=["minutes", "state"])
    return clinic_answer(request, opened, faulty=form)


@require_safe
def attendance_paper(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """The attendance list as PDF."""
    opened, _role = clinic_to_lead(request, clinic_id)
    content = attendance_pdf(opened.clinic, invented=settings.DEMONSTRATION)
    return _paper(content, f"daftar-hadir-{clinic_id}")


@require_safe
def minutes_paper(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """The minutes as PDF."""
    opened, _role = clinic_to_lead(request, clinic_id)
    reach = readable_units(opened.standing, "unit__")
    agreed = agreements_of_clinic(opened.clinic, reach, now=now(), language=Language.INDONESIAN)
    content = minutes_pdf(opened.clinic, agreed, invented=settings.DEMONSTRATION)
    return _paper(content, f"notula-{clinic_id}")


def _paper(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type=_PDF, headers=headers)


def _unmarked(request: HttpRequest, opened: OpenedClinic, form: MarkForm) -> HttpResponse:
    """Why somebody is not marked: a sentence for scripts, the list for forms."""
    if asks_for_part(request):
        said = " ".join(str(each) for errors in form.errors.values() for each in errors)
        return HttpResponse(said, status=_CONFLICT, content_type="text/plain; charset=utf-8")
    return _list(request, opened, form)


def _list(request: HttpRequest, opened: OpenedClinic, form: MarkForm) -> HttpResponse:
    context = {
        "opened": opened,
        "form": form,
        "told": attendance_of(opened.clinic),
        "person": opened.standing.person.pk,
        "offline": offline_of(opened.clinic, now=now(), language=spoken()),
    }
    status = 422 if form.errors else 200
    return render(request, "coaching/attendance.html", context, status=status)
