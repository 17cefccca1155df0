"""Reads `results.yaml` as strictly as an edition."""

import re
from functools import cache
from pathlib import Path

from pragola.rulebooks.checks import HIGHEST_INDEX, LOWEST_INDEX
from pragola.rulebooks.desk import Desk
from pragola.rulebooks.edition_reader import check_citations, read_sources
from pragola.rulebooks.fields import (
    Fields,
    day,
    decimal_between,
    list_of,
    matching,
    shown,
    text,
    whole_between,
)
from pragola.rulebooks.nodes import Entries, Node, nodes_of
from pragola.rulebooks.provenance import provenance_in
from pragola.rulebooks.published import (
    BandCount,
    ByClass,
    NamedNumber,
    NationalResult,
    PublishedResults,
    RegionResult,
)
from pragola.scoring.faults import PragolaError

RESULTS_FILE = Path(__file__).parent / "results.yaml"
_REGION_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
_NOT_PUBLISHED = ByClass()
_year = whole_between(1900, 2999)
_number = whole_between(0, 999_999_999)
_index = decimal_between(LOWEST_INDEX, HIGHEST_INDEX)


class ResultsFaultyError(PragolaError):
    """Published results with faults; carries all of them."""


@cache
def published_results() -> PublishedResults:
    """The results we have recorded."""
    return read_results(RESULTS_FILE)


def read_results(path: Path) -> PublishedResults:
    """The results in a file. Raises ResultsFaultyError with all faults."""
    desk = Desk()
    node = nodes_of(path.read_bytes(), file=path.name, desk=desk)
    results = _results(node, desk) if node is not None else None
    if results is None or desk.number:
        raise ResultsFaultyError(*desk.faults)
    return results


def _results(node: Node, desk: Desk) -> PublishedResults:
    with Fields(node, desk) as fields:
        results = PublishedResults(
            sources=fields.required("sources", read_sources),
            national=fields.required("national", list_of(_national)),
            regions=fields.required("regions", list_of(_region)),
        )
        check_citations(results.sources, desk)
        return results


def _national(node: Node, desk: Desk) -> NationalResult:
    with Fields(node, desk) as fields:
        return NationalResult(
            year=fields.required("year", _year),
            day=fields.optional("day", day, default=None),
            decree=fields.optional("decree", text, default=""),
            participants=fields.optional("participants", _by_class, default=_NOT_PUBLISHED),
            of=fields.optional("of", _by_class, default=_NOT_PUBLISHED),
            innovations=fields.optional("innovations", _number, default=None),
            average_index=fields.optional("average_index", _index, default=None),
            bands=fields.optional("bands", list_of(_band), default=()),
            stages=fields.optional("stages", _named_numbers, default=()),
            affairs=fields.optional("affairs", _named_numbers, default=()),
            awards=fields.optional("awards", _named_numbers, default=()),
            nominees=fields.optional("nominees", _named_numbers, default=()),
            measured_by=fields.optional("measured_by", list_of(text), default=()),
            remarks=fields.optional("remarks", list_of(text), default=()),
            provenance=provenance_in(fields),
        )


def _region(node: Node, desk: Desk) -> RegionResult:
    with Fields(node, desk) as fields:
        return RegionResult(
            code=fields.required("code", matching(_REGION_CODE, "33.18")),
            name=fields.required("name", text),
            year=fields.required("year", _year),
            index=fields.optional("index", _index, default=None),
            band=fields.optional("band", text, default=""),
            innovations=fields.optional("innovations", _number, default=None),
            remarks=fields.optional("remarks", list_of(text), default=()),
            provenance=provenance_in(fields),
        )


def _by_class(node: Node, desk: Desk) -> ByClass:
    with Fields(node, desk) as fields:
        return ByClass(
            total=fields.optional("total", _number, default=None),
            provinsi=fields.optional("provinsi", _number, default=None),
            kabupaten=fields.optional("kabupaten", _number, default=None),
            kota=fields.optional("kota", _number, default=None),
        )


def _band(node: Node, desk: Desk) -> BandCount:
    with Fields(node, desk) as fields:
        return BandCount(
            band=fields.required("band", text), regions=fields.required("regions", _by_class)
        )


def _named_numbers(node: Node, desk: Desk) -> tuple[NamedNumber, ...]:
    if not isinstance(node, Entries):
        desk.fault("not_a_mapping", node.mark, found=shown(node))
        return ()
    return tuple(
        NamedNumber(name=text(entry.key, desk), number=_number(entry.value, desk))
        for entry in node.entries
    )
