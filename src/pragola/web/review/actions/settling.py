"""What the coordinator settles for the bench: second readings, and the standard reasons."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Region
from pragola.web.review.models import Bench, StandardReason
from pragola.web.review.queries.reasons import reasons_of
from pragola.web.shared.audit import Author, record

_WHOLE, _LONGEST, _MOST = 100, 300, 30


class SettlingError(PragolaError):
    """A setting that is not possible."""


@transaction.atomic
def set_second_share(assessment: Assessment, share: int, *, by: Author, at: datetime) -> None:
    """Let so many of 100 verdicts be read again. Raises SettlingError."""
    if not 0 <= share <= _WHOLE:
        raise SettlingError(Fault(code="share_not_of_hundred", found=str(share)))
    bench, _made = Bench.objects.select_for_update().get_or_create(assessment=assessment)
    old, bench.second_share = bench.second_share, share
    if old != share:
        bench.save(update_fields=["second_share"])
        record("second_share_set", assessment, by=by, at=at, old=old, new=share)


@transaction.atomic
def set_standard_reasons(
    region: Region, indicator: str, texts: Sequence[str], *, by: Author, at: datetime
) -> None:
    """Let these be the reasons to choose from for an indicator, or for all (empty).

    The others of it are retired. Raises SettlingError where one is too long or they are too many.
    """
    wanted = list(dict.fromkeys(text for text in texts if text))
    too_long = next((text for text in wanted if len(text) > _LONGEST), None)
    if too_long or len(wanted) > _MOST:
        found = too_long[:40] if too_long else str(len(wanted))
        raise SettlingError(Fault(code="reasons_too_much", found=found))
    Region.objects.select_for_update().get(pk=region.pk)
    old = list(reasons_of(region).get(indicator, ()))
    if old == wanted:
        return
    kept = StandardReason.objects.filter(region=region, indicator=indicator, retired_at=None)
    kept.update(retired_at=at)
    StandardReason.objects.bulk_create(
        StandardReason(region=region, indicator=indicator, text=text, added_at=at)
        for text in wanted
    )
    record("standard_reasons_set", region, part=indicator, by=by, at=at, old=old, new=wanted)


def set_all_reasons(
    region: Region, told: Mapping[str, Sequence[str]], *, by: Author, at: datetime
) -> None:
    """The same for each indicator that is told. Raises SettlingError; then none of it is kept."""
    with transaction.atomic():
        for indicator, texts in told.items():
            set_standard_reasons(region, indicator, texts, by=by, at=at)
