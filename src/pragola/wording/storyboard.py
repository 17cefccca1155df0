"""Questions that help to plan a video, by the substance they are about. Ours, not the edition's."""

from collections.abc import Mapping
from dataclasses import dataclass

from pragola.wording.languages import Sentence


@dataclass(frozen=True, slots=True)
class Prompts:
    """What to ask oneself about a substance, and where the profile may say it already.

    `profile` are ids of fields with the name of a part, empty where the field has none.
    """

    questions: tuple[Sentence, ...]
    profile: tuple[tuple[str, str], ...]


_DESIGN = "rancang_bangun"
_PROMPTS: Mapping[str, Prompts] = {
    "latar belakang inovasi": Prompts(
        (
            Sentence(
                id="Masalah apa yang dihadapi warga atau unit Anda, dan seberapa besar?",
                en="Which trouble did people or your unit have, and how large was it?",
            ),
            Sentence(
                id="Sebutkan satu angka yang menggambarkan keadaan sebelum ada inovasi.",
                en="Give one figure that shows how things were before the innovation.",
            ),
            Sentence(
                id="Perlihatkan tempat dan orangnya, bukan hanya tulisan.",
                en="Show the place and the people, not only text.",
            ),
        ),
        ((_DESIGN, "Permasalahan"), (_DESIGN, "Isu strategis"), ("tujuan", "")),
    ),
    "penjaringan ide": Prompts(
        (
            Sentence(
                id="Dari siapa idenya datang: warga, petugas, pimpinan, atau unit lain?",
                en="From whom did the ideas come: people, staff, heads or another unit?",
            ),
            Sentence(
                id="Bagaimana idenya dikumpulkan, kapan, dan berapa banyak?",
                en="How were the ideas gathered, when, and how many?",
            ),
            Sentence(
                id="Perlihatkan rapat, survei, atau kotak sarannya bila ada gambarnya.",
                en="Show the meeting, the survey or the box of ideas where you have pictures.",
            ),
        ),
        (("inisiator", ""), ("nama_inisiator", ""), (_DESIGN, "Isu strategis")),
    ),
    "pemilihan ide": Prompts(
        (
            Sentence(
                id="Mengapa ide ini yang dipilih, bukan yang lain?",
                en="Why was this idea chosen and no other?",
            ),
            Sentence(
                id="Siapa yang memutuskan, dan dengan pertimbangan apa?",
                en="Who decided, and on what grounds?",
            ),
            Sentence(
                id="Apa yang baru dibandingkan dengan cara lama?",
                en="What is new against the old way?",
            ),
        ),
        ((_DESIGN, "Metode pembaharuan"), (_DESIGN, "Keunggulan dan kebaharuan")),
    ),
    "manfaat inovasi": Prompts(
        (
            Sentence(
                id="Siapa yang terbantu, dan apa yang menjadi lebih mudah, cepat, atau murah?",
                en="Who is helped, and what has become easier, quicker or cheaper?",
            ),
            Sentence(
                id="Perlihatkan layanannya sedang dipakai.",
                en="Show the service in use.",
            ),
            Sentence(
                id="Biarkan satu penerima manfaat bercerita dengan kata-katanya sendiri.",
                en="Let one person who benefits tell it in their own words.",
            ),
        ),
        (("manfaat", ""), (_DESIGN, "Tahapan inovasi atau penggunaan produk")),
    ),
    "dampak inovasi": Prompts(
        (
            Sentence(
                id="Apa yang berubah, dalam angka, sebelum dan sesudahnya?",
                en="What has changed, in figures, before and after?",
            ),
            Sentence(
                id="Dari mana angkanya, dan dari tahun berapa?",
                en="Where do the figures come from, and from which year?",
            ),
            Sentence(
                id="Apa rencana berikutnya: diteruskan, diperluas, atau ditiru unit lain?",
                en="What is next: carried on, spread, or taken up by other units?",
            ),
        ),
        (("hasil", ""),),
    ),
}
_OF_ANY = Prompts(
    (
        Sentence(
            id="Apa yang perlu diketahui penonton tentang bagian ini?",
            en="What do those who watch have to know about this part?",
        ),
        Sentence(
            id="Apa yang dapat diperlihatkan, bukan hanya dikatakan?",
            en="What can be shown and not only said?",
        ),
    ),
    ((_DESIGN, ""),),
)


def prompts_for(substance: str) -> Prompts:
    """The questions for a substance; general ones where we have none of its own."""
    return _PROMPTS.get(substance.strip().casefold(), _OF_ANY)
