"""Sentences for counts that inspection suggests, and for QR codes.

A count is said alike for everything that is counted; what it is and what to do differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pragola.wording.languages import Sentence


@dataclass(frozen=True, slots=True)
class _Counted:
    """What was read, as the beginning of a sentence, and a remark for whoever checks it."""

    read: Sentence
    remark: Sentence


_NOTHING = Sentence(id="", en="")
_SEEN = Sentence(id=" Yang terbaca: {seen}.", en=" It reads: {seen}.")
_COUNTED: Mapping[str, _Counted] = {
    "people": _Counted(
        Sentence(
            id="Terbaca daftar {count} orang (halaman {pages})",
            en="A list of {count} people was read (page {pages})",
        ),
        _NOTHING,
    ),
    "agencies": _Counted(
        Sentence(
            id="Terbaca {count} perangkat daerah yang berbeda (halaman {pages})",
            en="{count} different agencies were read (page {pages})",
        ),
        Sentence(
            id=" Yang terbaca: {seen}. UPTD dan puskesmas mungkin bagian dari dinasnya.",
            en=" They are: {seen}. A UPTD or puskesmas may be part of its agency.",
        ),
    ),
    "days": _Counted(
        Sentence(
            id="Terbaca waktu layanan {count} hari",
            en="A time of {count} days was read",
        ),
        _SEEN,
    ),
    "summed_days": _Counted(
        Sentence(
            id=(
                "Jumlah waktu tidak tertulis; bila waktu setiap langkah dijumlahkan, hasilnya "
                "{count} hari"
            ),
            en=("No total is printed; the steps take {count} days when they are added up"),
        ),
        Sentence(
            id=" Jumlahnya: {seen}. Lebih baik SOP menuliskan jumlah waktunya.",
            en=" The sum is {seen}. It is better when the procedure prints its total.",
        ),
    ),
    "working_days": _Counted(
        Sentence(
            id=(
                "Waktunya ditulis dalam hari kerja ({seen}), sedangkan yang diminta hari "
                "kalender. Tanpa hari libur, waktunya {count} hari"
            ),
            en=(
                "The time is told in working days ({seen}), but days of the calendar are asked "
                "for. Without days off it takes {count} days"
            ),
        ),
        Sentence(
            id=" Hitung ulang dengan hari liburnya, dan tuliskan dalam SOP.",
            en=" Count again with the days off, and write that into the procedure.",
        ),
    ),
    "percent": _Counted(
        Sentence(
            id="Terbaca {count} persen pengaduan selesai",
            en="{count} percent of the complaints were read to be settled",
        ),
        _SEEN,
    ),
}
_LEVELS: Mapping[str, Sentence] = {
    "suggests": Sentence(
        id="; menurut pedoman ini level {level}.", en="; by the edition that is level {level}."
    ),
    "supports": Sentence(
        id="; menurut pedoman ini level {level}, cukup untuk level {claimed} yang diklaim.",
        en="; by the edition that is level {level}, enough for level {claimed} as claimed.",
    ),
    "falls_short": Sentence(
        id=(
            "; menurut pedoman ini level {level}, sedangkan yang diklaim level {claimed}. Lengkapi "
            "buktinya, atau sesuaikan levelnya."
        ),
        en=(
            "; by the edition that is level {level}, but level {claimed} is claimed. Complete the "
            "proof, or adjust the level."
        ),
    ),
    "alone": Sentence(
        id="; pedoman tidak menyebut level untuk angka itu.",
        en="; the edition names no level for that figure.",
    ),
}
_CHECK_IT = Sentence(
    id=" Ini hitungan otomatis: periksa sendiri.", en=" It was counted by a machine: look yourself."
)


def _sentences() -> Iterator[tuple[str, Sentence]]:
    for what, counted in _COUNTED.items():
        for told, level in _LEVELS.items():
            parts = (counted.read, level, counted.remark, _CHECK_IT)
            yield (
                f"count_of_{what}_{told}",
                Sentence(id="".join(p.id for p in parts), en="".join(p.en for p in parts)),
            )


SENTENCES: dict[str, Sentence] = dict(_sentences()) | {
    "code_says_address": Sentence(
        id=(
            "Ada kode QR yang memuat alamat {text}. Kode saja bukan tanda tangan dan "
            "alamatnya tidak dibuka di sini; periksa sendiri ke mana arahnya."
        ),
        en=(
            "A QR code holds the address {text}. A code by itself is no "
            "signature, and the address was not opened; look yourself where it leads."
        ),
    ),
    "code_says_text": Sentence(
        id=(
            "Ada kode QR yang memuat tulisan “{text}”. Kode saja bukan tanda "
            "tangan; siapa pun dapat membuatnya."
        ),
        en=(
            "A QR code holds the text “{text}”. A code by itself is no signature; "
            "anybody can make one."
        ),
    ),
}
