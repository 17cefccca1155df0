"""Addresses of coaching."""

from django.urls import path

from pragola.web.coaching.views import (
    agreements,
    attendance,
    clinics,
    diagnoses,
    guests,
    offline,
    papers,
    visits,
)

urlpatterns = [
    path("kerja/wilayah/<str:code>/klinik/", clinics.clinics, name="clinics"),
    path("kerja/wilayah/<str:code>/klinik/baru/", clinics.clinic_new, name="clinic_new"),
    path("kerja/klinik/<int:clinic_id>/", clinics.clinic, name="clinic"),
    path("kerja/klinik/<int:clinic_id>/ubah/", clinics.clinic_edit, name="clinic_edit"),
    path("kerja/klinik/<int:clinic_id>/batalkan/", clinics.clinic_cancel, name="clinic_cancel"),
    path("kerja/klinik/<int:clinic_id>/buang/", clinics.clinic_discard, name="clinic_discard"),
    path("kerja/klinik/<int:clinic_id>/tunda/", clinics.clinic_postpone, name="clinic_postpone"),
    path("kerja/klinik/<int:clinic_id>/unit/", clinics.clinic_units, name="clinic_units"),
    path(
        "kerja/klinik/<int:clinic_id>/undang-baru/",
        clinics.clinic_newcomers,
        name="clinic_newcomers",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/unit/<int:unit_id>/batal/",
        clinics.clinic_unit_off,
        name="clinic_unit_off",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/langkah/<str:move>/",
        clinics.clinic_move,
        name="clinic_move",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/klinik.ics", clinics.clinic_calendar, name="clinic_calendar"
    ),
    path("kerja/klinik/<int:clinic_id>/jawab/", guests.invitation_answer, name="invitation_answer"),
    path("kerja/klinik/<int:clinic_id>/bahan/", guests.material_add, name="material_add"),
    path(
        "kerja/klinik/<int:clinic_id>/bahan/<int:material_id>/hapus/",
        guests.material_remove,
        name="material_remove",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/diagnosis/", diagnoses.diagnosis_make, name="diagnosis_make"
    ),
    path("kerja/diagnosis/<int:diagnosis_id>/", diagnoses.diagnosis, name="diagnosis"),
    path(
        "kerja/diagnosis/<int:diagnosis_id>/layar/<int:number>/",
        diagnoses.diagnosis_projected,
        name="diagnosis_projected",
    ),
    path(
        "kerja/diagnosis/<int:diagnosis_id>/lembar.pdf",
        diagnoses.diagnosis_paper,
        name="diagnosis_paper",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/kesepakatan/",
        agreements.agreement_make,
        name="agreement_make",
    ),
    path("kerja/kesepakatan/<int:agreement_id>/", agreements.agreement, name="agreement"),
    path(
        "kerja/kesepakatan/<int:agreement_id>/cabut/",
        agreements.agreement_withdraw,
        name="agreement_withdraw",
    ),
    path("kerja/wilayah/<str:code>/kesepakatan/", agreements.agreements, name="agreements"),
    path("kerja/wilayah/<str:code>/kop-surat/", diagnoses.letterhead, name="letterhead"),
    path("kerja/klinik/<int:clinic_id>/pintu/", attendance.door, name="door"),
    path("kerja/hadir/<str:code>/", attendance.enter, name="enter"),
    path("kerja/klinik/<int:clinic_id>/hadir/", attendance.attendance, name="attendance"),
    path(
        "kerja/klinik/<int:clinic_id>/hadir/luring/",
        offline.attendance_offline,
        name="attendance_offline",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/hadir/luring.js",
        offline.attendance_worker,
        name="attendance_worker",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/hadir/catat/",
        attendance.attendance_mark,
        name="attendance_mark",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/hadir/<int:attendance_id>/batal/",
        attendance.attendance_unmark,
        name="attendance_unmark",
    ),
    path(
        "kerja/klinik/<int:clinic_id>/daftar-hadir.pdf",
        attendance.attendance_paper,
        name="attendance_paper",
    ),
    path("kerja/klinik/<int:clinic_id>/notula/", attendance.minutes, name="minutes"),
    path("kerja/klinik/<int:clinic_id>/notula.pdf", attendance.minutes_paper, name="minutes_paper"),
    path("kerja/klinik/<int:clinic_id>/hasil/", visits.outcome, name="outcome"),
    path("kerja/wilayah/<str:code>/pendamping/", visits.coaches, name="coaches"),
    path("kerja/unit/<int:unit_id>/pendampingan/", visits.unit_coaching, name="unit_coaching"),
    path(
        "kerja/entri/<int:entry_id>/panduan/<str:indicator>/", visits.claim_help, name="claim_help"
    ),
    path(
        "kerja/pertanyaan/<int:question_id>/jawab/", visits.question_answer, name="question_answer"
    ),
    path("kerja/wilayah/<str:code>/pertanyaan/", visits.questions, name="questions"),
    path("kerja/wilayah/<str:code>/surat/", papers.region_papers, name="region_papers"),
    path("kerja/entri/<int:entry_id>/surat/", papers.papers, name="papers"),
    path("kerja/entri/<int:entry_id>/surat/<str:kind>.pdf", papers.paper_pdf, name="paper_pdf"),
    path("kerja/entri/<int:entry_id>/surat/<str:kind>.docx", papers.paper_docx, name="paper_docx"),
    path("kerja/entri/<int:entry_id>/surat/<str:kind>/", papers.paper_draft, name="paper_draft"),
    path("kerja/surat/<int:paper_id>/pindai/", papers.paper_prove, name="paper_prove"),
    path("kerja/surat/<int:paper_id>/<str:move>/", papers.paper_move, name="paper_move"),
    path("kerja/bahan/<int:material_id>/", guests.material_file, name="material_file"),
]
