"""A diagnosis sheet as a value: what is kept of a unit at one moment.

Sentences are Indonesian, as the sheet is a paper of the office; figures are decimal text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One indicator of one innovation. `adds` is what the next level gives to the index, empty at
    the highest; `holds` what the present level does.
    """

    code: str
    name: str
    level: int
    highest: int
    criterion: str
    mandatory: bool
    claimed: bool
    proofs: int
    next_criterion: str
    adds: str
    holds: str

    @property
    def unproven(self) -> bool:
        """Whether something is claimed that nothing proves."""
        return self.level > 0 and self.proofs == 0

    @property
    def standing(self) -> str:
        """In a word: `full`, `unproven`, `missing` or `below`."""
        if self.unproven:
            return "unproven"
        if self.level == self.highest:
            return "full"
        return "below" if self.level else "missing"

    @property
    def gain(self) -> Decimal:
        """What the next level adds, for sorting."""
        return Decimal(self.adds or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFinding:
    """What inspection said of a file."""

    part: str
    file: str
    words: str
    blocks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationSheet:
    """One innovation: its rows from regulation to video, what is missing, what was found."""

    entry: int
    title: str
    state: str
    points: str
    lacks: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    findings: tuple[SheetFinding, ...]

    @property
    def claimed(self) -> int:
        """How many indicators are claimed above level 0."""
        return sum(1 for row in self.rows if row.level)

    @property
    def unproven(self) -> int:
        """How many claims have no proof."""
        return sum(1 for row in self.rows if row.unproven)

    @property
    def best(self) -> tuple[SheetRow, ...]:
        """Rows below their highest level, what brings most for the index first."""
        below = [row for row in self.rows if row.adds]
        return tuple(sorted(below, key=lambda row: (-row.gain, not row.mandatory)))

    @property
    def best_five(self) -> tuple[SheetRow, ...]:
        """The first of these."""
        return self.best[:5]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSheet:
    """A unit with its innovations, and how the region stands."""

    unit: str
    region: str
    edition_title: str
    index: str
    target: str
    innovations: tuple[InnovationSheet, ...]


def sheet_of(content: Mapping[str, Any]) -> UnitSheet:
    """The sheet that was kept as JSON by `dataclasses.asdict`."""
    return UnitSheet(**{**content, "innovations": tuple(map(_innovation, content["innovations"]))})


def _innovation(told: Mapping[str, Any]) -> InnovationSheet:
    return InnovationSheet(
        **{
            **told,
            "lacks": tuple(told["lacks"]),
            "rows": tuple(SheetRow(**row) for row in told["rows"]),
            "findings": tuple(SheetFinding(**each) for each in told["findings"]),
        }
    )
