"""The one door to innovations and their entries: 404 for what is not yours, 403 for what you may
only read.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from pragola.web.innovations.models import WAYS, Assessment, Entry, EntryState, Move, Way
from pragola.web.innovations.opened import CarriedInnovation, OpenedEntry
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import OF_A_UNIT, Role, Unit
from pragola.web.regions.standing import Standing

OF_THEIR_UNIT = (Role.OPERATOR,)
OF_THEIR_BRANCH = (Role.HEAD, Role.COACH)
OF_THEIR_REGION = (Role.VERIFIER, Role.COORDINATOR, Role.LEADER)


def readable_units(standing: Standing, prefix: str = "") -> Q:
    """The condition that a unit's matters may be read; `prefix` leads to the unit, `unit__`."""
    readable = Q(**{f"{prefix}id__in": standing.units(*OF_THEIR_UNIT)})
    for path in standing.paths(*OF_THEIR_BRANCH):
        readable |= Q(**{f"{prefix}path__startswith": path})
    return readable | Q(**{f"{prefix}region__in": standing.regions(*OF_THEIR_REGION)})


def entries_readable(standing: Standing) -> QuerySet[Entry]:
    """All entries that somebody may read, with innovation, unit and assessment."""
    return Entry.objects.filter(readable_units(standing, "innovation__unit__")).select_related(
        "innovation__unit", "assessment__region"
    )


def role_to_move(standing: Standing, unit: Unit, way: Way) -> Role | None:
    """The role in which somebody may make that move; nobody verifies entries of an own unit."""
    roles = way.roles - {Role.VERIFIER} if standing.serves(unit) else way.roles
    return standing.role_at(unit, *sorted(roles))


def _moves_now(standing: Standing, unit: Unit, way: Way) -> bool:
    """Whether the move is offered: where a unit is closed, its own people move nothing."""
    role = role_to_move(standing, unit, way)
    return role is not None and not (unit.closed_on and role in OF_A_UNIT)


def opened(entry: Entry, standing: Standing) -> OpenedEntry:
    """A readable entry with what else they may do with it."""
    unit = entry.innovation.unit
    return OpenedEntry(
        entry=entry,
        standing=standing,
        may_change=standing.role_at(unit, Role.OPERATOR) is not None,
        moves=tuple(
            move
            for move, way in WAYS.items()
            if EntryState(entry.state) in way.sources and _moves_now(standing, unit, way)
        ),
    )


def entry_to_read(request: HttpRequest, entry_id: int) -> OpenedEntry:
    """The entry, opened. Raises Http404 where it is not theirs to read."""
    standing = standing_of(request)
    found = entries_readable(standing).filter(pk=entry_id).first()
    if found is None:
        raise Http404
    return opened(found, standing)


def entry_to_change(request: HttpRequest, entry_id: int) -> OpenedEntry:
    """The entry, opened by an operator of its unit, whatever its state.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read.
    """
    found = entry_to_read(request, entry_id)
    if not found.may_change:
        raise PermissionDenied
    return found


def entry_to_move(request: HttpRequest, entry_id: int, move: Move) -> tuple[OpenedEntry, Role]:
    """The entry and the role in which they may make this move, whatever its state.

    Raises Http404 where it is not theirs to read, PermissionDenied where the move is not theirs.
    """
    found = entry_to_read(request, entry_id)
    role = role_to_move(found.standing, found.entry.innovation.unit, WAYS[move])
    if role is None:
        raise PermissionDenied
    return found, role


def entry_to_coordinate(request: HttpRequest, entry_id: int) -> OpenedEntry:
    """The entry, opened by a coordinator of its government.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read.
    """
    found = entry_to_read(request, entry_id)
    if not coordinates(found.entry, found.standing):
        raise PermissionDenied
    return found


def coordinates(entry: Entry, standing: Standing) -> bool:
    """Whether they coordinate the entry's government."""
    return entry.assessment.region_id in standing.regions(Role.COORDINATOR)


def unit_to_fill(request: HttpRequest, unit_id: int) -> tuple[Unit, Standing]:
    """A unit for which they may begin an innovation: an open one of which they are operator.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read.
    """
    standing = standing_of(request)
    unit = Unit.objects.filter(readable_units(standing), pk=unit_id).first()
    if unit is None:
        raise Http404
    if standing.role_at(unit, Role.OPERATOR) is None or unit.closed_on:
        raise PermissionDenied
    return unit, standing


def assessment_to_read(request: HttpRequest, assessment_id: int) -> tuple[Assessment, Standing]:
    """An assessment of a government where they hold any role. Raises Http404 otherwise."""
    standing = standing_of(request)
    found = (
        Assessment.objects.filter(pk=assessment_id, region__in=standing.regions(*Role))
        .select_related("region")
        .first()
    )
    if found is None:
        raise Http404
    return found, standing


def assessment_to_coordinate(
    request: HttpRequest, assessment_id: int
) -> tuple[Assessment, Standing]:
    """An assessment of a government that they coordinate.

    Raises Http404 where they hold no role, PermissionDenied where they hold another one.
    """
    found, standing = assessment_to_read(request, assessment_id)
    if found.region_id not in standing.regions(Role.COORDINATOR):
        raise PermissionDenied
    return found, standing


def innovation_to_carry(
    request: HttpRequest, innovation_id: int, assessment_id: int
) -> CarriedInnovation:
    """An innovation that may be brought into that assessment, with its latest entry before it.

    Raises Http404 where it is not theirs to read or has nothing to bring, PermissionDenied where
    they are not its unit's operator, or the unit is closed and takes nothing new.
    """
    standing = standing_of(request)
    assessment = Assessment.objects.filter(pk=assessment_id).select_related("region").first()
    if assessment is None:
        raise Http404
    former = (
        entries_readable(standing)
        .filter(innovation=innovation_id, assessment__edition__lt=assessment.edition)
        .order_by("-assessment__edition")
        .first()
    )
    if former is None or former.assessment.region_id != assessment.region_id:
        raise Http404
    unit = former.innovation.unit
    if standing.role_at(unit, Role.OPERATOR) is None or unit.closed_on:
        raise PermissionDenied
    return CarriedInnovation(
        innovation=former.innovation, former=former, assessment=assessment, standing=standing
    )


def innovation_to_hand_over(request: HttpRequest, entry_id: int) -> OpenedEntry:
    """An entry whose innovation they may give to another unit, as coordinator.

    Raises Http404 where it is not theirs to read, PermissionDenied where they hold another role.
    """
    found = entry_to_read(request, entry_id)
    if not found.hands_over:
        raise PermissionDenied
    return found
