"""Whether the papers name the innovation, and where."""

from collections.abc import Iterator, Sequence

from pragola.inspection.documents.letters.letter import Known
from pragola.inspection.documents.letters.lines import region_of
from pragola.inspection.documents.letters.names import (
    Named,
    Text,
    find_name,
    similar_name,
    texts_of,
)
from pragola.inspection.documents.plain import one_line
from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.scoring.faults import Facts

_MOST_WORDS = 160
_LEAST_LETTERS = 30
"""With fewer, a file is a picture, and has no text to look for a name in."""


def name_findings(
    pages: Sequence[PageText], subject: Subject, known: Sequence[Known]
) -> Iterator[Finding]:
    """The name where it stands; that it does not is told where the edition asks for papers."""
    if not subject.names:
        return
    texts = texts_of(pages)
    wanted = [text for text in texts if not subject.pages or text.page in subject.pages]
    found = find_name(subject.names, wanted)
    if found:
        place = _place(found, pages)
        yield _told("document_names_innovation", Severity.GOOD, found, place=place)
    elif subject.papers and sum(len(text.letters) for text in wanted) >= _LEAST_LETTERS:
        yield _missing(pages, texts, subject, known)


def _missing(
    pages: Sequence[PageText], texts: Sequence[Text], subject: Subject, known: Sequence[Known]
) -> Finding:
    wanted = [text for text in texts if not subject.pages or text.page in subject.pages]
    others = [text for text in texts if subject.pages and text.page not in subject.pages]
    elsewhere = find_name(subject.names, others)
    if elsewhere:
        told = ", ".join(str(page) for page in sorted(subject.pages))
        place, facts = _place(elsewhere, pages), (("pages", told),)
        code, severity = "document_name_elsewhere", Severity.DOUBTFUL
        return _told(code, severity, elsewhere, place=place, facts=facts)
    name: Facts = (("name", one_line(subject.names[0], most=_MOST_WORDS)),)
    need_not = known and subject.papers and _may_be_unnamed(known, subject)
    if need_not:
        return Finding(
            code="document_need_not_name",
            severity=Severity.INFO,
            check="document_name",
            facts=(*name, ("kind", known[0].kind.value)),
        )
    near = similar_name(subject.names, wanted)
    words = one_line(near.words, most=_MOST_WORDS) if near else None
    return Finding(
        code="document_without_name",
        severity=Severity.DOUBTFUL,
        check="document_name",
        place=_place(near, pages) if near else Place(),
        facts=(*name, ("similar", words)),
    )


def _may_be_unnamed(known: Sequence[Known], subject: Subject) -> bool:
    unnamed = subject.papers.unnamed if subject.papers else ()
    return all(each.kind in unnamed for each in known)


def _place(found: Named, pages: Sequence[PageText]) -> Place:
    """The page, and on it the lines where these words stand."""
    page = next(each for each in pages if each.page == found.page)
    return Place(page=found.page, region=region_of(found.words, page))


def _told(
    code: str, severity: Severity, found: Named, *, place: Place, facts: Facts = ()
) -> Finding:
    named: Facts = (("name", found.name), ("words", one_line(found.words, most=_MOST_WORDS)))
    return Finding(
        code=code,
        severity=severity,
        check="document_name",
        place=place,
        facts=(*named, *facts),
    )
