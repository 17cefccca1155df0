"""Who coaches which units and with what load; how a unit is accompanied; what is asked."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from pragola.rulebooks import load_edition
from pragola.web.coaching.models import Advice, Agreement, Question, Visit
from pragola.web.coaching.queries.agreements import FollowUp, follow_up
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Appointment, Region, Role, Unit
from pragola.web.shared.times import moment
from pragola.wording import Language

_RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachLoad:
    """A coach with what is on their hands: `number` units with those below them, their innovations
    and agreements in force; `minutes` are those of visits in the last thirty days.
    """

    name: str
    units: tuple[tuple[int, str, int], ...]
    number: int
    innovations: int
    agreements: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Coaches of a government with their load, and units that nobody coaches."""

    coaches: tuple[CoachLoad, ...]
    without: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A visit in words."""

    kind: str
    when: str
    minutes: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accompanied:
    """A unit with its coaches, agreements and visits."""

    coaches: tuple[str, ...]
    agreed: FollowUp
    visits: tuple[VisitLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question with its answer, if there is one."""

    id: int
    entry: int
    title: str
    unit: str
    indicator: str
    name: str
    text: str
    asked: str
    answer: str
    answered: str


def assignment_of(region: Region, now: datetime) -> Assignment:
    """The load of every coach; five queries. A coach of a unit has the units below it too."""
    posts = list(
        Appointment.objects.filter(role=Role.COACH, region=region, ended_at=None)
        .select_related("person", "unit")
        .order_by("person__name", "person_id", "unit__name")
    )
    units = list(
        Unit.objects.filter(region=region, closed_on=None).annotate(
            number=Count("innovations", distinct=True)
        )
    )
    agreed = Counter(
        Agreement.objects.filter(unit__region=region, withdrawn_at=None).values_list(
            "unit", flat=True
        )
    )
    minutes: Counter[int | None] = Counter()
    recent = Visit.objects.filter(unit__region=region, at__gte=now - _RECENT)
    for person, spent in recent.values_list("made_by", "minutes"):
        minutes[person] += spent
    own: dict[int, list[Appointment]] = defaultdict(list)
    for post in posts:
        own[post.person_id].append(post)
    covered = tuple(post.unit.path for post in posts if post.unit)
    return Assignment(
        coaches=tuple(_load(held, units, agreed, minutes[person]) for person, held in own.items()),
        without=tuple(unit for unit in units if not unit.path.startswith(covered)),
    )


def accompanied(unit: Unit, *, now: datetime, language: Language) -> Accompanied:
    """How a unit is accompanied; six queries."""
    zone = ZoneInfo(unit.region.time_zone)
    above = [int(part) for part in unit.path.split("/") if part]
    posts = Appointment.objects.filter(
        role=Role.COACH, unit__in=above, ended_at=None, person__is_active=True
    )
    names = posts.order_by("person__name").values_list("person__name", flat=True)
    return Accompanied(
        coaches=tuple(dict.fromkeys(names)),
        agreed=follow_up(
            Agreement.objects.filter(unit=unit), chosen="", now=now, language=language
        ),
        visits=tuple(
            VisitLine(
                kind=str(each.get_kind_display()),
                when=moment(each.at, zone, language, who=each.made_by),
                minutes=each.minutes,
                text=each.text,
            )
            for each in Visit.objects.filter(unit=unit).select_related("made_by")
        ),
    )


def question_lines(questions: QuerySet[Question], language: Language) -> tuple[QuestionLine, ...]:
    """Questions as lines, those without an answer first; one query."""
    found = questions.select_related(
        "entry__innovation__unit__region", "entry__assessment", "asked_by", "answered_by"
    )
    lines = [_question(each, language) for each in found]
    return tuple(sorted(lines, key=lambda line: bool(line.answer)))


def advice_for(entry: Entry, indicator: str) -> tuple[str, ...]:
    """What good answers of the government became guidance for that indicator; one query."""
    rows = Advice.objects.filter(
        region=entry.innovation.region_id,
        edition=entry.assessment.edition,
        indicator=indicator,
    )
    return tuple(rows.values_list("text", flat=True))


def waiting(questions: QuerySet[Question]) -> QuerySet[Question]:
    """Those that nobody has answered yet."""
    return questions.filter(Q(answered_at=None))


def _load(
    held: list[Appointment], units: Sequence[Unit], agreed: Counter[int], minutes: int
) -> CoachLoad:
    paths = tuple(post.unit.path for post in held if post.unit)
    below = [unit for unit in units if unit.path.startswith(paths)]
    return CoachLoad(
        name=held[0].person.name,
        units=tuple((post.unit.pk, post.unit.name, post.pk) for post in held if post.unit),
        number=len(below),
        innovations=sum(unit.number for unit in below),  # type: ignore[attr-defined]
        agreements=sum(agreed[unit.pk] for unit in below),
        minutes=minutes,
    )


def _question(question: Question, language: Language) -> QuestionLine:
    entry = question.entry
    zone = ZoneInfo(entry.innovation.unit.region.time_zone)
    names = {each.code: each.name for each in load_edition(entry.assessment.edition).sid_indicators}
    return QuestionLine(
        id=question.pk,
        entry=entry.pk,
        title=entry.innovation.title,
        unit=entry.innovation.unit.name,
        indicator=question.indicator,
        name=names.get(question.indicator, question.indicator),
        text=question.text,
        asked=moment(question.asked_at, zone, language, who=question.asked_by),
        answer=question.answer,
        answered=moment(question.answered_at, zone, language, who=question.answered_by)
        if question.answered_at
        else "",
    )
