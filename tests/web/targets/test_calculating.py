"""Plans computed from live answers: at once, by workers, around choices, and stopped."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from pragola.planning.actions import ActionKind
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Status
from pragola.scoring.score import score
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Unit
from pragola.web.shared.audit import SYSTEM
from pragola.web.shared.models import Change
from pragola.web.targets.actions.asking import (
    Subject,
    lift_choice,
    make_choice,
    save_effort,
    save_hands,
    set_aim,
)
from pragola.web.targets.actions.calculating import (
    DEAD_AFTER,
    Clock,
    ask_for_plan,
    calculate_next,
    stop_calculation,
    sweep_calculations,
)
from pragola.web.targets.models import Calculation, CalculationState, Choice, Wish
from pragola.web.targets.parts import BESIDE
from pragola.web.targets.stored import StoredAction, StoredPlan, read_answer
from pragola.workbook import answers_from
from tests.web.targets.planned import TARGET, a_small_government
from tests.web.workplace import MOMENT

pytestmark = pytest.mark.django_db

LONG = 60.0
"""Seconds that no small case takes."""


def clock() -> datetime:
    """The time stands still."""
    return MOMENT


def planned(assessment: Assessment) -> tuple[Calculation, StoredPlan]:
    """The plan made at once."""
    row = ask_for_plan(assessment, by=SYSTEM, clock=clock, at_once=LONG)
    assert row is not None
    plan = read_answer(row.told["answer"]).plan
    assert plan is not None
    return row, plan


def test_a_small_case_is_answered_at_once_and_proven() -> None:
    """What it promises is what the engine says of the answers it leads to, to the last digit."""
    assessment = a_small_government()
    row, plan = planned(assessment)
    after = score(load_edition("2026"), answers_from(row.answers))
    assert (plan.index, plan.exact, plan.band) == (after.index, after.index_exact, after.band.name)
    assert (plan.proven, plan.index >= TARGET) == (True, True)


def test_what_each_action_adds_is_the_difference_of_two_scores() -> None:
    """The plan's index, less the engine's score of the answers without that action."""
    row, plan = planned(a_small_government(target=Decimal("6.00")))
    after = answers_from(row.answers)
    edition = load_edition("2026")
    alone = [each for each in plan.actions if each.kind is ActionKind.RAISE and not each.waits_for]
    needed = {name for each in plan.actions for name in each.waits_for}
    told = {
        (each.entry, each.indicator): (
            each.adds,
            plan.exact - score(edition, without(after, each)).index_exact,
        )
        for each in alone
        if each.indicator not in needed
    }
    assert told
    assert {key: told_ for key, (told_, _) in told.items()} == {
        key: real for key, (_, real) in told.items()
    }


def without(answers: Answers, action: StoredAction) -> Answers:
    """The answers as they are with one action left out."""
    claim = Claim(level=action.from_level)
    if action.entry is None:
        return replace(answers, spd={**answers.spd, action.indicator: claim})
    return replace(
        answers,
        innovations=tuple(
            replace(each, claims={**each.claims, action.indicator: claim})
            if each.id == str(action.entry)
            else each
            for each in answers.innovations
        ),
    )


def test_the_same_question_has_one_row() -> None:
    """However often it is asked; another target is another question."""
    assessment = a_small_government()
    first, _plan = planned(assessment)
    again, _same = planned(assessment)
    assessment.target = Decimal("5.00")
    other, _other = planned(assessment)
    assert (first.pk == again.pk, first.pk == other.pk) == (True, False)


def test_nobody_plans_without_a_target() -> None:
    """Nothing is asked then."""
    assessment = a_small_government(target=None)
    assert ask_for_plan(assessment, by=SYSTEM, clock=clock) is None
    assert Calculation.objects.count() == 0


def test_a_plan_keeps_to_choices_until_they_are_lifted() -> None:
    """'Not this one' takes it out; lifted, the first plan is there again without a search."""
    assessment = a_small_government()
    first, plan = planned(assessment)
    unwanted = plan.actions[0]
    choice = make_choice(assessment, Wish.NOT, subject_of(unwanted), by=SYSTEM, at=MOMENT)
    _row, around = planned(assessment)
    lift_choice(choice, by=SYSTEM, at=MOMENT)
    again, _plan = planned(assessment)
    assert unwanted.subject not in {each.subject for each in around.actions}
    assert (around.effort >= plan.effort, again.pk) == (True, first.pk)


def subject_of(action: StoredAction) -> Subject:
    """What a choice about an action is about."""
    return Subject(
        entry=Entry.objects.filter(pk=action.entry).first() if action.entry else None,
        indicator=action.indicator,
        collective=action.collective,
    )


def test_what_is_surely_done_is_in_the_plan_and_a_unit_without_hands_is_not() -> None:
    """Around both at once."""
    assessment = a_small_government()
    entry, unit = Entry.objects.get(innovation__title="Inovasi 0"), Unit.objects.get(name="Unit 1")
    wanted = Subject(entry=entry, indicator="SID-20", level=3)
    make_choice(assessment, Wish.SURELY, wanted, by=SYSTEM, at=MOMENT)
    make_choice(assessment, Wish.NO_HANDS, Subject(unit=unit), by=SYSTEM, at=MOMENT)
    _row, plan = planned(assessment)
    done = {(each.entry, each.indicator, each.level) for each in plan.actions}
    assert (entry.pk, "SID-20", 3) in done
    assert unit.pk not in {each.unit for each in plan.actions}


def test_another_choice_about_the_same_takes_the_place_of_the_first() -> None:
    """And who made and lifted it stands in the log."""
    assessment = a_small_government()
    subject = Subject(collective="perda")
    first = make_choice(assessment, Wish.NOT, subject, by=SYSTEM, at=MOMENT)
    same = make_choice(assessment, Wish.NOT, subject, by=SYSTEM, at=MOMENT)
    other = make_choice(assessment, Wish.SURELY, subject, by=SYSTEM, at=MOMENT)
    in_force = list(Choice.objects.filter(lifted_at=None))
    deeds = list(Change.objects.order_by("id").values_list("deed", flat=True))
    assert (first == same, in_force) == (True, [other])
    assert deeds == ["choice_made", "choice_lifted", "choice_made"]


def test_an_entry_may_be_withheld_by_choice() -> None:
    """The answers that the plan leads to say so."""
    assessment = a_small_government(target=Decimal("3.00"))
    entry = Entry.objects.get(innovation__title="Inovasi 2")
    make_choice(assessment, Wish.SURELY, Subject(entry=entry), report=False, by=SYSTEM, at=MOMENT)
    row, _plan = planned(assessment)
    status = {each.id: each.status for each in answers_from(row.answers).innovations}
    assert status[str(entry.pk)] is Status.DRAFT


def test_own_efforts_and_hands_change_what_is_lightest() -> None:
    """A collective action that costs nothing is taken, a unit without days does nothing."""
    assessment = a_small_government()
    free = Subject(collective="sk-pelaksana")
    save_effort(assessment, free, effort=Decimal(0), by=SYSTEM, at=MOMENT)
    unit = Unit.objects.get(name="Unit 0")
    save_hands(assessment, unit, days=Decimal(0), until=None, by=SYSTEM, at=MOMENT)
    step = Subject(indicator="SID-20", level=3, unit=Unit.objects.get(name="Unit 1"))
    save_effort(assessment, step, effort=None, by=SYSTEM, at=MOMENT)
    _row, plan = planned(assessment)
    efforts = [each.effort for each in plan.actions if each.unit == unit.pk]
    assert "sk-pelaksana" in {each.collective for each in plan.actions}
    assert sum(efforts, Decimal(0)) == 0


def test_an_unreachable_target_tells_the_highest_and_what_stands_in_the_way() -> None:
    """With the index that each hindrance alone keeps from."""
    assessment = a_small_government(target=Decimal("99.00"))
    unit = Unit.objects.get(name="Unit 1")
    make_choice(assessment, Wish.NO_HANDS, Subject(unit=unit), by=SYSTEM, at=MOMENT)
    row = ask_for_plan(assessment, by=SYSTEM, clock=clock, at_once=LONG)
    assert row is not None
    answer = read_answer(row.told["answer"])
    assert answer.plan is None
    assert answer.highest is not None
    assert answer.highest.index == score(load_edition("2026"), answers_from(row.answers)).index
    assert {each.kind.value for each in answer.hindrances} == {"choices", "past"}
    assert all(each.index and each.index > answer.highest.index for each in answer.hindrances)


def test_a_worker_works_out_what_stands_beside_the_plan() -> None:
    """All parts, once; then nothing waits any more."""
    assessment = a_small_government()
    row = ask_for_plan(assessment, by=SYSTEM, clock=clock, at_once=0)
    assert row is not None
    assert [calculate_next(clock=clock), calculate_next(clock=clock)] == [True, False]
    row.refresh_from_db()
    assert (row.state, set(row.told)) == (CalculationState.DONE, {"answer", *BESIDE})
    assert 0 <= row.told["sureness"]["reach"] <= 1
    indices = [Fraction(each["index"]) for each in row.told["curve"]["points"]]
    assert indices == sorted(indices)


def test_what_is_stopped_stays_stopped_until_it_is_asked_again() -> None:
    """A worker that still holds the row writes nothing."""
    assessment = a_small_government()
    row = ask_for_plan(assessment, by=SYSTEM, clock=clock, at_once=0)
    assert row is not None
    assert [stop_calculation(row, by=SYSTEM, at=MOMENT) for _ in range(2)] == [True, False]
    assert not calculate_next(clock=clock)
    again = ask_for_plan(assessment, by=SYSTEM, clock=clock, at_once=0)
    assert again is not None
    assert (again.pk, again.state) == (row.pk, CalculationState.WAITING)


def standing_at(at: datetime) -> Clock:
    """A clock that shows that moment."""
    return lambda: at


def ticks() -> Iterator[datetime]:
    """Later and later."""
    at = MOMENT
    while True:
        yield at
        at += DEAD_AFTER + timedelta(seconds=1)


def test_a_dead_worker_loses_its_row_and_the_third_sets_it_aside() -> None:
    """The sweep gives it back twice."""
    row = ask_for_plan(a_small_government(), by=SYSTEM, clock=clock, at_once=0)
    assert row is not None
    states = []
    for tries, at in zip((1, 2, 3), ticks(), strict=False):
        Calculation.objects.filter(pk=row.pk).update(
            state=CalculationState.RUNNING, tries=tries, seen_at=at - DEAD_AFTER * 2
        )
        sweep_calculations(standing_at(at))
        row.refresh_from_db()
        states.append(row.state)
    assert states == ["waiting", "waiting", "isolated"]


def test_answers_that_changed_are_planned_for_by_the_sweep() -> None:
    """And a worker that finds the question changed asks the new one."""
    assessment = a_small_government()
    row, _plan = planned(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    later = MOMENT + timedelta(hours=1)
    save_claim(entry.pk, "SID-05", claim=Claim(level=2), note="", revision=0, by=SYSTEM, at=later)
    sweep_calculations(lambda: later)
    rows = Calculation.objects.order_by("id").values_list("pk", "state")
    assert [state for _pk, state in rows] == ["stopped", "waiting"]
    while calculate_next(clock=lambda: later):
        continue
    row.refresh_from_db()
    assert (row.state, Calculation.objects.filter(sure=False).latest("id").state) == (
        "stopped",
        "done",
    )


def test_dates_are_kept_to() -> None:
    """What cannot be done in time is not proposed; nothing is withheld if all shall stay."""
    assessment = a_small_government()
    today = MOMENT.date()
    set_aim(
        assessment,
        confidence=80,
        start=today,
        end=today + timedelta(days=5),
        keep_all=True,
        by=SYSTEM,
        at=MOMENT,
    )
    row = ask_for_plan(assessment, by=SYSTEM, clock=clock, at_once=LONG)
    assert row is not None
    answer = read_answer(row.told["answer"])
    assert (answer.plan, row.confidence) == (None, 80)
    assert "time" in {each.kind.value for each in answer.hindrances}
    assert answer.highest is not None
    assert {each.kind for each in answer.highest.actions} <= {ActionKind.RAISE, ActionKind.ENTER}
