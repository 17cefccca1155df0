"""Answers to saves: for a script that saves field by field, in values it can act on."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, JsonResponse

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.saving import EntryLockedError, StaleSaveError
from pragola.web.shared.language import spoken
from pragola.web.shared.times import moment
from pragola.wording import say

_JSON = "application/json"

type View[**P] = Callable[P, HttpResponse]


def for_its_writer[**P](
    view: View[Concatenate[HttpRequest, P]],
) -> View[Concatenate[HttpRequest, P]]:
    """A view that saves only for the person whose page it was written on.

    On a shared computer an old page stays open while somebody else signs in: what stands on it
    is not theirs to save, so it is answered as if nobody had signed in.
    """

    @wraps(view)
    def guarded(request: HttpRequest, /, *given: P.args, **named: P.kwargs) -> HttpResponse:
        writer = request.headers.get("X-Writer")
        if writer is not None and writer != str(request.user.pk):
            return JsonResponse({}, status=401)
        return view(request, *given, **named)

    return guarded


def asks_for_values(request: HttpRequest) -> bool:
    """Whether a script asks, and not a form."""
    return request.headers.get("Accept", "") == _JSON


def saved(revision: int, *, parts: Mapping[str, str]) -> JsonResponse:
    """It is saved; `parts` are pieces of the page by their ids, as they are now."""
    return JsonResponse({"revision": revision, "parts": dict(parts)})


def refused(error: PragolaError) -> JsonResponse:
    """It is not saved, and why: 422 for what cannot be, 423 for what is locked."""
    status = 423 if isinstance(error, EntryLockedError) else 422
    sentences = [say(fault, spoken()) for fault in error.faults]
    return JsonResponse({"said": " ".join(sentences)}, status=status)


def stale(error: StaleSaveError, *, mine: str, theirs: str, zone: ZoneInfo) -> JsonResponse:
    """It is not saved, because somebody else was faster: both sides, in words."""
    when = moment(error.saved_at, zone, spoken(), who=error.saved_by) if error.saved_at else ""
    told = {
        "said": say(error.faults[0], spoken()),
        "mine": mine,
        "theirs": theirs,
        "when": when,
        "revision": error.revision,
    }
    return JsonResponse(told, status=409)
