"""What inspection tells: findings with their place and what was measured."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pragola.scoring.faults import Facts


class Severity(StrEnum):
    """How much a finding matters to whoever judges the file."""

    BLOCKS = "blocks"
    """Nobody can judge this file; another one is needed."""
    DOUBTFUL = "doubtful"
    """It may be refused; a person should look."""
    GOOD = "good"
    """Something that is asked for was found."""
    INFO = "info"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page or picture, as shares 0 to 1000 of its width and height."""

    left: int
    top: int
    right: int
    bottom: int


WHOLE = 1000
"""Shares of a page's or picture's width and height: what lies at its right and lower edge."""


def share(at: float, whole: float) -> int:
    """A point along a side as its share of it; what lies outside is taken to the edge."""
    return min(WHOLE, max(0, round(WHOLE * at / whole))) if whole > 0 else 0


def around(regions: Iterable[Region | None]) -> Region | None:
    """The smallest region that holds all of these; None where none is known."""
    known = [each for each in regions if each is not None]
    if not known:
        return None
    return Region(
        left=min(each.left for each in known),
        top=min(each.top for each in known),
        right=max(each.right for each in known),
        bottom=max(each.bottom for each in known),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding was made: `page` counts from 1, `second` from the start of a video."""

    page: int | None = None
    second: int | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one of a finding's facts, by its name, was read."""

    fact: str
    page: int
    region: Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found. It never changes a level: people decide.

    `facts` are the measured values, and `wording.say` makes the sentence of code and facts.
    `check` is the name of the check that made it, a key of `pragola.inspection.checks.CHECKS`.
    `spots` tell of single facts where they stand, where these stand in several places.
    """

    code: str
    severity: Severity
    check: str
    place: Place = Place()
    facts: Facts = ()
    spots: tuple[Spot, ...] = ()
