"""Whether a name stands in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pragola.inspection.documents.letters.names import (
    Named,
    find_name,
    similar_name,
    texts_of,
    variants_of,
)
from pragola.inspection.report import PageText

TITLE = "Sistem Informasi Ibu Hamil Sehat"


def found_in(text: str, *names: str, by_ocr: bool = False) -> Named | None:
    """What is found of the names on a second page."""
    pages = [PageText(1, "Pasal 1"), PageText(2, text, by_ocr=by_ocr)]
    return find_name(names or (TITLE,), texts_of(pages))


@given(
    breaks=st.lists(st.sampled_from([" ", "\n", "  ", " \r\n"]), min_size=4, max_size=4),
    case=st.sampled_from([str.upper, str.lower, str.title, str]),
    before=st.sampled_from(["", "inovasi ", "“", "(1) Penerapan\n"]),
    after=st.sampled_from(["", ".", ", yang", "”\nKEDUA"]),
)
def test_a_name_survives_line_breaks_and_case(
    breaks: list[str], case: object, before: str, after: str
) -> None:
    words = TITLE.split()
    broken = words[0] + "".join(b + w for b, w in zip(breaks, words[1:], strict=True))
    written = case(broken) if callable(case) else broken
    found = found_in(f"{before}{written}{after}")
    assert found == Named(TITLE, " ".join(written.split()), 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SISTEM INFOR-\nMASI IBU HAMIL SEHAT", "SISTEM INFORMASI IBU HAMIL SEHAT"),
        ("Sistem lnforrnasi Ibu Hamil Sehat", "Sistem lnforrnasi Ibu Hamil Sehat"),
        ("SISTEMINFORMASI IBU HAMIL SEHAT", "SISTEMINFORMASI IBU HAMIL SEHAT"),
    ],
)
def test_a_name_survives_what_printing_does_to_it(text: str, words: str) -> None:
    assert found_in(text) == Named(TITLE, words, 2)


def test_faults_of_ocr_are_forgiven_on_scanned_pages_only() -> None:
    spoilt = "penerapan Sistcm Informasl Ibu Hamil Schat di desa"
    assert found_in(spoilt) is None
    assert found_in(spoilt, by_ocr=True) == Named(TITLE, "Sistcm Informasl Ibu Hamil Schat", 2)


@pytest.mark.parametrize("by_ocr", [False, True])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        (TITLE, "Sistem Informasi Ibu Menyusui Sehat"),
        (TITLE, "Sistem Informasi Ibu Hamil"),
        ("SIPANDU", "inovasi SIPANDAI di desa"),
        ("SIPANDU", "inovasi SIPANDUKUH di desa"),
        ("SIPANDU", "inovasi SIPANDU PLUS di desa"),
        ("SI BUMIL", "pelayanan bumil di posyandu"),
        ("Jemput Bola Akta Kelahiran", "Jemput Bola Kartu Keluarga dan akta kelahiran"),
        ("Posyandu Remaja Ceria", "Posyandu Lansia Ceria"),
        ("GEMA TANI (Gerakan Masyarakat Bertani)", "gema suara petani, tani makmur"),
    ],
)
def test_a_similar_name_is_not_the_name(name: str, text: str, *, by_ocr: bool) -> None:
    assert found_in(text, name, by_ocr=by_ocr) is None


@pytest.mark.parametrize(
    ("name", "text", "variant"),
    [
        ("SI BUMIL (Sistem Informasi Ibu Hamil)", "aplikasi Si Bumil dipakai", "SI BUMIL"),
        ("Sistem Pelayanan Terpadu (SIPANDU)", "inovasi SIPANDU di desa", "SIPANDU"),
        ("Gerakan SIPANDU Desa", "inovasi Sipandu di desa", "SIPANDU"),
        ("JEMPOL: Jemput Bola Pelayanan Lansia", "inovasi JEMPOL", "JEMPOL"),
        ("Inovasi Kampung Literasi", "Kampung  Literasi di Tayu", None),
    ],
)
def test_what_a_name_is_called_for_short_is_found(
    name: str, text: str, variant: str | None
) -> None:
    found = found_in(text, name)
    assert (found.name if found else None) == variant


def test_common_words_of_a_title_are_no_name() -> None:
    assert variants_of(["Pelayanan RSUD Terpadu (Online)"]) == (
        "Pelayanan RSUD Terpadu (Online)",
        "Pelayanan RSUD Terpadu",
    )


def test_the_nearest_words_are_told_where_the_name_is_missing() -> None:
    near = "Sistem Informasi Ibu Hami Sehat"
    page = PageText(3, f"Menetapkan {near} sebagai inovasi")
    assert similar_name([TITLE], texts_of([page])) == Named(
        TITLE, "Sistem Informasi Ibu Hami Sehat", 3
    )
    assert similar_name([TITLE], texts_of([PageText(1, "Pasal 1")])) is None
