"""Objecting to a verdict, and the objections of an assessment."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.claims import one_claim
from pragola.web.regions.models import Role
from pragola.web.review.access import objections_to_read, verdict_to_object_to
from pragola.web.review.actions.objecting import must_be_objectable, object_to_verdict
from pragola.web.review.forms.objecting import objecting_in, uses_to_point_at
from pragola.web.review.models import Verdict
from pragola.web.review.queries.lines import verdict_lines
from pragola.web.review.queries.objections import (
    answers_waiting,
    objection_lines,
    objections_in,
    without_answerer,
)
from pragola.web.review.queries.verifiers import verifiers_of
from pragola.web.shared.language import spoken
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """What speaks against a verdict; posted, somebody else is asked to answer it."""
    verdict, opened, role = verdict_to_object_to(request, verdict_id)
    if request.method != "POST":
        return _page(request, verdict, opened, {})
    told = request.POST.dict()
    author = opened.standing.author(role)
    try:
        objecting = objecting_in(told, opened.entry)
        object_to_verdict(verdict, reason=objecting.reason, use=objecting.use, by=author, at=now())
    except PragolaError as error:
        return _page(request, verdict, opened, told, error=error)
    messages.success(request, _("Keberatan sudah dikirim. Verifikator lain akan menjawabnya."))
    return redirect("entry_review", entry_id=opened.entry.pk)


@require_safe
def objections(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """All objections of an assessment that are theirs to read, those that wait first."""
    assessment, standing, entries = objections_to_read(request, assessment_id)
    lines = objection_lines(objections_in(assessment, entries), spoken())
    verifiers = verifiers_of(assessment.region)
    context = {
        "assessment": assessment,
        "lines": lines,
        "waiting": sum(1 for line in lines if line.waits),
        "judging": assessment.region_id in standing.regions(Role.VERIFIER),
        "to_answer": answers_waiting(assessment, standing),
        "stuck": without_answerer(lines, verifiers),
    }
    return render(request, "review/objections.html", context)


def _page(
    request: HttpRequest,
    verdict: Verdict,
    opened: OpenedEntry,
    told: Mapping[str, str],
    *,
    error: PragolaError | None = None,
) -> HttpResponse:
    claim = verdict.claim
    part, _tally = one_claim(opened.entry, claim.indicator, spoken())
    refused = _refusal(verdict)
    lines = {line.verdict: line for line in verdict_lines(claim, spoken())}
    context = {
        "entry": opened.entry,
        "claim": part,
        "verdict": verdict,
        "line": lines[verdict.pk],
        "refused": refused,
        "said": [say(fault, spoken()) for fault in error.faults] if error and not refused else [],
        "uses": uses_to_point_at(opened.entry).values(),
        "told": told,
    }
    return render(request, "review/objection.html", context, status=422 if error else 200)


def _refusal(verdict: Verdict) -> str:
    """Why nobody can object to it now; empty where one can."""
    try:
        must_be_objectable(verdict, verdict.claim, at=now())
    except PragolaError as error:
        return say(error.faults[0], spoken())
    return ""
