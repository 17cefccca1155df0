"""The coordinator gives an innovation to another unit."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.handing_over import hand_over as give
from pragola.web.evidence.forms.handing_over import HandOverForm
from pragola.web.innovations.access import innovation_to_hand_over
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, entry_id: int) -> HttpResponse:
    """To which unit; posted, it is there with all its years."""
    opened = innovation_to_hand_over(request, entry_id)
    innovation = opened.entry.innovation
    given = request.POST if request.method == "POST" else None
    form = HandOverForm(given, innovation=innovation)
    if given is not None and form.is_valid():
        unit = form.cleaned_data["unit"]
        try:
            give(innovation, unit, by=opened.standing.author(Role.COORDINATOR), at=now())
        except PragolaError as error:
            form.add_error("unit", say(error.faults[0], spoken()))
        else:
            told = {"title": innovation.title, "unit": unit.name}
            messages.success(request, _("%(title)s sekarang milik %(unit)s.") % told)
            return redirect("entry", entry_id=entry_id)
    context = {"entry": opened.entry, "form": form}
    status = 422 if form.errors else 200
    return render(request, "evidence/hand_over.html", context, status=status)
