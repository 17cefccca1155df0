"""Saving what a government claims for itself, in its own rows."""

from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring import answers
from pragola.scoring.faults import Fault, PragolaError
from pragola.scoring.measure import read_claim
from pragola.web.innovations.claim_values import as_json
from pragola.web.innovations.models import Assessment
from pragola.web.shared.audit import Author, record


class RegionRowError(PragolaError):
    """A row or a level that the edition does not have."""


@transaction.atomic
def save_region_row(
    assessment: Assessment, code: str, *, level: int | None, by: Author, at: datetime
) -> None:
    """Put a row of the region at a level, in the place of figures that led to another one.

    Raises RegionRowError for a row that is not there, and ClaimError for a level it has not.
    """
    rows = {each.code: each for each in load_edition(assessment.edition).spd_indicators}
    if code not in rows or level is None:
        raise RegionRowError(Fault(code="region_row_unknown", found=code))
    claim = answers.Claim(level=level)
    read_claim(rows[code], claim)
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    old, new = locked.spd.get(code), as_json(claim, "")
    if old != new:
        locked.spd = {**locked.spd, code: new}
        locked.save(update_fields=["spd"])
        record("region_row_saved", assessment, part=code, by=by, at=at, old=old, new=new)
