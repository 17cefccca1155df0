"""Texts that wait to be sent again, and forms from before signing in."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views import csrf
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from pragola.web.shared.kept import (
    AT_WORK,
    forget_kept_texts,
    keep_sent,
    kept_forms,
    sends_a_form,
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """What was written before the session ended, to be sent again; posted, one is thrown away."""
    if request.method == "POST":
        forget_kept_texts(request, request.POST.get("path", ""))
        return redirect("kept" if kept_forms(request) else AT_WORK)
    return render(request, "shared/kept.html", {"forms": kept_forms(request), "kept": True})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """A form from before signing in: its texts are kept, if it is this site's own page.

    A browser names the page's site in `Origin`; what another site sends is never shown.
    """
    own = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    there = ""
    if own and sends_a_form(request) and request.resolver_match:
        there = keep_sent(request, request.resolver_match.func)
    return redirect(there) if there else csrf.csrf_failure(request, reason=reason)
