"""Sentences for findings: what it is, and what to do next."""

from pragola.wording.languages import Sentence

SENTENCES: dict[str, Sentence] = {
    "edition_is_outlook": Sentence(
        id=(
            "Pedoman {edition} belum terbit. Angka ini perkiraan: aturan {base} dengan perubahan "
            "yang sudah diumumkan."
        ),
        en=(
            "The guideline of {edition} is not out yet. This figure is an outlook: the rules of "
            "{base} with the changes announced so far."
        ),
    ),
    "edition_is_partial": Sentence(
        id=(
            "Pedoman {edition} hanya diketahui sebagian. Bagian yang tidak diketahui tidak "
            "dihitung; nilai yang disimpulkan diberi tanda."
        ),
        en=(
            "The guideline of {edition} is known only in part. What is not known is left out; "
            "inferred values are marked."
        ),
    ),
    "basic_services_rule_unknown": Sentence(
        id=(
            "Syarat urusan wajib pelayanan dasar tahun {edition} tidak diketahui, jadi tidak "
            "diterapkan pada skor jumlah inovasi."
        ),
        en=(
            "The basic services condition of {edition} is not known, so it is not applied to the "
            "score for the number of innovations."
        ),
    ),
    "window_unknown": Sentence(
        id="Rentang tanggal penerapan yang dinilai pada {edition} belum diketahui.",
        en="The span of application dates assessed in {edition} is not known.",
    ),
    "divisor_is_minimum": Sentence(
        id=(
            "{entered} inovasi dibagi {minimum}, pembagi terkecil. Inovasi baru menambah skor "
            "tanpa menambah pembagi sampai jumlahnya {minimum}."
        ),
        en=(
            "{entered} innovations are divided by {minimum}, the smallest divisor. Further ones "
            "add to the score without enlarging the divisor until there are {minimum}."
        ),
    ),
    "count_over_cap": Sentence(
        id="Ada {counted} inovasi; skor jumlah hanya menghitung sampai {cap}.",
        en="There are {counted} innovations; the score for the number counts up to {cap}.",
    ),
    "rejected_in_divisor_is_open": Sentence(
        id=(
            "{rejected} inovasi ditolak. Apakah yang ditolak ikut menjadi pembagi belum pasti; "
            "kedua bacaan ditampilkan berdampingan."
        ),
        en=(
            "{rejected} innovations were rejected. Whether rejected ones enter the divisor is "
            "open; both readings are shown side by side."
        ),
    ),
    "spd_subtotal_missing": Sentence(
        id="Subtotal SPD belum diisi, jadi dihitung 0. Isi angkanya bila sudah diketahui.",
        en="The SPD subtotal is empty and counts as 0. Enter it once it is known.",
    ),
    "spd_rows_empty": Sentence(
        id="{number} baris SPD masih kosong dan bernilai 0: {codes}.",
        en="{number} SPD rows are empty and score 0: {codes}.",
    ),
    "basic_services_not_enough": Sentence(
        id=(
            "Baru {covered} dari {required} urusan wajib pelayanan dasar yang punya inovasi, jadi "
            "skor jumlah inovasi 0. Belum ada: {missing}."
        ),
        en=(
            "Only {covered} of {required} basic services have an innovation, so the score for the "
            "number is 0. Still missing: {missing}."
        ),
    ),
    "coverage_rests_on_touching_affairs": Sentence(
        id=(
            "Syarat urusan pelayanan dasar hanya terpenuhi bila urusan beririsan ikut dihitung. "
            "Itu bacaan kami; pastikan pada pedoman resmi."
        ),
        en=(
            "The basic services condition is met only if touched affairs count. That is our "
            "reading; check it against the official guideline."
        ),
    ),
    "profile_not_given": Sentence(
        id=(
            "Tahapan, tanggal penerapan atau jumlah kata rancang bangun belum diisi, jadi "
            "kelayakannya belum bisa diperiksa lengkap."
        ),
        en=(
            "Stage, date of application or words of the design text are not given, so eligibility "
            "cannot be checked in full."
        ),
    ),
    "stage_not_assessed": Sentence(
        id="Tahapannya “{stage}”; yang dinilai hanya: {expected}.",
        en="Its stage is “{stage}”; only these are assessed: {expected}.",
    ),
    "applied_after_window": Sentence(
        id=(
            "Diterapkan {applied}, sesudah rentang yang dinilai ({first} sampai {last}). "
            "Simpan untuk penilaian berikutnya."
        ),
        en=(
            "Applied on {applied}, after the span that is assessed ({first} to {last}). "
            "Keep it for the next assessment."
        ),
    ),
    "development_not_given": Sentence(
        id=(
            "Diterapkan {applied}, sebelum rentang yang dinilai ({first} sampai {last}). Isi "
            "tanggal pengembangan terbaru yang ada dalam rentang itu."
        ),
        en=(
            "Applied on {applied}, before the span that is assessed ({first} to {last}). Enter "
            "the date of its latest development within that span."
        ),
    ),
    "development_outside_window": Sentence(
        id=(
            "Diterapkan {applied} dan terakhir dikembangkan {developed}, keduanya di luar rentang "
            "yang dinilai ({first} sampai {last})."
        ),
        en=(
            "Applied on {applied} and last developed on {developed}, both outside the span that "
            "is assessed ({first} to {last})."
        ),
    ),
    "design_text_too_short": Sentence(
        id="Rancang bangun baru {words} kata; paling sedikit {minimum}. Lengkapi sebelum diajukan.",
        en="The design text has {words} words; at least {minimum} are asked for. Complete it.",
    ),
    "assessed_too_often": Sentence(
        id=(
            "Sudah masuk {times} penilaian; lazimnya paling banyak {maximum}, dengan perkembangan "
            "di antaranya."
        ),
        en=(
            "Entered in {times} assessments; usually at most {maximum}, with development in "
            "between."
        ),
    ),
    "affairs_not_given": Sentence(
        id="Urusan pemerintahannya belum diisi, jadi tidak dihitung untuk urusan mana pun.",
        en="Its government affairs are not given, so it counts for none.",
    ),
    "figure_below_first_level": Sentence(
        id="{indicator}: angka {value} di bawah syarat level 1, jadi bernilai 0.",
        en="{indicator}: the figure {value} is below what level 1 asks for and scores 0.",
    ),
    "mandatory_claim_missing": Sentence(
        id="{indicator} {name} wajib, tetapi belum diklaim.",
        en="{indicator} {name} is mandatory but not claimed.",
    ),
    "verdict_without_claim": Sentence(
        id="{indicator} sudah diputus penilai, padahal tidak diklaim.",
        en="{indicator} has a verdict although nothing is claimed.",
    ),
}
