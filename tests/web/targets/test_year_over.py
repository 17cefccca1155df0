"""A year in which no unit can hand in any more: its plan is looked at, and not agreed on."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from pragola.web.innovations.models import Assessment, Deadline, Door, Entry, EntryState, Grace
from pragola.web.innovations.queries.calendar import is_over
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.audit import SYSTEM
from pragola.web.targets.actions.agreeing import AgreementError, Promise, agree_on
from pragola.web.targets.models import AgreedPlan
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_agreeing import agreed
from tests.web.targets.test_calculating import planned
from tests.web.targets.test_room import coordinator, opened
from tests.web.workplace import MOMENT, appointed

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def close(assessment: Assessment, *doors: Door) -> None:
    """The calendar closed those doors the day before the moment."""
    for door in doors:
        Deadline.objects.create(assessment=assessment, door=door, closes_at=MOMENT - DAY)


def test_a_year_is_over_when_nothing_can_be_handed_in_nor_come_back() -> None:
    """What is on its way may come back while that door is open; grace for one unit is enough."""
    assessment = a_small_government()
    seen = [is_over(assessment, MOMENT)]
    close(assessment, Door.SUBMIT)
    seen.append(is_over(assessment, MOMENT))
    Entry.objects.filter(state=EntryState.RETURNED).update(state=EntryState.CLOSED)
    seen.append(is_over(assessment, MOMENT))
    Entry.objects.filter(state=EntryState.CLOSED).update(state=EntryState.SUBMITTED)
    seen.append(is_over(assessment, MOMENT))
    close(assessment, Door.REVISE)
    seen.append(is_over(assessment, MOMENT))
    assert seen == [False, False, True, False, True]


@pytest.mark.parametrize("door", [Door.SUBMIT, Door.REVISE])
def test_grace_keeps_a_year_open_until_it_ends_or_is_taken_back(door: Door) -> None:
    """The latest one for a unit and a door holds."""
    assessment, unit = a_small_government(), Unit.objects.get(name="Unit 0")
    close(assessment, Door.SUBMIT, Door.REVISE)
    person = appointed(Role.COORDINATOR, assessment.region)
    named = {"assessment": assessment, "unit": unit, "given_by": person, "given_at": MOMENT}
    Grace.objects.create(door=door, until=MOMENT + DAY, reason="Listrik padam", **named)
    seen = [is_over(assessment, MOMENT), is_over(assessment, MOMENT + DAY)]
    Grace.objects.create(door=door, until=MOMENT - DAY, reason="Keliru", **named)
    assert [*seen, is_over(assessment, MOMENT)] == [False, True, True]


def test_its_plan_cannot_be_agreed_on_also_by_address() -> None:
    """The action refuses it, whoever asks; nothing is left behind."""
    assessment = a_small_government()
    row, plan = planned(assessment)
    close(assessment, Door.SUBMIT, Door.REVISE)
    promises = [Promise(MOMENT.date(), None)] * len(plan.actions)
    with pytest.raises(AgreementError) as refused:
        agree_on(row, promises, by=SYSTEM, at=MOMENT)
    assert [fault.code for fault in refused.value.faults] == ["agreement_year_over"]
    assert AgreedPlan.objects.count() == 0


def test_its_pages_say_so_in_place_of_the_button_and_still_work_out_what_if() -> None:
    """The room, the form of agreeing, and the page of a plan agreed on before."""
    assessment, boss = a_small_government(), coordinator()
    boss.post(reverse("plan_ask", args=[assessment.pk]))
    before = opened(boss, assessment)
    agreed(assessment)
    for door in (Door.SUBMIT, Door.REVISE):
        Deadline.objects.create(assessment=assessment, door=door, closes_at=now() - DAY)
    boss.post(reverse("plan_ask", args=[assessment.pk]))
    room = opened(boss, assessment)
    path = reverse("plan_agree", args=[assessment.calculations.latest("id").pk])
    form = boss.get(path).content.decode()
    kept = boss.get(reverse("plan_agreed", args=[assessment.pk])).content.decode()
    said, button = "sudah ditutup menurut kalender", "Sepakati rencana ini</"
    told = [(said in page, button in page) for page in (before, room, form, kept)]
    assert told == [(False, True), (True, False), (True, False), (True, False)]
    assert ("terbukti paling ringan" in room, "Bukan ini" in room) == (True, True)
    assert ("Indeksnya tetap" in kept, "Rencana lagi dari hari ini" in kept) == (True, False)
