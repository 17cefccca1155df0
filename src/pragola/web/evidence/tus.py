"""The words of the tus 1.0 protocol for resumable uploads: its headers, in and out."""

import binascii
from base64 import b64decode
from datetime import datetime

from django.http import HttpResponse
from django.utils.http import http_date

from pragola.web.shared.numbers import whole

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,expiration,termination"
BODY = "application/offset+octet-stream"


def metadata(header: str) -> dict[str, str]:
    """`filename c3VyYXQucGRm,part U0lELTAx` as names with values; the unreadable is left out."""
    found = {}
    for pair in header.split(","):
        name, _, value = pair.strip().partition(" ")
        try:
            found[name] = b64decode(value.strip(), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    return found


def count(header: str | None) -> int | None:
    """A number of bytes; None for anything else."""
    return whole(header)


def marked(response: HttpResponse) -> HttpResponse:
    """The response as one of the protocol, which nobody may keep."""
    response.headers["Tus-Resumable"] = VERSION
    response.headers["Cache-Control"] = "no-store"
    return response


def capabilities() -> HttpResponse:
    """What this server can do."""
    return HttpResponse(status=204, headers={"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS})


def progress(response: HttpResponse, *, offset: int, expires: datetime) -> HttpResponse:
    """The response, saying how much is here and until when it is kept."""
    response.headers["Upload-Offset"] = str(offset)
    response.headers["Upload-Expires"] = http_date(expires.timestamp())
    return response
