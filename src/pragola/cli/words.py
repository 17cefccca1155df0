"""The fixed words of the command line's output, in both languages."""

from pragola.wording import Language, Sentence

WORDS: dict[str, Sentence] = {
    "faults_head": Sentence(
        id="Masukan ini belum dapat dipakai; kekeliruan: {number}.",
        en="This input cannot be used yet; faults: {number}.",
    ),
    "faults_more": Sentence(id="… dan {number} lainnya.", en="… and {number} more."),
    "and_more": Sentence(id="(dan {number} lainnya)", en="(and {number} more)"),
    "notice": Sentence(id="Catatan: {text}", en="Note: {text}"),
    "usage": Sentence(
        id="Pemakaian: {usage}\nBantuan: {command} --help",
        en="Usage: {usage}\nHelp: {command} --help",
    ),
    "usage_error": Sentence(id="Keliru: {message}", en="Error: {message}"),
    "no_such_option": Sentence(id="pilihan {name} tidak dikenal.", en="there is no option {name}."),
    "no_such_command": Sentence(
        id="perintah {name} tidak dikenal.", en="there is no command {name}."
    ),
    "did_you_mean": Sentence(id="Mungkin maksudnya: {names}.", en="Did you mean: {names}?"),
    "missing_parameter": Sentence(id="{name} belum diisi.", en="{name} is missing."),
    "option_misused": Sentence(
        id="pilihan {name} dipakai tanpa nilainya, atau diberi nilai yang tidak diperlukan.",
        en="the option {name} lacks its value, or was given one that it does not take.",
    ),
    "bad_value": Sentence(
        id="nilai untuk {name} tidak dapat dipakai: {why}", en="the value of {name}: {why}"
    ),
    "too_much": Sentence(
        id="terlalu banyak yang ditulis: {typed}.", en="more was typed than is taken: {typed}."
    ),
    "choose_one": Sentence(id="pilih salah satu dari {names}.", en="choose one of {names}."),
    "no_such_path": Sentence(id="berkas itu tidak ada, atau tidak dapat dibaca.", en="{message}"),
    "whole_number_between": Sentence(
        id="harus bilangan bulat dari {first} sampai {last}.",
        en="must be a whole number from {first} to {last}.",
    ),
    "not_an_index": Sentence(
        id="“{found}” bukan indeks seperti 65,01.", en="{found!r} is not an index such as 65.01."
    ),
    "not_a_number": Sentence(id="“{found}” bukan angka.", en="{found!r} is no number."),
    "not_between": Sentence(
        id="“{found}” tidak terletak di antara {lowest} dan {highest}.",
        en="{found!r} is not between {lowest} and {highest}.",
    ),
    "none_of": Sentence(
        id="“{found}” tidak ada di antara {names}.", en="{found!r} is none of {names}."
    ),
    "xlsx_only": Sentence(
        id="nama berkas harus berakhiran .xlsx.", en="the file's name must end in .xlsx."
    ),
    "file_exists": Sentence(
        id="{file} sudah ada dan tidak ditimpa. Pilih nama lain atau tambahkan --force.",
        en="{file} is there already and is not overwritten. Choose another name or add --force.",
    ),
    "workbook_written": Sentence(
        id="Buku kerja pedoman {edition} siap diisi: {file}",
        en="Workbook of edition {edition} is ready to be filled: {file}",
    ),
    "converted": Sentence(
        id="{file} ditulis; inovasi: {number}.", en="{file} written; innovations: {number}."
    ),
    "edition": Sentence(id="pedoman {edition}", en="edition {edition}"),
    "index": Sentence(id="Indeks", en="Index"),
    "target": Sentence(id="Target", en="Target"),
    "target_missing": Sentence(id="kurang {gap}", en="{gap} missing"),
    "target_reached": Sentence(id="tercapai", en="reached"),
    "aspects": Sentence(id="Skor", en="Score"),
    "points": Sentence(id="poin", en="points"),
    "maximum": Sentence(id="maksimum", en="maximum"),
    "spd": Sentence(id="Satuan Pemerintah Daerah (SPD)", en="Regional government (SPD)"),
    "mean": Sentence(id="Rata-rata inovasi (SID)", en="Average of innovations (SID)"),
    "count": Sentence(id="Jumlah inovasi daerah", en="Number of innovations"),
    "total": Sentence(id="Jumlah", en="Total"),
    "mean_from": Sentence(
        id="{sum} poin dibagi {divisor}; inovasi dihitung: {counted}",
        en="{sum} points divided by {divisor}; innovations counted: {counted}",
    ),
    "count_from": Sentence(
        id="urusan pelayanan dasar {covered} dari minimal {required}",
        en="basic services {covered} of at least {required}",
    ),
    "verified": Sentence(id="Terverifikasi", en="Verified"),
    "beside_claimed": Sentence(
        id="indeks menurut putusan penilai; klaim {claimed}",
        en="index by the verdicts; claimed {claimed}",
    ),
    "other_reading": Sentence(id="Bacaan lain", en="Other reading"),
    "other_counts": Sentence(
        id="bila entri ditolak ikut dalam pembagi",
        en="if rejected entries enter the divisor",
    ),
    "other_leaves_out": Sentence(
        id="bila entri ditolak tidak ikut dalam pembagi",
        en="if rejected entries stay out of the divisor",
    ),
    "findings": Sentence(id="Temuan", en="Findings"),
    "blocks": Sentence(id="menghalangi", en="blocks"),
    "doubtful": Sentence(id="meragukan", en="doubtful"),
    "info": Sentence(id="catatan", en="note"),
    "concerns": Sentence(id="{number} inovasi: {ids}", en="{number} innovations: {ids}"),
    "for_example": Sentence(id="misalnya {id}: {sentence}", en="for example {id}: {sentence}"),
    "margins": Sentence(
        id="Satu level lagi yang paling menaikkan indeks",
        en="One level more that raises the index most",
    ),
    "margin_on_one": Sentence(id="level {level} ke {next}", en="level {level} to {next}"),
    "margin_on_many": Sentence(
        id="pada salah satu dari {number} inovasi: {ids}",
        en="on any of {number} innovations: {ids}",
    ),
    "withhold": Sentence(
        id="Lebih baik tidak dilaporkan ({number}): {ids}",
        en="Better not reported ({number}): {ids}",
    ),
    "reporting_line": Sentence(
        id="Satu inovasi tambahan menaikkan indeks bila mencapai {points} poin; "
        "bila ditolak, indeks berubah {rejected}.",
        en="One further innovation raises the index if it reaches {points} points; "
        "if rejected, the index changes by {rejected}.",
    ),
    "reporting_any": Sentence(
        id="Satu inovasi tambahan yang diterima tidak menurunkan indeks, berapa pun skornya; "
        "bila ditolak, indeks berubah {rejected}.",
        en="One further accepted innovation does not lower the index, whatever its score; "
        "if rejected, the index changes by {rejected}.",
    ),
    "rests_on": Sentence(id="Dasar indeks ini", en="What this index rests on"),
    "edition_line": Sentence(
        id="Pedoman {edition} ({status}), sidik berkas {hash}",
        en="Edition {edition} ({status}), file fingerprint {hash}",
    ),
    "sources": Sentence(id="Sumber:", en="Sources:"),
    "our_readings": Sentence(
        id="Bacaan kami, bukan teks resmi: {names}",
        en="Our own readings, not official text: {names}",
    ),
    "inferred": Sentence(
        id="Disimpulkan dari sumber: {names}", en="Inferred from the sources: {names}"
    ),
    "complete": Sentence(id="lengkap", en="complete"),
    "partial": Sentence(id="sebagian", en="partial"),
    "outlook": Sentence(id="perkiraan", en="outlook"),
    "and_others": Sentence(id="dan {number} lainnya", en="and {number} more"),
    "rounding": Sentence(id="pembulatan indeks", en="rounding of the index"),
    "rejected_reading": Sentence(
        id="entri ditolak dalam pembagi", en="rejected entries in the divisor"
    ),
    "touching_affairs": Sentence(
        id="urusan beririsan ikut menutup pelayanan dasar",
        en="touching affairs cover basic services too",
    ),
    "min_divisor": Sentence(id="pembagi minimal", en="smallest divisor"),
    "count_rule": Sentence(id="skor jumlah inovasi", en="score for the number"),
    "min_basic_services": Sentence(
        id="minimal urusan pelayanan dasar", en="smallest number of basic services"
    ),
    "bands": Sentence(id="predikat", en="bands"),
    "cut_points": Sentence(id="batas angka {codes}", en="cut points of {codes}"),
    "rank": Sentence(id="Peringkat", en="Rank"),
    "region": Sentence(id="Daerah", en="Region"),
    "band": Sentence(id="Predikat", en="Band"),
    "innovations": Sentence(id="Inovasi", en="Innovations"),
    "not_explained": Sentence(
        id="“{code}” tidak ada dalam skor ini. Coba index, spd, sid, kode indikator, ID inovasi, "
        "atau ID/kode.",
        en="“{code}” is not part of this score. Try index, spd, sid, an indicator's code, an "
        "innovation's ID, or ID/code.",
    ),
    "nothing_to_rank": Sentence(
        id="Tidak ada berkas jawaban (.xlsx, .json, .csv) di sini.",
        en="There is no file of answers (.xlsx, .json, .csv) here.",
    ),
}


def words(key: str, language: Language, **places: object) -> str:
    """The words under that key with their places filled."""
    return WORDS[key].text(language).format(**places)
