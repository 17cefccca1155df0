"""What is told about the papers of a file, held against what the edition asks for."""

from collections.abc import Iterator, Sequence

from pragola.inspection.documents.letters.asked import (
    asked_of,
    date_findings,
    kind_findings,
    level_findings,
)
from pragola.inspection.documents.letters.letter import Known, known_in
from pragola.inspection.documents.letters.lines import sheets_of
from pragola.inspection.documents.letters.named import name_findings
from pragola.inspection.documents.letters.papers import Paper, papers_in
from pragola.inspection.documents.plain import one_line
from pragola.inspection.findings import Finding, Place, Severity, Spot
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.scoring.faults import Facts

_MOST_PAPERS = 12
"""Papers of one file that are told about."""
_MOST_SPOKE = 4
_MOST_WORDS, _MOST_NUMBER, _MOST_SUBJECT = 120, 80, 300


def findings_on_papers(pages: Sequence[PageText], subject: Subject) -> tuple[Finding, ...]:
    """All that is told; little where no paper is asked for and none is recognised."""
    papers = [p for p in papers_in(sheets_of(pages)) if _is_pointed_to(p, subject)]
    known = tuple(known_in(papers))[:_MOST_PAPERS]
    begins_unknown = bool(papers) and papers[0].kind is None
    on_kinds = kind_findings(known, subject, begins_unknown=begins_unknown) if papers else ()
    return (
        *_kinds(known, subject),
        *_letters(known),
        *on_kinds,
        *level_findings(known, subject),
        *date_findings(known, subject),
        *name_findings(pages, subject, known),
    )


def _is_pointed_to(paper: Paper, subject: Subject) -> bool:
    return not subject.pages or any(sheet.page in subject.pages for sheet in paper.sheets)


def _kinds(known: Sequence[Known], subject: Subject) -> Iterator[Finding]:
    rule = subject.papers
    for each in known:
        asked = rule is not None and asked_of(each, rule)
        severity = Severity.GOOD if asked else Severity.INFO
        yield Finding(
            code="document_kind",
            severity=severity,
            check="document_kind",
            place=each.paper.place,
            facts=_reasons(each),
        )


def _reasons(each: Known) -> Facts:
    title = each.paper.title
    heading = one_line(title.words, most=_MOST_WORDS) if title else None
    spoke = "; ".join(feature.name for feature in each.paper.spoke[:_MOST_SPOKE])
    return (("kind", each.kind.value), ("heading", heading), ("holds", spoke or None))


def _letters(known: Sequence[Known]) -> Iterator[Finding]:
    for each in known:
        if each.letter.says_enough:
            yield Finding(
                code="letter_read",
                severity=Severity.INFO,
                check="document_letter",
                place=Place(page=each.paper.first_page),
                facts=_read(each),
                spots=tuple(_spots(each)),
            )


def _spots(each: Known) -> Iterator[Spot]:
    """Where each of them stands, as far as it is known."""
    letter = each.letter
    for fact, read in (
        ("number", letter.number),
        ("date", letter.signed),
        ("subject", letter.subject),
        ("office", letter.office),
        ("year", letter.year),
    ):
        if read and read.region:
            yield Spot(fact, read.page, read.region)


def _read(each: Known) -> Facts:
    """What was read, each with its page; None where it was not."""
    number, signed = each.letter.number, each.letter.signed
    subject, office = each.letter.subject, each.letter.office
    return (
        ("kind", each.kind.value),
        ("number", one_line(number.text, most=_MOST_NUMBER) if number else None),
        ("number_page", number.page if number else None),
        ("date", signed.day if signed else None),
        ("date_page", signed.page if signed else None),
        ("subject", one_line(subject.text, most=_MOST_SUBJECT) if subject else None),
        ("subject_page", subject.page if subject else None),
        ("office", one_line(office.text, most=_MOST_WORDS) if office else None),
        ("office_page", office.page if office else None),
        ("year", each.letter.year.text if each.letter.year else None),
    )
