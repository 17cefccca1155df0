"""A clinic from its preparation to its end: whom it invites, who comes, who may do what."""

import re
from datetime import UTC, datetime, timedelta
from email.message import MIMEPart
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from icalendar import Calendar

from pragola.web.coaching.actions.agreements import Wanted, agree, withdraw_agreement
from pragola.web.coaching.actions.clinics import (
    ClinicError,
    describe_clinic,
    invite_units,
    move_clinic,
    postpone_clinic,
)
from pragola.web.coaching.actions.guests import answer_invitation
from pragola.web.coaching.models import (
    CLINIC_WAYS,
    Agreement,
    AgreementKind,
    Answer,
    Clinic,
    ClinicMove,
    ClinicState,
    Guest,
    Material,
)
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.web.shared.mails import send_waiting
from pragola.web.shared.models import Dispatch
from tests.web.coaching.clinics import STARTS, a_clinic, a_plan
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

FORM = {
    "title": "Klinik Juli",
    "purpose": "Menaikkan klaim.",
    "starts_at": "2099-07-11T09:00",
    "ends_at": "2099-07-11T12:00",
    "place": "Aula Contoh",
    "link": "",
    "agenda": "09.00 Diagnosis",
    "seats": "40",
}


def sent_file(part: MIMEPart) -> bytes:
    """What the file of a mail says."""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return content


@pytest.mark.parametrize(("state", "move"), list(product(ClinicState, ClinicMove)))
def test_a_clinic_moves_as_the_table_says_and_no_other_way(
    state: ClinicState, move: ClinicMove
) -> None:
    """From every state, every move; what is done already is left as it is."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    clinic = a_clinic(entry, state=state)
    way = CLINIC_WAYS[move]
    if state in (way.source, way.target):
        moved = move_clinic(clinic.pk, move, reason="Hujan.", by=SYSTEM, at=STARTS)
        assert moved.state == way.target
    else:
        with pytest.raises(ClinicError) as told:
            move_clinic(clinic.pk, move, reason="Hujan.", by=SYSTEM, at=STARTS)
        assert [fault.code for fault in told.value.faults] == ["clinic_move_impossible"]
        assert Clinic.objects.get().state == state


def test_operators_and_heads_are_invited_by_mail_with_a_calendar_file() -> None:
    """Each once, however many posts; nobody of another unit, no coach."""
    entry = an_entry()
    unit = entry.innovation.unit
    operator, head = appointed(Role.OPERATOR, unit), appointed(Role.HEAD, unit)
    appointed(Role.HEAD, unit, person=operator)
    appointed(Role.COACH, unit)
    appointed(Role.OPERATOR, a_unit("Lain"))
    clinic = a_clinic(entry)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    assert send_waiting(MOMENT) == 2
    sent = mail.outbox[0]
    [part] = sent.attachments
    assert isinstance(part, MIMEPart)
    calendar = Calendar.from_ical(sent_file(part))
    event = calendar.walk("VEVENT")[0]
    told = part.get_filename(), part.get_content_type(), part.get_param("method")
    assert {each.to[0] for each in mail.outbox} == {operator.email, head.email}
    assert told == ("undangan.ics", "text/calendar", "PUBLISH")
    assert (str(calendar["method"]), str(event["organizer"])) == (
        "PUBLISH",
        "mailto:pragola@localhost",
    )
    assert (event.decoded("dtstart"), str(event["summary"])) == (STARTS, "Klinik Contoh")
    assert str(event["location"]) == "Aula Contoh"
    assert (sent.subject, "Aula Contoh" in sent.body) == ("Undangan: Klinik Contoh", True)


def test_nobody_to_invite_leaves_the_clinic_as_it_is() -> None:
    """A unit without people has to get some first."""
    clinic = a_clinic(an_entry())
    with pytest.raises(ClinicError) as told:
        move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    assert [fault.code for fault in told.value.faults] == ["clinic_without_guests"]
    assert Clinic.objects.get().state == ClinicState.DRAFT


def test_another_time_is_told_to_the_invited_and_another_word_is_not() -> None:
    """Their calendars see a newer event under the same name."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    clinic = a_clinic(entry)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    describe_clinic(clinic.pk, a_plan(purpose="Lain"), by=SYSTEM, at=MOMENT)
    later = a_plan(purpose="Lain", ends_at=STARTS + timedelta(hours=5))
    describe_clinic(clinic.pk, later, by=SYSTEM, at=MOMENT)
    first, second = Dispatch.objects.order_by("id")
    events = [Calendar.from_ical(each.calendar).walk("VEVENT")[0] for each in (first, second)]
    assert [event.decoded("sequence") for event in events] == [0, 1]
    assert events[0]["uid"] == events[1]["uid"]
    assert second.subject == "Jadwal berubah: Klinik Contoh"


def test_the_same_time_in_the_form_is_no_other_time() -> None:
    """It is told in the region's zone, and kept in another; nobody is mailed."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    clinic = a_clinic(entry)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    zone = ZoneInfo("Asia/Jakarta")
    starts, ends = (at.astimezone(zone) for at in (clinic.starts_at, clinic.ends_at))
    told = FORM | {
        "starts_at": f"{starts:%Y-%m-%dT%H:%M}",
        "ends_at": f"{ends:%Y-%m-%dT%H:%M}",
    }
    answer = coach.post(reverse("clinic_edit", args=[clinic.pk]), told)
    clinic.refresh_from_db()
    assert (answer.status_code, clinic.title, clinic.sequence) == (302, "Klinik Juli", 0)
    assert Dispatch.objects.count() == 1


def test_a_cancelled_clinic_tells_all_invited_why_and_leaves_their_calendars() -> None:
    """A later event under the same name; what was agreed stays, and nothing more is written."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    clinic = a_clinic(entry)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    wanted = Wanted(entry=entry, indicator="SID-01", kind=AgreementKind.RAISE)
    agreed = agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT)
    for _time in range(2):
        move_clinic(clinic.pk, ClinicMove.CANCEL, reason="Banjir.", by=SYSTEM, at=MOMENT)
    first, second = Dispatch.objects.order_by("id")
    before, after = (Calendar.from_ical(each.calendar) for each in (first, second))
    event = after.walk("VEVENT")[0]
    assert (str(after["method"]), str(event["status"]), event.decoded("sequence")) == (
        "CANCEL",
        "CANCELLED",
        1,
    )
    assert event["uid"] == before.walk("VEVENT")[0]["uid"]
    assert (second.subject, "Alasan: Banjir." in second.text) == ("Dibatalkan: Klinik Contoh", True)
    with pytest.raises(ClinicError) as told:
        withdraw_agreement(agreed, by=SYSTEM, at=MOMENT)
    with pytest.raises(ClinicError) as answered:
        answer_invitation(Guest.objects.get(), Answer.COMES, by=SYSTEM, at=MOMENT)
    faults = [*told.value.faults, *answered.value.faults]
    assert [fault.code for fault in faults] == ["clinic_is_cancelled"] * 2
    assert Agreement.objects.get().withdrawn_at is None


def test_a_clinic_that_takes_place_after_all_comes_back_into_the_calendars() -> None:
    """The reason is gone, the log has it."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    clinic = a_clinic(entry)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    move_clinic(clinic.pk, ClinicMove.CANCEL, reason="Banjir.", by=SYSTEM, at=MOMENT)
    move_clinic(clinic.pk, ClinicMove.RESTORE, by=SYSTEM, at=MOMENT)
    last = Dispatch.objects.latest("id")
    calendar = Calendar.from_ical(last.calendar)
    told = calendar.walk("VEVENT")[0].decoded("sequence"), str(calendar["method"]), last.subject
    assert told == (2, "PUBLISH", "Jadi diadakan: Klinik Contoh")
    clinic.refresh_from_db()
    log = [(each.part, each.new) for each in changes_of(clinic).filter(part="cancel")]
    assert (clinic.state, clinic.cancel_reason) == (ClinicState.INVITED, "")
    assert log == [("cancel", {"state": "cancelled", "reason": "Banjir."})]


def test_nothing_is_cancelled_without_a_reason() -> None:
    """Neither by its page nor by the address of moves."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    answer = coach.post(reverse("clinic_cancel", args=[clinic.pk]), {"reason": " "})
    coach.post(reverse("clinic_move", args=[clinic.pk, "cancel"]))
    clinic.refresh_from_db()
    assert (answer.status_code, clinic.state) == (422, ClinicState.INVITED)
    coach.post(reverse("clinic_cancel", args=[clinic.pk]), {"reason": "Banjir."})
    html = coach.get(reverse("clinic", args=[clinic.pk])).content.decode()
    calendar = coach.get(reverse("clinic_calendar", args=[clinic.pk]))
    assert "Klinik ini dibatalkan. Alasan: Banjir." in html
    assert calendar["Content-Type"] == "text/calendar; charset=utf-8; method=CANCEL"


def test_a_postponed_clinic_asks_all_invited_anew() -> None:
    """They are told when and why, and their calendars move the event."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    clinic = a_clinic(entry)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    answer_invitation(Guest.objects.get(), Answer.COMES, by=SYSTEM, at=MOMENT)
    told = {"starts_at": "2099-08-01T09:00", "ends_at": "2099-08-01T12:00", "reason": "Banjir."}
    for _time in range(2):
        coach.post(reverse("clinic_postpone", args=[clinic.pk]), told)
    clinic.refresh_from_db()
    last = Dispatch.objects.latest("id")
    event = Calendar.from_ical(last.calendar).walk("VEVENT")[0]
    assert (event.decoded("sequence"), event.decoded("dtstart")) == (1, clinic.starts_at)
    assert clinic.starts_at == datetime(2099, 8, 1, 2, tzinfo=UTC)
    assert (last.subject, "1 Agustus 2099" in last.text, "Banjir." in last.text) == (
        "Waktu dipindahkan: Klinik Contoh",
        True,
        True,
    )
    assert (Guest.objects.get().answer, Dispatch.objects.count()) == (Answer.NONE, 2)


def test_a_clinic_that_has_been_held_is_not_postponed() -> None:
    """It was."""
    clinic = a_clinic(an_entry(), state=ClinicState.HELD)
    later = {"starts_at": STARTS, "ends_at": STARTS + timedelta(days=1)}
    with pytest.raises(ClinicError) as told:
        postpone_clinic(clinic.pk, **later, reason="x", by=SYSTEM, at=MOMENT)
    assert [fault.code for fault in told.value.faults] == ["clinic_move_impossible"]


def test_a_unit_that_comes_later_is_mailed_at_once() -> None:
    """Those invited before are not mailed again."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    clinic, late = a_clinic(entry), a_unit("Terlambat")
    person = appointed(Role.OPERATOR, late)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    invite_units(clinic.pk, [late], by=SYSTEM, at=MOMENT)
    assert list(Dispatch.objects.values_list("address", flat=True))[1:] == [person.email]


def test_seats_are_kept_for_who_answers_first() -> None:
    """The third of two is told so; who stays away gives the seat back."""
    entry = an_entry()
    for _number in range(3):
        appointed(Role.OPERATOR, entry.innovation.unit)
    clinic = a_clinic(entry, seats=2)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    first, second, third = Guest.objects.order_by("id")
    for guest in (first, second, first):
        answer_invitation(guest, Answer.COMES, by=SYSTEM, at=MOMENT)
    with pytest.raises(ClinicError) as told:
        answer_invitation(third, Answer.COMES, by=SYSTEM, at=MOMENT)
    answer_invitation(first, Answer.STAYS_AWAY, by=SYSTEM, at=MOMENT)
    answer_invitation(third, Answer.COMES, by=SYSTEM, at=MOMENT)
    assert [fault.code for fault in told.value.faults] == ["clinic_is_full"]
    answers = list(Guest.objects.order_by("id").values_list("answer", flat=True))
    assert answers == [Answer.STAYS_AWAY, Answer.COMES, Answer.COMES]
    assert changes_of(clinic).filter(deed="clinic_answered").count() == 4


def test_a_coach_prepares_invites_and_a_guest_answers_in_the_pages() -> None:
    """From the empty form to the answer."""
    entry = an_entry()
    unit = entry.innovation.unit
    coach = signed_in(appointed(Role.COACH, unit))
    operator = signed_in(appointed(Role.OPERATOR, unit))
    told = FORM | {"assessment": entry.assessment_id}
    assert coach.post(reverse("clinic_new", args=["33.18"]), told).status_code == 302
    clinic = Clinic.objects.get()
    page = reverse("clinic", args=[clinic.pk])
    seen_early = operator.get(page).status_code
    coach.post(reverse("clinic_units", args=[clinic.pk]), {"units": [unit.pk]})
    coach.post(reverse("clinic_move", args=[clinic.pk, "invite"]))
    operator.post(reverse("invitation_answer", args=[clinic.pk]), {"answer": "comes"})
    html = operator.get(page).content.decode()
    zone_told = (clinic.starts_at.hour, clinic.state)
    assert (seen_early, zone_told) == (404, (2, ClinicState.DRAFT))
    assert "Jawaban Anda sekarang: Hadir." in html
    assert "1 dari 40" in html


def test_a_coach_invites_only_units_of_the_own_branch() -> None:
    """Whatever number the form names; a coordinator invites all."""
    entry = an_entry()
    other = a_unit("Lain")
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    clinic = a_clinic(entry)
    path = reverse("clinic_units", args=[clinic.pk])
    statuses = [each.post(path, {"units": [other.pk]}).status_code for each in (coach, coordinator)]
    assert statuses == [422, 302]


def test_what_the_form_lacks_is_told_beside_its_field() -> None:
    """An end before the start, nowhere to go."""
    entry = an_entry()
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    told = FORM | {"assessment": entry.assessment_id, "place": "", "ends_at": "2099-07-11T08:00"}
    answer = coordinator.post(reverse("clinic_new", args=["33.18"]), told)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Klinik selesai sesudah mulai" in html
    assert "Tulis tempatnya" in html


@pytest.mark.parametrize(
    ("starts", "ends", "why"),
    [
        ("2020-01-01T09:00", "2020-01-01T12:00", "Tanggal itu sudah lewat"),
        ("2099-07-11T09:00", "2099-07-18T09:01", "Klinik paling lama tujuh hari"),
    ],
)
def test_a_clinic_in_the_past_or_of_weeks_is_refused(starts: str, ends: str, why: str) -> None:
    """Whether it is new, put in other words or moved."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    told = FORM | {"assessment": entry.assessment_id, "reason": "Banjir."}
    answers = [
        coordinator.post(path, told | {"starts_at": starts, "ends_at": ends})
        for path in (
            reverse("clinic_new", args=["33.18"]),
            reverse("clinic_edit", args=[clinic.pk]),
            reverse("clinic_postpone", args=[clinic.pk]),
        )
    ]
    told_so = [(each.status_code, why in each.content.decode()) for each in answers]
    assert (told_so, Clinic.objects.get().starts_at) == ([(422, True)] * 3, STARTS)


def test_a_clinic_is_not_said_to_be_held_before_its_hour() -> None:
    """From its hour on it is."""
    clinic = a_clinic(an_entry(), state=ClinicState.INVITED)
    with pytest.raises(ClinicError) as told:
        move_clinic(clinic.pk, ClinicMove.HOLD, by=SYSTEM, at=STARTS - timedelta(minutes=1))
    moved = move_clinic(clinic.pk, ClinicMove.HOLD, by=SYSTEM, at=STARTS)
    codes = [fault.code for fault in told.value.faults]
    assert (codes, moved.state) == (["clinic_not_yet"], ClinicState.HELD)


def test_a_unit_with_nobody_to_invite_is_marked_so() -> None:
    """To who leads the clinic; a unit with an operator is not."""
    entry = an_entry()
    clinic = a_clinic(entry)
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    path, why = reverse("clinic", args=[clinic.pk]), "belum punya operator atau kepala"
    before = coordinator.get(path).content.decode()
    appointed(Role.OPERATOR, entry.innovation.unit)
    after = coordinator.get(path).content.decode()
    assert (before.count(why), after.count(why)) == (1, 0)


def test_material_is_stored_by_content_and_given_to_guests_only(tmp_path: Path) -> None:
    """A page in disguise is refused; a guest of the clinic saves the file, a stranger does not."""
    del tmp_path
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    operator = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("Lain")))
    path = reverse("material_add", args=[clinic.pk])
    good = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
    bad = SimpleUploadedFile("bahan.pdf", b"<html><script>alert(1)</script></html>")
    statuses = [
        coach.post(path, {"file": bad}).status_code,
        coach.post(path, {"file": SimpleUploadedFile("bahan.pdf", good)}).status_code,
        coach.post(path, {"title": "Panduan", "link": "https://contoh.go.id/a"}).status_code,
        coach.post(path, {"link": "javascript:alert(1)", "title": "x"}).status_code,
    ]
    stored = Material.objects.get(file__isnull=False)
    saved = operator.get(reverse("material_file", args=[stored.pk]))
    assert statuses == [422, 302, 302, 422]
    assert b"".join(saved.streaming_content) == good  # type: ignore[attr-defined]
    assert saved["Content-Disposition"] == 'attachment; filename="bahan.pdf"'
    assert stranger.get(reverse("material_file", args=[stored.pk])).status_code == 404


def test_a_closed_clinic_takes_nothing_more() -> None:
    """Neither units nor material nor answers."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.CLOSED)
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    told = {"title": "Panduan", "link": "https://contoh.go.id/a"}
    answer = coach.post(reverse("material_add", args=[clinic.pk]), told)
    assert (answer.status_code, "sudah ditutup" in answer.content.decode()) == (422, True)
    assert Material.objects.count() == 0


def test_errors_of_a_form_name_their_fields_and_say_what_to_do() -> None:
    """Each above the form, with a link to its field."""
    entry = an_entry()
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    path = reverse("clinic_new", args=["33.18"])
    bad = FORM | {"assessment": entry.assessment_id, "title": "", "seats": "9999", "link": "x y"}
    page = coordinator.post(path, bad).content.decode()
    summary = page[page.index("error-summary") :]
    said = re.findall(r'<a href="#id_(\w+)">([^<]*)</a>', summary)
    assert dict(said) == {
        "title": "Judul: Bidang ini tidak boleh kosong.",
        "link": "Tautan daring: Tulis alamat lengkap, misalnya https://contoh.go.id/rapat.",
        "seats": "Jumlah tempat: Tulis bilangan bulat dari 1 sampai 2000.",
    }
