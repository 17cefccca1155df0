"""The index that the ministry gave the government: recorded by hand, replaced only when asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.innovations.access import assessment_to_coordinate
from pragola.web.innovations.actions.official_index import ReplacesError, record_official_index
from pragola.web.innovations.forms.official import OfficialListForm
from pragola.web.innovations.forms.official_index import OfficialIndexForm
from pragola.web.innovations.official_index import index_words
from pragola.web.innovations.views.official import official_page
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.texts import typed_line
from pragola.wording import say


@require_POST
def official_index(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """It is recorded; where something else stands already, both are shown and asked about."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    form = OfficialIndexForm(request.POST, edition=load_edition(assessment.edition))
    if not form.is_valid():
        return official_page(request, assessment, OfficialListForm(), index_form=form)
    question = ""
    try:
        record_official_index(
            assessment.pk,
            form.told(),
            seen=typed_line(request.POST.get("seen", "")),
            replacing=request.POST.get("ganti") == "ya",
            by=standing.author(Role.COORDINATOR),
            at=now(),
        )
    except ReplacesError:
        question = index_words(form.told(), spoken()) or _("tidak ada yang tercatat")
    except PragolaError as error:
        for fault in error.faults:
            form.add_error(fault.place or None, say(fault, spoken()))
    else:
        kept = form.told().index is not None
        done = _("Indeks resmi sudah dicatat.") if kept else _("Catatan indeks resmi dicabut.")
        messages.success(request, done)
        return redirect("official_results", assessment_id=assessment_id)
    assessment.refresh_from_db(fields=["official"])
    return official_page(
        request, assessment, OfficialListForm(), index_form=form, question=question
    )
