"""How many different agencies a network has."""

from decimal import Decimal

import pytest

from pragola.inspection.documents.counts.agencies import agencies_in
from pragola.inspection.documents.counts.agency_names import agencies_named, distinct
from pragola.inspection.documents.counts.figure import Figure
from tests.inspection.documents.counts.papers import paper

TABLE = """PEMERINTAH KABUPATEN PATI
DINAS KESEHATAN
KEPUTUSAN KEPALA DINAS KESEHATAN
Mengingat : 1. Peraturan Bupati tentang Susunan Organisasi Dinas Sosial;
NO NAMA INSTANSI PERAN
1 Dinas Kesehatan Kabupaten Pati Koordinator
2 Dinas Kependudukan dan Pencatatan Sipil Anggota
3 Badan Perencanaan Pembangunan Daerah Anggota
4 Kecamatan Juwana Anggota
5 Dinas Kesehatan Anggota
Tembusan :
1. Kepala Dinas Perhubungan
"""
PEOPLE = """SUSUNAN TIM
1. Kepala Dinas Kesehatan sebagai Ketua
2. Sekretaris Dinas Kesehatan sebagai Sekretaris
3. Camat Juwana
4. Direktur RSUD RAA Soewondo
5. Kepala UPTD Puskesmas Pati I
6. Kepala Puskesmas Pati II
7. Unsur Satpol PP
"""
SENTENCE = """KEDUA : Jejaring inovasi melibatkan Dinas Kesehatan, Dinas Sosial, dan
Bappeda Kabupaten Pati.
KETIGA : Biaya dibebankan pada anggaran Dinas Perhubungan.
"""


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        (
            TABLE,
            4,
            "badan perencanaan pembangunan daerah; dinas kependudukan dan pencatatan sipil; "
            "dinas kesehatan; kecamatan juwana",
        ),
        (
            PEOPLE,
            6,
            "dinas kesehatan; kecamatan juwana; puskesmas pati i; puskesmas pati ii; rsud raa "
            "soewondo; satuan polisi pamong praja",
        ),
        (SENTENCE, 3, "badan perencanaan pembangunan daerah; dinas kesehatan; dinas sosial"),
    ],
    ids=["table", "people", "sentence"],
)
def test_an_agency_counts_once(text: str, count: int, names: str) -> None:
    """Neither the one that issues the decree, nor who gets a copy."""
    assert agencies_in(paper(text)) == Figure(value=Decimal(count), pages=(1,), seen=names)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Disdukcapil", ["dinas kependudukan dan pencatatan sipil"]),
        ("KEPALA DINAS SOSIAL KABUPATEN PATI", ["dinas sosial"]),
        ("Kepala Bidang Aplikasi Dinas Komunikasi dan Informatika, Anggota",
         ["dinas komunikasi dan informatika"]),
        ("Camat Pati", ["kecamatan pati"]),
        ("Kepala Bagian Organisasi Setda", ["sekretariat daerah"]),
        ("jabatan dalam dinas", []),
        ("Staf di badan usaha", []),
    ],
)  # fmt: skip
def test_a_name_is_told_in_one_spelling(written: str, names: list[str]) -> None:
    """Without its region and the role behind it."""
    assert list(agencies_named(written)) == names


def test_a_name_cut_by_its_column_is_the_same_agency() -> None:
    """While numbered health centres differ."""
    assert distinct(["dinas pekerjaan umum", "dinas pekerjaan umum dan penataan ruang"]) == (
        "dinas pekerjaan umum dan penataan ruang",
    )
    assert len(distinct(["puskesmas pati i", "puskesmas pati ii"])) == 2


def test_a_paper_without_agencies_has_none() -> None:
    """Then nothing is suggested."""
    assert agencies_in(paper("Laporan kegiatan\n1. Rapat\n2. Kunjungan")) is None
