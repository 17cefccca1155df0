"""What a paper of the corpus says about itself: the facts that its text is written from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tests.inspection.corpus.printing import Page

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
FOOT = "Contoh buatan untuk menguji Pragola, bukan dokumen resmi."
"""Stands at the foot of every paper of the corpus."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An invented innovation, the day its paper was signed, the serial number, and the count that
    the paper holds: people, agencies, days or percent."""

    name: str
    short: str
    day: date
    serial: int
    count: int

    @property
    def day_in_words(self) -> str:
        """As in `5 Januari 2025`."""
        return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"


type Write = Callable[[Case], tuple[Page, ...]]
type Papers = Mapping[str, Write]
"""How each kind of paper is written, by the kind's name."""
