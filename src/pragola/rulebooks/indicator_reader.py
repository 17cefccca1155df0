"""Indicators as they stand in `indicators.yaml`."""

import re

from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import (
    Fields,
    Reader,
    choice_of,
    distinct_list_of,
    flag,
    list_of,
    matching,
    positive_decimal,
    text,
    whole_between,
)
from pragola.rulebooks.measure_reader import levels_of, measure_of
from pragola.rulebooks.nodes import Node
from pragola.rulebooks.paper_reader import papers_of, period
from pragola.rulebooks.provenance import provenance_in, sourced
from pragola.scoring.edition import (
    Aspect,
    Base,
    EvidenceRule,
    Indicator,
    Level,
    Provenance,
)

_CODE = re.compile(r"[A-Z]{3}-[0-9]{2}[a-z]?")
_BASE_ID = re.compile(r"[a-z]")
_FORMAT = re.compile(r"[a-z0-9]{2,5}")
_MOST_NUMBER = 99

formats = list_of(matching(_FORMAT, "pdf"), least=0)


def read_indicator(node: Node, desk: Desk) -> Indicator:
    """One scoring row."""
    with Fields(node, desk) as fields:
        own = provenance_in(fields)
        levels = fields.required("levels", sourced(_levels, own))
        highest = len(levels.value)
        measure = measure_of(levels.provenance, highest)
        base = _base_of(levels.provenance, highest)
        bases = distinct_list_of(base, name=lambda b: b.id, code="base_twice")
        indicator = Indicator(
            code=fields.required("code", matching(_CODE, "SID-01")),
            number=fields.required("number", whole_between(1, _MOST_NUMBER)),
            name=fields.required("name", text),
            aspect=fields.required("aspect", choice_of(Aspect)),
            variable=fields.required("variable", text),
            weight=fields.required("weight", sourced(positive_decimal, own)),
            mandatory=fields.required("mandatory", sourced(flag, own)),
            levels=levels,
            measure=fields.optional("measure", measure, default=None),
            bases=fields.optional("bases", bases, default=()),
            components=fields.optional("components", list_of(text), default=()),
            evidence=fields.optional(
                "evidence", _evidence_of(own, highest), default=_no_evidence(own)
            ),
            provenance=own,
        )
        _check(indicator, fields)
        return indicator


def _levels(node: Node, desk: Desk) -> tuple[Level, ...]:
    return tuple(Level(level, text(value, desk)) for level, value in levels_of(node, desk))


def _base_of(inherited: Provenance, highest: int) -> Reader[Base]:
    def read(node: Node, desk: Desk) -> Base:
        with Fields(node, desk) as fields:
            return Base(
                id=fields.required("id", matching(_BASE_ID, "a")),
                what=fields.required("what", text),
                measure=fields.required("measure", measure_of(inherited, highest)),
            )

    return read


def _evidence_of(inherited: Provenance, highest: int) -> Reader[EvidenceRule]:
    def read(node: Node, desk: Desk) -> EvidenceRule:
        with Fields(node, desk) as fields:
            return EvidenceRule(
                documents=fields.optional("documents", list_of(text), default=()),
                formats=fields.optional("formats", formats, default=()),
                window=fields.optional("window", text, default=""),
                periods=fields.optional("periods", list_of(period), default=()),
                notes=fields.optional("notes", list_of(text), default=()),
                papers=fields.optional("papers", papers_of(highest), default=None),
                provenance=provenance_in(fields, inherited),
            )

    return read


def _no_evidence(inherited: Provenance) -> EvidenceRule:
    return EvidenceRule(
        documents=(),
        formats=(),
        window="",
        periods=(),
        notes=(),
        papers=None,
        provenance=inherited,
    )


def _check(indicator: Indicator, fields: Fields) -> None:
    code, desk = indicator.code, fields.desk
    if code and not code.startswith(indicator.aspect.value):
        desk.fault("code_not_of_aspect", fields.mark_of("code"), found=code)
    if indicator.measure and indicator.bases:
        desk.fault("measure_beside_bases", fields.mark_of("bases"), found=code)
