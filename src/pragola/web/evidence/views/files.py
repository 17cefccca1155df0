"""The guarded view: bytes of evidence, only to those who may see it, never as a page."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from typing import IO, Any

from django.core.files.base import File
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from pragola.web.evidence.access import evidence_to_read
from pragola.web.evidence.renditions import picture_of, video_rendition
from pragola.web.evidence.store import evidence_store, place_of

_BLOCK = 256 * 1024
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_PLAYED = frozenset({"video/mp4", "video/quicktime"})
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox"
_A_DAY = 24 * 60 * 60
_EMPTY = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

type Opener = Callable[[], "File[Any] | IO[bytes]"]


@require_safe
def evidence_file(request: HttpRequest, evidence_id: int) -> HttpResponseBase:
    """The file itself, to be saved; a video may be played, by ranges."""
    evidence = evidence_to_read(request, evidence_id)
    if evidence.file is None:
        raise Http404
    place = place_of(evidence.file.sha256)
    answer = _ranged(request, evidence.file.size, lambda: evidence_store().open(place))
    played = evidence.file.media_type in _PLAYED and "putar" in request.GET
    answer["Content-Type"] = evidence.file.media_type
    disposition = content_disposition_header(not played, evidence.file_name)
    answer["Content-Disposition"] = disposition or "attachment"
    return guarded(answer)


@require_safe
def evidence_page(
    request: HttpRequest, evidence_id: int, page: int, width: int
) -> HttpResponseBase:
    """A page as a small picture that was made here."""
    evidence = evidence_to_read(request, evidence_id)
    picture = picture_of(evidence.file, page=page, width=width) if evidence.file else None
    if picture is None:
        # A picture that is empty looks calmer in the page than the sign of a broken one.
        return guarded(HttpResponse(_EMPTY, status=404, content_type="image/gif"))
    answer = FileResponse(picture.open("rb"), content_type="image/webp")
    return guarded(answer)


@require_safe
def evidence_poster(request: HttpRequest, evidence_id: int) -> HttpResponseBase:
    """The picture that stands for a video."""
    evidence = evidence_to_read(request, evidence_id)
    poster = video_rendition(evidence.file).poster if evidence.file else None
    if poster is None or not poster.exists():
        raise Http404
    return guarded(FileResponse(poster.open("rb"), content_type="image/jpeg"))


@require_safe
def evidence_small(request: HttpRequest, evidence_id: int) -> HttpResponseBase:
    """The small video that was made of a video here, to be played by ranges."""
    evidence = evidence_to_read(request, evidence_id)
    small = video_rendition(evidence.file).video if evidence.file else None
    if small is None or not small.exists():
        raise Http404
    answer = _ranged(request, small.stat().st_size, lambda: small.open("rb"))
    answer["Content-Type"] = "video/mp4"
    return guarded(answer)


def guarded(answer: HttpResponseBase) -> HttpResponseBase:
    """The answer with what keeps a browser from running anything in it."""
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = _ALONE
    answer["Cache-Control"] = f"private, max-age={_A_DAY}, immutable"
    return answer


def _ranged(request: HttpRequest, size: int, opened: Opener) -> HttpResponseBase:
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or not any(asked.groups()):
        return _stretch(opened, 0, size - 1, status=200)
    first, last = _ends(asked[1], asked[2], size)
    if first > last or first >= size:
        answer = HttpResponse(status=416)
        answer["Content-Range"] = f"bytes */{size}"
        return answer
    partial = _stretch(opened, first, last, status=206)
    partial["Content-Range"] = f"bytes {first}-{last}/{size}"
    return partial


def _ends(first: str, last: str, size: int) -> tuple[int, int]:
    if not first:
        return max(size - int(last), 0), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _stretch(opened: Opener, first: int, last: int, *, status: int) -> HttpResponseBase:
    answer = StreamingHttpResponse(_blocks(opened(), first, last), status=status)
    answer["Content-Length"] = str(last - first + 1)
    answer["Accept-Ranges"] = "bytes"
    return answer


def _blocks(stored: "File[Any] | IO[bytes]", first: int, last: int) -> Iterator[bytes]:
    with stored:
        stored.seek(first)
        left = last - first + 1
        while left > 0 and (block := stored.read(min(_BLOCK, left))):
            left -= len(block)
            yield block
