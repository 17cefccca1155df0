"""Sentences about clinics, agreements and papers."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "clinic_move_impossible": Sentence(
        id="Klinik ini {found}, jadi langkah itu tidak dapat dibuat. Muat ulang halamannya.",
        en="This clinic is {found}, so that step cannot be made. Load the page again.",
    ),
    "clinic_without_guests": Sentence(
        id="Belum ada yang diundang. Pilih unit yang punya operator atau kepala, lalu kirim lagi.",
        en="Nobody is invited yet. Choose units with an operator or a head, then send again.",
    ),
    "clinic_not_yet": Sentence(
        id="Klinik ini baru dimulai {found}. Nyatakan terlaksana sesudah mulai.",
        en="This clinic begins only on {found}. Say that it was held once it has begun.",
    ),
    "paper_move_impossible": Sentence(
        id="Surat ini {found}, jadi langkah itu tidak dapat dibuat. Muat ulang halamannya.",
        en="This paper is {found}, so that step cannot be made. Load the page again.",
    ),
    "paper_unsigned": Sentence(
        id="Tulis nomor dan tanggal surat yang sudah ditandatangani.",
        en="Give the number and the day of the signed paper.",
    ),
    "question_answered": Sentence(
        id="Pertanyaan ini sudah dijawab {found}. Muat ulang halamannya untuk membacanya.",
        en="This question has been answered by {found}. Load the page again to read the answer.",
    ),
    "clinic_not_open": Sentence(
        id="Undangan klinik ini belum dikirim, jadi kehadiran belum dapat dicatat.",
        en="This clinic has not invited anybody yet, so nobody can be marked as present.",
    ),
    "clinic_is_closed": Sentence(
        id="Klinik ini sudah ditutup. Buka lagi lebih dulu bila ada yang perlu diubah.",
        en="This clinic is closed. Open it again first if something has to be changed.",
    ),
    "present_by_that_name": Sentence(
        id="{found} sudah tercatat hadir {at}. Catat lagi hanya bila ini orang lain.",
        en="{found} has been marked as present at {at}. Mark again only if it is somebody else.",
    ),
    "presence_too_early": Sentence(
        id="Klinik ini baru dimulai {day}, {at}. Kehadiran dapat dicatat mulai setengah hari "
        "sebelumnya; bila kliniknya dimajukan, ubah dahulu waktunya.",
        en="This clinic starts on {day}, {at}. Presence can be marked from half a day before; if "
        "it was moved forward, change its time first.",
    ),
    "present_taken_off": Sentence(
        id="{found} dikeluarkan dari daftar hadir {at}, sesudah Anda mencatatnya.",
        en="{found} was taken off the list at {at}, after you had noted them.",
    ),
    "clinic_is_cancelled": Sentence(
        id="Klinik ini dibatalkan, jadi tidak dapat diubah kecuali jadi diadakan lagi.",
        en="This clinic is cancelled, so it cannot be changed unless it takes place after all.",
    ),
    "minutes_overtaken": Sentence(
        id="Orang lain menyimpan notula ini sesudah Anda membukanya, jadi tulisan Anda belum "
        "disimpan. Gabungkan dengan yang tersimpan di bawah ini, lalu simpan lagi.",
        en="Somebody else saved these minutes after you opened them, so what you wrote is not "
        "saved yet. Join it with what is saved below, then save again.",
    ),
    "clinic_is_discarded": Sentence(
        id="Klinik ini sudah dibuang. Siapkan klinik baru bila Anda masih memerlukannya.",
        en="This clinic has been discarded. Prepare a new one if you still need it.",
    ),
    "clinic_has_agreements": Sentence(
        id="Klinik ini sudah punya {found} kesepakatan, jadi tidak dapat dibuang. Cabut dulu "
        "kesepakatannya, atau kirim undangannya lalu batalkan kliniknya.",
        en="This clinic has {found} agreements already, so it cannot be discarded. Withdraw them "
        "first, or send the invitations and then cancel the clinic.",
    ),
    "clinic_cancelled_without_reason": Sentence(
        id="Tulis alasan pembatalannya, supaya yang diundang tahu mengapa.",
        en="Give the reason for cancelling, so that the invited know why.",
    ),
    "clinic_is_full": Sentence(
        id="Semua {expected} tempat sudah terisi. Hubungi pendamping bila Anda tetap ingin hadir.",
        en="All {expected} seats are taken. Ask the coach if you want to come all the same.",
    ),
    "clinic_is_over": Sentence(
        id="Klinik ini sudah terlaksana, jadi jawaban tidak dapat diubah lagi.",
        en="This clinic has been held, so answers cannot be changed any more.",
    ),
    "agreement_entry_ended": Sentence(
        id="Keadaan entri ini: {found}. Klaimnya tidak dapat berubah lagi pada penilaian ini.",
        en="This entry is: {found}. Its claims cannot change any more in this assessment.",
    ),
    "agreement_reached": Sentence(
        id="Klaim {found} sekarang sudah di level {expected}. Pilih level yang lebih tinggi.",
        en="The claim {found} is at level {expected} now. Choose a higher level.",
    ),
    "material_too_large": Sentence(
        id="Berkas ini lebih besar dari {expected} MB. Kecilkan, atau cantumkan tautannya.",
        en="This file is larger than {expected} MB. Make it smaller, or give a link to it.",
    ),
}
