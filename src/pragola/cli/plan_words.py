"""The fixed words of `pragola plan`, in both languages."""

from pragola.wording import Language, Sentence

_WORDS: dict[str, Sentence] = {
    "now": Sentence(id="Indeks sekarang", en="Index now"),
    "target": Sentence(id="Target", en="Target"),
    "planned": Sentence(id="Dengan rencana ini", en="With this plan"),
    "highest": Sentence(id="Tertinggi yang dapat dicapai", en="Highest that can be reached"),
    "days": Sentence(id="{days} hari kerja", en="{days} person-days"),
    "nothing_to_do": Sentence(
        id="Target sudah tercapai; tidak ada yang perlu dikerjakan.",
        en="The target is reached already; nothing has to be done.",
    ),
    "nothing_for_it": Sentence(
        id="Dengan tenaga itu tidak ada yang menaikkan indeks.",
        en="Nothing raises the index for that effort.",
    ),
    "effort": Sentence(id="Tenaga", en="Effort"),
    "least": Sentence(
        id="terbukti paling sedikit: tidak ada rencana yang lebih ringan",
        en="proven least: no plan takes less",
    ),
    "least_and_fewest": Sentence(
        id="terbukti paling sedikit: tidak ada rencana yang lebih ringan, dan tidak ada yang "
        "seringan ini dengan pekerjaan lebih sedikit",
        en="proven least: no plan takes less, and none as light has fewer actions",
    ),
    "at_least": Sentence(
        id="pencarian dihentikan; paling sedikit yang mungkin {bound} hari kerja",
        en="the search was stopped; at least {bound} person-days are needed",
    ),
    "best": Sentence(
        id="terbukti paling tinggi untuk tenaga itu",
        en="proven highest for that effort",
    ),
    "at_most": Sentence(
        id="pencarian dihentikan; paling tinggi yang mungkin {bound}",
        en="the search was stopped; at most {bound} is possible",
    ),
    "actions": Sentence(
        id="Yang dikerjakan, dari yang paling menaikkan indeks",
        en="What to do, from what raises the index most",
    ),
    "by_unit": Sentence(id="Menurut unit", en="By unit"),
    "unit_line": Sentence(
        id="{unit}: {days} hari kerja; pekerjaan: {number}",
        en="{unit}: {days} person-days; actions: {number}",
    ),
    "region": Sentence(id="Pemerintah daerah", en="The regional government"),
    "no_unit": Sentence(id="Tanpa unit", en="Without a unit"),
    "raise": Sentence(
        id="{place}: level {first} ke {level}", en="{place}: level {first} to {level}"
    ),
    "enter": Sentence(id="{innovation}: laporkan draf ini", en="{innovation}: report this draft"),
    "withhold": Sentence(
        id="{innovation}: tidak dilaporkan tahun ini",
        en="{innovation}: not reported this year",
    ),
    "collective": Sentence(
        id="[{id}] {title}; menaikkan {number} klaim",
        en="[{id}] {title}; raises {number} claims",
    ),
    "waits": Sentence(id="menunggu {names}", en="waits for {names}"),
    "more_actions": Sentence(
        id="… dan {number} pekerjaan lain; semuanya dengan --all atau --json",
        en="… and {number} more actions; all of them with --all or --json",
    ),
    "unreachable": Sentence(
        id="Target {target} tidak dapat dicapai dengan yang masih dapat dikerjakan.",
        en="Target {target} is out of reach of what can still be done.",
    ),
    "maybe_unreachable": Sentence(
        id="Pencarian dihentikan sebelum ditemukan rencana untuk target {target}.",
        en="The search was stopped before a plan for target {target} was found.",
    ),
    "in_the_way": Sentence(id="Yang menghalangi", en="What stands in the way"),
    "impossible_choices": Sentence(
        id="pilihan yang tidak dapat dipenuhi: {subjects}",
        en="choices that cannot be kept: {subjects}",
    ),
    "choices": Sentence(
        id="pilihan tetap; tanpanya sampai {index}",
        en="fixed choices; without them up to {index}",
    ),
    "capacity": Sentence(
        id="tenaga yang tersedia ({subjects}); tanpa batas itu sampai {index}",
        en="the hands that there are ({subjects}); without that limit up to {index}",
    ),
    "time": Sentence(
        id="waktu: sebagian tidak selesai sebelum akhir; tanpa batas itu sampai {index}",
        en="time: some things would not be done by the end; without that limit up to {index}",
    ),
    "past": Sentence(
        id="bukti tahun yang sudah lewat ({subjects}); bila ada, sampai {index}",
        en="proof of years that are over ({subjects}); with it up to {index}",
    ),
    "none_in_the_way": Sentence(
        id="tidak ada; semua yang dapat dinaikkan sudah di level tertinggi",
        en="nothing; all that can be raised is at its highest level",
    ),
    "efforts_are_ours": Sentence(
        id="Taksiran tenaga adalah milik kami, bukan pedoman; ganti dengan --work BERKAS.",
        en="The efforts are our estimates, not the guideline's; put yours there with --work FILE.",
    ),
    "searching": Sentence(
        id="Mencari: terbaik {best}, batas {bound}", en="Searching: best {best}, bound {bound}"
    ),
    "target_or_budget": Sentence(
        id="sebutkan --target atau --budget.", en="give --target or --budget."
    ),
    "target_and_budget": Sentence(
        id="sebutkan --target atau --budget, tidak keduanya.",
        en="give --target or --budget, not both.",
    ),
    "not_sure_enough": Sentence(
        id="Tidak ditemukan rencana yang mencapai target dengan kemungkinan {confidence}; ini yang "
        "terdekat.",
        en="No plan was found that reaches the target with a chance of {confidence}; this one "
        "comes nearest.",
    ),
    "exact_chance": Sentence(
        id="Kemungkinan mencapai {target}: {reach} (dihitung tepat). Dengan kemungkinan "
        "{confidence} "
        "indeks paling sedikit {likely}; cadangan {margin}. Rata-rata {expected}.",
        en="Chance to reach {target}: {reach} (computed exactly). With a chance of {confidence} "
        "the "
        "index is at least {likely}; margin {margin}. On average {expected}.",
    ),
    "drawn_chance": Sentence(
        id="Kemungkinan mencapai {target}: {reach} ± {error} (100.000 undian). Dengan kemungkinan "
        "{confidence} indeks paling sedikit {likely}; cadangan {margin}. Rata-rata {expected}.",
        en="Chance to reach {target}: {reach} ± {error} (100,000 draws). With a chance of "
        "{confidence} the index is at least {likely}; margin {margin}. On average {expected}.",
    ),
    "sure_least": Sentence(
        id="Kemungkinan itu dihitung dan berlaku; bahwa tidak ada yang lebih ringan belum "
        "terbukti. "
        "Terbukti: rencana seperti ini butuh paling sedikit {least} hari kerja.",
        en="That chance is computed and holds; that nothing lighter does it is not proven. Proven: "
        "any such plan takes at least {least} person-days.",
    ),
    "sure_proven": Sentence(
        id="Kemungkinan itu dihitung dan berlaku; terbukti tidak ada rencana sepasti ini yang "
        "lebih ringan.",
        en="That chance is computed and holds; proven: no plan that is as sure takes less.",
    ),
    "sure_found": Sentence(
        id="Kemungkinan itu dihitung dan berlaku; bahwa tidak ada yang lebih ringan belum "
        "terbukti.",
        en="That chance is computed and holds; that nothing lighter does it is not proven.",
    ),
    "threats": Sentence(id="Yang paling mengancam", en="What threatens most"),
    "threat_claim": Sentence(
        id="{subject}: {chance} turun satu level, indeks -{loses}; kemungkinan lalu {reach}",
        en="{subject}: {chance} to fall by a level, index -{loses}; chance then {reach}",
    ),
    "threat_proof": Sentence(
        id="bukti bersama {subject}: {chance} tidak diterima, indeks -{loses}; kemungkinan lalu "
        "{reach}",
        en="shared proof {subject}: {chance} not accepted, index -{loses}; chance then {reach}",
    ),
    "threat_entry": Sentence(
        id="{subject}: {chance} ditolak seluruhnya, indeks -{loses}; kemungkinan lalu {reach}",
        en="{subject}: {chance} to be rejected as a whole, index -{loses}; chance then {reach}",
    ),
    "beliefs_rest": Sentence(
        id="Peluang diterima bersandar pada: {footings}. Klaim yang sudah diputus dianggap pasti.",
        en="Chances of acceptance rest on: {footings}. Claims with a verdict count as certain.",
    ),
    "rests_stated": Sentence(
        id="kata daerah sendiri ({number})", en="the region's word ({number})"
    ),
    "rests_verdicts": Sentence(
        id="putusan atas klaim sejenis ({number})", en="verdicts on claims alike ({number})"
    ),
    "rests_findings": Sentence(
        id="temuan pemeriksaan berkas ({number})", en="what inspection saw ({number})"
    ),
    "rests_prior": Sentence(
        id="taksiran kami ({number}; ganti dengan --work BERKAS)",
        en="our estimate ({number}; put yours there with --work FILE)",
    ),
    "chance_hinges": Sentence(
        id="Peluang diterima yang dapat mengubah rencana",
        en="Chances of acceptance that would change the plan",
    ),
    "chance_needed": Sentence(
        id="{subject} ({claims} klaim): kini {believed}; rencana cukup pasti selama paling sedikit "
        "{needed}",
        en="{subject} ({claims} claims): now {believed}; the plan is sure enough from {needed} on",
    ),
    "chance_never": Sentence(
        id="{subject} ({claims} klaim): kini {believed}; rencana tidak cukup pasti walau semuanya "
        "diterima",
        en="{subject} ({claims} claims): now {believed}; the plan is not sure enough even if all "
        "were accepted",
    ),
    "hinges": Sentence(id="Yang dapat mengubah rencana", en="What would change the plan"),
    "hinges_alike": Sentence(
        id="Dibandingkan dengan rencana yang rata-ratanya melampaui target sama jauh: "
        "yang teringan {effort} hari kerja",
        en="Compared with plans that exceed the target by as much on average: "
        "the lightest takes {effort} person-days",
    ),
    "stays_until": Sentence(
        id="[{id}] ({effort} hari kerja) tetap dipakai sampai {turns_at} hari kerja",
        en="[{id}] ({effort} person-days) stays up to {turns_at} person-days",
    ),
    "needed_anyway": Sentence(
        id="[{id}] ({effort} hari kerja) tetap dipakai berapa pun tenaganya",
        en="[{id}] ({effort} person-days) stays whatever it takes",
    ),
    "comes_in_below": Sentence(
        id="[{id}] ({effort} hari kerja) baru dipakai di bawah {turns_at} hari kerja",
        en="[{id}] ({effort} person-days) comes in below {turns_at} person-days",
    ),
    "never_in": Sentence(
        id="[{id}] ({effort} hari kerja) tidak dapat dikerjakan bersama target ini",
        en="[{id}] ({effort} person-days) cannot be done together with this target",
    ),
    "reading_counts": Sentence(
        id="Bila entri ditolak ikut dalam pembagi: {effort} hari kerja (kini {now}).",
        en="If rejected entries enter the divisor: {effort} person-days (now {now}).",
    ),
    "reading_leaves_out": Sentence(
        id="Bila entri ditolak tidak ikut dalam pembagi: {effort} hari kerja (kini {now}).",
        en="If rejected entries stay out of the divisor: {effort} person-days (now {now}).",
    ),
    "curve": Sentence(
        id="Tenaga dan indeks tertinggi untuknya", en="Effort and the highest index for it"
    ),
    "later": Sentence(
        id="Menurut pedoman {edition}: jawaban sekarang {before}, dengan rencana ini {after} "
        "({band}).",
        en="By edition {edition}: today's answers {before}, with this plan {after} ({band}).",
    ),
    "ahead_proven": Sentence(
        id="Dari semua rencana {effort} hari kerja yang mencapai target tahun ini, tidak ada yang "
        "indeksnya menurut {edition} lebih tinggi (terbukti).",
        en="Of all plans of {effort} person-days that reach this year's target none has a higher "
        "index by {edition} (proven).",
    ),
    "ahead_bound": Sentence(
        id="Rencana dengan usaha sekecil ini dipilih menurut indeks {edition}; waktu habis sebelum "
        "terbukti: paling tinggi {highest}.",
        en="Chosen by its index by {edition} among plans of so little effort; time ended before "
        "the proof: at most {highest}.",
    ),
    "also_target_needs_also": Sentence(
        id="--also-target hanya bersama --also.", en="--also-target only goes with --also."
    ),
    "proven_short": Sentence(id="terbukti paling sedikit", en="proven least"),
    "afresh": Sentence(
        id="Dari keadaan sekarang, {target} menurut pedoman itu butuh {effort} hari kerja",
        en="From today, {target} by that edition takes {effort} person-days",
    ),
    "afresh_unreachable": Sentence(
        id="Dari keadaan sekarang, {target} tidak tercapai menurut pedoman itu; tertinggi "
        "{highest}",
        en="From today, {target} is out of reach by that edition; at most {highest}",
    ),
    "left": Sentence(
        id="Setelah rencana ini, untuk {target} masih perlu {effort} hari kerja",
        en="After this plan, {target} still takes {effort} person-days",
    ),
    "left_unreachable": Sentence(
        id="Setelah rencana ini, {target} tidak tercapai; tertinggi {highest}",
        en="After this plan, {target} is out of reach; at most {highest}",
    ),
    "both": Sentence(
        id="Untuk kedua tahun sekaligus {effort} hari kerja (satu per satu {apart}): {index} tahun "
        "ini, {later} menurut pedoman itu; yang perlu tahun ini {now} hari kerja",
        en="For both years at once {effort} person-days (one after the other {apart}): {index} "
        "this year, {later} by that edition; needed this year are {now} person-days",
    ),
    "both_unreachable": Sentence(
        id="Kedua target sekaligus tidak tercapai dengan tenaga dan waktu tahun ini",
        en="Both targets at once are out of reach of this year's hands and dates",
    ),
    "all_kept": Sentence(
        id="Tidak ada pekerjaan yang sia-sia: semuanya tetap menaikkan indeks menurut pedoman "
        "{edition}",
        en="No work is lost: all of it still raises the index by edition {edition}",
    ),
    "lost_then": Sentence(
        id="Tidak bernilai lagi menurut pedoman {edition}: {actions}",
        en="Worth nothing by edition {edition}: {actions}",
    ),
    "claims_lost": Sentence(
        id="Pedoman {edition} tidak mengenal {number} klaim; semuanya dihitung kosong",
        en="Edition {edition} does not know {number} claims; they count as empty",
    ),
    "worth_then": Sentence(
        id="{action}: tahun ini {now}, lalu {then}", en="{action}: this year {now}, then {then}"
    ),
    "reporting": Sentence(id="Dilaporkan atau tidak", en="To report or to withhold"),
    "better_withheld": Sentence(
        id="{innovation}: lebih baik tidak dilaporkan; rata-rata {expected}, bila ditolak "
        "{rejected} "
        "({chance})",
        en="{innovation}: better withheld; on average {expected}, if rejected {rejected} "
        "({chance})",
    ),
    "better_reported": Sentence(
        id="{innovation}: lebih baik dilaporkan; rata-rata {expected}, bila ditolak {rejected} "
        "({chance})",
        en="{innovation}: better reported; on average {expected}, if rejected {rejected} "
        "({chance})",
    ),
    "reporting_fine": Sentence(
        id="semua sudah tepat: yang dilaporkan menaikkan indeks, yang tidak akan menurunkannya",
        en="all is right as it is: what is reported raises the index, what is not would lower it",
    ),
    "confidence_needs_target": Sentence(
        id="--confidence hanya bersama --target.", en="--confidence only goes with --target."
    ),
    "fix_form": Sentence(
        id="“{found}” tidak dikenali; contoh: not:ID, not:ID/SID-20, surely:ID/SID-20=3, "
        "surely:perkada, report:ID, withhold:ID, no-hands:UNIT.",
        en="“{found}” is not understood; for example: not:ID, not:ID/SID-20, surely:ID/SID-20=3, "
        "surely:perkada, report:ID, withhold:ID, no-hands:UNIT.",
    ),
    "fix_level": Sentence(
        id="“{found}”: levelnya 1 sampai {highest}.",
        en="“{found}”: its levels are 1 to {highest}.",
    ),
    "fix_both": Sentence(
        id="“{one}” dan “{other}” saling bertentangan; hapus salah satunya.",
        en="“{one}” and “{other}” contradict each other; leave one of them out.",
    ),
    "fix_unknown": Sentence(
        id="“{found}” tidak ada dalam jawaban, indikator, atau kegiatan bersama.",
        en="“{found}” is no innovation, indicator or collective action here.",
    ),
}


def plan_words(key: str, language: Language, **places: object) -> str:
    """The words under that key with their places filled."""
    return _WORDS[key].text(language).format(**places)
