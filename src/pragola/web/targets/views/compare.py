"""Two plans side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.targets.access import target_to_read
from pragola.web.targets.queries.compare import comparison_of

_TWO = 2


@require_safe
def plan_compare(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The plans of the address (`rencana`, twice), else the two latest."""
    assessment, _standing = target_to_read(request, assessment_id)
    named = [whole(text) for text in request.GET.getlist("rencana")[:_TWO]]
    chosen = [number for number in named if number is not None]
    told = comparison_of(assessment, chosen, language=spoken())
    return render(request, "targets/compare.html", {"assessment": assessment, "told": told})
