"""This year's plan beside next year's rules: what stays of it, and what will still be needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pragola.web.innovations.models import Assessment
from pragola.web.shared.numbers import figure
from pragola.web.targets.models import Calculation
from pragola.web.targets.queries.lines import Line, days, deed_of, lines_of, signed
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.stored import StoredPlan, read_answer, read_plan
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A plan under next year's rules; not `reached` is the highest there is. `lines` by value."""

    reached: bool
    proven: bool
    index: str
    effort: str
    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """The least effort for both years, and the part of it that this year's target needs."""

    effort: str
    proven: bool
    number: int
    index: str
    later: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthLine:
    """An action of this year's plan: what it adds now, and what it still adds then."""

    about: str
    deed: str
    unit: str
    adds: str
    then: str
    stays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextYear:
    """The plan of this year beside the next. `afresh` from today, `left` once the plan is done.

    `stay` of the actions in `worth` still add to the index then.
    """

    code: str
    target: str
    before: str
    after: str
    band: str
    afresh: Course | None
    left: Course | None
    both: Both | None
    worth: tuple[WorthLine, ...]
    stay: int


def next_year_of(
    assessment: Assessment, calculation: Calculation | None, language: Language
) -> NextYear | None:
    """What a calculation found for next year; None as long as it found nothing. Four queries."""
    told = (calculation.told.get("years") or {}) if calculation else {}
    if not told or calculation is None:
        return None
    plan = read_answer(calculation.told["answer"]).shown
    names = names_of(assessment, language, code=told["edition"])
    own = names_of(assessment, language)
    worth = tuple(_worth(plan, told["worth"], own, language)) if plan else ()
    return NextYear(
        code=told["edition"],
        target=figure(Decimal(told["target"]), language),
        before=figure(Decimal(told["before"]), language),
        after=figure(Decimal(told["after"]), language),
        band=told["band"],
        afresh=_course(told["afresh"], names, language),
        left=_course(told["left"], names, language),
        both=_both(told["both"], language) if told["both"] else None,
        worth=worth,
        stay=sum(1 for each in worth if each.stays),
    )


def _course(told: Mapping[str, Any], names: Names, language: Language) -> Course | None:
    answer = read_answer(told)
    plan = answer.shown
    if plan is None:
        return None
    return Course(
        reached=answer.plan is not None,
        proven=plan.proven,
        index=figure(plan.index, language),
        effort=days(plan.effort, language),
        number=len(plan.actions),
        lines=lines_of(plan, names, language),
    )


def _both(told: Mapping[str, Any], language: Language) -> Both:
    plan = read_plan(told["plan"])
    return Both(
        effort=days(plan.effort, language),
        proven=plan.proven,
        number=len(plan.actions),
        index=figure(plan.index, language),
        later=figure(Decimal(told["later"]), language),
        now=days(Decimal(told["now"]), language),
    )


def _worth(
    plan: StoredPlan, worth: list[str], names: Names, language: Language
) -> Iterator[WorthLine]:
    """In the order of what is left then, the most first."""
    pairs = zip(plan.actions, (Fraction(each) for each in worth), strict=True)
    for action, then in sorted(pairs, key=lambda pair: -pair[1]):
        place = (
            f", {names.indicator(action.indicator)}" if action.entry and action.indicator else ""
        )
        yield WorthLine(
            about=f"{names.about(action)}{place}",
            deed=deed_of(action),
            unit=names.unit(action.unit),
            adds=signed(action.adds, language),
            then=signed(then, language),
            stays=then > 0,
        )
