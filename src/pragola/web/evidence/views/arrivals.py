"""Sending files so that nothing is lost when the link drops: the tus 1.0 protocol, thinly."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import wraps
from typing import Concatenate

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence import tus
from pragola.web.evidence.access import arrival_for, arrival_to_send, evidence_to_change
from pragola.web.evidence.actions.arrivals import begin_arrival, finish, give_up, take_in
from pragola.web.evidence.actions.keeping import recognise
from pragola.web.evidence.allowed import largest_of_all
from pragola.web.evidence.faults import ArrivalError, RefusalError
from pragola.web.evidence.forms.arrivals import ArrivalForm
from pragola.web.evidence.models import Arrival, ArrivalState, Evidence
from pragola.web.evidence.queries.arrivals import (
    about,
    expires_at,
    outcome_of,
    unfinished_like,
    unfinished_of,
)
from pragola.web.innovations.access import entry_to_change
from pragola.web.innovations.actions.saving import locked
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.regions.limits import LimitedUploadHandler
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Author
from pragola.web.shared.language import spoken
from pragola.wording import say

_BLOCK = 16 * 1024
_STATUS = {
    "arrival_request_bad": 400,
    "arrival_none_chosen": 400,
    "arrival_part_unknown": 400,
    "arrival_replaces_unknown": 400,
    "arrival_empty": 400,
    "arrival_over": 410,
    "arrival_too_large": 413,
    "arrival_too_large_by_edition": 413,
    "arrival_longer": 413,
    "arrival_busy": 423,
    "arrival_quota": 429,
    "arrival_disk_full": 507,
}
_CONFLICT = 409

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _tus[**P](view: View[P]) -> View[P]:
    """Speak the protocol: its version is asked for and answered, faults are told in words."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            return tus.marked(tus.capabilities())
        if request.headers.get("Tus-Resumable") != tus.VERSION:
            refused = HttpResponse(status=412, headers={"Tus-Version": tus.VERSION})
            return tus.marked(refused)
        try:
            return tus.marked(view(request, *args, **kwargs))
        except PragolaError as error:
            return tus.marked(_told(error.faults[0]))

    return answer


@require_http_methods(["GET", "POST", "OPTIONS"])
def arrivals(request: HttpRequest) -> HttpResponse:
    """What is unfinished (GET, `?entry=`), or the beginning of a new one (POST, tus)."""
    if request.method == "GET" and "entry" not in request.GET:
        return redirect("workspace")
    return _unfinished(request) if request.method == "GET" else _begin(request)


@require_http_methods(["HEAD", "PATCH", "DELETE", "OPTIONS", "POST"])
@_tus
def arrival(request: HttpRequest, arrival_id: str) -> HttpResponse:
    """How much is here (HEAD), what comes next (PATCH), or no more of it (DELETE)."""
    method = request.method
    if method == "POST":
        method = request.headers.get("X-HTTP-Method-Override", "")
    if method == "HEAD":
        return _offset(arrival_for(request, arrival_id))
    if method == "DELETE":
        give_up(found := arrival_for(request, arrival_id), by=_author(found), at=now())
        return HttpResponse(status=204)
    if method == "PATCH":
        return _continue(request, arrival_to_send(request, arrival_id))
    return HttpResponse(status=405)


@require_POST
def arrival_finish(request: HttpRequest, arrival_id: str) -> HttpResponse:
    """What became of a file; where it is all here and nobody has finished it, do so now."""
    found = arrival_for(request, arrival_id)
    try:
        found = finish(found, at=now())
    except PragolaError as error:
        return _told(error.faults[0])
    return JsonResponse(asdict(outcome_of(found, spoken())))


@require_POST
def arrival_known(request: HttpRequest) -> HttpResponse:
    """Whether a file need not be sent: the unit has it (it is used then), or part of it is here."""
    opened, form = _asked(request)
    if not form.is_valid():
        return _told(_bad(form))
    told = form.cleaned_data
    if told["size"] == 0:
        return _told(Fault(code="arrival_empty", facts=(("name", told["filename"]),)))
    try:
        known = _recognised(opened, form)
    except RefusalError as error:
        return _told(about(opened.entry, told["part"], told["filename"], error.code))
    except PragolaError as error:
        return _told(error.faults[0])
    if known is not None:
        facts = (("name", known.file_name),)
        sentence = say(Fault(code="arrival_known", facts=facts), spoken())
        return JsonResponse({"known": True, "evidence": known.pk, "sentence": sentence})
    begun = unfinished_like(
        opened.standing.person,
        opened.entry,
        part=told["part"],
        file_name=told["filename"],
        size=told["size"],
        sha256=told["sha256"],
    )
    return JsonResponse({"known": False, "unfinished": _address(begun) if begun else None})


class _EvidenceHandler(LimitedUploadHandler):
    """Keeps no more of a file than the largest that is taken anywhere."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.most = largest_of_all(settings.EVIDENCE_MEGABYTES.values())


@csrf_exempt
@require_POST
def arrival_plain(request: HttpRequest) -> HttpResponse:
    """One file by an ordinary form, for browsers without a script."""
    # The site's own handler keeps no more than a workbook has; it is changed before anything is
    # read, and the token, which is read with the rest, is checked right after.
    request.upload_handlers = [_EvidenceHandler(request)]
    return _plain(request)


@csrf_protect
def _plain(request: HttpRequest) -> HttpResponse:
    opened, form = _asked(request)
    if not form.is_valid():
        return _plain_page(request, opened, form, _bad(form))
    file = _file(request)
    try:
        begun = _begun(opened, form, _replaced(request, form))
        take_in(begun, file.chunks() if file else (), offset=0, at=now())
        begun = finish(begun, at=now())
    except PragolaError as error:
        return _plain_page(request, opened, form, error.faults[0])
    if begun.state == ArrivalState.REFUSED:
        fault = about(opened.entry, begun.part, begun.file_name, begun.refusal)
        return _plain_page(request, opened, form, fault)
    told = {"name": begun.evidence or begun.file_name}
    messages.success(request, _("%(name)s sudah tersimpan.") % told)
    return redirect(_back(request, opened))


def _asked(request: HttpRequest) -> tuple[OpenedEntry, ArrivalForm]:
    """The entry that is spoken of, opened by its operator, and what is said about a file."""
    opened = entry_to_change(request, tus.count(request.POST.get("entry")) or 0)
    told = request.POST.copy()
    if file := _file(request):
        told["filename"], told["size"] = file.name or "", str(file.size)
    return opened, ArrivalForm(told)


def _file(request: HttpRequest) -> "UploadedFile[bytes] | None":
    file = request.FILES.get("file")
    return file if isinstance(file, UploadedFile) else None


def _plain_page(
    request: HttpRequest, opened: OpenedEntry, form: ArrivalForm, fault: Fault
) -> HttpResponse:
    context = {
        "entry": opened.entry,
        "part": form.data.get("part", ""),
        "sentence": say(fault, spoken()),
        "back": _back(request, opened),
    }
    return render(request, "evidence/arrival_plain.html", context, status=422)


def _back(request: HttpRequest, opened: OpenedEntry) -> str:
    asked = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return asked if here else reverse("claims", args=[opened.entry.pk])


def _begun(opened: OpenedEntry, form: ArrivalForm, replaces: Evidence | None) -> Arrival:
    """A new arrival of what the form tells. Raises PragolaError."""
    if replaces is not None and replaces.unit_id != opened.entry.innovation.unit_id:
        raise ArrivalError("arrival_replaces_unknown")
    told = form.cleaned_data
    return begin_arrival(
        opened.entry,
        part=told["part"],
        person=opened.standing.person,
        file_name=told["filename"],
        size=told["size"],
        sha256=told["sha256"],
        replaces=replaces,
        at=now(),
    )


@_tus
def _begin(request: HttpRequest) -> HttpResponse:
    told = tus.metadata(request.headers.get("Upload-Metadata", ""))
    size = tus.count(request.headers.get("Upload-Length"))
    form = ArrivalForm({**told, "size": size})
    opened = entry_to_change(request, tus.count(told.get("entry")) or 0)
    if not form.is_valid():
        raise PragolaError(_bad(form))
    begun = _begun(opened, form, _replaced(request, form))
    if request.content_type == tus.BODY:
        take_in(begun, _blocks(request), offset=0, at=now())
        begun = _finished_if_here(begun)
    response = _offset(begun, status=201)
    response.headers["Location"] = _address(begun)
    return response


def _continue(request: HttpRequest, found: Arrival) -> HttpResponse:
    if request.content_type != tus.BODY:
        return HttpResponse(status=415)
    offset = tus.count(request.headers.get("Upload-Offset"))
    if offset is None:
        raise ArrivalError("arrival_request_bad", found="Upload-Offset")
    if not found.entry.open_to_operators:
        raise PragolaError(locked(found.entry))
    here = take_in(found, _blocks(request), offset=offset, at=now())
    _finished_if_here(found)
    return tus.progress(HttpResponse(status=204), offset=here, expires=expires_at(found))


def _finished_if_here(found: Arrival) -> Arrival:
    try:
        return finish(found, at=now())
    except PragolaError:
        # The bytes are here, which is all that this answer says; asking what became of them, or
        # the next sweep, tries again.
        return found


def _offset(found: Arrival, *, status: int = 200) -> HttpResponse:
    if found.state == ArrivalState.GIVEN_UP:
        raise ArrivalError("arrival_over")
    response = HttpResponse(status=status)
    response.headers["Upload-Length"] = str(found.size)
    here = outcome_of(found, spoken()).offset
    return tus.progress(response, offset=here, expires=expires_at(found))


def _unfinished(request: HttpRequest) -> HttpResponse:
    opened = entry_to_change(request, tus.count(request.GET.get("entry")) or 0)
    under_way = unfinished_of(opened.standing.person, opened.entry)
    return JsonResponse({"unfinished": [_under_way(each) for each in under_way]})


def _under_way(found: Arrival) -> dict[str, str | int]:
    return {
        "url": _address(found),
        "part": found.part,
        "name": found.file_name,
        "size": found.size,
        "offset": outcome_of(found, spoken()).offset,
    }


def _recognised(opened: OpenedEntry, form: ArrivalForm) -> Evidence | None:
    told = form.cleaned_data
    # A new version is made even of a file that is known, so it takes the long way.
    if not told["sha256"] or told["replaces"]:
        return None
    return recognise(
        opened.entry,
        part=told["part"],
        sha256=told["sha256"],
        size=told["size"],
        by=opened.standing.author(Role.OPERATOR),
        at=now(),
    )


def _replaced(request: HttpRequest, form: ArrivalForm) -> Evidence | None:
    asked = form.cleaned_data["replaces"]
    return evidence_to_change(request, asked)[0] if asked else None


def _bad(form: ArrivalForm) -> Fault:
    if "filename" in form.errors:
        return Fault(code="arrival_none_chosen")
    return Fault(code="arrival_request_bad", found=", ".join(form.errors))


def _told(fault: Fault) -> HttpResponse:
    """What is wrong, for the script and in words."""
    told = {"code": fault.code, "sentence": say(fault, spoken())}
    return JsonResponse(told, status=_STATUS.get(fault.code, _CONFLICT))


def _blocks(request: HttpRequest) -> Iterator[bytes]:
    """The body as it comes; a link that is cut ends it."""
    try:
        while block := request.read(_BLOCK):
            yield block
    except OSError:
        return


def _address(found: Arrival) -> str:
    return reverse("arrival", args=[found.pk])


def _author(found: Arrival) -> Author:
    return Author(found.person, Role.OPERATOR)
