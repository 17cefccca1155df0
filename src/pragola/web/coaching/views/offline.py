"""The attendance list for use without network: its page, and the worker of the browser."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pragola.web.coaching.access import clinic_to_lead
from pragola.web.coaching.forms.attendance import MarkForm
from pragola.web.coaching.queries.attendance import attendance_of
from pragola.web.coaching.queries.offline import offline_of
from pragola.web.shared.language import spoken

_SCRIPT = "text/javascript; charset=utf-8"


@require_safe
@never_cache
def attendance_offline(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """The list alone, as it is kept: without the account, menus and ways that lead nowhere."""
    opened, _role = clinic_to_lead(request, clinic_id)
    context = {
        "opened": opened,
        "form": MarkForm(clinic=opened.clinic),
        "told": attendance_of(opened.clinic),
        "person": opened.standing.person.pk,
        "made": offline_of(opened.clinic, now=now(), language=spoken()).made,
    }
    return render(request, "coaching/attendance_offline.html", context)


@require_safe
@never_cache
def attendance_worker(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """The script that keeps that list; by its address, it sees the page of the list alone."""
    opened, _role = clinic_to_lead(request, clinic_id)
    offline = offline_of(opened.clinic, now=now(), language=spoken())
    context = {
        "list": reverse("attendance", args=[clinic_id]),
        "kept": reverse("attendance_offline", args=[clinic_id]),
        "store": offline.store,
        "until": offline.until,
        "parts": settings.STATIC_URL,
    }
    return render(request, "coaching/attendance_worker.js", context, content_type=_SCRIPT)
