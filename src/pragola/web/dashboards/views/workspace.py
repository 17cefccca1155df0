"""The first page after signing in, and the page of a unit."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from pragola.web.dashboards.access import unit_to_look_at
from pragola.web.dashboards.queries.progress import STUCK_AFTER
from pragola.web.dashboards.queries.unit import unit_page
from pragola.web.dashboards.queries.workspace import workspace_of
from pragola.web.regions.access import standing_of
from pragola.web.shared.language import spoken


@require_safe
def workspace(request: HttpRequest) -> HttpResponse:
    """What is to be done today, and everything else that may be read."""
    chosen = request.GET.get("penilaian", "")
    page = workspace_of(standing_of(request), chosen=chosen, now=now(), language=spoken())
    context = {"space": page, "work": page.work, "stuck_days": STUCK_AFTER.days}
    return render(request, "dashboards/workspace.html", context)


@require_safe
def unit_workspace(request: HttpRequest, unit_id: int) -> HttpResponse:
    """A unit: its entries of all years, who works there, what to remind them of."""
    unit, standing = unit_to_look_at(request, unit_id)
    link = f"{settings.ADDRESS}{reverse('workspace')}"
    page = unit_page(unit, standing, link=link, now=now(), language=spoken())
    return render(request, "dashboards/unit.html", {"told": page})
