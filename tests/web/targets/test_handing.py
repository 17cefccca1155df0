"""Actions of an accepted plan are agreements: with owners, in clinics, done by the claims, once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate, now

from pragola.planning.actions import ActionKind
from pragola.web.coaching.actions.agreements import Wanted, agree
from pragola.web.coaching.models import (
    Agreement,
    AgreementKind,
    Clinic,
    ClinicState,
    ClinicUnit,
    Guest,
)
from pragola.web.coaching.queries.followup import (
    AgreementLine,
    Standing,
    agreement_lines,
    agreements_in_force,
)
from pragola.web.coaching.queries.mails import agreements_due
from pragola.web.innovations.actions.region_rows import save_region_row
from pragola.web.innovations.actions.reporting import report_entry
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.audit import SYSTEM
from pragola.web.shared.models import Change
from pragola.web.targets.actions.agreeing import Promise, agree_on, end_agreement
from pragola.web.targets.actions.asking import Subject, lift_choice, make_choice
from pragola.web.targets.models import AgreedAction, AgreedPlan, Choice, Wish
from pragola.web.targets.stored import read_action
from pragola.wording import Language
from tests.web.coaching.clinics import a_clinic
from tests.web.targets.planned import a_small_government
from tests.web.targets.test_agreeing import SOON, agreed, page_of, raised, save, work_for
from tests.web.targets.test_calculating import planned
from tests.web.targets.test_room import coordinator
from tests.web.workplace import MOMENT, a_region, appointed, signed_in

pytestmark = pytest.mark.django_db

ID = Language.INDONESIAN
DAY = timedelta(days=1)
FAR = "2028-01-31"


def line_of(agreement: Agreement | None) -> AgreementLine:
    """How that agreement stands."""
    assert agreement is not None
    rows = agreements_in_force(Agreement.objects.filter(pk=agreement.pk))
    [line] = agreement_lines(rows, now=MOMENT + DAY, language=ID)
    return line


def row_about(plan: AgreedPlan, kind: ActionKind) -> AgreedAction:
    """The agreed action of that kind."""
    rows = plan.actions.select_related("agreement")
    return next(row for row in rows if read_action(row.told).kind is kind)


def a_planned_clinic(unit: Unit) -> Clinic:
    """A clinic of tomorrow to which another unit than that one is invited."""
    clinic = a_clinic(Entry.objects.get(innovation__title="Draf"), state=ClinicState.INVITED)
    clinic.starts_at, clinic.ends_at = now() + DAY, now() + DAY * 2
    clinic.save(update_fields=["starts_at", "ends_at"])
    assert not ClinicUnit.objects.filter(clinic=clinic, unit=unit).exists()
    return clinic


def test_every_action_is_an_agreement_with_owner_day_and_points() -> None:
    """What, about which claim, by which role of which unit, until when, worth how much."""
    assessment = a_small_government()
    work_for(assessment)
    row, plan = planned(assessment)
    promises = [Promise(SOON, None, Role.HEAD)] * len(plan.actions)
    made = agree_on(row, promises, by=SYSTEM, at=MOMENT)
    kept = [each.agreement for each in made.actions.select_related("agreement")]
    assert Agreement.objects.count() == len(kept) == len(plan.actions)
    action = raised(made)
    told, action_told = action.agreement, read_action(action.told)
    assert told is not None
    assert (told.entry_id, told.indicator, told.to_level) == (action.entry_id, "SID-20", 3)
    assert (told.unit_id, told.role, told.due_on) == (action_told.unit, Role.HEAD, SOON)
    assert (told.kind, told.planned, told.clinic) == (AgreementKind.RAISE, True, None)
    adds = action_told.adds
    assert told.worth == round(Decimal(adds.numerator) / adds.denominator, 6)
    assert told.text.startswith("Naikkan Video inovasi daerah (SID-20) ke level 3")
    logged = Change.objects.filter(deed="agreed", subject=f"assessment:{assessment.pk}")
    assert logged.count() == len(kept)


def test_the_same_plan_accepted_again_makes_no_second_agreement() -> None:
    """The ones there are get the new day; the plan before ends."""
    assessment = a_small_government()
    work_for(assessment)
    first = agreed(assessment)
    before = set(Agreement.objects.values_list("pk", flat=True))
    row, plan = planned(assessment)
    later = SOON + 5 * DAY
    second = agree_on(row, [Promise(later, None)] * len(plan.actions), by=SYSTEM, at=MOMENT + DAY)
    first.refresh_from_db()
    assert set(Agreement.objects.values_list("pk", flat=True)) == before
    assert {each.due_on for each in Agreement.objects.all()} == {later}
    assert {each.agreement_id for each in second.actions.all()} == before
    assert first.ended_at == MOMENT + DAY


def test_a_plan_that_asks_for_more_replaces_and_one_that_asks_for_less_withdraws() -> None:
    """With the reason, for everybody to read; nothing is asked for twice."""
    assessment = a_small_government()
    work_for(assessment)
    first = agreed(assessment)
    old = raised(first).agreement
    assert old is not None
    lift_choice(Choice.objects.get(), by=SYSTEM, at=MOMENT)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    for code, level in (("SID-20", 2), ("SID-08", 3)):
        wanted = Subject(entry=entry, indicator=code, level=level)
        make_choice(assessment, Wish.SURELY, wanted, by=SYSTEM, at=MOMENT)
    second = agreed(assessment)
    now = {read_action(row.told).subject for row in second.actions.all()}
    open_ones = Agreement.objects.filter(withdrawn_at=None)
    subjects = [(each.entry_id, each.indicator, each.collective) for each in open_ones]
    assert len(subjects) == len(set(subjects)) == len(now)
    over = Agreement.objects.exclude(withdrawn_at=None)
    whys = {each.withdrawn_why for each in over}
    assert whys <= {
        "Rencana daerah yang baru meminta lebih banyak.",
        "Rencana daerah yang baru tidak memerlukannya lagi.",
    }
    page = coordinator().get(
        reverse("agreements", args=[assessment.region_id]), {"keadaan": "withdrawn"}
    )
    assert [each.why in page.content.decode() for each in page.context["withdrawn"]] == [
        True
    ] * over.count()


def test_what_a_clinic_agreed_on_already_is_kept_as_it_is() -> None:
    """Its day and its clinic stand; the plan counts on it."""
    assessment = a_small_government()
    work_for(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    clinic = a_clinic(entry, state=ClinicState.HELD)
    wanted = Wanted(entry=entry, indicator="SID-20", kind=AgreementKind.RAISE, to_level=3)
    known = agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT)
    row, _plan = planned(assessment)
    told = coordinator().get(reverse("plan_agree", args=[row.pk])).content.decode()
    action = raised(agreed(assessment))
    assert "Sudah disepakati dalam “Klinik Contoh”" in told
    assert (action.agreement, action.day) == (known, known.due_on)
    assert Agreement.objects.filter(entry=entry, indicator="SID-20").count() == 1


def test_day_and_owner_that_a_clinic_set_are_told_and_not_asked_for() -> None:
    """What would be dropped is no field; the other actions are asked for, and all is agreed on."""
    assessment, boss = a_small_government(), coordinator()
    work_for(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    clinic = a_clinic(entry, state=ClinicState.HELD)
    wanted = Wanted(entry=entry, indicator="SID-20", kind=AgreementKind.RAISE, to_level=3)
    known = agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT)
    row, plan = planned(assessment)
    path = reverse("plan_agree", args=[row.pk])
    page = boss.get(path)
    number = next(n for n, a in enumerate(plan.actions) if a.indicator == "SID-20")
    fields = page.context["form"].fields
    asked = {int(name.removeprefix("due-")) for name in fields if name.startswith("due-")}
    assert asked == set(range(len(plan.actions))) - {number}
    told = f"“{clinic.title}”: {Role(known.role).label} {known.unit}, sampai"
    assert told in page.content.decode()
    posted = {name: FAR for name in fields if name.startswith("due-")}
    assert boss.post(path, posted | {"seen": 0}).status_code == 302
    kept = AgreedAction.objects.get(number=number)
    assert (kept.agreement, kept.due) == (known, known.due_on)


def test_less_than_the_plan_asks_for_gives_way_to_it_in_the_same_clinic() -> None:
    """And says why."""
    assessment = a_small_government()
    work_for(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    clinic = a_clinic(entry, state=ClinicState.HELD)
    wanted = Wanted(entry=entry, indicator="SID-20", kind=AgreementKind.RAISE, to_level=2)
    known = agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT)
    made = raised(agreed(assessment)).agreement
    known.refresh_from_db()
    assert made is not None
    assert (made.clinic, made.to_level, known.withdrawn_at) == (clinic, 3, MOMENT)
    assert known.withdrawn_why == "Rencana daerah yang baru meminta lebih banyak."


def test_an_agreement_closes_by_the_claim_and_the_plan_moves_with_it() -> None:
    """Both read it from what the operator saved."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    action = raised(plan)
    before = (line_of(action.agreement).standing, page_of(plan).done)
    assert action.entry is not None
    save(action.entry, "SID-20", 3, revision=1)
    assert before == (Standing.OPEN, 0)
    assert (line_of(action.agreement).standing, page_of(plan).done) == (Standing.DONE, 1)


def test_collective_work_has_one_owner_and_lists_whom_it_lifts() -> None:
    """Done when the last of its claims is there, and told how many are."""
    assessment = a_small_government()
    make_choice(assessment, Wish.SURELY, Subject(collective="bimtek"), by=SYSTEM, at=MOMENT)
    plan = agreed(assessment)
    row = row_about(plan, ActionKind.COLLECTIVE)
    assert row.agreement is not None
    first = line_of(row.agreement)
    assert (first.unit_id, first.unit, first.role) == (None, "Kabupaten Pati", "Koordinator")
    steps = []
    for number, lift in enumerate(row.agreement.lifts.select_related("entry__innovation"), start=1):
        assert lift.entry is not None
        save(lift.entry, lift.indicator, lift.to_level)
        steps.append(line_of(row.agreement).steps == number)
    last = line_of(row.agreement)
    assert ({each.level for each in first.lifts}, all(steps)) == ({1}, True)
    assert (last.steps, last.standing) == (len(first.lifts), Standing.DONE)


def test_rows_of_the_region_and_reporting_are_done_by_the_coordinator() -> None:
    """By the row that is recorded, and by the entry that is reported or not."""
    assessment = a_small_government()
    make_choice(assessment, Wish.SURELY, Subject(indicator="SPD-12", level=2), by=SYSTEM, at=MOMENT)
    entry = Entry.objects.get(innovation__title="Inovasi 1")
    make_choice(assessment, Wish.SURELY, Subject(entry=entry), report=False, by=SYSTEM, at=MOMENT)
    plan = agreed(assessment)
    region = next(
        row.agreement
        for row in plan.actions.select_related("agreement")
        if read_action(row.told).indicator == "SPD-12"
    )
    withheld = row_about(plan, ActionKind.WITHHOLD).agreement
    before = [line_of(each).standing for each in (region, withheld)]
    save_region_row(assessment, "SPD-12", level=3, by=SYSTEM, at=MOMENT)
    report_entry(entry, reported=False, by=SYSTEM, at=MOMENT)
    owners = [line_of(each).role for each in (region, withheld)]
    assert before == [Standing.OPEN] * 2
    assert [line_of(each).standing for each in (region, withheld)] == [Standing.DONE] * 2
    assert owners == ["Koordinator"] * 2


def test_a_plan_that_ends_withdraws_what_is_not_done() -> None:
    """What was done stays on record."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    action = raised(plan)
    assert action.entry is not None
    save(action.entry, "SID-20", 3, revision=1)
    end_agreement(plan, by=SYSTEM, at=MOMENT + DAY)
    done = action.agreement
    assert done is not None
    left = Agreement.objects.exclude(pk=done.pk)
    assert line_of(done).standing is Standing.DONE
    assert {each.withdrawn_why for each in left} == {"Rencana daerah diakhiri."}


def test_at_acceptance_or_later_agreements_go_into_a_planned_clinic() -> None:
    """Their units are invited; back with the unit again; into no clinic that was held."""
    assessment, boss = a_small_government(), coordinator()
    work_for(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    unit = entry.innovation.unit
    operator = appointed(Role.OPERATOR, unit)
    clinic = a_planned_clinic(unit)
    row, plan = planned(assessment)
    told = {f"due-{n}": FAR for n in range(len(plan.actions))}
    boss.post(reverse("plan_agree", args=[row.pk]), told | {"clinic": clinic.pk})
    made = Agreement.objects.get(entry=entry, indicator="SID-20")
    assert made.clinic == clinic
    assert ClinicUnit.objects.filter(clinic=clinic, unit=unit).exists()
    assert Guest.objects.filter(clinic=clinic, person=operator).exists()
    assert made.text in boss.get(reverse("clinic", args=[clinic.pk])).content.decode()
    path = reverse("plan_into_clinic", args=[assessment.pk])
    places = []
    for place in ("", clinic.pk):
        boss.post(path, {"agreements": [made.pk], "clinic": place})
        made.refresh_from_db()
        places.append(made.clinic)
    held = a_clinic(entry, state=ClinicState.HELD)
    boss.post(path, {"agreements": [made.pk], "clinic": held.pk})
    boss.post(path, {"agreements": [], "clinic": ""})
    for number in ("9" * 20, "-1", "x"):
        assert boss.post(path, {"agreements": [number], "clinic": ""}).status_code == 302
    made.refresh_from_db()
    assert (places, made.clinic) == ([None, clinic], clinic)


def test_one_touch_in_a_clinic_takes_up_what_the_plan_asks_for() -> None:
    """Instead of agreeing on it twice."""
    assessment = a_small_government()
    work_for(assessment)
    made = raised(agreed(assessment)).agreement
    assert made is not None
    assert made.entry is not None
    clinic = a_clinic(made.entry, state=ClinicState.HELD)
    wanted = Wanted(entry=made.entry, indicator="SID-20", kind=AgreementKind.RAISE, to_level=3)
    assert agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT) == made
    made.refresh_from_db()
    assert made.clinic == clinic


def test_the_unit_and_its_coach_have_it_in_their_lists_and_the_coordinator_is_mailed() -> None:
    """Reminders go to the role that owns it, of the region's own work to the coordinator."""
    assessment = a_small_government()
    work_for(assessment)
    make_choice(assessment, Wish.SURELY, Subject(collective="bimtek"), by=SYSTEM, at=MOMENT)
    boss = appointed(Role.COORDINATOR, a_region())
    plan = agreed(assessment)
    made = raised(plan).agreement
    assert made is not None
    assert made.unit is not None
    operator, coach = (appointed(role, made.unit) for role in (Role.OPERATOR, Role.COACH))
    page = reverse("agreements", args=[assessment.region_id])
    seen = [made.text in signed_in(who).get(page).content.decode() for who in (operator, coach)]
    workspace = signed_in(operator).get(reverse("workspace")).content.decode()
    mails = list(agreements_due("https://a", MOMENT + (SOON - MOMENT.date()).days * DAY - DAY))
    assert (seen, made.text in workspace) == ([True, True], True)
    assert {mail.person for mail in mails} >= {operator, boss}


def test_who_coaches_the_unit_words_its_agreement_and_nobody_else() -> None:
    """Without a clinic too; the region's own is the coordinator's."""
    assessment = a_small_government()
    work_for(assessment)
    make_choice(assessment, Wish.SURELY, Subject(collective="bimtek"), by=SYSTEM, at=MOMENT)
    plan = agreed(assessment)
    made = raised(plan).agreement
    whole = row_about(plan, ActionKind.COLLECTIVE).agreement
    assert made is not None
    assert made.unit is not None
    assert whole is not None
    people = [
        signed_in(appointed(Role.COACH, made.unit)),
        signed_in(appointed(Role.OPERATOR, made.unit)),
        coordinator(),
    ]
    statuses = [
        [who.get(reverse("agreement", args=[each.pk])).status_code for who in people]
        for each in (made, whole)
    ]
    assert statuses == [[200, 403, 200], [403, 404, 200]]
    later = localdate() + timedelta(days=30)
    told = {"text": "Lain", "role": "head", "due_on": later.isoformat()}
    people[0].post(reverse("agreement", args=[made.pk]), told)
    people[2].post(reverse("agreement_withdraw", args=[whole.pk]))
    action = AgreedAction.objects.select_related("agreement").get(agreement=made)
    whole.refresh_from_db()
    assert (action.day, whole.withdrawn_at is None) == (later, False)


def queries_of(browser: Client, page: str) -> int:
    """How often a page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        browser.get(page)
    return len(asked)


def test_agreements_cost_no_query_more_when_they_are_many() -> None:
    """The page of the plan asks as often for one action as for ten."""
    assessment, boss = a_small_government(), coordinator()
    work_for(assessment)
    agreed(assessment)
    page = reverse("plan_agreed", args=[assessment.pk])
    few = queries_of(boss, page)
    for code in ("SID-01", "SID-02", "SID-03"):
        for number in range(3):
            entry = Entry.objects.get(innovation__title=f"Inovasi {number}")
            wanted = Subject(entry=entry, indicator=code, level=1)
            make_choice(assessment, Wish.SURELY, wanted, by=SYSTEM, at=MOMENT)
    more = agreed(assessment)
    assert more.actions.count() > 9
    assert queries_of(boss, page) == few
