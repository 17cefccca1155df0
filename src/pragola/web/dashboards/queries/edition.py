"""The guideline of one year as pages: what is set, by which source, what is not known."""

from collections.abc import Iterator
from dataclasses import dataclass

from pragola.scoring.edition import Edition, Indicator, Provenance, Sourced
from pragola.web.dashboards.queries.explanation import mark_of
from pragola.wording import Language
from pragola.wording.edition_words import STATUSES, Shown, say_path, say_provenance, say_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A value of the edition with where it comes from; `mark` is empty where it is stated."""

    label: str
    value: str
    source: str
    mark: str


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
    """An edition: its constants, bands, indicators, gaps and sources."""

    code: str
    title: str
    status: str
    constants: tuple[Line, ...]
    bands: tuple[BandLine, ...]
    bands_source: str
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
    levels_source: str
    notes: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]


def edition_page(edition: Edition, language: Language) -> EditionPage:
    """The page of an edition."""
    return EditionPage(
        code=edition.code,
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
        bands_source=say_provenance(edition.bands.provenance, language),
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
        lines=tuple(_indicator_values(indicator, language)),
        levels=tuple((step.level, step.criterion) for step in indicator.levels.value),
        levels_source=say_provenance(indicator.levels.provenance, language),
        notes=indicator.evidence.notes,
        sources=tuple((source.id, source.title) for source in edition.sources),
    )


def _constants(edition: Edition, language: Language) -> Iterator[Line]:
    maxima, count, rules = edition.maxima, edition.count, edition.eligibility
    yield _sourced("maxima.total", maxima.total, language)
    yield _sourced("maxima.spd", maxima.spd, language)
    yield _sourced("maxima.sid", maxima.sid, language)
    yield _sourced("maxima.count", maxima.count, language)
    yield _sourced("min_divisor", edition.min_divisor, language)
    yield _sourced("rejected_in_divisor", edition.rejected_in_divisor, language)
    yield _sourced("count.weight", count.weight, language)
    yield _sourced("count.cap", count.cap, language)
    yield _sourced("min_basic_services", edition.min_basic_services, language)
    yield _sourced("touching_affairs_count", edition.touching_affairs_count, language)
    yield _sourced("index_decimals", edition.index_decimals, language)
    yield _sourced("eligibility.stages", rules.stages, language)
    yield _sourced("eligibility.applied", rules.applied, language)
    yield _sourced("eligibility.min_words", rules.min_words, language)
    yield _sourced("eligibility.max_assessments", rules.max_assessments, language)
    yield _sourced("video.max_minutes", edition.video.max_minutes, language)
    yield _sourced("video.formats", edition.video.formats, language)


def _sourced[T: Shown](path: str, sourced: Sourced[T] | None, language: Language) -> Line:
    if sourced is None:
        return Line(
            label=say_path(path, language), value=say_value(None, language), source="", mark=""
        )
    return _line(path, sourced.value, sourced.provenance, language)


def _line(path: str, value: Shown, provenance: Provenance, language: Language) -> Line:
    return Line(
        label=say_path(path, language),
        value=say_value(value, language),
        source=say_provenance(provenance, language),
        mark=mark_of(provenance.basis),
    )


def _indicator_line(indicator: Indicator, language: Language) -> IndicatorLine:
    return IndicatorLine(
        code=indicator.code,
        name=indicator.name,
        aspect=indicator.aspect.value,
        weight=say_value(indicator.weight.value, language),
        mandatory=say_value(indicator.mandatory.value, language),
    )


def _indicator_values(indicator: Indicator, language: Language) -> Iterator[Line]:
    evidence = indicator.evidence
    yield _sourced("weight", indicator.weight, language)
    yield _sourced("mandatory", indicator.mandatory, language)
    if indicator.measure:
        yield _line("measure", indicator.measure, indicator.measure.provenance, language)
    for base in indicator.bases:
        yield _line("bases", base, base.measure.provenance, language)
    yield _line("components", indicator.components, indicator.provenance, language)
    for path, value in (
        ("evidence.documents", evidence.documents or None),
        ("evidence.formats", evidence.formats or None),
        ("evidence.window", evidence.window or None),
    ):
        yield _line(path, value, evidence.provenance, language)
