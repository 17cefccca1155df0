"""Papers with lists, times and percents, and what has to be counted in each.

Beside them, papers of `learned` and `held_out` in which a count stands too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from tests.inspection.corpus import held_out, learned
from tests.inspection.corpus.papers import FOOT, Case, Papers
from tests.inspection.corpus.printing import (
    MONO,
    SANS,
    SERIF,
    Face,
    Page,
    print_pictures,
    print_text,
)
from tests.inspection.corpus.scanning import Scanner, scanned
from tests.inspection.corpus.specimen import Make, Part, Specimen

_PAPERS: Mapping[Part, Papers] = {
    Part.LEARNED: learned.PAPERS,
    Part.HELD_OUT: held_out.PAPERS,
}
_CASES: Mapping[Part, Case] = {
    Part.LEARNED: Case(
        name="Antrean Ibu Sehat", short="AIS", day=date(2025, 3, 4), serial=12, count=4
    ),
    Part.HELD_OUT: Case(
        name="Gerobak Pustaka Keliling", short="GPK", day=date(2025, 9, 17), serial=118, count=5
    ),
}
_TEAM = {Part.LEARNED: 14, Part.HELD_OUT: 33}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A paper with its truth: what is counted, how much, the level it gives, on which page."""

    name: str
    pages: Sequence[Page]
    claimed_for: str
    told: str
    face: Face = SANS
    scanner: Scanner | None = None
    edition: str = "2026"


def counted(part: Part) -> Iterator[Specimen]:
    """Those of one part."""
    own = _learned_papers() if part is Part.LEARNED else (*_held_out_papers(), *_fresh_papers())
    for each in (*_from_papers(part), *own):
        yield _specimen(part, each)
    yield from _recaps(part)


def _from_papers(part: Part) -> Iterator[_Counted]:
    papers, case = _PAPERS[part], _CASES[part]
    many = Case(
        name=case.name, short=case.short, day=case.day, serial=case.serial, count=_TEAM[part]
    )
    level = {Part.LEARNED: 2, Part.HELD_OUT: 3}[part]
    people = f"count_of_people_suggests p{{}} count={many.count} level={level}"
    yield _Counted(
        name="team", pages=papers["sk_kada"](many), claimed_for="SID-02", told=people.format(2)
    )
    few = f"count_of_people_suggests p1 count={case.count} level=1"
    yield _Counted(name="task", pages=papers["surat_tugas"](case), claimed_for="SID-02", told=few)
    days = f"count_of_days_suggests p1 count={case.count} level=2"
    yield _Counted(name="sop", pages=papers["sop"](case), claimed_for="SID-13", told=days)
    network = papers["jejaring"](case)
    agencies = f"count_of_agencies_suggests p2 count={case.count} level={level}"
    yield _Counted(name="agencies", pages=network, claimed_for="SID-09", told=agencies)
    for kind, claimed_for in (("perda", "SID-02"), ("sk_kpd", "SID-02"), ("rkpd", "SID-13")):
        pages = papers[kind](case)
        yield _Counted(name=f"none-in-{kind}", pages=pages, claimed_for=claimed_for, told="")


def _learned_papers() -> Iterator[_Counted]:
    rows = [f"{n}. Orang {n}, Staf Dinas, Anggota" for n in range(1, 32)]
    yield _Counted(
        name="long-table",
        pages=[
            ["^ SUSUNAN TIM", "| NO | NAMA | PERAN", *rows[:20], FOOT],
            ["| NO | NAMA | PERAN", *rows[20:], FOOT],
        ],
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=31 level=3",
    )
    yield _Counted(
        name="roles",
        pages=[
            [
                "^ SUSUNAN KEANGGOTAAN TIM",
                "Pengarah : Bupati Pati",
                "Ketua : Kepala Dinas Kesehatan",
                "Anggota : 1. Kepala Bidang Satu",
                "2. Kepala Bidang Dua",
                FOOT,
            ]
        ],
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=4 level=1",
        scanner=Scanner(skew=0.4, grain=5),
    )
    agencies = ["Dinas Kesehatan", "Dinas Sosial", "Bappeda", "Kecamatan Juwana", "Dinas Kesehatan"]
    yield _Counted(
        name="network",
        pages=[
            [
                "^ JEJARING INOVASI",
                "| NO | INSTANSI | PERAN",
                *(f"| {n} | {name} | Anggota" for n, name in enumerate(agencies, start=1)),
                FOOT,
            ]
        ],
        claimed_for="SID-09",
        told="count_of_agencies_suggests p1 count=4 level=2",
    )
    yield _Counted(
        name="working-days",
        pages=[["# SOP", "Jangka waktu penyelesaian : 6 hari kerja", FOOT]],
        claimed_for="SID-13",
        told="count_of_working_days_suggests p1 count=6 level=1",
    )
    yield _Counted(
        name="steps",
        pages=[
            [
                "# SOP",
                "| No | Kegiatan | Waktu",
                "| 1 | Terima | 10 menit",
                "| 2 | Cetak | 1 jam",
                FOOT,
            ]
        ],
        claimed_for="SID-13",
        told="count_of_summed_days_suggests p1 count=1 level=3",
    )
    yield from _looked_into()


def _looked_into() -> Iterator[_Counted]:
    """Once held out; what they taught went into the checks."""
    yield _Counted(
        name="team-by-letters",
        pages=[_by_letters(), _tasks()],
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=11 level=2",
        face=SERIF,
    )
    yield _Counted(
        name="team-of-three-pages",
        pages=list(_three_pages()),
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=47 level=3",
        face=MONO,
    )
    yield _Counted(
        name="letter-with-a-table",
        pages=[_letter_with_a_table()],
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=12 level=2",
        scanner=Scanner(skew=0.4, grain=7, quality=55),
    )


def _held_out_papers() -> Iterator[_Counted]:
    yield _Counted(
        name="order-by-names",
        pages=[_order()],
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=3 level=1",
        face=SERIF,
        scanner=Scanner(skew=-0.3, grain=6, quality=60),
    )
    yield _Counted(
        name="network-of-posts",
        pages=[_posts()],
        claimed_for="SID-09",
        told="count_of_agencies_suggests p1 count=5 level=3",
        face=SERIF,
    )
    yield _Counted(
        name="network-in-a-sentence",
        pages=[_in_a_sentence()],
        claimed_for="SID-09",
        told="count_of_agencies_suggests p1 count=3 level=2",
        face=MONO,
        edition="2023",
    )
    yield _Counted(
        name="standard-of-service",
        pages=[_standard("Paling lama 2 (dua) hari kalender sejak berkas lengkap")],
        claimed_for="SID-13",
        told="count_of_days_suggests p1 count=2 level=2",
        face=SERIF,
    )
    yield _Counted(
        name="standard-in-working-days",
        pages=[_standard("7 (tujuh) hari kerja")],
        claimed_for="SID-13",
        told="count_of_working_days_suggests p1 count=7 level=1",
        scanner=Scanner(skew=0.5, grain=6, quality=60),
    )
    yield _Counted(
        name="steps-without-total",
        pages=[_flow()],
        claimed_for="SID-13",
        told="count_of_summed_days_suggests p1 count=3 level=2",
        face=SERIF,
    )


def _fresh_papers() -> Iterator[_Counted]:
    """Written after the checks had last been changed."""
    yield _Counted(
        name="committee",
        pages=[_committee()],
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=9 level=1",
        face=SERIF,
    )
    yield _Counted(
        name="partners",
        pages=[_partners()],
        claimed_for="SID-09",
        told="count_of_agencies_suggests p1 count=4 level=2",
        face=MONO,
    )
    yield _Counted(
        name="promise",
        pages=[["# MAKLUMAT PELAYANAN", "Buku diantar paling lambat 1 x 24 jam.", FOOT]],
        claimed_for="SID-13",
        told="",
    )
    yield _Counted(
        name="service-time",
        pages=[["# SOP LAYANAN ANTAR", "Total waktu layanan adalah 3 jam 20 menit", FOOT]],
        claimed_for="SID-13",
        told="count_of_days_suggests p1 count=1 level=3",
        face=SERIF,
    )

    yield _Counted(
        name="forum",
        pages=list(_forum()),
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=24 level=2",
        face=SERIF,
    )
    yield _Counted(
        name="crew",
        pages=[_crew()],
        claimed_for="SID-02",
        told="count_of_people_suggests p1 count=7 level=1",
        face=SANS,
        scanner=Scanner(skew=-0.5, grain=6, quality=55),
    )


def _forum() -> Iterator[Page]:
    for first, last in ((1, 13), (14, 24)):
        yield (
            "Anggota forum literasi, ditetapkan dengan keputusan ini",
            "| No. Urut | Nama Peserta | Unsur | Posisi",
            *(f"| {n} | Warga Contoh {n} | Komunitas | Relawan" for n in range(first, last + 1)),
            FOOT,
        )


def _crew() -> Page:
    return (
        "# SURAT PERINTAH TUGAS",
        "Kepala Dinas memberi perintah kepada:",
        "1. Pramudi Contoh, pengemudi;",
        "2. Pustakawan Contoh, ketua regu;",
        "3. Arsiparis Contoh, pencatat;",
        "4. Pranata Contoh, juru foto;",
        "5. Relawan Contoh, pendongeng;",
        "6. Pelajar Contoh, pendamping;",
        "7. Guru Contoh, pendamping.",
        "Perintah ini berlaku sampai 31 Desember 2025.",
        "Dikeluarkan di Magelang",
        FOOT,
    )


def _committee() -> Page:
    return (
        "LAMPIRAN SURAT KEPUTUSAN DIREKTUR",
        "^ PANITIA DAN SUSUNAN KELOMPOK BACA",
        "| No | Jabatan Pokok | Jabatan dalam Kelompok | Ket.",
        *(
            f"| {n} | {post} | {role} | -"
            for n, (post, role) in enumerate(
                [
                    ("Direktur", "Pembina"),
                    ("Kepala Bagian", "Ketua"),
                    ("Pustakawan", "Sekretaris"),
                    *[("Perawat", "Anggota")] * 6,
                ],
                start=1,
            )
        ),
        "> Magelang, 3 Juni 2025",
        "> DIREKTUR,",
        FOOT,
    )


def _letter_with_a_table() -> Page:
    return (
        "# SURAT TUGAS",
        "Menugaskan pegawai yang namanya tercantum di bawah ini:",
        "| No. | Nama | Gol. | Tugas",
        *(f"| {n}. | Pegawai {n}, S.Pd. | III/b | Pendamping" for n in range(1, 13)),
        "untuk bertugas pada pekan literasi tanggal 8 sampai 12 September 2025.",
        "> Plt. Kepala Dinas,",
        FOOT,
    )


def _partners() -> Page:
    return (
        "Lampiran: daftar perangkat daerah dalam jejaring",
        "| No | Perangkat Daerah | Dukungan",
        "| 1 | Disdikbud | Ruang baca",
        "| 2 | Diskominfo | Jaringan",
        "| 3 | Kel. Wates | Relawan",
        "| 4 | Kecamatan Magelang Tengah | Kendaraan",
        "| 5 | Dinas Sosial | Bantuan",
        "| 6 | Dinas Komunikasi dan Informatika | Peladen",
        FOOT,
    )


def _by_letters() -> Page:
    return (
        "Lampiran I Keputusan Camat Magelang Utara",
        "^ Struktur dan Personalia Kelompok Kerja",
        "I. Penasihat",
        "a. Camat Magelang Utara",
        "b. Sekretaris Kecamatan",
        "II. Ketua: Kepala Seksi Pelayanan Umum",
        "III. Bidang Data",
        "1) Lurah Potrobangsan",
        "2) Lurah Wates",
        "3) Lurah Kedungsari",
        "IV. Bidang Layanan",
        "1) Lurah Kramat Utara",
        "2) Lurah Kramat Selatan",
        "3) Kader PKK",
        "4) Ketua Karang Taruna",
        "5) Pustakawan Kelurahan",
        FOOT,
    )


def _tasks() -> Page:
    return (
        "Lampiran II Keputusan Camat Magelang Utara",
        "^ Rincian Tugas",
        "1. Ketua memimpin rapat bulanan dan menyampaikan hasilnya;",
        "2. Bidang Data mengumpulkan data warga;",
        "3. Bidang Layanan mengantar buku ke rumah warga.",
        FOOT,
    )


def _three_pages() -> Iterator[Page]:
    for page, (first, last) in enumerate(((1, 18), (19, 36), (37, 47)), start=2):
        yield (
            f"^ - {page} -",
            "| Nomor | Nama dan Gelar | Tugas dalam Tim",
            *(f"| {n}) | Aparatur {n}, S.IP. | Pendata wilayah" for n in range(first, last + 1)),
            FOOT,
        )


def _order() -> Page:
    return (
        "# SURAT PERINTAH",
        "^ Nomor 800.1.11.1/118/2025",
        "Yang bertanda tangan di bawah ini Kepala Dinas Perpustakaan dan Kearsipan, memerintahkan:",
        "nama : Aparatur Pertama",
        "jabatan : Pustakawan Ahli Muda",
        "nama : Aparatur Kedua",
        "jabatan : Arsiparis",
        "nama : Aparatur Ketiga",
        "jabatan : Pengemudi",
        "untuk melaksanakan layanan pustaka keliling pada bulan Oktober 2025.",
        "> Magelang, 17 September 2025",
        "> Kepala Dinas,",
        FOOT,
    )


def _posts() -> Page:
    return (
        "Lampiran Keputusan Wali Kota Magelang",
        "^ Keanggotaan Jejaring Gerobak Pustaka",
        "1. Kepala Dinas Perpustakaan dan Kearsipan Kota Magelang (koordinator);",
        "2. Kepala Dinas Pendidikan dan Kebudayaan Kota Magelang;",
        "3. Camat Magelang Utara;",
        "4. Camat Magelang Selatan;",
        "5. Sekretaris Dinas Perpustakaan dan Kearsipan Kota Magelang;",
        "6. Direktur RSUD Budi Contoh.",
        FOOT,
    )


def _in_a_sentence() -> Page:
    return (
        "# KEPUTUSAN KEPALA DINAS PERPUSTAKAAN DAN KEARSIPAN",
        "KESATU: Membentuk jejaring yang terdiri atas Dinas Perpustakaan dan Kearsipan, Dinas "
        "Pendidikan dan Kebudayaan, serta Kecamatan Magelang Utara.",
        "KEDUA: Keputusan ini berlaku sejak ditetapkan.",
        FOOT,
    )


def _standard(time: str) -> Page:
    return (
        "# STANDAR PELAYANAN PEMINJAMAN BUKU",
        "^ Ditetapkan sebagai Prosedur Operasional Standar",
        "1. Persyaratan: kartu anggota atau surat pengantar RT",
        "2. Prosedur: warga mendaftar, petugas mencatat, buku diantar",
        f"3. Jangka waktu pelayanan: {time}",
        "4. Biaya: tidak dipungut biaya",
        "5. Produk: buku pinjaman selama 14 hari",
        FOOT,
    )


def _flow() -> Page:
    return (
        "# PROSEDUR PENGANTARAN BUKU",
        "| No. | Uraian Kegiatan | Mutu baku: lama",
        "| 1. | Warga memesan | 15 menit",
        "| 2. | Petugas mencari buku | 1 hari",
        "| 3. | Buku diantar | 1 hari",
        FOOT,
    )


def _specimen(part: Part, each: _Counted) -> Specimen:
    truth = frozenset({each.told} if each.told else set[str]())
    return Specimen(
        name=f"counted-{each.name}",
        part=part,
        make=partial(_printed, each=each),
        subject=Subject(edition=load_edition(each.edition), part=each.claimed_for),
        truth={"counts": truth},
    )


def _printed(folder: Path, *, each: _Counted) -> Path:
    if each.scanner is None:
        return print_text(folder / "surat.pdf", each.pages, each.face)
    return scanned(folder / "surat.pdf", print_pictures(each.pages, each.face), each.scanner)


def _recaps(part: Part) -> Iterator[Specimen]:
    """Screens with complaints settled."""
    told = "count_of_percent_suggests p1 count={} level={}"
    for name, lines, count, level in _RECAPS[part]:
        truth = frozenset({told.format(count, level)} if count else set[str]())
        yield Specimen(
            name=f"recap-{name}",
            part=part,
            make=_recap(lines, part),
            subject=Subject(edition=load_edition("2026"), part="SID-14"),
            truth={"counts": truth},
        )


def _recap(lines: Sequence[str], part: Part) -> Make:
    def make(folder: Path) -> Path:
        ink, paper = {Part.LEARNED: ("#222", "white"), Part.HELD_OUT: ("#0d2b45", "#f3f6e9")}[part]
        face = {Part.LEARNED: "DejaVuSans.ttf", Part.HELD_OUT: "DejaVuSerif.ttf"}[part]
        picture = Image.new("RGB", (1000, 160 + 60 * len(lines)), paper)
        pen, font = ImageDraw.Draw(picture), ImageFont.truetype(face, 30)
        for number, line in enumerate(lines):
            pen.text((60, 80 + 60 * number), line, ink, font)
        picture.save(folder / "rekap.png")
        return folder / "rekap.png"

    return make


_RECAPS: Mapping[Part, Sequence[tuple[str, Sequence[str], str, int]]] = {
    Part.LEARNED: (
        (
            "percent",
            ("REKAPITULASI PENGADUAN", "Masuk : 40", "Persentase penyelesaian : 95 %"),
            "95",
            3,
        ),
        ("figures", ("Total pengaduan : 50", "Selesai : 30", "Proses : 20"), "60", 2),
        (
            "months",
            (
                "Tindak Lanjut Keluhan Pelanggan",
                "Triwulan I   12   11   92%",
                "Triwulan II   18   18   100%",
                "Total   30   29   97%",
            ),
            "97",
            3,
        ),
        ("none", ("REKAPITULASI PENGADUAN", "Masuk : 40", "Belum selesai : 4"), "", 0),
    ),
    Part.HELD_OUT: (
        (
            "sentence",
            ("Laporan layanan aduan warga 2025", "Sebanyak 27 dari 30 aduan sudah tuntas."),
            "90",
            2,
        ),
        (
            "quarter",
            ("Dasbor Aduan", "Aduan masuk: 80", "Aduan terselesaikan: 36"),
            "45",
            1,
        ),
        (
            "half-year",
            (
                "Monitoring Keluhan Pemustaka Semester I",
                "Keluhan diterima 64",
                "Keluhan ditindaklanjuti 60",
                "Menunggu jawaban 4",
            ),
            "94",
            3,
        ),
        ("budget", ("Realisasi anggaran", "Serapan triwulan I 45 %"), "", 0),
    ),
}
