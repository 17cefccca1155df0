"""Agreements are done by what happens to the claim; diagnosis sheets stay as they were."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from pragola.scoring.answers import Claim
from pragola.web.coaching.actions.agreements import (
    Wanted,
    agree,
    describe_agreement,
    withdraw_agreement,
)
from pragola.web.coaching.actions.clinics import ClinicError
from pragola.web.coaching.actions.diagnoses import diagnose
from pragola.web.coaching.forms.agreements import AgreementForm
from pragola.web.coaching.models import Agreement, AgreementKind, Clinic, ClinicState, Diagnosis
from pragola.web.coaching.queries.agreements import follow_up
from pragola.web.coaching.queries.diagnoses import seen_of
from pragola.web.coaching.queries.followup import Standing, agreement_lines, agreements_in_force
from pragola.web.coaching.queries.mails import agreements_due
from pragola.web.coaching.sheets import sheet_of
from pragola.web.evidence.models import Evidence, EvidenceKind, Use
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.innovations.queries.claims import one_claim
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM
from pragola.wording import Language
from tests.web.coaching.clinics import a_clinic
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
TECHNICAL_GUIDE = "SID-11"


def claim(entry: Entry, level: int, days: int, code: str = TECHNICAL_GUIDE) -> None:
    """Somebody claims that level so many days after the moment."""
    known = entry.claims.filter(indicator=code).first()
    save_claim(
        entry.pk,
        code,
        claim=Claim(level=level),
        note="",
        revision=known.revision if known else 0,
        by=SYSTEM,
        at=MOMENT + days * DAY,
    )


def agreed(
    entry: Entry,
    *,
    to_level: int | None = None,
    kind: AgreementKind = AgreementKind.RAISE,
    clinic: Clinic | None = None,
) -> Agreement:
    """An agreement on that claim, made on the day after the moment."""
    wanted = Wanted(entry=entry, indicator=TECHNICAL_GUIDE, kind=kind, to_level=to_level)
    place = clinic or a_clinic(entry, state=ClinicState.HELD)
    return agree(place.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT + DAY)


def standing(days: int) -> list[tuple[Standing, str, bool]]:
    """How all agreements stand so many days after the moment."""
    rows = agreements_in_force(Agreement.objects.all())
    lines = agreement_lines(rows, now=MOMENT + days * DAY, language=Language.INDONESIAN)
    return [(line.standing, line.done, line.fell) for line in lines]


def test_an_agreement_closes_by_itself_on_the_day_the_claim_is_raised() -> None:
    """One level short is not done; its own day is not needed."""
    entry = an_entry()
    claim(entry, 1, 0)
    agreed(entry, to_level=3)
    claim(entry, 2, 3)
    before = standing(4)
    claim(entry, 3, 5)
    assert (before, standing(6)) == (
        [(Standing.OPEN, "", False)],
        [(Standing.DONE, "6 Juli 2026", False)],
    )


def test_a_claim_that_falls_back_opens_its_agreement_again() -> None:
    """And that it had been reached is told."""
    entry = an_entry()
    agreed(entry, to_level=2)
    claim(entry, 2, 3)
    claim(entry, 1, 4)
    fallen = standing(5)
    claim(entry, 3, 6)
    assert (fallen, standing(7)) == (
        [(Standing.OPEN, "", True)],
        [(Standing.DONE, "7 Juli 2026", False)],
    )


def test_what_was_saved_before_the_agreement_does_not_close_it() -> None:
    """Only what happened since."""
    entry = an_entry()
    claim(entry, 2, -2)
    claim(entry, 1, -1)
    agreed(entry, to_level=2)
    assert standing(2) == [(Standing.OPEN, "", False)]


def test_a_day_that_has_passed_makes_it_overdue() -> None:
    """Two weeks after the clinic, which is ten days after the moment; not on the day itself."""
    agreed(an_entry())
    assert (standing(24), standing(25)) == (
        [(Standing.OPEN, "", False)],
        [(Standing.OVERDUE, "", False)],
    )


def test_proof_that_is_put_to_the_claim_closes_an_agreement_on_proof() -> None:
    """Proof that was there before does not, nor one that was taken off again."""
    entry = an_entry()
    claim(entry, 2, 0)
    agreed(entry, kind=AgreementKind.PROVE)
    evidence = Evidence.objects.create(
        region=entry.innovation.region,
        unit=entry.innovation.unit,
        kind=EvidenceKind.LINK,
        link="https://contoh.go.id/",
        added_at=MOMENT,
    )
    told = {"evidence": evidence, "entry": entry, "part": TECHNICAL_GUIDE}
    Use.objects.create(**told, added_at=MOMENT, removed_at=MOMENT + 2 * DAY)
    before = standing(3)
    Use.objects.create(**told, added_at=MOMENT + 4 * DAY)
    assert (before, standing(5)) == (
        [(Standing.OPEN, "", False)],
        [(Standing.DONE, "5 Juli 2026", False)],
    )


def test_an_agreement_is_worth_what_the_claims_page_says() -> None:
    """The scoring engine's gain of the next level, times the levels."""
    entry = an_entry()
    claim(entry, 1, 0)
    made = agreed(entry)
    outcome = one_claim(entry, TECHNICAL_GUIDE, Language.INDONESIAN)[0].outcome
    [line] = agreement_lines(
        agreements_in_force(Agreement.objects.all()), now=MOMENT, language=Language.INDONESIAN
    )
    assert (f"+{line.worth_told}", made.to_level) == (outcome.next_index, outcome.next_level)
    assert line.text.startswith("Naikkan Pedoman teknis (SID-11) ke level 2: Buku elektronik")


def test_the_same_touch_twice_agrees_once_and_a_reached_level_is_refused() -> None:
    """Whatever the browser sends."""
    entry = an_entry()
    claim(entry, 2, 0)
    clinic = a_clinic(entry, state=ClinicState.HELD)
    assert agreed(entry, clinic=clinic) == agreed(entry, clinic=clinic)
    withdraw_agreement(Agreement.objects.get(), by=SYSTEM, at=MOMENT)
    with pytest.raises(ClinicError) as told:
        agreed(entry, to_level=2, clinic=clinic)
    assert [fault.code for fault in told.value.faults] == ["agreement_reached"]
    assert agreements_in_force(Agreement.objects.all()).count() == 0


def test_a_sheet_stays_as_it_was_however_claims_change() -> None:
    """A new one tells the new state; both are kept with their moment and edition."""
    entry = an_entry()
    unit = entry.innovation.unit
    clinic = a_clinic(entry)
    claim(entry, 1, 0)
    diagnose(clinic.pk, [unit], by=SYSTEM, at=MOMENT)
    claim(entry, 3, 1)
    diagnose(clinic.pk, [unit], by=SYSTEM, at=MOMENT + 2 * DAY)
    later, former = Diagnosis.objects.all()
    levels = []
    for each in (former, later):
        [innovation] = sheet_of(each.content).innovations
        rows = {row.code: row for row in innovation.rows}
        levels.append((rows[TECHNICAL_GUIDE].level, rows[TECHNICAL_GUIDE].standing))
    assert levels == [(1, "unproven"), (3, "unproven")]
    assert (former.made_at, former.edition) == (MOMENT, "2026")
    assert former.edition_hash == entry.assessment.edition_hash


def test_a_sheet_puts_first_what_brings_most_for_the_index() -> None:
    """The heaviest indicators, mandatory ones first among equals; all twenty rows are on it."""
    entry = an_entry()
    [sheet] = diagnose(a_clinic(entry).pk, [entry.innovation.unit], by=SYSTEM, at=MOMENT)
    [innovation] = sheet_of(sheet.content).innovations
    gains = [row.gain for row in innovation.best]
    assert gains == sorted(gains, reverse=True)
    assert (innovation.best[0].code, len(innovation.rows)) == ("SID-20", 20)
    assert [lack.split(":")[0] for lack in innovation.lacks] == [
        "Isian profil kosong",
        "Indikator wajib belum diklaim",
    ]


def test_sheets_are_papers_and_pages_for_the_unit_and_its_coach_only() -> None:
    """As PDF, on the screen, one innovation at a time; nobody of another unit."""
    entry = an_entry(title="Inovasi #panic() *x*")
    unit = entry.innovation.unit
    coach, operator = appointed(Role.COACH, unit), appointed(Role.OPERATOR, unit)
    clinic = a_clinic(entry)
    signed_in(coach).post(reverse("diagnosis_make", args=[clinic.pk]), {"unit": unit.pk})
    sheet = Diagnosis.objects.get()
    paths = [
        reverse("diagnosis", args=[sheet.pk]),
        reverse("diagnosis_projected", args=[sheet.pk, 1]),
        reverse("diagnosis_projected", args=[sheet.pk, 2]),
        reverse("diagnosis_paper", args=[sheet.pk]),
    ]
    stranger = signed_in(appointed(Role.COACH, a_unit("Lain")))
    statuses = [
        [client.get(path).status_code for path in paths]
        for client in (signed_in(coach), signed_in(operator), stranger)
    ]
    assert statuses == [[200, 200, 404, 200], [200, 200, 404, 200], [404] * 4]
    assert signed_in(operator).get(paths[3]).content.startswith(b"%PDF-")
    assert b"Sepakati level" not in signed_in(operator).get(paths[0]).content


def test_with_one_touch_a_step_of_the_sheet_becomes_an_agreement() -> None:
    """It stands on the clinic's page and on the operator's first page until the claim changes."""
    entry = an_entry()
    unit = entry.innovation.unit
    coach, operator = (signed_in(appointed(role, unit)) for role in (Role.COACH, Role.OPERATOR))
    clinic = a_clinic(entry, state=ClinicState.HELD)
    [sheet] = diagnose(clinic.pk, [unit], by=SYSTEM, at=MOMENT)
    page = reverse("diagnosis", args=[sheet.pk])
    told = {"entry": entry.pk, "indicator": "SID-20", "diagnosis": sheet.pk, "page": page}
    answer = coach.post(reverse("agreement_make", args=[clinic.pk]), told)
    first = operator.get(reverse("workspace")).content.decode()
    save_claim(
        entry.pk,
        "SID-20",
        claim=Claim(level=1),
        note="",
        revision=0,
        by=SYSTEM,
        at=Agreement.objects.get().made_at + DAY,
    )
    second = operator.get(reverse("workspace")).content.decode()
    words = "Naikkan Video inovasi daerah (SID-20) ke level 1"
    assert (answer["Location"], words in first, words in second) == (page, True, False)
    assert "disepakati" in coach.get(page).content.decode()
    assert "Klaim berubah pada" in coach.get(reverse("clinic", args=[clinic.pk])).content.decode()


def test_nobody_agrees_for_units_that_are_not_in_the_clinic_or_not_theirs() -> None:
    """Whatever number is sent; and no page of another site is led to."""
    entry, other = an_entry(), an_entry(a_unit("Lain"))
    clinic = a_clinic(entry, state=ClinicState.HELD)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    path = reverse("agreement_make", args=[clinic.pk])
    told = {"entry": entry.pk, "indicator": "SID-01", "page": "//contoh.invalid/"}
    statuses = [
        coach.post(path, told | {"entry": other.pk}).status_code,
        coach.post(path, told | {"kind": "x"}).status_code,
        operator.post(path, told).status_code,
    ]
    led = coach.post(path, told)["Location"]
    made = Agreement.objects.get()
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    due = made.due_on
    described = {"text": "Lain", "role": "head", "due_on": f"{made.due_on}"}
    changed = operator.post(reverse("agreement", args=[made.pk]), described).status_code
    coordinator.post(reverse("agreement", args=[made.pk]), described)
    made.refresh_from_db()
    assert (statuses, led, changed) == ([404, 404, 403], reverse("clinic", args=[clinic.pk]), 403)
    assert (made.text, made.role, made.due_on) == ("Lain", Role.HEAD, due)


def test_an_agreement_is_due_neither_in_the_past_nor_in_years() -> None:
    """A day that has passed since may stay."""
    made = agreed(an_entry())
    today = made.due_on + DAY
    last = date(int(made.assessment.edition) + 1, 12, 31)
    days = [made.due_on, made.due_on - DAY, today, last, last + DAY, date.max]
    forms = [
        AgreementForm(
            {"text": "Lain", "role": "head", "due_on": f"{day}"}, agreement=made, today=today
        )
        for day in days
    ]
    assert [form.is_valid() for form in forms] == [True, False, True, True, False, False]


def test_reminders_go_to_the_role_that_agreed_until_it_is_done() -> None:
    """A week, three days and a day before, and once overdue; each occasion once."""
    entry = an_entry()
    operator = appointed(Role.OPERATOR, entry.innovation.unit)
    appointed(Role.HEAD, entry.innovation.unit)
    made = agreed(entry)
    days = [16, 18, 19, 23, 24, 26, 60]
    told = [list(agreements_due("https://a", MOMENT + day * DAY)) for day in days]
    abouts = [[mail.about.rpartition(":")[2] for mail in mails] for mails in told]
    claim(entry, 1, 20)
    done = list(agreements_due("https://a", MOMENT + 23 * DAY))
    assert abouts == [[], ["7"], ["7"], ["1"], ["1"], ["overdue"], []]
    assert ({mail.person for mails in told for mail in mails}, done) == ({operator}, [])
    assert f"/kerja/entri/{entry.pk}/klaim/#{TECHNICAL_GUIDE}" in told[1][0].text
    describe_agreement(made, text="x", role=Role.HEAD, due_on=made.due_on, by=SYSTEM, at=MOMENT)


def test_follow_up_sums_by_unit_and_by_coach() -> None:
    """What is done and overdue; agreements on proof add no points."""
    first, second = an_entry(), an_entry(a_unit("Unit Kedua"))
    agreed(first)
    agreed(first, kind=AgreementKind.PROVE, clinic=Clinic.objects.get())
    agreed(second)
    claim(first, 1, 3)
    told = follow_up(
        Agreement.objects.all(), chosen="", now=MOMENT + 40 * DAY, language=Language.INDONESIAN
    )
    by_unit = [(each.name, each.number, each.done, each.overdue) for each in told.by_unit]
    assert by_unit == [("UPTD Puskesmas Contoh", 2, 1, 1), ("Unit Kedua", 1, 0, 1)]
    assert [(each.name, each.number) for each in told.by_coach] == [("Pragola", 3)]
    assert [line.standing for line in told.lines] == [
        Standing.OVERDUE,
        Standing.OVERDUE,
        Standing.DONE,
    ]


@pytest.mark.parametrize(
    ("state", "standing", "locked"),
    [
        (EntryState.RETURNED, Standing.OVERDUE, ""),
        (EntryState.UNDER_REVIEW, Standing.OVERDUE, "Sedang diperiksa"),
        (EntryState.CLOSED, Standing.LAPSED, "Ditutup untuk berkas"),
        (EntryState.REJECTED, Standing.LAPSED, "Ditolak kementerian"),
    ],
)
def test_an_agreement_on_an_entry_that_nobody_can_change_says_so(
    state: EntryState, standing: Standing, locked: str
) -> None:
    """And nobody is mailed about it; proofs and levels that came in time still close it."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    raised, late = agreed(entry), agreed(entry, kind=AgreementKind.PROVE)
    claim(entry, 1, 2)
    Entry.objects.update(state=state)
    after = MOMENT + 60 * DAY
    Agreement.objects.update(due_on=after.date() - DAY)
    rows = agreements_in_force(Agreement.objects.order_by("id"))
    lines = agreement_lines(rows, now=after, language=Language.INDONESIAN)
    assert [(each.id, each.standing, each.locked) for each in lines] == [
        (raised.pk, Standing.DONE, ""),
        (late.pk, standing, locked),
    ]
    assert len(list(agreements_due("", after))) == (0 if locked else 1)


def test_nothing_is_agreed_on_an_entry_that_has_ended() -> None:
    """It could never be done."""
    entry = an_entry(state=EntryState.CLOSED)
    with pytest.raises(ClinicError) as told:
        agreed(entry)
    assert [fault.code for fault in told.value.faults] == ["agreement_entry_ended"]


def test_the_database_keeps_a_sheet_as_it_was_made() -> None:
    """Whoever tries, by whatever way; another one can be made beside it."""
    entry = an_entry()
    clinic = a_clinic(entry)
    unit = entry.innovation.unit
    diagnose(clinic.pk, [unit], by=SYSTEM, at=MOMENT)
    sheets = Diagnosis.objects.all()
    with pytest.raises(DatabaseError, match="diagnosis sheets are kept"), transaction.atomic():
        sheets.update(edition="2023")
    with pytest.raises(DatabaseError, match="diagnosis sheets are kept"), transaction.atomic():
        sheets.delete()
    diagnose(clinic.pk, [unit], by=SYSTEM, at=MOMENT)
    assert list(sheets.values_list("edition", flat=True)) == ["2026", "2026"]


def test_the_projected_page_shows_what_was_changed_since_and_asks_only_for_that() -> None:
    """Of the entry or the clinic; who reads it from the unit is offered no agreement."""
    entry = an_entry()
    unit = entry.innovation.unit
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    [sheet] = diagnose(clinic.pk, [unit], by=SYSTEM, at=MOMENT)
    coach, operator = (signed_in(appointed(role, unit)) for role in (Role.COACH, Role.OPERATOR))
    path = reverse("diagnosis_projected", args=[sheet.pk, 1])
    part = {"HX-Request": "true"}
    first = seen_of(sheet, entry.pk)
    nothing_new = coach.get(path, {"lihat": first}, headers=part).status_code
    claim(entry, 1, 1)
    html = coach.get(path, {"lihat": first}, headers=part).content.decode()
    assert (nothing_new, "sejak lembar dibuat: dari level 0" in html) == (204, True)
    told = {"entry": entry.pk, "indicator": TECHNICAL_GUIDE, "page": path}
    second = seen_of(sheet, entry.pk)
    made = coach.post(reverse("agreement_make", args=[clinic.pk]), told)
    html = coach.get(path, {"lihat": second}, headers=part).content.decode()
    assert (made["Location"], "Yang disepakati" in html, "<html" in html) == (path, True, False)
    touch = reverse("agreement_make", args=[clinic.pk])
    pages = [each.get(path).content.decode() for each in (coach, operator)]
    assert [touch in page for page in pages] == [True, False]
    withdraw = reverse("agreement_withdraw", args=[Agreement.objects.get().pk])
    assert coach.post(withdraw, {"page": path})["Location"] == path


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_sheet_has_no_other_innovations_than_its_own(number: int) -> None:
    """Not there, whatever stands in the address."""
    entry = an_entry()
    clinic = a_clinic(entry)
    [sheet] = diagnose(clinic.pk, [entry.innovation.unit], by=SYSTEM, at=MOMENT)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    assert coach.get(reverse("diagnosis_projected", args=[sheet.pk, number])).status_code == 404
