"""What coaches and operators try with clinics, papers and agreements of units not theirs."""

import pytest
from django.urls import reverse

from pragola.web.coaching.actions.agreements import Wanted, agree
from pragola.web.coaching.actions.diagnoses import diagnose
from pragola.web.coaching.actions.papers import draft_paper
from pragola.web.coaching.models import AgreementKind, ClinicState, PaperKind
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM
from pragola.web.shared.models import Change
from tests.web.coaching.clinics import a_clinic
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


def test_a_coach_leads_nothing_of_units_that_are_not_theirs() -> None:
    """By the numbers of another's clinic, sheet, agreement or paper; an operator leads nothing."""
    entry, other = an_entry(), a_unit("Lain")
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    [sheet] = diagnose(clinic.pk, [entry.innovation.unit], by=SYSTEM, at=MOMENT)
    wanted = Wanted(entry=entry, indicator="SID-01", kind=AgreementKind.RAISE)
    made = agree(clinic.pk, wanted, diagnosis=sheet, by=SYSTEM, at=MOMENT)
    paper = draft_paper(entry, PaperKind.DECREE, by=SYSTEM, at=MOMENT)
    theirs: dict[str, list[object]] = {
        "agreement_withdraw": [made.pk],
        "agreement_make": [clinic.pk],
        "attendance_mark": [clinic.pk],
        "clinic_cancel": [clinic.pk],
        "clinic_postpone": [clinic.pk],
        "minutes": [clinic.pk],
        "paper_move": [paper.pk, "hand_in"],
        "paper_prove": [paper.pk],
    }
    told = {"reason": "x", "entry": entry.pk, "indicator": "SID-02", "name": "Tamu", "text": "x"}
    told |= {"starts_at": "2099-01-31T10:00", "ends_at": "2099-01-31T12:00"}
    coach = signed_in(appointed(Role.COACH, other))
    operator = signed_in(appointed(Role.OPERATOR, other))
    before = Change.objects.count()
    found = {
        browser.post(reverse(name, args=numbers), told).status_code
        for browser in (coach, operator)
        for name, numbers in theirs.items()
    }
    seen = reverse("diagnosis_projected", args=[sheet.pk, 1])
    statuses = [browser.get(seen).status_code for browser in (coach, operator)]
    assert (found, statuses, Change.objects.count()) == ({403, 404}, [404, 404], before)
