"""A clinic in somebody's hands."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.timezone import now

from pragola.web.coaching.models import CLINIC_WAYS, Clinic, ClinicMove, ClinicState
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedClinic:
    """A clinic that somebody may read; `role` is the one in which they lead it, None for guests.

    `reach` is the condition of units that they may invite.
    """

    clinic: Clinic
    standing: Standing
    role: Role | None
    reach: Q

    @property
    def leads(self) -> bool:
        """Whether it is theirs to prepare and to hold."""
        return self.role is not None

    @property
    def changeable(self) -> bool:
        """Whether they may change it now."""
        return self.leads and self.clinic.changeable

    @property
    def moves(self) -> tuple[ClinicMove, ...]:
        """What they can do with it as a whole now."""
        if not self.leads:
            return ()
        state = ClinicState(self.clinic.state)
        early = set() if self.clinic.has_come(now()) else {ClinicMove.HOLD}
        return tuple(
            move for move, way in CLINIC_WAYS.items() if way.source is state and move not in early
        )
