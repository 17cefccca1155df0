"""What was claimed, what verdicts have of it and what the ministry found, entry by entry."""

from dataclasses import dataclass

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import STANDING, Assessment, Entry
from pragola.web.innovations.official_index import (
    index_words,
    official_index_of,
    official_years,
    published_words,
    recorded_in,
    state_of,
)
from pragola.web.innovations.official_values import Official, official_of, official_points
from pragola.web.innovations.queries.scores import points_of, verified_points
from pragola.web.shared.numbers import figure
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreePoints:
    """An entry's points on three sides; empty where a side is not known."""

    entry: int
    title: str
    unit: str
    claimed: str
    verified: str
    official: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionIndex:
    """A government's official index in words, as recorded and as published, empty where not known.

    `state` names what is recorded, to be sent back with a change.
    """

    recorded: str
    published: str
    differs: bool
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelField:
    """An indicator with its three levels; None where a side is not known."""

    code: str
    name: str
    claimed: int
    verified: int | None
    official: int | None
    choices: tuple[int, ...]


def three_points_of(assessment: Assessment, language: Language) -> tuple[ThreePoints, ...]:
    """All entries of an assessment by title; two queries."""
    edition = load_edition(assessment.edition)
    entries = (
        Entry.objects.filter(assessment=assessment)
        .select_related("innovation__unit", "assessment")
        .prefetch_related("claims")
        .order_by("innovation__title", "pk")
    )
    found = []
    for entry in entries:
        rows = entry.claims.all()
        judged = any(row.judged in STANDING for row in rows)
        found.append(
            ThreePoints(
                entry=entry.pk,
                title=entry.innovation.title,
                unit=entry.innovation.unit.name,
                claimed=figure(points_of(edition, entry, rows).score, language),
                verified=figure(verified_points(edition, entry, rows), language) if judged else "",
                official=official_points(entry, language),
                source=official_of(entry).source,
            )
        )
    return tuple(found)


def region_index_of(assessment: Assessment, language: Language) -> RegionIndex:
    """The official index of an assessment's government, no query."""
    recorded = official_index_of(assessment)
    years = official_years(assessment.region_id, recorded_in([assessment]))
    known = next((each for each in years if each.year == assessment.edition), None)
    published = known.published if known else None
    return RegionIndex(
        recorded=index_words(recorded, language),
        published=published_words(published, language) if published else "",
        differs=known is not None and known.differs,
        state=state_of(recorded),
    )


def level_fields(entry: Entry, official: Official) -> tuple[LevelField, ...]:
    """The indicators of an entry with their three levels; one query."""
    edition = load_edition(entry.assessment.edition)
    rows = {row.indicator: row for row in entry.claims.all()}
    claimed = {
        row.indicator.code: row.level for row in points_of(edition, entry, rows.values()).rows
    }
    return tuple(
        LevelField(
            code=each.code,
            name=each.name,
            claimed=claimed.get(each.code, 0),
            verified=rows[each.code].accepted_level if each.code in rows else None,
            official=official.levels.get(each.code),
            choices=tuple(range(each.highest_level + 1)),
        )
        for each in edition.sid_indicators
    )
