"""Sentences about verdicts: why one cannot be given or taken back, and what to do instead."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "claim_not_under_review": Sentence(
        id="Klaim ini sekarang tidak sedang diperiksa, jadi tidak dapat diputus. Ambil klaim "
        "berikutnya dari antrean.",
        en="This claim is not under review now, so it cannot be judged. Take the next one from "
        "the queue.",
    ),
    "claim_not_as_seen": Sentence(
        id="Klaim ini sudah diputus atau berubah sejak Anda membukanya. Baca lagi keadaannya, "
        "lalu putuskan bila masih perlu.",
        en="This claim was judged or changed since you opened it. Read it again, then judge it "
        "if it still needs that.",
    ),
    "claim_held": Sentence(
        id="Klaim ini sedang diperiksa {found}. Ambil klaim berikutnya dari antrean.",
        en="{found} is judging this claim. Take the next one from the queue.",
    ),
    "verdict_level_unknown": Sentence(
        id="Level {found} tidak ada pada indikator ini. Pilih dari daftar level.",
        en="This indicator has no level {found}. Choose from its levels.",
    ),
    "verdict_without_level": Sentence(
        id="Level yang diterima belum dipilih. Pilih levelnya, atau kembalikan klaimnya.",
        en="No level to accept has been chosen. Choose one, or return the claim.",
    ),
    "verdict_above_claim": Sentence(
        id="Level {found} lebih tinggi daripada yang diklaim ({expected}). Terima yang diklaim, "
        "lalu beri tahu unitnya; menaikkan klaim hanya dapat dilakukan unit.",
        en="Level {found} is higher than what is claimed ({expected}). Accept what is claimed and "
        "tell the unit; only the unit can raise a claim.",
    ),
    "verdict_without_reason": Sentence(
        id="Alasannya belum ada. Pilih alasan baku atau tulis sendiri, supaya unit tahu apa yang "
        "harus diperbaiki.",
        en="There is no reason yet. Choose a standard one or write your own, so that the unit "
        "knows what to mend.",
    ),
    "verdict_without_proof": Sentence(
        id="Klaim ini tidak punya bukti. Tulis dengan kata-kata Anda mengapa tetap diterima, atau "
        "kembalikan klaimnya.",
        en="This claim has no evidence. Write in your own words why it is accepted all the same, "
        "or return it.",
    ),
    "verdict_unknown": Sentence(
        id="Putusan itu tidak dikenal, jadi belum ada yang tersimpan. Tekan Terima atau "
        "Kembalikan.",
        en="That verdict is unknown, so nothing has been saved. Press Accept or Return.",
    ),
    "ending_unknown": Sentence(
        id="Langkah itu tidak dikenal, jadi entrinya tidak berubah. Nyatakan terverifikasi, atau "
        "kembalikan dengan alasan.",
        en="That step is unknown, so the entry has not changed. Declare it verified, or return it "
        "with reasons.",
    ),
    "verdict_reason_long": Sentence(
        id="Alasannya terlalu panjang, paling banyak {expected} huruf. Persingkat.",
        en="The reason is too long, at most {expected} letters. Shorten it.",
    ),
    "verdict_overtaken": Sentence(
        id="Putusan ini bukan lagi putusan terakhir Anda pada klaim itu, jadi tidak dapat "
        "dibatalkan. Buka klaimnya untuk melihat putusan yang berlaku.",
        en="This is not your last verdict on that claim any more, so it cannot be taken back. "
        "Open the claim to see which one stands.",
    ),
    "verdict_too_old": Sentence(
        id="Putusan hanya dapat dibatalkan dalam sepuluh menit. Beri putusan baru pada klaimnya.",
        en="A verdict can be taken back within ten minutes only. Give a new one on the claim.",
    ),
    "reading_of_own": Sentence(
        id="Anda sudah memutus klaim ini, jadi orang lain yang membacanya ulang. Ambil klaim "
        "berikutnya dari antrean.",
        en="You have judged this claim already, so somebody else reads it again. Take the next "
        "one from the queue.",
    ),
    "verdict_read_again": Sentence(
        id="Verifikator lain sudah membaca ulang klaim ini, jadi putusan Anda tidak dapat "
        "dibatalkan lagi.",
        en="Another verifier has read this claim again, so your verdict cannot be taken back any "
        "more.",
    ),
    "verdict_objected": Sentence(
        id="Unit berkeberatan atas putusan klaim ini, jadi putusannya menunggu jawaban verifikator "
        "lain. Sebelum dijawab, putusan tidak dapat diubah atau dibatalkan.",
        en="The unit objects to the verdict on this claim, so another verifier answers first. "
        "Until then the verdict can be neither changed nor taken back.",
    ),
    "verdict_final": Sentence(
        id="Keberatan atas klaim ini sudah dijawab, dan jawabannya final. Hanya klaim atau "
        "bukti yang diubah unitnya yang dapat diputus lagi.",
        en="The objection about this claim was answered, and the answer is final. Only what its "
        "unit changes can be judged again.",
    ),
    "objected_once": Sentence(
        id="Keberatan atas putusan ini sudah diajukan; keberatan hanya satu kali. Jawabannya "
        "muncul di tab Putusan entri ini.",
        en="This verdict was objected to already, and that can be done once. The answer will stand "
        "among the entry's verdicts.",
    ),
    "objection_to_nothing": Sentence(
        id="Putusan ini tidak berlaku lagi, jadi tidak perlu keberatan. Lihat putusan yang berlaku "
        "di tab Putusan.",
        en="This verdict does not stand any more, so nothing is to be objected to. See the one "
        "that stands among the entry's verdicts.",
    ),
    "objection_to_all": Sentence(
        id="Putusan ini menerima klaim seluruhnya, jadi tidak ada yang dapat diberatkan. Untuk "
        "level yang lebih tinggi, naikkan klaimnya.",
        en="This verdict accepts all of the claim, so there is nothing to object to. For a higher "
        "level, raise the claim.",
    ),
    "objection_too_late": Sentence(
        id="Entri ini sudah tidak dalam pemeriksaan, jadi keberatan tidak dapat diajukan. Tanyakan "
        "kepada koordinator di Bappeda.",
        en="This entry is not in review any more, so no objection can be made. Ask the coordinator "
        "at Bappeda.",
    ),
    "objection_without_reason": Sentence(
        id="Alasan keberatannya belum ada. Tulis apa yang keliru dalam putusan itu dan di mana "
        "buktinya.",
        en="There is no reason yet. Write what is wrong in the verdict and where the proof is.",
    ),
    "objection_too_short": Sentence(
        id="Alasan keberatannya terlalu singkat, paling sedikit {expected} huruf. Keberatan hanya "
        "satu kali, jadi tulis apa yang keliru dan di mana buktinya.",
        en="The reason is too short, at least {expected} letters. You can object once only, so "
        "write what is wrong and where the proof is.",
    ),
    "objection_proof_elsewhere": Sentence(
        id="Bukti itu tidak dipakai dalam entri ini. Pilih bukti dari daftar, atau kosongkan.",
        en="That proof is not in use in this entry. Choose one of the list, or none.",
    ),
    "answer_below_verdict": Sentence(
        id="Jawaban tidak boleh lebih rendah daripada putusan yang diberatkan (level {expected}). "
        "Pertahankan putusannya, atau pilih level yang lebih tinggi.",
        en="An answer cannot be lower than the verdict objected to (level {expected}). Uphold "
        "it, or choose a higher level.",
    ),
    "answer_without_reason": Sentence(
        id="Alasan jawabannya belum ada. Tulis mengapa putusan dipertahankan atau diubah, supaya "
        "unit memahaminya.",
        en="There is no reason yet. Write why the verdict is upheld or changed, so that the unit "
        "understands it.",
    ),
    "objections_waiting": Sentence(
        id="Keberatan unit masih menunggu jawaban: {found}. Entri dapat ditutup sesudah "
        "verifikator lain menjawabnya.",
        en="Objections of the unit wait for an answer: {found}. The entry can be closed once "
        "another verifier has answered them.",
    ),
    "share_not_of_hundred": Sentence(
        id="“{found}” bukan bagian dari seratus. Tulis angka 0 sampai 100.",
        en="“{found}” is no share of a hundred. Write a number from 0 to 100.",
    ),
    "reasons_too_much": Sentence(
        id="Terlalu panjang atau terlalu banyak: {found}. Paling banyak 30 alasan per indikator, "
        "masing-masing 300 huruf.",
        en="Too long or too many: {found}. At most 30 reasons for an indicator, of 300 letters "
        "each.",
    ),
}
