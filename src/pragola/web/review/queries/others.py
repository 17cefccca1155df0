"""Other claims that rest on the same evidence."""

from dataclasses import dataclass

from django.db.models import QuerySet

from pragola.web.evidence.models import Use
from pragola.web.innovations.models import Claim, Entry, Judged

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherClaim:
    """A claim of another entry or indicator that the same evidence proves, and how it stands."""

    claim: int
    entry: int
    title: str
    unit: str
    indicator: str
    level: int | None
    judged: str
    judged_name: str
    accepted: int | None


def others_on_evidence(claim: Claim, readable: QuerySet[Entry]) -> tuple[OtherClaim, ...]:
    """The claims in this assessment that share evidence with this one, as far as it is theirs to
    read; two queries.
    """
    own = Use.objects.filter(entry=claim.entry_id, part=claim.indicator, removed_at=None)
    shared = (
        Use.objects.filter(
            evidence__in=own.values("evidence"),
            removed_at=None,
            entry__assessment=claim.entry.assessment_id,
            entry__in=readable,
        )
        .order_by("entry", "part")
        .values_list("entry", "part")
        .distinct()
    )
    places = {pair for pair in shared if pair != (claim.entry_id, claim.indicator)}
    rows = (
        Claim.objects.filter(
            entry__in={entry for entry, _ in places}, indicator__in={part for _, part in places}
        )
        .select_related("entry__innovation__unit")
        .order_by("entry__innovation__title", "entry", "indicator")
    )
    found = (row for row in rows if (row.entry_id, row.indicator) in places)
    return tuple(_other(row) for row, _ in zip(found, range(_MOST), strict=False))


def _other(row: Claim) -> OtherClaim:
    return OtherClaim(
        claim=row.pk,
        entry=row.entry_id,
        title=row.entry.innovation.title,
        unit=row.entry.innovation.unit.name,
        indicator=row.indicator,
        level=row.level,
        judged=row.judged,
        judged_name=str(Judged(row.judged).label),
        accepted=row.accepted_level,
    )
