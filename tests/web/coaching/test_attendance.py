"""Who was there: by the code at the door, by hand, and by hand without network."""

from datetime import timedelta

import pytest
import zxingcpp
from django.urls import reverse

from pragola.web.coaching.actions.attendance import Present, mark_present, unmark_present
from pragola.web.coaching.actions.clinics import ClinicError
from pragola.web.coaching.door_codes import clinic_of_code, code_for_paper, code_for_screen
from pragola.web.coaching.models import Attendance, Clinic, ClinicState, Guest, How
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import SYSTEM
from tests.web.coaching.clinics import HOURS, STARTS, a_clinic
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

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
    assert html.count("<svg") >= 1
