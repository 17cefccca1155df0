"""The index that the ministry gave a government: as recorded here, beside what was published."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256

from pragola.rulebooks import published_results
from pragola.rulebooks.published import RegionResult
from pragola.web.innovations.models import Assessment
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.numbers import figure
from pragola.wording import Language
from pragola.wording.dates import show_date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialIndex:
    """The ministry's index as a coordinator recorded it, with its band, letter and day.

    Without an index nothing is recorded; the others are empty where they are not known.
    """

    index: Decimal | None = None
    band: str = ""
    source: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialYear:
    """What is known of one year: published, recorded here, or both; at least one of them."""

    year: str
    published: RegionResult | None
    recorded: OfficialIndex

    @property
    def index(self) -> Decimal | None:
        """The index that stands: what was published goes before what was recorded."""
        return self.published.index if self.published else self.recorded.index

    @property
    def differs(self) -> bool:
        """Whether both are known and one says something else."""
        ours, theirs = self.recorded, self.published
        if theirs is None or ours.index is None:
            return False
        return ours.index != theirs.index or bool(
            ours.band and theirs.band and ours.band != theirs.band
        )


def official_index_of(assessment: Assessment) -> OfficialIndex:
    """What is recorded of an assessment; no query."""
    told: Mapping[str, Jsonable] = assessment.official
    if told.get("index") is None:
        return OfficialIndex()
    return OfficialIndex(
        index=Decimal(str(told["index"])),
        band=str(told.get("band") or ""),
        source=str(told.get("source") or ""),
        day=date.fromisoformat(str(told["day"])) if told.get("day") else None,
    )


def official_index_as_json(official: OfficialIndex) -> dict[str, Jsonable]:
    """The same as it is kept and logged; empty where nothing is known."""
    if official.index is None:
        return {}
    told: dict[str, Jsonable] = {"index": f"{official.index:f}"}
    told |= {"band": official.band, "source": official.source}
    return told | ({"day": official.day.isoformat()} if official.day else {})


def state_of(official: OfficialIndex) -> str:
    """A short sign that is another one as soon as something else is recorded."""
    told = json.dumps(official_index_as_json(official), sort_keys=True)
    return sha256(told.encode()).hexdigest()[:16]


def recorded_in(assessments: Iterable[Assessment]) -> Mapping[str, OfficialIndex]:
    """What is recorded among assessments of one government, by edition."""
    told = {each.edition: official_index_of(each) for each in assessments}
    return {edition: each for edition, each in told.items() if each.index is not None}


def official_years(
    region_id: str, recorded: Mapping[str, OfficialIndex]
) -> tuple[OfficialYear, ...]:
    """Every year of which the official index is known, published or recorded, by year."""
    published = {
        str(each.year): each
        for each in reversed(published_results().of_region(region_id))
        if each.index is not None
    }
    return tuple(
        OfficialYear(
            year=year,
            published=published.get(year),
            recorded=recorded.get(year, OfficialIndex()),
        )
        for year in sorted({*published, *recorded})
    )


def index_words(official: OfficialIndex, language: Language) -> str:
    """What is recorded in one line, empty where nothing is."""
    if official.index is None:
        return ""
    day = show_date(official.day, language) if official.day else ""
    parts = (figure(official.index, language), official.band, official.source, day)
    return " · ".join(part for part in parts if part)


def published_words(result: RegionResult, language: Language) -> str:
    """What was published in one line, empty where no index was."""
    told = OfficialIndex(index=result.index, band=result.band, source=sources_of(result))
    return index_words(told, language)


def sources_of(result: RegionResult) -> str:
    """Where it was published."""
    titles = {source.id: source.title for source in published_results().sources}
    return "; ".join(titles.get(each, each) for each in result.provenance.sources)
