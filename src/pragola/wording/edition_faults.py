"""Sentences about faults of editions, their files and cases."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "edition_unknown": Sentence(
        id="Tidak ada pedoman {found}. Pilih salah satu: {expected}.",
        en="There is no edition {found}. Choose one of: {expected}.",
    ),
    "base_edition_unknown": Sentence(
        id="Pedoman dasar “{found}” tidak ada. Di extends tulis salah satu: {expected}.",
        en="There is no base edition “{found}”. Under extends write one of: {expected}.",
    ),
    "file_missing": Sentence(
        id="Berkas {found} tidak ada atau tidak dapat dibaca. Pedoman butuh edition.yaml dan, "
        "tanpa extends, indicators.yaml.",
        en="File {found} is missing or cannot be read. An edition needs edition.yaml and, "
        "without extends, indicators.yaml.",
    ),
    "file_not_expected": Sentence(
        id="Pedoman dengan extends hanya memakai edition.yaml. Pindahkan perubahannya ke changes, "
        "lalu hapus berkas ini.",
        en="An edition with extends uses edition.yaml only. Move the changes under changes, then "
        "delete this file.",
    ),
    "yaml_broken": Sentence(
        id="Baris ini bukan YAML yang benar ({found}). Periksa spasi di awal baris, titik dua, "
        "dan tanda kutip di sini dan baris sebelumnya.",
        en="This line is not proper YAML ({found}). Check indentation, colons and quotes here "
        "and on the line before.",
    ),
    "yaml_too_large": Sentence(
        id="Berkas ini lebih besar dari {expected} bita. Pedoman jauh lebih kecil; periksa isinya.",
        en="This file is larger than {expected} bytes. An edition is far smaller; check it.",
    ),
    "yaml_not_utf8": Sentence(
        id="Baris ini tidak tersandi UTF-8. Simpan ulang berkasnya sebagai UTF-8.",
        en="This line is not encoded as UTF-8. Save the file as UTF-8.",
    ),
    "yaml_empty": Sentence(id="Berkas ini kosong.", en="This file is empty."),
    "yaml_documents": Sentence(
        id="Berkas ini berisi lebih dari satu dokumen. Hapus baris --- ini dan gabungkan isinya.",
        en="This file holds more than one document. Remove this --- line and join them.",
    ),
    "yaml_anchor": Sentence(
        id="Jangkar YAML “{found}” tidak dipakai di sini. Tulis nilainya di setiap tempat.",
        en="The YAML anchor “{found}” is not used here. Write the value in each place.",
    ),
    "yaml_alias": Sentence(
        id="Rujukan YAML “{found}” tidak dipakai di sini. Tulis nilainya langsung.",
        en="The YAML alias “{found}” is not used here. Write the value itself.",
    ),
    "yaml_tag": Sentence(
        id="Penanda jenis YAML “{found}” tidak dipakai di sini. Hapus penandanya.",
        en="The YAML tag “{found}” is not used here. Remove it.",
    ),
    "yaml_too_deep": Sentence(
        id="Isi bersarang lebih dari {expected} tingkat. Periksa kurung dan spasi di awal baris.",
        en="Nested more than {expected} deep. Check brackets and indentation.",
    ),
    "key_twice": Sentence(
        id="Kunci “{found}” sudah ada di {first}. Hapus salah satu.",
        en="Key “{found}” stands already at {first}. Remove one of them.",
    ),
    "key_not_text": Sentence(
        id="Kunci harus satu kata, bukan daftar atau isian lain.",
        en="A key must be a single word, not a list or mapping.",
    ),
    "key_unknown": Sentence(
        id="Kunci “{found}” tidak dikenal di sini; yang dikenal: {expected}.",
        en="Key “{found}” is not known here; known are: {expected}.",
    ),
    "key_missing": Sentence(
        id="Kunci “{expected}” belum ada di bagian yang mulai di baris ini.",
        en="Key “{expected}” is missing in the part that starts on this line.",
    ),
    "path_unknown": Sentence(
        id="Perubahan “{path}” tidak menemukan “{found}” di pedoman dasar; yang ada: {expected}.",
        en="Change “{path}” finds no “{found}” in the base edition; there are: {expected}.",
    ),
    "not_a_mapping": Sentence(
        id="Di sini seharusnya ada kunci dan nilai, bukan “{found}”.",
        en="Keys with values are expected here, not “{found}”.",
    ),
    "not_a_list": Sentence(
        id="Di sini seharusnya ada daftar, bukan “{found}”.",
        en="A list is expected here, not “{found}”.",
    ),
    "list_too_short": Sentence(
        id="Daftar ini berisi {found}; paling sedikit {expected}.",
        en="This list has {found}; at least {expected} needed.",
    ),
    "not_a_text": Sentence(
        id="Di sini seharusnya ada teks yang tidak kosong, bukan “{found}”.",
        en="A text that is not empty is expected here, not “{found}”.",
    ),
    "not_a_whole_number": Sentence(
        id="“{found}” bukan bilangan bulat. Tulis seperti 12.",
        en="“{found}” is no whole number. Write it like 12.",
    ),
    "number_out_of_range": Sentence(
        id="{found} tidak mungkin di sini; yang mungkin {expected}.",
        en="{found} cannot be here; possible is {expected}.",
    ),
    "not_a_decimal": Sentence(
        id="“{found}” bukan angka. Tulis dengan titik desimal seperti 65.01.",
        en="“{found}” is no number. Write it with a decimal point like 65.01.",
    ),
    "not_positive": Sentence(
        id="“{found}” tidak mungkin di sini; harus lebih dari 0.",
        en="“{found}” cannot be here; it must be above 0.",
    ),
    "not_a_flag": Sentence(
        id="“{found}” bukan pilihan. Tulis salah satu: {expected}.",
        en="“{found}” is no choice. Write one of: {expected}.",
    ),
    "not_a_day": Sentence(
        id="“{found}” bukan tanggal. Tulis seperti 2026-01-31.",
        en="“{found}” is no date. Write it like 2026-01-31.",
    ),
    "wrong_form": Sentence(
        id="“{found}” tidak berbentuk seperti {expected}.",
        en="“{found}” does not look like {expected}.",
    ),
    "not_a_choice": Sentence(
        id="“{found}” bukan pilihan. Tulis salah satu: {expected}.",
        en="“{found}” is no choice. Write one of: {expected}.",
    ),
    "value_without_source": Sentence(
        id="Nilai “{found}” belum bersumber. Tulis sebagai value, sources, dan confidence.",
        en="Value “{found}” has no source. Write it as value, sources and confidence.",
    ),
    "reading_without_note": Sentence(
        id="Nilai dengan basis {found} harus dijelaskan dalam note.",
        en="A value with basis {found} must be explained in a note.",
    ),
    "sources_empty": Sentence(
        id="Nilai dengan basis {found} butuh paling sedikit satu sumber.",
        en="A value with basis {found} needs at least one source.",
    ),
    "source_unknown": Sentence(
        id="Sumber “{found}” tidak ada dalam daftar sources: {expected}.",
        en="Source “{found}” is not among the sources: {expected}.",
    ),
    "source_twice": Sentence(
        id="Sumber “{found}” sudah ada di {first}.",
        en="Source “{found}” stands already at {first}.",
    ),
    "indicator_twice": Sentence(
        id="Kode indikator “{found}” sudah dipakai di {first}.",
        en="Indicator code “{found}” is used already at {first}.",
    ),
    "base_twice": Sentence(
        id="Dasar ukur “{found}” sudah dipakai di {first}.",
        en="Base “{found}” is used already at {first}.",
    ),
    "field_twice": Sentence(
        id="Isian formulir “{found}” sudah ada di {first}.",
        en="Form field “{found}” stands already at {first}.",
    ),
    "band_twice": Sentence(
        id="Predikat “{found}” sudah ada di {first}.",
        en="Band “{found}” stands already at {first}.",
    ),
    "affair_twice": Sentence(
        id="Urusan “{found}” ada dua kali.", en="Affair “{found}” stands twice."
    ),
    "affairs_not_complete": Sentence(
        id="Ada {found} urusan {affair_class}; seharusnya {expected}.",
        en="There are {found} affairs of {affair_class}; there should be {expected}.",
    ),
    "code_not_of_aspect": Sentence(
        id="Kode “{found}” tidak sesuai dengan aspeknya.",
        en="Code “{found}” does not go with its aspect.",
    ),
    "levels_not_in_order": Sentence(
        id="Level “{found}” harus berurutan dari 1: {expected} …",
        en="Levels “{found}” must follow each other from 1: {expected} …",
    ),
    "measure_beside_bases": Sentence(
        id="{found} punya measure dan bases. Pakai salah satu.",
        en="{found} has both measure and bases. Use one of them.",
    ),
    "paper_not_asked": Sentence(
        id="Jenis naskah {found} tidak ada di kinds. Yang diminta: {expected}.",
        en="The kind of paper {found} is not among kinds. Asked for: {expected}.",
    ),
    "choices_not_expected": Sentence(
        id="Isian berjenis {found} tidak punya pilihan. Pakai kind choice atau choices.",
        en="A field of kind {found} has no choices. Use kind choice or choices.",
    ),
    "cut_without_ends": Sentence(
        id="Batas level {found} kosong. Isi min, max, atau keduanya.",
        en="The cut of level {found} is empty. Give min, max or both.",
    ),
    "ends_reversed": Sentence(
        id="Ujung bawah melebihi ujung atas: {found}.",
        en="The lower end exceeds the upper end: {found}.",
    ),
    "cuts_not_all_levels": Sentence(
        id="Ada batas untuk {found} level; indikatornya punya {expected}.",
        en="There are cuts for {found} levels; the indicator has {expected}.",
    ),
    "tested_not_all_levels": Sentence(
        id="Urutan uji ({found}) harus memuat setiap level satu kali: {expected}.",
        en="The order of testing ({found}) must name each level once: {expected}.",
    ),
    "whole_with_decimals": Sentence(
        id="Bilangan bulat (whole) tidak punya {found} desimal; tulis decimals 0.",
        en="Whole numbers have no {found} decimals; write decimals 0.",
    ),
    "cut_finer_than_measure": Sentence(
        id="Batas {found} lebih halus dari {expected} desimal.",
        en="Cut {found} is finer than {expected} decimals.",
    ),
    "cuts_against_direction": Sentence(
        id="Batas level {found} tidak menyambung level di bawahnya ke arah {expected}.",
        en="The cut of level {found} does not follow the level below in direction {expected}.",
    ),
    "cuts_with_gap": Sentence(
        id="Ada celah antara dua batas: {found}.", en="There is a gap between two cuts: {found}."
    ),
    "band_finer_than_index": Sentence(
        id="Predikat {found} lebih halus dari {expected} desimal indeks.",
        en="Band {found} is finer than the index's {expected} decimals.",
    ),
    "bands_overlap": Sentence(
        id="Predikat {found} harus seluruhnya di atas {expected}. Urutkan dari yang tertinggi.",
        en="Band {found} must lie wholly above {expected}. Order them from the highest.",
    ),
    "bands_with_gap": Sentence(
        id="Ada celah antara dua predikat: {found}; paling besar {expected}.",
        en="There is a gap between two bands: {found}; at most {expected}.",
    ),
    "bands_not_whole": Sentence(
        id="Predikat mencakup {found}; seharusnya {expected}.",
        en="The bands cover {found}; they should cover {expected}.",
    ),
    "dates_reversed": Sentence(
        id="Tanggal terakhir mendahului tanggal pertama: {found}.",
        en="The last day comes before the first: {found}.",
    ),
    "complete_with_gaps": Sentence(
        id="Pedoman lengkap (complete) butuh indikator SPD dan aturan min_basic_services. "
        "Lengkapi, atau tulis status partial.",
        en="A complete edition needs SPD indicators and min_basic_services. Add them, or write "
        "status partial.",
    ),
    "more_services_than_affairs": Sentence(
        id="Diminta {found} urusan pelayanan dasar, padahal hanya ada {expected}.",
        en="{found} affairs of basic service are asked for, but there are only {expected}.",
    ),
    "null_without_gap": Sentence(
        id="Nilai {expected} kosong (null), tetapi tidak disebut dalam gaps.",
        en="Value {expected} is null but no gap names it.",
    ),
    "gap_of_known": Sentence(
        id="Celah menyebut “{found}”, tetapi nilai kosong di sini hanya: {expected}.",
        en="A gap names “{found}”, but the only null values here are: {expected}.",
    ),
    "no_sid_indicators": Sentence(id="Tidak ada indikator SID.", en="There is no SID indicator."),
    "maximum_not_the_sum": Sentence(
        id="Nilai tertinggi {name} tertulis {found}, padahal bobot dan level memberi {expected}.",
        en="The maximum {name} is given as {found}, but weights and levels give {expected}.",
    ),
    "case_differs": Sentence(
        id="Contoh “{case}”: {field} seharusnya {expected}, mesin memberi {found}.",
        en="Case “{case}”: {field} should be {expected}, the engine gives {found}.",
    ),
}
