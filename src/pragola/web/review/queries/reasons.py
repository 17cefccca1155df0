"""The standard reasons that verifiers choose from."""

from collections.abc import Mapping

from pragola.web.innovations.queries.returning import STANDARD_REASONS
from pragola.web.regions.models import Region
from pragola.web.review.models import StandardReason


def reasons_for(region: Region, indicator: str) -> tuple[str, ...]:
    """Those of the indicator first, then those for all; one query."""
    kept = reasons_of(region)
    return tuple(dict.fromkeys((*kept.get(indicator, ()), *kept[""])))


def reasons_of(region: Region) -> Mapping[str, tuple[str, ...]]:
    """All of a government by indicator, empty for all indicators; our own until it has some."""
    found: dict[str, tuple[str, ...]] = {}
    for row in StandardReason.objects.filter(region=region, retired_at=None):
        found[row.indicator] = (*found.get(row.indicator, ()), row.text)
    return {"": tuple(str(each) for each in STANDARD_REASONS)} | found
