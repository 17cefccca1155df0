"""Papers are made whatever signs people write: emoji, Javanese script, Chinese."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from pragola.web.coaching.actions.diagnoses import diagnose, set_letterhead
from pragola.web.coaching.models import (
    Attendance,
    Clinic,
    ClinicState,
    How,
    PaperKind,
)
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import SYSTEM
from tests.web.coaching.clinics import a_clinic
from tests.web.coaching.test_papers import words_of
from tests.web.workplace import MOMENT, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

SIGNS = "🎉🙏 ꦥꦠꦶ 中文 \ue000 Contoh"
PRINTED = "□□ □□ □□ □ Contoh"


def a_clinic_of_signs() -> tuple[Entry, Clinic, Person]:
    """Every text that people write is full of signs."""
    entry = an_entry(title=SIGNS)
    told = {"office": SIGNS, "address": SIGNS, "contact": SIGNS}
    set_letterhead(entry.innovation.region, **told, by=SYSTEM, at=MOMENT)
    clinic = a_clinic(entry, state=ClinicState.HELD)
    texts = {"title": SIGNS, "minutes": SIGNS, "agenda": SIGNS, "place": SIGNS, "purpose": SIGNS}
    Clinic.objects.filter(pk=clinic.pk).update(**texts)
    Attendance.objects.create(clinic=clinic, name=SIGNS, how=How.HAND, at=MOMENT)
    return entry, clinic, appointed(Role.COORDINATOR, entry.innovation.region)


def test_every_paper_of_a_clinic_is_made_with_a_box_for_each_sign_that_fonts_lack() -> None:
    """List, minutes, diagnosis: the letterhead, the titles and the names are on them."""
    entry, clinic, coordinator = a_clinic_of_signs()
    [sheet] = diagnose(clinic.pk, [entry.innovation.unit], by=SYSTEM, at=MOMENT)
    browser = signed_in(coordinator)
    addresses = [
        reverse("attendance_paper", args=[clinic.pk]),
        reverse("minutes_paper", args=[clinic.pk]),
        reverse("diagnosis_paper", args=[sheet.pk]),
    ]
    answers = [browser.get(each) for each in addresses]
    assert [each.status_code for each in answers] == [200, 200, 200]
    assert [PRINTED in words_of(each.content) for each in answers] == [True] * 3


@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_paper_of_an_innovation_is_made_and_its_docx_keeps_all_signs(kind: PaperKind) -> None:
    """What one edits further has the whole name."""
    entry, _clinic, _coordinator = a_clinic_of_signs()
    browser = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    pdf = browser.get(reverse("paper_pdf", args=[entry.pk, kind]))
    docx = browser.get(reverse("paper_docx", args=[entry.pk, kind]))
    assert (pdf.status_code, docx.status_code) == (200, 200)
    assert "□□" in words_of(pdf.content)
    written = Document(BytesIO(docx.content)).element.xml
    assert "🎉🙏 ꦥꦠꦶ 中文" in written
