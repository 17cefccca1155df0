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
    "official_index_unknown": Sentence(
        id="“{found}” bukan indeks. Tulis angka 0 sampai {expected}, paling banyak dua desimal, "
        "seperti dalam surat.",
        en="“{found}” is no index. Write a number from 0 to {expected}, two decimals at most, as "
        "in the letter.",
    ),
    "official_index_missing": Sentence(
        id="Indeksnya belum ada. Isi indeksnya, atau kosongkan semuanya.",
        en="The index is missing. Fill it in, or leave everything empty.",
    ),
    "official_band_unknown": Sentence(
        id="“{found}” bukan predikat pedoman tahun ini. Pilih salah satu dari daftarnya.",
        en="“{found}” is no band of this year's guideline. Choose one from the list.",
    ),
    "official_source_missing": Sentence(
        id="Sumbernya belum ada. Tulis nomor surat, atau dari mana angka ini.",
        en="The source is missing. Write the number of the letter, or where this figure is from.",
    ),
    "official_day_unlikely": Sentence(
        id="Tanggal ini belum tiba atau terlalu lama. Pilih tanggal surat atau pengumumannya.",
        en="This day is still to come or too long ago. Choose the day of the letter or "
        "announcement.",
    ),
    "official_index_changed_meanwhile": Sentence(
        id="Indeks resmi berubah sejak halaman ini dibuka, jadi belum ada yang dicatat. Lihat yang "
        "tercatat sekarang, lalu catat lagi bila perlu.",
        en="The official index changed since this page was opened, so nothing was recorded. Look "
        "at what is recorded now, then record again if need be.",
    ),
    "official_index_replaces": Sentence(
        id="Indeks resmi lain sudah tercatat. Periksa keduanya, lalu pilih mana yang berlaku.",
        en="Another official index is recorded already. Check both, then choose which one holds.",
    ),
}
