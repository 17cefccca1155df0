"""The one door: to uploads, of which each visitor sees their own, and to what posts allow."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from pragola.web.regions.models import (
    Appointment,
    Invitation,
    Person,
    Role,
    Unit,
    Upload,
    unguessable,
)
from pragola.web.regions.standing import Standing, standing_of_person
from pragola.web.shared.models import Dispatch

_VISITOR = "visitor"
_STANDING = "_pragola_standing"


def standing_of(request: HttpRequest) -> Standing:
    """The standing of whoever asks, looked up once a request.

    Raises PermissionDenied for somebody who has not signed in.
    """
    if not isinstance(request.user, Person):
        raise PermissionDenied
    found: Standing | None = getattr(request, _STANDING, None)
    if found is None:
        found = standing_of_person(request.user)
        setattr(request, _STANDING, found)
    return found


def coordinated_region(request: HttpRequest, code: str) -> Standing:
    """The standing of a coordinator of this government.

    Raises Http404 for a government that is not theirs at all, PermissionDenied where they hold
    another role.
    """
    standing = standing_of(request)
    if code not in standing.regions(*Role):
        raise Http404
    if code not in standing.regions(Role.COORDINATOR):
        raise PermissionDenied
    return standing


def coordinated_unit(request: HttpRequest, unit_id: int) -> tuple[Unit, Standing]:
    """A unit of a government that they coordinate.

    Raises Http404 for a government that is not theirs at all, PermissionDenied where they hold
    another role.
    """
    unit = Unit.objects.filter(pk=unit_id).select_related("region", "parent").first()
    if unit is None:
        raise Http404
    return unit, coordinated_region(request, unit.region_id)


def coordinated_post(request: HttpRequest, post_id: int) -> tuple[Appointment, Standing]:
    """A post in force in a government that they coordinate. Raises as `coordinated_region`."""
    post = (
        Appointment.objects.filter(pk=post_id, ended_at=None, region__isnull=False)
        .select_related("person", "unit", "region")
        .first()
    )
    if post is None:
        raise Http404
    return post, coordinated_region(request, str(post.region_id))


def coordinated_invitation(request: HttpRequest, invitation_id: int) -> tuple[Invitation, Standing]:
    """An invitation to a government that they coordinate. Raises as `coordinated_region`."""
    found = Invitation.objects.filter(pk=invitation_id, region__isnull=False).first()
    if found is None:
        raise Http404
    return found, coordinated_region(request, str(found.region_id))


def coordinated_mail(request: HttpRequest, mail_id: int) -> tuple[Dispatch, Standing]:
    """A mail about work of a government that they coordinate. Raises as `coordinated_region`."""
    found = Dispatch.objects.filter(pk=mail_id, secret=False).exclude(region="").first()
    if found is None:
        raise Http404
    return found, coordinated_region(request, found.region)


def coordinated_person(request: HttpRequest, code: str, person_id: int) -> tuple[Person, Standing]:
    """Somebody who holds or held a post in a government that they coordinate.

    Raises Http404 for anybody else, and as `coordinated_region`.
    """
    standing = coordinated_region(request, code)
    found = Person.objects.filter(pk=person_id, appointments__region=code).distinct().first()
    if found is None:
        raise Http404
    return found, standing


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
