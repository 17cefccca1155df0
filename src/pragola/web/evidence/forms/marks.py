"""Times of a video as people type them."""

import re

from pragola.scoring.faults import Fault
from pragola.web.evidence.actions.marks import MarkError
from pragola.web.shared.texts import typed

_LONGEST = 20
_CLOCK = re.compile(r"(?:(\d{1,3})[:.])?(\d{1,4})")


def second_of(text: str) -> int | None:
    """The second of `1:23`, of `1.23`, or of `83`; None for nothing. Raises MarkError."""
    told = typed(text)
    if not told:
        return None
    found = _CLOCK.fullmatch(told)
    if found is None or (found[1] and int(found[2]) > 59):
        raise MarkError(Fault(code="mark_time_bad", found=told[:_LONGEST]))
    return int(found[1] or 0) * 60 + int(found[2])
