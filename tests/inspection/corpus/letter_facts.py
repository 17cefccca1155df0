"""What the layouts of both parts say: names, numbers, subjects, offices, and on which page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.inspection.corpus.papers import Case
from tests.inspection.corpus.specimen import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An innovation by its title, as its papers print it, and another of nearly the same name."""

    title: str
    printed: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a paper says of itself; `{serial}`, `{year}`, `{name}` and `{NAME}` are filled in.

    `dated`: it tells its day.
    """

    number: str = ""
    subject: str = ""
    office: str = ""
    year: str = ""
    dated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One part: its innovations, its layouts by paper, and pages other than the first on which
    the name and the day stand."""

    names: tuple[Named, ...]
    layouts: Mapping[str, Layout]
    pages_of_names: Mapping[str, int] = field(default_factory=dict)
    pages_of_days: Mapping[str, int] = field(default_factory=dict)
    first_month: int

    def letter_of(self, paper: str, case: Case) -> set[str]:
        """What must be read of it, as the corpus writes it."""
        layout = self.layouts[paper]
        told = {
            "number": layout.number,
            "subject": layout.subject,
            "office": layout.office,
            "year": layout.year,
            "date": case.day.isoformat() if layout.dated else "",
        }
        values = {"serial": case.serial, "year": case.day.year, "name": case.name}
        filled = {
            fact: text.format(**values, NAME=case.name.upper()) for fact, text in told.items()
        }
        return {f"letter_read p1 {fact}={text}" for fact, text in filled.items() if text}


_LEARNED = Facts(
    names=(
        Named(
            title="Sistem Informasi Ibu Hamil Sehat",
            printed="Sistem Informasi Ibu Hamil Sehat",
            other="Sistem Informasi Ibu Menyusui Sehat",
        ),
        Named(
            title="SIPANDU DESA (Sistem Pelayanan Terpadu Desa)",
            printed="SIPANDU DESA",
            other="SIPANDAI DESA",
        ),
        Named(
            title="Jemput Bola Akta Kelahiran",
            printed="Jemput Bola Akta Kelahiran",
            other="Jemput Bola Kartu Keluarga",
        ),
        Named(
            title="GEMA TANI: Gerakan Masyarakat Bertani",
            printed="GEMA TANI",
            other="GEMA PETANI",
        ),
    ),
    layouts={
        "perda": Layout(
            number="{serial} TAHUN {year}",
            subject="PENYELENGGARAAN INOVASI DAERAH",
            office="BUPATI PATI",
        ),
        "perkada": Layout(
            number="{serial} TAHUN {year}",
            subject="PENERAPAN INOVASI {NAME}",
            office="BUPATI PATI",
        ),
        "sk_kada": Layout(
            number="050/{serial} TAHUN {year}",
            subject="TIM PELAKSANA INOVASI {NAME}",
            office="BUPATI PATI",
        ),
        "sk_kpd": Layout(
            number="445/{serial}/{year}",
            subject="PENETAPAN INOVASI {NAME}",
            office="KEPALA DINAS KESEHATAN KABUPATEN PATI",
        ),
        "surat_tugas": Layout(
            number="800/{serial}/{year}",
            subject="melaksanakan bimbingan teknis inovasi {name}",
            office="KEPALA DINAS KESEHATAN",
        ),
        "undangan": Layout(number="005/{serial}", subject="Undangan", office="SEKRETARIS DAERAH"),
        "daftar_hadir": Layout(),
        "dpa": Layout(
            number="DPA/A.1/1.02.0.00/{serial:03d}/{year}",
            office="Pejabat Pengelola Keuangan Daerah",
            year="{year}",
        ),
        "rkpd": Layout(year="{year}", dated=False),
        "pks": Layout(number="415.4/{serial}/{year}", subject="PENGEMBANGAN INOVASI {NAME}"),
        "sop": Layout(
            number="SOP/{serial}/{year}", subject="Pelayanan ibu hamil", office="Kepala Puskesmas"
        ),
        "skm": Layout(office="KEPALA DINAS KESEHATAN"),
        "jejaring": Layout(
            number="050/{serial} TAHUN {year}",
            subject="TIM PELAKSANA INOVASI {NAME}",
            office="BUPATI PATI",
        ),
    },
    pages_of_names={"perda": 2, "rkpd": 2},
    pages_of_days={"perda": 2, "skm": 2},
    first_month=2,
)

_HELD_OUT = Facts(
    names=(
        Named(
            title="Layanan Antar Obat Pasien Kronis",
            printed="Layanan Antar Obat Pasien Kronis",
            other="Layanan Antar Obat Pasien Lansia",
        ),
        Named(
            title="KASIH BUNDA (Kawal Asuhan Ibu dan Bayi Baru Lahir)",
            printed="Kasih Bunda",
            other="Kasih Ananda",
        ),
        Named(
            title="Pojok Baca Pasar Rakyat",
            printed="Pojok Baca Pasar Rakyat",
            other="Pojok Baca Taman Kota",
        ),
        Named(
            title="e-LAPOR JALAN – Laporan Kerusakan Jalan Warga",
            printed="e-LAPOR JALAN",
            other="e-LAPOR BANJIR",
        ),
    ),
    layouts={
        "perda": Layout(
            number="{serial} TAHUN {year}",
            subject="PEMBANGUNAN BERBASIS INOVASI DI DAERAH",
            office="GUBERNUR JAWA TENGAH",
        ),
        "perkada": Layout(
            number="{serial} TAHUN {year}",
            subject="TATA KELOLA LAYANAN TERPADU",
            office="WALI KOTA MAGELANG",
        ),
        "sk_kada": Layout(
            number="188.45/{serial}/112/{year}",
            subject="PEMBENTUKAN KELOMPOK KERJA {NAME}",
            office="a.n. WALI KOTA MAGELANG SEKRETARIS DAERAH",
        ),
        "sk_kpd": Layout(
            number="{serial}/KEP/RSUD/III/{year}",
            subject="PEMBERLAKUAN INOVASI PELAYANAN RAWAT JALAN",
            office="DIREKTUR",
        ),
        "surat_tugas": Layout(
            number="094/{serial}/240",
            subject="Mendampingi penerapan {name} di kelurahan",
            office="Plt. KEPALA DINAS",
        ),
        "undangan": Layout(
            number="400.14/{serial}/310", subject="Undangan Rapat", office="CAMAT MAGELANG UTARA"
        ),
        "daftar_hadir": Layout(),
        "dpa": Layout(office="Kepala SKPD", year="{year}"),
        "rkpd": Layout(year="{year}", dated=False),
        "pks": Layout(number="{serial}/NK/{year}", subject="REPLIKASI {NAME}"),
        "sop": Layout(number="067/{serial}", subject="{name}", office="CAMAT"),
        "skm": Layout(),
        "qanun": Layout(
            number="{serial} TAHUN {year}", subject="INOVASI DAERAH", office="WALI KOTA CONTOH"
        ),
        "pergub": Layout(
            number="{serial} Tahun {year}",
            subject="PETUNJUK PELAKSANAAN INOVASI {NAME}",
            office="Pj. GUBERNUR CONTOH",
        ),
        "sk_bupati": Layout(
            number="100.3.3.2/{serial}/{year}",
            subject="INOVASI PERANGKAT DAERAH",
            office="BUPATI CONTOH",
        ),
        "sk_sekolah": Layout(
            number="421.3/{serial}/{year}", subject="Tim {name}", office="Kepala Sekolah"
        ),
        "sk_an": Layout(
            number="050/{serial} TAHUN {year}",
            subject="PELAKSANA {NAME}",
            office="a.n. BUPATI CONTOH KEPALA BAPPEDA",
        ),
        "perintah_bupati": Layout(
            number="800.1.11.1/{serial}", subject="Melaksanakan {name}", office="BUPATI CONTOH"
        ),
        "mohon_hadir": Layout(
            number="005/{serial}/DKK",
            subject="Undangan Bimbingan Teknis",
            office="Kepala Dinas Kesehatan",
        ),
        "kehadiran": Layout(),
        "rkas": Layout(year="{year}", dated=False),
        "dppa": Layout(year="{year}", dated=False),
        "kesepakatan": Layout(number="{serial}/KB/{year}", subject="PENERAPAN {NAME}"),
        "sop_tabel": Layout(number="440/SOP/{serial}"),
        "ikm": Layout(office="Kepala Dinas Kesehatan"),
        "jejaring": Layout(
            number="188.45/{serial}/112/{year}",
            subject="PEMBENTUKAN KELOMPOK KERJA {NAME}",
            office="a.n. WALI KOTA MAGELANG SEKRETARIS DAERAH",
        ),
    },
    pages_of_names={"perda": 2},
    pages_of_days={"perda": 2, "qanun": 2},
    first_month=0,
)

FACTS: Mapping[Part, Facts] = {Part.LEARNED: _LEARNED, Part.HELD_OUT: _HELD_OUT}
