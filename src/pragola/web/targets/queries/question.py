"""The question that a plan answers: a government's live answers, its work, its target."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from zoneinfo import ZoneInfo

from pragola.planning.catalogue import (
    Catalogue,
    OwnWork,
    Template,
    load_catalogue,
    usual_work,
)
from pragola.planning.certainty.beliefs import Beliefs, beliefs_of
from pragola.planning.fixed import Times
from pragola.planning.standing import standing
from pragola.planning.work import Capacity, Fix, Override, Situation, Step
from pragola.planning.work import Wish as PlannedWish
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.targets.models import Aim, Choice, Hands, OwnEffort
from pragola.web.targets.queries.last_day import LastDay, last_day_of
from pragola.web.targets.queries.learned import learned_of

_PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. In its answers innovations are entries and units are units, by their ids.

    `claimed` are the live answers; the situation starts from how they stand by verdicts.

    `ground` is the digest of what the plan follows from, `basis` that and what is believed of
    claims and asked beside the plan: the same digest has the same answer.
    """

    assessment: Assessment
    claimed: Answers
    situation: Situation
    beliefs: Beliefs
    catalogue: Catalogue
    own: OwnWork
    target: Decimal
    confidence: Fraction
    choices: tuple[Choice, ...]
    last: LastDay
    ground: str
    basis: str


def aim_of(assessment: Assessment) -> Aim:
    """How the assessment is planned for; the usual where nobody said."""
    return Aim.objects.filter(assessment=assessment).first() or Aim(assessment=assessment)


def choices_in_force(assessment: Assessment) -> tuple[Choice, ...]:
    """The choices that plans are made around, the oldest first; one query."""
    rows = Choice.objects.filter(assessment=assessment, lifted_at=None)
    return tuple(rows.select_related("entry__innovation", "unit", "made_by"))


def question_of(assessment: Assessment, *, at: datetime) -> Question | None:
    """The question as it stands; None without a target. Twelve queries, however much there is."""
    if assessment.target is None:
        return None
    edition, aim = load_edition(assessment.edition), aim_of(assessment)
    claimed = planned_answers_of(assessment)
    answers = standing(claimed)
    catalogue, choices = load_catalogue(edition), choices_in_force(assessment)
    last = last_day_of(assessment, aim, at=at)
    own = own_work_of(assessment, catalogue, today=today_in(assessment, at), end=last.day)
    fixes = tuple(fix_of(choice) for choice in choices)
    situation = Situation(
        edition=edition,
        answers=answers,
        work=usual_work(edition, answers, catalogue, own, fixes=fixes),
        withholding=not aim.keep_all,
    )
    learned = learned_of(assessment, edition, answers)
    beliefs = beliefs_of(edition, answers, catalogue, own, learned=learned)
    # 65 as it was typed and 65.00 as it is kept are the same question.
    target = assessment.target.normalize()
    ground = _digest(edition.hash, target, *_timeless(situation))
    return Question(
        assessment=assessment,
        claimed=claimed,
        situation=situation,
        beliefs=beliefs,
        catalogue=catalogue,
        own=own,
        target=assessment.target,
        confidence=Fraction(aim.confidence, _PERCENT),
        choices=choices,
        last=last,
        ground=ground,
        basis=_digest(ground, answers, aim.confidence, beliefs),
    )


def planned_answers_of(assessment: Assessment) -> Answers:
    """The live answers with units by their ids, since names are not unique; five queries."""
    units = dict(Entry.objects.filter(assessment=assessment).values_list("pk", "innovation__unit"))
    answers = answers_of(assessment)
    return replace(
        answers,
        innovations=tuple(
            replace(each, profile=replace(each.profile, unit=str(units[int(each.id)])))
            for each in answers.innovations
        ),
    )


def _unjudged(answers: Answers) -> Answers:
    """The answers without verdicts: one that leaves a claim as it is changes no plan."""
    innovations = (replace(each, verdicts={}) for each in answers.innovations)
    return replace(answers, innovations=tuple(innovations))


def _digest(*told: object) -> str:
    return sha256(repr(told).encode()).hexdigest()


def _timeless(situation: Situation) -> tuple[object, ...]:
    """The situation without the first day of its work, and what can still be done in time.

    Another day alone is no other question: it is one as soon as something does not fit any more.
    """
    work, times = situation.work, Times(situation)
    rest = (_unjudged(situation.answers), situation.withholding)
    together = [Step(effort=each.effort, days=each.days, due=each.due) for each in work.collectives]
    single = [*work.steps.values(), *(each.step for each in work.overrides), *together]
    steps = [*single, work.entering] if work.entering else single
    fits = tuple(times.allow(each) for each in steps)
    return rest, replace(work, start=None), work.start is None, fits


def own_work_of(
    assessment: Assessment, catalogue: Catalogue, *, today: date, end: date | None
) -> OwnWork:
    """What the region said of its own work, until its last day; three queries."""
    aim = aim_of(assessment)
    efforts = tuple(OwnEffort.objects.filter(assessment=assessment))
    start = aim.start or (today if end else None)
    return OwnWork(
        start=start,
        end=end,
        overrides=tuple(_override(each, catalogue) for each in efforts if each.indicator),
        capacities=tuple(_capacity(h) for h in Hands.objects.filter(assessment=assessment)),
        templates=tuple(_templates(efforts, catalogue)),
        without=tuple(e.collective for e in efforts if e.collective and e.effort is None),
    )


def today_in(assessment: Assessment, at: datetime) -> date:
    """The day it is in the region."""
    return at.astimezone(ZoneInfo(assessment.region.time_zone)).date()


def fix_of(choice: Choice) -> Fix:
    """A choice as planning takes it."""
    return Fix(
        wish=PlannedWish(choice.wish),
        innovation=None if choice.entry_id is None else str(choice.entry_id),
        indicator=choice.indicator or None,
        level=choice.level,
        collective=choice.collective or None,
        unit=None if choice.unit_id is None else str(choice.unit_id),
        report=choice.report,
    )


def _override(row: OwnEffort, catalogue: Catalogue) -> Override:
    level = row.level or 1
    usual = catalogue.steps.get((row.indicator, level), Step(effort=None))
    return Override(
        indicator=row.indicator,
        level=level,
        step=replace(usual, effort=row.effort),
        innovation=None if row.entry_id is None else str(row.entry_id),
        unit=None if row.unit_id is None else str(row.unit_id),
    )


def _capacity(row: Hands) -> Capacity:
    unit = None if row.unit_id is None else str(row.unit_id)
    return Capacity(unit=unit, days=row.days, until=row.until)


def _templates(efforts: tuple[OwnEffort, ...], catalogue: Catalogue) -> Iterator[Template]:
    """The usual collective actions that take something else here."""
    own = {each.collective: each.effort for each in efforts if each.collective}
    for template in catalogue.templates:
        effort = own.get(template.id)
        if effort is not None:
            yield replace(template, effort=effort)
