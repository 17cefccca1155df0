"""The same portfolio by the rules of another year."""

from dataclasses import replace

import pytest
from django.urls import reverse

from pragola.rulebooks import load_edition
from pragola.scoring.score import score
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Role
from pragola.web.targets.queries.years import carried_to, other_year
from pragola.wording import Language
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_calculating import planned
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
    back = carried_to(load_edition("2026"), answers_of(old))
    assert (back.answers.spd_subtotal, back.subtotal_lost) == (None, True)


def test_the_page_names_the_years_there_are_and_no_others() -> None:
    """For coordinator and leader."""
    assessment = a_small_government()
    path = reverse("plan_years", args=[assessment.pk])
    for reader in (coordinator(), signed_in(appointed(Role.LEADER, a_region()))):
        page = reader.get(path).content.decode()
        assert "Jawaban 2026 menurut pedoman 2027" in page
        assert reader.get(path, {"pedoman": "2023"}).status_code == 200
        assert [reader.get(path, {"pedoman": c}).status_code for c in ("2026", "1999")] == [404] * 2
