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
    "arrivals_too_many": Sentence(
        id="Masih ada {expected} unggahan yang belum selesai. Selesaikan atau batalkan dulu.",
        en="There are {expected} uploads that are not finished. Finish or cancel some first.",
    ),
    "arrival_empty": Sentence(
        id="Berkas ini kosong. Pilih berkas yang ada isinya.",
        en="This file is empty. Choose one with something in it.",
    ),
    "arrival_too_large": Sentence(
        id="Berkas ini lebih besar dari yang diterima di sini. Perkecil gambarnya atau pindai "
        "dengan mutu lebih rendah, lalu unggah lagi.",
        en="This file is larger than is taken here. Make its pictures smaller or scan it at a "
        "lower quality, then upload it again.",
    ),
    "arrival_of_wrong_kind": Sentence(
        id="Isi berkas ini bukan jenis yang diminta pedoman untuk bagian ini. Simpan dalam salah "
        "satu format yang tertulis, lalu unggah lagi.",
        en="The content of this file is not of a kind that the guideline asks for here. Save it in "
        "one of the formats that are named, then upload it again.",
    ),
    "arrival_damaged": Sentence(
        id="Berkas yang sampai berbeda dari yang dikirim. Unggah sekali lagi.",
        en="The file that arrived differs from the one that was sent. Upload it once more.",
    ),
    "no_room_left": Sentence(
        id="Tempat penyimpanan server hampir penuh. Berkas Anda tidak hilang; beri tahu pengelola, "
        "lalu unggah lagi nanti.",
        en="The server's disk is nearly full. Your file is not lost; tell the administrator, then "
        "upload it again later.",
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
