"""When and where a picture was taken, by what its camera wrote: for those who verify."""

from pragola.inspection.report import finding_of
from pragola.web.evidence.models import InspectionFinding, StoredFile
from pragola.wording import Language, say

_TOLD = ("picture_dated", "picture_date_outside", "picture_placed")


def taken_told(file: StoredFile | None, language: Language) -> tuple[str, ...]:
    """Day and place of a picture in words, each once, whatever it is used for; one query."""
    if file is None:
        return ()
    rows = InspectionFinding.objects.filter(
        code__in=_TOLD, inspection__use__evidence__file=file, inspection__use__removed_at=None
    )
    said = (say(finding_of(row.told), language) for row in rows.order_by("code"))
    return tuple(dict.fromkeys(said))
