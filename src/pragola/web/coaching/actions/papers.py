"""Papers are drafted and followed to their signature."""

from datetime import date, datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.coaching.models import PAPER_WAYS, Paper, PaperKind, PaperMove, PaperState
from pragola.web.innovations.models import Entry
from pragola.web.shared.audit import Author, Jsonable, record


class PaperError(PragolaError):
    """A step that a paper cannot take now."""


@transaction.atomic
def draft_paper(entry: Entry, kind: PaperKind, *, by: Author, at: datetime) -> Paper:
    """Follow a paper of that kind from now on; the same one where it is followed already."""
    paper, is_new = Paper.objects.get_or_create(
        entry=entry,
        kind=kind,
        defaults={
            "made_by_id": by.person.pk if by.person else None,
            "made_at": at,
            "moved_at": at,
        },
    )
    if is_new:
        record("paper_drafted", entry, by=by, at=at, new=str(kind.label))
    return paper


@transaction.atomic
def move_paper(
    paper_id: int,
    move: PaperMove,
    *,
    number: str = "",
    signed_on: date | None = None,
    by: Author,
    at: datetime,
) -> Paper:
    """Make a move of the table; the same one twice is made once.

    Raises PaperError where it is not possible now, or a signed paper has no number or day.
    """
    way = PAPER_WAYS[move]
    rows = Paper.objects.select_for_update(of=("self",)).select_related("entry")
    paper = rows.get(pk=paper_id)
    if paper.state == way.target:
        return paper
    if paper.state not in way.sources:
        found = str(PaperState(paper.state).label)
        raise PaperError(Fault(code="paper_move_impossible", found=found))
    if move is PaperMove.SIGN and not (number and signed_on):
        raise PaperError(Fault(code="paper_unsigned"))
    old = _told(paper)
    paper.state, paper.number, paper.signed_on = way.target, number, signed_on
    paper.moved_at = at
    paper.save(update_fields=["state", "number", "signed_on", "moved_at"])
    record("paper_moved", paper.entry, by=by, at=at, old=old, new=_told(paper))
    return paper


def _told(paper: Paper) -> Jsonable:
    day = paper.signed_on.isoformat() if paper.signed_on else ""
    parts = (PaperKind(paper.kind).label, PaperState(paper.state).label, paper.number, day)
    return " · ".join(str(part) for part in parts if part)
