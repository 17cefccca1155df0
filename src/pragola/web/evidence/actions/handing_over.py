"""Giving an innovation, with what proves it, to another unit."""

from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.models import Evidence
from pragola.web.innovations.models import Innovation
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import Author, record


class HandOverError(PragolaError):
    """A unit that cannot take an innovation over."""


@transaction.atomic
def hand_over(innovation: Innovation, to: Unit, *, by: Author, at: datetime) -> Innovation:
    """The innovation in another unit of its government, with all its years.

    Evidence of the former unit that no innovation left there uses goes along, with its older
    versions; what the two share stays and serves both. Raises HandOverError for a closed unit.
    """
    to = Unit.objects.select_for_update().get(pk=to.pk, region=innovation.region_id)
    if to.closed_on:
        raise HandOverError(Fault(code="hand_over_unit_closed", found=to.name))
    innovation = Innovation.objects.select_for_update(of=("self",)).get(pk=innovation.pk)
    former = innovation.unit
    if former == to:
        return innovation
    innovation.unit = to
    innovation.save(update_fields=["unit"])
    for entry in innovation.entries.all():
        entry.touched_at = at
        entry.save(update_fields=["touched_at"])
        record("innovation_handed_over", entry, by=by, at=at, old=former.name, new=to.name)
    for each in _its_evidence(innovation, former):
        each.unit = to
        each.save(update_fields=["unit"])
        record("evidence_handed_over", each, by=by, at=at, old=former.name, new=to.name)
    return innovation


def _its_evidence(innovation: Innovation, former: Unit) -> list[Evidence]:
    """What it uses of the former unit's, and nothing that stays there uses, newest first."""
    used = Evidence.objects.filter(
        unit=former, uses__removed_at=None, uses__entry__innovation=innovation
    )
    shared = Evidence.objects.filter(
        uses__removed_at=None, uses__entry__innovation__unit=former
    ).values("pk")
    newest = list(used.exclude(pk__in=shared).distinct())
    versions = newest[:]
    while newest:
        newest = [each.replaces for each in newest if each.replaces]
        versions += newest
    return versions
