"""Sentences about faults of answers, whatever file they came in."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "mapping_expected": Sentence(
        id="Di sini seharusnya ada pasangan nama dan nilai, bukan “{found}”.",
        en="Names with values are expected here, not “{found}”.",
    ),
    "list_expected": Sentence(
        id="Di sini seharusnya ada daftar, bukan “{found}”.",
        en="A list is expected here, not “{found}”.",
    ),
    "text_expected": Sentence(
        id="Di sini seharusnya ada teks, bukan “{found}”.",
        en="A text is expected here, not “{found}”.",
    ),
    "text_unreadable": Sentence(
        id="Teks ini memuat tanda yang tidak dapat ditampilkan: “{found}”. Ketik ulang.",
        en="This text has signs that cannot be shown: “{found}”. Type it again.",
    ),
    "text_too_long": Sentence(
        id="Teks ini panjangnya {length} tanda; paling banyak {expected}. Ringkas.",
        en="This text has {length} signs; at most {expected} fit. Shorten it.",
    ),
    "whole_expected": Sentence(
        id="Di sini seharusnya ada bilangan bulat {expected}, bukan “{found}”.",
        en="A whole number {expected} is expected here, not “{found}”.",
    ),
    "level_expected": Sentence(
        id="Level harus bilangan bulat {expected}; tertulis “{found}”.",
        en="The level must be a whole number {expected}; found “{found}”.",
    ),
    "out_of_range": Sentence(
        id="“{found}” di luar rentang {expected}.",
        en="“{found}” is outside {expected}.",
    ),
    "number_expected": Sentence(
        id="Di sini seharusnya ada angka, misalnya 4.45; tertulis “{found}”.",
        en="A number such as 4.45 is expected here; found “{found}”.",
    ),
    "number_too_large": Sentence(
        id="Angka “{found}” terlalu besar atau terlalu panjang. Periksa satuannya.",
        en="The number “{found}” is too large or too long. Check its unit.",
    ),
    "date_expected": Sentence(
        id="“{found}” bukan tanggal. Tulis misalnya 2022-12-14 atau, di buku kerja, 14/12/2022.",
        en="“{found}” is no date. Write 2022-12-14 or, in a workbook, 14/12/2022.",
    ),
    "edition_missing": Sentence(
        id="Pedoman (tahun) belum disebut. Tulis misalnya 2026.",
        en="The edition is not named. Write for example 2026.",
    ),
    "region_missing": Sentence(
        id="Wilayah belum disebut. Tulis kode dan namanya.",
        en="The region is not named. Write its code and name.",
    ),
    "region_code_missing": Sentence(
        id="Kode wilayah kosong. Tulis misalnya 33.18.",
        en="The region's code is empty. Write for example 33.18.",
    ),
    "region_name_missing": Sentence(
        id="Nama wilayah kosong.",
        en="The region's name is empty.",
    ),
    "region_code_wrong": Sentence(
        id="“{found}” bukan kode wilayah. Tulis dua angka untuk provinsi (33) atau dua "
        "angka, titik, dua angka (33.18).",
        en="“{found}” is no region's code. Write two digits for a province (33) or two, "
        "a point and two (33.18).",
    ),
    "spd_not_expected": Sentence(
        id="Pedoman {edition} tidak memuat indikator SPD; tulis satu subtotal ({expected}).",
        en="Edition {edition} has no SPD indicators; give one subtotal ({expected}).",
    ),
    "subtotal_not_expected": Sentence(
        id="Subtotal SPD tidak dipakai pedoman ini; jawab indikatornya ({expected}).",
        en="This edition takes no SPD subtotal; answer its indicators ({expected}).",
    ),
    "subtotal_out_of_range": Sentence(
        id="Subtotal SPD {found} di luar rentang {expected}.",
        en="The SPD subtotal {found} is outside {expected}.",
    ),
    "indicator_unknown": Sentence(
        id="Indikator “{found}” tidak ada di pedoman ini untuk bagian ini.",
        en="Indicator “{found}” is not in this edition for this part.",
    ),
    "claim_key_unknown": Sentence(
        id="“{found}” tidak dikenal dalam klaim; yang dikenal: level, base, value, T-1, T-2.",
        en="“{found}” is not known in a claim; known are level, base, value, T-1, T-2.",
    ),
    "claim_incomplete": Sentence(
        id="Klaim ini belum berisi level atau angka. Isi salah satu.",
        en="This claim has neither a level nor a figure. Give one.",
    ),
    "claim_twice": Sentence(
        id="Klaim ini berisi lebih dari satu jawaban. Isi salah satu saja: level, "
        "nilai, atau angka T-1 dan T-2.",
        en="This claim has more than one answer. Give only one: a level, a value, or "
        "the figures T-1 and T-2.",
    ),
    "level_out_of_range": Sentence(
        id="Level {found} di luar rentang {expected}.",
        en="Level {found} is outside {expected}.",
    ),
    "figure_not_computable": Sentence(
        id="Untuk {expected} pedoman tidak memberi batas angka, jadi “{found}” tidak "
        "dapat dibaca. Jawab dengan level.",
        en="For {expected} the edition gives no cut points, so “{found}” cannot be "
        "read. Answer with a level.",
    ),
    "base_missing": Sentence(
        id="Angka ini butuh dasar ukur. Pilih satu: {expected}.",
        en="This figure needs a base. Choose one: {expected}.",
    ),
    "base_unknown": Sentence(
        id="Dasar ukur “{found}” tidak ada. Pilih satu: {expected}.",
        en="There is no base “{found}”. Choose one: {expected}.",
    ),
    "base_not_expected": Sentence(
        id="Indikator ini tidak memakai dasar ukur; hapus “{found}”.",
        en="This indicator takes no base; remove “{found}”.",
    ),
    "figure_not_whole": Sentence(
        id="“{found}” harus bilangan bulat ({expected}).",
        en="“{found}” must be a whole number ({expected}).",
    ),
    "figure_below_zero": Sentence(
        id="“{found}” lebih kecil dari nol, padahal yang ditanya jumlah atau ukuran ({expected}). "
        "Periksa angkanya; bila memang tidak ada, tulis 0.",
        en="“{found}” is below zero, but a number or a size is asked for ({expected}). "
        "Check the figure; where there is none, write 0.",
    ),
    "share_above_all": Sentence(
        id="“{found}” persen lebih dari seluruhnya, padahal yang ditanya bagian dari keseluruhan. "
        "Tulis angka dari 0 sampai {expected}.",
        en="“{found}” percent is more than all, but a part of the whole is asked for. "
        "Write a figure from 0 to {expected}.",
    ),
    "periods_do_not_fit": Sentence(
        id="Angka tahunan yang diberikan ({found}) tidak cocok; yang dibutuhkan: {expected}.",
        en="The yearly figures given ({found}) do not fit; needed: {expected}.",
    ),
    "growth_from_nothing": Sentence(
        id="Pertumbuhan tidak dapat dihitung dari angka T-2 sebesar {found}; harus {expected}.",
        en="Growth cannot be computed from a T-2 of {found}; it must be {expected}.",
    ),
    "figure_beyond_rule": Sentence(
        id="Nilai {found} melewati batas tertinggi yang diatur ({expected}). Jawab dengan level.",
        en="The value {found} lies beyond what the rule covers ({expected}). Answer with a level.",
    ),
    "affair_unknown": Sentence(
        id="Urusan “{found}” tidak ada di pedoman ini. Pilih nama dari daftar urusan.",
        en="There is no affair “{found}” in this edition. Choose a name from its list.",
    ),
    "stage_unknown": Sentence(
        id="Tahapan “{found}” tidak dikenal. Pilih salah satu dari daftar.",
        en="Stage “{found}” is not known. Choose one from the list.",
    ),
    "design_given_twice": Sentence(
        id="Rancang bangun diberikan sebagai jumlah kata dan sebagai teks. Berikan salah satu.",
        en="The design is given as a number of words and as a text. Give one.",
    ),
    "id_missing": Sentence(
        id="ID inovasi kosong. Tulis ID yang berbeda untuk setiap inovasi.",
        en="The innovation's ID is empty. Give each innovation its own.",
    ),
    "id_twice": Sentence(
        id="ID “{found}” sudah dipakai di {first}. Tulis ID yang berbeda.",
        en="ID “{found}” is used already at {first}. Write another.",
    ),
    "status_unknown": Sentence(
        id="Status “{found}” tidak dikenal. Pilih salah satu: {expected}.",
        en="Status “{found}” is not known. Choose one of: {expected}.",
    ),
}
