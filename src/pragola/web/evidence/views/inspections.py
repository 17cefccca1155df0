"""What inspection found, why it says so, and inspecting again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from pragola.scoring.faults import Fault
from pragola.web.evidence.access import may_inspect, use_to_inspect, use_to_read
from pragola.web.evidence.actions.inspecting import inspect_again
from pragola.web.evidence.queries.alike import alike_in_uses
from pragola.web.evidence.queries.checks import all_checks, finding_page
from pragola.web.evidence.queries.inspections import outcome_of
from pragola.web.innovations.access import readable_units
from pragola.web.regions.access import standing_of
from pragola.web.shared.language import spoken
from pragola.web.shared.parts import render_part
from pragola.wording import say


@never_cache
@require_safe
def use_inspection(request: HttpRequest, use_id: int) -> HttpResponse:
    """What inspection found for a use, as a part of a page."""
    use = use_to_read(request, use_id)
    standing = standing_of(request)
    readable = readable_units(standing, "unit__")
    context = {
        "outcome": outcome_of(use, spoken(), now()),
        "again": may_inspect(standing, use.entry.innovation.unit),
        "alike": alike_in_uses([use.pk], readable, spoken()),
        "next": request.GET.get("next", ""),
    }
    return render(request, "evidence/_outcome.html", context)


@require_safe
def use_finding(request: HttpRequest, use_id: int, number: int) -> HttpResponse:
    """One finding: what was measured, by which check, and what that looks at."""
    found = finding_page(use_to_read(request, use_id), number, spoken())
    if found is None:
        raise Http404
    return render_part(request, "evidence/finding.html", "told", {"page": found})


@require_POST
def use_inspect_again(request: HttpRequest, use_id: int) -> HttpResponse:
    """A file inspected anew; its page shows how far that is."""
    use, author = use_to_inspect(request, use_id)
    if inspect_again(use, by=author, at=now()):
        messages.success(request, _("%(name)s diperiksa ulang.") % {"name": use.evidence})
    else:
        fault = Fault(code="inspection_under_way", found=str(use.evidence))
        messages.error(request, say(fault, spoken()))
    asked = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return redirect(asked if here else f"{reverse('claims', args=[use.entry_id])}#{use.part}")


@login_not_required
@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """What inspection looks at, and how strongly each check may speak."""
    return render(request, "evidence/checks.html", {"checks": all_checks(spoken())})
