"""What is fixed before planning: by people, and by the calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pragola.planning.work import Fix, Situation, Step, Wish


@dataclass(frozen=True)
class Times:
    """The calendar of the work."""

    situation: Situation

    def allow(self, step: Step) -> bool:
        """Whether the step can be done in time."""
        start, last = self.situation.work.start, self.last_day(step)
        return start is None or last is None or step.days <= (last - start).days

    def last_day(self, step: Step) -> date | None:
        """The last day for the step; None where nothing ends it."""
        ends = [day for day in (step.due, self.situation.work.end) if day is not None]
        return min(ends, default=None)


@dataclass(frozen=True)
class Fixed:
    """The choices that people fixed, by what they are about."""

    fixes: Sequence[Fix]

    def without_hands(self, unit: str | None) -> bool:
        """Whether the unit does nothing itself."""
        return any(f.wish is Wish.NO_HANDS and f.unit == unit for f in self.fixes)

    def barred_from(self, innovation: str | None, indicator: str) -> int | None:
        """The lowest level that is not wanted."""
        levels = [
            f.level or 1
            for f in self.fixes
            if f.wish is Wish.NOT and (f.innovation, f.indicator) == (innovation, indicator)
        ]
        return min(levels, default=None)

    def wanted(self, innovation: str | None, indicator: str, now: int) -> int:
        """The level that must be reached; `now` where none is."""
        levels = [
            f.level or now + 1
            for f in self.fixes
            if f.wish is Wish.SURELY and (f.innovation, f.indicator) == (innovation, indicator)
        ]
        return max(levels, default=now)

    def some_row_surely(self, innovation: str) -> bool:
        """Whether a row of it must be raised, so that it has to be reported."""
        return any(
            f.wish is Wish.SURELY and f.innovation == innovation and f.indicator for f in self.fixes
        )

    def report(self, innovation: str) -> bool | None:
        """Whether it must be reported or withheld; None where that is open."""
        for f in self.fixes:
            if f.wish is Wish.SURELY and f.innovation == innovation and not f.indicator:
                return f.report
        return None

    def unchanged(self, innovation: str) -> bool:
        """Whether it is neither entered nor withheld."""
        return any(
            f.wish is Wish.NOT and f.innovation == innovation and not f.indicator
            for f in self.fixes
        )

    def done(self, collective: str) -> bool:
        """Whether the collective action must be done."""
        return any(f.wish is Wish.SURELY and f.collective == collective for f in self.fixes)

    def not_done(self, collective: str) -> bool:
        """Whether it is not wanted."""
        return any(f.wish is Wish.NOT and f.collective == collective for f in self.fixes)
