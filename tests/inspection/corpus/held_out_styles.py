"""More of the held-out part: styles met in other offices, written after the checks were fixed.

Schools, villages, hospitals and cities lay out the same kinds of papers in their own ways: headings
in small letters, labels in columns, tables instead of headings, days in words.
"""

from tests.inspection.corpus.papers import FOOT, Case, Papers
from tests.inspection.corpus.printing import Page


def qanun(case: Case) -> tuple[Page, ...]:
    """A regulation as the gazette prints it, with its own heading above."""
    return (
        (
            "# LEMBARAN DAERAH KOTA CONTOH",
            f"^ NOMOR {case.serial} TAHUN {case.day.year}",
            "# PERATURAN DAERAH",
            "# KOTA CONTOH",
            f"# NOMOR {case.serial} TAHUN {case.day.year}",
            "# TENTANG",
            "# INOVASI DAERAH",
            "^ DENGAN RAHMAT TUHAN YANG MAHA ESA",
            "^ WALI KOTA CONTOH,",
            "Menimbang : a. bahwa pembaruan pelayanan perlu kepastian hukum;",
            "Mengingat : 1. Peraturan Pemerintah Nomor 38 Tahun 2017;",
            f"Pasal 3 menetapkan {case.name} sebagai inovasi unggulan.",
            FOOT,
        ),
        (
            "^ Pasal 20",
            "Peraturan Daerah ini mulai berlaku sejak diundangkan.",
            "Ditetapkan di Contoh",
            f"pada tanggal {case.day_in_words}",
            "WALI KOTA CONTOH,",
            "Cap/ttd",
            "Diundangkan di Contoh",
            "pada tanggal 31 Desember 2019",
            "SEKRETARIS DAERAH KOTA CONTOH,",
            FOOT,
        ),
    )


def pergub(case: Case) -> tuple[Page, ...]:
    """A governor's regulation with a long heading on broken lines."""
    return (
        (
            "# GUBERNUR CONTOH",
            "# PERATURAN",
            "# GUBERNUR CONTOH",
            f"^ Nomor {case.serial} Tahun {case.day.year}",
            "^ TENTANG",
            "^ PETUNJUK PELAKSANAAN INOVASI",
            f"^ {case.name.upper()}",
            "^ GUBERNUR CONTOH,",
            "Menimbang : bahwa sesuai Keputusan Gubernur Nomor 9 Tahun 2020 perlu petunjuk;",
            "^ MEMUTUSKAN :",
            "Menetapkan : PERATURAN GUBERNUR TENTANG PETUNJUK PELAKSANAAN INOVASI.",
            "Ditetapkan di Contoh",
            f"pada tanggal {case.day:%d/%m/%Y}",
            "Pj. GUBERNUR CONTOH,",
            FOOT,
        ),
    )


def sk_bupati(case: Case) -> tuple[Page, ...]:
    """A copy of a regent's decree, its heading in one line with its number."""
    return (
        (
            "> SALINAN",
            f"# KEPUTUSAN BUPATI CONTOH NOMOR 100.3.3.2/{case.serial}/{case.day.year}",
            "^ TENTANG",
            "^ INOVASI PERANGKAT DAERAH",
            "^ BUPATI CONTOH,",
            "Menimbang : bahwa inovasi perlu ditetapkan;",
            "Mengingat : Peraturan Daerah Nomor 1 Tahun 2018;",
            "^ MEMUTUSKAN:",
            "Menetapkan :",
            f"KESATU : {case.name} sebagai inovasi daerah.",
            "Ditetapkan di Contoh",
            f"pada tanggal {case.day_in_words}",
            "BUPATI CONTOH,",
            "ttd",
            "Salinan sesuai dengan aslinya",
            "Kepala Bagian Hukum,",
            FOOT,
        ),
    )


def sk_sekolah(case: Case) -> tuple[Page, ...]:
    """A headmaster's decree in small letters."""
    return (
        (
            "^ Pemerintah Kabupaten Contoh",
            "^ Dinas Pendidikan",
            "^ SMP Negeri 9 Contoh",
            "^ Jalan Raya No. 12 Contoh Telepon 000",
            "^ Surat Keputusan Kepala SMP Negeri 9 Contoh",
            f"^ Nomor: 421.3/{case.serial}/{case.day.year}",
            "^ tentang",
            f"^ Tim {case.name}",
            "Menimbang: bahwa perlu tim;",
            "Mengingat: Undang-Undang Nomor 20 Tahun 2003;",
            "^ Memutuskan",
            "Pertama: Membentuk tim.",
            "> Ditetapkan di: Contoh",
            f"> Tanggal: {case.day_in_words}",
            "> Kepala Sekolah,",
            FOOT,
        ),
    )


def sk_an(case: Case) -> tuple[Page, ...]:
    """A decree of the head of a board, signed in the name of the regent."""
    return (
        (
            "# PEMERINTAH KABUPATEN CONTOH",
            "# BADAN PERENCANAAN PEMBANGUNAN DAERAH",
            "# KEPUTUSAN KEPALA BADAN PERENCANAAN PEMBANGUNAN DAERAH",
            f"^ NOMOR 050/{case.serial} TAHUN {case.day.year}",
            "^ TENTANG",
            f"^ PELAKSANA {case.name.upper()}",
            "Menimbang : bahwa perlu pelaksana;",
            "Mengingat : Peraturan Bupati Nomor 2 Tahun 2020;",
            "^ MEMUTUSKAN :",
            "KESATU : Menunjuk pelaksana.",
            "> Ditetapkan di Contoh",
            f"> pada tanggal {case.day_in_words}",
            "> a.n. BUPATI CONTOH",
            "> KEPALA BAPPEDA,",
            FOOT,
        ),
    )


def perintah_bupati(case: Case) -> tuple[Page, ...]:
    """An order of the regent himself."""
    return (
        (
            "# BUPATI CONTOH",
            "# SURAT PERINTAH",
            f"^ NOMOR 800.1.11.1/{case.serial}",
            "Menimbang : a. bahwa untuk kelancaran tugas;",
            "Dasar : Peraturan Bupati Nomor 7 Tahun 2022;",
            "^ MEMERINTAHKAN",
            "Kepada : Kepala Dinas Kesehatan",
            f"Untuk : Melaksanakan {case.name}",
            f"> Contoh, {case.day_in_words}",
            "> BUPATI CONTOH,",
            FOOT,
        ),
    )


def mohon_hadir(case: Case) -> tuple[Page, ...]:
    """An invitation that does not say so in capitals; its labels stand in a column."""
    return (
        (
            "^ Pemerintah Kabupaten Contoh",
            "^ Dinas Kesehatan",
            f"> Contoh, {case.day_in_words}",
            "Nomor : 005/" + f"{case.serial}/DKK",
            "Lampiran : 1 (satu) lembar",
            "Perihal : Undangan Bimbingan Teknis",
            "> Kepada Yth.",
            "> Sdr. Kepala Puskesmas",
            "Dengan hormat,",
            f"Menindaklanjuti Keputusan Bupati tentang {case.name}, kami memohon kehadiran Saudara "
            "pada :",
            "Hari/Tanggal : Jumat, 31 Desember 2027",
            "Waktu : 08.00 WIB",
            "Tempat : Aula",
            "> Kepala Dinas Kesehatan,",
            FOOT,
        ),
    )


def kehadiran(case: Case) -> tuple[Page, ...]:
    """A list of those present with a longer heading."""
    rows = [f"| {n} | Kader {n} | Desa | " for n in range(1, case.count + 1)]
    return (
        (
            "# DAFTAR KEHADIRAN PESERTA PELATIHAN",
            f"^ {case.name}",
            f"Hari, tanggal : Rabu, {case.day_in_words}",
            "Waktu : 09.00",
            "Tempat : Balai Desa",
            "| No | Nama | Alamat | Tanda Tangan",
            *rows,
            "> Mengetahui, Kepala Desa",
            FOOT,
        ),
    )


def rkas(case: Case) -> tuple[Page, ...]:
    """The plan of a school."""
    return (
        (
            "# RENCANA KEGIATAN DAN ANGGARAN SEKOLAH",
            f"^ TAHUN ANGGARAN {case.day.year}",
            "Nama Sekolah : SMP Negeri 9 Contoh",
            "| No | Kode Rekening | Uraian | Jumlah",
            f"| 1 | 5.1.02 | {case.name} | 4.000.000",
            FOOT,
        ),
    )


def dppa(case: Case) -> tuple[Page, ...]:
    """A budget after its change."""
    return (
        (
            "# PEMERINTAH KABUPATEN CONTOH",
            "# DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN",
            "# SATUAN KERJA PERANGKAT DAERAH (DPPA-SKPD)",
            f"^ TAHUN ANGGARAN {case.day.year}",
            "| Kode Rekening | Uraian | Sebelum | Sesudah",
            f"| 5.1.02 | Belanja {case.name} | 1.000.000 | 2.000.000",
            FOOT,
        ),
    )


def kesepakatan(case: Case) -> tuple[Page, ...]:
    """An agreement whose day is in words."""
    return (
        (
            "# KESEPAKATAN BERSAMA",
            "^ ANTARA PEMERINTAH KABUPATEN CONTOH",
            "^ DENGAN YAYASAN CONTOH",
            f"^ NOMOR {case.serial}/KB/{case.day.year}",
            "^ TENTANG",
            f"^ PENERAPAN {case.name.upper()}",
            f"Pada hari ini, tanggal {case.day_in_words}, kami yang bertanda tangan:",
            "1. Bupati Contoh, selanjutnya disebut PIHAK KESATU;",
            "2. Ketua Yayasan, selanjutnya disebut PIHAK KEDUA;",
            "secara bersama-sama disebut PARA PIHAK.",
            FOOT,
        ),
    )


def sop_tabel(case: Case) -> tuple[Page, ...]:
    """A procedure of a health centre, its head a table."""
    return (
        (
            f"^ {case.name}",
            f"No. Dokumen : 440/SOP/{case.serial}",
            "No. Revisi : 00",
            f"Tanggal Terbit : {case.day_in_words}",
            "Halaman : 1/2",
            "# SOP",
            "1. Pengertian : pelayanan kepada warga",
            "2. Tujuan : sebagai acuan petugas",
            "3. Kebijakan : Keputusan Kepala Puskesmas Nomor 5 Tahun 2022",
            "4. Prosedur : petugas menerima warga",
            "5. Unit Terkait : loket",
            FOOT,
        ),
    )


def ikm(case: Case) -> tuple[Page, ...]:
    """A report under the old name of the survey."""
    return (
        (
            "# LAPORAN INDEKS KEPUASAN MASYARAKAT",
            f"^ PENERIMA {case.name.upper()}",
            f"^ TAHUN {case.day.year}",
            "Pengukuran memakai 9 unsur pelayanan terhadap 120 responden.",
            "Nilai IKM 83,10 dengan mutu pelayanan B (baik).",
            f"> Contoh, {case.day_in_words}",
            "> Kepala Dinas Kesehatan",
            FOOT,
        ),
    )


STYLES: Papers = {
    "qanun": qanun,
    "pergub": pergub,
    "sk_bupati": sk_bupati,
    "sk_sekolah": sk_sekolah,
    "sk_an": sk_an,
    "perintah_bupati": perintah_bupati,
    "mohon_hadir": mohon_hadir,
    "kehadiran": kehadiran,
    "rkas": rkas,
    "dppa": dppa,
    "kesepakatan": kesepakatan,
    "sop_tabel": sop_tabel,
    "ikm": ikm,
}
