"""The one door to targets: coordinators of a government change them, leaders read them."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from pragola.web.innovations.access import assessment_to_coordinate, assessment_to_read
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing
from pragola.web.targets.models import AgreedAction, Calculation, Choice

PLANNERS = (Role.COORDINATOR, Role.LEADER)


def target_to_read(request: HttpRequest, assessment_id: int) -> tuple[Assessment, Standing]:
    """The assessment whose target they may read: coordinators and leaders of its government.

    Raises Http404 where they hold no role there, PermissionDenied where they hold another one.
    """
    assessment, standing = assessment_to_read(request, assessment_id)
    if assessment.region_id not in standing.regions(*PLANNERS):
        raise PermissionDenied
    return assessment, standing


def target_to_change(request: HttpRequest, assessment_id: int) -> tuple[Assessment, Standing]:
    """The assessment whose target they coordinate. Raises as `assessment_to_coordinate`."""
    return assessment_to_coordinate(request, assessment_id)


def calculation_to_read(request: HttpRequest, calculation_id: int) -> Calculation:
    """A calculation of an assessment whose target they may read. Raises as `target_to_read`."""
    row = Calculation.objects.filter(pk=calculation_id).select_related("assessment__region").first()
    if row is None:
        raise Http404
    target_to_read(request, row.assessment_id)
    return row


def calculation_to_change(
    request: HttpRequest, calculation_id: int
) -> tuple[Calculation, Standing]:
    """A calculation of an assessment that they coordinate. Raises as `target_to_change`."""
    row = Calculation.objects.filter(pk=calculation_id).select_related("assessment__region").first()
    if row is None:
        raise Http404
    _assessment, standing = target_to_change(request, row.assessment_id)
    return row, standing


def choice_to_lift(request: HttpRequest, choice_id: int) -> tuple[Choice, Assessment, Standing]:
    """A choice in force in an assessment that they coordinate. Raises as `target_to_change`."""
    row = Choice.objects.filter(pk=choice_id).select_related("assessment__region").first()
    if row is None:
        raise Http404
    assessment, standing = target_to_change(request, row.assessment_id)
    return row, assessment, standing


def agreed_action_to_change(request: HttpRequest, action_id: int) -> tuple[AgreedAction, Standing]:
    """An action of a plan in force that they coordinate. Raises as `target_to_change`."""
    rows = AgreedAction.objects.filter(pk=action_id, plan__ended_at=None)
    row = rows.select_related("plan__assessment__region").first()
    if row is None:
        raise Http404
    _assessment, standing = target_to_change(request, row.plan.assessment_id)
    return row, standing


def entry_to_report(request: HttpRequest, entry_id: int) -> tuple[Entry, Standing]:
    """An entry of an assessment that they coordinate. Raises as `target_to_change`."""
    row = Entry.objects.filter(pk=entry_id).select_related("assessment__region").first()
    if row is None:
        raise Http404
    _assessment, standing = target_to_change(request, row.assessment_id)
    return row, standing


def coordinates(standing: Standing, assessment: Assessment) -> bool:
    """Whether they may change the target."""
    return assessment.region_id in standing.regions(Role.COORDINATOR)
