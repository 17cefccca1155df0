"""The guideline of one year as pages: what is set, by which source, what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pragola.rulebooks import edition_codes
from pragola.scoring.edition import DateWindow, Edition, Indicator, Provenance, Sourced
from pragola.web.shared.provenance import Rest, rest_of
from pragola.wording import Language
from pragola.wording.dates import show_date
from pragola.wording.edition_words import STATUSES, Shown, say_path, say_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A value of the edition with what it rests on; None where it is not known."""

    label: str
    value: str
    rest: Rest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BandLine:
    """A band with its limits."""

    name: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """An indicator in the list."""

    code: str
    name: str
    aspect: str
    weight: str
    mandatory: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPage:
    """An edition: its constants, bands, indicators, gaps and sources; `codes` are all editions."""

    code: str
    codes: tuple[str, ...]
    title: str
    status: str
    constants: tuple[Line, ...]
    bands: tuple[BandLine, ...]
    bands_rest: Rest
    indicators: tuple[IndicatorLine, ...]
    gaps: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """An indicator: weight, criteria, how it is measured, and the proof asked for."""

    edition: str
    code: str
    name: str
    variable: str
    lines: tuple[Line, ...]
    levels: tuple[tuple[int, str], ...]
    levels_rest: Rest
    notes: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


def edition_page(edition: Edition, language: Language) -> EditionPage:
    """The page of an edition."""
    return EditionPage(
        code=edition.code,
        codes=edition_codes(),
        title=edition.title,
        status=STATUSES[edition.status].text(language),
        constants=tuple(_constants(edition, language)),
        bands=tuple(
            BandLine(
                name=band.name,
                first=say_value(band.min, language),
                last=say_value(band.max, language),
            )
            for band in edition.bands.value
        ),
        bands_rest=rest_of(edition, edition.bands.provenance, language),
        indicators=tuple(_indicator_line(i, language) for i in edition.indicators),
        gaps=edition.gaps,
        sources=tuple((source.id, source.title) for source in edition.sources),
    )


def indicator_page(edition: Edition, code: str, language: Language) -> IndicatorPage | None:
    """The page of an indicator; None where the edition has none of that code."""
    found = [indicator for indicator in edition.indicators if indicator.code == code]
    if not found:
        return None
    indicator = found[0]
    return IndicatorPage(
        edition=edition.code,
        code=indicator.code,
        name=indicator.name,
        variable=indicator.variable,
        lines=tuple(_indicator_values(edition, indicator, language)),
        levels=tuple((step.level, step.criterion) for step in indicator.levels.value),
        levels_rest=rest_of(edition, indicator.levels.provenance, language),
        notes=indicator.evidence.notes,
        sources=tuple((source.id, source.title) for source in edition.sources),
    )


def _constants(edition: Edition, language: Language) -> Iterator[Line]:
    maxima, count, rules = edition.maxima, edition.count, edition.eligibility
    values: tuple[tuple[str, Sourced[Any] | None], ...] = (
        ("maxima.total", maxima.total),
        ("maxima.spd", maxima.spd),
        ("maxima.sid", maxima.sid),
        ("maxima.count", maxima.count),
        ("min_divisor", edition.min_divisor),
        ("rejected_in_divisor", edition.rejected_in_divisor),
        ("count.weight", count.weight),
        ("count.cap", count.cap),
        ("min_basic_services", edition.min_basic_services),
        ("touching_affairs_count", edition.touching_affairs_count),
        ("index_decimals", edition.index_decimals),
        ("eligibility.stages", rules.stages),
        ("eligibility.applied", rules.applied),
        ("eligibility.min_words", rules.min_words),
        ("eligibility.max_assessments", rules.max_assessments),
        ("video.max_minutes", edition.video.max_minutes),
        ("video.formats", edition.video.formats),
    )
    for path, sourced in values:
        value = sourced.value if sourced else None
        provenance = sourced.provenance if sourced else None
        yield _line(edition, path, value, provenance, language)


def _line(
    edition: Edition, path: str, value: Shown, provenance: Provenance | None, language: Language
) -> Line:
    return Line(
        label=say_path(path, language),
        value=_say(value, language),
        rest=rest_of(edition, provenance, language) if provenance else None,
    )


def _say(value: Shown, language: Language) -> str:
    if isinstance(value, DateWindow):
        return f"{show_date(value.first, language)} – {show_date(value.last, language)}"
    return say_value(value, language)


def _indicator_line(indicator: Indicator, language: Language) -> IndicatorLine:
    return IndicatorLine(
        code=indicator.code,
        name=indicator.name,
        aspect=indicator.aspect.value,
        weight=say_value(indicator.weight.value, language),
        mandatory=say_value(indicator.mandatory.value, language),
    )


def _indicator_values(edition: Edition, indicator: Indicator, language: Language) -> Iterator[Line]:
    evidence, measure = indicator.evidence, indicator.measure
    values: list[tuple[str, Shown, Provenance]] = [
        ("weight", indicator.weight.value, indicator.weight.provenance),
        ("mandatory", indicator.mandatory.value, indicator.mandatory.provenance),
    ]
    if measure:
        values.append(("measure", measure, measure.provenance))
    values += [("bases", base, base.measure.provenance) for base in indicator.bases]
    if indicator.components:
        values.append(("components", indicator.components, indicator.provenance))
    values += [
        ("evidence.documents", evidence.documents or None, evidence.provenance),
        ("evidence.formats", evidence.formats or None, evidence.provenance),
        ("evidence.window", evidence.window or None, evidence.provenance),
    ]
    if evidence.papers:
        values.append(("evidence.papers", evidence.papers.kinds, evidence.papers.provenance))
        values += [
            (f"evidence.papers.levels.{level}", kinds, evidence.papers.provenance)
            for level, kinds in evidence.papers.levels
        ]
    for path, value, provenance in values:
        yield _line(edition, path, value, provenance, language)
