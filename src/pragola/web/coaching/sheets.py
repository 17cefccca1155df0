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
    the highest; `holds` what the present level does. `accepted` is the level of the verdict that
    stands, None without one, `reason` what it says; sheets from before they were kept have none.
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
    accepted: int | None = None
    reason: str = ""

    @property
    def refused(self) -> bool:
        """Whether a verdict grants less than is claimed."""
        return self.accepted is not None and self.accepted < self.level

    @property
    def loss(self) -> Decimal:
        """What the verdict takes from the index, for sorting."""
        refused = self.level - (self.accepted or 0) if self.refused else 0
        return Decimal(self.holds or 0) * refused / max(self.level, 1)

    @property
    def unproven(self) -> bool:
        """Whether something is claimed that nothing proves."""
        return self.level > 0 and self.proofs == 0

    @property
    def standing(self) -> str:
        """In a word: `returned`, `lowered`, `full`, `unproven`, `missing` or `below`."""
        if self.refused:
            return "lowered" if self.accepted else "returned"
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
    """One innovation: its rows from regulation to video, what is missing, what was found.

    `verified` are its points as verdicts have it, empty where there is none.
    """

    entry: int
    title: str
    state: str
    points: str
    lacks: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    findings: tuple[SheetFinding, ...]
    verified: str = ""

    @property
    def claimed(self) -> int:
        """How many indicators are claimed above level 0."""
        return sum(1 for row in self.rows if row.level)

    @property
    def unproven(self) -> int:
        """How many claims have no proof."""
        return sum(1 for row in self.rows if row.unproven)

    @property
    def refused(self) -> tuple[SheetRow, ...]:
        """What verdicts returned or lowered, what they take most from the index first."""
        return tuple(sorted((row for row in self.rows if row.refused), key=lambda row: -row.loss))

    @property
    def best(self) -> tuple[SheetRow, ...]:
        """Rows below their highest level, what brings most for the index first; those that verdicts
        refuse have to be mended before.
        """
        below = [row for row in self.rows if row.adds and not row.refused]
        return tuple(sorted(below, key=lambda row: (-row.gain, not row.mandatory)))

    @property
    def best_five(self) -> tuple[SheetRow, ...]:
        """The first of these."""
        return self.best[:5]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSheet:
    """A unit with its innovations, and how the region stands.

    `verified` is its index as verdicts have it, empty where there is none.
    """

    unit: str
    region: str
    edition_title: str
    index: str
    target: str
    innovations: tuple[InnovationSheet, ...]
    verified: str = ""


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
