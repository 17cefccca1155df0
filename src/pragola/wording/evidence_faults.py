"""Sentences about evidence: what is not taken, and what to do instead."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "part_unknown": Sentence(
        id="Bagian “{found}” tidak ada tahun ini, atau tidak meminta berkas. Muat ulang "
        "halamannya.",
        en="This year has no part “{found}”, or it asks for no file. Load the page anew.",
    ),
    "evidence_of_another_unit": Sentence(
        id="Bukti ini milik {found}. Hanya bukti unit Anda sendiri dan unit induknya dapat "
        "dipakai.",
        en="This evidence belongs to {found}. Only evidence of your own unit and of the units "
        "above it can be used.",
    ),
    "pages_bad": Sentence(
        id="“{found}” bukan halaman. Tulis misalnya 1-3, 7.",
        en="“{found}” is no range of pages. Write for example 1-3, 7.",
    ),
    "link_bad": Sentence(
        id="“{found}” bukan alamat yang dapat dibuka. Tulis lengkap, misalnya https://contoh.go.id.",
        en="“{found}” is no address that can be opened. Write all of it, for example "
        "https://contoh.go.id.",
    ),
    "evidence_changed_meanwhile": Sentence(
        id="Orang lain sudah mengubah data bukti ini sejak Anda membukanya. Yang tersimpan: "
        "{expected}. Periksa, lalu simpan lagi.",
        en="Somebody else changed this evidence since you opened it. What is saved: {expected}. "
        "Check it, then save again.",
    ),
    "page_not_shown": Sentence(
        id="Halaman ini tidak dapat ditampilkan di sini. Unduh berkasnya untuk membacanya.",
        en="This page cannot be shown here. Download the file to read it.",
    ),
}
