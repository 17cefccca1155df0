"""A plan that was agreed on: owners, days, what is done by the claims, and the plan from today."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from pragola.planning.actions import ActionKind
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.scoring.score import score
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import Assessment, Entry, EntryState
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.audit import SYSTEM
from pragola.web.shared.models import Change
from pragola.web.targets.actions.agreeing import (
    AgreementError,
    Promise,
    agree_on,
    end_agreement,
    note_days,
)
from pragola.web.targets.actions.asking import Subject, make_choice
from pragola.web.targets.doing import Done
from pragola.web.targets.forms.agreeing import usual_days
from pragola.web.targets.models import AgreedAction, AgreedPlan, Aim, Calculation, PlanDay, Wish
from pragola.web.targets.queries.agreed import AgreedPage, agreed_page
from pragola.web.targets.queries.lines import days
from pragola.web.targets.queries.own_actions import follows_of_units, notes_of_entry
from pragola.web.targets.queries.question import question_of
from pragola.web.targets.queries.replanned import replanned
from pragola.web.targets.stored import read_action
from pragola.wording import Language
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_calculating import planned
from tests.web.targets.test_room import coordinator, shown
from tests.web.workplace import MOMENT, a_region, appointed, signed_in

pytestmark = pytest.mark.django_db

ID = Language.INDONESIAN
SOON = date(2026, 8, 1)


def work_for(assessment: Assessment) -> None:
    """The plan has to raise a claim of a unit, and no collective action or row of the region."""
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    wanted = Subject(entry=entry, indicator="SID-20", level=3)
    make_choice(assessment, Wish.SURELY, wanted, by=SYSTEM, at=MOMENT)


def agreed(assessment: Assessment) -> AgreedPlan:
    """The plan as it is now, agreed on, everything due in a month."""
    row, plan = planned(assessment)
    promises = [Promise(SOON, None)] * len(plan.actions)
    return agree_on(row, promises, by=SYSTEM, at=MOMENT)


def page_of(plan: AgreedPlan, *, later: timedelta = timedelta(0)) -> AgreedPage:
    """The page of the plan, some time after it was agreed on."""
    return agreed_page(plan, at=MOMENT + later, language=ID)


def raised(plan: AgreedPlan) -> AgreedAction:
    """The agreed action that raises a claim of a unit."""
    for row in plan.actions.select_related("entry__innovation__unit"):
        action = read_action(row.told)
        if action.kind is ActionKind.RAISE and (action.indicator, action.level) == ("SID-20", 3):
            return row
    raise AssertionError


def raised_entry(row: AgreedAction) -> Entry:
    """The entry whose claim an action raises."""
    assert row.entry is not None
    return row.entry


def save(entry: Entry, code: str, level: int, *, revision: int = 0) -> None:
    """The unit's operator raises a claim."""
    claim = Claim(level=level)
    save_claim(entry.pk, code, claim=claim, note="", revision=revision, by=SYSTEM, at=MOMENT)


def test_an_agreed_plan_keeps_what_was_promised() -> None:
    """Every action with its owner and day; the index by day is the engine's."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    row, told = planned(assessment)
    kept = [read_action(each.told) for each in plan.actions.all()]
    assert (kept, plan.index) == (list(told.actions), str(told.index))
    assert plan.path == [[SOON.isoformat(), str(told.index)]]
    assert {each.due for each in plan.actions.all()} == {SOON}
    assert {each.unit_id for each in plan.actions.all()} == {each.unit for each in told.actions}
    assert Change.objects.filter(deed="plan_agreed").count() == 1
    assert plan.calculation_id == row.pk


def test_what_changed_since_is_not_agreed_on() -> None:
    """Neither answers nor choices; nor a plan that is not there."""
    assessment = a_small_government()
    row, plan = planned(assessment)
    work_for(assessment)
    with pytest.raises(AgreementError):
        agree_on(row, [Promise(SOON, None)] * len(plan.actions), by=SYSTEM, at=MOMENT)
    with pytest.raises(AgreementError):
        agree_on(row, [], by=SYSTEM, at=MOMENT)
    assert AgreedPlan.objects.count() == 0


def test_a_new_agreement_takes_the_place_of_the_old_one() -> None:
    """There is one in force at most; ended ones stay."""
    assessment = a_small_government()
    first = agreed(assessment)
    work_for(assessment)
    second = agreed(assessment)
    first.refresh_from_db()
    end_agreement(second, by=SYSTEM, at=MOMENT)
    end_agreement(second, by=SYSTEM, at=MOMENT)
    assert (first.ended_at, AgreedPlan.objects.filter(ended_at=None).count()) == (MOMENT, 0)
    assert Change.objects.filter(deed="plan_ended").count() == 2


def test_a_form_sent_twice_agrees_once_and_a_stale_one_is_told() -> None:
    """The same days are done already; other days of an old page do not overwrite the new plan."""
    assessment, boss = a_small_government(), coordinator()
    boss.post(reverse("plan_ask", args=[assessment.pk]))
    path = reverse("plan_agree", args=[assessment.calculations.get().pk])
    form = boss.get(path).context["form"]
    told = {name: form[name].initial for name in form.fields if name.startswith("due-")}
    told["seen"] = form["seen"].initial
    statuses = [boss.post(path, told).status_code for _ in range(2)]
    moved = {name: day + timedelta(days=1) for name, day in told.items() if name != "seen"}
    stale = boss.post(path, moved | {"seen": told["seen"]})
    others = {name: Role.HEAD for name in form.fields if name.startswith("role-")}
    owners = boss.post(path, told | others)
    assert (told["seen"], statuses, stale.status_code) == (0, [302, 302], 422)
    assert (len(others) > 0, owners.status_code) == (True, 422)
    assert "Sejak halaman ini dibuka" in stale.content.decode()
    kept = AgreedPlan.objects.get()
    fresh = boss.post(path, moved | {"seen": kept.pk})
    assert (fresh.status_code, AgreedPlan.objects.count()) == (302, 2)


def test_the_same_plan_is_offered_once_for_comparison() -> None:
    """Asked for again and again; each is named by its target and choices."""
    assessment, boss = a_small_government(), coordinator()
    row, before = planned(assessment)
    for number in range(3):
        copy = Calculation.objects.get(pk=row.pk)
        copy.pk, copy.basis = None, f"{number}" * 64
        copy.save()
    work_for(assessment)
    planned(assessment)
    told = boss.get(reverse("plan_compare", args=[assessment.pk])).context["told"]
    labels = [option.label for option in told.options]
    plans = [planned(assessment)[1], before]
    starts = [f"{days(plan.effort, ID)} hari, {shown(plan.index)} · " for plan in plans]
    assert [label.startswith(start) for label, start in zip(labels, starts, strict=True)] == [
        True,
        True,
    ]
    assert [label.endswith("pasti, sampai level 3") for label in labels] == [True, False]


def test_an_action_is_done_when_the_claim_really_changed() -> None:
    """Partly at a level between, done at the level of the plan; nothing can be ticked."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    row = raised(plan)
    action, entry = read_action(row.told), row.entry
    assert entry is not None
    states = [state_of(plan, row)]
    for level, revision in ((2, 1), (3, 2)):
        save(entry, action.indicator, level, revision=revision)
        states.append(state_of(plan, row))
    assert (action.from_level, action.level) == (1, 3)
    assert states == [Done.OPEN, Done.PARTLY, Done.DONE]


def state_of(plan: AgreedPlan, row: AgreedAction) -> Done:
    """How far an action is."""
    return next(line.doing.state for line in page_of(plan).lines if line.id == row.pk)


def test_progress_and_forecast_are_the_engines() -> None:
    """Now, the rest done, and what the pace allows until the last day."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    early = page_of(plan)
    row = raised(plan)
    assert row.entry is not None
    save(row.entry, "SID-20", 3, revision=1)
    page = page_of(plan, later=timedelta(days=10))
    now = score(load_edition("2026"), answers_of(assessment))
    effort = read_action(row.told).effort
    assert (early.done, early.forecast.all_done, early.forecast.at_pace) == (0, early.index, "")
    assert (page.done, page.now, page.forecast.all_done) == (1, shown(now.index), page.index)
    assert (page.forecast.reaches, Decimal(page.effort_done.replace(",", "."))) == (True, effort)
    assert page.forecast.at_pace != ""


def test_what_is_not_done_on_its_day_is_late() -> None:
    """From the day after."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    on_the_day = timedelta(days=(SOON - MOMENT.date()).days)
    late = [page_of(plan, later=on_the_day + timedelta(days=d)).late for d in (0, 1)]
    assert late == [0, plan.actions.count()]


def test_each_day_leaves_its_figure_once() -> None:
    """However often the clock asks; the course shows it beside the plan."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    row = raised(plan)
    assert row.entry is not None
    save(row.entry, "SID-20", 3, revision=1)
    for _ in range(2):
        note_days(MOMENT + timedelta(days=1))
    kept = list(PlanDay.objects.values_list("index", "done"))
    now = score(load_edition("2026"), answers_of(assessment))
    assert kept == [(plan.before, 0), (str(now.index), 1)]
    days = page_of(plan, later=timedelta(days=1)).course.days
    assert [each.index for each in days if each.index] == [
        shown(Decimal(plan.before)),
        shown(now.index),
    ]


def test_units_see_their_actions_where_they_work() -> None:
    """On the start page and at the claim; another unit sees none."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    row = raised(plan)
    assert row.entry is not None
    unit = row.entry.innovation.unit
    operator = signed_in(appointed(Role.OPERATOR, unit))
    start = operator.get(reverse("workspace")).content.decode()
    claims = operator.get(reverse("claims", args=[row.entry_id])).content.decode()
    assert ("dari rencana daerah" in start, "1 Agustus 2026" in start) == (True, True)
    assert "Rencana daerah: naikkan ke level 3 sampai 1 Agustus 2026" in claims
    other = appointed(Role.OPERATOR, Unit.objects.get(name="Unit draf"))
    elsewhere = signed_in(other).get(reverse("workspace")).content.decode()
    assert ("Naikkan" in start, "Inovasi 0" in elsewhere) == (True, False)


def test_who_rests_on_a_collective_action_is_told_to_follow() -> None:
    """The claim that it carries, with the action's name, until the level is there."""
    assessment = a_small_government()
    make_choice(assessment, Wish.SURELY, Subject(collective="bimtek"), by=SYSTEM, at=MOMENT)
    agreed(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 1")
    unit = entry.innovation.unit
    follows = follows_of_units(assessment, [unit.pk], language=ID)
    before = notes_of_entry(entry, language=ID)["SID-05"]
    save(entry, "SID-05", 1)
    after = notes_of_entry(Entry.objects.get(pk=entry.pk), language=ID)["SID-05"]
    told = [(each.indicator, each.level, each.done) for each in follows]
    assert ("SID-05", 1, False) in told
    assert before.through == "Bimtek bersama untuk semua inovasi"
    assert (before.done, after.done) == (False, True)


def test_withholding_and_reporting_again_count_at_once() -> None:
    """By the coordinator alone; the index is that of the entries that are left."""
    assessment = a_small_government()
    entry = Entry.objects.get(innovation__title="Inovasi 1")
    before = score(load_edition("2026"), answers_of(assessment))
    path, boss = reverse("entry_withhold", args=[entry.pk]), coordinator()
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    refused = operator.post(path, {"report": "0"}).status_code
    boss.post(path, {"report": "0"})
    without = score(load_edition("2026"), answers_of(assessment))
    seen = operator.get(reverse("claims", args=[entry.pk])).content.decode()
    boss.post(path, {"report": "1"})
    again = score(load_edition("2026"), answers_of(assessment))
    assert (refused, before.entered, without.entered) == (403, 3, 2)
    assert ("tidak dilaporkan tahun ini" in seen, again.index) == (True, before.index)
    deeds = Change.objects.filter(subject=f"entry:{entry.pk}").values_list("deed", flat=True)
    assert list(deeds) == ["entry_reported", "entry_withheld"]


def test_the_regions_own_rows_are_recorded_by_the_coordinator() -> None:
    """An action on such a row is done by it; a level that is not there is refused."""
    assessment, boss = a_small_government(), coordinator()
    make_choice(assessment, Wish.SURELY, Subject(indicator="SPD-12", level=2), by=SYSTEM, at=MOMENT)
    plan = agreed(assessment)
    path = reverse("region_rows", args=[assessment.pk])
    for told in ({"level": "9"}, {"level": ""}, {"level": "1", "indicator": "SID-01"}):
        boss.post(path, {"indicator": "SPD-12"} | told)
    assert Assessment.objects.get().spd == {}
    boss.post(path, {"indicator": "SPD-12", "level": "3"})
    plan.assessment.refresh_from_db()
    assert plan.assessment.spd == {"SPD-12": {"level": 3}}
    states = {line.about: line.doing.state for line in page_of(plan).lines}
    assert states["Penghargaan bagi inovator (SPD-12)"] is Done.DONE
    leader = signed_in(appointed(Role.LEADER, a_region()))
    assert (leader.get(path).status_code, leader.post(path).status_code) == (200, 403)


def test_a_plan_from_today_says_what_changed_and_why() -> None:
    """What is done, what a later choice bars, and what takes its place."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    row = raised(plan)
    assert row.entry is not None
    save(row.entry, "SID-20", 3, revision=1)
    dropped = next(read_action(each.told) for each in plan.actions.all() if each.pk != row.pk)
    entry = Entry.objects.filter(pk=dropped.entry).first() if dropped.entry else None
    unwanted = Subject(entry=entry, indicator=dropped.indicator, collective=dropped.collective)
    make_choice(assessment, Wish.NOT, unwanted, by=SYSTEM, at=MOMENT)
    nothing = replanned(plan, at=MOMENT, language=ID)
    planned(assessment)
    anew = replanned(plan, at=MOMENT, language=ID)
    assert nothing is None
    assert anew is not None
    assert [each.why for each in anew.finished] == ["levelnya sudah tercapai"]
    assert "menurut pilihan yang dibuat sesudahnya" in {each.why for each in anew.gone}
    assert (anew.same, bool(anew.new)) == (False, True)
    assert all(each.why for each in (*anew.gone, *anew.new))


def test_an_unchanged_rest_is_still_the_lightest() -> None:
    """Re-planning then asks for nothing else."""
    assessment = a_small_government()
    plan = agreed(assessment)
    anew = replanned(plan, at=MOMENT, language=ID)
    assert anew is not None
    assert (anew.same, anew.gone, anew.new) == (True, (), ())


def test_the_whole_way_in_the_pages(client: Client) -> None:
    """Agree, look, move a day, plan anew, end: by forms alone."""
    assessment, boss = a_small_government(), coordinator()
    boss.post(reverse("plan_ask", args=[assessment.pk]))
    row = assessment.calculations.get()
    path = reverse("plan_agree", args=[row.pk])
    form = boss.get(path).context["form"]
    told = {name: form[name].initial for name in form.fields if name.startswith("due-")}
    past = dict.fromkeys(told, "2020-01-01")
    assert boss.post(path, past).status_code == 422
    answer = boss.post(path, told)
    page = reverse("plan_agreed", args=[assessment.pk])
    assert answer["Location"] == page
    assert "Rencana yang disepakati" in boss.get(page).content.decode()
    action = AgreedAction.objects.all()[0]
    later = action.due + timedelta(days=3)
    for day in (later.isoformat(), "kapan-kapan"):
        boss.post(reverse("due_move", args=[action.pk]), {"due": day})
    action.refresh_from_db()
    assert action.due == later
    assert boss.post(page)["Location"] == page
    boss.post(reverse("plan_end", args=[assessment.pk]))
    assert "Belum ada rencana yang disepakati" in boss.get(page).content.decode()
    assert client.get(page).status_code == 302


def test_usual_days_lie_within_the_days_that_can_be_set() -> None:
    """However far away somebody set the first and the last day before they were bounded."""
    assessment = a_small_government()
    Aim.objects.create(assessment=assessment, start=date(9999, 12, 31), end=None)
    _row, plan = planned(assessment)
    question = question_of(assessment, at=MOMENT)
    assert question is not None
    today = MOMENT.date()
    found = usual_days(question, plan.actions, today)
    assert all(today <= each <= today + timedelta(days=3 * 365) for each in found)


def test_nobody_of_elsewhere_touches_a_plan() -> None:
    """A coordinator of another government finds nothing, a leader of this one changes nothing."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    row, entry = plan.actions.all()[0], Entry.objects.all()[0]
    changes = [
        reverse("plan_agree", args=[plan.calculation_id]),
        reverse("plan_agreed", args=[assessment.pk]),
        reverse("plan_end", args=[assessment.pk]),
        reverse("due_move", args=[row.pk]),
        reverse("entry_withhold", args=[entry.pk]),
        reverse("region_rows", args=[assessment.pk]),
    ]
    told = {"due": "2026-12-01", "report": "0", "indicator": "SPD-12", "level": "3"}
    stranger = signed_in(appointed(Role.COORDINATOR, a_region("33.17", "Kabupaten Rembang")))
    leader = signed_in(appointed(Role.LEADER, a_region()))
    assert {stranger.post(path, told).status_code for path in changes} == {404}
    assert {leader.post(path, told).status_code for path in changes} == {403}
    plan.refresh_from_db()
    row.refresh_from_db()
    assert (plan.ended_at, row.due) == (None, SOON)
    assert not Entry.objects.filter(withheld=True).exists()


def test_two_plans_stand_side_by_side() -> None:
    """Their sums and choices, and what differs; numbers of elsewhere fall back to the latest."""
    assessment, boss = a_small_government(), coordinator()
    path = reverse("plan_compare", args=[assessment.pk])
    assert "Belum ada dua rencana" in boss.get(path).content.decode()
    first, plan = planned(assessment)
    work_for(assessment)
    second, other = planned(assessment)
    page = boss.get(path, {"rencana": [first.pk, second.pk]}).content.decode()
    wanted = [shown(plan.index), shown(other.index), "pasti, sampai level 3", "tanpa pilihan"]
    assert [each for each in wanted if each not in page] == []
    assert boss.get(path, {"rencana": ["999999", "x"]}).status_code == 200


def test_a_locked_entry_keeps_its_action_open() -> None:
    """Until it was returned nobody can raise its claim."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    row = raised(plan)
    Entry.objects.filter(pk=raised_entry(row).pk).update(state=EntryState.REJECTED)
    assert state_of(plan, row) is Done.GONE
