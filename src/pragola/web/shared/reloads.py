"""Who reloads the address of a form comes back to the page that the form is on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

_READING = frozenset({"GET", "HEAD"})
_NOT_ALLOWED = 405


class ReloadsComeBackMiddleware:
    """An address that only takes forms leads readers to the nearest page above it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """What answers otherwise."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or the way back."""
        response = self.get_response(request)
        only_forms = response.status_code == _NOT_ALLOWED and response.get("Allow") == "POST"
        if only_forms and request.method in _READING:
            return redirect(page_above(request.path))
        return response


def page_above(path: str) -> str:
    """The nearest address above, `/kerja/entri/5/` of `/kerja/entri/5/tautan/x/`."""
    while path != "/":
        path = f"{path.rstrip('/').rpartition('/')[0]}/"
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return path
