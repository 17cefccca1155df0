"""The evidence that serves an entry, by the part it serves."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from urllib.parse import urlencode

from pragola.inspection.formats import FileKind, format_of
from pragola.inspection.videos.links import service_of
from pragola.rulebooks import load_edition
from pragola.scoring.edition import FieldKind
from pragola.web.evidence.models import Evidence, EvidenceKind, Use
from pragola.web.evidence.queries.inspections import Outcome, outcome_of, with_inspections
from pragola.web.evidence.queries.links import answer_told
from pragola.web.evidence.queries.marks import Marks, marks_of, with_marks
from pragola.web.evidence.renditions import has_poster
from pragola.web.innovations.models import Entry
from pragola.web.shared.numbers import figure
from pragola.wording import Language
from pragola.wording.dates import show_date

_KILO, _MEGA = 1024, 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A piece of evidence in use; `media` is picture, document, video or link.

    `service` and `answer` tell of a link where it leads and what it answered; `at_pages` opens
    the evidence at the first of its pages. `poster`: a video has a picture that stands for it.
    """

    use: int
    evidence: int
    name: str
    media: str
    size: str
    service: str
    answer: str
    letter: str
    pages: str
    at_pages: str
    outcome: Outcome | None
    marks: Marks | None
    poster: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file field of the profile with what is attached."""

    id: str
    label: str
    required: bool
    note: str
    proofs: tuple[Proof, ...]


def attachments_of(entry: Entry, proofs: Mapping[str, tuple[Proof, ...]]) -> tuple[Attachment, ...]:
    """The file fields of an entry's edition with their proofs."""
    edition = load_edition(entry.assessment.edition)
    return tuple(
        Attachment(field.id, field.label, field.required, field.note, proofs.get(field.id, ()))
        for field in edition.profile
        if field.kind is FieldKind.FILE
    )


def proofs_of(entry: Entry, language: Language, now: datetime) -> Mapping[str, tuple[Proof, ...]]:
    """The proofs of an entry by indicator code or field id; six queries."""
    found: dict[str, list[Proof]] = defaultdict(list)
    uses = with_inspections(
        Use.objects.filter(entry=entry, removed_at=None).select_related(
            "evidence__file", "evidence__region", "entry__assessment__region"
        )
    )
    for use in with_marks(uses):
        found[use.part].append(proof_of(use, language, now))
    return {part: tuple(proofs) for part, proofs in found.items()}


def proof_of(use: Use, language: Language, now: datetime) -> Proof:
    """One use as a line."""
    evidence = use.evidence
    return Proof(
        use=use.pk,
        evidence=evidence.pk,
        name=str(evidence),
        media=media_of(evidence),
        size=size_of(evidence, language),
        service=service_of(evidence.link),
        answer=answer_told(evidence, language),
        letter=letter_of(evidence, language),
        pages=use.pages,
        at_pages=at_pages(use.pages),
        outcome=outcome_of(use, language, now),
        marks=marks_of(use, language),
        poster=has_poster(evidence.file),
    )


def at_pages(pages: str) -> str:
    """What behind an address opens evidence at the first of these pages, and marks them."""
    first = pages.partition(",")[0].partition("-")[0]
    return f"?{urlencode({'hal': first, 'dipakai': pages})}" if pages else ""


def media_of(evidence: Evidence) -> str:
    """How it can be looked at: picture, document, video, other or link."""
    if evidence.kind == EvidenceKind.LINK or evidence.file is None:
        return "link"
    media_type = evidence.file.media_type
    if media_type == "application/pdf":
        return "document"
    found = format_of(media_type)
    return found.kind if found and found.kind is not FileKind.DOCUMENT else "other"


def size_of(evidence: Evidence, language: Language) -> str:
    """`820 KB`, `4,2 MB`; empty for a link."""
    return size_told(evidence.file.size, language) if evidence.file else ""


def size_told(size: int, language: Language) -> str:
    """So many bytes as people say it."""
    if size < _MEGA:
        return f"{max(size // _KILO, 1)} KB"
    return f"{figure(Fraction(size, _MEGA), language, decimals=1)} MB"


def letter_of(evidence: Evidence, language: Language) -> str:
    """Number, day, subject and office of a letter in one line; empty where nothing is known."""
    day = show_date(evidence.letter_date, language) if evidence.letter_date else ""
    told = (evidence.letter_number, day, evidence.letter_subject, evidence.letter_office)
    return " · ".join(part for part in told if part)
