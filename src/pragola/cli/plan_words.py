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
    "effort": Sentence(id="Tenaga", en="Effort"),
    "least": Sentence(
        id="terbukti paling sedikit: tidak ada rencana yang lebih ringan",
        en="proven least: no plan takes less",
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
    "fix_form": Sentence(
        id="“{found}” tidak dikenali; contoh: not:ID, not:ID/SID-20, surely:ID/SID-20=3, "
        "surely:perkada, report:ID, withhold:ID, no-hands:UNIT.",
        en="“{found}” is not understood; for example: not:ID, not:ID/SID-20, surely:ID/SID-20=3, "
        "surely:perkada, report:ID, withhold:ID, no-hands:UNIT.",
    ),
    "fix_unknown": Sentence(
        id="“{found}” tidak ada dalam jawaban, indikator, atau kegiatan bersama.",
        en="“{found}” is no innovation, indicator or collective action here.",
    ),
}


def plan_words(key: str, language: Language, **places: object) -> str:
    """The words under that key with their places filled."""
    return _WORDS[key].text(language).format(**places)
