"""Sentences about faults of one table that holds many regions."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "too_many_innovations": Sentence(
        id="Pembagi {found} terlalu besar untuk dihitung sekaligus. Periksa kolom inovasi.",
        en="The divisor {found} is too large to be computed at once. Check the innovations.",
    ),
    "table_too_large": Sentence(
        id="Tabel ini berisi {found} baris, lebih dari {expected}. Pecah menjadi beberapa berkas.",
        en="This table has {found} rows, more than {expected}. Split it into several files.",
    ),
    "table_needs_an_edition": Sentence(
        id="Tabel ini tidak menyebut pedomannya. Tambahkan kolom edition, atau --edition 2026.",
        en="This table does not name its edition. Add a column edition, or --edition 2026.",
    ),
    "table_broken": Sentence(
        id="Berkas ini tidak terbaca sebagai tabel klaim. Simpan ulang sebagai CSV UTF-8 "
        "atau Parquet.",
        en="This file cannot be read as a table of claims. Save it anew as CSV UTF-8 or Parquet.",
    ),
    "table_level_missing": Sentence(
        id="Klaim ini berisi angka tanpa level. Tabel banyak daerah memerlukan level.",
        en="This claim has a figure but no level. A table of many regions needs levels.",
    ),
}
