"""Texts that were sent after the session had ended: kept until their writer has signed in again.

They lie in the visitor's session, which signing in takes along whichever way it goes. A view that
is marked shows them where they were written; those of all others wait on a page of their own.
Nothing is saved before its writer has seen it and sent it again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Concatenate
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from pragola.web.shared.parts import asks_for_part

AT_WORK = "/kerja/"
"""Below this lies the workspace; what is sent to other addresses may be a password."""
_KEPT, _WRITER = "kept_forms", "writer"
_A_YEAR = 365 * 24 * 60 * 60
_LONGEST = 300_000
"""So many letters at most are kept for one visitor; an entry's longest form has far fewer."""
_JSON = "application/json"
"""Asked for by scripts, which keep their texts in the browser."""
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_TOKEN = "csrfmiddlewaretoken"
_NOT_WRITTEN = frozenset({"next", "path", "seen", "daftar", "deed", "verdict"})
"""What forms themselves put in; and whatever is only a number was chosen, not written."""

type Sent = Mapping[str, Sequence[str]]
type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A form that was sent to `path` from a `page`; `writer` is empty where nobody knows them.

    `in_place` tells that the page under its path shows it where it was written.
    """

    path: str
    page: str
    writer: str
    in_place: bool
    sent: Sent

    @property
    def written(self) -> tuple[str, ...]:
        """What somebody wrote in it, without what the form itself put in."""
        return tuple(
            text
            for name, texts in self.sent.items()
            for text in texts
            if name not in _NOT_WRITTEN and text.strip() and not text.isdigit()
        )

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Everything that was sent, to be sent again."""
        return tuple((name, text) for name, texts in self.sent.items() for text in texts)


def keeps_texts[**P](view: View[P]) -> View[P]:
    """Mark a view that shows in its own form what was sent to it without a session."""
    view.keeps_texts = True  # type: ignore[attr-defined]
    return view


class TextsAreKeptMiddleware(LoginRequiredMiddleware):
    """Asks to sign in, and keeps what a form of the workspace sent."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """What is sent again need not be kept any longer."""
        if sends_a_form(request) and request.user.is_authenticated:
            forget_kept_texts(request, request.path)
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseRedirect:
        """Lead to signing in, which leads on to the texts, or back to the page of the form."""
        if not sends_a_form(request):
            return super().handle_no_permission(request, view_func)
        there = keep_sent(request, view_func)
        if there:
            messages.info(request, _("Sesi Anda berakhir. Masuk lagi: tulisan Anda tidak hilang."))
        elif request.FILES:
            messages.error(
                request, _("Sesi Anda berakhir sebelum berkas terkirim. Masuk, lalu pilih lagi.")
            )
        else:
            messages.info(
                request, _("Sesi Anda berakhir. Masuk, lalu tekan tombolnya sekali lagi.")
            )
        name = self.get_redirect_field_name(view_func)
        return redirect_to_login(there or _page_of(request), self.get_login_url(view_func), name)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Let the browser remember who wrote here: their texts are shown to nobody else."""
        if not request.path.startswith(AT_WORK) or not request.user.is_authenticated:
            return response
        writer = str(request.user.pk)
        if _writer_of(request) != writer:
            response.set_signed_cookie(
                _WRITER,
                writer,
                max_age=_A_YEAR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response


def keep_sent(request: HttpRequest, view: Callable[..., HttpResponseBase]) -> str:
    """Keep what a form sent; where it is shown, or nothing where there is nothing to keep.

    Only the view's own page shows what somebody wrote of whom this browser knows nothing.
    """
    kept = Kept(
        path=request.path,
        page=_page_of(request),
        writer=_writer_of(request),
        in_place=getattr(view, "keeps_texts", False),
        sent={name: texts for name, texts in request.POST.lists() if name != _TOKEN},
    )
    if request.FILES or not kept.written or not (kept.writer or kept.in_place):
        return ""
    rows = {**_rows(request), kept.path: asdict(kept)}
    if sum(len(text) for row in rows.values() for _name, text in Kept(**row).fields) > _LONGEST:
        return ""
    request.session[_KEPT] = rows
    return kept.path if kept.in_place else reverse("kept")


def kept_forms(request: HttpRequest) -> tuple[Kept, ...]:
    """All forms that wait for the reader to send them again, the oldest first."""
    kept = (Kept(**row) for row in _rows(request).values())
    return tuple(each for each in kept if each.writer in ("", str(request.user.pk)))


def kept_texts(request: HttpRequest) -> Sent | None:
    """What the reader sent to this address before signing in, and is not saved yet."""
    return next((each.sent for each in kept_forms(request) if each.path == request.path), None)


def first_texts(sent: Sent | None) -> dict[str, str]:
    """What was sent under each name, where a name stands once; empty where nothing is kept."""
    return {name: texts[0] for name, texts in (sent or {}).items() if texts}


def forget_kept_texts(request: HttpRequest, path: str) -> None:
    """They were sent again, or are not wanted any more."""
    if path in {each.path for each in kept_forms(request)}:
        left = {each: row for each, row in _rows(request).items() if each != path}
        request.session[_KEPT] = left


def sends_a_form(request: HttpRequest) -> bool:
    """Whether a form of the workspace is sent, by nobody's script."""
    by_script = request.headers.get("Accept") == _JSON or asks_for_part(request)
    is_form = request.method == "POST" and request.content_type in _FORMS and not by_script
    return is_form and request.path.startswith(AT_WORK)


def _rows(request: HttpRequest) -> Mapping[str, Any]:
    rows: Mapping[str, Any] = request.session.get(_KEPT, {})
    return rows


def _writer_of(request: HttpRequest) -> str:
    return request.get_signed_cookie(_WRITER, default="") or ""


def _page_of(request: HttpRequest) -> str:
    """The page on which the form stands; the start of the workspace where nobody tells."""
    told = urlsplit(request.headers.get("Referer", ""))
    if told.netloc != request.get_host() or not told.path.startswith(AT_WORK):
        return AT_WORK
    return f"{told.path}?{told.query}" if told.query else told.path
