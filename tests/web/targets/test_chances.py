"""On what chances rest: verdicts where there are enough, else findings, else Pragola's estimate."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pragola.inspection.findings import Severity
from pragola.planning.certainty.beliefs import Rests
from pragola.scoring.results import Side
from pragola.scoring.score import score
from pragola.web.coaching.models import AgreementKind
from pragola.web.evidence.models import (
    Evidence,
    EvidenceKind,
    Inspection,
    InspectionState,
    Use,
)
from pragola.web.innovations.models import Assessment, Claim, Entry, EntryState, Judged
from pragola.web.review.models import Verdict, VerdictKind
from pragola.web.shared.audit import SYSTEM
from pragola.web.targets.actions.agreeing import Promise, agree_on, note_days
from pragola.web.targets.actions.asking import Subject, make_choice
from pragola.web.targets.actions.calculating import (
    ask_for_plan,
    calculate_next,
    sweep_calculations,
)
from pragola.web.targets.models import AgreedPlan, Calculation, PlanDay, Wish
from pragola.web.targets.queries.curve import curve_of
from pragola.web.targets.queries.question import Question, question_of
from pragola.web.targets.queries.room import calculation_for
from pragola.wording import Language
from pragola.workbook import answers_from
from tests.web.targets.planned import TARGET, a_small_government, claimed
from tests.web.targets.test_agreeing import SOON, agreed, page_of, raised, save, work_for
from tests.web.targets.test_calculating import clock, planned
from tests.web.targets.test_room import coordinator, opened
from tests.web.workplace import MOMENT, a_unit, an_entry

pytestmark = pytest.mark.django_db

ID = Language.INDONESIAN


def a_verdict(claim: Claim, level: int) -> Verdict:
    """Somebody accepted the claim at that level, and that stands."""
    Claim.objects.filter(pk=claim.pk).update(judged=Judged.ACCEPTED, accepted_level=level)
    return Verdict.objects.create(
        claim=claim,
        kind=VerdictKind.ACCEPTED,
        level=level,
        claimed_level=claim.level or 0,
        rests_on={},
        edition=claim.entry.assessment.edition,
        judged_at=MOMENT,
    )


def ten_verdicts(*, accepted: int) -> None:
    """Ten judged claims on SID-04 in other innovations, so many of them as claimed."""
    unit = a_unit("Unit yang dinilai")
    for number in range(10):
        entry = an_entry(unit, title=f"Dinilai {number}", state=EntryState.UNDER_REVIEW)
        claimed(entry, {"SID-04": 2})
        a_verdict(entry.claims.get(indicator="SID-04"), 2 if number < accepted else 1)


def a_warning(entry: Entry, code: str, severity: Severity) -> None:
    """Inspection saw something in the proof of that claim."""
    evidence = Evidence.objects.create(
        region=entry.innovation.region,
        unit=entry.innovation.unit,
        kind=EvidenceKind.LINK,
        link="https://contoh.go.id/",
        added_at=MOMENT,
    )
    use = Use.objects.create(evidence=evidence, entry=entry, part=code, added_at=MOMENT)
    seen = Inspection.objects.create(
        use=use, state=InspectionState.DONE, queued_at=MOMENT, ended_at=MOMENT
    )
    seen.findings.create(number=0, code="x", severity=severity, told={})


def asked(assessment: Assessment) -> Question:
    """The question as it stands."""
    question = question_of(assessment, at=MOMENT)
    assert question is not None
    return question


def test_a_chance_rests_on_verdicts_then_on_findings_then_on_the_estimate() -> None:
    """And what inspection saw counts at the level it was seen at alone."""
    assessment = a_small_government()
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    row = (str(entry.pk), "SID-04")
    first = asked(assessment).beliefs.of(row)
    a_warning(entry, "SID-04", Severity.DOUBTFUL)
    warned, raised_one = (asked(assessment).beliefs.of(row, level=each) for each in (1, 2))
    a_warning(entry, "SID-04", Severity.BLOCKS)
    blocked = asked(assessment).beliefs.of(row, level=1)
    ten_verdicts(accepted=7)
    judged = asked(assessment).beliefs.of(row, level=2)
    assert [each.rests for each in (first, warned, raised_one, blocked, judged)] == [
        Rests.PRIOR,
        Rests.FINDINGS,
        Rests.PRIOR,
        Rests.FINDINGS,
        Rests.VERDICTS,
    ]
    assert blocked.accepted < warned.accepted < first.accepted
    assert judged.verdicts is not None
    assert (judged.verdicts.accepted, judged.verdicts.cases) == (7, 10)
    assert judged.accepted == Fraction(15, 22)


def test_the_room_says_on_what_each_chance_rests() -> None:
    """By indicator, beside what threatens, and in how many claims."""
    assessment, browser = a_small_government(), coordinator()
    ten_verdicts(accepted=7)
    browser.post(reverse("plan_ask", args=[assessment.pk]))
    while calculate_next(clock=clock):
        continue
    page = opened(browser, assessment)
    wanted = ["7 dari 10 diterima", "perkiraan awal Pragola", "Dari mana peluangnya"]
    assert [each for each in wanted if each not in page] == []


def test_a_verdict_or_an_inspection_asks_for_the_plan_anew() -> None:
    """The sweep sees them, as it sees a saved claim; once."""
    assessment = a_small_government()
    planned(assessment)
    worked_out()
    Entry.objects.update(touched_at=MOMENT - timedelta(days=9))
    Calculation.objects.update(queued_at=MOMENT - timedelta(days=1))
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    a_warning(entry, "SID-04", Severity.DOUBTFUL)
    before = Calculation.objects.count()
    for _ in range(2):
        sweep_calculations(clock)
    assert Calculation.objects.count() == before + 1


def worked_out() -> None:
    """Workers had time for everything that waits."""
    while calculate_next(clock=clock):
        continue


def test_on_a_day_of_many_verdicts_plans_are_worked_out_to_their_end() -> None:
    """The last chances stay with their time; what is under way takes in the latest verdicts."""
    assessment, boss = a_small_government(), coordinator()
    planned(assessment)
    worked_out()
    Calculation.objects.update(queued_at=MOMENT - timedelta(days=1))
    rows = Calculation.objects.filter(sure=False)
    whole = set(rows.get().told)
    entries = Entry.objects.filter(innovation__title__startswith="Inovasi").order_by("id")
    for number, entry in enumerate(entries):
        a_verdict(entry.claims.get(indicator="SID-08"), 2)
        sweep_calculations(clock)
        row = rows.latest("id")
        assert (row.state, rows.count(), set(row.told)) == ("waiting", 2, whole)
        assert "earlier" in row.told["sureness"], number
    page = opened(boss, assessment)
    worked_out()
    row.refresh_from_db()
    assert "putusan dan pemeriksaan sesudahnya belum ikut" in page
    assert (row.state, row.basis) == ("done", asked(assessment).basis)
    assert "earlier" not in row.told["sureness"]


def test_the_plan_for_a_chance_is_agreed_on_as_any_other() -> None:
    """The room says what the lightest plan risks, and leads to the surer one and its paper."""
    assessment, boss = a_small_government(), coordinator()
    row, lightest = planned(assessment)
    worked_out()
    sure = Calculation.objects.get(sure=True)
    page = opened(boss, assessment)
    form = reverse("plan_agree", args=[sure.pk])
    told = boss.get(form).context["form"]
    days = {name: told[name].initial for name in told.fields if name.startswith("due-")}
    paper = boss.get(reverse("plan_pdf", args=[sure.pk]))
    answer = boss.post(form, days | {"seen": 0})
    plan = AgreedPlan.objects.get()
    assert (sure.ground, form in page, paper.status_code) == (row.ground, True, 200)
    assert "bukan yang paling pasti" in page
    assert (answer.status_code, plan.calculation_id) == (302, sure.pk)
    assert plan.effort > lightest.effort
    reach = sure.told["sureness"]["reach"]
    assert reach >= 0.9 > row_now(row).told["sureness"]["reach"]
    edition = asked(assessment).situation.edition
    assert str(score(edition, answers_from(sure.answers)).index) == plan.index


def row_now(row: Calculation) -> Calculation:
    """As it is kept."""
    return Calculation.objects.get(pk=row.pk)


def test_work_that_is_claimed_without_proof_says_so() -> None:
    """On the page of the plan and among the agreements; it goes as soon as there is some."""
    assessment, boss = a_small_government(), coordinator()
    work_for(assessment)
    plan = agreed(assessment)
    action = raised(plan)
    assert action.entry is not None
    save(action.entry, "SID-20", 3, revision=1)
    pages = [reverse("plan_agreed", args=[assessment.pk]), reverse("agreements", args=["33.18"])]
    before = ["diklaim tanpa bukti" in boss.get(page).content.decode() for page in pages]
    a_warning(action.entry, "SID-20", Severity.DOUBTFUL)
    after = ["diklaim tanpa bukti" in boss.get(page).content.decode() for page in pages]
    assert (before, after) == ([True, True], [False, False])


def test_progress_is_told_by_claims_and_by_verdicts() -> None:
    """The index by verdicts beside the claimed one, each day too, and what verdicts bear out."""
    assessment = a_small_government()
    work_for(assessment)
    plan = agreed(assessment)
    early = page_of(plan)
    action = raised(plan)
    assert action.entry is not None
    save(action.entry, "SID-20", 3, revision=1)
    claim = action.entry.claims.get(indicator="SID-20")
    a_verdict(claim, 2)
    fallen = page_of(plan)
    a_verdict(claim, 3)
    note_days(MOMENT + timedelta(days=1))
    page = page_of(plan, later=timedelta(days=1))
    assert (early.verified, early.confirmed, early.course.verified) == ("", 0, "")
    assert (fallen.done, fallen.confirmed) == (0, 0)
    assert (page.done, page.confirmed, page.verified) == (1, 1, page.now)
    assert PlanDay.objects.latest("day").verified != ""


def test_the_forecast_starts_from_the_verdicts() -> None:
    """Where claims were not accepted, what is left of the plan does not reach the target."""
    assessment, boss = a_small_government(), coordinator()
    plan = agreed(assessment)
    early = page_of(plan).forecast
    for claim in Claim.objects.filter(level__gt=1):
        a_verdict(claim, 1)
    late = page_of(plan).forecast
    page = boss.get(reverse("plan_agreed", args=[assessment.pk])).content.decode()
    before, after = (Decimal(each.all_done.replace(",", ".")) for each in (early, late))
    assert (early.reaches, late.reaches, after < before) == (True, False, True)
    assert f"indeksnya hanya {late.all_done}" in page


def test_a_plan_starts_from_the_verdicts_and_asks_for_other_proof() -> None:
    """A claim that was turned down counts for nothing until its proof changed; then it is done."""
    assessment = a_small_government()
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    claim = entry.claims.get(indicator="SID-08")
    a_verdict(claim, 1)
    work_for(assessment)
    surely = Subject(entry=entry, indicator="SID-08", level=2)
    make_choice(assessment, Wish.SURELY, surely, by=SYSTEM, at=MOMENT)
    row, plan = planned(assessment)
    action = next(each for each in plan.actions if each.indicator == "SID-08")
    question = asked(assessment)
    verified = score(question.situation.edition, question.claimed, side=Side.VERIFIED)
    done = agreed(assessment)
    agreement = done.actions.get(told__indicator="SID-08").agreement
    early = page_of(done)
    Claim.objects.filter(pk=claim.pk).update(judged=Judged.OPEN_AGAIN, accepted_level=None)
    late = page_of(done)
    assert (plan.before, action.from_level, action.level) == (verified.index, 1, 2)
    assert agreement is not None
    assert (agreement.kind, agreement.text.split()[0]) == (AgreementKind.PROVE, "Pasang")
    assert (early.done, late.done) == (0, 1)
    promised = score(question.situation.edition, answers_from(row.answers))
    assert promised.index == plan.index


def test_verdicts_and_findings_that_leave_the_plan_leave_it_to_be_agreed_on() -> None:
    """They change how sure it is; the plan stands at once while that is worked out anew."""
    assessment = a_small_government()
    work_for(assessment)
    row, plan = planned(assessment)
    entry = Entry.objects.get(innovation__title="Inovasi 0")
    a_warning(entry, "SID-04", Severity.DOUBTFUL)
    a_verdict(entry.claims.get(indicator="SID-08"), 2)
    shown, fresh = calculation_for(assessment, asked(assessment))
    anew = ask_for_plan(assessment, by=SYSTEM, clock=clock, at_once=0)
    assert (shown, fresh) == (row, True)
    assert anew is not None
    assert (anew.pk != row.pk, anew.told["answer"]) == (True, row.told["answer"])
    promises = [Promise(SOON, None)] * len(plan.actions)
    assert agree_on(row, promises, by=SYSTEM, at=MOMENT).index == str(plan.index)


def test_a_point_whose_search_ended_at_its_limit_says_so() -> None:
    """A hollow point with its bound instead of a proof."""
    told = [
        {"effort": "0", "index": "3.90", "band": "x", "actions": 0, "at_most": None},
        {"effort": "4", "index": "4.10", "band": "x", "actions": 2, "at_most": "83/20"},
        {"effort": "9", "index": "4.30", "band": "x", "actions": 3, "at_most": ""},
    ]
    curve = curve_of(told, target=TARGET, plan=None, language=ID)
    assert curve is not None
    assert [(each.proven, each.at_most) for each in curve.spots] == [
        (True, ""),
        (False, "4,15"),
        (False, ""),
    ]
    assert curve.proven is False


def test_a_choice_and_its_page_ask_as_often_however_many_entries_there_are() -> None:
    """Reading, searching and showing."""
    assessment, browser = a_small_government(), coordinator()
    browser.post(reverse("plan_ask", args=[assessment.pk]))
    few = asked_of(browser, assessment, "perda")
    ten_verdicts(accepted=7)
    a_warning(Entry.objects.get(innovation__title="Inovasi 0"), "SID-04", Severity.DOUBTFUL)
    many = asked_of(browser, assessment, "bimtek")
    assert few == many


def asked_of(browser: Client, assessment: Assessment, collective: str) -> tuple[int, int]:
    """How often a choice against collective work, and the page after it, ask the database."""
    told = {"wish": "not", "collective": collective}
    with CaptureQueriesContext(connection) as choosing:
        browser.post(reverse("target_choose", args=[assessment.pk]), told)
    with CaptureQueriesContext(connection) as reading:
        browser.get(reverse("target", args=[assessment.pk]))
    return len(choosing), len(reading)
