"""A plan becomes the one that everybody works by; days and ends of it; what a day brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.planning.standing import standing
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.faults import Fault, PragolaError
from pragola.scoring.score import score
from pragola.web.coaching.actions.agreements import describe_agreement, put_into_clinic
from pragola.web.coaching.actions.planned import let_go, take_on
from pragola.web.coaching.models import Agreement, Clinic
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.queries.calendar import is_over
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.audit import Author, Jsonable, record
from pragola.web.targets.doing import Done, Levels, after, doing_of, levels_of, verified_score
from pragola.web.targets.handing import tasks_of
from pragola.web.targets.models import AgreedAction, AgreedPlan, Calculation, PlanDay
from pragola.web.targets.queries.question import planned_answers_of, question_of, today_in
from pragola.web.targets.stored import StoredAction, StoredPlan, read_action, read_answer


class AgreementError(PragolaError):
    """A plan that cannot be agreed on as it is."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Until when an action is done, by whom, and by which unit where the plan itself names none."""

    due: date
    owner: Unit | None
    role: Role = Role.OPERATOR


@transaction.atomic
def agree_on(
    calculation: Calculation,
    promises: Sequence[Promise],
    *,
    clinic: Clinic | None = None,
    seen: int | None = None,
    by: Author,
    at: datetime,
) -> AgreedPlan:
    """Make the plan the agreed one, in the place of the one before; a promise for each action.

    Each action becomes an agreement with its owner, to be talked about in `clinic` if there is
    one; what only the plan before asked for is withdrawn. Raises AgreementError where there is no
    plan, answers or choices changed since, or no unit can hand in any more, ClinicError where the
    clinic is closed. `seen` is the plan that was in force when the promises were made, 0 without
    one: if another one took its place, the same one is answered as it stands, and any other is an
    AgreementError too.
    """
    assessment = Assessment.objects.select_for_update(of=("self",)).get(
        pk=calculation.assessment_id
    )
    question = question_of(assessment, at=at)
    _must_not_be_over(assessment, at=at)
    plan = read_answer(calculation.told["answer"]).plan if "answer" in calculation.told else None
    if plan is None or len(promises) != len(plan.actions):
        raise AgreementError(Fault(code="agreement_without_plan"))
    former = AgreedPlan.objects.filter(assessment=assessment, ended_at=None).first()
    if seen is not None and seen != (former.pk if former else 0):
        if former is None or not _is_same(former, calculation, promises, clinic):
            raise AgreementError(Fault(code="agreement_overtaken"))
        return former
    if question is None or question.ground != calculation.ground:
        raise AgreementError(Fault(code="agreement_outdated"))
    if former is not None:
        _end(former, by=by, at=at)
    path = _path(assessment, question.situation.answers, plan, promises)
    agreed = _begun(calculation, plan, path, by=by, at=at)
    rows = _actions(agreed, calculation, promises)
    claimed = levels_of(question.situation.edition, question.claimed)
    made = _agreements(assessment, rows, promises, claimed, by=by, at=at)
    for row, agreement in zip(rows, made, strict=True):
        row.agreement = agreement
    AgreedAction.objects.bulk_create(rows)
    if clinic is not None:
        put_into_clinic(clinic.pk, made, by=by, at=at)
    new: dict[str, Jsonable] = {
        "plan": agreed.pk,
        "index": agreed.index,
        "effort": str(agreed.effort),
    }
    record("plan_agreed", assessment, by=by, at=at, new=new)
    _note(agreed, question.claimed, day=today_in(assessment, at))
    return agreed


def _begun(
    calculation: Calculation,
    plan: StoredPlan,
    path: list[list[str]],
    *,
    by: Author,
    at: datetime,
) -> AgreedPlan:
    return AgreedPlan.objects.create(
        assessment=calculation.assessment,
        calculation=calculation,
        target=calculation.target,
        before=str(plan.before),
        index=str(plan.index),
        effort=plan.effort,
        path=path,
        agreed_by_id=by.person.pk if by.person else None,
        agreed_at=at,
    )


def _must_not_be_over(assessment: Assessment, *, at: datetime) -> None:
    if is_over(assessment, at):
        raise AgreementError(Fault(code="agreement_year_over"))


@transaction.atomic
def end_agreement(plan: AgreedPlan, *, by: Author, at: datetime) -> None:
    """Nobody works by the plan any more; ended twice is ended once."""
    rows = AgreedPlan.objects.select_for_update(of=("self",)).select_related("assessment")
    locked = rows.get(pk=plan.pk)
    if locked.ended_at is None:
        _end(locked, by=by, at=at)
        with override(settings.LANGUAGE_CODE):
            why = str(_("Rencana daerah diakhiri."))
        let_go(locked.assessment, (), why=why, by=by, at=at)


@transaction.atomic
def move_due(action: AgreedAction, due: date, *, by: Author, at: datetime) -> None:
    """Another day until which an action is done. Raises ClinicError where its clinic is closed."""
    rows = AgreedAction.objects.select_for_update(of=("self",))
    locked = rows.select_related("plan__assessment", "agreement__assessment").get(pk=action.pk)
    if locked.day == due:
        return
    old, new = locked.day.isoformat(), due.isoformat()
    if (kept := locked.agreement) is not None:
        describe_agreement(kept, text=kept.text, role=Role(kept.role), due_on=due, by=by, at=at)
    locked.due = due
    locked.save(update_fields=["due"])
    part = f"{locked.plan_id}/{locked.number}"
    record("due_moved", locked.plan.assessment, part=part, by=by, at=at, old=old, new=new)


def note_days(at: datetime) -> None:
    """Write down how far every agreed plan is today."""
    for plan in AgreedPlan.objects.filter(ended_at=None).select_related("assessment__region"):
        claimed = planned_answers_of(plan.assessment)
        _note(plan, claimed, day=today_in(plan.assessment, at))


def _end(plan: AgreedPlan, *, by: Author, at: datetime) -> None:
    plan.ended_at, plan.ended_by_id = at, by.person.pk if by.person else None
    plan.save(update_fields=["ended_at", "ended_by"])
    record("plan_ended", plan.assessment, by=by, at=at, old={"plan": plan.pk})


def _is_same(
    plan: AgreedPlan,
    calculation: Calculation,
    promises: Sequence[Promise],
    clinic: Clinic | None,
) -> bool:
    """Whether the plan is that calculation with those days and owners, in that clinic."""
    if plan.calculation_id != calculation.pk:
        return False
    kept = list(plan.actions.select_related("agreement"))
    wanted = _actions(plan, calculation, promises)
    together = all(map(_is_promised, kept, wanted, promises))
    talked_about = {row.agreement.clinic_id for row in kept if row.agreement}
    return together and (clinic is None or clinic.pk in talked_about)


def _is_promised(kept: AgreedAction, wanted: AgreedAction, promise: Promise) -> bool:
    """Its day, its unit, and the role where a unit does it."""
    agreement = kept.agreement
    owned = agreement is None or not agreement.unit_id or agreement.role == promise.role
    return owned and (kept.due, kept.unit_id) == (wanted.due, wanted.unit_id)


def _actions(
    agreed: AgreedPlan, calculation: Calculation, promises: Sequence[Promise]
) -> list[AgreedAction]:
    told: Sequence[Mapping[str, Any]] = calculation.told["answer"]["plan"]["actions"]
    return [
        AgreedAction(
            plan=agreed,
            number=number,
            unit_id=each["unit"] or (promise.owner.pk if promise.owner else None),
            entry_id=each["entry"],
            told=each,
            due=promise.due,
        )
        for number, (each, promise) in enumerate(zip(told, promises, strict=True))
    ]


def _agreements(
    assessment: Assessment,
    rows: Sequence[AgreedAction],
    promises: Sequence[Promise],
    claimed: Levels,
    *,
    by: Author,
    at: datetime,
) -> list[Agreement]:
    """The agreement of each row; those of the plan before that are not among them are let go."""
    with override(settings.LANGUAGE_CODE):
        tasks = tasks_of(assessment, rows, [promise.role for promise in promises], claimed)
        more = str(_("Rencana daerah yang baru meminta lebih banyak."))
        gone = str(_("Rencana daerah yang baru tidak memerlukannya lagi."))
    made = take_on(assessment, tasks, why=more, by=by, at=at)
    let_go(assessment, {each.pk for each in made}, why=gone, by=by, at=at)
    return made


def _path(
    assessment: Assessment, answers: Answers, plan: StoredPlan, promises: Sequence[Promise]
) -> list[list[str]]:
    """The engine's index after each day on which something is due."""
    edition = load_edition(assessment.edition)
    levels = levels_of(edition, answers)
    steps = []
    for day in sorted({promise.due for promise in promises}):
        due = [a for a, p in zip(plan.actions, promises, strict=True) if p.due <= day]
        steps.append([day.isoformat(), str(score(edition, after(answers, due, levels)).index)])
    return steps


def _note(plan: AgreedPlan, claimed: Answers, *, day: date) -> None:
    edition = load_edition(plan.assessment.edition)
    levels = levels_of(edition, standing(claimed))
    done = [a for a in _of(plan) if doing_of(a, levels).state is Done.DONE]
    PlanDay.objects.update_or_create(
        plan=plan,
        day=day,
        defaults={
            "index": str(score(edition, claimed).index),
            "verified": ""
            if (judged := verified_score(edition, claimed)) is None
            else str(judged.index),
            "done": len(done),
            "effort": sum(each.effort for each in done),
        },
    )


def _of(plan: AgreedPlan) -> list[StoredAction]:
    return [read_action(told) for told in plan.actions.values_list("told", flat=True)]
