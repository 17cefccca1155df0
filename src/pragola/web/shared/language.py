"""The language of a page: Indonesian, unless the reader chose another."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from pragola.wording import Language


class ChosenLanguageMiddleware:
    """Speaks the language of the reader's cookie, else of their account.

    The browser's own wishes are not asked.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap the next step of the request."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the chosen language."""
        with translation.override(_chosen(request)):
            response = self._get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response


def _chosen(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if not chosen and settings.SESSION_COOKIE_NAME in request.COOKIES:
        chosen = getattr(request.user, "language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def spoken() -> Language:
    """The language of the request that is being answered."""
    return Language(translation.get_language())
