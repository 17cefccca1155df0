"""What a file is claimed for: the rules it is held against."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pragola.inspection.report import PageText
from pragola.scoring.edition import Edition, Indicator, PaperRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The edition, and where known: the part it proves, the claimed level, the innovation.

    `part` is an indicator's code (`SID-01`) or a profile field's id; `names` are the
    innovation's title and the other names it goes by. `pages` are the pages it points to,
    counted from 1; empty means the whole file. `roots` is a folder of trusted certificates (PEM or
    DER) for electronic signatures; without it no signer is known.
    `read` are pages of this very file that OCR has read before, by number: reading is the
    slowest part, and one decree proves many innovations.
    `applied` and `developed` are the days of the first application and the latest development.
    `seconds` is how long pages may be looked at; those after it are told as not inspected.
    """

    edition: Edition
    part: str | None = None
    level: int | None = None
    names: tuple[str, ...] = ()
    pages: frozenset[int] = frozenset()
    roots: Path | None = None
    read: Mapping[int, PageText] = field(default_factory=dict)
    applied: date | None = None
    developed: date | None = None
    seconds: int = 75

    @property
    def indicator(self) -> Indicator | None:
        """The indicator it is claimed for, if it is one."""
        return next((i for i in self.edition.indicators if i.code == self.part), None)

    @property
    def papers(self) -> PaperRule | None:
        """Which kinds of papers it is proven by, if by papers."""
        return self.indicator.evidence.papers if self.indicator else None

    def years(self) -> tuple[int, ...]:
        """The years the proof may be from by the printed window; empty where it names none."""
        found = self.indicator
        periods = dict(self.edition.periods)
        wanted = found.evidence.periods if found else ()
        return tuple(sorted(periods[name].value for name in wanted if name in periods))
