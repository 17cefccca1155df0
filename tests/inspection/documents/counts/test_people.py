"""How many people a decree or a letter lists."""

from decimal import Decimal

import pytest

from pragola.inspection.documents.counts.figure import Figure
from pragola.inspection.documents.counts.people import people_in
from tests.inspection.documents.counts.papers import paper

LAWS = """Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014;
2. Peraturan Pemerintah Nomor 38 Tahun 2017;
3. Peraturan Daerah Nomor 5 Tahun 2016;
MEMUTUSKAN :
KESATU : Membentuk tim dengan susunan dalam Lampiran.
KEDUA : Tim bertugas:
a. menyusun rencana;
b. melaksanakan inovasi.
Ditetapkan di Pati
BUPATI PATI,
"""
TABLE = """SUSUNAN TIM
NO NAMA / NIP JABATAN DALAM DINAS KEDUDUKAN
DALAM TIM
1 2 3 4
1.
Orang Satu, S.Kep.
NIP. 19800101 200501 1 001
Kepala Bidang Pelayanan Ketua
2.
Orang Dua
NIP. 19810101
200601 1 002
Kepala Seksi Sekretaris
3. Orang Tiga Staf yang menangani
dan pelaporan Anggota
"""
ROLES = """SUSUNAN KEANGGOTAAN TIM
Pengarah : Bupati Pati
Penanggung Jawab : Sekretaris Daerah
Ketua : Kepala Dinas Kesehatan
Anggota : 1. Kepala Bidang Satu
2. Kepala Bidang Dua
3. Kepala Bidang Tiga
Sekretariat :
- Orang Empat
- Orang Lima
BUPATI PATI,
"""
LETTERED = """Susunan tim sebagai berikut:
1. Pengarah :
a. Bupati Pati
b. Wakil Bupati Pati
2. Ketua : Kepala Dinas
3. Anggota :
a. Kepala Bidang Satu
b. Kepala Bidang Dua
c. Kepala Bidang Tiga
Tembusan :
1. Inspektur
2. Arsip
"""
GROUPS = """NO NAMA KEDUDUKAN
A. PENGARAH
1 Orang Satu Ketua
2 Orang Dua Anggota
B. PELAKSANA
1 Orang Tiga Ketua
2 Orang Empat Anggota
3 Orang Lima Anggota
"""
TITLED = """Lampiran Keputusan Kepala Puskesmas
Bagan dan Susunan Tim Inovasi
1. Orang Satu sebagai ketua
2. Orang Dua sebagai anggota
"""
ROMAN = """SUSUNAN TIM
I. Pengarah : Bupati Pati
II. Ketua: Camat Pati
III. Anggota
1; Orang Satu
2: Orang Dua
Rincian Tugas
1. Ketua memimpin rapat.
2. Anggota mencatat.
"""
OTHER_COLUMNS = """NOMOR NAMA LENGKAP DAN GELAR JABATAN DALAM TIM
1 Orang Satu, S.H. Ketua
2 Orang Dua, A.Md. Anggota
"""
LETTER = """SURAT TUGAS
Yang bertanda tangan di bawah ini :
Nama : Pejabat Contoh
NIP : 19700101 199501 1 001
Jabatan : Kepala Dinas
MENUGASKAN
Kepada : 1. Nama : Orang Satu
NIP : 19800101 200501 1 001
Jabatan : Bidan
2. Nama : Orang Dua
NIP : 19800101 200501 1 002
Jabatan : Perawat
Untuk : 1. Melaksanakan pendampingan;
2. Melaporkan hasilnya.
Pati, 4 Maret 2025
"""
UNNUMBERED = """Memberi tugas kepada
Nama : Orang Satu
Jabatan : Bidan
Nama : Orang Dua
Jabatan : Perawat
Untuk melaksanakan pendampingan.
"""
BY_NUMBER = """NAMA NIP JABATAN
Orang Satu 198001012005011001 Bidan
Orang Dua 198001012005011002 Perawat
Orang Tiga 198001012005011003 Perawat
Dikeluarkan di Pati
Kepala Dinas
NIP. 197001011995011001
"""


def figure(count: int, *pages: int) -> Figure:
    """That many people on those pages."""
    return Figure(value=Decimal(count), pages=pages)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (TABLE, 3),
        (ROLES, 8),
        (LETTERED, 6),
        (GROUPS, 5),
        (TITLED, 2),
        (ROMAN, 4),
        (OTHER_COLUMNS, 2),
        (LETTER, 2),
        (UNNUMBERED, 2),
        (BY_NUMBER, 3),
    ],
    ids=[
        "table",
        "roles",
        "lettered",
        "groups",
        "titled",
        "roman",
        "other columns",
        "letter",
        "unnumbered",
        "by number",
    ],
)
def test_people_are_counted_in_lists_of_every_form(text: str, count: int) -> None:
    """Neither whoever signs, nor tasks, nor who gets a copy."""
    assert people_in(paper(text)) == figure(count, 1)


def test_laws_and_tasks_are_nobody() -> None:
    """A decree whose annex is missing lists no people."""
    assert people_in(paper(LAWS)) is None


def test_a_table_over_several_pages_is_one() -> None:
    """Its heading is repeated, and so is the head of the annex."""
    pages = []
    for first in (1, 11, 21):
        rows = [f"{n} Orang {n} Staf Anggota" for n in range(first, first + 10)]
        pages.append("\n".join(["LAMPIRAN", "Tanggal : 4 Maret", "NO NAMA JABATAN PERAN", *rows]))
    assert people_in(paper(LAWS, *pages)) == figure(30, 2, 3, 4)


def test_a_table_goes_on_without_its_heading() -> None:
    """As where a table simply runs over."""
    rows = [f"{n}. Orang {n} Anggota" for n in range(1, 26)]
    first, second = ["NO NAMA PERAN", *rows[:20]], ["- 2 -", *rows[20:]]
    assert people_in(paper("\n".join(first), "\n".join(second))) == figure(25, 1, 2)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (("1 A", "2 B", "1 C", "4 D", "5 E"), 5),
        (("16 A", "2 B", "3 C"), 3),
        (("1 A", "2 B", "| C", "4 D", "5 E"), 5),
        (("1 A", "2 B", "5 E"), 5),
    ],
    ids=["a seven read as one", "first misread", "not read", "two not read"],
)
def test_numbers_that_were_misread_are_mended_by_their_neighbours(
    rows: tuple[str, ...], count: int
) -> None:
    """Running numbers are worth more than one bad reading."""
    assert people_in(paper("\n".join(["NO NAMA JABATAN", *rows]))) == figure(count, 1)


def test_an_attendance_list_or_an_invitation_is_no_team() -> None:
    """Who came is not who is on the team."""
    invited = "Kepada Yth.\n1. Kepala Puskesmas Satu\n2. Kepala Puskesmas Dua\ndi Pati"
    came = "DAFTAR HADIR\nNO NAMA INSTANSI TANDA TANGAN\n1 Orang Satu Dinas\n2 Orang Dua Dinas"
    assert people_in(paper(invited)) is None
    assert people_in(paper(came)) is None
