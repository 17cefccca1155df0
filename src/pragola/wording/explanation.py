"""The nodes of an explanation in words: what a value is, and by which rule it follows."""

from pragola.scoring.explanation import Node, Rule
from pragola.wording.facts import show_fact
from pragola.wording.languages import Language, Sentence

LABELS: dict[str, Sentence] = {
    "index": Sentence(id="Indeks", en="Index"),
    "index_exact": Sentence(id="Indeks sebelum dibulatkan", en="Index before rounding"),
    "index_decimals": Sentence(id="Angka di belakang koma", en="Decimals kept"),
    "total": Sentence(id="Jumlah poin", en="Total points"),
    "total_max": Sentence(id="Poin tertinggi yang mungkin", en="Highest possible points"),
    "spd": Sentence(id="Skor SPD", en="SPD score"),
    "mean": Sentence(id="Rata-rata skor inovasi", en="Average score of innovations"),
    "sid_sum": Sentence(id="Jumlah skor semua inovasi", en="Sum of all innovations' scores"),
    "divisor": Sentence(id="Pembagi", en="Divisor"),
    "min_divisor": Sentence(id="Pembagi minimal", en="Smallest divisor"),
    "entered_rejected_too": Sentence(
        id="Inovasi yang dilaporkan, yang ditolak ikut terhitung",
        en="Innovations reported, rejected ones included",
    ),
    "entered_accepted_only": Sentence(
        id="Inovasi yang dilaporkan, tanpa yang ditolak",
        en="Innovations reported, without rejected ones",
    ),
    "count_score": Sentence(id="Skor jumlah inovasi daerah", en="Score for the number"),
    "counted": Sentence(id="Inovasi yang dihitung", en="Innovations counted"),
    "count_capped": Sentence(id="Inovasi yang dinilai jumlahnya", en="Innovations up to the cap"),
    "count_cap": Sentence(id="Batas jumlah inovasi", en="Cap of the number"),
    "count_weight": Sentence(id="Bobot setiap inovasi", en="Weight of each innovation"),
    "coverage": Sentence(
        id="Syarat urusan pelayanan dasar (1 terpenuhi, 0 belum)",
        en="Basic services condition (1 met, 0 not met)",
    ),
    "coverage_covered": Sentence(
        id="Urusan pelayanan dasar yang punya inovasi", en="Basic services with an innovation"
    ),
    "min_basic_services": Sentence(
        id="Urusan pelayanan dasar minimal", en="Fewest basic services needed"
    ),
    "basic_affair": Sentence(id="Urusan {name}", en="Affair {name}"),
    "innovation": Sentence(id="Inovasi {id} {title}", en="Innovation {id} {title}"),
    "row": Sentence(id="{code} {name}", en="{code} {name}"),
    "weight": Sentence(id="Bobot", en="Weight"),
    "level": Sentence(id="Level", en="Level"),
    "nothing": Sentence(id="Nol", en="Nothing"),
    "target": Sentence(id="Target", en="Target"),
    "gap": Sentence(id="Kekurangan sampai target", en="What is missing to the target"),
    "gap_difference": Sentence(id="Target dikurangi indeks", en="Target less the index"),
    "level_worth": Sentence(
        id="Tambahan indeks bila {code} {name} naik satu level",
        en="What one level more of {code} {name} adds to the index",
    ),
    "points_shared": Sentence(
        id="Poin satu level, dibagi semua inovasi", en="Points of one level, shared by all"
    ),
    "average_level": Sentence(
        id="Rata-rata level {code} {name}", en="Average level of {code} {name}"
    ),
    "levels_summed": Sentence(id="Jumlah semua level", en="Sum of all levels"),
    "rows_counted": Sentence(id="Banyaknya jawaban yang dihitung", en="Answers counted"),
    "levels_short": Sentence(
        id="Level yang masih kurang di semua jawaban", en="Levels missing in all answers"
    ),
    "missing": Sentence(
        id="Tambahan indeks bila {code} {name} di level tertinggi semua",
        en="What {code} {name} adds to the index at its highest level everywhere",
    ),
    "reporting_line": Sentence(
        id="Poin yang dibutuhkan satu inovasi lagi agar indeks tidak turun",
        en="Points that one more innovation needs so that the index does not fall",
    ),
    "count_gained": Sentence(
        id="Tambahan skor jumlah dari satu inovasi lagi", en="Gain in the score for the number"
    ),
    "mean_to_keep": Sentence(
        id="Rata-rata yang cukup agar indeks tetap", en="Average that keeps the index"
    ),
    "divisor_with_one_more": Sentence(
        id="Pembagi dengan satu inovasi lagi", en="Divisor with one more innovation"
    ),
    "sum_to_keep": Sentence(
        id="Jumlah skor yang cukup agar indeks tetap", en="Sum of scores that keeps the index"
    ),
    "points_to_keep": Sentence(
        id="Bagian yang harus dibawa inovasi baru", en="What the new innovation must bring"
    ),
    "divisor_with_rejected": Sentence(
        id="Pembagi dengan satu inovasi lagi yang ditolak",
        en="Divisor with one more innovation that is rejected",
    ),
    "rejected_cost": Sentence(
        id="Perubahan indeks bila satu inovasi lagi ditolak",
        en="Change of the index when one more innovation is rejected",
    ),
}

RULES: dict[Rule, Sentence] = {
    Rule.ROUNDED: Sentence(id="dibulatkan sekali, setengah ke atas", en="rounded once, halves up"),
    Rule.SHARE: Sentence(
        id="yang pertama dibagi yang kedua, kali 100", en="the first divided by the second, × 100"
    ),
    Rule.SUM: Sentence(id="dijumlahkan", en="added up"),
    Rule.PRODUCT: Sentence(id="dikalikan", en="multiplied"),
    Rule.DIFFERENCE: Sentence(
        id="yang kedua dikurangkan dari yang pertama", en="the second taken from the first"
    ),
    Rule.GIVEN: Sentence(id="ditetapkan lebih dulu", en="given beforehand"),
    Rule.QUOTIENT: Sentence(
        id="yang pertama dibagi yang kedua", en="the first divided by the second"
    ),
    Rule.MAXIMUM: Sentence(id="diambil yang terbesar", en="the largest is taken"),
    Rule.MINIMUM: Sentence(id="diambil yang terkecil", en="the smallest is taken"),
    Rule.ENOUGH: Sentence(
        id="1 bila yang pertama mencapai yang kedua", en="1 if the first reaches the second"
    ),
    Rule.COUNT_OF: Sentence(id="dihitung yang bernilai 1", en="those with 1 are counted"),
    Rule.ZERO_REJECTED: Sentence(id="ditolak, jadi bernilai 0", en="rejected, therefore worth 0"),
    Rule.CONSTANT: Sentence(id="ditetapkan pedoman", en="set by the edition"),
    Rule.COUNTED: Sentence(id="dihitung dari jawaban", en="counted in the answers"),
    Rule.COVERED: Sentence(
        id="1 bila ada inovasi yang dihitung", en="1 if a counted innovation has it"
    ),
    Rule.SUBTOTAL: Sentence(id="diisi sebagai subtotal", en="answered as a subtotal"),
    Rule.ANSWERED: Sentence(id="dijawab sebagai level", en="answered as a level"),
    Rule.COMPUTED: Sentence(id="dibaca dari angka", en="read from figures"),
    Rule.JUDGED: Sentence(id="putusan penilai", en="the verifier's verdict"),
    Rule.EMPTY: Sentence(id="belum dijawab", en="not answered"),
}

_VALUE = Sentence(id="nilai {value} {unit}", en="value {value} {unit}")
_BETWEEN = Sentence(id="level ini dari {min} sampai {max}", en="this level from {min} to {max}")
_FROM = Sentence(id="level ini mulai {min}", en="this level from {min}")
_UP_TO = Sentence(id="level ini sampai {max}", en="this level up to {max}")


def say_label(node: Node, language: Language) -> str:
    """What the node's value is."""
    return " ".join(LABELS[node.label].text(language).format(**_texts(node, language)).split())


def say_rule(node: Node, language: Language) -> str:
    """How the node's value follows."""
    return RULES[node.rule].text(language)


def say_details(node: Node, language: Language) -> tuple[str, ...]:
    """What else is known of the node: criterion, figures, the cut that matched."""
    texts = _texts(node, language)
    if node.rule is not Rule.COMPUTED:
        return (texts["criterion"],) if texts.get("criterion") else ()
    periods = tuple(f"{year}: {texts[year]}" for year in ("T-1", "T-2") if texts.get(year))
    value = _VALUE.text(language).format(**texts)
    base = (texts["base"],) if texts.get("base") else ()
    return (*base, *periods, value, *_cut(texts, language))


def _cut(texts: dict[str, str], language: Language) -> tuple[str, ...]:
    low, high = texts.get("min"), texts.get("max")
    if not low and not high:
        return ()
    sentence = _BETWEEN if low and high else _FROM if low else _UP_TO
    return (sentence.text(language).format(**texts),)


def _texts(node: Node, language: Language) -> dict[str, str]:
    return {name: show_fact(fact, language) for name, fact in node.facts}
