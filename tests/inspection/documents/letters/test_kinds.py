"""What a paper is, by its text alone."""

import pytest

from pragola.inspection.documents.letters.findings import findings_on_papers
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition

DECREE = """\
KEPUTUSAN BUPATI PATI
NOMOR 050/12 TAHUN 2025
TENTANG
TIM PELAKSANA INOVASI
BUPATI PATI,
Menimbang : bahwa perlu dibentuk tim;
Mengingat : 1. Peraturan Daerah Kabupaten Pati Nomor 3 Tahun 2016;
MEMUTUSKAN :
Menetapkan :
KESATU : Membentuk tim.
Ditetapkan di Pati
pada tanggal 5 Januari 2025
BUPATI PATI,
ttd
"""
ATTACHMENT = """\
LAMPIRAN
KEPUTUSAN BUPATI PATI
NOMOR 050/12 TAHUN 2025
SUSUNAN TIM
"""
INVITATION = """\
PEMERINTAH KABUPATEN PATI
DINAS KESEHATAN
Pati, 3 Februari 2025
Nomor : 005/77
Perihal : Undangan
Kepada
Yth. Kepala Puskesmas
Mengharap kehadiran Saudara pada:
Hari : Senin
Tempat : Aula
"""
ATTENDANCE = """\
DAFTAR HADIR
Hari/Tanggal : Senin, 10 Februari 2025
NO NAMA INSTANSI TANDA TANGAN
1 Peserta Puskesmas ......
"""


def kinds_of(*pages: str, by_ocr: bool = False) -> list[tuple[int | None, str]]:
    """Page and kind of every paper that is told."""
    texts = [PageText(number, text, by_ocr=by_ocr) for number, text in enumerate(pages, 1)]
    found = findings_on_papers(texts, Subject(edition=load_edition("2026")))
    return [
        (each.place.page, str(dict(each.facts)["kind"]))
        for each in found
        if each.code == "document_kind"
    ]


def test_a_decree_with_its_attachment_is_one_paper() -> None:
    assert kinds_of(DECREE, ATTACHMENT, "1. Anggota\n2. Anggota") == [(1, "sk_kada")]


def test_an_invitation_with_an_attendance_list_is_two_papers() -> None:
    assert kinds_of(INVITATION, ATTENDANCE) == [(1, "undangan"), (2, "daftar_hadir")]


def test_decrees_of_two_years_are_two_papers() -> None:
    other = DECREE.replace("050/12 TAHUN 2025", "050/7 TAHUN 2024")
    assert kinds_of(DECREE, other) == [(1, "sk_kada"), (2, "sk_kada")]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("KEPUTUSAN BUPATI", "K E P U T U S A N  B U P A T I", "sk_kada"),
        ("KEPUTUSAN BUPATI", "SALINAN\nKEPUTUSAN\nBUPATI", "sk_kada"),
        ("KEPUTUSAN BUPATI PATI", "KEPUTUSAN WALI KOTA CONTOH", "sk_kada"),
        ("KEPUTUSAN BUPATI PATI", "KEPUTUSAN PENJABAT BUPATI PATI", "sk_kada"),
        ("KEPUTUSAN BUPATI PATI", "PERATURAN BUPATI PATI", "perkada"),
        ("KEPUTUSAN BUPATI PATI", "PERATURAN DAERAH KABUPATEN PATI", "perda"),
        ("BUPATI PATI", "KEPALA DINAS SOSIAL", "sk_kpd"),
        ("KEPUTUSAN BUPATI PATI", "KEPUTUSAN KEPALA DINAS\nATAS NAMA BUPATI PATI", "sk_an_kada"),
        ("KEPUTUSAN BUPATI PATI", "SURAT KEPUTUSAN", "sk_kada"),
    ],
)
def test_who_rules_is_told_by_the_heading_or_the_signature(old: str, new: str, kind: str) -> None:
    assert kinds_of(DECREE.replace(old, new)) == [(1, kind)]


def test_a_decree_signed_in_the_name_of_the_head_of_the_region_is_one_of_its_own() -> None:
    head = DECREE.replace("BUPATI PATI", "KEPALA DINAS SOSIAL")
    signed = head.replace(
        "2025\nKEPALA DINAS SOSIAL,", "2025\na.n. BUPATI PATI\nKEPALA DINAS SOSIAL,"
    )
    assert kinds_of(signed) == [(1, "sk_an_kada")]


@pytest.mark.parametrize(
    "text",
    [
        "RANCANGAN\nPERATURAN DAERAH KABUPATEN PATI\nTENTANG\nINOVASI\nMenimbang : a",
        "PERJANJIAN KINERJA\nPIHAK PERTAMA berjanji kepada PIHAK KEDUA\nPasal 1",
        "BERITA ACARA\nPIHAK PERTAMA menyerahkan barang kepada PIHAK KEDUA\nPARA PIHAK",
        "LAPORAN KEGIATAN\nBerdasarkan SURAT TUGAS kami hadir.",
        "Foto kegiatan di balai desa bersama warga",
        "SURAT PERINTAH MEMBAYAR\nNomor : 1/SPM/2025",
    ],
)
def test_papers_of_other_kinds_are_not_told(text: str) -> None:
    assert kinds_of(text) == []


def test_a_paper_that_only_cites_others_is_what_its_own_heading_says() -> None:
    letter = (
        "SURAT TUGAS\nNomor : 800/1/2025\nDasar :\n1. Peraturan Daerah Nomor 3 Tahun 2016\n"
        "2. Keputusan Bupati Pati Nomor 050/12 Tahun 2025\nMENUGASKAN :\nKepada : Pegawai\n"
        "Untuk : hadir"
    )
    assert kinds_of(letter) == [(1, "surat_tugas")]


def test_a_task_letter_of_the_regent_is_one_of_its_own() -> None:
    letter = (
        "BUPATI PATI\nSURAT PERINTAH TUGAS\nNomor : 800/1/2025\nMENUGASKAN :\nKepada : Pegawai\n"
        "Pati, 5 Januari 2025\nBUPATI PATI,\nttd"
    )
    assert kinds_of(letter) == [(1, "surat_tugas_kada")]


def test_a_heading_that_ocr_spoilt_a_little_is_still_read() -> None:
    spoilt = DECREE.replace("KEPUTUSAN BUPATI PATI", "KEPUTUSAM BUPAT1 PATI")
    assert kinds_of(spoilt, by_ocr=True) == [(1, "sk_kada")]
    assert kinds_of("DAFTAP HADIR\nNO NAMA TANDA TANGAN", by_ocr=True) == [(1, "daftar_hadir")]


def test_a_decree_whose_heading_is_lost_is_told_by_what_it_holds() -> None:
    lost = DECREE.partition("TENTANG")[2]
    assert kinds_of(lost) == [(1, "sk_kada")]
