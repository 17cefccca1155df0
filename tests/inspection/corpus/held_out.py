"""The held-out part: papers of another city, in layouts and wordings no check was written from."""

from tests.inspection.corpus.papers import FOOT, Case, Papers
from tests.inspection.corpus.printing import Page

_PLACES = (
    "RSUD Budi Contoh",
    "Kecamatan Magelang Utara",
    "Badan Riset dan Inovasi Daerah",
    "Dinas Pemberdayaan Masyarakat",
    "Satuan Polisi Pamong Praja",
    "Dinas Perpustakaan dan Kearsipan",
    "Inspektorat",
)


def perda(case: Case) -> tuple[Page, ...]:
    """A provincial regulation, copied from the gazette."""
    return (
        (
            "> SALINAN",
            "# GUBERNUR JAWA TENGAH",
            "",
            "# PERATURAN DAERAH PROVINSI JAWA TENGAH",
            f"^ NOMOR {case.serial} TAHUN {case.day.year}",
            "^ TENTANG",
            "^ PEMBANGUNAN BERBASIS INOVASI DI DAERAH",
            "",
            "^ GUBERNUR JAWA TENGAH,",
            "Menimbang:",
            "a. bahwa daya saing daerah ditopang oleh pembaruan cara kerja pemerintah;",
            "Mengingat:",
            "1. Undang-Undang Nomor 11 Tahun 2023 tentang Provinsi Jawa Tengah (Lembaran Negara "
            "Tahun 2023 Nomor 58);",
            "^ MEMUTUSKAN:",
            "Menetapkan: PERATURAN DAERAH TENTANG PEMBANGUNAN BERBASIS INOVASI DI DAERAH.",
            "^ BAB I",
            "^ KETENTUAN UMUM",
            "^ Pasal 1",
            "Dalam Peraturan Daerah ini yang dimaksud dengan Inovasi adalah pembaruan.",
            FOOT,
        ),
        (
            "^ Pasal 31",
            f"Pemerintah Daerah menyelenggarakan {case.name} ({case.short}) dan inovasi lain.",
            "^ Pasal 40",
            "Peraturan Daerah ini mulai berlaku pada tanggal diundangkan. Agar setiap orang "
            "mengetahuinya, memerintahkan pengundangan Peraturan Daerah ini.",
            "> Ditetapkan di Semarang",
            f"> pada tanggal {case.day_in_words}",
            "> GUBERNUR JAWA TENGAH,",
            "> ttd.",
            FOOT,
        ),
    )


def perkada(case: Case) -> tuple[Page, ...]:
    """A mayor's regulation."""
    return (
        (
            "# WALI KOTA MAGELANG",
            "# PERATURAN WALI KOTA MAGELANG",
            f"# NOMOR {case.serial} TAHUN {case.day.year}",
            "^ TENTANG",
            "^ TATA KELOLA LAYANAN TERPADU",
            "^ WALI KOTA MAGELANG,",
            "Menimbang: bahwa dalam rangka tertib tata kelola perlu menetapkan Peraturan Wali Kota "
            "tentang Tata Kelola Layanan Terpadu;",
            "Mengingat: Peraturan Daerah Kota Magelang Nomor 5 Tahun 2021 tentang Pembentukan "
            "Perangkat Daerah;",
            "^ M E M U T U S K A N :",
            "Menetapkan: PERATURAN WALI KOTA TENTANG TATA KELOLA LAYANAN TERPADU.",
            "^ Pasal 5",
            f"Layanan sebagaimana dimaksud dalam Pasal 4 diberi nama {case.name}.",
            "> Ditetapkan di Magelang",
            f"> pada tanggal {case.day_in_words}",
            "> WALI KOTA MAGELANG,",
            "> NAMA PEJABAT",
            FOOT,
        ),
    )


def sk_kada(case: Case) -> tuple[Page, ...]:
    """A mayor's decree with a team."""
    people = [f"| {n}. | Orang {n} | Personil" for n in range(1, case.count + 1)]
    return (
        (
            "# WALI KOTA MAGELANG",
            "^ PROVINSI JAWA TENGAH",
            "# K E P U T U S A N   W A L I   K O T A   M A G E L A N G",
            f"^ NOMOR 188.45/{case.serial}/112/{case.day.year}",
            "^ TENTANG",
            f"^ PEMBENTUKAN KELOMPOK KERJA {case.name.upper()}",
            "Menimbang:",
            "a. bahwa pembaruan layanan memerlukan kelompok kerja lintas bidang;",
            "Mengingat:",
            "1. Peraturan Wali Kota Magelang Nomor 8 Tahun 2022;",
            "2. Peraturan Daerah Kota Magelang Nomor 5 Tahun 2021;",
            "^ MEMUTUSKAN",
            "KESATU: Membentuk Kelompok Kerja dengan susunan dalam Lampiran.",
            "KEDUA: Segala biaya dibebankan pada APBD.",
            "KETIGA: Keputusan Wali Kota ini berlaku sejak ditetapkan.",
            "> Ditetapkan di Magelang",
            f"> Tanggal {case.day_in_words}",
            "> a.n. WALI KOTA MAGELANG",
            "> SEKRETARIS DAERAH,",
            "> NAMA PEJABAT",
            FOOT,
        ),
        (
            "Lampiran Keputusan Wali Kota Magelang",
            f"Nomor 188.45/{case.serial}/112/{case.day.year}",
            "^ PERSONALIA KELOMPOK KERJA",
            "| No. | Nama | Kedudukan",
            *people,
            FOOT,
        ),
    )


def sk_kpd(case: Case) -> tuple[Page, ...]:
    """A decree of a hospital's director."""
    return (
        (
            "# PEMERINTAH KOTA MAGELANG",
            "# RUMAH SAKIT UMUM DAERAH BUDI CONTOH",
            "^ Jl. Contoh No. 1 Magelang Telp. (0293) 000000",
            "",
            "# KEPUTUSAN DIREKTUR RSUD BUDI CONTOH KOTA MAGELANG",
            f"^ Nomor: {case.serial}/KEP/RSUD/III/{case.day.year}",
            "^ tentang",
            "^ PEMBERLAKUAN INOVASI PELAYANAN RAWAT JALAN",
            "^ DIREKTUR RSUD BUDI CONTOH,",
            "Menimbang: bahwa antrean rawat jalan perlu dipersingkat;",
            "Mengingat: Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;",
            "^ MEMUTUSKAN:",
            f"KESATU: Memberlakukan {case.name} di instalasi rawat jalan.",
            "> Ditetapkan di Magelang",
            f"> pada tanggal {case.day:%d-%m-%Y}",
            "> DIREKTUR,",
            "> NAMA PEJABAT",
            FOOT,
        ),
    )


def surat_tugas(case: Case) -> tuple[Page, ...]:
    """An order to carry out a task."""
    people = [f"{n}. Nama : Aparatur {n}, Pangkat : Penata" for n in range(1, case.count + 1)]
    return (
        (
            "# PEMERINTAH KOTA MAGELANG",
            "# DINAS KOMUNIKASI, INFORMATIKA DAN STATISTIK",
            "# SURAT PERINTAH TUGAS",
            f"^ NOMOR: 094/{case.serial}/240",
            "Dasar: Surat Sekretaris Daerah perihal pendampingan.",
            "^ MEMERINTAHKAN",
            "Kepada:",
            *people,
            f"Untuk: Mendampingi penerapan {case.name} di kelurahan.",
            "> Ditetapkan di Magelang",
            f"> pada tanggal {case.day_in_words}",
            "> Plt. KEPALA DINAS,",
            FOOT,
        ),
    )


def undangan(case: Case) -> tuple[Page, ...]:
    """An invitation of a sub-district."""
    return (
        (
            "# PEMERINTAH KOTA MAGELANG",
            "# KECAMATAN MAGELANG UTARA",
            f"> Magelang, {case.day_in_words}",
            f"Nomor : 400.14/{case.serial}/310",
            "Sifat : Penting",
            "Hal : Undangan Rapat",
            "Yth. Lurah se-Kecamatan Magelang Utara",
            "di tempat",
            f"Sehubungan dengan penerapan {case.name}, kami mengundang Saudara untuk hadir dalam "
            "rapat koordinasi pada:",
            "hari, tanggal : Kamis pekan depan",
            "waktu : 13.00 WIB s.d. selesai",
            "tempat : Ruang Rapat Kecamatan",
            "Atas perhatian Saudara kami sampaikan terima kasih.",
            "> CAMAT MAGELANG UTARA,",
            FOOT,
        ),
    )


def daftar_hadir(case: Case) -> tuple[Page, ...]:
    """A list of those present."""
    rows = [f"| {n} | Warga {n} | Kelurahan | {n}. ____" for n in range(1, case.count + 1)]
    return (
        (
            "^ PEMERINTAH KOTA MAGELANG",
            "# PRESENSI PESERTA",
            f"^ Sosialisasi {case.name}",
            f"Tanggal: {case.day_in_words}",
            "| No | Nama Peserta | Asal | Paraf",
            *rows,
            FOOT,
        ),
    )


def dpa(case: Case) -> tuple[Page, ...]:
    """A work and budget plan."""
    year = case.day.year
    return (
        (
            "# RENCANA KERJA DAN ANGGARAN",
            "# SATUAN KERJA PERANGKAT DAERAH",
            "^ RKA - RINCIAN BELANJA SKPD",
            f"^ Kota Magelang Tahun Anggaran {year}",
            "Urusan Pemerintahan : 2.16 Komunikasi dan Informatika",
            f"Sub Kegiatan : Penyediaan {case.name}",
            "| Kode | Uraian | Volume | Harga Satuan | Jumlah",
            "| 5.1.02 | Belanja jasa | 1 paket | 45.000.000 | 45.000.000",
            f"> Magelang, {case.day_in_words}",
            "> Kepala SKPD",
            FOOT,
        ),
    )


def rkpd(case: Case) -> tuple[Page, ...]:
    """A page from the annex of the yearly work plan."""
    year = case.day.year
    return (
        (
            "^ PEMERINTAH KOTA MAGELANG",
            "# DOKUMEN RENCANA KERJA PEMERINTAH DAERAH",
            f"^ KOTA MAGELANG TAHUN {year}",
            f"Bab 4. Sasaran dan Prioritas Pembangunan Daerah Tahun {year}",
            "| Prioritas | Program Perangkat Daerah | Pagu Indikatif",
            f"| Layanan digital | {case.name} | 80.000.000",
            FOOT,
        ),
    )


def pks(case: Case) -> tuple[Page, ...]:
    """A memorandum of understanding."""
    return (
        (
            "# NOTA KESEPAHAMAN",
            "^ antara",
            "^ PEMERINTAH KOTA MAGELANG",
            "^ dengan",
            "^ POLITEKNIK CONTOH",
            "^ tentang",
            f"^ REPLIKASI {case.name.upper()}",
            f"^ Nomor: {case.serial}/NK/{case.day.year}",
            f"Nota Kesepahaman ini dibuat dan ditandatangani pada tanggal {case.day_in_words} oleh "
            "dan antara:",
            "1. Pemerintah Kota Magelang, untuk selanjutnya disebut PARA PIHAK bersama",
            "2. Politeknik Contoh, selanjutnya disebut PIHAK KEDUA; nomor 1 disebut PIHAK PERTAMA.",
            "Para pihak sepakat untuk bekerja sama dengan ketentuan sebagai berikut.",
            FOOT,
        ),
    )


def sop(case: Case) -> tuple[Page, ...]:
    """A procedure in another form."""
    return (
        (
            "| PEMERINTAH KOTA MAGELANG | NOMOR SOP : 067/" + str(case.serial),
            f"| KECAMATAN MAGELANG UTARA | TGL. PEMBUATAN : {case.day_in_words}",
            "| SEKSI PELAYANAN | DISAHKAN OLEH : CAMAT",
            f"^ NAMA SOP : {case.name}",
            "DASAR HUKUM: Peraturan Menteri Nomor 35 Tahun 2012",
            "KUALIFIKASI PELAKSANA: memahami pelayanan",
            "| No | Uraian Prosedur | Mutu Baku Waktu | Output",
            "| 1 | Menerima berkas | 15 menit | Berkas",
            "| 2 | Menerbitkan surat | 20 menit | Surat",
            f"Pelayanan selesai paling lama {case.count} hari.",
            FOOT,
        ),
    )


def skm(case: Case) -> tuple[Page, ...]:
    """A short survey report."""
    return (
        (
            "# HASIL PENGUKURAN KEPUASAN MASYARAKAT",
            f"^ terhadap {case.name}",
            f"^ Semester I Tahun {case.day.year}",
            "Laporan Survei Kepuasan Masyarakat ini disusun berdasarkan Peraturan Menteri PANRB "
            "Nomor 14 Tahun 2017.",
            f"Jumlah responden: {case.count} orang.",
            "| Unsur Pelayanan | NRR",
            "| U1 Persyaratan | 3,2",
            "| U2 Prosedur | 3,4",
            "Nilai SKM unit pelayanan: 82,50 (Baik).",
            f"> Magelang, {case.day_in_words}",
            FOOT,
        ),
    )


def jejaring(case: Case) -> tuple[Page, ...]:
    """A mayor's decree on a network, which names agencies."""
    rows = [f"{n + 1}. {_PLACES[n]}" for n in range(case.count)]
    first = sk_kada(Case(name=case.name, short="", day=case.day, serial=case.serial, count=0))[0]
    return (first, ("^ JEJARING", "Perangkat daerah yang terlibat:", *rows, FOOT))


PAPERS: Papers = {
    "perda": perda,
    "perkada": perkada,
    "sk_kada": sk_kada,
    "sk_kpd": sk_kpd,
    "surat_tugas": surat_tugas,
    "undangan": undangan,
    "daftar_hadir": daftar_hadir,
    "dpa": dpa,
    "rkpd": rkpd,
    "pks": pks,
    "sop": sop,
    "skm": skm,
    "jejaring": jejaring,
}
