"""Evidence put to use for parts of entries, and taken off again."""

import re
from datetime import datetime

from django.db import transaction

from pragola.inspection.formats import allowed_formats
from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.actions.inspecting import queue_inspection
from pragola.web.evidence.actions.likeness import want_likeness
from pragola.web.evidence.actions.marks import carry_marks
from pragola.web.evidence.actions.rendering import queue_rendering
from pragola.web.evidence.models import Evidence, StoredFile, Use
from pragola.web.innovations.actions.entries import carry_over
from pragola.web.innovations.actions.saving import open_entry, open_verdict_again, touch
from pragola.web.innovations.models import Assessment, Entry, Innovation
from pragola.web.shared.audit import Author, record

_RANGE = re.compile(r"\d{1,4}(?:\s*-\s*\d{1,4})?")
_LONGEST = 100


class UseError(PragolaError):
    """A use of evidence that is not possible."""


@transaction.atomic
def use_evidence(
    evidence: Evidence, *, entry: Entry, part: str, pages: str, by: Author, at: datetime
) -> Use:
    """Let the evidence serve a part of an entry; where it does already, only its pages change.

    Evidence of the entry's unit or of a unit above it will do. Raises EntryLockedError, UseError.
    """
    entry = open_entry(entry.pk)
    if not allowed_formats(load_edition(entry.assessment.edition), part):
        raise UseError(Fault(code="part_unknown", found=part))
    if not entry.innovation.unit.path.startswith(evidence.unit.path):
        raise UseError(Fault(code="evidence_of_another_unit", found=evidence.unit.name))
    pages = checked_pages(pages)
    _must_be_there(pages, evidence.file)
    use = Use.objects.filter(evidence=evidence, entry=entry, part=part, removed_at=None).first()
    if use is None:
        who = by.person.pk if by.person else None
        use = Use(evidence=evidence, entry=entry, part=part, added_by_id=who, added_at=at)
    elif use.pages == pages:
        return use
    is_new, old, use.pages = use.pk is None, use.pages, pages
    use.save()
    if is_new:
        _take_up_marks(use, at=at)
    queue_inspection(use, at=at)
    queue_rendering(evidence.file, at=at)
    open_verdict_again(entry, part, by=by, at=at)
    touch(entry, at=at)
    new = {"evidence": str(evidence), "pages": pages}
    record("evidence_used", entry, part=part, by=by, at=at, old=old or None, new=new)
    return use


def _take_up_marks(use: Use, *, at: datetime) -> None:
    """A video that served this part before has its marks still."""
    before = Use.objects.filter(evidence=use.evidence, entry=use.entry, part=use.part)
    former = before.exclude(removed_at=None).last()
    if former:
        carry_marks(former, use, at=at)


@transaction.atomic
def remove_use(use: Use, *, by: Author, at: datetime) -> None:
    """Take the evidence off that part; it stays in the unit's library. Raises EntryLockedError."""
    entry = open_entry(use.entry_id)
    changed = Use.objects.filter(pk=use.pk, removed_at=None).update(removed_at=at)
    if changed:
        want_likeness(use.evidence.file_id)
        open_verdict_again(entry, use.part, by=by, at=at)
        touch(entry, at=at)
        old = {"evidence": str(use.evidence), "pages": use.pages}
        record("evidence_taken_off", entry, part=use.part, by=by, at=at, old=old)


@transaction.atomic
def carry_uses(former: Entry, entry: Entry, *, by: Author, at: datetime) -> int:
    """Let the new year's entry use what the former one used, as far as its edition asks for it."""
    edition = load_edition(entry.assessment.edition)
    uses = Use.objects.filter(entry=former, removed_at=None).select_related("evidence__unit")
    carried = [use for use in uses if allowed_formats(edition, use.part)]
    for use in carried:
        new = use_evidence(use.evidence, entry=entry, part=use.part, pages=use.pages, by=by, at=at)
        carry_marks(use, new, at=at)
    return len(carried)


@transaction.atomic
def carry_over_with_proofs(
    innovation: Innovation, *, former: Entry, assessment: Assessment, by: Author, at: datetime
) -> tuple[Entry, int]:
    """The innovation in another year with what proved it before, all of it or nothing.

    The new entry, and how many proofs came along. Raises as `carry_over` does.
    """
    entry = carry_over(innovation, assessment=assessment, by=by, at=at)
    return entry, carry_uses(former, entry, by=by, at=at)


def _must_be_there(pages: str, file: StoredFile | None) -> None:
    """Raise UseError for a page past the last one, where it is known which that is."""
    if file is None or not file.pages:
        return
    for number in re.findall(r"\d+", pages):
        if int(number) > file.pages:
            there = (("pages", file.pages),)
            raise UseError(Fault(code="pages_past_the_end", found=number, facts=there))


def checked_pages(text: str) -> str:
    """A page range as people write it, `1-3, 7`, in one manner. Raises UseError."""
    pieces = [piece.strip() for piece in text.replace(";", ",").split(",") if piece.strip()]
    for piece in pieces:
        first, _, last = piece.partition("-")
        ordered = _RANGE.fullmatch(piece) and 0 < int(first) <= int(last or first)
        if not ordered or len(text) > _LONGEST:
            raise UseError(Fault(code="pages_bad", found=piece[:_LONGEST]))
    return ", ".join("-".join(part.strip() for part in piece.split("-")) for piece in pieces)
