"""Addresses of evidence."""

from django.urls import URLPattern, path

from pragola.web.evidence.views import (
    arrivals,
    claims,
    evidence,
    files,
    handing_over,
    inspections,
    likeness,
    marks,
    public,
    storyboard,
    uses,
    videos,
)

urlpatterns: list[URLPattern] = [
    path("kerja/unggahan/", arrivals.arrivals, name="arrivals"),
    path("kerja/unggahan/kenal/", arrivals.arrival_known, name="arrival_known"),
    path("kerja/unggahan/biasa/", arrivals.arrival_plain, name="arrival_plain"),
    path("kerja/unggahan/<str:arrival_id>", arrivals.arrival, name="arrival"),
    path("kerja/unggahan/<str:arrival_id>/selesai", arrivals.arrival_finish, name="arrival_finish"),
    path("kerja/entri/<int:entry_id>/klaim/", claims.claims, name="claims"),
    path(
        "kerja/inovasi/<int:innovation_id>/bawa/<int:assessment_id>/",
        claims.carry_over,
        name="carry_over",
    ),
    path("kerja/entri/<int:entry_id>/bukti/<str:part>/", uses.use_add, name="use_add"),
    path("kerja/entri/<int:entry_id>/tautan/<str:part>/", uses.link_add, name="link_add"),
    path("kerja/entri/<int:entry_id>/pindah/", handing_over.hand_over, name="hand_over"),
    path("kerja/pemakaian/<int:use_id>/lepas/", uses.use_remove, name="use_remove"),
    path("kerja/pemakaian/<int:use_id>/video/", marks.use_video, name="use_video"),
    path("kerja/pemakaian/<int:use_id>/video/<int:number>/", marks.mark_save, name="mark_save"),
    path("kerja/entri/<int:entry_id>/papan-cerita/", storyboard.storyboard, name="storyboard"),
    path(
        "kerja/entri/<int:entry_id>/papan-cerita/<int:number>/",
        storyboard.scene_save,
        name="scene_save",
    ),
    path("kerja/tanda/<int:mark_id>/putusan/", marks.mark_judge, name="mark_judge"),
    path("kerja/wilayah/<str:code>/kemiripan/", likeness.likenesses, name="likenesses"),
    path("kerja/nasional/kemiripan/", likeness.likenesses_national, name="likenesses_national"),
    path("kerja/kemiripan/<int:likeness_id>/", likeness.likeness, name="likeness"),
    path("kerja/kemiripan/<int:likeness_id>/tandai/", likeness.likeness_mark, name="likeness_mark"),
    path(
        "kerja/kemiripan/<int:likeness_id>/buka-lagi/",
        likeness.likeness_unmark,
        name="likeness_unmark",
    ),
    path(
        "kerja/kemiripan/<int:likeness_id>/<int:side>/<int:page>-<int:width>.webp",
        likeness.likeness_page,
        name="likeness_page",
    ),
    path(
        "kerja/pemakaian/<int:use_id>/pemeriksaan/",
        inspections.use_inspection,
        name="use_inspection",
    ),
    path(
        "kerja/pemakaian/<int:use_id>/periksa-ulang/",
        inspections.use_inspect_again,
        name="use_inspect_again",
    ),
    path(
        "kerja/pemakaian/<int:use_id>/temuan/<int:number>/",
        inspections.use_finding,
        name="use_finding",
    ),
    path("pemeriksaan-berkas/", inspections.checks, name="checks"),
    path("kerja/unit/<int:unit_id>/bukti/", evidence.evidence_library, name="evidence_library"),
    path("kerja/wilayah/<str:code>/bukti/", evidence.evidence_of_region, name="evidence_of_region"),
    path("kerja/bukti/<int:evidence_id>/", evidence.evidence, name="evidence"),
    path("kerja/bukti/<int:evidence_id>/baca/", evidence.evidence_view, name="evidence_view"),
    path("kerja/bukti/<int:evidence_id>/berkas", files.evidence_file, name="evidence_file"),
    path("kerja/bukti/<int:evidence_id>/sampul.jpg", files.evidence_poster, name="evidence_poster"),
    path("kerja/bukti/<int:evidence_id>/480p.mp4", files.evidence_small, name="evidence_small"),
    path("kerja/bukti/<int:evidence_id>/pemutar/", videos.evidence_player, name="evidence_player"),
    path(
        "kerja/bukti/<int:evidence_id>/tanpa-data-lokasi",
        public.evidence_public,
        name="evidence_public",
    ),
    path(
        "kerja/bukti/<int:evidence_id>/halaman/<int:page>-<int:width>.webp",
        files.evidence_page,
        name="evidence_page",
    ),
]
