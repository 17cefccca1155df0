"""What of coaching is in the world of the table of permissions, and more of it for lists."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.timezone import now

from pragola.web.coaching.actions.agreements import Wanted, agree
from pragola.web.coaching.actions.diagnoses import diagnose
from pragola.web.coaching.actions.papers import draft_paper
from pragola.web.coaching.actions.visits import answer_question, ask, note_visit
from pragola.web.coaching.models import (
    Agreement,
    AgreementKind,
    Answer,
    Attendance,
    Clinic,
    ClinicState,
    ClinicUnit,
    Guest,
    How,
    Material,
    PaperKind,
    PaperMove,
    VisitKind,
)
from pragola.web.evidence.models import StoredFile
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Role, Unit
from pragola.web.shared.audit import SYSTEM
from tests.web.coaching.clinics import a_clinic
from tests.web.workplace import MOMENT, a_unit, an_entry


def things_of_coaching(entry: Entry, file: StoredFile, operator: Person) -> Mapping[str, object]:
    """A clinic to which the unit is invited, and which goes on just now."""
    clinic = a_clinic(entry, state=ClinicState.INVITED)
    clinic.starts_at, clinic.ends_at = now() - timedelta(hours=1), now() + timedelta(hours=2)
    clinic.save(update_fields=["starts_at", "ends_at"])
    Guest.objects.create(
        clinic=clinic, person=operator, unit=entry.innovation.unit, invited_at=MOMENT
    )
    material = Material.objects.create(clinic=clinic, title="Bahan", file=file, added_at=MOMENT)
    [sheet] = diagnose(clinic.pk, [entry.innovation.unit], by=SYSTEM, at=MOMENT)
    wanted = Wanted(entry=entry, indicator="SID-01", kind=AgreementKind.RAISE)
    agreed = agree(clinic.pk, wanted, diagnosis=sheet, by=SYSTEM, at=MOMENT)
    present = Attendance.objects.create(
        clinic=clinic, person=operator, name=operator.name, how=How.HAND, at=MOMENT
    )
    asked = ask(entry, "SID-04", "Apa buktinya?", by=SYSTEM, at=MOMENT)
    paper = draft_paper(entry, PaperKind.DECREE, by=SYSTEM, at=MOMENT)
    return {
        "clinic_id": clinic.pk,
        "material_id": material.pk,
        "clinic_move.move": "hold",
        "diagnosis_id": sheet.pk,
        "agreement_id": agreed.pk,
        "attendance_id": present.pk,
        "enter.code": "x",
        "claim_help.indicator": "SID-04",
        "question_id": asked.pk,
        "kind": PaperKind.DECREE,
        "paper_id": paper.pk,
        "paper_move.move": PaperMove.HAND_IN,
    }


def deeds_of_coaching(
    values: Mapping[str, object],
) -> Mapping[str, tuple[str, Mapping[str, object]]]:
    """Who changes something of coaching at an address, and what they send there."""
    due = Agreement.objects.get(pk=str(values["agreement_id"])).due_on
    time = {"starts_at": "2099-01-31T10:00", "ends_at": "2099-01-31T12:00"}
    words = {"title": "Lain", "purpose": "", "place": "Aula", "link": "", "agenda": "", "seats": 5}
    coach = Person.objects.filter(appointments__role=Role.COACH)[0].pk
    other = Unit.objects.exclude(pk=str(values["unit_id"])).latest("pk").pk
    return {
        "agreement": (
            "coach",
            {"text": "Kata lain", "role": Role.HEAD, "due_on": due},
        ),
        "agreement_make": (
            "coach",
            {"entry": values["entry_id"], "indicator": "SID-11", "kind": AgreementKind.RAISE},
        ),
        "agreement_withdraw": ("coach", {}),
        "attendance_mark": ("coach", {"name": "Tamu"}),
        "attendance_unmark": ("coach", {}),
        "claim_help": ("operator", {"text": "Apa buktinya?"}),
        "clinic_cancel": ("coach", {"reason": "Banjir"}),
        "clinic_newcomers": ("coach", {}),
        "clinic_edit": ("coach", words | time),
        "clinic_move": ("coach", {}),
        "clinic_new": ("coach", words | time | {"assessment": values["assessment_id"]}),
        "clinic_postpone": ("coach", time | {"reason": "Banjir"}),
        "clinic_units": ("coordinator", {"units": [other]}),
        "coaches": ("coordinator", {"coach": coach, "units": [other]}),
        "diagnosis_make": ("coach", {"unit": values["unit_id"]}),
        "invitation_answer": ("operator", {"answer": Answer.COMES}),
        "letterhead": ("coordinator", {"office": "Dinas Contoh", "address": "", "contact": ""}),
        "material_add": ("coach", {"title": "Tautan", "link": "https://contoh.go.id/b"}),
        "material_remove": ("coach", {}),
        "minutes": ("coach", {"text": "Yang dibicarakan."}),
        "paper_move": ("operator", {}),
        "question_answer": ("coach", {"answer": "Ya.", "for_all": "Ya, untuk semua."}),
        "unit_coaching": ("coach", {"kind": VisitKind.CALL, "minutes": 5, "text": "x"}),
    }


def add_to_coaching(entry: Entry, number: int, colleague: Person) -> None:
    """Another clinic; another unit, guest and link of the one that is there."""
    a_clinic(entry, state=ClinicState.INVITED)
    clinic = Clinic.objects.order_by("id")[0]
    invited = a_unit(f"Diundang {number}")
    for each in (entry, an_entry(entry.innovation.unit, title=f"Disepakati {number}")):
        wanted = Wanted(entry=each, indicator=f"SID-1{number}", kind=AgreementKind.RAISE)
        agree(clinic.pk, wanted, diagnosis=None, by=SYSTEM, at=MOMENT)
    draft_paper(an_entry(invited, title=f"Surat {number}"), PaperKind.DECREE, by=SYSTEM, at=MOMENT)
    note_visit(invited, kind=VisitKind.CALL, minutes=5, text="x", by=SYSTEM, at=MOMENT)
    for told in ("", "Untuk semua."):
        asked = ask(entry, "SID-04", f"Tanya {number}", by=SYSTEM, at=MOMENT)
        if told:
            answer_question(asked, "Jawab", for_all=told, by=SYSTEM, at=MOMENT)
    Attendance.objects.create(
        clinic=clinic, person=colleague, name=colleague.name, how=How.HAND, at=MOMENT
    )
    diagnose(clinic.pk, [invited], by=SYSTEM, at=MOMENT)
    ClinicUnit.objects.create(clinic=clinic, unit=invited)
    Guest.objects.create(clinic=clinic, person=colleague, unit=invited, invited_at=MOMENT)
    Material.objects.create(
        clinic=clinic, title="Tautan", link="https://contoh.go.id/", added_at=MOMENT
    )
