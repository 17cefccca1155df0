"""Saving claims; the page that shows them stands where their proofs are known."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.scoring.measure import ClaimError
from pragola.web.innovations import autosave
from pragola.web.innovations.access import entry_to_change
from pragola.web.innovations.actions.claims import indicator_of, save_claim
from pragola.web.innovations.actions.saving import StaleSaveError
from pragola.web.innovations.claim_values import in_words, row_as_json
from pragola.web.innovations.forms.claims import ClaimFormError, posted_claim
from pragola.web.innovations.models import Claim
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.claims import one_claim, typed_claim
from pragola.web.innovations.queries.head import entry_head
from pragola.web.regions.models import Role
from pragola.web.shared.kept import first_texts, keeps_texts, kept_texts
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.times import moment
from pragola.wording import say


@keeps_texts
@require_http_methods(["GET", "HEAD", "POST"])
@autosave.for_its_writer
def claim_save(request: HttpRequest, entry_id: int, indicator: str) -> HttpResponse:
    """One claim, saved by a script while somebody chooses, or by its own form.

    Read, it shows what was sent before the session ended, and else leads to all claims.
    """
    opened = entry_to_change(request, entry_id)
    if request.method != "POST":
        return _kept(request, opened, indicator)
    if autosave.asks_for_values(request):
        return _saved_by_script(request, opened, indicator)
    try:
        _save(request, opened, indicator)
    except (ClaimFormError, ClaimError, StaleSaveError) as error:
        return _refused(request, opened, indicator, error)
    except PragolaError as error:
        messages.error(request, f"{indicator}: {say(error.faults[0], spoken())}")
    return _to_claims(opened, indicator)


def _refused(
    request: HttpRequest, opened: OpenedEntry, code: str, error: PragolaError
) -> HttpResponse:
    stale = isinstance(error, StaleSaveError)
    row = opened.entry.claims.filter(indicator=code).select_related("saved_by").first()
    told = {
        "why": say(error.faults[0], spoken()),
        "beside": _beside(opened, row) if stale else None,
    }
    status = 409 if stale else 422
    return _again(request, opened, code, request.POST.dict(), told, status=status)


def _kept(request: HttpRequest, opened: OpenedEntry, code: str) -> HttpResponse:
    sent = kept_texts(request)
    codes = {each.code for each in load_edition(opened.entry.assessment.edition).sid_indicators}
    if sent is None or code not in codes or not opened.changeable:
        return _to_claims(opened, code)
    posted = first_texts(sent)
    row = opened.entry.claims.filter(indicator=code).select_related("saved_by").first()
    overtaken = row is not None and row.revision != whole(posted.get("revision"))
    told = {
        "why": _("Sesi Anda berakhir sebelum ini tersimpan."),
        "beside": _beside(opened, row) if overtaken else None,
        "kept": True,
    }
    return _again(request, opened, code, posted, told)


def _again(
    request: HttpRequest,
    opened: OpenedEntry,
    code: str,
    posted: Mapping[str, str],
    told: Mapping[str, object],
    *,
    status: int = 200,
) -> HttpResponse:
    """The claim's form once more as it was sent, and why it is not saved."""
    claim, _tally = one_claim(opened.entry, code, spoken())
    head = entry_head(opened, now())
    context = {"head": head, "claim": typed_claim(claim, posted), **told}
    return render(request, "innovations/claim_again.html", context, status=status)


def _beside(opened: OpenedEntry, row: Claim | None) -> Mapping[str, str]:
    """What is saved for a claim, in words, and when by whom."""
    if row is None:
        return {"text": "", "when": ""}
    known = indicator_of(load_edition(opened.entry.assessment.edition), row.indicator)
    zone = ZoneInfo(opened.entry.assessment.region.time_zone)
    when = moment(row.saved_at, zone, spoken(), who=row.saved_by)
    return {"text": in_words(row_as_json(row), known), "when": when}


def _to_claims(opened: OpenedEntry, code: str) -> HttpResponse:
    query = urlencode({"buka": code})
    return redirect(f"{reverse('claims', args=[opened.entry.pk])}?{query}#{code}")


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
