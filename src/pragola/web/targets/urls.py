"""Addresses of targets and plans."""

from django.urls import path

from pragola.web.targets.views import agreed, compare, papers, region_rows, room, work, years

urlpatterns = [
    path("kerja/penilaian/<int:assessment_id>/target/", room.target, name="target"),
    path(
        "kerja/penilaian/<int:assessment_id>/target/pilihan/",
        room.target_choose,
        name="target_choose",
    ),
    path("kerja/penilaian/<int:assessment_id>/target/hitung/", room.plan_ask, name="plan_ask"),
    path(
        "kerja/penilaian/<int:assessment_id>/target/tenaga/",
        work.target_work,
        name="target_work",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/target/bandingkan/",
        compare.plan_compare,
        name="plan_compare",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/target/tahun-lain/",
        years.plan_years,
        name="plan_years",
    ),
    path("kerja/penilaian/<int:assessment_id>/rencana/", agreed.plan_agreed, name="plan_agreed"),
    path("kerja/penilaian/<int:assessment_id>/rencana/akhiri/", agreed.plan_end, name="plan_end"),
    path(
        "kerja/penilaian/<int:assessment_id>/rencana/klinik/",
        agreed.plan_into_clinic,
        name="plan_into_clinic",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/baris-daerah/",
        region_rows.region_rows,
        name="region_rows",
    ),
    path("kerja/entri/<int:entry_id>/lapor/", region_rows.entry_withhold, name="entry_withhold"),
    path("kerja/pekerjaan/<int:action_id>/hari/", agreed.due_move, name="due_move"),
    path("kerja/hitungan/<int:calculation_id>/rencana.pdf", papers.plan_pdf, name="plan_pdf"),
    path("kerja/hitungan/<int:calculation_id>/sepakati/", agreed.plan_agree, name="plan_agree"),
    path("kerja/pilihan/<int:choice_id>/cabut/", room.choice_lift, name="choice_lift"),
    path("kerja/hitungan/<int:calculation_id>/", room.plan_progress, name="plan_progress"),
    path("kerja/hitungan/<int:calculation_id>/berhenti/", room.plan_stop, name="plan_stop"),
]
