"""What can be done for an index and what it takes, as values. Effort is in person-days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Raising one claim into one level from the level below it.

    `effort` is in person-days, None where it cannot be made up (a budget of a past year).
    `days` are calendar days from the start until the proof can exist, waiting for what comes
    before included. `due` is the last day, where that lies before the end of the work.
    """

    effort: Decimal | None
    days: int = 0
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A step that is other than usual: for one claim, one innovation, one unit, or everywhere."""

    indicator: str
    level: int
    step: Step
    innovation: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One claim that a collective action carries from `from_level` to `level`.

    `innovation` None is a row of the region itself.
    """

    indicator: str
    level: int
    from_level: int = 0
    innovation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """One action that lifts many claims at one cost: a regulation that names them all.

    `needs` are ids of collective actions that come before it; `unit` gives its hands, None
    is the region.
    """

    id: str
    title: str
    effort: Decimal
    lifts: tuple[Lift, ...]
    days: int = 0
    due: date | None = None
    unit: str | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Evidence that must precede: `level` of `indicator` waits for `for_level` of another row.

    Both rows are of the same innovation. A decree comes before the people whom it names.
    """

    indicator: str
    level: int
    for_indicator: str
    for_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Person-days that a unit has from the start until a day, all before it included.

    `unit` None is the region, which does collective actions and its own rows. `until` None is
    the end of the work. Work due by that day has to fit; a unit without capacity is not limited.
    """

    unit: str | None
    days: Decimal
    until: date | None = None


class Wish(StrEnum):
    """What people fix before the plan is made."""

    NOT = "not"
    SURELY = "surely"
    NO_HANDS = "no-hands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A choice made by people; the plan is made around it.

    NOT: neither this row is raised into `level` or beyond (None: at all), nor this innovation
    entered or withheld, nor this collective action done. SURELY: the row reaches `level` (None:
    the next one), the draft is entered, the collective action done. NO_HANDS: `unit` raises and
    enters nothing itself. A row of the region has no innovation. `report` says of an
    innovation named without a row whether SURELY reports it (True) or withholds it (False).
    """

    wish: Wish
    innovation: str | None = None
    indicator: str | None = None
    level: int | None = None
    collective: str | None = None
    unit: str | None = None
    report: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """All that could be done, with its costs and limits.

    `steps` are by indicator and level; a row that is not there cannot be raised. `entering` is
    what entering a draft takes. Without `start` no deadline is looked at.
    """

    steps: Mapping[tuple[str, int], Step]
    overrides: tuple[Override, ...] = ()
    entering: Step | None = None
    collectives: tuple[Collective, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    fixes: tuple[Fix, ...] = ()
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A region as it stands, and what could be done: all that a plan is made from.

    A plan starts from the claims in `answers`; `planning.standing` gives those that verdicts left.

    `withholding` says whether accepted entries may be withheld. `rejected_in_divisor` None
    takes the edition's reading.
    """

    edition: Edition
    answers: Answers
    work: Work = field(default_factory=lambda: Work(steps={}))
    withholding: bool = True
    rejected_in_divisor: bool | None = None

    @property
    def rejected_counts(self) -> bool:
        """Whether rejected entries are in the divisor."""
        if self.rejected_in_divisor is None:
            return self.edition.rejected_in_divisor.value
        return self.rejected_in_divisor
