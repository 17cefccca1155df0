"""The room of a target: where the index stands, what reaches the target, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.reporting import Reporting
from pragola.planning.goals import Limitation
from pragola.rulebooks import load_edition
from pragola.scoring.results import Score
from pragola.scoring.score import score
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.queries.calendar import is_over
from pragola.web.shared.drawings import Ruler, ruler
from pragola.web.shared.numbers import figure
from pragola.web.targets.doing import verified_score
from pragola.web.targets.models import AgreedPlan, Calculation, CalculationState
from pragola.web.targets.queries.chances import ChanceLine, chance_lines
from pragola.web.targets.queries.choices import ChoiceLine, choice_lines
from pragola.web.targets.queries.curve import Curve, curve_of
from pragola.web.targets.queries.last_day import last_day_told
from pragola.web.targets.queries.lines import Line, UnitLines, by_unit, days, lines_of, signed
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.question import (
    Question,
    choices_in_force,
    planned_answers_of,
    question_of,
)
from pragola.web.targets.queries.sure import Sure, Surer, percent, sure_of, surer_of
from pragola.web.targets.stored import StoredAnswer, StoredPlan, read_answer
from pragola.wording import Language

UNDER_WAY = (CalculationState.WAITING, CalculationState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where the index stands: as claimed, and by verdicts where there are any.

    `gap` and `verified_gap` are what each lacks to the target, empty where it is reached.
    """

    subject: str
    index: str
    band: str
    verified: str
    verified_band: str
    target: str
    gap: str
    verified_gap: str
    ruler: Ruler
    reported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindered:
    """What stands in the way: its kind, the index without it alone, what it is about."""

    kind: Limitation
    index: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HingeLine:
    """A collective action with the effort at which the plan would turn on it."""

    about: str
    done: bool
    effort: str
    turns_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """An entry that would be better reported, or better withheld, than it is."""

    entry: int
    about: str
    unit: str
    withhold: bool
    expected: str
    rejected: str
    chance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """How far a calculation is; `effort` and `bound` where the search stands."""

    id: int
    state: CalculationState
    part: str
    effort: str
    bound: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan on the page; `reached` False shows the highest there is instead.

    `key` is the id as addresses name it. `bound` is what no plan goes below.
    """

    id: int
    key: str
    reached: bool
    index: str
    exact: str
    band: str
    effort: str
    bound: str
    proven: bool
    surplus: str
    lines: tuple[Line, ...]
    units: tuple[UnitLines, ...]
    hindrances: tuple[Hindered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The whole page.

    `fresh` tells that the plan answers the question as it stands now, `over` that no unit can hand
    in any more.
    """

    assessment: Assessment
    stand: Stand
    bands: tuple[tuple[str, str], ...]
    choices: tuple[ChoiceLine, ...]
    units: tuple[tuple[int, str], ...]
    entries: tuple[tuple[int, str], ...]
    calculation: Calculation | None
    fresh: bool
    doing: Doing | None
    planned: Planned | None
    sure: Sure | None
    chances: tuple[ChanceLine, ...]
    surer: Surer | None
    curve: Curve | None
    hinges: tuple[HingeLine, ...]
    other_reading: str
    other_effort: str
    reporting: tuple[ReportLine, ...] | None
    not_found: bool
    agreed: bool
    over: bool
    last_day: str


def room_of(assessment: Assessment, *, at: datetime, language: Language) -> Room:
    """The room; as many queries however many entries, units and choices there are."""
    question = question_of(assessment, at=at)
    names = names_of(assessment, language)
    row, fresh = calculation_for(assessment, question)
    told: Mapping[str, Any] = row.told if row else {}
    answer = read_answer(told["answer"]) if "answer" in told else None
    shown = answer.shown if answer else None
    choices = question.choices if question else choices_in_force(assessment)
    hinges = told.get("hinges") or {}
    beliefs = question.beliefs if question and fresh else None
    zone = ZoneInfo(assessment.region.time_zone)
    return Room(
        assessment=assessment,
        stand=stand_of(assessment, question, language),
        bands=_bands(assessment, language),
        choices=choice_lines(choices, assessment, names, language),
        units=tuple(sorted(_units_at_work(names).items(), key=lambda each: each[1])),
        entries=tuple(sorted(((k, e.title) for k, e in names.entries.items()), key=_by_title)),
        calculation=row,
        fresh=fresh,
        doing=doing_of(row, language),
        planned=planned_of(row, answer, names, language, beliefs) if row and answer else None,
        chances=_chances(question, language),
        sure=sure_of(told.get("sureness"), names, language, zone=zone),
        surer=surer_of(told.get("surer"), sure_row(row), language),
        curve=_curve(row, shown, language),
        hinges=tuple(_hinge(each, names, language) for each in hinges.get("hinges", ())),
        other_reading=_reading(hinges),
        other_effort=days(Decimal(hinges["other"]), language) if hinges.get("other") else "",
        reporting=_reporting(told["reporting"], names, language) if "reporting" in told else None,
        last_day=last_day_told(question.last, language) if question else "",
        over=is_over(assessment, at),
        agreed=AgreedPlan.objects.filter(assessment=assessment, ended_at=None).exists(),
        not_found=row is not None and row.state == CalculationState.STOPPED and answer is None,
    )


def calculation_for(
    assessment: Assessment, question: Question | None
) -> tuple[Calculation | None, bool]:
    """The calculation of the question, else the latest plan that follows from the same, else the
    one asked for last; and whether it is one of the former.
    """
    kept = Calculation.objects.filter(assessment=assessment, sure=False)
    rows = kept.order_by("-queued_at", "-id")
    if question is not None:
        own = rows.filter(basis=question.basis).first()
        own = own or rows.filter(ground=question.ground).first()
        if own is not None:
            return own, True
    return next((each for each in rows[:_LOOKED_AT] if "answer" in each.told), None), False


_LOOKED_AT = 3


def sure_row(row: Calculation | None) -> Calculation | None:
    """The latest row with the plan for the chance that is asked for, from the same ground."""
    if row is None or not row.told.get("surer"):
        return None
    rows = Calculation.objects.filter(
        assessment=row.assessment_id, ground=row.ground, sure=True, confidence=row.confidence
    )
    return rows.order_by("-ended_at", "-id").first()


def stand_of(assessment: Assessment, question: Question | None, language: Language) -> Stand:
    """Where the index stands by the live answers."""
    edition = load_edition(assessment.edition)
    answers = question.claimed if question else planned_answers_of(assessment)
    now, target = score(edition, answers), assessment.target
    verified = verified_score(edition, answers)
    return Stand(
        subject=f"daerah-{assessment.pk}",
        index=figure(now.index, language),
        band=now.band.name,
        verified=figure(verified.index, language) if verified else "",
        verified_band=verified.band.name if verified else "",
        target="" if target is None else figure(target, language),
        gap=_gap(now, target, language),
        verified_gap=_gap(verified, target, language) if verified else "",
        ruler=ruler(edition, index=now.index, target=target, language=language),
        reported=now.entered,
    )


def planned_of(
    row: Calculation,
    answer: StoredAnswer,
    names: Names,
    language: Language,
    beliefs: Beliefs | None = None,
) -> Planned | None:
    """A kept plan in words; None where choices leave none at all."""
    plan = answer.shown
    hindrances = tuple(_hindered(each, names, language) for each in answer.hindrances)
    if plan is None:
        return None
    lines = lines_of(plan, names, language, beliefs)
    return Planned(
        id=row.pk,
        key=str(row.pk),
        reached=answer.plan is not None,
        index=figure(plan.index, language),
        exact=figure(plan.exact, language, decimals=_EXACT),
        band=plan.band,
        effort=days(plan.effort, language),
        bound="" if plan.bound is None else days(plan.bound, language),
        proven=plan.proven,
        surplus=signed(Fraction(plan.index - row.target), language, decimals=2),
        lines=lines,
        units=by_unit(lines, plan, language),
        hindrances=hindrances,
    )


_EXACT = 6


def _chances(question: Question | None, language: Language) -> tuple[ChanceLine, ...]:
    if question is None:
        return ()
    return chance_lines(question.situation.edition, question.beliefs, language)


def _gap(now: Score, target: Decimal | None, language: Language) -> str:
    return figure(target - now.index, language) if target is not None and target > now.index else ""


def _bands(assessment: Assessment, language: Language) -> tuple[tuple[str, str], ...]:
    """Bands by name with the index from which they hold, without the lowest."""
    bands = load_edition(assessment.edition).bands.value
    wide = sorted((band for band in bands if band.max > band.min), key=lambda band: band.min)
    return tuple((band.name, figure(band.min, language)) for band in wide[1:])


def _units_at_work(names: Names) -> dict[int, str]:
    return {each.unit: each.unit_name for each in names.entries.values()}


def _by_title(each: tuple[int, str]) -> tuple[str, int]:
    return each[1].casefold(), each[0]


def doing_of(row: Calculation | None, language: Language) -> Doing | None:
    """How far it is; None where it is over."""
    if row is None or row.state not in UNDER_WAY:
        return None
    told = row.progress
    part = "answer" if "answer" not in row.told else str(told.get("part", ""))
    return Doing(
        id=row.pk,
        state=CalculationState(row.state),
        part=part,
        effort=days(Decimal(told["effort"]), language) if told.get("effort") else "",
        bound=days(Decimal(told["bound"]), language) if told.get("bound") else "",
    )


def _curve(row: Calculation | None, plan: StoredPlan | None, language: Language) -> Curve | None:
    told = (row.told.get("curve") or {}) if row else {}
    if row is None or not told:
        return None
    place = (plan.effort, plan.index) if plan else None
    return curve_of(told["points"], target=row.target, plan=place, language=language)


def _hindered(each: Any, names: Names, language: Language) -> Hindered:
    return Hindered(
        kind=each.kind,
        index="" if each.index is None else figure(each.index, language),
        subjects=tuple(_subject(subject, each.kind, names) for subject in each.subjects),
    )


def _subject(subject: str, kind: Limitation, names: Names) -> str:
    if kind is Limitation.CAPACITY:
        return names.unit(int(subject)) if subject else names.region
    if kind is Limitation.PAST:
        return names.indicator(subject)
    return names.entry(int(subject)) if subject.isdigit() else names.waited_for(subject)


def _hinge(told: Mapping[str, Any], names: Names, language: Language) -> HingeLine:
    turns_at = told["turns_at"]
    return HingeLine(
        about=names.waited_for(told["collective"]),
        done=told["done"],
        effort=days(Decimal(told["effort"]), language),
        turns_at="" if turns_at is None else days(Decimal(turns_at), language),
    )


def _reading(hinges: Mapping[str, Any]) -> str:
    if "rejected_counts" not in hinges:
        return ""
    return "counts" if hinges["rejected_counts"] else "leaves_out"


def _reporting(told: Mapping[str, Any], names: Names, language: Language) -> tuple[ReportLine, ...]:
    read = [
        Reporting(
            innovation=str(each["entry"]),
            reported=each["reported"],
            expected=float(each["expected"]),
            accepted=float(each["accepted"]),
            rejected=float(each["rejected"]),
            chance=Fraction(each["chance"]),
        )
        for each in told["entries"]
    ]
    others = [each for each in read if each.worth_reporting != each.reported]
    ranked = sorted(others, key=lambda each: -abs(each.expected))
    return tuple(_report(each, names, language) for each in ranked)


def _report(each: Reporting, names: Names, language: Language) -> ReportLine:
    entry = int(each.innovation)
    found = names.entries.get(entry)
    return ReportLine(
        entry=entry,
        about=names.entry(entry),
        unit=found.unit_name if found else "",
        withhold=each.reported,
        expected=signed(Fraction(each.expected), language),
        rejected=signed(Fraction(each.rejected), language),
        chance=percent(each.chance, language),
    )
