"""Who was there: by the code at the door, by hand, and by hand without network."""

from dataclasses import replace
from datetime import timedelta

import pytest
import zxingcpp
from django.urls import reverse

from pragola.web.coaching.actions.attendance import Present, mark_present, unmark_present
from pragola.web.coaching.actions.clinics import ClinicError
from pragola.web.coaching.door_codes import clinic_of_code, code_for_paper, code_for_screen
from pragola.web.coaching.models import Answer, Attendance, Clinic, ClinicState, Guest, How
from pragola.web.coaching.printing.clinic_pages import attendance_pdf
from pragola.web.coaching.queries.attendance import attendance_of
from pragola.web.coaching.queries.offline import offline_of
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import SYSTEM
from pragola.wording import Language, say
from tests.web.coaching.clinics import HOURS, STARTS, a_clinic
from tests.web.coaching.test_papers import words_of
from tests.web.workplace import MOMENT, a_person, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def a_clinic_with_a_guest() -> tuple[Clinic, Person]:
    """A clinic that invited the operator of its unit."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    operator = appointed(Role.OPERATOR, entry.innovation.unit)
    Guest.objects.create(
        clinic=clinic, person=operator, unit=entry.innovation.unit, invited_at=MOMENT
    )
    return clinic, operator


def test_a_code_holds_for_its_time_and_for_its_clinic_alone() -> None:
    """Ten minutes on the screen, until an hour after the end on paper; never when turned."""
    clinic, _operator = a_clinic_with_a_guest()
    shown, printed = code_for_screen(clinic, at=STARTS), code_for_paper(clinic)
    over = STARTS + HOURS + timedelta(hours=1)
    found = [
        clinic_of_code(shown, at=STARTS + 10 * MINUTE),
        clinic_of_code(shown, at=STARTS + 11 * MINUTE),
        clinic_of_code(printed, at=over),
        clinic_of_code(printed, at=over + MINUTE),
        clinic_of_code(f"x{shown}", at=STARTS),
        clinic_of_code("apa saja", at=STARTS),
    ]
    assert found == [clinic.pk, None, clinic.pk, None, None, None]


def test_who_scans_the_code_signs_in_and_is_marked_once() -> None:
    """With the unit of the invitation; somebody of another region is not let in."""
    clinic, operator = a_clinic_with_a_guest()
    Clinic.objects.update(ends_at=STARTS + timedelta(days=3000))
    clinic.refresh_from_db()
    path = reverse("enter", args=[code_for_paper(clinic)])
    browser = signed_in(operator)
    statuses = [browser.get(path).status_code, browser.post(path).status_code]
    browser.post(path)
    stranger = signed_in(appointed(Role.COORDINATOR, a_region("33.17", "Kabupaten Rembang")))
    made = Attendance.objects.get()
    assert (statuses, stranger.get(path).status_code) == ([200, 302], 404)
    assert (made.person, made.unit, made.how) == (operator, clinic.guests.get().unit, How.CODE)
    assert "Anda tercatat hadir" in browser.get(path).content.decode()


def test_a_code_that_is_over_says_what_to_do() -> None:
    """And marks nobody."""
    clinic, operator = a_clinic_with_a_guest()
    path = reverse("enter", args=[code_for_screen(clinic, at=MOMENT)])
    answer = signed_in(operator).post(path)
    assert (answer.status_code, Attendance.objects.count()) == (410, 0)
    assert "Pindai lagi" in answer.content.decode()


def test_a_note_made_without_network_is_taken_in_once_with_its_own_time() -> None:
    """However often the browser sends it; a time that lies ahead is taken as now."""
    clinic, operator = a_clinic_with_a_guest()
    note = Present(person=None, name="Tamu", unit=None, at=STARTS + MINUTE, key="a")
    ahead = Present(person=operator, name="O", unit=None, at=STARTS + HOURS, key="b")
    later = STARTS + 30 * MINUTE
    for present in (note, note, ahead, ahead):
        mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=later)
    assert list(Attendance.objects.order_by("id").values_list("name", "at")) == [
        ("Tamu", STARTS + MINUTE),
        ("O", later),
    ]


def test_a_note_is_not_written_over_what_was_decided_since() -> None:
    """Taken off after the note was made: it is put to who noted, and marks if they insist."""
    clinic, operator = a_clinic_with_a_guest()
    note = Present(person=operator, name="O", unit=None, at=STARTS, key="a")
    elsewhere = Present(person=operator, name="O", unit=None, at=STARTS + MINUTE)
    made = mark_present(clinic.pk, elsewhere, how=How.HAND, by=SYSTEM, at=STARTS + MINUTE)
    unmark_present(made, by=SYSTEM, at=STARTS + 2 * MINUTE)
    later = STARTS + 5 * MINUTE
    with pytest.raises(ClinicError) as told:
        mark_present(clinic.pk, note, how=How.HAND, by=SYSTEM, at=later)
    here = clinic.attendances.filter(removed_at=None)
    assert ([each.code for each in told.value.faults], here.count()) == (["present_taken_off"], 0)
    for _time in range(2):
        mark_present(clinic.pk, replace(note, again=True), how=How.HAND, by=SYSTEM, at=later)
    assert list(here.values_list("person", "at")) == [(operator.pk, STARTS)]


def test_one_name_noted_by_two_is_asked_about() -> None:
    """It may be one guest, or two of that name; another unit is another person."""
    clinic, _operator = a_clinic_with_a_guest()
    unit = clinic.invited_units.get().unit
    coach = signed_in(appointed(Role.COACH, unit))
    path = reverse("attendance_mark", args=[clinic.pk])
    script = {"HX-Request": "true"}
    answers = [
        coach.post(path, {"name": name, "key": key, **more}, headers=script)
        for name, key, more in (
            ("Tamu", "a", {}),
            ("tamu", "b", {}),
            ("Tamu", "c", {"unit": unit.pk}),
            ("tamu", "b", {"again": "1"}),
            ("tamu", "b", {"again": "1"}),
        )
    ]
    assert [each.status_code for each in answers] == [204, 409, 204, 204, 204]
    assert answers[1].content.decode().startswith("Tamu sudah tercatat hadir")
    assert Attendance.objects.count() == 3
    form = coach.post(path, {"name": "TAMU"})
    assert (form.status_code, "Tetap catat" in form.content.decode()) == (422, True)


def test_what_a_browser_keeps_is_the_list_and_nothing_of_who_asked() -> None:
    """Its worker sees the page of the list alone; who leads the clinic gets both."""
    clinic, operator = a_clinic_with_a_guest()
    person = appointed(Role.COACH, clinic.invited_units.get().unit)
    Person.objects.filter(pk=person.pk).update(name="Yang Mencatat")
    coach = signed_in(Person.objects.get(pk=person.pk))
    names = ("attendance_offline", "attendance_worker")
    kept, worker = (coach.get(reverse(name, args=[clinic.pk])) for name in names)
    refused = [signed_in(operator).get(reverse(n, args=[clinic.pk])).status_code for n in names]
    html = kept.content.decode()
    assert (operator.name in html, "Yang Mencatat" in html) == (True, False)
    assert worker["Content-Type"] == "text/javascript; charset=utf-8"
    path = reverse("attendance", args=[clinic.pk])
    assert reverse("attendance_worker", args=[clinic.pk]).startswith(path)
    assert refused == [403, 403]


def test_a_clinic_that_is_over_is_forgotten_by_the_browser() -> None:
    """A day after its end, or once it is closed or cancelled."""
    clinic, _operator = a_clinic_with_a_guest()
    moments = [STARTS, STARTS + HOURS + timedelta(days=1, minutes=1)]
    over = [offline_of(clinic, now=at, language=Language.INDONESIAN).is_over for at in moments]
    for state in (ClinicState.CLOSED, ClinicState.CANCELLED):
        clinic.state = state
        over.append(offline_of(clinic, now=STARTS, language=Language.INDONESIAN).is_over)
    assert over == [False, True, True, True]


def test_a_mark_that_was_taken_back_can_be_made_again() -> None:
    """Its row is kept; a clinic that is being prepared marks nobody."""
    clinic, operator = a_clinic_with_a_guest()
    present = Present(person=operator, name="O", unit=None, at=STARTS)
    first = mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=STARTS)
    unmark_present(first, by=SYSTEM, at=STARTS)
    mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=STARTS)
    Clinic.objects.update(state=ClinicState.DRAFT)
    with pytest.raises(ClinicError) as told:
        mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=STARTS)
    assert (Attendance.objects.count(), clinic.attendances.filter(removed_at=None).count()) == (
        2,
        1,
    )
    assert [fault.code for fault in told.value.faults] == ["clinic_not_open"]


def test_the_list_is_marked_by_hand_with_and_without_a_script() -> None:
    """A script gets no page; a stranger's number and an empty name are refused."""
    clinic, operator = a_clinic_with_a_guest()
    coach = signed_in(appointed(Role.COACH, clinic.invited_units.get().unit))
    path = reverse("attendance_mark", args=[clinic.pk])
    stranger = appointed(Role.OPERATOR, a_unit("Lain"))
    script = {"HX-Request": "true"}
    statuses = [
        coach.post(path, {"person": operator.pk}).status_code,
        coach.post(path, {"name": "Tamu", "key": "k", "at": "kapan"}, headers=script).status_code,
        coach.post(path, {"person": stranger.pk}).status_code,
        coach.post(path, {"name": " "}).status_code,
        signed_in(operator).post(path, {"person": operator.pk}).status_code,
    ]
    html = coach.get(reverse("attendance", args=[clinic.pk])).content.decode()
    assert statuses == [302, 204, 422, 422, 403]
    assert "2 orang tercatat hadir" in html


def test_a_clock_out_of_all_calendars_marks_as_of_now() -> None:
    """A telephone set to the first or the last year there is keeps nobody off the list."""
    clinic, _operator = a_clinic_with_a_guest()
    coach = signed_in(appointed(Role.COACH, clinic.invited_units.get().unit))
    path = reverse("attendance_mark", args=[clinic.pk])
    times = ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59+00:00")
    script = {"HX-Request": "true"}
    statuses = [
        coach.post(path, {"name": f"Tamu {at}", "at": at}, headers=script).status_code
        for at in times
    ]
    assert (statuses, Attendance.objects.count()) == ([204, 204, 204], 3)


def test_a_mark_of_another_day_than_the_clinic_tells_its_day() -> None:
    """On the day itself its time is enough."""
    clinic, _operator = a_clinic_with_a_guest()
    for name, at in (("Hari itu", STARTS), ("Susulan", STARTS + timedelta(days=2))):
        present = Present(person=None, name=name, unit=None, at=at)
        mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=at)
    told = [line.since for line in attendance_of(clinic).lines if line.attendance]
    assert told == ["10.00 WIB", "13 Juli 2026, 10.00 WIB"]


def test_attendance_and_minutes_are_papers_for_who_leads_the_clinic() -> None:
    """With what was talked about; the invited do not get the list of others."""
    clinic, operator = a_clinic_with_a_guest()
    coach = signed_in(appointed(Role.COACH, clinic.invited_units.get().unit))
    coach.post(reverse("minutes", args=[clinic.pk]), {"text": "Baris #satu\n*dua*"})
    paths = [reverse(name, args=[clinic.pk]) for name in ("attendance_paper", "minutes_paper")]
    papers = [coach.get(path).content[:5] for path in paths]
    refused = [signed_in(operator).get(path).status_code for path in paths]
    clinic.refresh_from_db()
    assert (papers, refused, clinic.minutes) == ([b"%PDF-"] * 2, [403, 403], "Baris #satu\n*dua*")


def test_the_code_at_the_door_can_be_read_by_a_camera() -> None:
    """It leads to the address that stands below it."""
    clinic, _operator = a_clinic_with_a_guest()
    coach = signed_in(appointed(Role.COACH, clinic.invited_units.get().unit))
    html = coach.get(reverse("door", args=[clinic.pk])).content.decode()
    address = html.split('<code class="link">')[1].split("<")[0]
    barcode = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode)
    read = zxingcpp.read_barcode(zxingcpp.write_barcode_to_image(barcode, scale=4))
    assert read is not None
    assert (read.text, "/kerja/hadir/" in address) == (address, True)
    assert html.count('<svg viewBox="0 0 ') == 1


def test_minutes_that_others_changed_meanwhile_are_joined_and_never_lost() -> None:
    """Who is late sees both texts, and what they save then stands."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.HELD)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    path = reverse("minutes", args=[clinic.pk])
    seen = coach.get(reverse("clinic", args=[clinic.pk])).context["seen_minutes"]
    coach.post(path, {"text": "Dari yang pertama.", "seen": seen})
    late = coach.post(path, {"text": "Dari yang kedua.", "seen": seen})
    html = late.content.decode()
    clinic.refresh_from_db()
    shown = [each in html for each in ("Dari yang pertama.", "Dari yang kedua.", "Gabungkan")]
    assert (late.status_code, shown, clinic.minutes) == (422, [True] * 3, "Dari yang pertama.")
    coach.post(path, {"text": "Dari keduanya.", "seen": late.context["seen_minutes"]})
    clinic.refresh_from_db()
    assert clinic.minutes == "Dari keduanya."


def test_minutes_that_are_too_long_are_not_lost() -> None:
    """They stand in the field again."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.HELD)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    told = "Panjang sekali. " * 2000
    answer = coach.post(reverse("minutes", args=[clinic.pk]), {"text": told})
    assert (answer.status_code, told.strip() in answer.content.decode()) == (422, True)


def test_a_list_that_is_printed_before_the_clinic_has_lines_for_who_comes_uninvited() -> None:
    """Also where nobody is invited; one that is printed afterwards has none."""
    states = (ClinicState.INVITED, ClinicState.HELD)
    clinics = [a_clinic(an_entry(), state=state) for state in states]
    before, after = (words_of(attendance_pdf(each, invented=False)) for each in clinics)
    assert (" 8 8." in before, " 1 1." in after) == (True, False)


def test_an_answer_on_the_list_is_no_presence() -> None:
    """Who answered that they come is only marked once they did."""
    clinic = a_clinic(an_entry(), state=ClinicState.INVITED)
    for answer in Answer:
        person = a_person(answer.value)
        Guest.objects.create(clinic=clinic, person=person, answer=answer, invited_at=MOMENT)
    found = attendance_of(clinic)
    assert (found.present, {line.name: (line.answer, line.how) for line in found.lines}) == (
        0,
        {
            "none": ("belum menjawab", ""),
            "comes": ("menjawab akan hadir", ""),
            "stays_away": ("menjawab tidak hadir", ""),
        },
    )


def test_nobody_is_present_at_a_clinic_that_lies_far_ahead() -> None:
    """Half a day before is early enough; it is said when the clinic is."""
    clinic, operator = a_clinic_with_a_guest()
    early = STARTS - timedelta(hours=12)
    present = Present(person=operator, name="", unit=None, at=early - MINUTE)
    with pytest.raises(ClinicError) as refused:
        mark_present(clinic.pk, present, how=How.HAND, by=SYSTEM, at=early - MINUTE)
    assert [fault.code for fault in refused.value.faults] == ["presence_too_early"]
    assert say(refused.value.faults[0], Language.INDONESIAN).startswith(
        "Klinik ini baru dimulai 11 Juli 2026, 10.00 WIB."
    )
    mark_present(clinic.pk, replace(present, at=early), how=How.HAND, by=SYSTEM, at=early)
    assert Attendance.objects.get().at == early
