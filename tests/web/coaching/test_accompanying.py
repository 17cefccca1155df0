"""What followed a clinic; who coaches whom; visits, questions and what became guidance."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.web.coaching.actions.agreements import Wanted, agree, withdraw_agreement
from pragola.web.coaching.actions.attendance import Present, mark_present
from pragola.web.coaching.actions.visits import answer_question, ask, note_visit
from pragola.web.coaching.guidance import GUIDANCE
from pragola.web.coaching.models import (
    Advice,
    AgreementKind,
    ClinicState,
    ClinicUnit,
    Guest,
    How,
    Question,
    Visit,
    VisitKind,
)
from pragola.web.coaching.queries.accompanying import assignment_of
from pragola.web.coaching.queries.gains import gains_since
from pragola.web.coaching.queries.outcome import outcome_of
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.regions.models import Appointment, Role
from pragola.web.review.actions.judging import Ruling, withdraw_verdict
from pragola.web.shared.audit import SYSTEM
from pragola.wording import Language
from tests.web.coaching.clinics import STARTS, a_clinic
from tests.web.review.reviewing import a_verifier, judged
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def weight(code: str) -> Decimal:
    """The weight of that indicator."""
    return {each.code: each.weight.value for each in load_edition("2026").sid_indicators}[code]


def said(points: Decimal) -> str:
    """As a page says it."""
    return f"{points:.2f}".replace(".", ",")


def claim(entry: Entry, level: int, hours: int, code: str = "SID-11") -> None:
    """Somebody claims that level so many hours after the clinic began."""
    known = entry.claims.filter(indicator=code).first()
    save_claim(
        entry.pk,
        code,
        claim=Claim(level=level),
        note="",
        revision=known.revision if known else 0,
        by=SYSTEM,
        at=STARTS + hours * HOUR,
    )


def test_what_followed_is_told_for_those_who_came_and_beside_them_for_the_others() -> None:
    """Only what changed since; an hour of visit counts as one; nothing is verified unjudged. A unit
    that had nobody to be invited did not stay away.
    """
    came, away, other = (an_entry(a_unit(name)) for name in ("Hadir", "Absen", "Lain"))
    clinic = a_clinic(came, state=ClinicState.HELD)
    for each in (away, other):
        ClinicUnit.objects.create(clinic=clinic, unit=each.innovation.unit)
    head = appointed(Role.HEAD, away.innovation.unit)
    Guest.objects.create(clinic=clinic, person=head, unit=away.innovation.unit, invited_at=MOMENT)
    unit = came.innovation.unit
    present = Present(person=None, name="A", unit=unit, at=STARTS)
    mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=STARTS)
    claim(came, 1, -5)
    claim(came, 2, 2)
    claim(came, 3, 4)
    claim(came, 2, 5, "SID-04")
    claim(away, 1, 6)
    note_visit(unit, kind=VisitKind.VISIT, minutes=60, text="x", by=SYSTEM, at=STARTS + HOUR)
    Entry.objects.filter(pk=came.pk).update(state=EntryState.UNDER_REVIEW)
    judged(came.claims.get(indicator="SID-04"), a_verifier(), at=STARTS + 7 * HOUR)
    told = outcome_of(clinic, now=STARTS + 8 * HOUR, language=Language.INDONESIAN)
    points = weight("SID-11") * 2 + weight("SID-04") * 2
    groups = [
        (
            each.units,
            each.innovations,
            (each.raised, each.confirmed, each.waiting),
            (each.claimed.points, each.verified.points),
        )
        for each in (told.came, told.stayed_away, told.others)
    ]
    assert groups == [
        (1, 1, (2, 1, 1), (said(points), said(weight("SID-04") * 2))),
        (1, 1, (1, 0, 1), (said(weight("SID-11")), "0,00")),
        (1, 1, (0, 0, 0), ("0,00", "0,00")),
    ]
    assert (told.hours, told.claimed_per_hour, told.verified_per_hour, told.raised_per_hour) == (
        "4,0",
        said(points / 4),
        said(weight("SID-04") * 2 / 4),
        "0,50",
    )
    assert other.pk


@pytest.mark.parametrize(
    ("passed", "hours"), [(HOUR / 2, "0,5"), (3 * HOUR, "3,0"), (30 * HOUR, "3,0")]
)
def test_hours_of_a_clinic_are_counted_as_they_pass(passed: timedelta, hours: str) -> None:
    """Those that are still to come are not."""
    clinic = a_clinic(an_entry(), state=ClinicState.HELD)
    told = outcome_of(clinic, now=STARTS + passed, language=Language.INDONESIAN)
    assert told.hours == hours


@pytest.mark.parametrize(
    ("before", "judged_before", "after", "accepted", "gained"),
    [
        (None, None, 2, 2, 2),
        (1, None, 3, 2, 1),
        (2, None, 2, 2, 0),
        (2, None, 3, 0, 0),
        (2, 1, 2, 2, 1),
        (2, 2, 3, 0, -2),
        (1, 1, 3, None, None),
    ],
    ids=[
        "new and accepted",
        "raised, accepted at less",
        "as it was before the clinic",
        "raised and returned",
        "not raised, better proven",
        "a verdict lost",
        "still waiting",
    ],
)
def test_a_verified_gain_is_what_verdicts_add_to_what_stood_when_the_clinic_began(
    before: int | None,
    judged_before: int | None,
    after: int,
    accepted: int | None,
    gained: int | None,
) -> None:
    """Levels claimed and judged before, claimed and judged after, and the gain in levels."""
    entry, verifier = an_entry(), a_verifier()

    def judge(level: int, hours: int) -> None:
        Entry.objects.update(state=EntryState.UNDER_REVIEW)
        ruling = Ruling(level=level, words="x")
        judged(entry.claims.get(), verifier, ruling, at=STARTS + hours * HOUR)

    if before is not None:
        claim(entry, before, -5)
    if judged_before is not None:
        judge(judged_before, -4)
    Entry.objects.update(state=EntryState.DRAFT)
    if after != before:
        claim(entry, after, 2)
    if accepted is not None:
        judge(accepted, 5)
    [gain] = gains_since(STARTS, [entry], load_edition("2026"))[entry.pk]
    levels = None if gained is None else gained * Fraction(weight("SID-11"))
    assert (gain.verified, gain.waits) == (levels, gained is None)


def test_a_verdict_taken_back_gained_nothing() -> None:
    """Neither does the one before count twice."""
    entry, verifier = an_entry(), a_verifier()
    claim(entry, 2, 2)
    Entry.objects.update(state=EntryState.UNDER_REVIEW)
    verdict = judged(entry.claims.get(), verifier, at=STARTS + 3 * HOUR)
    withdraw_verdict(verdict, by=verifier, at=STARTS + 3 * HOUR)
    [gain] = gains_since(STARTS, [entry], load_edition("2026"))[entry.pk]
    assert (gain.verified, gain.waits, gain.confirmed) == (None, True, False)


def test_the_page_of_the_outcome_says_that_it_is_no_experiment() -> None:
    """To whom sees all clinics; a guest is told that it is not theirs."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.HELD)
    path = reverse("outcome", args=[clinic.pk])
    leader = signed_in(appointed(Role.LEADER, a_region()))
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    assert "Ini bukan percobaan" in leader.get(path).content.decode()
    assert operator.get(path).status_code == 403


def test_a_coach_gets_units_and_the_load_is_told() -> None:
    """The units below count too; a unit without a coach is named."""
    agency = a_unit("Dinas")
    below, alone = a_unit("Puskesmas", parent=agency), a_unit("Sendiri")
    an_entry(agency)
    an_entry(below)
    coach = appointed(Role.COACH, agency)
    without = [unit.name for unit in assignment_of(a_region(), MOMENT).without]
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    coordinator.post(reverse("coaches", args=["33.18"]), {"coach": coach.pk, "units": [alone.pk]})
    [load] = assignment_of(a_region(), MOMENT).coaches
    assert (without, load.innovations) == (["Sendiri"], 2)
    assert [name for _id, name, _post in load.units] == ["Dinas", "Sendiri"]
    assert Appointment.objects.filter(person=coach, role=Role.COACH).count() == 2


def test_a_visit_is_noted_by_its_coach_alone() -> None:
    """With how long it took; an operator of the unit reads it."""
    unit = a_unit()
    coach, operator = (signed_in(appointed(role, unit)) for role in (Role.COACH, Role.OPERATOR))
    path = reverse("unit_coaching", args=[unit.pk])
    told = {"kind": "call", "minutes": "12", "text": "Regulasi menunggu Bagian Hukum."}
    statuses = [coach.post(path, told).status_code, operator.post(path, told).status_code]
    assert (statuses, Visit.objects.get().minutes) == ([302, 403], 12)
    assert "menunggu Bagian Hukum" in operator.get(path).content.decode()


def test_a_question_is_answered_in_place_and_becomes_guidance_for_all_units() -> None:
    """Once; another unit reads the guidance, never the question."""
    entry, other = an_entry(), an_entry(a_unit("Lain"))
    unit = entry.innovation.unit
    operator, coach = (signed_in(appointed(role, unit)) for role in (Role.OPERATOR, Role.COACH))
    neighbour = signed_in(appointed(Role.OPERATOR, other.innovation.unit))
    path = reverse("claim_help", args=[entry.pk, "SID-01"])
    operator.post(path, {"text": "Cukupkah SK kepala dinas?"})
    asked = Question.objects.get()
    waits = coach.get(reverse("questions", args=["33.18"])).content.decode()
    told = {"answer": "Ya, untuk level 1.", "for_all": "SK kepala dinas cukup untuk level 1."}
    refused = operator.post(reverse("question_answer", args=[asked.pk]), told).status_code
    for _time in range(2):
        coach.post(reverse("question_answer", args=[asked.pk]), told)
    asked.refresh_from_db()
    theirs = neighbour.get(reverse("claim_help", args=[other.pk, "SID-01"])).content.decode()
    assert (refused, asked.answer, Advice.objects.count()) == (403, "Ya, untuk level 1.", 1)
    assert "Cukupkah SK kepala dinas?" in waits
    assert ("SK kepala dinas cukup" in theirs, "Cukupkah" in theirs) == (True, False)
    assert "Ya, untuk level 1." in operator.get(path).content.decode()


@pytest.mark.parametrize("edition", ["2023", "2026", "2027"])
def test_every_indicator_of_innovations_has_its_guidance(edition: str) -> None:
    """And none is left over."""
    codes = {each.code for each in load_edition(edition).sid_indicators}
    assert set(GUIDANCE) == codes


def test_what_is_sent_twice_is_noted_and_asked_once() -> None:
    """A double click; another note, and the same one another day, are another."""
    entry = an_entry()
    unit = entry.innovation.unit
    for minutes, at in ((5, MOMENT), (5, MOMENT + MINUTE), (6, MOMENT), (5, MOMENT + HOUR)):
        note_visit(unit, kind=VisitKind.CALL, minutes=minutes, text="x", by=SYSTEM, at=at)
    for text in ("Cukupkah?", "Cukupkah?", "Lain?"):
        ask(entry, "SID-01", text, by=SYSTEM, at=MOMENT)
    answer_question(Question.objects.latest("id"), "Ya.", for_all="", by=SYSTEM, at=MOMENT)
    for text in ("Cukupkah?", "Lain?"):
        ask(entry, "SID-01", text, by=SYSTEM, at=MOMENT)
    assert (Visit.objects.count(), Question.objects.count()) == (3, 3)


def test_an_answer_that_is_too_long_is_not_lost() -> None:
    """It stands in its field again, with what is wrong about it."""
    entry = an_entry()
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    asked = ask(entry, "SID-01", "Cukupkah?", by=SYSTEM, at=MOMENT)
    told = "Panjang. " * 2000
    answer = coach.post(reverse("question_answer", args=[asked.pk]), {"answer": told})
    html = answer.content.decode()
    assert (answer.status_code, told.strip() in html, f'href="#answer-{asked.pk}"' in html) == (
        422,
        True,
        True,
    )
    assert Question.objects.get().answer == ""


def test_the_load_of_a_coach_counts_agreements_of_all_their_units() -> None:
    """Whoever made them; what was withdrawn is no load."""
    entry = an_entry()
    appointed(Role.COACH, entry.innovation.unit)
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    for code in ("SID-01", "SID-02"):
        wanted = Wanted(entry=entry, indicator=code, kind=AgreementKind.RAISE)
        made = agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT)
    withdraw_agreement(made, by=SYSTEM, at=MOMENT)
    [load] = assignment_of(a_region(), MOMENT).coaches
    assert (load.number, load.innovations, load.agreements) == (1, 1, 1)
