"""The invented innovations: what they are called, what they are for, whose they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from pragola.demonstration.own_files import by_name, read_own_file
from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import Fields, choice_of, list_of, text, whole_between
from pragola.rulebooks.nodes import Node
from pragola.scoring.answers import Status

INVENTED = "(rekaan)"
"""Stands at the end of every title, so that no file or page can lose it."""

_FILES = ("puskesmas.yaml", "kecamatan.yaml", "agencies.yaml")
_YEAR = whole_between(2000, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """How an innovation enters one assessment, where that is out of the ordinary."""

    status: Status
    stage: str | None
    words: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InventedInnovation:
    """One invented innovation over the years.

    `unit` is a unit's code. `strength` is 0 to 100, how far it has come; `since` and
    `renewed` are the years of its first use and of its latest development; `earlier`
    counts assessments before the first one in `entries`, which are by edition.
    """

    id: str
    title: str
    purpose: str
    unit: str
    affairs: tuple[str, ...]
    strength: int
    since: int
    renewed: int | None
    earlier: int
    entries: Mapping[str, Entered]


@cache
def portfolio() -> tuple[InventedInnovation, ...]:
    """All invented innovations, by id."""
    read = (read_own_file(f"innovations/{name}", list_of(_innovation)) for name in _FILES)
    return tuple(sorted(chain(*read), key=lambda innovation: innovation.id))


def _innovation(node: Node, desk: Desk) -> InventedInnovation:
    with Fields(node, desk) as fields:
        return InventedInnovation(
            id=fields.required("id", text),
            title=f"{fields.required('title', text)} {INVENTED}",
            purpose=fields.required("purpose", text),
            unit=fields.required("unit", text),
            affairs=fields.required("affairs", list_of(text)),
            strength=fields.required("strength", whole_between(0, 100)),
            since=fields.required("since", _YEAR),
            renewed=fields.optional("renewed", _YEAR, default=0) or None,
            earlier=fields.optional("earlier", whole_between(1, 9), default=0),
            entries=fields.required("entries", by_name(_entered)),
        )


def _entered(node: Node, desk: Desk) -> Entered:
    with Fields(node, desk) as fields:
        return Entered(
            status=fields.optional("status", choice_of(Status), default=Status.ACCEPTED),
            stage=fields.optional("stage", text, default="") or None,
            words=fields.optional("words", whole_between(1, 9_999), default=0) or None,
        )
