"""The pages: each asks for its values and places them."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pragola.demonstration import NotDemonstratedError, demonstrated_editions
from pragola.rulebooks import load_edition
from pragola.rulebooks.catalogue import EditionUnknownError
from pragola.web.dashboards.queries.assessment import assessment_page
from pragola.web.dashboards.queries.edition import edition_page, indicator_page
from pragola.web.dashboards.queries.explanation import explanation_page
from pragola.web.dashboards.queries.innovation import innovation_page
from pragola.web.shared.language import spoken

_FIRST_SHOWN = "2023"


def _known_only[**P](
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A year that is not known is a page that is not there."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (EditionUnknownError, NotDemonstratedError) as error:
            raise Http404 from error

    return answer


def start(request: HttpRequest) -> HttpResponse:
    """The assessment that the demonstration starts with."""
    return assessment(request, year=_FIRST_SHOWN)


@_known_only
def assessment(request: HttpRequest, *, year: str) -> HttpResponse:
    """The index of a year and everything beside it."""
    return _page(request, "assessment", assessment_page(year, spoken()))


@_known_only
def innovation(request: HttpRequest, *, year: str, innovation_id: str) -> HttpResponse:
    """One innovation of a year."""
    return _page(request, "innovation", innovation_page(year, innovation_id, spoken()))


@_known_only
def explanation(request: HttpRequest, *, year: str, key: str) -> HttpResponse:
    """The explanation of one value; `bacaan` chooses among the four readings."""
    reading = request.GET.get("bacaan", "claimed")
    return _page(request, "explanation", explanation_page(year, key, reading, spoken()))


def editions(_: HttpRequest) -> HttpResponse:
    """The guideline of the newest year that is shown."""
    return redirect("edition", code=demonstrated_editions()[-1])


@_known_only
def edition(request: HttpRequest, *, code: str) -> HttpResponse:
    """What the guideline of a year sets."""
    return _page(request, "edition", edition_page(load_edition(code), spoken()))


@_known_only
def indicator(request: HttpRequest, *, code: str, indicator_code: str) -> HttpResponse:
    """One indicator of the guideline."""
    return _page(request, "indicator", indicator_page(load_edition(code), indicator_code, spoken()))


def _page(request: HttpRequest, name: str, page: object | None) -> HttpResponse:
    if page is None:
        raise Http404
    return render(request, f"dashboards/{name}.html", {"page": page})
