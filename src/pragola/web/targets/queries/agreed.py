"""The agreed plan: what is done of it by the claims as they are, and what is to be expected."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from pragola.planning.actions import ActionKind
from pragola.planning.standing import standing
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition
from pragola.scoring.score import score
from pragola.web.evidence.models import Use
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.queries.calendar import is_over
from pragola.web.regions.models import Role
from pragola.web.shared.drawings import Bar, Ruler, bar, ruler
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import moment
from pragola.web.targets.doing import (
    Doing,
    Done,
    Levels,
    after,
    doing_of,
    is_confirmed,
    levels_of,
    verified_score,
)
from pragola.web.targets.models import AgreedAction, AgreedPlan
from pragola.web.targets.queries.course import Course, course_of
from pragola.web.targets.queries.lines import days, deed_of, signed
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.question import planned_answers_of, today_in
from pragola.web.targets.queries.sure import percent
from pragola.web.targets.stored import StoredAction, read_action
from pragola.wording import Language
from pragola.wording.dates import show_date

_OPEN = (Done.OPEN, Done.PARTLY)
_PACED = 7
"""Days after which a pace can be told. Ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    """An agreed action for people. `late`: it was due before today and is not done.

    `unproven`: done by the claim, which no evidence serves. `agreement` is its agreement where a
    coordinator may put it into a clinic, `reached` the claims
    that a collective one lifts, each with whether it is there.
    """

    id: int
    agreement: int | None
    clinic: int | None
    clinic_title: str
    reached: tuple[tuple[str, bool], ...]
    kind: str
    about: str
    place: str
    deed: str
    owner: str
    adds: str
    effort: str
    due: str
    due_day: date
    doing: Doing
    unproven: bool
    late: bool
    entry: int | None
    indicator: str
    level: int
    withheld: bool
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What is to be expected: `all_done` if the rest is done, `at_pace` if work goes on as it did.

    `at_pace` is empty until something is done and a week is over; `finished` the day on which the
    rest would be.
    """

    all_done: str
    all_done_band: str
    reaches: bool
    at_pace: str
    pace_day: str
    finished: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPage:
    """The page of an agreed plan.

    `over`: no unit can hand in any more. `reach` is the chance to reach the target with all of it.
    `verified` is the index by verdicts, empty without any; `confirmed` how many actions they bear.
    """

    assessment: Assessment
    plan: AgreedPlan
    over: bool
    agreed: str
    before: str
    now: str
    verified: str
    verified_band: str
    confirmed: int
    index: str
    target: str
    reach: str
    ruler: Ruler
    done: int
    number: int
    effort_done: str
    effort: str
    bar: Bar
    lines: tuple[AgreedLine, ...]
    late: int
    forecast: Forecast
    course: Course


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSum:
    """An agreed plan in a sentence: how much is done and late, and what the rest would bring.

    `reach` is the chance of that when it was worked out, empty where it was not.
    """

    done: int
    number: int
    late: int
    target: str
    all_done: str
    reaches: bool
    reach: str
    over: bool


def plan_sum(assessment: Assessment, *, at: datetime, language: Language) -> PlanSum | None:
    """The agreed plan in a sentence, None without one; as many queries however many actions."""
    plan = plan_in_force(assessment)
    if plan is None:
        return None
    plan.assessment = assessment
    edition = load_edition(assessment.edition)
    answers = standing(planned_answers_of(assessment))
    levels, today = levels_of(edition, answers), today_in(assessment, at)
    rows = list(plan.actions.select_related("agreement"))
    states = [(row, doing_of(read_action(row.told), levels).state) for row in rows]
    forecast = forecast_of(plan, rows, edition, answers, levels, today, language)
    return PlanSum(
        done=sum(1 for _row, state in states if state is Done.DONE),
        number=len(rows),
        late=sum(1 for row, state in states if state in _OPEN and row.day < today),
        target=figure(plan.target, language),
        all_done=forecast.all_done,
        reaches=forecast.reaches,
        reach=_reach(plan, language),
        over=is_over(assessment, at),
    )


def plan_in_force(assessment: Assessment) -> AgreedPlan | None:
    """The plan that the government works by; one query."""
    plans = AgreedPlan.objects.filter(assessment=assessment, ended_at=None)
    return plans.select_related("agreed_by", "calculation").first()


def agreed_page(plan: AgreedPlan, *, at: datetime, language: Language) -> AgreedPage:
    """The page; as many queries however many actions and entries there are."""
    assessment = plan.assessment
    edition, names = load_edition(assessment.edition), names_of(assessment, language)
    claimed = planned_answers_of(assessment)
    answers = standing(claimed)
    levels, today = levels_of(edition, answers), today_in(assessment, at)
    rows = list(plan.actions.select_related("agreement__clinic"))
    proven = proven_claims(assessment)
    lines = tuple(agreed_line(row, levels, proven, names, today, language) for row in rows)
    now, verified = score(edition, claimed), verified_score(edition, claimed)
    spent = _effort(rows, lines)
    return AgreedPage(
        assessment=assessment,
        plan=plan,
        over=is_over(assessment, at),
        agreed=moment(plan.agreed_at, _zone(assessment), language, who=plan.agreed_by),
        before=figure(Decimal(plan.before), language),
        now=figure(now.index, language),
        verified=figure(verified.index, language) if verified else "",
        verified_band=verified.band.name if verified else "",
        confirmed=sum(1 for row in rows if is_confirmed(read_action(row.told), answers)),
        index=figure(Decimal(plan.index), language),
        target=figure(plan.target, language),
        reach=_reach(plan, language),
        ruler=ruler(edition, index=now.index, target=plan.target, language=language),
        done=sum(1 for line in lines if line.doing.state is Done.DONE),
        number=len(lines),
        effort_done=days(spent, language),
        effort=days(plan.effort, language),
        bar=bar(spent, plan.effort or 1),
        lines=tuple(sorted(lines, key=_urgency)),
        late=sum(1 for line in lines if line.late),
        forecast=forecast_of(plan, rows, edition, answers, levels, today, language),
        course=course_of(plan, now.index, verified.index if verified else None, today, language),
    )


def _reach(plan: AgreedPlan, language: Language) -> str:
    """The chance that was worked out beside the plan; empty where it was not."""
    told = plan.calculation.told.get("sureness")
    return percent(told["reach"], language) if told else ""


def proven_claims(assessment: Assessment) -> frozenset[tuple[int, str]]:
    """Claims that some evidence serves, by entry and indicator; one query."""
    uses = Use.objects.filter(entry__assessment=assessment, removed_at=None)
    return frozenset(uses.values_list("entry", "part"))


def agreed_line(
    row: AgreedAction,
    levels: Levels,
    proven: Collection[tuple[int, str]],
    names: Names,
    today: date,
    language: Language,
) -> AgreedLine:
    """One agreed action, with how far it is."""
    action = read_action(row.told)
    doing = doing_of(action, levels)
    is_row = action.kind is ActionKind.RAISE and action.entry is not None
    agreement = row.agreement
    clinic = agreement.clinic if agreement else None
    open_still = doing.state in _OPEN
    movable = agreement is not None and agreement.planned and agreement.unit_id and open_still
    return AgreedLine(
        id=row.pk,
        agreement=agreement.pk if agreement and movable else None,
        clinic=clinic.pk if clinic else None,
        clinic_title=clinic.title if clinic else "",
        reached=tuple(_reached(action, levels, names)),
        kind=action.kind.value,
        about=names.about(action),
        place=names.indicator(action.indicator) if is_row else "",
        deed=deed_of(action),
        owner=_owner(row, names),
        adds=signed(action.adds, language),
        effort=days(action.effort, language),
        due=show_date(row.day, language),
        due_day=row.day,
        doing=doing,
        unproven=is_row and doing.state is Done.DONE and not _is_proven(action, proven),
        late=row.day < today and open_still,
        entry=action.entry,
        indicator=action.indicator,
        level=action.level,
        withheld=bool(action.entry and _withheld(names, action.entry)),
        waits_for=tuple(names.waited_for(each) for each in action.waits_for),
    )


def _is_proven(action: StoredAction, proven: Collection[tuple[int, str]]) -> bool:
    return (action.entry, action.indicator) in proven


def _owner(row: AgreedAction, names: Names) -> str:
    """Who has to do it, by role and unit."""
    if row.agreement is None:
        return names.unit(row.unit_id)
    role = Role(row.agreement.role).label
    return f"{role} {names.unit(row.agreement.unit_id)}"


def _reached(action: StoredAction, levels: Levels, names: Names) -> Iterator[tuple[str, bool]]:
    for each in action.reaches:
        about = names.entry(each.entry) if each.entry else names.region
        now = levels.rows.get((str(each.entry) if each.entry else None, each.indicator), 0)
        yield f"{about}: {each.indicator} {each.from_level} → {each.level}", now >= each.level


def _withheld(names: Names, entry: int) -> bool:
    found = names.entries.get(entry)
    return found is not None and found.withheld


def forecast_of(
    plan: AgreedPlan,
    rows: Sequence[AgreedAction],
    edition: Edition,
    answers: Answers,
    levels: Levels,
    today: date,
    language: Language,
) -> Forecast:
    """What the engine says of the answers with the rest done, and with what the pace allows."""
    open_ones = [(row, read_action(row.told)) for row in rows]
    left = [(r, a) for r, a in open_ones if doing_of(a, levels).state in _OPEN]
    done = [a for _, a in open_ones if doing_of(a, levels).state is Done.DONE]
    rest = after(answers, (a for _, a in left), levels)
    whole = score(edition, rest)
    pace = _pace(plan, done, today)
    last = max((row.day for row, _ in left), default=today)
    within = _within(left, pace * max((last - today).days, 0)) if pace else []
    at_pace = score(edition, after(answers, within, levels)) if pace and left else None
    effort = sum((a.effort for _, a in left), Decimal(0))
    finished = today + timedelta(days=-int(-(effort / pace))) if pace and left else None
    return Forecast(
        all_done=figure(whole.index, language),
        all_done_band=whole.band.name,
        reaches=whole.index >= plan.target,
        at_pace=figure(at_pace.index, language) if at_pace else "",
        pace_day=show_date(last, language) if at_pace else "",
        finished=show_date(finished, language) if finished else "",
    )


def _pace(plan: AgreedPlan, done: Sequence[StoredAction], today: date) -> Decimal:
    """Person-days of the plan done a calendar day since it was agreed on; 0 in the first days."""
    passed = (today - plan.agreed_at.astimezone(_zone(plan.assessment)).date()).days
    return sum((a.effort for a in done), Decimal(0)) / passed if passed >= _PACED else Decimal(0)


def _within(
    left: Sequence[tuple[AgreedAction, StoredAction]], effort: Decimal
) -> list[StoredAction]:
    """What fits into the effort, what is due first first."""
    chosen, room = [], effort
    for _row, action in sorted(left, key=lambda each: each[0].day):
        if action.effort <= room:
            chosen.append(action)
            room -= action.effort
    return chosen


def _effort(rows: Sequence[AgreedAction], lines: Sequence[AgreedLine]) -> Decimal:
    pairs = zip(rows, lines, strict=True)
    done = (read_action(r.told).effort for r, line in pairs if line.doing.state is Done.DONE)
    return sum(done, Decimal(0))


def _urgency(line: AgreedLine) -> tuple[bool, date, Fraction]:
    return line.doing.state in (Done.DONE, Done.GONE), line.due_day, Fraction(0)


def _zone(assessment: Assessment) -> ZoneInfo:
    return ZoneInfo(assessment.region.time_zone)
