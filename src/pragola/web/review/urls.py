"""Addresses of the bench."""

from django.urls import path

from pragola.web.review.views import bench, coordinating, entry, objections, offers

urlpatterns = [
    path("kerja/penilaian/<int:assessment_id>/meja/", bench.bench_queue, name="bench_queue"),
    path("kerja/penilaian/<int:assessment_id>/meja/ambil/", bench.turn_take, name="turn_take"),
    path(
        "kerja/penilaian/<int:assessment_id>/meja/pengaturan/",
        coordinating.bench_settings,
        name="bench_settings",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/meja/pengaturan/bagikan/",
        coordinating.queue_deal,
        name="queue_deal",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/kesepakatan/",
        coordinating.agreement,
        name="agreement_of_readings",
    ),
    path("kerja/penilaian/<int:assessment_id>/pelajaran/", coordinating.lessons, name="lessons"),
    path("kerja/klaim/<int:claim_id>/meja/", bench.bench, name="bench"),
    path("kerja/klaim/<int:claim_id>/meja/ambil/", bench.claim_take, name="claim_take"),
    path("kerja/klaim/<int:claim_id>/putusan/", bench.verdict_give, name="verdict_give"),
    path("kerja/putusan/<int:verdict_id>/batal/", bench.verdict_withdraw, name="verdict_withdraw"),
    path("kerja/entri/<int:entry_id>/putusan/", entry.entry_review, name="entry_review"),
    path("kerja/putusan/<int:verdict_id>/bukti-sama/", offers.verdict_offer, name="verdict_offer"),
    path("kerja/putusan/<int:verdict_id>/keberatan/", objections.objection, name="objection"),
    path(
        "kerja/penilaian/<int:assessment_id>/keberatan/", objections.objections, name="objections"
    ),
]
