"""The one reader of the merged nodes of an edition."""

import re
from typing import NamedTuple

from pragola.rulebooks.checks import (
    PlacedBand,
    affair_faults,
    band_faults,
    gap_faults,
    status_faults,
    sum_faults,
)
from pragola.rulebooks.desk import Desk, Mark
from pragola.rulebooks.fields import (
    Fields,
    Reader,
    choice_of,
    decimal,
    distinct_list_of,
    flag,
    list_of,
    matching,
    positive_decimal,
    shown,
    text,
    unknown_name,
    whole_between,
)
from pragola.rulebooks.form_reader import read_eligibility, read_profile, read_video
from pragola.rulebooks.indicator_reader import read_indicator
from pragola.rulebooks.nodes import Entries, Node, Text
from pragola.rulebooks.paper_reader import period
from pragola.rulebooks.provenance import provenance_in, read_source, sourced
from pragola.scoring.edition import (
    Affair,
    AffairClass,
    Band,
    CountRule,
    Edition,
    EditionStatus,
    Indicator,
    Maxima,
    Source,
    Sourced,
)

CODE = re.compile(r"[0-9a-z][0-9a-z._-]{0,39}")
_MOST = 999_999
_MOST_DECIMALS = 6
_YEARS = (1900, 2999)


class Gap(NamedTuple):
    """Something the sources do not say; `of` is the path of a value that is null."""

    of: str
    text: str
    mark: Mark


def edition_from(node: Node, desk: Desk, *, based_on: str, digest: str) -> Edition:
    """The edition in the merged nodes; what is faulty is laid on the desk.

    Without `indicators` their file has been found faulty already.
    """
    with Fields(node, desk) as fields:
        bands, decimals = _bands_and_decimals(fields)
        rows = _rows(fields)
        services = sourced(whole_between(0, _MOST))
        before_gaps = desk.number
        gaps = fields.required("gaps", list_of(_gap, least=0))
        gaps_make_sense = desk.number == before_gaps
        edition = Edition(
            code=fields.required("code", matching(CODE, "2026")),
            title=fields.required("title", text),
            status=fields.required("status", choice_of(EditionStatus)),
            based_on=based_on,
            hash=digest,
            sources=fields.required("sources", read_sources),
            legal=fields.required("legal", _told),
            periods=fields.required("periods", _periods),
            indicators=rows.indicators,
            maxima=rows.maxima,
            min_divisor=fields.required("min_divisor", sourced(whole_between(1, _MOST))),
            rejected_in_divisor=fields.required("rejected_in_divisor", sourced(flag)),
            count=rows.count_rule,
            min_basic_services=fields.nullable("min_basic_services", services),
            touching_affairs_count=fields.required("touching_affairs_count", sourced(flag)),
            index_decimals=decimals,
            bands=bands,
            affairs=fields.required("affairs", _affairs),
            eligibility=fields.required("eligibility", read_eligibility),
            video=fields.required("video", read_video),
            profile=fields.required("profile", read_profile),
            calendar=fields.required("calendar", _told),
            gaps=tuple(gap.text for gap in gaps),
        )
        check_citations(edition.sources, desk)
        if gaps_make_sense:
            gap_faults(edition, {gap.of: gap.mark for gap in gaps if gap.of}, fields)
        if rows.make_sense:
            status_faults(edition, fields)
            sum_faults(edition, fields)
        return edition


class _Rows(NamedTuple):
    """What scores; checks over values that did not fit would only repeat their faults."""

    indicators: tuple[Indicator, ...]
    maxima: Maxima
    count_rule: CountRule
    make_sense: bool


def _rows(fields: Fields) -> _Rows:
    before = fields.desk.number
    indicators = fields.optional("indicators", _indicators, default=None)
    maxima = fields.required("maxima", _maxima)
    count = fields.required("count", _count)
    make_sense = indicators is not None and fields.desk.number == before
    return _Rows(indicators or (), maxima, count, make_sense)


def _bands_and_decimals(fields: Fields) -> tuple[Sourced[tuple[Band, ...]], Sourced[int]]:
    before = fields.desk.number
    placed = fields.required("bands", sourced(_placed_bands))
    decimals = fields.required("index_decimals", sourced(whole_between(0, _MOST_DECIMALS)))
    if fields.desk.number == before:
        band_faults(placed.value, decimals.value, fields)
    bands = tuple(one.band for one in placed.value)
    return Sourced(bands, placed.provenance), decimals


def _gap(node: Node, desk: Desk) -> Gap:
    with Fields(node, desk) as fields:
        of = fields.optional("of", text, default="")
        return Gap(of, fields.required("text", text), node.mark)


read_sources = distinct_list_of(read_source, name=lambda source: source.id, code="source_twice")
_indicators = distinct_list_of(
    read_indicator, name=lambda indicator: indicator.code, code="indicator_twice", least=0
)


def _told(node: Node, desk: Desk) -> tuple[Sourced[str], ...]:
    """Texts with their sources: each its own, or that of the section."""
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        return fields.required("entries", list_of(sourced(text, own)))


def _periods(node: Node, desk: Desk) -> tuple[tuple[str, Sourced[int]], ...]:
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        years = fields.required("years", _entries_of)
        year = sourced(whole_between(*_YEARS), own)
        return tuple((period(key, fields.desk), year(value, fields.desk)) for key, value in years)


def _entries_of(node: Node, desk: Desk) -> tuple[tuple[Text, Node], ...]:
    if isinstance(node, Entries):
        return tuple((entry.key, entry.value) for entry in node.entries)
    desk.fault("not_a_mapping", node.mark, found=shown(node))
    return ()


def _maxima(node: Node, desk: Desk) -> Maxima:
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        points = sourced(positive_decimal, own)
        return Maxima(
            spd=fields.required("spd", points),
            sid=fields.required("sid", points),
            count=fields.required("count", points),
            total=fields.required("total", points),
        )


def _count(node: Node, desk: Desk) -> CountRule:
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        return CountRule(
            name=fields.required("name", text),
            weight=fields.required("weight", sourced(positive_decimal, own)),
            cap=fields.required("cap", sourced(whole_between(1, _MOST), own)),
        )


def _band(node: Node, desk: Desk) -> PlacedBand:
    with Fields(node, desk) as fields:
        band = Band(
            fields.required("name", text),
            fields.required("min", decimal),
            fields.required("max", decimal),
        )
        return PlacedBand(band, node.mark)


_placed_bands = distinct_list_of(_band, name=lambda placed: placed.band.name, code="band_twice")


def _affairs(node: Node, desk: Desk) -> Sourced[tuple[Affair, ...]]:
    """The affairs by class, held against the number of each class."""
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        before = desk.number
        numbers = fields.required("numbers", _by_class(whole_between(0, _MOST)))
        names = fields.required("classes", _by_class(list_of(text)))
        affairs = tuple(Affair(name, kind) for kind, listed in names.items() for name in listed)
        if desk.number == before:
            affair_faults(affairs, numbers, fields)
        return Sourced(affairs, own)


def _by_class[T](reader: Reader[T]) -> Reader[dict[AffairClass, T]]:
    def read(node: Node, desk: Desk) -> dict[AffairClass, T]:
        with Fields(node, desk) as fields:
            return {kind: fields.required(kind.value, reader) for kind in AffairClass}

    return read


def check_citations(sources: tuple[Source, ...], desk: Desk) -> None:
    """Lay down every source that a value names but the list does not have."""
    known = [source.id for source in sources]
    for mark, cited in desk.cited:
        if cited not in known:
            unknown_name("source_unknown", Text(cited, mark), known, desk)
