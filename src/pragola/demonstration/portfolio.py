"""The invented innovations: what they are called, what they are for, whose they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pragola.demonstration.own_files import Fields, items_of, mapping_of, read_own_file
from pragola.scoring.answers import Status

INVENTED = "(rekaan)"
"""Stands at the end of every title, so that no file or page can lose it."""

_FILES = ("puskesmas.yaml", "kecamatan.yaml", "agencies.yaml")


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
    read = (
        _innovation(node, place=name)
        for name in _FILES
        for node in items_of(read_own_file(f"innovations/{name}"), place=name)
    )
    return tuple(sorted(read, key=lambda innovation: innovation.id))


def _innovation(node: object, *, place: str) -> InventedInnovation:
    with Fields(node, place=place) as fields:
        renewed = fields.optional_text("renewed")
        return InventedInnovation(
            id=fields.text("id"),
            title=f"{fields.text('title')} {INVENTED}",
            purpose=fields.text("purpose"),
            unit=fields.text("unit"),
            affairs=fields.texts("affairs"),
            strength=int(fields.text("strength")),
            since=int(fields.text("since")),
            renewed=int(renewed) if renewed else None,
            earlier=int(fields.optional_text("earlier") or 0),
            entries={
                edition: _entered(entry, place=place)
                for edition, entry in mapping_of(fields.node("entries"))
            },
        )


def _entered(node: object, *, place: str) -> Entered:
    with Fields(node, place=place) as fields:
        words = fields.optional_text("words")
        return Entered(
            status=Status(fields.optional_text("status") or Status.ACCEPTED),
            stage=fields.optional_text("stage"),
            words=int(words) if words else None,
        )
