"""What two plans differ about, and why: work done between them, a choice, or their aims."""

import pytest
from django.urls import reverse

from pragola.web.innovations.models import Assessment, Entry, EntryState
from pragola.web.shared.audit import SYSTEM
from pragola.web.targets.actions.asking import Subject, lift_choice, make_choice
from pragola.web.targets.models import Calculation, Choice, Wish
from pragola.web.targets.queries.compare import Comparison, Pair, comparison_of
from pragola.web.targets.queries.differing import Cause
from pragola.wording import Language
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_agreeing import save, work_for
from tests.web.targets.test_calculating import planned
from tests.web.targets.test_room import coordinator
from tests.web.workplace import MOMENT

pytestmark = pytest.mark.django_db


def compared(assessment: Assessment, *rows: Calculation) -> Comparison:
    """The page of the two plans."""
    return comparison_of(assessment, [row.pk for row in rows], language=Language.INDONESIAN)


def about_video(told: Comparison) -> tuple[Cause, Pair]:
    """What differs about the claim of the video of the first innovation."""
    found = [
        (each.cause, pair)
        for each in told.differences
        for pair in each.pairs
        if pair.about.startswith("Inovasi 0, ") and "SID-20" in pair.about
    ]
    assert len(found) == 1
    return found[0]


def test_what_was_done_meanwhile_is_told_as_work_done() -> None:
    """The second plan does without it because its level is there, whichever stands first."""
    assessment = a_small_government()
    work_for(assessment)
    first, _plan = planned(assessment)
    save(Entry.objects.get(innovation__title="Inovasi 0"), "SID-20", 3, revision=1)
    second, _plan = planned(assessment)
    cause, pair = about_video(compared(assessment, first, second))
    assert (cause, pair.why) == (Cause.WORK, "sudah tercapai ketika Rencana 2 dihitung")
    cause, pair = about_video(compared(assessment, second, first))
    assert (cause, pair.why) == (Cause.WORK, "sudah tercapai ketika Rencana 1 dihitung")


def test_a_level_between_and_an_entry_that_went_are_work_too() -> None:
    """The starting point is another one; what nobody reports any more is gone."""
    assessment = a_small_government()
    work_for(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    first, _plan = planned(assessment)
    save(entry, "SID-20", 2, revision=1)
    second, _plan = planned(assessment)
    lift_choice(Choice.objects.get(), by=SYSTEM, at=MOMENT)
    Entry.objects.filter(pk=entry.pk).update(state=EntryState.REJECTED)
    third, _plan = planned(assessment)
    risen = about_video(compared(assessment, first, second))
    gone = about_video(compared(assessment, first, third))
    assert [(cause, pair.why) for cause, pair in (risen, gone)] == [
        (Cause.WORK, "titik tolaknya berbeda: klaim atau putusannya berubah di antaranya"),
        (Cause.WORK, "inovasinya tidak ada atau ditolak ketika Rencana 2 dihitung"),
    ]


def test_choices_are_told_as_choices_and_what_follows_apart() -> None:
    """Asked for in one plan, forbidden in another; the rest makes up for it."""
    assessment = a_small_government()
    free, plan = planned(assessment)
    work_for(assessment)
    asked, _plan = planned(assessment)
    told = compared(assessment, free, asked)
    cause, pair = about_video(told)
    assert (cause, pair.why) == (Cause.CHOICE, "diminta, menurut pilihan Rencana 2")
    assert Cause.WORK not in {each.cause for each in told.differences}
    first = plan.actions[0]
    entry = Entry.objects.get(pk=first.entry) if first.entry else None
    barred = Subject(entry=entry, indicator=first.indicator, collective=first.collective)
    make_choice(assessment, Wish.NOT, barred, by=SYSTEM, at=MOMENT)
    third, _plan = planned(assessment)
    whys = {
        pair.why
        for each in compared(assessment, free, third).differences
        if each.cause is Cause.CHOICE
        for pair in each.pairs
    }
    assert "tidak boleh, menurut pilihan Rencana 2" in whys


def test_the_page_tells_the_causes_apart() -> None:
    """With where each plan starts."""
    assessment, boss = a_small_government(), coordinator()
    work_for(assessment)
    first, _plan = planned(assessment)
    save(Entry.objects.get(innovation__title="Inovasi 0"), "SID-20", 3, revision=1)
    second, _plan = planned(assessment)
    path = reverse("plan_compare", args=[assessment.pk])
    page = boss.get(path, {"rencana": [first.pk, second.pk]}).content.decode()
    wanted = ["Karena pekerjaan atau putusan di antaranya", "Bertolak dari"]
    assert [each for each in wanted if each not in page] == []
