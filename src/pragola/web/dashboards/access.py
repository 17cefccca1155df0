"""The one door to assessments: the demonstration's are everybody's, an upload is its visitor's."""

from django.http import Http404, HttpRequest

from pragola.demonstration import demonstrated_editions
from pragola.web.dashboards.queries.known import Known, known_demonstration, known_upload
from pragola.web.regions.access import upload_for
from pragola.web.regions.models import UploadState


def assessment_for(request: HttpRequest, subject: str) -> Known:
    """The assessment of that name. Raises Http404 for what is not there or not theirs."""
    if subject in demonstrated_editions():
        return known_demonstration(subject)
    upload = upload_for(request, subject)
    if upload.state != UploadState.SCORED:
        raise Http404
    return known_upload(upload)
