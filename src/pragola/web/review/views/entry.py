"""The verdicts on an entry, for all who read it; its verifier ends the review there."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.access import may_judge
from pragola.web.innovations.access import coordinates, entry_to_read
from pragola.web.innovations.models import Move
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.head import entry_head
from pragola.web.review.access import entry_to_judge, role_to_object
from pragola.web.review.actions.concluding import return_entry, verify_entry
from pragola.web.review.actions.judging import VerdictError
from pragola.web.review.actions.objecting import OBJECTABLE
from pragola.web.review.queries.entry import reviewed_entry
from pragola.web.shared.language import spoken
from pragola.web.shared.texts import typed
from pragola.wording import say

_REASON = "alasan."


@require_http_methods(["GET", "HEAD", "POST"])
def entry_review(request: HttpRequest, entry_id: int) -> HttpResponse:
    """How each claim stands; posted, the entry is verified or returned."""
    if request.method != "POST":
        return _page(request, entry_to_read(request, entry_id), {})
    opened = entry_to_judge(request, entry_id)
    reasons = _field_reasons(request.POST.dict())
    try:
        _conclude(request, opened, reasons)
    except PragolaError as error:
        said = [say(fault, spoken()) for fault in error.faults]
        return _page(request, opened, reasons, said=said)
    messages.success(request, _("Pemeriksaan entri ini selesai."))
    return redirect("entry_review", entry_id=entry_id)


def _conclude(request: HttpRequest, opened: OpenedEntry, reasons: Mapping[str, str]) -> None:
    person, note = opened.standing.person, typed(request.POST.get("note", ""))
    step = request.POST.get("langkah")
    if step not in (Move.VERIFY, Move.RETURN):
        raise VerdictError(Fault(code="ending_unknown"))
    if step == Move.VERIFY:
        verify_entry(opened.entry.pk, by=person, note=note, at=now())
    else:
        return_entry(opened.entry.pk, by=person, note=note, field_reasons=reasons, at=now())


def _field_reasons(posted: Mapping[str, str]) -> dict[str, str]:
    found = {
        name.removeprefix(_REASON): typed(text)
        for name, text in posted.items()
        if name.startswith(_REASON)
    }
    return {part: text for part, text in found.items() if text}


def _page(
    request: HttpRequest,
    opened: OpenedEntry,
    reasons: Mapping[str, str],
    *,
    said: list[str] | None = None,
) -> HttpResponse:
    context = {
        "head": entry_head(opened, now()),
        "tab": "review",
        "entry": opened.entry,
        "review": reviewed_entry(opened.entry, spoken(), field_reasons=reasons),
        "judging": may_judge(opened),
        "coordinating": coordinates(opened.entry, opened.standing),
        "objecting": role_to_object(opened) is not None and opened.entry.state in OBJECTABLE,
        "moves": opened.moves,
        "note": typed(request.POST.get("note", "")),
        "said": said or [],
    }
    return render(request, "review/entry.html", context, status=422 if said else 200)
