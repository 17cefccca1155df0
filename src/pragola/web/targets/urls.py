"""Addresses of targets and plans."""

from django.urls import path

from pragola.web.targets.views import room, work

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
    path("kerja/pilihan/<int:choice_id>/cabut/", room.choice_lift, name="choice_lift"),
    path("kerja/hitungan/<int:calculation_id>/", room.plan_progress, name="plan_progress"),
    path("kerja/hitungan/<int:calculation_id>/berhenti/", room.plan_stop, name="plan_stop"),
]
