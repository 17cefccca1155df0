"""Reminding many units at once."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pragola.web.dashboards.actions import send_reminders
from pragola.web.dashboards.queries.reminding import reminders_for
from pragola.web.innovations.access import assessment_to_coordinate
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken


@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Who gets what; posted, it is mailed."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    asked = request.POST if request.method == "POST" else request.GET
    reminders = reminders_for(
        assessment,
        [int(each) for each in asked.getlist("unit") if each.isdecimal()],
        link=f"{settings.ADDRESS}{reverse('workspace')}",
        now=now(),
        language=spoken(),
    )
    if request.method != "POST":
        context = {"assessment": assessment, "reminders": reminders}
        return render(request, "dashboards/remind.html", context)
    author = standing.author(Role.COORDINATOR)
    number = send_reminders(assessment, reminders, by=author, at=now())
    messages.success(request, _("Surel terkirim ke %(number)s orang.") % {"number": number})
    return redirect("coordination", assessment_id=assessment_id)
