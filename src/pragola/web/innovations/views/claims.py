"""Saving claims; the page that shows them stands where their proofs are known."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_POST

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.innovations import autosave
from pragola.web.innovations.access import entry_to_change
from pragola.web.innovations.actions.claims import indicator_of, save_claim
from pragola.web.innovations.actions.saving import StaleSaveError
from pragola.web.innovations.claim_values import in_words
from pragola.web.innovations.forms.claims import posted_claim
from pragola.web.innovations.models import Claim
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.claims import one_claim
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.wording import say


@require_POST
@autosave.for_its_writer
def claim_save(request: HttpRequest, entry_id: int, indicator: str) -> HttpResponse:
    """One claim, saved by a script while somebody chooses, or by its own form."""
    opened = entry_to_change(request, entry_id)
    if autosave.asks_for_values(request):
        return _saved_by_script(request, opened, indicator)
    try:
        _save(request, opened, indicator)
    except PragolaError as error:
        messages.error(request, f"{indicator}: {say(error.faults[0], spoken())}")
    return redirect(f"{reverse('claims', args=[entry_id])}#{indicator}")


def _saved_by_script(request: HttpRequest, opened: OpenedEntry, code: str) -> HttpResponse:
    zone = ZoneInfo(opened.entry.assessment.region.time_zone)
    try:
        row = _save(request, opened, code)
    except StaleSaveError as error:
        known = indicator_of(load_edition(opened.entry.assessment.edition), code)
        mine, theirs = (in_words(told, known) for told in (error.mine, error.theirs))
        return autosave.stale(error, mine=mine, theirs=theirs, zone=zone)
    except PragolaError as error:
        return autosave.refused(error)
    claim, tally = one_claim(opened.entry, code, spoken())
    parts = {
        f"level-{code}": render_to_string("innovations/_claim_level.html", {"claim": claim}),
        f"hasil-{code}": render_to_string("innovations/_claim_outcome.html", {"claim": claim}),
        "jumlah": render_to_string("innovations/_tally.html", {"tally": tally}),
    }
    return autosave.saved(row.revision, parts=parts)


def _save(request: HttpRequest, opened: OpenedEntry, code: str) -> Claim:
    indicator = indicator_of(load_edition(opened.entry.assessment.edition), code)
    posted = posted_claim(indicator, request.POST.dict())
    return save_claim(
        opened.entry.pk,
        code,
        claim=posted.claim,
        note=posted.note,
        revision=posted.revision,
        by=opened.standing.author(Role.OPERATOR),
        at=now(),
    )
