"""Sentences about entries: what cannot be saved or done, and what to do instead."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "agreement_without_plan": Sentence(
        id="Belum ada rencana yang dapat disepakati di sini. Hitung rencananya lebih dahulu.",
        en="There is no plan to agree on here yet. Work the plan out first.",
    ),
    "agreement_outdated": Sentence(
        id="Jawaban, pilihan, atau tenaga berubah sejak rencana ini dihitung. Hitung lagi dari "
        "jawaban sekarang, lalu sepakati yang baru.",
        en="Answers, choices or efforts changed since this plan was worked out. Work it out anew "
        "from today's answers, then agree on the new one.",
    ),
    "agreement_year_over": Sentence(
        id="Menurut kalender, pengajuan dan perbaikan penilaian ini sudah ditutup: unit tidak lagi "
        "dapat mengubah apa pun, jadi rencananya tidak dapat disepakati. Bila masih ada yang boleh "
        "mengajukan, beri perpanjangan di kalender.",
        en="By the calendar, handing in and mending is over for this assessment: units cannot "
        "change anything any more, so the plan cannot be agreed on. If somebody may still hand in, "
        "give them grace in the calendar.",
    ),
    "agreement_overtaken": Sentence(
        id="Sejak halaman ini dibuka, rencana lain disepakati atau diakhiri, mungkin di tab lain. "
        "Buka lagi halaman ini, lalu sepakati lagi bila masih perlu.",
        en="Another plan was agreed on or ended since this page was opened, perhaps in another "
        "tab. Open this page again, then agree again if that is still needed.",
    ),
    "region_row_unknown": Sentence(
        id="{found} bukan baris pemerintah daerah menurut pedoman ini, atau levelnya belum "
        "dipilih. Pilih levelnya dari daftar.",
        en="{found} is no row of the region by this guideline, or no level was chosen. Choose the "
        "level from the list.",
    ),
    "entry_locked": Sentence(
        id="Entri ini sedang tidak dapat diubah, karena sudah diajukan. Tarik kembali dulu, atau "
        "tunggu sampai dikembalikan.",
        en="This entry cannot be changed now, because it has been submitted. Take it back first, "
        "or wait until it is returned.",
    ),
    "entry_unit_closed": Sentence(
        id="{found} sudah ditutup, jadi entrinya hanya dapat dibaca. Minta koordinator memindahkan "
        "inovasinya ke unit lain, atau membuka lagi unit itu: {expected}.",
        en="{found} is closed, so its entries can only be read. Ask the coordinator to move the "
        "innovation to another unit, or to open that unit again: {expected}.",
    ),
    "hand_over_unit_closed": Sentence(
        id="{found} sudah ditutup. Pilih unit yang masih bekerja.",
        en="{found} is closed. Choose a unit that still works.",
    ),
    "save_stale": Sentence(
        id="Orang lain sudah menyimpan isian ini sejak Anda membukanya. Bandingkan keduanya, lalu "
        "pilih yang dipakai.",
        en="Somebody else saved this since you opened it. Compare the two, then choose one.",
    ),
    "field_unknown": Sentence(
        id="Isian {found} tidak ada dalam profil tahun ini. Muat ulang halamannya.",
        en="This year's profile has no field {found}. Load the page anew.",
    ),
    "field_choice_unknown": Sentence(
        id="“{found}” bukan salah satu pilihan. Pilih dari daftar.",
        en="“{found}” is not one of the choices. Choose from the list.",
    ),
    "field_date_bad": Sentence(
        id="“{found}” bukan tanggal. Pilih dari kalender, atau tulis tahun-bulan-hari, misalnya "
        "2025-03-14.",
        en="“{found}” is not a date. Choose it from the calendar, or write year-month-day, for "
        "example 2025-03-14.",
    ),
    "field_too_long": Sentence(
        id="Terlalu panjang: {found} huruf, paling banyak {expected}. Persingkat.",
        en="Too long: {found} letters, at most {expected}. Shorten it.",
    ),
    "field_coordinates_bad": Sentence(
        id="“{found}” bukan titik koordinat. Tulis derajat desimal, misalnya -6,7559 untuk "
        "lintang dan 111,0380 untuk bujur.",
        en="“{found}” is no coordinate. Write decimal degrees, for example -6.7559 for latitude "
        "and 111.0380 for longitude.",
    ),
    "claim_indicator_unknown": Sentence(
        id="Indikator {found} tidak ada dalam pedoman tahun ini. Muat ulang halamannya.",
        en="This year's guideline has no indicator {found}. Load the page anew.",
    ),
    "claim_figure_bad": Sentence(
        id="“{found}” bukan angka. Tulis angka saja, misalnya 4,45.",
        en="“{found}” is no number. Write only the figure, for example 4.45.",
    ),
    "claim_figures_missing": Sentence(
        id="Angka {expected} masih kosong. Isi semua tahun yang diminta.",
        en="The figure of {expected} is still empty. Fill in all years that are asked for.",
    ),
    "assessment_open_already": Sentence(
        id="Penilaian {found} sudah dibuka. Buka dari ruang kerja.",
        en="The assessment of {found} has been opened already. Find it in the workspace.",
    ),
    "innovation_exists": Sentence(
        id="Unit Anda sudah punya inovasi berjudul “{found}” tahun ini. Buka yang sudah ada, atau "
        "pakai judul lain.",
        en="Your unit has an innovation titled “{found}” this year already. Open that one, or use "
        "another title.",
    ),
    "entry_carried_already": Sentence(
        id="“{found}” sudah ada di tahun ini, atau belum punya entri tahun sebelumnya.",
        en="“{found}” is in this year already, or has no entry of an earlier year.",
    ),
    "move_of_another_role": Sentence(
        id="Langkah ini bukan bagian dari peran Anda ({found}).",
        en="This step is not one of your role ({found}).",
    ),
    "move_overtaken": Sentence(
        id="{expected} sudah lebih dulu pada {day}, {clock}: entri ini kini berstatus {found}. "
        "Baca keadaannya yang terbaru.",
        en="{expected} was faster, on {day}, {clock}: this entry now is {found}. Read how it "
        "stands now.",
    ),
    "move_impossible": Sentence(
        id="Langkah ini belum dapat dilakukan: entri ini berstatus {found}.",
        en="This step cannot be taken yet: this entry is {found}.",
    ),
    "door_closed": Sentence(
        id="Waktunya sudah lewat: pintu ini ditutup {day}, {clock}. Minta perpanjangan kepada "
        "koordinator ({expected}); isian Anda tetap tersimpan.",
        en="The time is over: this door closed on {day}, {clock}. Ask the coordinator "
        "({expected}) for more time; what you entered stays saved.",
    ),
    "claims_not_judged": Sentence(
        id="Masih ada klaim yang belum diputus: {found}. Putuskan dulu, lalu nyatakan "
        "terverifikasi.",
        en="Some claims have no verdict yet: {found}. Judge them first, then verify the entry.",
    ),
    "reasons_not_of_verdicts": Sentence(
        id="Alasan dan putusan tidak cocok pada {found}. Klaim dikembalikan lewat putusannya; "
        "muat ulang halamannya.",
        en="Reasons and verdicts differ for {found}. A claim is returned by its verdict; load "
        "the page anew.",
    ),
    "reasons_missing": Sentence(
        id="Belum ada alasan. Tulis paling sedikit satu alasan pada klaim atau isian yang perlu "
        "diperbaiki.",
        en="No reason yet. Write at least one, at the claim or field that has to be mended.",
    ),
    "note_missing": Sentence(
        id="Catatannya masih kosong. Tulis apa yang dinyatakan kementerian, supaya unitnya tahu.",
        en="The note is empty. Write what the ministry said, so that the unit knows.",
    ),
    "reason_for_nothing": Sentence(
        id="Alasan ditulis untuk {found}, yang tidak ada tahun ini. Muat ulang halamannya.",
        en="A reason was given for {found}, which this year does not have. Load the page anew.",
    ),
    "grace_without_reason": Sentence(
        id="Tulis alasan perpanjangan, supaya dapat dipertanggungjawabkan.",
        en="Write why there is more time, so that it can be accounted for.",
    ),
    "grace_in_the_past": Sentence(
        id="{day} sudah lewat. Pilih waktu yang akan datang.",
        en="{day} has passed. Choose a time to come.",
    ),
}
