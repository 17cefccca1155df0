"""What a form of many parts could not save, to be shown above it with both texts."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.saving import StaleSaveError
from pragola.web.innovations.models import Entry
from pragola.web.innovations.profile_values import as_words
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.language import spoken
from pragola.web.shared.times import moment
from pragola.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """A part that a form could not save: why, what was typed, and what stands there instead.

    `theirs` and `when` are empty unless somebody else was faster.
    """

    id: str
    label: str
    why: str
    typed: Jsonable
    theirs: str = ""
    when: str = ""

    @property
    def mine(self) -> str:
        """What was typed, in words."""
        return as_words(self.typed)


def unsaved_part(
    entry: Entry, part: str, label: str, error: PragolaError, *, typed: Jsonable, theirs: str = ""
) -> Unsaved:
    """A part that was not saved because of that error; `theirs` in words where they differ."""
    why = say(error.faults[0], spoken())
    if not isinstance(error, StaleSaveError):
        return Unsaved(id=part, label=label, why=why, typed=typed)
    zone = ZoneInfo(entry.assessment.region.time_zone)
    when = moment(error.saved_at, zone, spoken(), who=error.saved_by) if error.saved_at else "–"
    told = theirs or as_words(error.theirs)
    return Unsaved(id=part, label=label, why=why, typed=typed, theirs=told, when=when)
