"""A piece of evidence as its page shows it, and a unit's library."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Evidence, Use
from pragola.web.evidence.queries.proofs import letter_of, media_of, size_of
from pragola.web.innovations.models import OPEN_TO_OPERATORS, Entry
from pragola.web.regions.models import Unit
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class UseLine:
    """Where evidence is used: entry, year, part in words, pages."""

    entry: int
    title: str
    year: str
    part: str
    name: str
    pages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryLine:
    """A piece of evidence in a library."""

    id: int
    name: str
    media: str
    size: str
    letter: str
    uses: int


def uses_shown(evidence: Evidence, readable: QuerySet[Entry]) -> tuple[UseLine, ...]:
    """The present uses in entries that the reader may see; one query."""
    uses = Use.objects.filter(evidence=evidence, removed_at=None, entry__in=readable)
    return tuple(
        UseLine(
            entry=use.entry_id,
            title=use.entry.innovation.title,
            year=use.entry.assessment.edition,
            part=use.part,
            name=part_name(use.entry.assessment.edition, use.part),
            pages=use.pages,
        )
        for use in uses.select_related("entry__innovation", "entry__assessment")
    )


def open_use(evidence: Evidence) -> Use | None:
    """A use in an entry that is open, for which a newer version can be sent; one query.

    None where there is none, or the evidence has a newer version already.
    """
    uses = Use.objects.filter(
        evidence=evidence,
        evidence__replaced_by=None,
        removed_at=None,
        entry__state__in=OPEN_TO_OPERATORS,
    )
    return uses.select_related("entry__assessment", "entry__innovation__unit").first()


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
    units: list[Unit], language: Language, *, words: str, unused: bool
) -> tuple[LibraryLine, ...]:
    """The evidence of these units that has no newer version; one query."""
    found = Evidence.objects.filter(unit__in=units, replaced_by=None).select_related("file")
    for word in words.split():
        found = found.filter(
            Q(title__icontains=word)
            | Q(file_name__icontains=word)
            | Q(link__icontains=word)
            | Q(letter_number__icontains=word)
            | Q(letter_subject__icontains=word)
            | Q(letter_office__icontains=word)
        )
    counted = found.annotate(used=Count("uses", filter=Q(uses__removed_at=None)))
    if unused:
        counted = counted.filter(used=0)
    return tuple(
        LibraryLine(
            id=each.pk,
            name=str(each),
            media=media_of(each),
            size=size_of(each, language),
            letter=letter_of(each, language),
            uses=each.used,
        )
        for each in counted
    )
