"""Resumable upload after tus 1.0: core, creation, termination and checksum at the end.

See https://tus.io/protocols/resumable-upload. The pages use it through tus-js-client.
"""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping
from functools import wraps
from typing import IO, Concatenate, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.access import arrival_for, evidence_to_change
from pragola.web.evidence.actions.arrivals import (
    ArrivalError,
    WrongOffsetError,
    begin_arrival,
    finish,
    give_up,
    known_here,
    take_in,
)
from pragola.web.evidence.actions.uses import use_evidence
from pragola.web.evidence.models import Arrival, ArrivalState, Evidence
from pragola.web.evidence.partials import BeingWrittenError, offset_of
from pragola.web.innovations.access import entry_to_change
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.wording import say

VERSION = "1.0.0"
_BYTES = "application/offset+octet-stream"
_EXTENSIONS = "creation,termination"


def _tus[**P](
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Every answer names the protocol's version; a request of another one is refused."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        spoken_version = request.headers.get("Tus-Resumable", VERSION)
        if request.method != "OPTIONS" and spoken_version != VERSION:
            response = HttpResponse(status=412)
            response["Tus-Version"] = VERSION
        else:
            response = view(request, *args, **kwargs)
        response["Tus-Resumable"] = VERSION
        response["Cache-Control"] = "no-store"
        return response

    return answer


@require_http_methods(["OPTIONS", "POST"])
@_tus
def arrivals(request: HttpRequest) -> HttpResponse:
    """What the server can do, or a new upload for a part of an entry."""
    if request.method == "OPTIONS":
        answer = HttpResponse(status=204)
        answer["Tus-Version"], answer["Tus-Extension"] = VERSION, _EXTENSIONS
        return answer
    told = _metadata(request.headers.get("Upload-Metadata", ""))
    size = request.headers.get("Upload-Length", "")
    if not size.isdecimal() or not told.get("entry", "").isdecimal():
        return HttpResponse(status=400)
    opened = entry_to_change(request, int(told["entry"]))
    try:
        arrival = _begin(request, opened, told, int(size))
    except PragolaError as error:
        return _refusal(error)
    answer = HttpResponse(status=201)
    answer["Location"] = reverse("arrival", args=[arrival.id])
    return answer


@require_http_methods(["HEAD", "PATCH", "DELETE", "GET"])
@_tus
def arrival(request: HttpRequest, arrival_id: str) -> HttpResponse:
    """How much is here; more of it; enough of it; or, for people, what became of it."""
    found = arrival_for(request, arrival_id)
    if request.method == "PATCH":
        return _continue(request, found)
    if request.method == "DELETE":
        give_up(found, at=now())
        return HttpResponse(status=204)
    found = finish(found, at=now())
    if request.method == "GET":
        return JsonResponse(_told(found))
    return _standing(found, HttpResponse())


@require_POST
def arrival_known(request: HttpRequest) -> HttpResponse:
    """Whether this unit has a file of that content already; if so it is used, and not sent."""
    entry_id = request.POST.get("entry", "")
    opened = entry_to_change(request, int(entry_id) if entry_id.isdecimal() else 0)
    evidence = known_here(opened.entry, sha256=request.POST.get("sha256", ""))
    if evidence is None:
        return JsonResponse({"known": False})
    try:
        use_evidence(
            evidence,
            entry=opened.entry,
            part=request.POST.get("part", ""),
            pages="",
            by=opened.standing.author(Role.OPERATOR),
            at=now(),
        )
    except PragolaError as error:
        return _refusal(error)
    said = _("Berkas ini sudah ada di unit Anda, jadi tidak dikirim lagi.")
    return JsonResponse({"known": True, "said": said})


@require_POST
def arrival_plain(request: HttpRequest, entry_id: int, part: str) -> HttpResponse:
    """A file by an ordinary form, for browsers without a script."""
    opened = entry_to_change(request, entry_id)
    file = request.FILES.get("file")
    back = redirect(f"{reverse('claims', args=[entry_id])}#{part}")
    if file is None:
        messages.error(request, _("Belum ada berkas. Pilih berkas, lalu unggah."))
        return back
    told = {"part": part, "filename": file.name or ""}
    try:
        begun = _begin(request, opened, told, file.size or 0)
        take_in(begun, file, offset=0, at=now())
        _must_be_kept(finish(begun, at=now()))
    except PragolaError as error:
        messages.error(request, f"{file.name}: {say(error.faults[0], spoken())}")
    else:
        messages.success(request, _("%(name)s sudah tersimpan.") % {"name": file.name})
    return back


def _begin(
    request: HttpRequest, opened: OpenedEntry, told: Mapping[str, str], size: int
) -> Arrival:
    return begin_arrival(
        opened.entry,
        part=told.get("part", ""),
        person=opened.standing.person,
        file_name=told.get("filename", ""),
        size=size,
        sha256=told.get("sha256", ""),
        replaces=_replaced(request, told),
        at=now(),
    )


def _replaced(request: HttpRequest, told: Mapping[str, str]) -> Evidence | None:
    named = told.get("replaces", "")
    if not named.isdecimal():
        return None
    return evidence_to_change(request, int(named))[0]


def _continue(request: HttpRequest, found: Arrival) -> HttpResponse:
    offset = request.headers.get("Upload-Offset", "")
    if request.content_type != _BYTES:
        return HttpResponse(status=415)
    if not offset.isdecimal():
        return HttpResponse(status=400)
    if found.state != ArrivalState.RECEIVING:
        return _standing(found, HttpResponse(status=204))
    try:
        take_in(found, cast("IO[bytes]", request), offset=int(offset), at=now())
    except WrongOffsetError as error:
        answer = HttpResponse(status=409)
        answer["Upload-Offset"] = str(error.here)
        return answer
    except BeingWrittenError:
        return HttpResponse(status=423)
    except FileNotFoundError:
        raise Http404 from None
    return _standing(finish(found, at=now()), HttpResponse(status=204))


def _standing(found: Arrival, answer: HttpResponse) -> HttpResponse:
    """The answer, telling how much is here; 410 for what is no longer waited for."""
    if found.state in (ArrivalState.REFUSED, ArrivalState.GIVEN_UP):
        return JsonResponse(_told(found), status=410)
    kept = found.state == ArrivalState.KEPT
    answer["Upload-Offset"] = str(found.size if kept else offset_of(found.id))
    answer["Upload-Length"] = str(found.size)
    return answer


def _told(found: Arrival) -> dict[str, str]:
    said = ""
    if found.refusal:
        said = say(Fault(code=found.refusal), spoken())
    return {"state": found.state, "said": said}


def _must_be_kept(found: Arrival) -> None:
    if found.state != ArrivalState.KEPT:
        raise ArrivalError(Fault(code=found.refusal or "arrival_damaged"))


def _refusal(error: PragolaError) -> HttpResponse:
    codes = {fault.code for fault in error.faults}
    status = 413 if "arrival_too_large" in codes else 409
    said = " ".join(say(fault, spoken()) for fault in error.faults)
    return JsonResponse({"said": said}, status=status)


def _metadata(header: str) -> dict[str, str]:
    """`filename Y2F0,part U0lE`: names with their values in base64."""
    told: dict[str, str] = {}
    for pair in header.split(","):
        name, _space, value = pair.strip().partition(" ")
        try:
            told[name] = b64decode(value, validate=True).decode()
        except (Base64Error, UnicodeDecodeError):
            continue
    return told
