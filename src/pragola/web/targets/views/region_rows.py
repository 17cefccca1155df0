"""The region's own rows, and entries that are reported or not: what only a coordinator changes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.region_rows import save_region_row
from pragola.web.innovations.actions.reporting import report_entry
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.targets.access import (
    coordinates,
    entry_to_report,
    target_to_change,
    target_to_read,
)
from pragola.web.targets.queries.region_rows import region_rows_of
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def region_rows(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The region's rows with their levels, `baris` open; posted, one of them is set."""
    if request.method == "POST":
        assessment, standing = target_to_change(request, assessment_id)
        code, level = request.POST.get("indicator", ""), whole(request.POST.get("level"))
        try:
            author = standing.author(Role.COORDINATOR)
            save_region_row(assessment, code, level=level, by=author, at=now())
        except PragolaError as error:
            messages.error(request, say(error.faults[0], spoken()))
        else:
            messages.success(request, _("Level %(code)s sudah dicatat.") % {"code": code})
        return redirect("region_rows", assessment_id=assessment_id)
    assessment, standing = target_to_read(request, assessment_id)
    context = {
        "assessment": assessment,
        "rows": region_rows_of(assessment, spoken()),
        "changes": coordinates(standing, assessment),
        "opened": request.GET.get("baris"),
    }
    return render(request, "targets/region_rows.html", context)


@require_POST
def entry_withhold(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Report an entry, or leave it out this year (`report` 0)."""
    entry, standing = entry_to_report(request, entry_id)
    reported = request.POST.get("report") == "1"
    author = standing.author(Role.COORDINATOR)
    report_entry(entry, reported=reported, by=author, at=now())
    told = _("Dicatat: dilaporkan.") if reported else _("Dicatat: tidak dilaporkan tahun ini.")
    messages.success(request, told)
    return redirect("plan_agreed", assessment_id=entry.assessment_id)
