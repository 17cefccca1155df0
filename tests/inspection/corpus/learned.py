"""The learned part: papers of an invented regency, as the checks' thresholds were set by."""

from tests.inspection.corpus.papers import FOOT, Case, Papers
from tests.inspection.corpus.printing import Page

_AGENCIES = (
    "Dinas Kesehatan",
    "Dinas Pendidikan dan Kebudayaan",
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Komunikasi dan Informatika",
    "Badan Perencanaan Pembangunan Daerah",
    "Dinas Sosial",
)


def perda(case: Case) -> tuple[Page, ...]:
    """A regional regulation."""
    return (
        (
            "# BUPATI PATI",
            "^ PROVINSI JAWA TENGAH",
            "",
            "# PERATURAN DAERAH KABUPATEN PATI",
            f"# NOMOR {case.serial} TAHUN {case.day.year}",
            "# TENTANG",
            "# PENYELENGGARAAN INOVASI DAERAH",
            "",
            "^ DENGAN RAHMAT TUHAN YANG MAHA ESA",
            "^ BUPATI PATI,",
            "",
            "Menimbang : a. bahwa untuk meningkatkan pelayanan publik perlu dikembangkan inovasi;",
            "b. bahwa berdasarkan pertimbangan dalam huruf a perlu membentuk Peraturan Daerah;",
            "Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia 1945;",
            "2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
            "3. Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah;",
            "^ Dengan Persetujuan Bersama",
            "^ DEWAN PERWAKILAN RAKYAT DAERAH KABUPATEN PATI dan BUPATI PATI",
            "^ MEMUTUSKAN:",
            "Menetapkan : PERATURAN DAERAH TENTANG PENYELENGGARAAN INOVASI DAERAH.",
            "",
            FOOT,
        ),
        (
            "^ BAB IV",
            "^ DAFTAR INOVASI",
            "^ Pasal 12",
            f"(1) Inovasi Daerah meliputi antara lain {case.name}.",
            "(2) Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.",
            "",
            "> Ditetapkan di Pati",
            f"> pada tanggal {case.day_in_words}",
            "> BUPATI PATI,",
            "> ttd",
            "> NAMA PEJABAT",
            "",
            FOOT,
        ),
    )


def perkada(case: Case) -> tuple[Page, ...]:
    """A regent's regulation."""
    return (
        (
            "# BUPATI PATI",
            "^ PROVINSI JAWA TENGAH",
            "# PERATURAN BUPATI PATI",
            f"# NOMOR {case.serial} TAHUN {case.day.year}",
            "# TENTANG",
            f"# PENERAPAN INOVASI {case.name.upper()}",
            "^ DENGAN RAHMAT TUHAN YANG MAHA ESA",
            "^ BUPATI PATI,",
            "Menimbang : bahwa untuk memberikan kepastian penerapan inovasi perlu menetapkan "
            "Peraturan Bupati;",
            "Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
            "2. Peraturan Daerah Kabupaten Pati Nomor 3 Tahun 2016 tentang Perangkat Daerah;",
            "^ MEMUTUSKAN:",
            f"Menetapkan : PERATURAN BUPATI TENTANG PENERAPAN INOVASI {case.name.upper()}.",
            "^ Pasal 1",
            f"Inovasi {case.name} diterapkan di seluruh puskesmas.",
            "> Ditetapkan di Pati",
            f"> pada tanggal {case.day_in_words}",
            "> BUPATI PATI,",
            "> NAMA PEJABAT",
            FOOT,
        ),
    )


def sk_kada(case: Case) -> tuple[Page, ...]:
    """A regent's decree with a team."""
    people = [f"| {n} | Anggota {n} | Staf" for n in range(1, case.count + 1)]
    return (
        (
            "# BUPATI PATI",
            "# KEPUTUSAN BUPATI PATI",
            f"^ NOMOR : 050/{case.serial} TAHUN {case.day.year}",
            "^ TENTANG",
            f"^ TIM PELAKSANA INOVASI {case.name.upper()}",
            "^ BUPATI PATI,",
            "Menimbang : bahwa untuk kelancaran inovasi perlu dibentuk tim pelaksana;",
            "Mengingat : 1. Peraturan Daerah Kabupaten Pati Nomor 3 Tahun 2016;",
            "2. Peraturan Bupati Pati Nomor 20 Tahun 2019 tanggal 4 Maret 2019;",
            "^ MEMUTUSKAN :",
            "Menetapkan :",
            f"KESATU : Membentuk Tim Pelaksana Inovasi {case.name}.",
            "KEDUA : Susunan tim sebagaimana tercantum dalam Lampiran Keputusan ini.",
            "KETIGA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            "> Ditetapkan di Pati",
            f"> pada tanggal {case.day_in_words}",
            "> BUPATI PATI,",
            "> ttd",
            "> NAMA PEJABAT",
            FOOT,
        ),
        (
            "> LAMPIRAN KEPUTUSAN BUPATI PATI",
            f"> NOMOR : 050/{case.serial} TAHUN {case.day.year}",
            f"> TANGGAL : {case.day_in_words}",
            "^ SUSUNAN TIM PELAKSANA",
            "| NO | NAMA | JABATAN",
            *people,
            "> BUPATI PATI,",
            "> NAMA PEJABAT",
            FOOT,
        ),
    )


def sk_kpd(case: Case) -> tuple[Page, ...]:
    """A decree of the head of an agency."""
    return (
        (
            "# PEMERINTAH KABUPATEN PATI",
            "# DINAS KESEHATAN",
            "^ Jalan Panglima Sudirman, Pati, Kode Pos 59112",
            "",
            "# KEPUTUSAN KEPALA DINAS KESEHATAN KABUPATEN PATI",
            f"^ NOMOR : 445/{case.serial}/{case.day.year}",
            "^ TENTANG",
            f"^ PENETAPAN INOVASI {case.name.upper()}",
            "^ KEPALA DINAS KESEHATAN KABUPATEN PATI,",
            "Menimbang : a. bahwa inovasi perlu ditetapkan dengan keputusan;",
            "Mengingat : 1. Peraturan Bupati Pati Nomor 20 Tahun 2019;",
            "^ MEMUTUSKAN",
            f"PERTAMA : Menetapkan {case.name} sebagai inovasi Dinas Kesehatan.",
            "KEDUA : Keputusan ini berlaku sejak tanggal ditetapkan.",
            "> Ditetapkan di : Pati",
            f"> Pada tanggal : {case.day_in_words}",
            "> KEPALA DINAS KESEHATAN KABUPATEN PATI",
            "> NAMA PEJABAT",
            "> NIP. 00000000 000000 0 000",
            FOOT,
        ),
    )


def surat_tugas(case: Case) -> tuple[Page, ...]:
    """A task letter."""
    people = [f"| {n} | Pegawai {n} | Pelaksana" for n in range(1, case.count + 1)]
    return (
        (
            "# PEMERINTAH KABUPATEN PATI",
            "# DINAS KESEHATAN",
            "# SURAT TUGAS",
            f"^ Nomor : 800/{case.serial}/{case.day.year}",
            "Dasar : Program kerja Dinas Kesehatan.",
            "^ MEMERINTAHKAN :",
            "Kepada :",
            "| No | Nama | Jabatan",
            *people,
            f"Untuk : melaksanakan bimbingan teknis inovasi {case.name}.",
            f"> Pati, {case.day_in_words}",
            "> KEPALA DINAS KESEHATAN",
            "> NAMA PEJABAT",
            FOOT,
        ),
    )


def undangan(case: Case) -> tuple[Page, ...]:
    """An invitation."""
    return (
        (
            "# PEMERINTAH KABUPATEN PATI",
            "# SEKRETARIAT DAERAH",
            f"> Pati, {case.day_in_words}",
            f"Nomor : 005/{case.serial}",
            "Sifat : Biasa",
            "Lampiran : -",
            "Perihal : Undangan",
            "> Kepada",
            "> Yth. Kepala Puskesmas",
            "> di Pati",
            f"Mengharap kehadiran Saudara pada sosialisasi inovasi {case.name} yang akan "
            "dilaksanakan pada:",
            "Hari : Senin",
            "Pukul : 09.00 WIB",
            "Tempat : Pendopo Kabupaten",
            "Demikian atas kehadirannya diucapkan terima kasih.",
            "> SEKRETARIS DAERAH",
            "> NAMA PEJABAT",
            FOOT,
        ),
    )


def daftar_hadir(case: Case) -> tuple[Page, ...]:
    """An attendance list."""
    rows = [f"| {n} | Peserta {n} | Puskesmas {n} | ......" for n in range(1, case.count + 1)]
    return (
        (
            "# DAFTAR HADIR",
            f"^ BIMBINGAN TEKNIS {case.name.upper()}",
            "Hari/Tanggal : Selasa, " + case.day_in_words,
            "Tempat : Aula Dinas Kesehatan",
            "| NO | NAMA | INSTANSI | TANDA TANGAN",
            *rows,
            FOOT,
        ),
    )


def dpa(case: Case) -> tuple[Page, ...]:
    """A budget document."""
    year = case.day.year
    return (
        (
            "# DOKUMEN PELAKSANAAN ANGGARAN",
            "# SATUAN KERJA PERANGKAT DAERAH",
            "^ PEMERINTAH KABUPATEN PATI",
            f"^ TAHUN ANGGARAN {year}",
            f"Nomor DPA : DPA/A.1/1.02.0.00/{case.serial:03d}/{year}",
            "Organisasi : 1.02 Dinas Kesehatan",
            f"Sub Kegiatan : Pengembangan inovasi {case.name}",
            "| Kode Rekening | Uraian | Jumlah (Rp)",
            "| 5.1.02.01 | Belanja Barang Pakai Habis | 12.500.000",
            "| 5.1.02.02 | Belanja Jasa Kantor | 7.500.000",
            "Jumlah Anggaran : Rp20.000.000",
            f"> Pati, {case.day_in_words}",
            "> Pejabat Pengelola Keuangan Daerah",
            FOOT,
        ),
    )


def rkpd(case: Case) -> tuple[Page, ...]:
    """The cover and a page of the yearly work plan."""
    year = case.day.year
    return (
        (
            "# RENCANA KERJA PEMERINTAH DAERAH (RKPD)",
            "# KABUPATEN PATI",
            f"# TAHUN {year}",
            "^ BADAN PERENCANAAN PEMBANGUNAN DAERAH",
            FOOT,
        ),
        (
            "^ BAB V",
            "^ RENCANA KERJA DAN PENDANAAN DAERAH",
            f"Tabel 5.1 Program dan kegiatan RKPD Tahun {year}",
            "| Program | Kegiatan | Pagu",
            f"| Pelayanan kesehatan | {case.name} | 150.000.000",
            FOOT,
        ),
    )


def pks(case: Case) -> tuple[Page, ...]:
    """A cooperation agreement."""
    return (
        (
            "# PERJANJIAN KERJA SAMA",
            "^ ANTARA",
            "^ DINAS KESEHATAN KABUPATEN PATI",
            "^ DENGAN",
            "^ UNIVERSITAS CONTOH",
            "^ TENTANG",
            f"^ PENGEMBANGAN INOVASI {case.name.upper()}",
            f"^ NOMOR : 415.4/{case.serial}/{case.day.year}",
            f"Pada hari ini, Rabu, tanggal {case.day_in_words}, bertempat di Pati, yang bertanda "
            "tangan di bawah ini:",
            "I. Kepala Dinas Kesehatan Kabupaten Pati, selanjutnya disebut PIHAK KESATU.",
            "II. Rektor Universitas Contoh, selanjutnya disebut PIHAK KEDUA.",
            "^ Pasal 1",
            "Maksud perjanjian ini adalah kerja sama pengembangan inovasi.",
            "| PIHAK KEDUA | PIHAK KESATU",
            FOOT,
        ),
    )


def sop(case: Case) -> tuple[Page, ...]:
    """A procedure with its days."""
    return (
        (
            "# STANDAR OPERASIONAL PROSEDUR (SOP)",
            f"^ {case.name.upper()}",
            f"Nomor SOP : SOP/{case.serial}/{case.day.year}",
            f"Tanggal Pembuatan : {case.day_in_words}",
            f"Tanggal Efektif : {case.day_in_words}",
            "Disahkan oleh : Kepala Puskesmas",
            "Nama SOP : Pelayanan ibu hamil",
            "| No | Kegiatan | Pelaksana | Waktu",
            "| 1 | Pendaftaran | Petugas | 10 menit",
            "| 2 | Pemeriksaan | Bidan | 30 menit",
            f"Jangka waktu penyelesaian : {case.count} hari kalender",
            FOOT,
        ),
    )


def skm(case: Case) -> tuple[Page, ...]:
    """A report on a satisfaction survey."""
    return (
        (
            "# LAPORAN",
            "# SURVEI KEPUASAN MASYARAKAT (SKM)",
            f"^ LAYANAN {case.name.upper()}",
            "^ DINAS KESEHATAN KABUPATEN PATI",
            f"^ TAHUN {case.day.year}",
            FOOT,
        ),
        (
            "^ BAB III",
            "^ HASIL SURVEI KEPUASAN MASYARAKAT",
            f"Survei dilakukan terhadap {case.count} responden dengan 9 unsur pelayanan.",
            "| Unsur | Nilai rata-rata | Kategori",
            "| Persyaratan | 3,45 | Baik",
            "| Waktu penyelesaian | 3,52 | Baik",
            "Nilai Indeks Kepuasan Masyarakat (IKM) sebesar 86,25 dengan mutu pelayanan B.",
            f"> Pati, {case.day_in_words}",
            "> KEPALA DINAS KESEHATAN",
            FOOT,
        ),
    )


def jejaring(case: Case) -> tuple[Page, ...]:
    """A regent's decree on a network, which names agencies."""
    rows = [f"| {n + 1} | {_AGENCIES[n]} | Anggota" for n in range(case.count)]
    pages = sk_kada(Case(name=case.name, short="", day=case.day, serial=case.serial, count=1))
    return (pages[0], (*pages[1][:3], "^ JEJARING INOVASI", "| NO | INSTANSI | PERAN", *rows, FOOT))


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
