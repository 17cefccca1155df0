"""The rules of one year as values: what the guideline says and where each value comes from.

Pure data. `pragola.rulebooks` reads it from the edition files; scoring only uses it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pragola.scoring.papers import PaperKind


class Basis(StrEnum):
    """How a value came about."""

    STATED = "stated"
    INFERRED = "inferred"
    OURS = "ours"


class Confidence(StrEnum):
    """How sure the sources are."""

    HIGH = "high"
    MEDIUM_HIGH = "medium-high"
    MEDIUM = "medium"
    LOW_MEDIUM = "low-medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a value comes from; `sources` are ids of `Edition.sources`."""

    sources: tuple[str, ...]
    confidence: Confidence
    basis: Basis = Basis.STATED
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sourced[T]:
    """A value with its provenance."""

    value: T
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document the edition was written from."""

    id: str
    title: str
    kind: str
    address: str = ""


class EditionStatus(StrEnum):
    """How much of the year's rules is known."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    OUTLOOK = "outlook"


class Aspect(StrEnum):
    """The two aspects of the index."""

    SPD = "SPD"
    SID = "SID"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of an indicator with the guideline's criterion."""

    level: int
    criterion: str


class Direction(StrEnum):
    """Whether a higher or a lower figure is the better one."""

    HIGHER = "higher"
    LOWER = "lower"


class Formula(StrEnum):
    """How a measured value follows from the raw figures of the years T-1 and T-2."""

    VALUE = "value"
    """The figure itself."""
    LATEST = "latest"
    """The figure of T-1."""
    INCREASE = "increase"
    """T-1 minus T-2."""
    DECREASE = "decrease"
    """T-2 minus T-1."""
    GROWTH_PERCENT = "growth_percent"
    """(T-1 minus T-2) / T-2 × 100."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The figures that give a level, both ends included; None is open."""

    level: int
    min: Decimal | None
    max: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How a figure becomes a level.

    The value is rounded half up to `decimals` (`whole`: only whole numbers are sensible;
    `share`: a part of a whole in percent, so never above 100), then the cuts are tested in
    the order of `tested`; printed cuts may overlap.
    A value on the worse side of all cuts has level 0; one on the better side of all
    cuts is not covered by the guideline and has to be answered as a level.
    """

    unit: str
    direction: Direction
    formula: Formula
    decimals: int
    whole: bool
    cuts: tuple[Cut, ...]
    tested: tuple[int, ...]
    provenance: Provenance
    share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """One of the alternative bases on which benefit can be measured; one is chosen."""

    id: str
    what: str
    measure: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRule:
    """The kinds of papers asked for, and the level that each carries.

    `others`: papers of kinds that have no name here are asked for too. `unnamed` need not name
    the innovation. `as_applied` are of the year of application; `before` are older than a period.
    """

    kinds: tuple[PaperKind, ...]
    others: bool
    levels: tuple[tuple[int, tuple[PaperKind, ...]], ...]
    unnamed: tuple[PaperKind, ...]
    as_applied: tuple[PaperKind, ...]
    before: tuple[tuple[str, tuple[PaperKind, ...]], ...]
    provenance: Provenance

    def level_of(self, kind: PaperKind) -> int | None:
        """The highest level that such a paper carries; None where the rule names none."""
        return max((level for level, kinds in self.levels if kind in kinds), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRule:
    """The proof asked for. Empty `formats` means: the sources do not say.

    `periods` are the years the proof may be from (`T-0`, `T-1`, …) where the printed
    window says so; `window` is the printed text. `papers` None: no kind of paper is asked for.
    """

    documents: tuple[str, ...]
    formats: tuple[str, ...]
    window: str
    periods: tuple[str, ...]
    notes: tuple[str, ...]
    papers: PaperRule | None
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One scoring row. `provenance` holds for its name, variable and aspect."""

    code: str
    number: int
    name: str
    aspect: Aspect
    variable: str
    weight: Sourced[Decimal]
    mandatory: Sourced[bool]
    levels: Sourced[tuple[Level, ...]]
    measure: Measure | None
    bases: tuple[Base, ...]
    components: tuple[str, ...]
    evidence: EvidenceRule
    provenance: Provenance

    @property
    def highest_level(self) -> int:
        """The level beyond which nothing more can be claimed."""
        return max(step.level for step in self.levels.value)

    def criterion(self, level: int) -> str:
        """What the guideline asks for at that level; empty at level 0."""
        return next((step.criterion for step in self.levels.value if step.level == level), "")


class AffairClass(StrEnum):
    """The classes of government affairs (urusan) of UU 23/2014."""

    BASIC = "wajib_pelayanan_dasar"
    OBLIGATORY = "wajib_non_pelayanan_dasar"
    OPTIONAL = "pilihan"
    SUPPORTING = "penunjang"


@dataclass(frozen=True, slots=True)
class Affair:
    """A government affair (urusan) with its class."""

    name: str
    affair_class: AffairClass


@dataclass(frozen=True, slots=True)
class Band:
    """A predicate of the index, from `min` to `max`, both printed with two decimals."""

    name: str
    min: Decimal
    max: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRule:
    """Score for the number of innovations: `weight` × min(n, `cap`)."""

    name: str
    weight: Sourced[Decimal]
    cap: Sourced[int]


@dataclass(frozen=True, slots=True)
class DateWindow:
    """A span of days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """What an innovation must be to be assessed. None: the sources do not say."""

    stages: Sourced[tuple[str, ...]] | None
    applied: Sourced[DateWindow] | None
    min_words: Sourced[int] | None
    max_assessments: Sourced[int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoRule:
    """What the video must be. `max_megabytes` None: the sources do not say."""

    max_minutes: Sourced[int]
    formats: Sourced[tuple[str, ...]]
    links: Sourced[tuple[str, ...]]
    substances: Sourced[tuple[str, ...]]
    max_megabytes: Sourced[int] | None


class FieldKind(StrEnum):
    """What a field of the profile form holds."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    COORDINATES = "coordinates"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileField:
    """One field of the innovation's profile form."""

    id: str
    label: str
    kind: FieldKind
    required: bool
    choices: tuple[str, ...]
    parts: tuple[str, ...]
    formats: tuple[str, ...]
    note: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Maxima:
    """The highest reachable scores, in points."""

    spd: Sourced[Decimal]
    sid: Sourced[Decimal]
    count: Sourced[Decimal]
    total: Sourced[Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The rulebook of one year. `hash` is the SHA-256 of the files it was read from.

    `min_basic_services` None: the rule is not known and is left out of the count score.
    Without SPD indicators the SPD enters as one subtotal of at most `maxima.spd`.
    """

    code: str
    title: str
    status: EditionStatus
    based_on: str
    hash: str
    sources: tuple[Source, ...]
    legal: tuple[Sourced[str], ...]
    periods: tuple[tuple[str, Sourced[int]], ...]
    indicators: tuple[Indicator, ...]
    maxima: Maxima
    min_divisor: Sourced[int]
    rejected_in_divisor: Sourced[bool]
    count: CountRule
    min_basic_services: Sourced[int] | None
    touching_affairs_count: Sourced[bool]
    index_decimals: Sourced[int]
    bands: Sourced[tuple[Band, ...]]
    affairs: Sourced[tuple[Affair, ...]]
    eligibility: Eligibility
    video: VideoRule
    profile: tuple[ProfileField, ...]
    calendar: tuple[Sourced[str], ...]
    gaps: tuple[str, ...]

    @property
    def spd_indicators(self) -> tuple[Indicator, ...]:
        """The region's own rows, in the edition's order; empty in a partial edition."""
        return tuple(i for i in self.indicators if i.aspect is Aspect.SPD)

    @property
    def sid_indicators(self) -> tuple[Indicator, ...]:
        """The rows of each innovation, in the edition's order."""
        return tuple(i for i in self.indicators if i.aspect is Aspect.SID)

    @property
    def basic_affairs(self) -> tuple[str, ...]:
        """Names of the affairs of basic service, in the edition's order."""
        return tuple(a.name for a in self.affairs.value if a.affair_class is AffairClass.BASIC)
