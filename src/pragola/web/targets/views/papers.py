"""The plan on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pragola.web.innovations.queries.calendar import is_over
from pragola.web.shared.language import spoken
from pragola.web.targets.access import calculation_to_read
from pragola.web.targets.queries.agreed import plan_in_force
from pragola.web.targets.queries.last_day import last_day_of
from pragola.web.targets.queries.question import aim_of, today_in
from pragola.web.targets.regent import regent_pdf


@require_safe
def plan_pdf(request: HttpRequest, calculation_id: int) -> HttpResponse:
    """The plan for the regent, as a file. Raises Http404 where there is none yet."""
    row = calculation_to_read(request, calculation_id)
    in_force = plan_in_force(row.assessment)
    agreed = in_force if in_force and in_force.calculation_id == row.pk else None
    today = today_in(row.assessment, now())
    last = last_day_of(row.assessment, aim_of(row.assessment), at=now())
    over = is_over(row.assessment, now())
    pdf = regent_pdf(row, agreed=agreed, last=last, over=over, today=today, language=spoken())
    if pdf is None:
        raise Http404
    name = _("rencana-target-%(year)s.pdf") % {"year": row.assessment.edition}
    disposition = f'inline; filename="{name}"'
    headers = {"Content-Disposition": disposition}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
