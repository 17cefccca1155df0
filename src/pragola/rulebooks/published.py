"""Results that were published, national and of single regions, as recorded in `results.yaml`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pragola.scoring.edition import Provenance, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ByClass:
    """Numbers of governments by class; None: not published."""

    total: int | None = None
    provinsi: int | None = None
    kabupaten: int | None = None
    kota: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedNumber:
    """A published number under its name: a stage, a class of award."""

    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BandCount:
    """How many governments were in a band."""

    band: str
    regions: ByClass


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalResult:
    """One published statement on a year; a year may have several, which may contradict.

    `of` is the number of governments that there were; `day` the day of a count before the end.
    """

    year: int
    day: date | None
    decree: str
    participants: ByClass
    of: ByClass
    innovations: int | None
    average_index: Decimal | None
    bands: tuple[BandCount, ...]
    stages: tuple[NamedNumber, ...]
    affairs: tuple[NamedNumber, ...]
    awards: tuple[NamedNumber, ...]
    nominees: tuple[NamedNumber, ...]
    measured_by: tuple[str, ...]
    remarks: tuple[str, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionResult:
    """One published statement on a region. `index` and `band` are empty where not published."""

    code: str
    name: str
    year: int
    index: Decimal | None
    band: str
    innovations: int | None
    remarks: tuple[str, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedResults:
    """All that is recorded, each with its sources and confidence."""

    sources: tuple[Source, ...]
    national: tuple[NationalResult, ...]
    regions: tuple[RegionResult, ...]

    def of_region(self, code: str) -> tuple[RegionResult, ...]:
        """What was published of one region, by year."""
        return tuple(result for result in self.regions if result.code == code)

    def of_year(self, year: int) -> tuple[NationalResult, ...]:
        """What was published of the nation in one year."""
        return tuple(result for result in self.national if result.year == year)
