"""The agreed plan in a sentence, where leaders and coordinators begin."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from pragola.web.innovations.models import Assessment, Deadline, Door
from pragola.web.regions.models import Role
from pragola.web.targets.actions.calculating import calculate_next
from pragola.web.targets.models import AgreedAction
from pragola.web.targets.queries.agreed import PlanSum, plan_sum
from pragola.wording import Language
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_agreeing import agreed, raised, raised_entry, save, work_for
from tests.web.targets.test_calculating import clock
from tests.web.targets.test_room import shown
from tests.web.workplace import MOMENT, a_region, appointed, signed_in

pytestmark = pytest.mark.django_db

ID = Language.INDONESIAN


def started(browser: Client) -> str:
    """The first page of somebody at work."""
    return " ".join(browser.get("/kerja/").content.decode().split())


def summed(assessment: Assessment, *, days: int = 0) -> PlanSum:
    """The sentence's parts, so many days after the agreement."""
    found = plan_sum(assessment, at=MOMENT + timedelta(days=days), language=ID)
    assert found is not None
    return found


def test_what_is_done_and_late_is_counted_and_the_rest_foretold() -> None:
    """By the claims; late is what is not done after its day."""
    assessment = a_small_government()
    work_for(assessment)
    assert plan_sum(assessment, at=MOMENT, language=ID) is None
    plan = agreed(assessment)
    number = AgreedAction.objects.count()
    before, late = summed(assessment), summed(assessment, days=60)
    save(raised_entry(raised(plan)), "SID-20", 3, revision=1)
    after = summed(assessment, days=60)
    assert (before.done, before.number, before.late) == (0, number, 0)
    assert (late.late, after.done, after.late) == (number, 1, number - 1)
    assert (before.target, before.reaches, before.over) == (shown(plan.target), True, False)
    assert before.all_done == after.all_done == plan.index.replace(".", ",")


def test_a_leader_reads_it_first_and_others_do_not() -> None:
    """Nothing is foretold once nobody can hand in any more."""
    assessment = a_small_government()
    work_for(assessment)
    leader = signed_in(appointed(Role.LEADER, a_region()))
    without = started(leader)
    plan = agreed(assessment)
    number = AgreedAction.objects.count()
    told = f"Rencana yang disepakati: 0 dari {number} pekerjaan selesai."
    operator = signed_in(appointed(Role.OPERATOR, raised_entry(raised(plan)).innovation.unit))
    pages = [without, started(leader), started(operator)]
    assert [told in page for page in pages] == [False, True, False]
    assert "Bila sisanya selesai dan diterima" in pages[1]
    assert "Peluangnya" not in pages[1]
    assert calculate_next(clock=clock)
    reach = summed(assessment).reach
    assert (reach != "", f"Peluangnya {reach} ketika dihitung." in started(leader)) == (True, True)
    for door in (Door.SUBMIT, Door.REVISE):
        Deadline.objects.create(assessment=assessment, door=door, closes_at=now())
    over = started(leader)
    assert (told in over, "Bila sisanya" in over) == (True, False)
