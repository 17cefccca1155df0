"""The same portfolio under the rules of another year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from pragola.web.shared.language import spoken
from pragola.web.targets.access import target_to_read
from pragola.web.targets.parts import following_edition
from pragola.web.targets.queries.next_year import next_year_of
from pragola.web.targets.queries.question import question_of
from pragola.web.targets.queries.room import calculation_for
from pragola.web.targets.queries.years import other_year


@require_safe
def plan_years(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """By the edition of the address (`pedoman`), else by the next year's."""
    assessment, _standing = target_to_read(request, assessment_id)
    calculation, _fresh = calculation_for(assessment, question_of(assessment, at=now()))
    code = request.GET.get("pedoman", "")[:10] or None
    told = other_year(assessment, code, calculation, spoken())
    if told is None:
        raise Http404
    following = next_year_of(assessment, calculation, spoken())
    context = {
        "assessment": assessment,
        "told": told,
        "next": following if following and following.code == told.code else None,
        "planned": calculation is not None and told.code == following_edition(assessment.edition),
    }
    return render(request, "targets/years.html", context)
