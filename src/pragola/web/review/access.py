"""The one door to the bench: a verifier judges in their government, and never an own unit's."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from pragola.web.evidence.access import may_judge
from pragola.web.innovations.access import (
    assessment_to_read,
    entries_readable,
    entry_to_read,
    opened,
)
from pragola.web.innovations.models import Assessment, Claim, Entry
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing
from pragola.web.review.models import Verdict
from pragola.web.review.queries.queue import of_own_units
from pragola.web.review.queries.undoing import given_together


def bench_of(request: HttpRequest, assessment_id: int) -> tuple[Assessment, Standing]:
    """An assessment whose claims they judge as verifier.

    Raises Http404 where they hold no role, PermissionDenied where they hold another one.
    """
    found, standing = assessment_to_read(request, assessment_id)
    if found.region_id not in standing.regions(Role.VERIFIER):
        raise PermissionDenied
    return found, standing


def bench_to_look_at(request: HttpRequest, assessment_id: int) -> tuple[Assessment, Standing]:
    """An assessment whose reviewing they may look at, as verifier or coordinator.

    Raises as `bench_of` does.
    """
    found, standing = assessment_to_read(request, assessment_id)
    if found.region_id not in standing.regions(Role.VERIFIER, Role.COORDINATOR):
        raise PermissionDenied
    return found, standing


def lessons_to_read(request: HttpRequest, assessment_id: int) -> tuple[Assessment, Standing]:
    """An assessment whose verdicts they learn from, as coach, verifier or coordinator.

    Raises as `bench_of` does.
    """
    found, standing = assessment_to_read(request, assessment_id)
    if found.region_id not in standing.regions(Role.COACH, Role.VERIFIER, Role.COORDINATOR):
        raise PermissionDenied
    return found, standing


def claim_to_judge(request: HttpRequest, claim_id: int) -> tuple[Claim, OpenedEntry]:
    """A claim that they may judge, whatever its entry's state.

    Raises Http404 where it is not theirs to read, PermissionDenied where only to read: also for
    a verifier who holds a post in that unit or above it.
    """
    standing = standing_of(request)
    claim = (
        Claim.objects.filter(pk=claim_id, entry__in=entries_readable(standing))
        .select_related("entry__innovation__unit", "entry__assessment__region")
        .first()
    )
    if claim is None:
        raise Http404
    entry = opened(claim.entry, standing)
    if not may_judge(entry):
        raise PermissionDenied
    return claim, entry


def verdict_to_object_to(
    request: HttpRequest, verdict_id: int
) -> tuple[Verdict, OpenedEntry, Role]:
    """A verdict on a claim of a unit whose operator or head they are, and the role they hold there.

    Raises Http404 where the entry is not theirs to read, PermissionDenied where only to read.
    """
    verdict = (
        Verdict.objects.filter(pk=verdict_id)
        .select_related("claim__entry__assessment__region", "judged_by")
        .first()
    )
    if verdict is None:
        raise Http404
    entry = entry_to_read(request, verdict.claim.entry_id)
    role = role_to_object(entry)
    if role is None:
        raise PermissionDenied
    return verdict, entry, role


def role_to_object(entry: OpenedEntry) -> Role | None:
    """The role in which they speak for the entry's unit; None for everybody else."""
    return entry.standing.role_at(entry.entry.innovation.unit, Role.OPERATOR, Role.HEAD)


def objections_to_read(
    request: HttpRequest, assessment_id: int
) -> tuple[Assessment, Standing, QuerySet[Entry]]:
    """An assessment and the entries whose objections they may read there.

    Raises Http404 where they hold no role.
    """
    found, standing = assessment_to_read(request, assessment_id)
    return found, standing, entries_readable(standing)


def verdict_to_withdraw(request: HttpRequest, verdict_id: int) -> tuple[Verdict, OpenedEntry]:
    """A verdict on a claim that they may judge; whose it is, says the action.

    Raises as `claim_to_judge` does.
    """
    verdict = Verdict.objects.filter(pk=verdict_id).select_related("claim").first()
    if verdict is None:
        raise Http404
    _claim, entry = claim_to_judge(request, verdict.claim_id)
    return verdict, entry


def judgement_to_withdraw(
    request: HttpRequest, verdict_id: int
) -> tuple[tuple[Verdict, ...], OpenedEntry]:
    """That verdict, with those given together with it on claims that they may judge still.

    Raises as `claim_to_judge` does.
    """
    verdict, entry = verdict_to_withdraw(request, verdict_id)
    fellows = (
        given_together(verdict)
        .filter(claim__entry__in=entries_readable(entry.standing))
        .exclude(Q(pk=verdict.pk) | of_own_units(entry.standing, "claim__entry__"))
        .select_related("claim")
    )
    return (verdict, *fellows), entry


def entry_to_judge(request: HttpRequest, entry_id: int) -> OpenedEntry:
    """An entry that they may verify or return. Raises as `claim_to_judge` does."""
    found = entry_to_read(request, entry_id)
    if not may_judge(found):
        raise PermissionDenied
    return found
