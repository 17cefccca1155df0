"""Texts that are nearly the same."""

import random
from decimal import Decimal
from itertools import pairwise

import pytest

from pragola.inspection.likeness.comparing import (
    ALIKE_TEXTS,
    likeness_of_sketches,
    likeness_of_texts,
    shared_passages,
)
from pragola.inspection.likeness.fingerprints import fingerprints_of_text

WORDS = [
    "pelayanan",
    "warga",
    "desa",
    "kecamatan",
    "puskesmas",
    "sekolah",
    "data",
    "laporan",
    "kegiatan",
    "tahun",
    "anggaran",
    "petugas",
    "kunjungan",
    "rumah",
    "ibu",
    "anak",
    "air",
    "pasar",
    "jalan",
    "kebun",
    "sampah",
    "bank",
    "pelatihan",
    "guru",
    "murid",
    "nelayan",
    "perahu",
]


def prose(seed: int, words: int = 300) -> str:
    """Words by chance, in sentences of nine."""
    chance = random.Random(seed)
    told = [chance.choice(WORDS) for _ in range(words)]
    return ". ".join(" ".join(told[at : at + 9]) for at in range(0, words, 9))


def misread(text: str, every: int) -> str:
    """With every so manieth word read wrongly."""
    words = text.split()
    return " ".join("xx" if at % every == every - 1 else w for at, w in enumerate(words))


def test_a_text_is_like_itself_whatever_its_case_and_signs() -> None:
    """By its fingerprint and word by word."""
    text = prose(1)
    shouted = text.upper().replace(".", ";\n")
    found = (
        likeness_of_sketches(fingerprints_of_text(text), fingerprints_of_text(shouted)),
        likeness_of_texts(text, shouted),
    )
    assert found == (Decimal(1), Decimal(1))


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_text_with_another_name_and_some_faults_is_alike(seed: int) -> None:
    """A form filled in twice."""
    one, other = f"Inovasi Melati. {prose(seed)}", f"Inovasi Anggrek. {misread(prose(seed), 25)}"
    rough = likeness_of_sketches(fingerprints_of_text(one), fingerprints_of_text(other))
    assert (rough > Decimal("0.5"), likeness_of_texts(one, other) >= ALIKE_TEXTS) == (True, True)


def test_different_texts_of_the_same_words_are_not_alike() -> None:
    """What stands beside what is compared."""
    texts = [prose(seed) for seed in range(10, 20)]
    prints = [fingerprints_of_text(text) for text in texts]
    rough = max(likeness_of_sketches(one, other) for one, other in pairwise(prints))
    fine = max(likeness_of_texts(one, other) for one, other in pairwise(texts))
    assert (rough < Decimal("0.05"), fine < ALIKE_TEXTS) == (True, True)


def test_fingerprints_are_short_and_stay_as_they_are() -> None:
    """They are kept beside the file for years and compared with those of later years."""
    found = fingerprints_of_text(prose(1))["shingles"]
    assert (len(found), found[:24]) == (344, "zW89422TFZMFjIAKn4XnREAy")


@pytest.mark.parametrize("text", ["", "satu dua tiga", "—…!?"])
def test_a_few_words_have_no_fingerprint_and_no_likeness(text: str) -> None:
    """Nor passages."""
    found = (fingerprints_of_text(text), likeness_of_texts(text, prose(1)) < Decimal("0.1"))
    assert (found, shared_passages(text, prose(1))) == (({}, True), ())


def test_what_is_shared_is_shown_as_it_stands_in_each() -> None:
    """A wrongly read word or two do not cut a passage."""
    common = "Setiap warga desa melapor lewat ponsel, lalu petugas datang ke rumah pada hari itu."
    one = f"Latar belakang kami sendiri. {common} Lalu hal lain sama sekali."
    other = f"Pembukaan yang berbeda: {common.replace('ponsel', 'pon5el').upper()} Selesai di sini."
    (found,) = shared_passages(one, other)
    assert (one[found.one], other[found.other], found.words) == (
        common.removesuffix("."),
        common.replace("ponsel", "pon5el").upper().removesuffix("."),
        13,
    )


def test_two_passages_are_two() -> None:
    """With something else between them."""
    first, second = "a b c d e f g h i", "j k l m n o p q r"
    found = shared_passages(f"{first} 1 2 3 4 {second}", f"{first} 5 6 7 8 {second}")
    assert [passage.words for passage in found] == [9, 9]
