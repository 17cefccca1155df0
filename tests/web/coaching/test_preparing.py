"""Preparing a clinic: made once, discarded while nobody knows of it, newcomers invited too."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pragola.web.coaching.actions.agreements import Wanted, agree
from pragola.web.coaching.actions.clinics import (
    ClinicError,
    invite_newcomers,
    invite_units,
    move_clinic,
    prepare_clinic,
)
from pragola.web.coaching.actions.diagnoses import diagnose
from pragola.web.coaching.actions.discarding import discard_clinic
from pragola.web.coaching.models import (
    Agreement,
    AgreementKind,
    Answer,
    Clinic,
    ClinicMove,
    ClinicState,
    Guest,
)
from pragola.web.coaching.queries.clinics import planned_clinics
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.web.shared.models import Dispatch
from pragola.web.targets.forms.agreeing import ClinicField
from tests.web.coaching.clinics import HOURS, STARTS, a_clinic, a_plan
from tests.web.coaching.test_clinics import FORM
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


def test_a_form_that_is_sent_twice_makes_one_clinic() -> None:
    """The second leads to the first's page; another form makes another clinic."""
    entry = an_entry()
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    path, told = reverse("clinic_new", args=["33.18"]), FORM | {"assessment": entry.assessment_id}
    first, second = (coordinator.get(path).context["form"].initial["key"] for _time in range(2))
    answers = [coordinator.post(path, told | {"key": first}) for _time in range(2)]
    other = coordinator.post(path, told | {"key": second})
    assert [each["Location"] for each in answers] == [answers[0]["Location"]] * 2
    assert (other["Location"] == answers[0]["Location"], Clinic.objects.count()) == (False, 2)


def test_what_differs_in_a_form_sent_again_is_told_and_not_taken() -> None:
    """Whoever goes back in the browser is led to the page where the clinic is changed."""
    entry = an_entry()
    coordinator = signed_in(appointed(Role.COORDINATOR, a_region()))
    path = reverse("clinic_new", args=["33.18"])
    told = FORM | {"assessment": entry.assessment_id, "key": "a"}
    coordinator.post(path, told)
    html = coordinator.post(path, told | {"title": "Lain"}, follow=True).content.decode()
    assert ("isian yang berbeda tidak dipakai" in html, Clinic.objects.get().title) == (
        True,
        "Klinik Juli",
    )


def test_the_key_of_a_form_is_its_senders_own() -> None:
    """Nobody comes upon another's clinic by naming its key."""
    entry = an_entry()
    people = [appointed(Role.COORDINATOR, a_region()) for _number in range(2)]
    path = reverse("clinic_new", args=["33.18"])
    told = FORM | {"assessment": entry.assessment_id, "key": "a"}
    places = {signed_in(each).post(path, told)["Location"] for each in people}
    assert (len(places), Clinic.objects.count()) == (2, 2)


def test_a_draft_is_discarded_and_shown_no_more() -> None:
    """Neither in the list nor by its number, nor are its sheets; the log has who did it."""
    entry = an_entry()
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    clinic = a_clinic(entry)
    [sheet] = diagnose(clinic.pk, [entry.innovation.unit], by=SYSTEM, at=MOMENT)
    page = reverse("clinic_discard", args=[clinic.pk])
    asked = coach.get(page).content.decode()
    answer = coach.post(page, follow=True)
    gone = [reverse("clinic", args=[clinic.pk]), reverse("diagnosis", args=[sheet.pk])]
    clinic.refresh_from_db()
    assert ("Buang klinik ini?" in asked, clinic.state) == (True, ClinicState.DISCARDED)
    assert "Klinik “Klinik Contoh” sudah dibuang." in answer.content.decode()
    assert list(answer.context["lines"]) == []
    assert [coach.get(each).status_code for each in gone] == [404, 404]
    assert [each.part for each in changes_of(clinic).filter(deed="clinic_moved")] == ["discard"]


def test_a_clinic_of_which_people_know_is_cancelled_and_not_discarded() -> None:
    """By neither of the two addresses."""
    entry = an_entry()
    coach = signed_in(appointed(Role.COACH, entry.innovation.unit))
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    statuses = [
        coach.post(reverse("clinic_discard", args=[clinic.pk])).status_code,
        coach.post(reverse("clinic_move", args=[clinic.pk, "discard"])).status_code,
    ]
    assert (statuses, Clinic.objects.get().state) == ([422, 404], ClinicState.INVITED)


def test_what_a_draft_agreed_on_itself_keeps_it_and_what_a_plan_asks_for_goes_home() -> None:
    """An agreement is never lost with the clinic."""
    entry = an_entry()
    clinic = a_clinic(entry)
    wanted = Wanted(entry=entry, indicator="SID-01", kind=AgreementKind.RAISE)
    made = agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT)
    with pytest.raises(ClinicError) as told:
        discard_clinic(clinic.pk, by=SYSTEM, at=MOMENT)
    Agreement.objects.update(planned=True)
    discard_clinic(clinic.pk, by=SYSTEM, at=MOMENT)
    made.refresh_from_db()
    assert [(fault.code, fault.found) for fault in told.value.faults] == [
        ("clinic_has_agreements", "1")
    ]
    assert (made.clinic_id, made.withdrawn_at) == (None, None)


def test_a_discarded_clinic_takes_nothing_more() -> None:
    """What is sent from a page that was open still is refused in words."""
    entry = an_entry()
    clinic = a_clinic(entry)
    discard_clinic(clinic.pk, by=SYSTEM, at=MOMENT)
    with pytest.raises(ClinicError) as told:
        invite_units(clinic.pk, [a_unit("Lain")], by=SYSTEM, at=MOMENT)
    assert [fault.code for fault in told.value.faults] == ["clinic_is_discarded"]


def test_only_clinics_to_come_are_offered_to_talk_about_something() -> None:
    """No clinic that is over, held, closed, cancelled or discarded."""
    entry = an_entry()
    made = [a_clinic(entry, state=state) for state in ClinicState]
    states = [
        ClinicState(each.state)
        for each in made
        if each in planned_clinics(entry.assessment, now=STARTS)
    ]
    over = planned_clinics(entry.assessment, now=STARTS + HOURS)
    assert (states, list(over)) == ([ClinicState.DRAFT, ClinicState.INVITED], [])


def test_a_clinic_that_is_over_is_refused_where_a_plan_is_agreed_on() -> None:
    """Also where the page was opened before."""
    entry = an_entry()
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    Clinic.objects.update(starts_at=MOMENT - timedelta(days=2), ends_at=MOMENT - timedelta(days=1))
    with pytest.raises(ValidationError):
        ClinicField(entry.assessment).clean(str(clinic.pk))


def test_who_came_into_a_unit_after_the_invitations_is_shown_and_invited_with_one_touch() -> None:
    """Only they are mailed; those who were invited before are not asked again."""
    entry = an_entry()
    unit = entry.innovation.unit
    first, coach = appointed(Role.OPERATOR, unit), signed_in(appointed(Role.COACH, unit))
    clinic = a_clinic(entry)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    late = appointed(Role.HEAD, unit)
    appointed(Role.OPERATOR, unit, person=late)
    page = reverse("clinic", args=[clinic.pk])
    before = coach.get(page).context["told"]
    coach.post(reverse("clinic_newcomers", args=[clinic.pk]))
    after = coach.get(page).context["told"]
    assert ([unit.newcomers for unit in before.units], before.newcomers) == ([(late.name,)], 1)
    assert ([unit.newcomers for unit in after.units], after.newcomers) == ([()], 0)
    assert list(Dispatch.objects.values_list("address", flat=True)) == [first.email, late.email]
    added = changes_of(clinic).filter(deed="clinic_people_added")
    assert [each.new for each in added] == [[late.name]]


def test_newcomers_are_invited_only_while_people_are() -> None:
    """Not to what is being prepared, nor to what was held."""
    entry = an_entry()
    appointed(Role.OPERATOR, entry.innovation.unit)
    codes = []
    for state in (ClinicState.DRAFT, ClinicState.HELD):
        clinic = a_clinic(entry, state=state)
        with pytest.raises(ClinicError) as told:
            invite_newcomers(clinic.pk, by=SYSTEM, at=MOMENT)
        codes += [(fault.code, fault.found) for fault in told.value.faults]
    assert codes == [
        ("clinic_move_impossible", "disiapkan"),
        ("clinic_move_impossible", "terlaksana"),
    ]


def test_a_newcomer_answers_before_anybody_has_invited_them() -> None:
    """They are asked on the page as the others are, and are a guest from then on."""
    entry = an_entry()
    unit = entry.innovation.unit
    appointed(Role.OPERATOR, unit)
    clinic = prepare_clinic(entry.assessment, a_plan(), by=SYSTEM, at=MOMENT)
    invite_units(clinic.pk, [unit], by=SYSTEM, at=MOMENT)
    move_clinic(clinic.pk, ClinicMove.INVITE, by=SYSTEM, at=MOMENT)
    late = appointed(Role.OPERATOR, unit)
    browser = signed_in(late)
    html = browser.get(reverse("clinic", args=[clinic.pk])).content.decode()
    browser.post(reverse("invitation_answer", args=[clinic.pk]), {"answer": "comes"})
    stranger = signed_in(appointed(Role.OPERATOR, a_unit("Lain")))
    refused = stranger.post(reverse("invitation_answer", args=[clinic.pk]), {"answer": "comes"})
    guest = Guest.objects.get(person=late)
    assert ("Apakah Anda hadir?" in html, guest.answer, guest.unit) == (True, Answer.COMES, unit)
    assert refused.status_code == 404
