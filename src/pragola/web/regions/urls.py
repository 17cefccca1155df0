"""Addresses of handing in and taking away."""

from django.urls import path

from pragola.web.regions.views import mails, own, people, units, uploads

urlpatterns = [
    path("unggah/", uploads.upload, name="upload"),
    path("unggah/<str:upload_id>/", uploads.upload_reading, name="upload_reading"),
    path("unduh/buku-kerja-<str:code>.xlsx", uploads.blank_workbook, name="blank_workbook"),
    path(
        "unduh/contoh-<str:code>.xlsx",
        uploads.demonstration_workbook,
        name="demonstration_workbook",
    ),
    path("kerja/wilayah/<str:code>/unit/", units.units, name="units"),
    path("kerja/wilayah/<str:code>/unit/baru/", units.unit_add, name="unit_add"),
    path("kerja/wilayah/<str:code>/unit.xlsx", units.unit_list, name="unit_list"),
    path("kerja/wilayah/<str:code>/unit/impor/", units.unit_import, name="unit_import"),
    path(
        "kerja/wilayah/<str:code>/unit/impor/terima/",
        units.unit_import_accept,
        name="unit_import_accept",
    ),
    path("kerja/unit/<int:unit_id>/ubah/", units.unit_edit, name="unit_edit"),
    path("kerja/unit/<int:unit_id>/nama/", units.unit_rename, name="unit_rename"),
    path("kerja/unit/<int:unit_id>/induk/", units.unit_move, name="unit_move"),
    path("kerja/unit/<int:unit_id>/tutup/", units.unit_close, name="unit_close"),
    path("kerja/unit/<int:unit_id>/buka/", units.unit_reopen, name="unit_reopen"),
    path("undangan/<str:token>/", own.invitation, name="invitation"),
    path("bahasa/", own.language, name="set_language"),
    path("kerja/akun/", own.account, name="account"),
    path("kerja/akun/riwayat/", own.account_history, name="account_history"),
    path("kerja/akun/sesi/<int:session_id>/akhiri/", own.session_end, name="session_end"),
    path("kerja/wilayah/<str:code>/orang/", people.people, name="people"),
    path("kerja/wilayah/<str:code>/orang/undang/", people.invite, name="invite"),
    path("kerja/wilayah/<str:code>/orang/<int:person_id>/", people.person, name="person"),
    path(
        "kerja/wilayah/<str:code>/orang/<int:person_id>/riwayat/",
        people.person_history,
        name="person_history",
    ),
    path(
        "kerja/undangan/<int:invitation_id>/cabut/",
        people.invitation_revoke,
        name="invitation_revoke",
    ),
    path(
        "kerja/undangan/<int:invitation_id>/kirim-lagi/",
        people.invitation_again,
        name="invitation_again",
    ),
    path("kerja/surel/<int:mail_id>/kirim-lagi/", mails.mail_again, name="mail_again"),
    path("kerja/peran/<int:post_id>/akhiri/", people.post_end, name="post_end"),
]
