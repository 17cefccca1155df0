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
