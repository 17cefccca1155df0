"""What a worker is doing, written where the page can read it, seldom enough."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q

from pragola.inspection.steps import Step, as_line
from pragola.web.evidence.models import Inspection, InspectionState

PACE = timedelta(seconds=1)
"""Steps that come quicker are not written: nobody can read them, and each is a write."""


@dataclass(slots=True)
class Telling:
    """Writes the steps of inspections that this worker took, of those whose try it still holds."""

    taken: Sequence[Inspection]
    clock: Callable[[], datetime]
    _written_at: datetime | None = None

    def __call__(self, step: Step) -> None:
        """Write it, unless one was written just now; a change of it is no matter of the log."""
        at = self.clock()
        if self._written_at and at - self._written_at < PACE:
            return
        self._written_at = at
        held = (Q(pk=row.pk, tries=row.tries, started_at=row.started_at) for row in self.taken)
        Inspection.objects.filter(reduce(or_, held), state=InspectionState.RUNNING).update(
            step=as_line(step).decode().strip(), step_at=at
        )
