"""A region's answers for one edition, as values. `pragola.workbook` reads and writes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """Where an innovation stands: a draft is not counted, a rejected one scores 0."""

    DRAFT = "draft"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is claimed for one indicator: a level, or figures the edition turns into one.

    `level` is 0 to the indicator's highest; `value` is the measured value in the
    measure's unit; `periods` are raw figures by year (`T-1`, `T-2`) for a formula;
    `base` is the id of the chosen base of benefit.
    Exactly one of level, value and periods is given.
    """

    level: int | None = None
    base: str | None = None
    value: Decimal | None = None
    periods: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What eligibility looks at. None: not given.

    `design_words` is the number of words of the design text (rancang bangun);
    `assessments` counts the yearly assessments it was entered in, this one included.
    """

    unit: str | None = None
    stage: str | None = None
    trial: date | None = None
    applied: date | None = None
    developed: date | None = None
    design_words: int | None = None
    assessments: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Innovation:
    """One innovation's entry. `affairs` lead with the main one.

    `verdicts` are accepted levels by indicator code; 0 is a claim that was returned.
    """

    id: str
    title: str = ""
    affairs: tuple[str, ...] = ()
    status: Status = Status.ACCEPTED
    claims: Mapping[str, Claim] = field(default_factory=dict)
    verdicts: Mapping[str, int] = field(default_factory=dict)
    profile: Profile = field(default_factory=Profile)


@dataclass(frozen=True, slots=True)
class Region:
    """A government by its ministry code: `33` a province, `33.18` a kabupaten or kota."""

    code: str
    name: str

    @property
    def kind(self) -> str:
        """`provinsi`, `kabupaten` or `kota`; a kota's second part starts at 71."""
        _, _, second = self.code.partition(".")
        if not second:
            return "provinsi"
        return "kota" if int(second) >= 71 else "kabupaten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything a region answers in one assessment.

    `spd_subtotal` stands in place of `spd` in an edition without SPD indicators.
    """

    edition: str
    region: Region
    spd: Mapping[str, Claim] = field(default_factory=dict)
    spd_subtotal: Decimal | None = None
    innovations: tuple[Innovation, ...] = ()
