"""The one door to uploads: each visitor sees their own, and nobody another's."""

from django.http import Http404, HttpRequest

from pragola.web.regions.models import Upload, unguessable

_VISITOR = "visitor"


def visitor_of(request: HttpRequest) -> str:
    """The visitor's secret name, given now if there is none yet."""
    name = request.session.get(_VISITOR)
    if not isinstance(name, str):
        name = request.session[_VISITOR] = unguessable()
    return name


def upload_for(request: HttpRequest, upload_id: str) -> Upload:
    """The visitor's own upload. Raises Http404 for anything else."""
    visitor = request.session.get(_VISITOR)
    upload = Upload.objects.filter(id=upload_id, visitor=visitor).first() if visitor else None
    if upload is None:
        raise Http404
    return upload


def uploads_for(request: HttpRequest) -> list[Upload]:
    """The visitor's own uploads, the latest first."""
    visitor = request.session.get(_VISITOR)
    return list(Upload.objects.filter(visitor=visitor)) if visitor else []
