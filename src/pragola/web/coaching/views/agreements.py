"""Agreements: made with one touch, put in other words, followed up."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import (
    agreement_to_change,
    agreements_readable,
    clinic_to_lead,
    entry_of_clinic,
    region_that_coaches,
)
from pragola.web.coaching.actions.agreements import (
    Wanted,
    agree,
    describe_agreement,
    withdraw_agreement,
)
from pragola.web.coaching.forms.agreements import AgreementForm
from pragola.web.coaching.models import Agreement, AgreementKind
from pragola.web.coaching.queries.agreements import WITHDRAWN, follow_up, withdrawn_lines
from pragola.web.coaching.queries.followup import Standing
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.wording import say


@require_POST
def agreement_make(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Agree on one claim, as the sheet proposes it."""
    opened, role = clinic_to_lead(request, clinic_id)
    entry = entry_of_clinic(opened, whole(request.POST.get("entry")))
    kind = request.POST.get("kind", AgreementKind.RAISE)
    if kind not in AgreementKind:
        raise Http404
    sheet = opened.clinic.diagnoses.filter(pk=whole(request.POST.get("diagnosis")) or 0).first()
    wanted = Wanted(
        entry=entry,
        indicator=request.POST.get("indicator", ""),
        kind=AgreementKind(kind),
        to_level=whole(request.POST.get("level")),
    )
    try:
        agree(clinic_id, wanted, diagnosis=sheet, by=opened.standing.author(role), at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect(_back(request, reverse("clinic", args=[clinic_id])))


@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """An agreement in other words."""
    found, standing, role = agreement_to_change(request, agreement_id)
    given = request.POST if request.method == "POST" else None
    form = AgreementForm(given, agreement=found, today=localdate(timezone=_zone_of(found)))
    if given is not None and form.is_valid():
        told = form.cleaned_data
        try:
            describe_agreement(
                found,
                text=told["text"],
                role=Role(told["role"]),
                due_on=told["due_on"],
                by=standing.author(role),
                at=now(),
            )
            return redirect(_page_of(found))
        except PragolaError as error:
            form.add_error(None, say(error.faults[0], spoken()))
    context = {"form": form, "agreement": found}
    status = 422 if form.errors else 200
    return render(request, "coaching/agreement.html", context, status=status)


@require_POST
def agreement_withdraw(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Not agreed after all."""
    found, standing, role = agreement_to_change(request, agreement_id)
    try:
        withdraw_agreement(found, by=standing.author(role), at=now())
        messages.success(request, _("Kesepakatan dicabut."))
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect(_back(request, _page_of(found)))


@require_safe
def agreements(request: HttpRequest, code: str) -> HttpResponse:
    """How all agreements that the reader may see stand."""
    region, standing = region_that_coaches(request, code)
    asked = request.GET.get("keadaan", "")
    chosen = asked if asked in {*Standing, WITHDRAWN} else ""
    found = agreements_readable(standing).filter(assessment__region=region)
    context = {
        "region": region,
        "told": follow_up(found, chosen=chosen, now=now(), language=spoken()),
        "chosen": chosen,
        "leads": region.pk in standing.regions(Role.COORDINATOR),
        "withdrawn": withdrawn_lines(found, spoken()) if chosen == WITHDRAWN else (),
    }
    return render(request, "coaching/agreements.html", context)


def _zone_of(agreement: Agreement) -> ZoneInfo:
    return ZoneInfo(agreement.assessment.region.time_zone)


def _page_of(agreement: Agreement) -> str:
    """Where it stands in a list: the page of its clinic, else that of its government."""
    if agreement.clinic_id:
        return reverse("clinic", args=[agreement.clinic_id])
    return reverse("agreements", args=[agreement.assessment.region_id])


def _back(request: HttpRequest, otherwise: str) -> str:
    """The page from which it was done, where that is one of this site."""
    page = request.POST.get("page", "")
    if url_has_allowed_host_and_scheme(page, allowed_hosts=None) and page.startswith("/"):
        return page
    return otherwise
