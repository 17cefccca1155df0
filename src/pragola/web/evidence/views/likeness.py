"""Alike pairs: the lists of a government and of the nation, and two things side by side."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.access import (
    likeness_to_mark,
    likeness_to_read,
    must_be_of_the_nation,
    region_of_likeness,
)
from pragola.web.evidence.actions.marking import mark_likeness, unmark_likeness
from pragola.web.evidence.forms.likeness import wanted_pairs
from pragola.web.evidence.models import How
from pragola.web.evidence.opened import OpenedLikeness
from pragola.web.evidence.queries.pair import file_of, mark_shown, pair_shown
from pragola.web.evidence.queries.pairs import PairList, Wanted, pairs_of_nation, pairs_of_region
from pragola.web.evidence.renditions import WIDTHS, picture_of
from pragola.web.evidence.views.files import guarded
from pragola.web.shared.language import spoken
from pragola.wording import say


@require_safe
def likenesses(request: HttpRequest, code: str) -> HttpResponse:
    """Pairs of a government, the gravest first."""
    region = region_of_likeness(request, code)
    wanted = wanted_pairs(request)
    found = pairs_of_region(code, wanted, number=request.GET.get("halaman", ""))
    return _list(request, found, wanted, region.name, national=False)


@require_safe
def likenesses_national(request: HttpRequest) -> HttpResponse:
    """Pairs across governments, for the ministry."""
    must_be_of_the_nation(request)
    wanted = wanted_pairs(request)
    found = pairs_of_nation(wanted, number=request.GET.get("halaman", ""))
    return _list(request, found, wanted, _("Kementerian"), national=True)


@require_safe
def likeness(request: HttpRequest, likeness_id: int) -> HttpResponse:
    """Two things side by side, as far as the reader may see them."""
    return _page(request, likeness_to_read(request, likeness_id))


@require_safe
def likeness_page(
    request: HttpRequest, likeness_id: int, side: int, page: int, width: int
) -> HttpResponseBase:
    """A page of one side as a small picture."""
    file = file_of(likeness_to_read(request, likeness_id), side)
    picture = picture_of(file, page=page, width=width) if file else None
    if picture is None:
        raise Http404
    return guarded(FileResponse(picture.open("rb"), content_type="image/webp"))


@require_POST
def likeness_mark(request: HttpRequest, likeness_id: int) -> HttpResponse:
    """Somebody looked and found nothing wrong."""
    opened, place = likeness_to_mark(request, likeness_id)
    reason = request.POST.get("reason", "")
    by = opened.standing.author(place.role)
    try:
        mark_likeness(opened.likeness, region=place.region, reason=reason, by=by, at=now())
    except PragolaError as error:
        return _page(request, opened, error=say(error.faults[0], spoken()), typed=reason)
    messages.success(request, _("Tersimpan: sudah dilihat, tidak masalah."))
    return redirect("likeness", likeness_id=likeness_id)


@require_POST
def likeness_unmark(request: HttpRequest, likeness_id: int) -> HttpResponse:
    """They take it back."""
    opened, place = likeness_to_mark(request, likeness_id)
    by = opened.standing.author(place.role)
    unmark_likeness(opened.likeness, region=place.region, by=by, at=now())
    messages.success(request, _("Pasangan ini perlu dilihat lagi."))
    return redirect("likeness", likeness_id=likeness_id)


def _page(
    request: HttpRequest, opened: OpenedLikeness, *, error: str = "", typed: str = ""
) -> HttpResponse:
    place = opened.place
    context = {
        "likeness": opened.likeness,
        "pair": pair_shown(opened, spoken()),
        "mark": mark_shown(opened, spoken()),
        "list_of": place.region if place else None,
        "nation": place is not None and place.region is None,
        "may_mark": place is not None,
        "error": error,
        "typed": typed,
        "middle": WIDTHS[1],
        "widest": WIDTHS[2],
    }
    return render(request, "evidence/likeness.html", context, status=422 if error else 200)


def _list(
    request: HttpRequest, found: PairList, wanted: Wanted, place: str, *, national: bool
) -> HttpResponse:
    asked = request.GET.copy()
    asked.pop("halaman", None)
    context = {
        "found": found,
        "wanted": wanted,
        "place": place,
        "national": national,
        "hows": How.choices,
        "asked": asked.urlencode(),
    }
    return render(request, "evidence/likenesses.html", context)
