"""What a paper says of itself: number, day, subject, the office that signed, the year it is for."""

from dataclasses import dataclass

from pragola.inspection.documents.letters.numbers import number_on
from pragola.inspection.documents.letters.papers import Paper
from pragola.inspection.documents.letters.reads import Read
from pragola.inspection.documents.letters.signing import Signed, office_of, signed_on
from pragola.inspection.documents.letters.subjects import subject_of, year_of
from pragola.scoring.papers import PaperKind

_OF_A_YEAR = (PaperKind.ANGGARAN, PaperKind.RKPD, PaperKind.RENCANA_KERJA)
"""Plans and budgets: they are signed in the year before the one they are for."""
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


def letter_of(paper: Paper, kind: PaperKind) -> Letter:
    """Read a paper whose kind is known."""
    lines = tuple(paper.lines)
    signed = signed_on(paper.sheets, kind)
    return Letter(
        number=next(filter(None, map(number_on, paper.sheets)), None),
        signed=signed,
        subject=subject_of(lines, kind),
        office=None if kind in _UNSIGNED else office_of(paper.sheets, signed),
        year=year_of(lines) if kind in _OF_A_YEAR else None,
    )
