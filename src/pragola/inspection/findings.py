"""What inspection tells: findings with their place and what was measured."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding was made: `page` counts from 1, `second` from the start of a video."""

    page: int | None = None
    second: int | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found. It never changes a level: people decide.

    `facts` are the measured values, and `wording.say` makes the sentence of code and facts.
    `check` is the name of the check that made it, a key of `pragola.inspection.checks.CHECKS`.
    """

    code: str
    severity: Severity
    check: str
    place: Place = Place()
    facts: Facts = ()
