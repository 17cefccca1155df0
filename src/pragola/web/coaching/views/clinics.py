"""Clinics: the list, a new one, its page, what is done with it as a whole."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import (
    clinic_to_lead,
    clinic_to_read,
    clinics_readable,
    leading_role,
    region_that_coaches,
    region_to_coach,
)
from pragola.web.coaching.actions.attendance import sign_of
from pragola.web.coaching.actions.clinics import (
    describe_clinic,
    invite_newcomers,
    invite_units,
    move_clinic,
    plan_of,
    postpone_clinic,
    prepare_clinic,
    take_unit_off,
)
from pragola.web.coaching.actions.discarding import discard_clinic
from pragola.web.coaching.calendar_file import calendar_of, calendar_type
from pragola.web.coaching.forms.attendance import MinutesForm
from pragola.web.coaching.forms.clinics import (
    CancelForm,
    ClinicForm,
    MaterialForm,
    NewClinicForm,
    PostponeForm,
    UnitsForm,
)
from pragola.web.coaching.models import Answer, ClinicMove, ClinicState
from pragola.web.coaching.opened import OpenedClinic
from pragola.web.coaching.queries.agreements import agreements_of_clinic
from pragola.web.coaching.queries.clinics import clinic_lines, clinic_page, units_to_invite
from pragola.web.coaching.queries.diagnoses import sheets_of
from pragola.web.coaching.queries.invitations import page_of, when_of
from pragola.web.innovations.access import readable_units
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.wording import say

_DONE = {
    ClinicMove.INVITE: gettext_lazy("Undangan sedang dikirim lewat surel."),
    ClinicMove.HOLD: gettext_lazy("Klinik dicatat terlaksana. Catat kehadiran dan kesepakatannya."),
    ClinicMove.CLOSE: gettext_lazy("Klinik ditutup. Tindak lanjut tetap berjalan sendiri."),
    ClinicMove.REOPEN: gettext_lazy("Klinik dibuka lagi."),
    ClinicMove.CANCEL: gettext_lazy(
        "Klinik dibatalkan. Yang diundang sedang diberi tahu lewat surel."
    ),
    ClinicMove.RESTORE: gettext_lazy(
        "Klinik jadi diadakan. Yang diundang sedang diberi tahu lewat surel."
    ),
}
_MADE_BEFORE = gettext_lazy(
    "Formulir itu sudah disimpan sebelumnya sebagai klinik ini, jadi isian yang berbeda tidak "
    "dipakai. Tekan “Ubah klinik” bila perlu diubah."
)


@require_safe
def clinics(request: HttpRequest, code: str) -> HttpResponse:
    """The clinics of a government that the reader may see."""
    region, standing = region_that_coaches(request, code)
    lines = clinic_lines(clinics_readable(standing).filter(region=region))
    role = leading_role(standing, code)
    context = {
        "region": region,
        "lines": lines,
        "leads": role is not None,
        "coordinates": role is Role.COORDINATOR,
    }
    return render(request, "coaching/clinics.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def clinic_new(request: HttpRequest, code: str) -> HttpResponse:
    """A new clinic."""
    region, standing = region_to_coach(request, code)
    form = NewClinicForm(request.POST if request.method == "POST" else None, region=region)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        context = {"form": form, "region": region}
        return render(request, "coaching/clinic_form.html", context, status=status)
    author = standing.author(leading_role(standing, code))
    told, plan = form.cleaned_data, form.plan
    clinic = prepare_clinic(told["assessment"], plan, key=told["key"], by=author, at=now())
    if plan_of(clinic) == plan:
        messages.success(request, _("Klinik sudah disiapkan. Sekarang pilih unit yang diundang."))
    else:
        messages.warning(request, _MADE_BEFORE)
    return redirect("clinic", clinic_id=clinic.pk)


@require_safe
def clinic(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """A clinic with all that belongs to it."""
    return clinic_answer(request, clinic_to_read(request, clinic_id))


@require_http_methods(["GET", "HEAD", "POST"])
def clinic_edit(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Other words, time or place."""
    opened, role = clinic_to_lead(request, clinic_id)
    given = request.POST if request.method == "POST" else None
    form = ClinicForm(given, region=opened.clinic.region, clinic=opened.clinic)
    if given is not None and form.is_valid():
        try:
            author = opened.standing.author(role)
            describe_clinic(clinic_id, form.plan, by=author, at=now())
            return redirect("clinic", clinic_id=clinic_id)
        except PragolaError as error:
            form.add_error(None, say(error.faults[0], spoken()))
    status = 422 if form.errors else 200
    context = {"form": form, "region": opened.clinic.region, "clinic": opened.clinic}
    return render(request, "coaching/clinic_form.html", context, status=status)


@require_POST
def clinic_units(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Units invited."""
    opened, role = clinic_to_lead(request, clinic_id)
    form = UnitsForm(request.POST, reach=opened.reach)
    if not form.is_valid():
        return clinic_answer(request, opened, faulty=form)
    try:
        author = opened.standing.author(role)
        invite_units(clinic_id, form.cleaned_data["units"], by=author, at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("clinic", clinic_id=clinic_id)


@require_POST
def clinic_newcomers(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Who came into an invited unit since the invitations is invited too."""
    opened, role = clinic_to_lead(request, clinic_id)
    try:
        number = invite_newcomers(clinic_id, by=opened.standing.author(role), at=now())
        messages.success(request, _("%(number)s orang baru diundang.") % {"number": number})
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("clinic", clinic_id=clinic_id)


@require_POST
def clinic_unit_off(request: HttpRequest, clinic_id: int, unit_id: int) -> HttpResponse:
    """A unit not invited after all, while nobody has been written to."""
    opened, role = clinic_to_lead(request, clinic_id)
    row = opened.clinic.invited_units.filter(unit=unit_id).select_related("unit").first()
    if row is None:
        raise Http404
    try:
        take_unit_off(clinic_id, row.unit, by=opened.standing.author(role), at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("clinic", clinic_id=clinic_id)


@require_POST
def clinic_move(request: HttpRequest, clinic_id: int, move: str) -> HttpResponse:
    """A move of the table."""
    opened, role = clinic_to_lead(request, clinic_id)
    if move not in ClinicMove or move == ClinicMove.DISCARD:
        raise Http404
    try:
        move_clinic(clinic_id, ClinicMove(move), by=opened.standing.author(role), at=now())
        messages.success(request, str(_DONE[ClinicMove(move)]))
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("clinic", clinic_id=clinic_id)


@require_http_methods(["GET", "HEAD", "POST"])
def clinic_cancel(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """What cancelling means is told first; posted with a reason, the clinic is cancelled."""
    opened, role = clinic_to_lead(request, clinic_id)
    given = request.POST if request.method == "POST" else None
    form = CancelForm(given)
    if given is not None and form.is_valid():
        try:
            author, reason = opened.standing.author(role), form.cleaned_data["reason"]
            move_clinic(clinic_id, ClinicMove.CANCEL, reason=reason, by=author, at=now())
            messages.success(request, str(_DONE[ClinicMove.CANCEL]))
            return redirect("clinic", clinic_id=clinic_id)
        except PragolaError as error:
            form.add_error(None, say(error.faults[0], spoken()))
    return _to_confirm(request, "coaching/clinic_cancel.html", opened, form)


@require_http_methods(["GET", "HEAD", "POST"])
def clinic_discard(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """A clinic that nobody has been told of is shown no more, once that is confirmed."""
    opened, role = clinic_to_lead(request, clinic_id)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            discard_clinic(clinic_id, by=opened.standing.author(role), at=now())
            told = {"title": opened.clinic.title}
            messages.success(request, _("Klinik “%(title)s” sudah dibuang.") % told)
            return redirect("clinics", code=opened.clinic.region_id)
        except PragolaError as error:
            form.add_error(None, say(error.faults[0], spoken()))
    context = {
        "form": form,
        "clinic": opened.clinic,
        "when": when_of(opened.clinic),
        "possible": ClinicMove.DISCARD in opened.moves,
        "agreed": opened.clinic.agreements.filter(withdrawn_at=None, planned=False).count(),
        "planned": opened.clinic.agreements.filter(withdrawn_at=None, planned=True).count(),
    }
    status = 422 if form.errors else 200
    return render(request, "coaching/clinic_discard.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def clinic_postpone(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Another time, with the reason; those invited are told and asked anew."""
    opened, role = clinic_to_lead(request, clinic_id)
    given = request.POST if request.method == "POST" else None
    form = PostponeForm(given, clinic=opened.clinic)
    if given is not None and form.is_valid():
        try:
            author, reason = opened.standing.author(role), form.cleaned_data["reason"]
            postpone_clinic(clinic_id, **form.times, reason=reason, by=author, at=now())
            messages.success(request, _("Waktu dipindahkan. Yang diundang sedang diberi tahu."))
            return redirect("clinic", clinic_id=clinic_id)
        except PragolaError as error:
            form.add_error(None, say(error.faults[0], spoken()))
    return _to_confirm(request, "coaching/clinic_postpone.html", opened, form)


@require_safe
def clinic_calendar(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """The calendar file."""
    clinic = clinic_to_read(request, clinic_id).clinic
    content = calendar_of(clinic, page=page_of(clinic), at=now())
    headers = {"Content-Disposition": f'attachment; filename="klinik-{clinic.pk}.ics"'}
    return HttpResponse(content, content_type=calendar_type(clinic), headers=headers)


def clinic_answer(
    request: HttpRequest,
    opened: OpenedClinic,
    *,
    faulty: UnitsForm | MaterialForm | MinutesForm | None = None,
) -> HttpResponse:
    """The page of a clinic, with the form that could not be saved, if one was."""
    material = faulty if isinstance(faulty, MaterialForm) else MaterialForm()
    kept = opened.clinic.minutes
    known = MinutesForm(initial={"text": kept, "seen": sign_of(kept)})
    context = {
        "opened": opened,
        "told": clinic_page(opened),
        "sheets": sheets_of(opened.clinic, readable_units(opened.standing), spoken()),
        "agreed": agreements_of_clinic(
            opened.clinic, readable_units(opened.standing, "unit__"), now=now(), language=spoken()
        ),
        "groups": units_to_invite(opened) if opened.changeable else (),
        "material_form": material,
        "minutes_form": faulty if isinstance(faulty, MinutesForm) else known,
        "kept_minutes": kept if isinstance(faulty, MinutesForm) else "",
        "seen_minutes": sign_of(kept),
        "faulty": [faulty] if faulty else [],
        "draft": opened.clinic.state == ClinicState.DRAFT,
        "held": opened.clinic.state in (ClinicState.HELD, ClinicState.CLOSED),
        "invited": opened.clinic.state == ClinicState.INVITED,
        "cancelled": opened.clinic.state == ClinicState.CANCELLED,
    }
    return render(request, "coaching/clinic.html", context, status=422 if faulty else 200)


def _to_confirm(
    request: HttpRequest, template: str, opened: OpenedClinic, form: CancelForm
) -> HttpResponse:
    context = {
        "form": form,
        "clinic": opened.clinic,
        "when": when_of(opened.clinic),
        "guests": opened.clinic.guests.count(),
        "coming": opened.clinic.guests.filter(answer=Answer.COMES).count(),
        "possible": ClinicMove.CANCEL in opened.moves,
    }
    return render(request, template, context, status=422 if form.errors else 200)
