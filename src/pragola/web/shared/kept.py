"""Texts that were sent after the session had ended: kept until their writer has signed in again.

They lie in the visitor's session, which signing in takes along whichever way it goes, and are shown
where they were written; nothing is saved before its writer has seen it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Concatenate

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase

_KEPT, _PATH, _SENT = "kept_texts", "path", "sent"
_LONGEST = 300_000
"""So many letters at most are kept for one visitor; an entry's longest form has far fewer."""
_JSON = "application/json"
"""Asked for by scripts, which keep their texts in the browser."""
_NOT_TEXTS = frozenset({"csrfmiddlewaretoken"})

type Sent = Mapping[str, Sequence[str]]
type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def keeps_texts[**P](view: View[P]) -> View[P]:
    """Mark a view whose posted texts are kept where nobody has signed in."""
    view.keeps_texts = True  # type: ignore[attr-defined]
    return view


class TextsAreKeptMiddleware(LoginRequiredMiddleware):
    """Asks to sign in, and keeps what was sent to a view that is marked."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """Lead to signing in, which leads back to where the texts were written."""
        by_form = request.method == "POST" and request.headers.get("Accept") != _JSON
        if by_form and getattr(view_func, "keeps_texts", False):
            sent = {n: t for n, t in dict(request.POST.lists()).items() if n not in _NOT_TEXTS}
            if sum(len(text) for texts in sent.values() for text in texts) <= _LONGEST:
                request.session[_KEPT] = {_PATH: request.path, _SENT: sent}
        return super().handle_no_permission(request, view_func)


def kept_texts(request: HttpRequest) -> Sent | None:
    """What was sent to this address before signing in, and is not saved yet."""
    kept = request.session.get(_KEPT)
    return kept[_SENT] if kept and kept[_PATH] == request.path else None


def forget_kept_texts(request: HttpRequest) -> None:
    """They were sent again, so they need not be kept."""
    if kept_texts(request) is not None:
        del request.session[_KEPT]
