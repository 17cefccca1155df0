"""The one door to assessments: the demonstration's are everybody's, an upload is its visitor's,
a government's own those who see all of it.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from pragola.demonstration import demonstrated_editions
from pragola.web.dashboards.queries.known import (
    LIVE,
    PLANNED,
    Known,
    known_demonstration,
    known_live,
    known_planned,
    known_upload,
)
from pragola.web.innovations.access import OF_THEIR_REGION, assessment_to_read, readable_units
from pragola.web.innovations.models import Assessment
from pragola.web.regions.access import standing_of, upload_for
from pragola.web.regions.models import Person, Unit, UploadState
from pragola.web.regions.standing import Standing
from pragola.web.shared.numbers import whole
from pragola.web.targets.access import calculation_to_read


def assessment_for(request: HttpRequest, subject: str) -> Known:
    """The assessment of that name. Raises Http404 for what is not there or not theirs."""
    if subject in demonstrated_editions():
        return known_demonstration(subject)
    if subject.startswith(LIVE):
        return known_live(_own_assessment(request, subject.removeprefix(LIVE)))
    if subject.startswith(PLANNED):
        return _own_plan(request, subject.removeprefix(PLANNED))
    upload = upload_for(request, subject)
    if upload.state != UploadState.SCORED:
        raise Http404
    return known_upload(upload)


def unit_to_look_at(request: HttpRequest, unit_id: int) -> tuple[Unit, Standing]:
    """A unit whose matters they may read. Raises Http404 otherwise."""
    standing = standing_of(request)
    unit = (
        Unit.objects.filter(readable_units(standing), pk=unit_id).select_related("region").first()
    )
    if unit is None:
        raise Http404
    return unit, standing


def assessment_to_oversee(request: HttpRequest, assessment_id: int) -> tuple[Assessment, Standing]:
    """An assessment of a government that they see all of.

    Raises Http404 where they hold no role, PermissionDenied where they hold one in a unit.
    """
    assessment, standing = assessment_to_read(request, assessment_id)
    if assessment.region_id not in standing.regions(*OF_THEIR_REGION):
        raise PermissionDenied
    return assessment, standing


def _own_plan(request: HttpRequest, named: str) -> Known:
    number = whole(named)
    if not isinstance(request.user, Person) or number is None:
        raise Http404
    calculation = calculation_to_read(request, number)
    if not calculation.answers:
        raise Http404
    return known_planned(calculation)


def _own_assessment(request: HttpRequest, named: str) -> Assessment:
    number = whole(named)
    if not isinstance(request.user, Person) or number is None:
        raise Http404
    assessment, standing = assessment_to_read(request, number)
    if assessment.region_id not in standing.regions(*OF_THEIR_REGION):
        raise Http404
    return assessment
