"""Pages of which a script may ask for a part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

_ASKS = "HX-Request"


def asks_for_part(request: HttpRequest) -> bool:
    """Whether a script asks, and not a reader."""
    return _ASKS in request.headers


def render_part(
    request: HttpRequest, template: str, part: str, context: dict[str, object]
) -> HttpResponse:
    """The page, or the named part of it where a script asks; caches keep the two apart."""
    name = f"{template}#{part}" if asks_for_part(request) else template
    response = render(request, name, context)
    patch_vary_headers(response, [_ASKS])
    return response
