"""What a paper says of itself: number, day, subject, the office that signed, the year it is for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pragola.inspection.documents.letters.lines import Line, tight
from pragola.inspection.documents.letters.numbers import number_on
from pragola.inspection.documents.letters.papers import Paper
from pragola.inspection.documents.letters.reads import Read
from pragola.inspection.documents.letters.signing import Signed, office_of, signed_on
from pragola.inspection.documents.letters.subjects import subject_of, year_of
from pragola.scoring.papers import PaperKind

_OF_A_YEAR = (PaperKind.ANGGARAN, PaperKind.RKPD, PaperKind.RENCANA_KERJA)
"""Plans and budgets: they are signed in the year before the one they are for."""
_ENACTED = {
    "RENCANAKERJAPEMERINTAHDAERAH": PaperKind.RKPD,
    "RENCANAKERJAPEMERINTAHDESA": PaperKind.RENCANA_KERJA,
    "ANGGARANPENDAPATANDANBELANJA": PaperKind.ANGGARAN,
    "STANDAROPERASIONALPROSEDUR": PaperKind.SOP,
}
"""What a decree or regulation lays down, by its subject."""
_PLAN = re.compile("RENCANAKERJAPEMERINTAH|ANGGARANPENDAPATANDANBELANJA")
_UNSIGNED = (PaperKind.DAFTAR_HADIR,)


@dataclass(frozen=True, slots=True)
class Letter:
    """Each with the page where it was read; None where it was not. `year` is of plans only."""

    number: Read | None
    signed: Signed | None
    subject: Read | None
    office: Read | None
    year: Read | None

    @property
    def says_enough(self) -> bool:
        """Whether anything was read that is worth telling."""
        return any((self.number, self.signed, self.subject, self.year))


@dataclass(frozen=True, slots=True)
class Known:
    """A paper whose kind is known, and what it says of itself."""

    paper: Paper
    kind: PaperKind
    letter: Letter

    @property
    def kinds(self) -> tuple[PaperKind, ...]:
        """Its kind, and that of what it enacts: a regulation may lay down a plan or a budget."""
        subject = tight(self.letter.subject.text) if self.letter.subject else ""
        enacted = (kind for words, kind in _ENACTED.items() if words in subject)
        return tuple(dict.fromkeys((self.kind, *enacted)))


def known_in(papers: Iterable[Paper]) -> Iterator[Known]:
    """Those whose kind is known."""
    for paper in papers:
        if paper.kind:
            yield Known(paper, paper.kind, letter_of(paper, paper.kind))


def letter_of(paper: Paper, kind: PaperKind) -> Letter:
    """Read a paper whose kind is known."""
    lines = tuple(paper.lines)
    signed = signed_on(paper.sheets, kind)
    subject = subject_of(lines, kind)
    return Letter(
        number=next(filter(None, map(number_on, paper.sheets)), None),
        signed=signed,
        subject=subject,
        office=None if kind in _UNSIGNED else office_of(paper.sheets, signed),
        year=_year(lines, kind, subject),
    )


def _year(lines: Sequence[Line], kind: PaperKind, subject: Read | None) -> Read | None:
    """Of a plan, from its headings; of a regulation that lays one down, from its subject."""
    if kind in _OF_A_YEAR:
        return year_of(lines)
    if subject and _PLAN.search(tight(subject.text)):
        return year_of([Line(subject.page, subject.text, subject.region)])
    return None
