"""Number, day, subject and office, each from where it stands."""

from datetime import date

import pytest

from pragola.inspection.documents.letters.findings import findings_on_papers
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fact

type Letter = tuple[Fact, Fact, Fact, Fact]


def letter_in(*pages: str) -> Letter:
    """Number, day, subject and office of the first paper."""
    texts = [PageText(number, text) for number, text in enumerate(pages, 1)]
    found = findings_on_papers(texts, Subject(edition=load_edition("2026")))
    facts = next(dict(each.facts) for each in found if each.code == "letter_read")
    return (facts["number"], facts["date"], facts["subject"], facts["office"])


COPY_OF_A_DECREE = """\
SALINAN
BUPATI PATI
PROVINSI JAWA TENGAH
KEPUTUSAN BUPATI PATI
NOMOR 188.45/1234/2024
TENTANG
PENETAPAN DAFTAR INOVASI DAERAH
KABUPATEN PATI TAHUN 2024
BUPATI PATI,
Menimbang : a. bahwa inovasi perlu ditetapkan;
Mengingat : 1. Peraturan Bupati Pati Nomor 5 Tahun 2023
tanggal 4 Maret 2023;
Memperhatikan : Surat Edaran Nomor 3 tanggal 3 Januari 2024
MEMUTUSKAN:
Menetapkan :
KESATU : Menetapkan Daftar Inovasi.
Ditetapkan di Pati
pada tanggal 12 Agustus 2024
Pj. BUPATI PATI,
ttd
NAMA
Salinan sesuai dengan aslinya
KEPALA BAGIAN HUKUM
SETDA KABUPATEN PATI,
NAMA, SH, MH
NIP. 0
"""
REGULATION = """\
PERATURAN BUPATI PATI
NOMOR 20 TAHUN 2024
TENTANG
RENCANA KERJA PEMERINTAH DAERAH
KABUPATEN PATI TAHUN 2025
DENGAN RAHMAT TUHAN YANG MAHA ESA
BUPATI PATI,
Menimbang : bahwa
MEMUTUSKAN:
Ditetapkan di Pati
pada tanggal 1 Juli 2024
BUPATI PATI,
ttd
Diundangkan di Pati
pada tanggal 2 Juli 2024
SEKRETARIS DAERAH KABUPATEN PATI,
"""
IN_COLUMNS = """\
PEMERINTAH KABUPATEN PATI
BADAN PERENCANAAN PEMBANGUNAN DAERAH
Pati, 20 Februari 2025
Nomor
Sifat
Lampiran
Hal
400.14/77/2025
Penting
1 lembar
Undangan Sosialisasi Inovasi
Yth. Kepala Perangkat Daerah
Kami mengharap kehadiran Saudara pada:
hari/tanggal : Senin, 24 Februari 2025
tempat : Ruang Rapat
Kepala Badan Perencanaan Pembangunan Daerah
Kabupaten Pati
Nama
"""
BESIDE_THE_ADDRESSEE = """\
Nomor : 005/31/2024 Pati, 4 Maret 2024
Lampiran : -
Perihal : Undangan Kepada
Yth. Camat se-Kabupaten Pati
Mengharap dengan hormat kehadiran Saudara pada :
Tanggal : 7 Maret 2024
a.n. KEPALA DINAS SOSIAL
Sekretaris,
NAMA
"""
TABLE = """\
Nomor SOP 445/SOP/12/2024
Tgl. Pembuatan 2 Januari 2024
Tgl. Pengesahan 9 Januari 2024
Disahkan oleh Kepala UPTD Puskesmas Pati I
Nama SOP Pelayanan Antar Obat
Dasar Hukum Kualifikasi Pelaksana
"""
AGREEMENT = """\
NOTA KESEPAHAMAN
ANTARA
PEMERINTAH KABUPATEN PATI
DAN
UNIVERSITAS CONTOH
TENTANG
PENGEMBANGAN INOVASI
NOMOR : 130/1/2024
NOMOR : 12/UN/2024
Pada hari ini Selasa tanggal tiga belas bulan Februari tahun dua ribu dua puluh empat, bertempat
di Pati, kami: 1. Bupati Pati, selanjutnya disebut PIHAK KESATU
2. Rektor, selanjutnya disebut PIHAK KEDUA
"""
TASK = """\
RSUD CONTOH
SURAT PERINTAH TUGAS
NOMOR : 800.1.11.1 / 455 / 2025
Dasar : a. Surat Undangan Nomor 005/12 tanggal 3 Januari 2025 perihal Undangan Bimtek
MEMERINTAHKAN:
Kepada : Nama : A
Untuk : 1. Mengikuti bimtek
Ditetapkan di : Pati
Pada tanggal : 6 Januari 2025
DIREKTUR RSUD CONTOH
KABUPATEN PATI
NAMA
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            COPY_OF_A_DECREE,
            (
                "188.45/1234/2024",
                date(2024, 8, 12),
                "PENETAPAN DAFTAR INOVASI DAERAH KABUPATEN PATI TAHUN 2024",
                "Pj. BUPATI PATI",
            ),
        ),
        (
            REGULATION,
            (
                "20 TAHUN 2024",
                date(2024, 7, 1),
                "RENCANA KERJA PEMERINTAH DAERAH KABUPATEN PATI TAHUN 2025",
                "BUPATI PATI",
            ),
        ),
        (
            IN_COLUMNS,
            (
                "400.14/77/2025",
                date(2025, 2, 20),
                "Undangan Sosialisasi Inovasi",
                "Kepala Badan Perencanaan Pembangunan Daerah Kabupaten Pati",
            ),
        ),
        (
            BESIDE_THE_ADDRESSEE,
            ("005/31/2024", date(2024, 3, 4), "Undangan", "a.n. KEPALA DINAS SOSIAL Sekretaris"),
        ),
        (
            TABLE,
            (
                "445/SOP/12/2024",
                date(2024, 1, 9),
                "Pelayanan Antar Obat",
                "Kepala UPTD Puskesmas Pati I",
            ),
        ),
        (AGREEMENT, ("130/1/2024", date(2024, 2, 13), "PENGEMBANGAN INOVASI", None)),
        (
            TASK,
            (
                "800.1.11.1 / 455 / 2025",
                date(2025, 1, 6),
                "Mengikuti bimtek",
                "DIREKTUR RSUD CONTOH KABUPATEN PATI",
            ),
        ),
    ],
)
def test_a_letter_is_read_as_its_kind_is_laid_out(text: str, expected: Letter) -> None:
    assert letter_in(text) == expected


def test_a_day_that_is_left_open_is_not_taken_from_elsewhere() -> None:
    blank = COPY_OF_A_DECREE.replace(
        "pada tanggal 12 Agustus 2024", "pada tanggal     Agustus 2024"
    )
    assert letter_in(blank)[1] is None


def test_each_value_tells_its_page() -> None:
    front, _, back = COPY_OF_A_DECREE.partition("Ditetapkan")
    texts = [PageText(1, front), PageText(2, f"Ditetapkan{back}")]
    found = findings_on_papers(texts, Subject(edition=load_edition("2026")))
    facts = next(dict(each.facts) for each in found if each.code == "letter_read")
    pages = {name: page for name, page in facts.items() if name.endswith("_page")}
    assert pages == {"number_page": 1, "date_page": 2, "subject_page": 1, "office_page": 2}
