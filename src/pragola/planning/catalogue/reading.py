"""Reads the catalogues as strictly as the editions."""

from decimal import Decimal
from functools import cache
from pathlib import Path

from pragola.planning.catalogue.catalogue import Catalogue, Seen, Template, TemplateLift
from pragola.planning.work import Step, Waiting
from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import (
    Fields,
    Reader,
    choice_of,
    decimal_between,
    distinct_list_of,
    flag,
    list_of,
    one_of,
    shown,
    text,
    unknown_name,
    whole_between,
)
from pragola.rulebooks.nodes import Entries, Node, nodes_of
from pragola.scoring.edition import Basis, Confidence, Edition
from pragola.scoring.faults import PragolaError

OTHERWISE = "otherwise"
_FOLDER = Path(__file__).parent
_MOST_DAYS = 2_000
effort = decimal_between(Decimal(0), Decimal(10_000))
calendar_days = whole_between(0, _MOST_DAYS)
percent = whole_between(0, 100)
_level = whole_between(1, 9)


class WorkFaultyError(PragolaError):
    """A file of efforts with faults; carries all of them."""


def load_catalogue(edition: Edition) -> Catalogue:
    """The usual efforts of the edition, or of the one that it is based on."""
    own = (_FOLDER / f"{edition.code}.yaml").exists()
    return _load(edition, edition.code if own else edition.based_on)


@cache
def _load(edition: Edition, code: str) -> Catalogue:
    path = _FOLDER / f"{code}.yaml"
    return read_catalogue(path.read_bytes(), path.name, edition)


def read_catalogue(content: bytes, name: str, edition: Edition) -> Catalogue:
    """The catalogue in `content`. Raises WorkFaultyError with all faults."""
    desk = Desk()
    node = nodes_of(content, file=name, desk=desk)
    catalogue = _catalogue(edition)(node, desk) if node is not None else None
    if catalogue is None or desk.number:
        raise WorkFaultyError(*desk.faults)
    return catalogue


def _catalogue(edition: Edition) -> Reader[Catalogue]:
    codes = [indicator.code for indicator in edition.indicators]

    def read(node: Node, desk: Desk) -> Catalogue:
        with Fields(node, desk) as fields:
            code = fields.required("edition", text)
            fields.required("basis", choice_of(Basis))
            fields.required("confidence", choice_of(Confidence))
            told = fields.required("steps", _by_code(_levels(), codes))
            findings = fields.required("findings", _by_code(percent, [*Seen]))
            return Catalogue(
                edition=code,
                note=fields.required("note", text),
                entering=fields.required("entering", _entering),
                turned_down=fields.required("turned_down", percent),
                steps={
                    (indicator, level): step
                    for indicator, levels in told.items()
                    for level, (step, _) in levels.items()
                },
                past={
                    (indicator, level): why
                    for indicator, levels in told.items()
                    for level, (_, why) in levels.items()
                    if why
                },
                waiting=fields.optional("waiting", list_of(_waiting(codes)), default=()),
                templates=fields.optional("collectives", templates_of(codes), default=()),
                accepted=fields.required("accepted", _by_code(percent, [*codes, OTHERWISE])),
                findings={Seen(name): share for name, share in findings.items()},
            )

    return read


def templates_of(codes: list[str], *, ids: list[str] | None = None) -> Reader[tuple[Template, ...]]:
    """A list of collective actions, each with an id of its own."""
    return distinct_list_of(_template(codes, ids), name=lambda t: t.id, code="key_twice")


def _template(codes: list[str], ids: list[str] | None) -> Reader[Template]:
    def read(node: Node, desk: Desk) -> Template:
        with Fields(node, desk) as fields:
            nothing: tuple[str, ...] = ()
            on = (
                nothing
                if ids is None
                else fields.optional("on", list_of(one_of(ids)), default=nothing)
            )
            return Template(
                id=fields.required("id", text),
                titles=fields.required("title", _titles),
                effort=fields.required("effort", effort),
                days=fields.optional("days", calendar_days, default=0),
                lifts=fields.required("lifts", list_of(_lift(codes))),
                needs=fields.optional("needs", list_of(text), default=nothing),
                on=on or None,
                unit=fields.optional("unit", text, default="") or None,
                accepted=fields.optional("accepted", _some_percent, default=None),
            )

    return read


def _lift(codes: list[str]) -> Reader[TemplateLift]:
    def read(node: Node, desk: Desk) -> TemplateLift:
        with Fields(node, desk) as fields:
            return TemplateLift(
                indicator=fields.required("indicator", one_of(codes)),
                level=fields.required("level", _level),
                from_level=fields.optional("from", _level, default=0),
            )

    return read


def _some_percent(node: Node, desk: Desk) -> int | None:
    return percent(node, desk)


def _titles(node: Node, desk: Desk) -> dict[str, str]:
    with Fields(node, desk) as fields:
        indonesian = fields.required("id", text)
        return {"id": indonesian, "en": fields.optional("en", text, default=indonesian)}


def _entering(node: Node, desk: Desk) -> Step:
    with Fields(node, desk) as fields:
        return Step(
            effort=fields.required("effort", effort),
            days=fields.optional("days", calendar_days, default=0),
        )


def _step(node: Node, desk: Desk) -> tuple[Step, str]:
    """The step, and why it cannot be made up where that is so."""
    with Fields(node, desk) as fields:
        if fields.optional("past", flag, default=False):
            return Step(effort=None), fields.required("why", text)
        step = Step(
            effort=fields.required("effort", effort),
            days=fields.optional("days", calendar_days, default=0),
        )
        return step, ""


def _levels() -> Reader[dict[int, tuple[Step, str]]]:
    def read(node: Node, desk: Desk) -> dict[int, tuple[Step, str]]:
        if not isinstance(node, Entries):
            desk.fault("not_a_mapping", node.mark, found=shown(node))
            return {}
        return {_level(e.key, desk): _step(e.value, desk) for e in node.entries}

    return read


def _waiting(codes: list[str]) -> Reader[Waiting]:
    def read(node: Node, desk: Desk) -> Waiting:
        with Fields(node, desk) as fields:
            fields.optional("why", text, default="")
            return Waiting(
                indicator=fields.required("indicator", one_of(codes)),
                level=fields.required("level", _level),
                for_indicator=fields.required("for", one_of(codes)),
                for_level=fields.required("for_level", _level),
            )

    return read


def _by_code[T](reader: Reader[T], known: list[str]) -> Reader[dict[str, T]]:
    def read(node: Node, desk: Desk) -> dict[str, T]:
        if not isinstance(node, Entries):
            desk.fault("not_a_mapping", node.mark, found=shown(node))
            return {}
        for entry in node.entries:
            if entry.key.text not in known:
                unknown_name("key_unknown", entry.key, known, desk)
        return {
            entry.key.text: reader(entry.value, desk)
            for entry in node.entries
            if entry.key.text in known
        }

    return read
