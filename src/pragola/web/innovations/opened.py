"""An entry in somebody's hands."""

from dataclasses import dataclass

from pragola.web.innovations.models import Assessment, Entry, Innovation, Move
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedEntry:
    """An entry that somebody may read, and what else they may do with it.

    `may_change` is about who they are; whether the entry is open now, says its state. `moves`
    are those of their roles from the entry's present state, in the table's order.
    """

    entry: Entry
    standing: Standing
    may_change: bool
    moves: tuple[Move, ...]

    @property
    def changeable(self) -> bool:
        """Whether they may change its content now."""
        return self.may_change and self.entry.open_to_operators

    @property
    def hands_over(self) -> bool:
        """Whether they may give the innovation to another unit."""
        unit = self.entry.innovation.unit
        return self.standing.role_at(unit, Role.COORDINATOR) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedInnovation:
    """An innovation about to be brought into another year, and the entry it is brought from."""

    innovation: Innovation
    former: Entry
    assessment: Assessment
    standing: Standing

    @property
    def years(self) -> int:
        """How many assessments it will have been entered in."""
        return self.innovation.entries.count() + 1
