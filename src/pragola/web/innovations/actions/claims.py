"""Saving what an entry claims."""

from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring import answers
from pragola.scoring.edition import Edition, Indicator
from pragola.scoring.faults import Fault, PragolaError
from pragola.scoring.measure import read_claim
from pragola.web.innovations.actions.saving import (
    Saved,
    must_be_fresh,
    open_entry,
    open_verdict_again,
    touch,
)
from pragola.web.innovations.claim_values import as_json, fill, row_as_json
from pragola.web.innovations.models import Claim
from pragola.web.shared.audit import Author, record

_KEPT = ("level", "base", "value", "periods", "note", "revision", "renew", "saved_by", "saved_at")
"""Not the verdict: that is written where it is given or taken away."""


class IndicatorUnknownError(PragolaError):
    """An indicator that innovations are not judged on by this edition."""


@transaction.atomic
def save_claim(
    entry_id: int,
    indicator: str,
    *,
    claim: answers.Claim | None,
    note: str,
    revision: int,
    by: Author,
    at: datetime,
) -> Claim:
    """Save a claim that the edition can read; None takes it back.

    The very same claim again is no change. Raises IndicatorUnknownError, ClaimError,
    EntryLockedError, and StaleSaveError where another claim was saved meanwhile.
    """
    entry = open_entry(entry_id)
    row_of = indicator_of(load_edition(entry.assessment.edition), indicator)
    if claim:
        read_claim(row_of, claim)
    row = Claim.objects.filter(entry=entry, indicator=indicator).select_related("saved_by").first()
    old, new = row_as_json(row), as_json(claim, note)
    if row and old == new and not row.renew:
        return row
    if old != new:
        must_be_fresh(indicator, Saved(row, old), mine=new, revision=revision)
        open_verdict_again(entry, indicator, by=by, at=at)
    row = row or Claim(entry=entry, indicator=indicator, revision=0)
    fill(row, claim, note)
    row.renew, row.revision = False, row.revision + 1
    row.saved_by_id, row.saved_at = by.person.pk if by.person else None, at
    row.save(update_fields=_KEPT if row.pk else None)
    touch(entry, at=at)
    record("claim_saved", entry, part=indicator, old=old, new=new, by=by, at=at)
    return row


def indicator_of(edition: Edition, code: str) -> Indicator:
    """The indicator of innovations with that code. Raises IndicatorUnknownError."""
    for indicator in edition.sid_indicators:
        if indicator.code == code:
            return indicator
    raise IndicatorUnknownError(Fault(code="claim_indicator_unknown", found=code))
