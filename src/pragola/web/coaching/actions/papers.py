"""Papers are drafted and followed to their signature."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.coaching.models import PAPER_WAYS, Paper, PaperKind, PaperMove, PaperState
from pragola.web.coaching.paper_texts import paper_text
from pragola.web.coaching.queries.papers import known_of
from pragola.web.evidence.actions.arrivals import begin_arrival, finish, take_in
from pragola.web.evidence.actions.describing import describe_evidence
from pragola.web.evidence.models import Evidence
from pragola.web.evidence.queries.arrivals import about
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person
from pragola.web.shared.audit import Author, Jsonable, record
from pragola.web.shared.texts import in_sentence

_LONGEST_SUBJECT = 300


class PaperError(PragolaError):
    """A step that a paper cannot take now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """A file that somebody hands in for a claim, as it calls itself."""

    name: str
    size: int
    part: str


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
    paper = _locked(paper_id)
    if paper.state == way.target:
        return paper
    if paper.state not in way.sources:
        raise PaperError(_impossible(paper))
    if move is PaperMove.SIGN and not (number and signed_on):
        raise PaperError(Fault(code="paper_unsigned"))
    old = _told(paper)
    paper.state, paper.number, paper.signed_on = way.target, number, signed_on
    paper.moved_at, paper.evidence, paper.part = at, None, ""
    paper.save(update_fields=["state", "number", "signed_on", "moved_at", "evidence", "part"])
    record("paper_moved", paper.entry, by=by, at=at, old=old, new=_told(paper))
    return paper


def must_be_signable(paper: Paper, *, number: str, signed_on: date | None) -> None:
    """Raise PaperError where that paper cannot be signed now, or has no number or day."""
    if paper.state not in PAPER_WAYS[PaperMove.SIGN].sources:
        raise PaperError(_impossible(paper))
    if not (number and signed_on):
        raise PaperError(Fault(code="paper_unsigned"))


def must_be_signed(paper: Paper) -> None:
    """Raise PaperError where no number and day are known of the paper."""
    if not paper.signed_on:
        raise PaperError(Fault(code="paper_unsigned"))


def take_scan(
    entry: Entry, blocks: Iterable[bytes], arriving: Arriving, *, by: Person, at: datetime
) -> Evidence:
    """The scan of a paper as evidence that serves a claim; what the unit has is used again.

    Raises EntryLockedError, ArrivalError, and PaperError where the file is refused.
    """
    begun = begin_arrival(
        entry,
        part=arriving.part,
        person=by,
        file_name=arriving.name,
        size=arriving.size,
        sha256="",
        replaces=None,
        at=at,
    )
    take_in(begun, blocks, offset=0, at=at)
    kept = finish(begun, at=at)
    if kept.evidence is None:
        raise PaperError(about(entry, arriving.part, arriving.name, kept.refusal))
    return kept.evidence


@transaction.atomic
def sign_with_scan(
    paper_id: int,
    evidence: Evidence,
    *,
    number: str,
    signed_on: date | None,
    part: str,
    office: str,
    by: Author,
    at: datetime,
) -> Paper:
    """Signed, and proven by its scan, in one step. Raises as `move_paper` and `prove`."""
    move_paper(paper_id, PaperMove.SIGN, number=number, signed_on=signed_on, by=by, at=at)
    return prove(paper_id, evidence, part=part, office=office, by=by, at=at)


@transaction.atomic
def prove(
    paper_id: int, evidence: Evidence, *, part: str, office: str, by: Author, at: datetime
) -> Paper:
    """Let the scan carry what stands on the signed paper, and the paper know its scan.

    Number and day are the paper's; what is said of the evidence already stays otherwise. Raises
    PaperError where the paper is not signed, DescriptionError where a verifier is at work.
    """
    paper = _locked(paper_id)
    must_be_signed(paper)
    text = paper_text(PaperKind(paper.kind), known_of(paper.entry))
    scan = Evidence.objects.get(pk=evidence.pk)
    told: Mapping[str, str | date | None] = {
        "title": scan.title or f"{text.title} {paper.number}",
        "letter_number": paper.number,
        "letter_date": paper.signed_on,
        "letter_subject": scan.letter_subject or text.subject[:_LONGEST_SUBJECT],
        "letter_office": scan.letter_office or office or text.office,
    }
    describe_evidence(scan, told, revision=scan.revision, by=by, at=at)
    paper.evidence, paper.part = scan, part
    paper.save(update_fields=["evidence", "part"])
    new: Jsonable = {"paper": _told(paper), "evidence": str(told["title"])}
    record("paper_proves", paper.entry, part=part, by=by, at=at, new=new)
    return paper


def _impossible(paper: Paper) -> Fault:
    return Fault(code="paper_move_impossible", found=in_sentence(PaperState(paper.state).label))


def _locked(paper_id: int) -> Paper:
    rows = Paper.objects.select_for_update(of=("self",))
    related = ("entry__innovation__unit__region", "entry__assessment")
    return rows.select_related(*related).get(pk=paper_id)


def _told(paper: Paper) -> Jsonable:
    day = paper.signed_on.isoformat() if paper.signed_on else ""
    parts = (PaperKind(paper.kind).label, PaperState(paper.state).label, paper.number, day)
    return " · ".join(str(part) for part in parts if part)
