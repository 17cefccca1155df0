"""Sentences about official results: what is wrong with a table or a form, and what to do."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "official_too_many": Sentence(
        id="Daftar ini punya {found} baris, paling banyak {expected}. Bagi menjadi beberapa "
        "berkas.",
        en="This table has {found} rows, at most {expected}. Split it into several files.",
    ),
    "official_none": Sentence(
        id="Daftar ini tidak punya satu baris pun di bawah judul kolomnya. Isi skornya, lalu "
        "unggah lagi.",
        en="This table has no row below its heading. Fill in the scores, then upload it again.",
    ),
    "official_of_nothing": Sentence(
        id="Baris ini tidak menyebut inovasinya. Isi judul atau ID inovasi.",
        en="This row names no innovation. Fill in its title or ID.",
    ),
    "official_points_unknown": Sentence(
        id="“{found}” bukan skor. Tulis angka 0 sampai {expected}, paling banyak dua desimal.",
        en="“{found}” is no score. Write a number from 0 to {expected}, two decimals at most.",
    ),
    "official_level_unknown": Sentence(
        id="“{found}” bukan level indikator ini. Tulis angka 0 sampai {expected}.",
        en="“{found}” is no level of this indicator. Write a number from 0 to {expected}.",
    ),
    "official_twice": Sentence(
        id="{found} ada lebih dari satu kali. Sisakan satu baris untuk setiap inovasi.",
        en="{found} is there more than once. Leave one row for each innovation.",
    ),
    "official_source_long": Sentence(
        id="Sumbernya terlalu panjang, paling banyak {expected} huruf. Persingkat.",
        en="The source is too long, at most {expected} letters. Shorten it.",
    ),
    "official_changed_meanwhile": Sentence(
        id="Hasil resmi {found} berubah sejak daftar ini diperiksa. Unggah dan periksa sekali "
        "lagi.",
        en="The official result of {found} changed since this table was checked. Upload and "
        "check it again.",
    ),
}
