"""A region's own file over the usual efforts: its figures, its hands, its calendar, its choices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pragola.planning.catalogue.catalogue import Template
from pragola.planning.catalogue.reading import (
    WorkFaultyError,
    calendar_days,
    effort,
    percent,
    templates_of,
)
from pragola.planning.work import Capacity, Override, Step
from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import Fields, Reader, day, flag, list_of, one_of, text, whole_between
from pragola.rulebooks.nodes import Node, nodes_of
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition

_level = whole_between(1, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnChance:
    """The percent of claims accepted: for one claim, an innovation, a unit or an indicator."""

    percent: int
    innovation: str | None = None
    unit: str | None = None
    indicator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProof:
    """Claims that rest on one proof and stand or fall with it; `percent` that it stands."""

    id: str
    percent: int
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWork:
    """What a region says of its own work. What it does not say stays as usual."""

    start: date | None = None
    end: date | None = None
    overrides: tuple[Override, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    templates: tuple[Template, ...] = ()
    without: tuple[str, ...] = ()
    accepted: tuple[OwnChance, ...] = ()
    turned_down: Mapping[str, int] = field(default_factory=dict)
    shared: tuple[SharedProof, ...] = ()


def no_own_work() -> OwnWork:
    """A region that says nothing of its own."""
    return OwnWork()


def read_own_work(content: bytes, name: str, *, edition: Edition, answers: Answers) -> OwnWork:
    """The region's file. Raises WorkFaultyError with every fault, each with its line."""
    desk = Desk()
    node = nodes_of(content, file=name, desk=desk)
    own = _Reading(edition, answers).work(node, desk) if node is not None else None
    if own is None or desk.number:
        raise WorkFaultyError(*desk.faults)
    return own


class _Reading:
    """Knows which codes, units and innovations there are."""

    def __init__(self, edition: Edition, answers: Answers) -> None:
        units = (i.profile.unit for i in answers.innovations)
        self._codes = [indicator.code for indicator in edition.indicators]
        self._ids = [innovation.id for innovation in answers.innovations]
        self._code = one_of(self._codes)
        self._unit = one_of(sorted({unit for unit in units if unit}))
        self._innovation = one_of(self._ids)

    def work(self, node: Node, desk: Desk) -> OwnWork:
        """All that the file says."""
        templates = templates_of(self._codes, ids=self._ids)
        with Fields(node, desk) as fields:
            nobody: tuple[tuple[str, int], ...] = ()
            turned_down = fields.optional("turned_down", list_of(self._turned_down), default=nobody)
            return OwnWork(
                start=_optional(fields, "start", day),
                end=_optional(fields, "end", day),
                overrides=fields.optional("steps", list_of(self._step), default=()),
                capacities=fields.optional("capacities", list_of(self._capacity), default=()),
                templates=fields.optional("collectives", templates, default=()),
                without=fields.optional("without", list_of(text), default=()),
                accepted=fields.optional("accepted", list_of(self._chance), default=()),
                turned_down=dict(turned_down),
                shared=fields.optional("shared", list_of(self._shared), default=()),
            )

    def _step(self, node: Node, desk: Desk) -> Override:
        with Fields(node, desk) as fields:
            past = fields.optional("past", flag, default=False)
            days = fields.optional("days", calendar_days, default=0)
            step = Step(
                effort=None if past else fields.required("effort", effort),
                days=days,
                due=_optional(fields, "due", day),
            )
            return Override(
                indicator=fields.required("indicator", self._code),
                level=fields.required("level", _level),
                step=step,
                innovation=_optional(fields, "innovation", self._innovation),
                unit=_optional(fields, "unit", self._unit),
            )

    def _capacity(self, node: Node, desk: Desk) -> Capacity:
        with Fields(node, desk) as fields:
            return Capacity(
                unit=_optional(fields, "unit", self._unit),
                days=fields.required("effort", effort),
                until=_optional(fields, "until", day),
            )

    def _chance(self, node: Node, desk: Desk) -> OwnChance:
        with Fields(node, desk) as fields:
            return OwnChance(
                percent=fields.required("percent", percent),
                innovation=_optional(fields, "innovation", self._innovation),
                unit=_optional(fields, "unit", self._unit),
                indicator=_optional(fields, "indicator", self._code),
            )

    def _turned_down(self, node: Node, desk: Desk) -> tuple[str, int]:
        with Fields(node, desk) as fields:
            return fields.required("innovation", self._innovation), fields.required(
                "percent", percent
            )

    def _shared(self, node: Node, desk: Desk) -> SharedProof:
        with Fields(node, desk) as fields:
            return SharedProof(
                id=fields.required("id", text),
                percent=fields.required("percent", percent),
                rows=fields.required("rows", list_of(self._row)),
            )

    def _row(self, node: Node, desk: Desk) -> tuple[str, str]:
        with Fields(node, desk) as fields:
            return fields.required("innovation", self._innovation), fields.required(
                "indicator", self._code
            )


def _optional[T](fields: Fields, key: str, reader: Callable[[Node, Desk], T]) -> T | None:
    def read(node: Node, desk: Desk) -> T | None:
        return reader(node, desk)

    some: Reader[T | None] = read
    return fields.optional(key, some, default=None)
