"""What of a plan's work is agreed on already, and what of that a plan may alter."""

from collections.abc import Iterable, Mapping, Sequence

from pragola.web.coaching.models import CHANGEABLE, Agreement
from pragola.web.coaching.queries.followup import agreements_not_done
from pragola.web.innovations.models import Assessment

type Subject = tuple[str, int | None, str, str]
"""What an agreement is about: its kind, entry, indicator and collective work."""
type Rise = tuple[int | None, str, int]
"""A claim by its entry (None: the region's) and indicator, and the level that it is lifted to."""


def open_ones(assessment: Assessment) -> Mapping[Subject, list[Agreement]]:
    """Agreements of the assessment that are not done yet, by what they are about; four queries."""
    found: dict[Subject, list[Agreement]] = {}
    for row in agreements_not_done(assessment):
        subject = (row.kind, row.entry_id, row.indicator, row.collective)
        found.setdefault(subject, []).append(row)
    return found


def first_enough(
    former: Sequence[Agreement], *, level: int, rises: Iterable[Rise]
) -> Agreement | None:
    """The first of them whose keeper reaches that level and those of all the claims too."""
    wanted = tuple(rises)
    return next((each for each in former if _is_enough(each, level, wanted)), None)


def _is_enough(agreement: Agreement, level: int, rises: Iterable[Rise]) -> bool:
    lifted = {(each.entry_id, each.indicator): each.to_level for each in agreement.lifts.all()}
    carried = all(lifted.get((entry, code), 0) >= wanted for entry, code, wanted in rises)
    return carried and agreement.to_level >= level


def is_changeable(agreement: Agreement) -> bool:
    """Whether its clinic, if it has one, can still be changed."""
    return agreement.clinic is None or agreement.clinic.state in CHANGEABLE


def stays_as_it_is(agreement: Agreement) -> bool:
    """Whether a plan that takes it up leaves its day and owner alone: a clinic set them."""
    return not agreement.planned or not is_changeable(agreement)
