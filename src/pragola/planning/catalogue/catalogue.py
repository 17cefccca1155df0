"""The usual efforts of an edition, as values. They are ours, and marked so in their files."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pragola.planning.work import Step, Waiting


class Seen(StrEnum):
    """What inspection saw at worst in the proofs of a claim."""

    BLOCKS = "blocks"
    DOUBTFUL = "doubtful"
    GOOD = "good"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLift:
    """What a collective action does to every entry: one indicator, from one level to another."""

    indicator: str
    level: int
    from_level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A collective action for any number of entries. `titles` are by language.

    `on` names the entries; None is all that are or could be reported. `accepted` is the percent
    with which its proof is accepted for all of them; None as for a claim that it lifts.
    """

    id: str
    titles: Mapping[str, str]
    effort: Decimal
    days: int
    lifts: tuple[TemplateLift, ...]
    needs: tuple[str, ...] = ()
    on: tuple[str, ...] | None = None
    unit: str | None = None
    accepted: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What raising claims usually takes, and how often they are accepted.

    `past` tells why a step cannot be made up. `accepted` are percents by indicator with one for
    all others; `turned_down` is the percent of entries that are rejected.
    """

    edition: str
    note: str
    entering: Step
    steps: Mapping[tuple[str, int], Step]
    past: Mapping[tuple[str, int], str]
    waiting: tuple[Waiting, ...]
    templates: tuple[Template, ...]
    accepted: Mapping[str, int]
    turned_down: int
    findings: Mapping[Seen, int]
