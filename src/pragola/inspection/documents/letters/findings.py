"""What is told about the papers of a file, held against what the edition asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pragola.inspection.documents.letters.letter import Letter, letter_of
from pragola.inspection.documents.letters.lines import sheets_of
from pragola.inspection.documents.letters.papers import Paper, papers_in
from pragola.inspection.documents.plain import one_line
from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.scoring.edition import PaperRule
from pragola.scoring.faults import Facts
from pragola.scoring.papers import PaperKind

_MOST_PAPERS = 12
"""Papers of one file that are told about."""
_MOST_SPOKE = 4
_MOST_WORDS, _MOST_NUMBER, _MOST_SUBJECT = 120, 80, 300


@dataclass(frozen=True, slots=True)
class Known:
    """A paper whose kind is known, and what it says of itself."""

    paper: Paper
    kind: PaperKind
    letter: Letter


def findings_on_papers(pages: Sequence[PageText], subject: Subject) -> tuple[Finding, ...]:
    """All that is told; nothing where no paper is asked for and none is recognised."""
    papers = [p for p in papers_in(sheets_of(pages)) if _is_pointed_to(p, subject)]
    known = tuple(
        Known(paper, paper.kind, letter_of(paper, paper.kind)) for paper in papers if paper.kind
    )[:_MOST_PAPERS]
    rule = subject.indicator.evidence.papers if subject.indicator else None
    return (*_kinds(known, rule), *_letters(known))


def _is_pointed_to(paper: Paper, subject: Subject) -> bool:
    return not subject.pages or any(sheet.page in subject.pages for sheet in paper.sheets)


def _kinds(known: Sequence[Known], rule: PaperRule | None) -> Iterator[Finding]:
    for each in known:
        asked = rule is not None and each.kind in rule.kinds
        severity = Severity.GOOD if asked else Severity.INFO
        yield Finding(
            code="document_kind",
            severity=severity,
            check="document_kind",
            place=Place(page=each.paper.first_page),
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
            )


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
