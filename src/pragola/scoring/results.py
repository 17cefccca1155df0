"""What the engine gives back: scores, findings and margins, as values. No float anywhere."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pragola.scoring.answers import Region, Status
from pragola.scoring.edition import Band, Indicator
from pragola.scoring.faults import Facts
from pragola.scoring.measure import Reading


class Side(StrEnum):
    """Whose levels are scored.

    CLAIMED takes the claims; VERIFIED takes the verdict where there is one and the claim
    where none has been given yet.
    """

    CLAIMED = "claimed"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class RowScore:
    """One indicator's row: `score` = weight × level, in points.

    `reading` tells how a figure became the level; None where a level was answered or a
    verdict given. `judged` is True where the level comes from a verdict.
    """

    indicator: Indicator
    level: int
    score: Decimal
    reading: Reading | None = None
    judged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationScore:
    """One innovation: `score` is the sum of its rows, in points; 0 when rejected.

    `rows` hold all indicators of the edition in its order, also where nothing is claimed.
    `counted` is True where it enters the sum and the count score.
    """

    id: str
    title: str
    unit: str | None
    affairs: tuple[str, ...]
    status: Status
    counted: bool
    rows: tuple[RowScore, ...]
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicServices:
    """Coverage of the affairs of basic service by counted innovations.

    `required` None: the edition does not know the rule, so `enough` is True.
    """

    covered: tuple[str, ...]
    missing: tuple[str, ...]
    required: int | None
    enough: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A region's score by one edition.

    spd, count_score: points, exact decimals. sid_sum: points of all counted innovations.
    mean = sid_sum / divisor, total = spd + mean + count_score, index_exact = total /
    maxima.total × 100: exact fractions. index: index_exact rounded once, half up, to the
    edition's decimals. `entered` is the number that enters the divisor.
    """

    edition: str
    edition_hash: str
    region: Region
    side: Side
    rejected_in_divisor: bool
    spd_rows: tuple[RowScore, ...]
    spd: Decimal
    innovations: tuple[InnovationScore, ...]
    sid_sum: Decimal
    entered: int
    divisor: int
    mean: Fraction
    counted: int
    basic_services: BasicServices
    count_score: Decimal
    total: Fraction
    index_exact: Fraction
    index: Decimal
    band: Band


class Severity(StrEnum):
    """How much a finding matters."""

    BLOCKS = "blocks"
    DOUBTFUL = "doubtful"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a person should know; it never changes a score.

    `innovation` and `indicator` say what it is about; `wording.say` makes the sentence.
    """

    code: str
    severity: Severity
    innovation: str | None = None
    indicator: str | None = None
    facts: Facts = ()


class MarginKind(StrEnum):
    """What is changed to get a margin."""

    SPD_LEVEL = "spd_level"
    CLAIM_LEVEL = "claim_level"
    WITHHOLD = "withhold"
    ENTER = "enter"
    ENTER_REJECTED = "enter_rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """What one single change adds to the region's index (negative: costs), in index points, exact.

    SPD_LEVEL, CLAIM_LEVEL: one level more of `indicator` (of `innovation`), from
    `from_level`. WITHHOLD: not reporting `innovation`. ENTER: one more innovation that
    scores as much as the average of the counted ones. ENTER_REJECTED: one more that the
    ministry rejects.
    """

    kind: MarginKind
    adds: Fraction
    innovation: str | None = None
    indicator: str | None = None
    from_level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """Everything the engine says of one region's answers.

    The `other_` scores read the open question of rejected entries the other way round.
    `reporting_line` is the exact score in points that one further innovation must reach
    so that reporting it does not lower the index (claimed side).
    """

    claimed: Score
    verified: Score
    other_claimed: Score
    other_verified: Score
    findings: tuple[Finding, ...]
    margins: tuple[Margin, ...]
    reporting_line: Fraction
