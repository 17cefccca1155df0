"""Addresses of entries, profiles and claims."""

from django.urls import path

from pragola.web.innovations.views import (
    beginning,
    calendar,
    claims,
    history,
    moves,
    official,
    official_index,
    profile,
)

urlpatterns = [
    path("kerja/entri/<int:entry_id>/", profile.entry, name="entry"),
    path("kerja/entri/<int:entry_id>/isian/<str:field_id>/", profile.field_save, name="field_save"),
    path("kerja/entri/<int:entry_id>/denyut/", profile.pulse, name="entry_pulse"),
    path("kerja/entri/<int:entry_id>/klaim/<str:indicator>/", claims.claim_save, name="claim_save"),
    path("kerja/entri/<int:entry_id>/langkah/<str:move>/", moves.move, name="move"),
    path("kerja/entri/<int:entry_id>/hasil-resmi/", official.entry_official, name="entry_official"),
    path("kerja/entri/<int:entry_id>/riwayat/", history.entry_history, name="entry_history"),
    path(
        "kerja/unit/<int:unit_id>/inovasi-baru/",
        beginning.innovation_begin,
        name="innovation_begin",
    ),
    path(
        "kerja/wilayah/<str:code>/penilaian-baru/",
        beginning.assessment_open,
        name="assessment_open",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/hasil-resmi/indeks/",
        official_index.official_index,
        name="official_index",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/hasil-resmi/",
        official.official_results,
        name="official_results",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/hasil-resmi/daftar/",
        official.official_list,
        name="official_list",
    ),
    path(
        "kerja/penilaian/<int:assessment_id>/hasil-resmi/terima/",
        official.official_accept,
        name="official_accept",
    ),
    path("kerja/penilaian/<int:assessment_id>/kalender/", calendar.calendar, name="calendar"),
    path("kerja/penilaian/<int:assessment_id>/perpanjangan/", calendar.grace, name="grace"),
]
