"""Ending the review of an entry: verified, or returned for what its verdicts return."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pragola.web.innovations.actions.moves import make_move
from pragola.web.innovations.models import Entry, Move
from pragola.web.regions.models import Person, Role
from pragola.web.review.queries.entry import reasons_to_return


@transaction.atomic
def verify_entry(entry_id: int, *, by: Person, note: str, at: datetime) -> Entry:
    """Say that all of it has been judged. Raises MoveError where something was not."""
    return make_move(entry_id, Move.VERIFY, role=Role.VERIFIER, by=by, note=note, reasons={}, at=at)


@transaction.atomic
def return_entry(
    entry_id: int, *, by: Person, note: str, field_reasons: Mapping[str, str], at: datetime
) -> Entry:
    """Return it to its unit, with what verdicts say of its claims and reasons for its fields.

    Raises MoveError where nothing was returned.
    """
    entry = Entry.objects.select_for_update(of=("self",)).get(pk=entry_id)
    return make_move(
        entry_id,
        Move.RETURN,
        role=Role.VERIFIER,
        by=by,
        note=note,
        reasons={**field_reasons, **reasons_to_return(entry)},
        at=at,
    )
