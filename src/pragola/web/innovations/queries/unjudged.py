"""The claims of an entry that still wait for a verdict."""

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Entry


def codes_unjudged(entry: Entry) -> tuple[str, ...]:
    """The indicators whose claims keep the entry from being verified; one query."""
    codes = {each.code for each in load_edition(entry.assessment.edition).sid_indicators}
    return tuple(
        row.indicator
        for row in entry.claims.order_by("indicator")
        if row.indicator in codes and row.waits_for_verdict
    )
