"""A picture as the public may have it: without camera, day and place."""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from pragola.web.evidence.access import evidence_to_read
from pragola.web.evidence.public_copies import public_copy_of
from pragola.web.evidence.views.files import guarded


@require_safe
def evidence_public(request: HttpRequest, evidence_id: int) -> HttpResponseBase:
    """The copy for the public, to be saved."""
    evidence = evidence_to_read(request, evidence_id)
    copy = public_copy_of(evidence.file) if evidence.file else None
    if copy is None:
        raise Http404
    name = f"{PurePath(evidence.file_name).stem}-tanpa-data-lokasi{copy.suffix}"
    answer = FileResponse(copy.open("rb"), as_attachment=True, filename=name)
    return guarded(answer)
