"""Work of an agreed plan as agreements: none twice, and none left that the plan does without."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.db import transaction

from pragola.scoring.measure import round_half_up
from pragola.web.coaching.actions.agreements import record_agreed, withdraw_agreement
from pragola.web.coaching.models import Agreement, AgreementKind, Lift
from pragola.web.coaching.queries.diagnosing import WORTH_DECIMALS
from pragola.web.coaching.queries.taken import (
    Subject,
    first_enough,
    is_changeable,
    open_ones,
    stays_as_it_is,
)
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Author, record

_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """A claim that collective work lifts, by the id of its entry; None is a row of the region."""

    entry: int | None
    indicator: str
    from_level: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One piece of a plan's work: what, about what, who owns it, until when, worth how much.

    `unit` None is the coordinator's own; units and entries by their ids.
    """

    kind: AgreementKind
    text: str
    unit: int | None
    role: Role
    due_on: date
    worth: Fraction
    entry: int | None = None
    indicator: str = ""
    collective: str = ""
    from_level: int = 0
    level: int = 0
    lifts: tuple[Lifted, ...] = ()

    @property
    def subject(self) -> Subject:
        """What it is about: the same subject is never agreed on twice."""
        return self.kind.value, self.entry, self.indicator, self.collective


@transaction.atomic
def take_on(
    assessment: Assessment, tasks: Sequence[Task], *, why: str, by: Author, at: datetime
) -> list[Agreement]:
    """An agreement for each task, in their order.

    One that is open and asks for as much already is kept; of those that plans asked for, the day
    and the owner are the new ones. One that asks for less is withdrawn with the reason `why`.
    """
    known = open_ones(assessment)
    return [_taken(assessment, each, known, why=why, by=by, at=at) for each in tasks]


@transaction.atomic
def let_go(
    assessment: Assessment, kept: Collection[int], *, why: str, by: Author, at: datetime
) -> int:
    """Withdraw what plans asked for and nobody has done yet, but for those kept; how many.

    What a closed clinic has agreed on stays as its minutes have it.
    """
    found = [each for rows in open_ones(assessment).values() for each in rows]
    over = [a for a in found if a.planned and a.pk not in kept and is_changeable(a)]
    for each in over:
        withdraw_agreement(each, why=why, by=by, at=at)
    return len(over)


def _taken(
    assessment: Assessment,
    task: Task,
    known: Mapping[Subject, Sequence[Agreement]],
    *,
    why: str,
    by: Author,
    at: datetime,
) -> Agreement:
    former = known.get(task.subject, ())
    rises = ((each.entry, each.indicator, each.level) for each in task.lifts)
    kept = first_enough(former, level=task.level, rises=rises)
    if kept is not None:
        if not stays_as_it_is(kept):
            _renew(kept, task, by=by, at=at)
        return kept
    replaced = [each for each in former if is_changeable(each)]
    for each in replaced:
        withdraw_agreement(each, why=why, by=by, at=at)
    clinics = (each.clinic_id for each in replaced if each.clinic_id)
    return _made(assessment, task, clinic=next(clinics, None), by=by, at=at)


def _made(
    assessment: Assessment, task: Task, *, clinic: int | None, by: Author, at: datetime
) -> Agreement:
    made = Agreement.objects.create(
        assessment=assessment,
        clinic_id=clinic,
        unit_id=task.unit,
        entry_id=task.entry,
        indicator=task.indicator,
        collective=task.collective,
        kind=task.kind,
        from_level=task.from_level,
        to_level=task.level,
        text=task.text[:_LONGEST],
        role=task.role,
        due_on=task.due_on,
        worth=round_half_up(task.worth, WORTH_DECIMALS),
        planned=True,
        made_by_id=by.person.pk if by.person else None,
        made_at=at,
    )
    Lift.objects.bulk_create(
        Lift(
            agreement=made,
            entry_id=each.entry,
            indicator=each.indicator,
            from_level=each.from_level,
            to_level=each.level,
        )
        for each in task.lifts
    )
    record_agreed(made, by=by, at=at)
    return made


def _renew(kept: Agreement, task: Task, *, by: Author, at: datetime) -> None:
    """The day, the owner and the worth that the new plan gives to what it asks for again."""
    worth = round_half_up(task.worth, WORTH_DECIMALS)
    old = (kept.due_on, kept.role, kept.unit_id, kept.worth)
    kept.due_on, kept.role, kept.unit_id, kept.worth = task.due_on, task.role, task.unit, worth
    new = (kept.due_on, kept.role, kept.unit_id, kept.worth)
    if new == old:
        return
    kept.save(update_fields=["due_on", "role", "unit", "worth"])
    part, told = f"agreement:{kept.pk}", [[str(each) for each in values] for values in (old, new)]
    place = kept.clinic or kept.assessment
    record("agreement_renewed", place, part=part, by=by, at=at, old=told[0], new=told[1])
