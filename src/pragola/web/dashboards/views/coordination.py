"""The overview of an assessment for those who see all of a government."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from pragola.web.dashboards.access import assessment_to_oversee
from pragola.web.dashboards.forms import filter_of
from pragola.web.dashboards.queries.coordination import coordination_of
from pragola.web.dashboards.queries.progress import STUCK_AFTER
from pragola.web.innovations.models import EntryState
from pragola.web.regions.models import Role, UnitKind
from pragola.web.shared.language import spoken
from pragola.web.shared.mails import dropped_mails
from pragola.web.targets.access import PLANNERS


@require_safe
def coordination(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Where the index stands, and every unit's progress."""
    assessment, standing = assessment_to_oversee(request, assessment_id)
    wanted = filter_of(request)
    coordinates = assessment.region_id in standing.regions(Role.COORDINATOR)
    context = {
        "overview": coordination_of(assessment, wanted, now=now(), language=spoken()),
        "wanted": wanted,
        "kinds": UnitKind.choices,
        "entry_states": EntryState.choices,
        "stuck_days": STUCK_AFTER.days,
        "coordinates": coordinates,
        "plans": assessment.region_id in standing.regions(*PLANNERS),
        "dropped": dropped_mails(assessment.region_id).count() if coordinates else 0,
    }
    return render(request, "dashboards/coordination.html", context)
