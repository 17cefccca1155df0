"""The coordinator's overview of an assessment, and reminding many units at once."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from pragola.web.dashboards.queries.coordination import STUCK_AFTER, Filter, coordination_of
from pragola.web.innovations.access import assessment_to_read
from pragola.web.regions.models import Role, UnitKind
from pragola.web.shared.language import spoken

_MAY_SEE = (Role.COORDINATOR, Role.LEADER, Role.VERIFIER)


@require_safe
def coordination(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Where the index stands, and every unit's progress."""
    assessment, standing = assessment_to_read(request, assessment_id)
    if assessment.region_id not in standing.regions(*_MAY_SEE):
        raise PermissionDenied
    asked = {name: request.GET.get(name, "") for name in ("cari", "jenis", "hanya")}
    wanted = Filter(words=asked["cari"], kind=asked["jenis"], only=asked["hanya"])
    context = {
        "page": coordination_of(assessment, standing, wanted, now=now(), language=spoken()),
        "wanted": wanted,
        "kinds": UnitKind.choices,
        "stuck_days": STUCK_AFTER.days,
        "coordinates": assessment.region_id in standing.regions(Role.COORDINATOR),
    }
    return render(request, "dashboards/coordination.html", context)
