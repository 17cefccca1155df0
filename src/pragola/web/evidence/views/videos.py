"""Playing a video."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pragola.web.evidence.access import evidence_to_read
from pragola.web.evidence.models import Evidence
from pragola.web.evidence.queries.videos import Player, player_of
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole


def asked_player(request: HttpRequest, evidence: Evidence) -> Player | None:
    """The player as an address asks for it: `?mutu=asli` the original, `?detik=` where to begin."""
    return player_of(
        evidence,
        spoken(),
        original=request.GET.get("mutu") == "asli",
        second=whole(request.GET.get("detik")),
    )


@never_cache
@require_safe
def evidence_player(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """The player of a video with how far its small version is, as a part of a page."""
    player = player_of(evidence_to_read(request, evidence_id), spoken())
    if player is None:
        raise Http404
    return render(request, "evidence/_player.html", {"player": player})
