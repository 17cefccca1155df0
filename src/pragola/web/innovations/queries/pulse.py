"""What of an entry was saved last, for people who work on it at the same time."""

from zoneinfo import ZoneInfo

from pragola.web.innovations.models import Claim, Entry, FieldValue
from pragola.web.shared.times import moment
from pragola.wording import Language


def pulse_of(entry: Entry, language: Language) -> dict[str, object]:
    """The state and, by part, the revision with who saved it when; two queries."""
    zone = ZoneInfo(entry.assessment.region.time_zone)
    fields = FieldValue.objects.filter(entry=entry).select_related("saved_by")
    claims = Claim.objects.filter(entry=entry).select_related("saved_by")
    saved: list[tuple[str, FieldValue | Claim]] = [(row.field, row) for row in fields]
    saved += [(row.indicator, row) for row in claims]
    return {
        "state": entry.state,
        "parts": {
            part: {
                "revision": row.revision,
                "when": moment(row.saved_at, zone, language, who=row.saved_by),
            }
            for part, row in saved
        },
    }
