"""The one door to evidence: readable where its unit is or an entry that uses it, and in the units
below its own, whose claims it may prove.
"""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from pragola.web.evidence.models import Arrival, Evidence, Likeness, LikenessSide, Mark, Use
from pragola.web.evidence.opened import MarkPlace, OpenedLikeness, is_within
from pragola.web.evidence.queries.inspections import with_inspections
from pragola.web.evidence.queries.marks import OF_VIDEOS, is_video, with_marks
from pragola.web.innovations.access import (
    OF_THEIR_BRANCH,
    OF_THEIR_REGION,
    OF_THEIR_UNIT,
    entries_readable,
    opened,
    readable_units,
)
from pragola.web.innovations.models import Innovation
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import OF_THE_NATION, Region, Role, Unit
from pragola.web.regions.standing import Standing
from pragola.web.shared.audit import Author

INSPECTING = (Role.OPERATOR, Role.VERIFIER)
"""Who may have a file inspected again."""

_OF_ENTRIES = ("entry__innovation__unit", "entry__assessment__region")
OF_LIKENESS = (Role.VERIFIER, Role.COORDINATOR)
"""Whose word about alike pairs counts in their government."""


def evidence_readable(standing: Standing) -> QuerySet[Evidence]:
    """All evidence that somebody may see, with its file, unit and government."""
    used = Use.objects.filter(entry__in=entries_readable(standing)).values("evidence")
    own = standing.paths(*OF_THEIR_UNIT, *OF_THEIR_BRANCH)
    lent = {unit for path in own for unit in _units_on(path)}
    return Evidence.objects.filter(
        readable_units(standing, "unit__") | Q(unit__in=lent) | Q(pk__in=used)
    ).select_related("file", "unit", "region")


def _units_on(path: str) -> list[int]:
    """The unit of that path and those above it, whose evidence may prove its claims."""
    return [int(part) for part in path.split("/") if part]


def evidence_to_read(request: HttpRequest, evidence_id: int) -> Evidence:
    """A piece of evidence. Raises Http404 where it is not theirs to see."""
    found = evidence_readable(standing_of(request)).filter(pk=evidence_id).first()
    if found is None:
        raise Http404
    return found


def readable_among(versions: Sequence[Evidence], standing: Standing) -> tuple[Evidence, ...]:
    """Those of them that somebody may see, in their order; one query."""
    seen = evidence_readable(standing).filter(pk__in=[each.pk for each in versions])
    ids = set(seen.values_list("pk", flat=True))
    return tuple(each for each in versions if each.pk in ids)


def may_open_library(unit: Unit, standing: Standing) -> bool:
    """Whether the library of that unit is theirs to open."""
    return Unit.objects.filter(readable_units(standing), pk=unit.pk).exists()


def evidence_to_change(request: HttpRequest, evidence_id: int) -> tuple[Evidence, Standing]:
    """A piece of evidence of a unit of which they are operator.

    Raises Http404 where it is not theirs to see, PermissionDenied where only to see.
    """
    standing = standing_of(request)
    found = evidence_to_read(request, evidence_id)
    if not may_describe(standing, found.unit):
        raise PermissionDenied
    return found, standing


def may_describe(standing: Standing, unit: Unit) -> bool:
    """Whether they may say something about that unit's evidence: as operator, while it works."""
    return standing.role_at(unit, Role.OPERATOR) is not None and not unit.closed_on


def arrival_for(request: HttpRequest, arrival_id: str) -> Arrival:
    """A file that they themselves are sending. Raises Http404 for anything else."""
    found = (
        Arrival.objects.filter(id=arrival_id, person=standing_of(request).person)
        .select_related("entry__innovation__unit", "entry__assessment", "person", "evidence")
        .first()
    )
    if found is None:
        raise Http404
    return found


def arrival_to_send(request: HttpRequest, arrival_id: str) -> Arrival:
    """A file that they themselves are sending, and still may: as operator of the entry's unit.

    Raises Http404 for anything else, PermissionDenied where they are no operator any more.
    """
    found = arrival_for(request, arrival_id)
    if standing_of(request).role_at(found.entry.innovation.unit, Role.OPERATOR) is None:
        raise PermissionDenied
    return found


def use_to_read(request: HttpRequest, use_id: int) -> Use:
    """A use with its inspection, of an entry that is theirs to read. Raises Http404 otherwise."""
    uses = Use.objects.filter(
        pk=use_id, inspection__isnull=False, entry__in=entries_readable(standing_of(request))
    )
    found = with_inspections(uses.select_related("entry__innovation__unit")).first()
    if found is None:
        raise Http404
    return found


def may_inspect(standing: Standing, unit: Unit) -> bool:
    """Whether they may have files of that unit's entries inspected again."""
    return standing.role_at(unit, *INSPECTING) is not None


def use_to_inspect(request: HttpRequest, use_id: int) -> tuple[Use, Author]:
    """A use with its inspection, to be inspected again by its operator or a verifier.

    Raises Http404 where the entry is not theirs to read, PermissionDenied where only to read.
    """
    standing = standing_of(request)
    found = (
        Use.objects.filter(
            pk=use_id,
            removed_at=None,
            inspection__isnull=False,
            entry__in=entries_readable(standing),
        )
        .select_related("evidence", "entry__innovation__unit")
        .first()
    )
    if found is None:
        raise Http404
    role = standing.role_at(found.entry.innovation.unit, *INSPECTING)
    if role is None:
        raise PermissionDenied
    return found, standing.author(role)


def use_to_change(request: HttpRequest, use_id: int) -> tuple[Use, Standing]:
    """A use of evidence in an entry of a unit of which they are operator.

    Raises Http404 where the entry is not theirs to read, PermissionDenied where only to read.
    """
    standing = standing_of(request)
    found = (
        Use.objects.filter(pk=use_id, entry__in=entries_readable(standing))
        .select_related("evidence", "entry__innovation__unit")
        .first()
    )
    if found is None:
        raise Http404
    if standing.role_at(found.entry.innovation.unit, Role.OPERATOR) is None:
        raise PermissionDenied
    return found, standing


def video_to_watch(request: HttpRequest, use_id: int) -> tuple[Use, OpenedEntry]:
    """A video in use with its marks, and its entry opened. Raises Http404 where not to read."""
    standing = standing_of(request)
    readable = entries_readable(standing)
    uses = Use.objects.filter(OF_VIDEOS, pk=use_id, removed_at=None, entry__in=readable)
    found = with_marks(uses.select_related("evidence__file", *_OF_ENTRIES)).first()
    if found is None or not is_video(found):
        raise Http404
    return found, opened(found.entry, standing)


def video_to_mark(request: HttpRequest, use_id: int) -> tuple[Use, OpenedEntry]:
    """A video in use in an entry of a unit of which they are operator.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read.
    """
    found, entry = video_to_watch(request, use_id)
    if not entry.may_change:
        raise PermissionDenied
    return found, entry


def may_judge(entry: OpenedEntry) -> bool:
    """Whether they are its verifier, and it is not an entry of their own unit."""
    unit = entry.entry.innovation.unit
    is_verifier = entry.standing.role_at(unit, Role.VERIFIER) is not None
    return is_verifier and not entry.standing.serves(unit)


def mark_to_judge(request: HttpRequest, mark_id: int) -> tuple[Mark, OpenedEntry]:
    """A mark of a video in an entry that they may verify.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read: also for
    a verifier who holds a post in that unit or above it.
    """
    mark = Mark.objects.filter(pk=mark_id).select_related("use").first()
    if mark is None:
        raise Http404
    _video, entry = video_to_watch(request, mark.use_id)
    if not may_judge(entry):
        raise PermissionDenied
    return mark, entry


def unit_library(request: HttpRequest, unit_id: int) -> tuple[Unit, QuerySet[Evidence]]:
    """A unit whose matters they may read, with its evidence and that of the units above it.

    Raises Http404 where it is not theirs to read.
    """
    standing = standing_of(request)
    unit = Unit.objects.filter(readable_units(standing), pk=unit_id).first()
    if unit is None:
        raise Http404
    return unit, Evidence.objects.filter(unit__in=_units_on(unit.path))


def likeness_to_read(request: HttpRequest, likeness_id: int) -> OpenedLikeness:
    """A pair of which at least one side is theirs to read; at the ministry one across governments.

    Of sides that are not theirs only what `queries.alike.others_in_words` tells may be shown.
    Raises Http404 otherwise.
    """
    standing = standing_of(request)
    found = Likeness.objects.filter(pk=likeness_id, innovations__gt=1).first()
    if found is None:
        raise Http404
    sides = list(found.sides.select_related("innovation__unit__region"))
    own = Innovation.objects.filter(
        readable_units(standing, "unit__"), pk__in=[side.innovation_id for side in sides]
    )
    readable = frozenset(own.order_by().values_list("pk", flat=True))
    national = found.regions > 1 and standing.holds(*OF_THE_NATION)
    if not readable and not national:
        raise Http404
    return OpenedLikeness(
        likeness=found,
        standing=standing,
        sides=sides,
        seen=frozenset(s.innovation_id for s in sides) if national else readable,
        readable=readable,
        place=_mark_place(standing, sides, national=national),
    )


def likeness_to_mark(request: HttpRequest, likeness_id: int) -> tuple[OpenedLikeness, MarkPlace]:
    """A pair about which their word counts: verifiers and coordinators where it is one within
    their government, the ministry where it is one across governments.

    Raises Http404 where it is not theirs to see, PermissionDenied where only to see.
    """
    pair = likeness_to_read(request, likeness_id)
    if pair.place is None:
        raise PermissionDenied
    return pair, pair.place


def _mark_place(
    standing: Standing, sides: Sequence[LikenessSide], *, national: bool
) -> MarkPlace | None:
    for role in OF_LIKENESS:
        for region in sorted(standing.regions(role)):
            if is_within(sides, region):
                return MarkPlace(region=region, role=role)
    if national:
        role = Role.NATIONAL if standing.holds(Role.NATIONAL) else Role.EVALUATOR
        return MarkPlace(region=None, role=role)
    return None


def region_of_likeness(request: HttpRequest, code: str) -> Region:
    """A government whose alike pairs they weigh, as verifier or coordinator.

    Raises Http404 for a government that is not theirs at all, PermissionDenied where they hold
    another role.
    """
    standing = standing_of(request)
    found = Region.objects.filter(pk=code).first()
    if found is None or code not in standing.regions(*Role):
        raise Http404
    if code not in standing.regions(*OF_LIKENESS):
        raise PermissionDenied
    return found


def must_be_of_the_nation(request: HttpRequest) -> None:
    """Raise Http404 for whoever holds no post at the ministry."""
    if not standing_of(request).holds(*OF_THE_NATION):
        raise Http404


def region_library(request: HttpRequest, code: str) -> tuple[Region, QuerySet[Evidence]]:
    """A government all of whose matters they may read, with its evidence.

    Raises Http404 where they hold no role, PermissionDenied where they read only a part of it.
    """
    standing = standing_of(request)
    if code not in standing.regions(*Role):
        raise Http404
    if code not in standing.regions(*OF_THEIR_REGION):
        raise PermissionDenied
    return Region.objects.get(code=code), Evidence.objects.filter(region=code)
