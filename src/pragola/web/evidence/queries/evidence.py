"""A piece of evidence as its page shows it, and a unit's library."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.inspection.formats import FORMATS, FileKind
from pragola.inspection.videos.links import service_of
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Evidence, EvidenceKind, Use
from pragola.web.evidence.queries.inspections import Outcome, outcome_of, with_inspections
from pragola.web.evidence.queries.marks import is_video
from pragola.web.evidence.queries.proofs import at_pages, letter_of, media_of, size_of
from pragola.web.evidence.queries.searching import Hit, hits_in, in_texts
from pragola.web.innovations.models import BEING_JUDGED, OF_OPEN_ENTRIES, Entry
from pragola.web.regions.models import Unit
from pragola.wording import Language

_A_PAGE = 50
_MOST_WORDS = 10
KINDS: Mapping[str, str | Promise] = {
    FileKind.DOCUMENT: _("Dokumen"),
    FileKind.PICTURE: _("Foto"),
    FileKind.VIDEO: _("Video"),
    EvidenceKind.LINK: _("Tautan"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UseLine:
    """Where evidence is used: entry, unit, year, part, pages, how to open these, what was found."""

    use: int
    entry: int
    unit: Unit
    title: str
    year: str
    part: str
    name: str
    pages: str
    at_pages: str
    outcome: Outcome | None
    watched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryLine:
    """A piece of evidence in a library; `above` names the unit it belongs to if it is another.

    `hits` are the pages, and moments of videos, that have the words which were looked for.
    """

    id: int
    name: str
    media: str
    size: str
    service: str
    letter: str
    above: str
    uses: int
    parts: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for in a library; empty for all."""

    words: str = ""
    kind: str = ""
    year: int | None = None
    unused: bool = False

    @property
    def each_word(self) -> tuple[str, ...]:
        """The words one by one, as many as make sense."""
        return tuple(self.words.split()[:_MOST_WORDS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A page of evidence, and the years of letters it can be narrowed to."""

    lines: tuple[LibraryLine, ...]
    page: "Page[Evidence]"
    years: tuple[int, ...]


def uses_shown(
    evidence: Evidence, readable: QuerySet[Entry], language: Language, now: datetime
) -> tuple[UseLine, ...]:
    """The present uses in entries that the reader may see; two queries."""
    uses = Use.objects.filter(evidence=evidence, removed_at=None, entry__in=readable)
    return tuple(
        UseLine(
            use=use.pk,
            entry=use.entry_id,
            unit=use.entry.innovation.unit,
            title=use.entry.innovation.title,
            year=use.entry.assessment.edition,
            part=use.part,
            name=part_name(use.entry.assessment.edition, use.part),
            pages=use.pages,
            at_pages=at_pages(use.pages),
            outcome=outcome_of(use, language, now),
            watched=is_video(use),
        )
        for use in with_inspections(uses.select_related("entry__innovation__unit"))
    )


def open_use(evidence: Evidence) -> Use | None:
    """A use through which a new version can come: in an entry of its unit that is open now."""
    uses = Use.objects.filter(
        OF_OPEN_ENTRIES,
        evidence=evidence,
        removed_at=None,
        entry__innovation__unit=evidence.unit_id,
    )
    return uses.select_related("entry__innovation", "entry__assessment").first()


def judged_in(evidence: Evidence) -> str:
    """The title of an entry that rests on it and is being judged; empty where there is none."""
    uses = Use.objects.filter(evidence=evidence, removed_at=None, entry__state__in=BEING_JUDGED)
    found = uses.select_related("entry__innovation").order_by("pk").first()
    return found.entry.innovation.title if found else ""


def part_name(edition_code: str, part: str) -> str:
    """An indicator or field in the edition's words; its code where it has none."""
    edition = load_edition(edition_code)
    names = {each.code: each.name for each in edition.sid_indicators}
    names |= {field.id: field.label for field in edition.profile}
    return names.get(part, part)


def versions_of(evidence: Evidence) -> tuple[Evidence, ...]:
    """All versions of evidence, the newest first; a query a version."""
    newest = evidence
    while (later := Evidence.objects.filter(replaces=newest).first()) is not None:
        newest = later
    return tuple(_back_from(newest))


def _back_from(evidence: Evidence) -> Iterator[Evidence]:
    found: Evidence | None = evidence
    while found is not None:
        yield found
        found = found.replaces


def library_of(
    evidence: QuerySet[Evidence],
    language: Language,
    *,
    home: Unit | None,
    wanted: Wanted,
    number: str,
) -> Library:
    """What of this evidence has no newer version and is wanted; five queries at most.

    `home` is the unit whose library it is; None for that of a whole government.
    """
    newest = evidence.filter(replaced_by=None)
    years = newest.exclude(letter_date=None).dates("letter_date", "year", order="DESC")
    present = Prefetch("uses", Use.objects.filter(removed_at=None))
    found = _narrowed(newest, wanted).select_related("file", "unit").prefetch_related(present)
    page = Paginator(found, _A_PAGE).get_page(number)
    hits = hits_in([each.file_id for each in page if each.file_id], wanted.each_word)
    lines = tuple(_line(each, home, language, hits.get(each.file_id or "", ())) for each in page)
    return Library(lines=lines, page=page, years=tuple(day.year for day in years))


def _narrowed(found: QuerySet[Evidence], wanted: Wanted) -> QuerySet[Evidence]:
    if words := wanted.each_word:
        found = found.filter(_described_by(words) | in_texts(words))
    if wanted.kind == EvidenceKind.LINK:
        found = found.filter(kind=EvidenceKind.LINK)
    elif wanted.kind:
        types = [each.media_type for each in FORMATS if each.kind == wanted.kind]
        found = found.filter(file__media_type__in=types)
    if wanted.year:
        found = found.filter(letter_date__year=wanted.year)
    if wanted.unused:
        found = found.exclude(pk__in=Use.objects.filter(removed_at=None).values("evidence"))
    return found


def _described_by(words: Sequence[str]) -> Q:
    """Each of the words stands somewhere in what people say about the evidence."""
    described = Q()
    for word in words:
        described &= (
            Q(title__icontains=word)
            | Q(file_name__icontains=word)
            | Q(link__icontains=word)
            | Q(letter_number__icontains=word)
            | Q(letter_subject__icontains=word)
            | Q(letter_office__icontains=word)
        )
    return described


def _line(
    evidence: Evidence, home: Unit | None, language: Language, hits: tuple[Hit, ...]
) -> LibraryLine:
    present = evidence.uses.all()
    return LibraryLine(
        id=evidence.pk,
        name=str(evidence),
        media=media_of(evidence),
        size=size_of(evidence, language),
        service=service_of(evidence.link),
        letter=letter_of(evidence, language),
        above="" if home and evidence.unit_id == home.pk else evidence.unit.name,
        uses=len(present),
        parts=", ".join(sorted({use.part for use in present})),
        hits=hits,
    )
