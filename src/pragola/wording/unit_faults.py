"""Sentences about units: their list, and what cannot be done with them."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "units_none": Sentence(
        id="Lembar ini belum berisi satu unit pun. Tulis satu baris untuk setiap unit.",
        en="This sheet holds no unit yet. Write one row for each unit.",
    ),
    "units_too_many": Sentence(
        id="Lembar ini berisi {found} baris, paling banyak {expected} unit. Hapus baris yang bukan "
        "unit, atau bagi menjadi beberapa berkas.",
        en="This sheet has {found} rows; at most {expected} units are read. Remove the rows that "
        "are no units, or split it into several files.",
    ),
    "unit_cell_empty": Sentence(
        id="{expected} baris ini kosong. Isi dulu, atau hapus barisnya.",
        en="{expected} of this row is empty. Fill it in, or remove the row.",
    ),
    "unit_text_too_long": Sentence(
        id="Terlalu panjang: {found} huruf, paling banyak {expected}. Persingkat.",
        en="Too long: {found} letters, at most {expected}. Shorten it.",
    ),
    "unit_kind_unknown": Sentence(
        id="Jenis unit “{found}” tidak dikenal. Pilih salah satu: {expected}.",
        en="The kind of unit “{found}” is not known. Choose one of: {expected}.",
    ),
    "unit_code_twice": Sentence(
        id="Kode unit {found} sudah dipakai di {expected}. Setiap unit punya kode sendiri.",
        en="The unit code {found} stands in {expected} already. Every unit has its own code.",
    ),
    "unit_parent_unknown": Sentence(
        id="Kode induk {found} tidak ada, baik di daftar ini maupun di Pragola.",
        en="The parent's code {found} exists neither in this list nor in Pragola.",
    ),
    "unit_under_itself": Sentence(
        id="{found} tidak dapat berada di bawah {expected}, karena {expected} ada di bawahnya. "
        "Pilih induk lain.",
        en="{found} cannot stand under {expected}, because {expected} stands under it. "
        "Choose another parent.",
    ),
    "unit_code_taken": Sentence(
        id="Kode {found} sudah dipakai oleh {expected}. Pakai kode lain.",
        en="The code {found} belongs to {expected} already. Take another code.",
    ),
    "unit_has_open_children": Sentence(
        id="{found} masih menaungi {expected} unit yang buka. Pindahkan atau tutup unit-unit itu "
        "lebih dulu.",
        en="{found} still has {expected} open units under it. Move or close them first.",
    ),
    "unit_parent_closed": Sentence(
        id="{found} sudah ditutup, jadi tidak dapat menjadi induk. Pilih induk lain atau buka "
        "lagi unit itu.",
        en="{found} is closed and cannot be a parent. Choose another parent, or open it again.",
    ),
    "units_changed_meanwhile": Sentence(
        id="Daftar unit berubah sejak berkas ini diperiksa. Unggah berkasnya sekali lagi supaya "
        "Anda melihat perubahan yang sebenarnya.",
        en="The units changed since this file was checked. Hand it in once more to see what it "
        "would really change.",
    ),
    "government_unknown": Sentence(
        id="Kode wilayah {found} tidak ada di antara 38 provinsi dan 514 kabupaten dan kota.",
        en="The code {found} is none of the 38 provinces and 514 regencies and cities.",
    ),
}
