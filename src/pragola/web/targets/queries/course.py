"""The course of an agreed plan: the index by day as it was, beside the index as it was planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from pragola.web.shared.numbers import figure
from pragola.web.targets.models import AgreedPlan
from pragola.wording import Language
from pragola.wording.dates import show_date

WIDTH, HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 64, 20, 36

type Points = Sequence[tuple[date, Decimal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDay:
    """A day with the index as it was and as it was planned; either may be empty."""

    day: str
    index: str
    verified: str
    planned: str
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The drawing of both, and its figures by day; `verified` is empty as long as nothing was
    judged.
    """

    real: str
    verified: str
    planned: str
    today_x: str
    now_y: str
    now: str
    target: str
    target_y: str
    first: str
    last: str
    days: tuple[CourseDay, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    floor: int = HEIGHT - _BOTTOM


def course_of(
    plan: AgreedPlan, now: Decimal, verified: Decimal | None, today: date, language: Language
) -> Course:
    """The course until today; one query."""
    begun = plan.agreed_at.astimezone(ZoneInfo(plan.assessment.region.time_zone)).date()
    rows = list(plan.days.all())
    kept = {row.day: (Decimal(row.index), row.done) for row in rows}
    judged = [(row.day, Decimal(row.verified)) for row in rows if row.verified and row.day != today]
    judged += [] if verified is None else [(today, verified)]
    real = [(day, index) for day, (index, _) in kept.items() if day != today] + [(today, now)]
    path = [(begun, Decimal(plan.before))]
    path += [(date.fromisoformat(day), Decimal(index)) for day, index in plan.path]
    scale = _scale([*real, *judged, *path], plan.target)
    return Course(
        real=_line(real, scale),
        verified=_line(judged, scale) if judged else "",
        planned=_stairs(path, scale),
        today_x=scale.x(today),
        now_y=scale.y(now),
        now=figure(now, language),
        target=figure(plan.target, language),
        target_y=scale.y(plan.target),
        first=show_date(scale.first, language),
        last=show_date(scale.last, language),
        days=_days(real, judged, path, {day: done for day, (_, done) in kept.items()}, language),
    )


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date
    low: Decimal
    high: Decimal

    def x(self, day: date) -> str:
        """From the first day to the last."""
        share = Fraction((day - self.first).days, max((self.last - self.first).days, 1))
        return f"{float(_LEFT + share * (WIDTH - _LEFT - _RIGHT)):.1f}"

    def y(self, index: Decimal) -> str:
        """From the lowest index to the highest."""
        share = Fraction(index - self.low) / (Fraction(self.high - self.low) or 1)
        return f"{float(_TOP + (1 - share) * (HEIGHT - _TOP - _BOTTOM)):.1f}"


def _scale(points: Points, target: Decimal) -> _Scale:
    days = [day for day, _ in points]
    indices = [index for _, index in points] + [target]
    return _Scale(min(days), max(days), min(indices), max(indices))


def _line(points: Points, scale: _Scale) -> str:
    places = [f"{scale.x(day)} {scale.y(index)}" for day, index in sorted(points)]
    return "M" + " L".join(places)


def _stairs(points: Points, scale: _Scale) -> str:
    """The index stays until the next day on which something is due."""
    ordered = sorted(points)
    (first_day, first), *others = ordered
    parts = [f"M{scale.x(first_day)} {scale.y(first)}"]
    parts += [f"H{scale.x(day)} V{scale.y(index)}" for day, index in others]
    return " ".join(parts)


def _days(
    real: Points, judged: Points, path: Points, done: dict[date, int], language: Language
) -> tuple[CourseDay, ...]:
    was, verified, planned = dict(real), dict(judged), dict(path)
    return tuple(
        CourseDay(
            day=show_date(day, language),
            index=figure(was[day], language) if day in was else "",
            verified=figure(verified[day], language) if day in verified else "",
            planned=figure(planned[day], language) if day in planned else "",
            done=str(done.get(day, "")),
        )
        for day in sorted({*was, *verified, *planned})
    )
