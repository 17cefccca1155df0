"""The same portfolio by the rules of another year."""

from dataclasses import replace

import pytest
from django.urls import reverse

from pragola.planning.carrying import carried_to
from pragola.rulebooks import load_edition
from pragola.scoring.score import score
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Role
from pragola.web.targets.actions.calculating import calculate_next
from pragola.web.targets.models import Calculation
from pragola.web.targets.queries.next_year import next_year_of
from pragola.web.targets.queries.years import other_year
from pragola.wording import Language
from pragola.workbook import answers_from
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_calculating import clock, planned
from tests.web.targets.test_room import coordinator, shown
from tests.web.workplace import a_region, an_assessment, appointed, signed_in

pytestmark = pytest.mark.django_db

ID = Language.INDONESIAN


def test_next_years_rules_score_the_same_answers_and_the_planned_ones() -> None:
    """Both to the engine's last digit, with the rules that differ."""
    assessment = a_small_government()
    row, _plan = planned(assessment)
    told = other_year(assessment, None, row, ID)
    next_year = load_edition("2027")
    now = score(next_year, replace(answers_of(assessment), edition="2027"))
    assert told is not None
    assert (told.code, told.there, told.outlook) == ("2027", shown(now.index), True)
    assert told.planned != ""
    rules = {(rule.name, rule.here, rule.there) for rule in told.rules}
    assert ("Pembagi paling sedikit", "12", "14") in rules


def test_what_another_edition_cannot_read_is_told_and_not_counted() -> None:
    """Codes that it does not know, and an SPD that is one sum."""
    assessment = a_small_government()
    assessment.spd = {"SPD-12": {"level": 2}}
    carried = carried_to(load_edition("2023"), answers_of(assessment))
    assert (carried.answers.spd, carried.lost >= 1) == ({}, True)
    old = an_assessment("2023")
    old.spd_subtotal = "40"
    told = other_year(old, "2026", None, ID)
    assert told is not None
    assert told.subtotal_lost is True


def test_no_work_is_lost_and_what_next_year_asks_for_is_planned() -> None:
    """By the engine: what each action still adds, the cheapest plan there, what is left of it."""
    assessment, browser = a_small_government(), coordinator()
    _row, plan = planned(assessment)
    early = next_year_of(assessment, Calculation.objects.get(), ID)
    while calculate_next(clock=clock):
        continue
    row = Calculation.objects.filter(sure=False).latest("queued_at")
    told = next_year_of(assessment, row, ID)
    next_year = load_edition("2027")
    done = score(next_year, carried_to(next_year, answers_from(row.answers)).answers)
    assert early is None
    assert told is not None
    assert (told.code, told.after, len(told.worth)) == (
        "2027",
        shown(done.index),
        len(plan.actions),
    )
    assert told.stay == len([each for each in told.worth if each.then.startswith("+")]) > 0
    assert told.afresh is not None
    assert told.left is not None
    page = browser.get(reverse("plan_years", args=[assessment.pk])).content.decode()
    assert "Pekerjaan tidak hilang" in page
    assert (
        "Pekerjaan tidak hilang"
        not in browser.get(
            reverse("plan_years", args=[assessment.pk]), {"pedoman": "2023"}
        ).content.decode()
    )


def test_the_page_names_the_years_there_are_and_no_others() -> None:
    """For coordinator and leader."""
    assessment = a_small_government()
    path = reverse("plan_years", args=[assessment.pk])
    for reader in (coordinator(), signed_in(appointed(Role.LEADER, a_region()))):
        page = reader.get(path).content.decode()
        assert "Jawaban 2026 menurut pedoman 2027" in page
        assert reader.get(path, {"pedoman": "2023"}).status_code == 200
        assert [reader.get(path, {"pedoman": c}).status_code for c in ("2026", "1999")] == [404] * 2
