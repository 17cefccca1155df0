"""The pages: each asks for its values and places them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pragola.demonstration import demonstrated_editions
from pragola.rulebooks import load_edition
from pragola.rulebooks.catalogue import EditionUnknownError
from pragola.web.dashboards.access import assessment_for
from pragola.web.dashboards.forms import search_of
from pragola.web.dashboards.queries.assessment import assessment_page
from pragola.web.dashboards.queries.edition import edition_page, indicator_page
from pragola.web.dashboards.queries.explanation import explanation_page
from pragola.web.dashboards.queries.innovation import innovation_page
from pragola.web.shared.language import spoken
from pragola.web.shared.parts import render_part

_FIRST_SHOWN = "2023"


def _known_only[**P](
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """An edition that is not known is a page that is not there."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except EditionUnknownError as error:
            raise Http404 from error

    return answer


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """The assessment that the demonstration starts with."""
    return assessment(request, subject=_FIRST_SHOWN)


@login_not_required
def assessment(request: HttpRequest, *, subject: str) -> HttpResponse:
    """The index of an assessment and everything beside it."""
    told = assessment_for(request, subject)
    return _page(request, "assessment", assessment_page(told, search_of(request), spoken()))


@login_not_required
def innovation(request: HttpRequest, *, subject: str, innovation_id: str) -> HttpResponse:
    """One innovation of an assessment."""
    told = assessment_for(request, subject)
    return _page(request, "innovation", innovation_page(told, innovation_id, spoken()))


@login_not_required
def explanation(request: HttpRequest, *, subject: str, key: str) -> HttpResponse:
    """The explanation of one value; `bacaan` chooses among the four readings."""
    reading = request.GET.get("bacaan", "claimed")
    told = assessment_for(request, subject)
    page = explanation_page(told, key, reading, spoken())
    if page is None:
        raise Http404
    return render_part(request, "dashboards/explanation.html", "told", {"page": page})


@login_not_required
def editions(_: HttpRequest) -> HttpResponse:
    """The guideline of the newest year that is shown."""
    return redirect("edition", code=demonstrated_editions()[-1])


@login_not_required
@_known_only
def edition(request: HttpRequest, *, code: str) -> HttpResponse:
    """What the guideline of a year sets."""
    return _page(request, "edition", edition_page(load_edition(code), spoken()))


@login_not_required
@_known_only
def indicator(request: HttpRequest, *, code: str, indicator_code: str) -> HttpResponse:
    """One indicator of the guideline."""
    return _page(request, "indicator", indicator_page(load_edition(code), indicator_code, spoken()))


def _page(request: HttpRequest, name: str, page: object | None) -> HttpResponse:
    if page is None:
        raise Http404
    return render(request, f"dashboards/{name}.html", {"page": page})
