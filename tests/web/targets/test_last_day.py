"""The last day of the work: as people set it, else the closing of the door by the calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from pragola.web.innovations.models import Assessment, Deadline, Door
from pragola.web.targets.forms.agreeing import usual_days
from pragola.web.targets.models import Aim
from pragola.web.targets.queries.last_day import LastDay, last_day_of, last_day_told
from pragola.web.targets.queries.question import Question, aim_of, question_of
from pragola.wording import Language
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_calculating import planned
from tests.web.targets.test_room import coordinator, opened
from tests.web.workplace import MOMENT

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
MIDNIGHT = datetime(2026, 7, 10, 17, tzinfo=UTC)
"""The end of 10 July in Pati."""


def closing(assessment: Assessment, at: datetime, *, door: Door = Door.SUBMIT) -> None:
    """The calendar closes a door."""
    Deadline.objects.create(assessment=assessment, door=door, closes_at=at)


def asked(assessment: Assessment, *, at: datetime = MOMENT) -> Question:
    """The question at a moment."""
    question = question_of(assessment, at=at)
    assert question is not None
    return question


def last_of(assessment: Assessment, *, at: datetime = MOMENT) -> LastDay:
    """The last day as it is known at a moment."""
    return last_day_of(assessment, aim_of(assessment), at=at)


def test_without_a_day_of_their_own_the_door_ends_the_work() -> None:
    """From today to the last day on which entries are handed in; no other door does."""
    assessment = a_small_government()
    closing(assessment, MIDNIGHT - 3 * DAY, door=Door.REVIEW)
    none = last_of(assessment)
    closing(assessment, MIDNIGHT)
    work = asked(assessment).situation.work
    assert (none, last_of(assessment)) == (
        LastDay(day=None),
        LastDay(day=date(2026, 7, 10), by_calendar=True),
    )
    assert (work.start, work.end) == (MOMENT.date(), date(2026, 7, 10))


def test_a_closed_door_ends_nothing_and_a_day_of_their_own_goes_before_it() -> None:
    """People may plan beyond the calendar; afterwards no last day is known."""
    assessment = a_small_government()
    closing(assessment, MIDNIGHT)
    closed = last_of(assessment, at=MIDNIGHT)
    Aim.objects.create(assessment=assessment, end=date(2026, 12, 31))
    own = last_of(assessment)
    assert (closed, own) == (LastDay(day=None), LastDay(day=date(2026, 12, 31)))
    told = [last_day_told(each, Language.INDONESIAN) for each in (closed, own)]
    assert "tidak diketahui" in told[0]
    assert told[1] == "Direncanakan sampai 31 Desember 2026, hari terakhir yang ditetapkan."


def test_a_plan_asks_for_nothing_that_is_ready_after_the_door_closed() -> None:
    """And the days it proposes do not lie beyond it."""
    assessment = a_small_government()
    closing(assessment, MIDNIGHT + 30 * DAY)
    _row, plan = planned(assessment)
    question = asked(assessment)
    work, today = question.situation.work, MOMENT.date()
    steps = [work.steps[each.indicator, each.level] for each in plan.actions if each.indicator]
    together = {each.id: each.days for each in work.collectives}
    needed = [step.days for step in steps] + [
        together[each.collective] for each in plan.actions if each.collective
    ]
    assert max(needed) <= 39
    usual = usual_days(question, plan.actions, today)
    assert all(today <= each <= date(2026, 8, 9) for each in usual)


def test_another_day_is_another_question_only_when_something_does_not_fit_any_more() -> None:
    """A plan of yesterday is still this morning's."""
    assessment = a_small_government()
    closing(assessment, MOMENT + 400 * DAY)
    far = [asked(assessment, at=MOMENT + days * DAY).basis for days in (0, 1, 2)]
    late = asked(assessment, at=MOMENT + 390 * DAY).basis
    assert (len(set(far)), late in far) == (1, False)


def test_the_pages_say_until_when_and_why() -> None:
    """The room, the page of dates and that of the acceptance."""
    assessment, browser = a_small_government(), coordinator()
    without = opened(browser, assessment)
    closing(assessment, now() + 30 * DAY)
    browser.post(reverse("plan_ask", args=[assessment.pk]))
    row = assessment.calculations.get()
    paths = [
        reverse("target", args=[assessment.pk]),
        reverse("target_work", args=[assessment.pk]),
        reverse("plan_agree", args=[row.pk]),
    ]
    told = last_day_told(last_of(assessment, at=now()), Language.INDONESIAN)
    pages = [browser.get(path).content.decode() for path in paths]
    assert "Hari terakhir tidak diketahui" in without
    assert "saat pintu pengajuan tertutup menurut kalender" in told
    assert [told in page for page in pages] == [True] * 3
