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
from pragola.web.dashboards.forms import units_of
from pragola.web.dashboards.queries.reminding import reminders_for
from pragola.web.innovations.access import assessment_to_coordinate
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken


@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Who gets what; posted, it is mailed."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    reminders = reminders_for(
        assessment,
        units_of(request),
        link=f"{settings.ADDRESS}{reverse('workspace')}",
        now=now(),
        language=spoken(),
    )
    if request.method != "POST":
        context = {
            "assessment": assessment,
            "reminders": reminders,
            "mails": sum(len(each.people) for each in reminders),
            "unmanned": sum(1 for each in reminders if not each.people),
        }
        return render(request, "dashboards/remind.html", context)
    author = standing.author(Role.COORDINATOR)
    number = send_reminders(assessment, reminders, by=author, at=now())
    messages.success(request, _told(number))
    return redirect("coordination", assessment_id=assessment_id)


def _told(number: int) -> str:
    if number:
        return _("%(number)s surel pengingat sedang dikirim.") % {"number": number}
    return _("Tidak ada surel baru: pengingat hari ini sudah dibuat, atau unitnya tanpa operator.")
