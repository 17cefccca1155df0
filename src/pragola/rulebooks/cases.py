"""Worked examples beside an edition: compact answers with the figures they must give."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pragola.rulebooks.checks import HIGHEST_INDEX, LOWEST_INDEX
from pragola.rulebooks.desk import Desk, Mark
from pragola.rulebooks.fields import (
    Fields,
    Reader,
    choice_of,
    decimal,
    decimal_between,
    list_of,
    matching,
    one_of,
    shown,
    text,
    whole_between,
)
from pragola.rulebooks.measure_reader import MOST_LEVELS
from pragola.rulebooks.nodes import Entries, Node, Text, nodes_of
from pragola.scoring.answers import Answers, Claim, Innovation, Region, Status
from pragola.scoring.edition import Edition
from pragola.scoring.measure import EARLIER, LATEST

CASES_FOLDER = "cases"
_REGION = Region("33.18", "Kabupaten Pati")
_MOST_INNOVATIONS = 2_000
_FAULT_CODE = re.compile(r"[a-z_]+")
_FIGURES = (
    "spd",
    "sid_sum",
    "mean",
    "divisor",
    "counted",
    "count_score",
    "basic_services",
    "total",
    "index",
)

type Expected = tuple[tuple[str, Decimal | str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionCase:
    """A region's answers and figures of their score, by name, each with its written digits."""

    name: str
    mark: Mark
    answers: Answers
    expected: Expected


@dataclass(frozen=True, slots=True, kw_only=True)
class BandCase:
    """An index and the name of the band it lies in."""

    name: str
    mark: Mark
    index: Decimal
    band: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase:
    """A claim for one indicator and the level it gives, or the code of the fault it is."""

    name: str
    mark: Mark
    indicator: str
    claim: Claim
    gives: str


type Case = RegionCase | BandCase | ClaimCase


def cases_of(folder: Path, edition: Edition, desk: Desk) -> tuple[Case, ...]:
    """The cases in an edition's folder, by file name and line; faults go to the desk."""
    found: list[Case] = []
    for file in sorted((folder / CASES_FOLDER).glob("*.yaml")):
        label = f"{CASES_FOLDER}/{file.name}"
        node = nodes_of(file.read_bytes(), file=label, desk=desk)
        if node is not None:
            found += list_of(_case_of(edition))(node, desk)
    return tuple(found)


def _case_of(edition: Edition) -> Reader[Case]:
    def read(node: Node, desk: Desk) -> Case:
        with Fields(node, desk) as fields:
            name = fields.required("name", text)
            keys = {e.key.text for e in node.entries} if isinstance(node, Entries) else set()
            if "index" in keys:
                return _band_case(fields, name)
            if "indicator" in keys:
                return _claim_case(fields, name, edition)
            return _region_case(fields, name, edition)

    return read


def _band_case(fields: Fields, name: str) -> BandCase:
    index = fields.required("index", decimal_between(LOWEST_INDEX, HIGHEST_INDEX))
    with Fields(fields.required("expected", _itself), fields.desk) as expected:
        band = expected.required("band", text)
    return BandCase(name=name, mark=fields.mark, index=index, band=band)


def _claim_case(fields: Fields, name: str, edition: Edition) -> ClaimCase:
    codes = [indicator.code for indicator in edition.indicators]
    indicator = fields.required("indicator", one_of(codes))
    claim = fields.required("claim", _claim)
    with Fields(fields.required("expected", _itself), fields.desk) as expected:
        fault = expected.optional("fault", matching(_FAULT_CODE, "base_missing"), default="")
        gives = fault or str(expected.required("level", whole_between(0, MOST_LEVELS)))
    return ClaimCase(name=name, mark=fields.mark, indicator=indicator, claim=claim, gives=gives)


def _region_case(fields: Fields, name: str, edition: Edition) -> RegionCase:
    spd = [i.code for i in edition.spd_indicators]
    answers = Answers(
        edition=edition.code,
        region=_REGION,
        spd=fields.optional("spd", _claims_in(spd), default={}),
        spd_subtotal=fields.optional("spd_subtotal", decimal, default=None),
        innovations=_numbered(fields.optional("innovations", list_of(_group(edition)), default=())),
    )
    expected = fields.required("expected", _figures)
    return RegionCase(name=name, mark=fields.mark, answers=answers, expected=expected)


def _figures(node: Node, desk: Desk) -> Expected:
    with Fields(node, desk) as fields:
        figures = [(name, fields.optional(name, decimal, default=None)) for name in _FIGURES]
        band = fields.optional("band", text, default="")
        expected = tuple((name, value) for name, value in figures if value is not None)
        return (*expected, ("band", band)) if band else expected


def _group(edition: Edition) -> Reader[tuple[Innovation, ...]]:
    """Equal innovations, spread over so many affairs of basic service."""
    sid = [i.code for i in edition.sid_indicators]
    basic = edition.basic_affairs

    def read(node: Node, desk: Desk) -> tuple[Innovation, ...]:
        with Fields(node, desk) as fields:
            number = fields.required("number", whole_between(1, _MOST_INNOVATIONS))
            services = fields.required("basic_services", whole_between(0, len(basic)))
            status = fields.optional("status", choice_of(Status), default=Status.ACCEPTED)
            claims = fields.required("claims", _claims_in(sid))
        return tuple(
            Innovation(
                id="", affairs=_spread(basic[:services], i, number), status=status, claims=claims
            )
            for i in range(number)
        )

    return read


def _spread(affairs: Sequence[str], position: int, number: int) -> tuple[str, ...]:
    """The affairs of the innovation at that position: together the innovations have them all."""
    dealt = affairs[position::number]
    if dealt or not affairs:
        return tuple(dealt)
    return (affairs[position % len(affairs)],)


def _numbered(groups: Sequence[Sequence[Innovation]]) -> tuple[Innovation, ...]:
    every = (innovation for group in groups for innovation in group)
    return tuple(
        Innovation(id=f"p{i}", affairs=one.affairs, status=one.status, claims=one.claims)
        for i, one in enumerate(every, start=1)
    )


def _claims_in(codes: Sequence[str]) -> Reader[dict[str, Claim]]:
    """`{all: 2, except: {SID-20: 1}}` or single claims by code under `except`."""

    def read(node: Node, desk: Desk) -> dict[str, Claim]:
        nothing: Node = Entries((), node.mark)
        with Fields(node, desk) as fields:
            level = fields.optional("all", whole_between(0, MOST_LEVELS), default=None)
            single = fields.optional("except", _itself, default=nothing)
        every = {} if level is None else {code: Claim(level=level) for code in codes}
        return every | _single_claims(single, codes, desk)

    return read


def _single_claims(node: Node, codes: Sequence[str], desk: Desk) -> dict[str, Claim]:
    if not isinstance(node, Entries):
        desk.fault("not_a_mapping", node.mark, found=shown(node))
        return {}
    code = one_of(codes)
    return {code(entry.key, desk): _claim(entry.value, desk) for entry in node.entries}


def _claim(node: Node, desk: Desk) -> Claim:
    if isinstance(node, Text):
        return Claim(level=whole_between(0, MOST_LEVELS)(node, desk))
    with Fields(node, desk) as fields:
        years = ((year, fields.optional(year, decimal, default=None)) for year in (LATEST, EARLIER))
        return Claim(
            level=fields.optional("level", whole_between(0, MOST_LEVELS), default=None),
            base=fields.optional("base", text, default=None),
            value=fields.optional("value", decimal, default=None),
            periods=tuple((year, figure) for year, figure in years if figure is not None),
        )


def _itself(node: Node, _: Desk) -> Node:
    return node
