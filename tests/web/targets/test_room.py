"""The room of a target, as coordinators and leaders use it without any script."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from pragola.rulebooks import load_edition
from pragola.scoring.score import score
from pragola.web.innovations.models import Assessment, Entry, EntryState
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.numbers import exact, figure
from pragola.web.targets.actions.calculating import calculate_next
from pragola.web.targets.models import Aim, Calculation, Choice, Hands, OwnEffort, Wish
from pragola.web.targets.stored import StoredPlan, read_answer
from pragola.wording import Language
from pragola.wording.dates import show_date
from pragola.workbook import answers_from
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_calculating import clock
from tests.web.workplace import a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


def coordinator() -> Client:
    """The browser of the government's coordinator."""
    return signed_in(appointed(Role.COORDINATOR, a_region()))


def opened(browser: Client, assessment: Assessment) -> str:
    """The room as it is read."""
    response = browser.get(reverse("target", args=[assessment.pk]))
    assert response.status_code == 200
    return response.content.decode()


def latest_plan() -> StoredPlan:
    """The plan that was asked for last."""
    row = Calculation.objects.order_by("-queued_at", "-id")[0]
    plan = read_answer(row.told["answer"]).plan
    assert plan is not None
    return plan


def shown(value: Decimal) -> str:
    """A figure as the page writes it."""
    return figure(value, Language.INDONESIAN)


def test_setting_a_target_brings_its_plan() -> None:
    """Now, target, what each action adds, what is left without it, and the proof."""
    assessment, browser = a_small_government(target=None), coordinator()
    before = opened(browser, assessment)
    answer = browser.post(reverse("target", args=[assessment.pk]), {"target": "4,00"})
    page, plan = opened(browser, assessment), latest_plan()
    now = score(load_edition("2026"), answers_of(assessment))
    assert "Belum ada target" in before
    assert answer["Location"] == f"{reverse('target', args=[assessment.pk])}#rencana"
    wanted = [shown(now.index), shown(plan.index), "terbukti paling ringan", "Target 4,00"]
    wanted += [f"menjadi {shown(each)}:" for each in without_each(plan)]
    assert [each for each in wanted if each not in page] == []


def test_a_target_typed_without_its_noughts_asks_the_same_question() -> None:
    """The plan made for it is the plan of the page."""
    assessment, browser = a_small_government(target=None), coordinator()
    browser.post(reverse("target", args=[assessment.pk]), {"target": "4"})
    page = opened(browser, assessment)
    assert ("terbukti paling ringan" in page, "berubah sejak" in page) == (True, False)


def without_each(plan: StoredPlan) -> list[Decimal]:
    """The index of the plan without each of its actions."""
    exact = (plan.exact - each.adds for each in plan.actions)
    return [Decimal(each.numerator) / Decimal(each.denominator) for each in exact]


def test_everything_beside_the_plan_is_shown_when_it_is_there() -> None:
    """Chance, margin, threats, the curve with its table, what would change the plan."""
    assessment, browser = a_small_government(), coordinator()
    browser.post(reverse("plan_ask", args=[assessment.pk]))
    early = opened(browser, assessment)
    assert "Seberapa pasti" not in early
    while calculate_next(clock=clock):
        continue
    Calculation.objects.update(queued_at=clock())
    # The worker's clock stands still; what it asked is what is asked now.
    page = opened(browser, assessment)
    wanted = ("Seberapa pasti", "Tenaga dan indeks", "tabel-kurva", "Yang dapat mengubah rencana")
    assert [each for each in wanted if each not in page] == []


def test_a_leader_reads_all_of_it_and_changes_nothing() -> None:
    """No form on the page but those of the frame, and each address refuses."""
    assessment = a_small_government()
    coordinator().post(reverse("plan_ask", args=[assessment.pk]))
    leader = signed_in(appointed(Role.LEADER, a_region()))
    page = opened(leader, assessment)
    own = page[page.index("<main") : page.index("</main>")]
    assert ("<form" in own, shown(latest_plan().index) in own) == (False, True)
    row = Calculation.objects.get()
    changes = [
        reverse("target", args=[assessment.pk]),
        reverse("target_choose", args=[assessment.pk]),
        reverse("target_work", args=[assessment.pk]),
        reverse("plan_ask", args=[assessment.pk]),
        reverse("plan_stop", args=[row.pk]),
    ]
    told = {"target": "1", "wish": "not", "collective": "perda", "deed": "hands", "days": "1"}
    assert {leader.post(path, told).status_code for path in changes} == {403}
    assert (Choice.objects.count(), Hands.objects.count()) == (0, 0)


def test_a_toggle_plans_around_it_and_can_be_lifted() -> None:
    """By the buttons beside each action, with who and when on the page."""
    assessment, browser = a_small_government(), coordinator()
    browser.post(reverse("plan_ask", args=[assessment.pk]))
    first = latest_plan().actions[0]
    told = {"wish": "not", "indicator": first.indicator, "collective": first.collective}
    told |= {"entry": str(first.entry or "")}
    browser.post(reverse("target_choose", args=[assessment.pk]), told)
    page = opened(browser, assessment)
    assert first.subject not in {each.subject for each in latest_plan().actions}
    assert "Koordinator Contoh" in page[page.index('id="pilihan"') :]
    browser.post(reverse("choice_lift", args=[Choice.objects.get().pk]))
    assert "Belum ada pilihan" in opened(browser, assessment)
    assert Choice.objects.get().lifted_by is not None


@pytest.mark.parametrize(
    "told",
    [
        {"wish": "not"},
        {"wish": "maybe", "collective": "perda"},
        {"wish": "not", "collective": "tiada"},
        {"wish": "not", "indicator": "SID-01"},
        {"wish": "not", "collective": "perda", "indicator": "SPD-12"},
        {"wish": "no-hands", "collective": "perda"},
    ],
)
def test_a_choice_about_nothing_is_refused_with_what_to_do(told: dict[str, str]) -> None:
    """Half choices, unknown names, two things at once."""
    assessment, browser = a_small_government(), coordinator()
    answer = browser.post(reverse("target_choose", args=[assessment.pk]), told)
    assert (answer.status_code, Choice.objects.count()) == (422, 0)
    assert 'role="alert"' in answer.content.decode()


def test_a_level_that_the_indicator_does_not_have_is_no_choice() -> None:
    """The highest one is; one above it is refused, and so is a level of nothing."""
    assessment, browser = a_small_government(), coordinator()
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    path = reverse("target_choose", args=[assessment.pk])
    about = {"wish": "surely", "entry": entry.pk, "indicator": "SID-01"}
    highest = load_edition("2026").sid_indicators[0].highest_level
    sent = [about | {"level": highest + 1}, about | {"indicator": "", "level": 1}]
    assert [browser.post(path, told).status_code for told in sent] == [422, 422]
    assert browser.post(path, about | {"level": highest}).status_code == 302
    assert [each.level for each in Choice.objects.all()] == [highest]


def test_nobody_chooses_about_units_and_entries_of_elsewhere() -> None:
    """Numbers of another government, or of another year, are no choices."""
    assessment, browser = a_small_government(), coordinator()
    elsewhere = a_unit("Jauh", region=a_region("33.17", "Kabupaten Rembang"))
    foreign, old = an_entry(elsewhere), an_entry(a_unit("Lama"), edition="2023")
    tries = [
        {"wish": "no-hands", "unit": elsewhere.pk},
        {"wish": "surely", "entry": foreign.pk},
        {"wish": "surely", "entry": old.pk, "report": "0"},
    ]
    path = reverse("target_choose", args=[assessment.pk])
    assert {browser.post(path, told).status_code for told in tries} == {422}
    stranger = signed_in(appointed(Role.COORDINATOR, elsewhere.region))
    row = Calculation.objects.create(
        assessment=assessment, basis="x", target=1, confidence=90, queued_at=clock()
    )
    paths = [
        path,
        reverse("target", args=[assessment.pk]),
        reverse("target_work", args=[assessment.pk]),
        reverse("plan_ask", args=[assessment.pk]),
        reverse("plan_stop", args=[row.pk]),
    ]
    told = {"wish": "not", "collective": "perda", "target": "1"}
    assert {stranger.post(each, told).status_code for each in paths} == {404}
    read = [reverse("plan_progress", args=[row.pk]), "/penilaian/rencana-1/"]
    assert {stranger.get(each).status_code for each in read} == {404}
    assert Choice.objects.count() == 0


def test_efforts_hands_and_dates_are_said_and_taken_back() -> None:
    """One form each; what is said stands on the page with who said it."""
    assessment, browser = a_small_government(), coordinator()
    path, unit = reverse("target_work", args=[assessment.pk]), Unit.objects.get(name="Unit 1")
    today = localdate()
    day, told = today.isoformat(), show_date(today, Language.INDONESIAN)
    sent = [
        {"deed": "effort", "what": "perda", "effort": "12,5"},
        {"deed": "effort", "what": "SID-20=3", "unit": unit.pk, "impossible": "on"},
        {"deed": "hands", "unit": unit.pk, "days": "7", "until": day},
        {"deed": "aim", "confidence": "80", "start": day, "end": day},
    ]
    assert [browser.post(path, told).status_code for told in sent] == [302] * 4
    page = browser.get(path).content.decode()
    assert [each for each in ("12,5", "tidak mungkin", told) if each not in page] == []
    assert Aim.objects.get().confidence == 80
    for deed, rows in (("forget-effort", OwnEffort), ("forget-hands", Hands)):
        for pk in rows.objects.values_list("pk", flat=True):
            browser.post(path, {"deed": deed, "row": pk})
    assert (OwnEffort.objects.count(), Hands.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "told",
    [
        {"deed": "effort", "what": "perda"},
        {"deed": "effort", "what": "SID-99=1", "effort": "1"},
        {"deed": "effort", "what": "perda", "effort": "-1"},
        {"deed": "hands", "days": "banyak"},
        {"deed": "aim", "confidence": "100"},
        {"deed": "aim", "confidence": "80", "start": "2026-07-02", "end": "2026-07-01"},
        {"deed": "aim", "confidence": "80", "start": "9999-12-31"},
        {"deed": "aim", "confidence": "80", "start": "0001-01-01"},
        {"deed": "aim", "confidence": "80", "end": "2020-01-01"},
        {"deed": "aim", "confidence": "80", "end": "9999-12-31"},
        {"deed": "hands", "days": "1", "until": "1900-01-01"},
        {"deed": "hands", "days": "1", "until": "9999-12-31"},
        {"deed": "lain"},
    ],
)
def test_what_makes_no_sense_is_refused(told: dict[str, str]) -> None:
    """With its errors on top; nothing is kept."""
    assessment, browser = a_small_government(), coordinator()
    answer = browser.post(reverse("target_work", args=[assessment.pk]), told)
    assert answer.status_code == 422
    assert (OwnEffort.objects.count(), Hands.objects.count(), Aim.objects.count()) == (0, 0, 0)


def test_the_index_of_a_plan_opens_to_its_explanation() -> None:
    """The pages of an assessment explain the answers that the plan leads to, units by name."""
    assessment, browser = a_small_government(), coordinator()
    browser.post(reverse("plan_ask", args=[assessment.pk]))
    row = Calculation.objects.get()
    after = score(load_edition("2026"), answers_from(row.answers))
    path = reverse("explanation", args=[f"rencana-{row.pk}", "index"])
    assert exact(after.index_exact, Language.INDONESIAN) in browser.get(path).content.decode()
    whole = browser.get(reverse("assessment", args=[f"rencana-{row.pk}"])).content.decode()
    assert ("Unit 1" in whole, shown(after.index) in whole) == (True, True)


def test_an_entry_that_is_locked_says_what_it_waits_for() -> None:
    """Its claim can be raised only after it was returned."""
    assessment, browser = a_small_government(), coordinator()
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    Entry.objects.filter(pk=entry.pk).update(state=EntryState.VERIFIED)
    told = {"wish": Wish.SURELY, "entry": entry.pk, "indicator": "SID-20", "level": "3"}
    browser.post(reverse("target_choose", args=[assessment.pk]), told)
    assert "“Terverifikasi”: harus dikembalikan dahulu" in opened(browser, assessment)
