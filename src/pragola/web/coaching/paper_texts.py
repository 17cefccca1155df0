"""The words of papers, filled with an innovation's data; what is not known is left as dots.

These are our own drafts. An office puts them into its own form before they are signed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pragola.web.coaching.models import PaperKind
from pragola.web.coaching.paper_parts import Appendix, Chapter, Clause, PaperText, Signing, Table
from pragola.web.coaching.printing.letterheads import DOTS, Heading, heading_of_others


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an innovation, as text; empty for what nobody has written yet.

    `agency` is the office that the unit belongs to, itself where it belongs to none; `head` and
    `agency_head` lead them, `regent` the government.
    """

    heading: Heading
    agency_heading: Heading
    region: str
    regent: str
    title: str
    unit: str
    head: str
    agency_head: str
    year: str
    purpose: str
    benefit: str
    result: str
    trial: str
    applied: str


PROVES: Mapping[PaperKind, str] = {
    PaperKind.DECREE: "SID-01",
    PaperKind.ASSIGNMENT: "SID-08",
    PaperKind.SOP: "SID-13",
    PaperKind.ATTENDANCE: "SID-05",
    PaperKind.SURVEY: "SID-19",
    PaperKind.MONITORING: "SID-19",
    PaperKind.REPLICATION: "SID-16",
}
"""The claim that a paper of that kind is proposed for. Our own reading, and only a proposal: who
hands the scan in chooses. Codes mean the same in every edition that is known so far."""

_NUMBER = f"Nomor {DOTS}"
_SET = (f"Ditetapkan di {DOTS}", f"pada tanggal {DOTS}")
_WRITTEN = (f"{DOTS}, {DOTS}",)
_TEAM = Table(
    heads=("No.", "Nama", "NIP", "Jabatan", "Peran dalam inovasi"),
    widths=(1, 5, 4, 4, 5),
    rows=tuple((f"{number}.", "", "", "", "") for number in range(1, 13)),
)


def paper_text(kind: PaperKind, known: Known) -> PaperText:
    """The draft of that kind."""
    return _TEXTS[kind](known)


def _or_dots(text: str) -> str:
    return text or DOTS


def _decree(known: Known) -> PaperText:
    """A decree of the agency's head in the name of the government's, as editions ask for."""
    about = f"Penetapan Inovasi “{known.title}”"
    title = f"Keputusan {known.agency_head} {known.region}"
    signs = f"a.n. {known.regent.upper()}", f"{known.agency_head.upper()},"
    return PaperText(
        heading=known.agency_heading,
        title=title,
        below=(_NUMBER.upper(), "TENTANG", about.upper(), f"{known.agency_head.upper()},"),
        subject=about,
        chapters=(
            Chapter(clauses=(*_reasons(known, about, title), *_dotted("Mengingat", 3))),
            Chapter(middle="MEMUTUSKAN:", clauses=_orders(known, about, title)),
        ),
        signing=Signing(place=_SET, lines=signs),
        office=known.agency_head,
        appendix=Appendix(
            belongs=(f"Lampiran {title}", _NUMBER, f"tentang {about}"),
            title="Pelaksana inovasi",
            chapter=Chapter(table=_TEAM),
        ),
    )


def _reasons(known: Known, about: str, title: str) -> tuple[Clause, ...]:
    purpose = _or_dots(known.purpose.rstrip(" .;"))
    return (
        Clause(
            "Menimbang",
            "a.",
            f"bahwa {known.unit} menjalankan inovasi “{known.title}” dengan tujuan: {purpose};",
        ),
        Clause(
            "",
            "b.",
            "bahwa supaya inovasi sebagaimana dimaksud dalam huruf a berkelanjutan, inovasi itu "
            "dan pelaksananya perlu ditetapkan;",
        ),
        Clause(
            "",
            "c.",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu "
            f"menetapkan {title} tentang {about};",
        ),
    )


def _dotted(label: str, number: int) -> tuple[Clause, ...]:
    """Room for what it rests on, laws among them, which are not ours to name."""
    return tuple(
        Clause("" if each > 1 else label, f"{each}.", f"{DOTS}{DOTS};")
        for each in range(1, number + 1)
    )


def _orders(known: Known, about: str, title: str) -> tuple[Clause, ...]:
    return (
        Clause("Menetapkan", "", f"{title} tentang {about}.".upper()),
        Clause(
            "KESATU",
            "",
            f"Menetapkan “{known.title}” sebagai inovasi {known.unit} yang diterapkan sejak "
            f"{_or_dots(known.applied)}.",
        ),
        Clause(
            "KEDUA",
            "",
            "Pelaksana inovasi sebagaimana dimaksud dalam diktum KESATU beserta perannya tercantum "
            "dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
        ),
        Clause("KETIGA", "", f"Biaya pelaksanaan Keputusan ini dibebankan pada {DOTS}."),
        Clause("KEEMPAT", "", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    )


def _assignment(known: Known) -> PaperText:
    return PaperText(
        heading=known.agency_heading,
        title="Surat Penugasan",
        below=(_NUMBER,),
        subject=f"Penugasan pelaksana inovasi “{known.title}”",
        chapters=(
            Chapter(clauses=_dotted("Dasar", 2)),
            Chapter(
                middle="MENUGASKAN:",
                clauses=(
                    Clause("Kepada", "", "nama-nama dalam tabel di bawah ini."),
                    Clause(
                        "Untuk",
                        "1.",
                        f"menjalankan inovasi “{known.title}” dari {known.unit} sesuai peran "
                        f"masing-masing pada tahun {known.year};",
                    ),
                    Clause("", "2.", f"melaporkan hasilnya kepada {known.agency_head}."),
                ),
                table=_TEAM,
            ),
        ),
        signing=Signing(place=_SET, lines=(f"{known.agency_head},",)),
        office=known.agency_head,
    )


def _sop(known: Known) -> PaperText:
    return PaperText(
        heading=known.heading,
        title="Prosedur Operasional Standar",
        below=(),
        subject=f"Prosedur layanan “{known.title}”",
        chapters=(
            Chapter(
                facts=(
                    ("Nama prosedur", f"Layanan “{known.title}”"),
                    ("Nomor", DOTS),
                    ("Tanggal pembuatan", DOTS),
                    ("Tanggal revisi", DOTS),
                    ("Tanggal berlaku", DOTS),
                    ("Disahkan oleh", known.head),
                ),
            ),
            Chapter(name="Tujuan", paragraphs=(_or_dots(known.purpose),)),
            Chapter(
                facts=(
                    ("Dasar hukum", DOTS),
                    ("Kualifikasi pelaksana", DOTS),
                    ("Peralatan", DOTS),
                ),
            ),
            Chapter(
                name="Langkah",
                table=Table(
                    heads=(
                        "No.",
                        "Langkah",
                        "Pelaksana",
                        "Kelengkapan",
                        "Lama (hari kalender)",
                        "Hasil",
                    ),
                    widths=(1, 5, 3, 3, 3, 3),
                    rows=tuple((f"{number}.", *("",) * 5) for number in range(1, 8)),
                ),
            ),
            Chapter(name="Lama seluruhnya", paragraphs=(f"{DOTS} hari kalender.",)),
        ),
        signing=Signing(place=_SET, lines=(f"{known.head},",)),
        office=known.head,
    )


def _attendance(known: Known) -> PaperText:
    return PaperText(
        heading=known.heading,
        title="Daftar Hadir",
        below=(),
        subject=f"Daftar hadir kegiatan inovasi “{known.title}”",
        chapters=(
            Chapter(
                facts=(
                    ("Kegiatan", f"{DOTS} untuk inovasi “{known.title}”"),
                    ("Hari dan tanggal", DOTS),
                    ("Waktu", DOTS),
                    ("Tempat", DOTS),
                ),
                table=Table(
                    heads=("No.", "Nama", "Jabatan", "Instansi", "Tanda tangan"),
                    widths=(1, 5, 4, 4, 4),
                    rows=tuple((f"{number}.", *("",) * 4) for number in range(1, 31)),
                ),
            ),
        ),
        signing=Signing(place=_WRITTEN, lines=("Penanggung jawab kegiatan,",)),
        office="Penanggung jawab kegiatan",
    )


def _survey(known: Known) -> PaperText:
    return PaperText(
        heading=known.heading,
        title="Laporan Survei Kepuasan Masyarakat",
        below=(f"Inovasi “{known.title}”, tahun {known.year}",),
        subject=f"Survei kepuasan pengguna inovasi “{known.title}”",
        chapters=(
            Chapter(name="A. Latar belakang", paragraphs=(_or_dots(known.purpose),)),
            Chapter(
                name="B. Cara survei",
                facts=(
                    ("Waktu dan tempat", DOTS),
                    ("Jumlah responden", DOTS),
                    ("Cara memilih responden", DOTS),
                    ("Pertanyaan dan skala", DOTS),
                ),
            ),
            Chapter(
                name="C. Hasil",
                table=Table(
                    heads=("No.", "Unsur yang dinilai", "Nilai", "Keterangan"),
                    widths=(1, 6, 2, 6),
                    rows=tuple((f"{number}.", "", "", "") for number in range(1, 10)),
                ),
                paragraphs=(f"Nilai seluruhnya: {DOTS}",),
            ),
            Chapter(name="D. Yang perlu diperbaiki dan tindak lanjutnya", points=(DOTS, DOTS)),
        ),
        signing=Signing(place=_WRITTEN, lines=(f"{known.head},",)),
        office=known.head,
    )


def _monitoring(known: Known) -> PaperText:
    return PaperText(
        heading=known.heading,
        title="Laporan Pemantauan dan Evaluasi",
        below=(f"Inovasi “{known.title}”, tahun {known.year}",),
        subject=f"Pemantauan dan evaluasi inovasi “{known.title}”",
        chapters=(
            Chapter(
                name="A. Inovasi",
                facts=(
                    ("Unit pelaksana", known.unit),
                    ("Uji coba", _or_dots(known.trial)),
                    ("Penerapan pertama", _or_dots(known.applied)),
                    ("Waktu pemantauan", DOTS),
                ),
            ),
            Chapter(name="B. Manfaat yang dituju", paragraphs=(_or_dots(known.benefit),)),
            Chapter(name="C. Hasil", paragraphs=(_or_dots(known.result),)),
            Chapter(
                name="D. Ukuran sebelum dan sesudah",
                table=Table(
                    heads=("No.", "Ukuran", "Sebelum", "Sesudah", "Sumber data"),
                    widths=(1, 6, 3, 3, 4),
                    rows=tuple((f"{number}.", *("",) * 4) for number in range(1, 6)),
                ),
            ),
            Chapter(name="E. Kendala dan tindak lanjut", points=(DOTS, DOTS)),
        ),
        signing=Signing(place=_WRITTEN, lines=(f"{known.head},",)),
        office=known.head,
    )


def _replication(known: Known) -> PaperText:
    """A statement that another government gives, under a letterhead that it knows itself."""
    return PaperText(
        heading=heading_of_others(),
        title="Surat Pernyataan Replikasi",
        below=(_NUMBER,),
        subject=f"Replikasi inovasi “{known.title}”",
        chapters=(
            Chapter(
                paragraphs=("Yang bertanda tangan di bawah ini:",),
                facts=(
                    ("Nama", DOTS),
                    ("NIP", DOTS),
                    ("Jabatan", DOTS),
                    ("Instansi", f"{DOTS}, Pemerintah {DOTS}"),
                ),
            ),
            Chapter(
                paragraphs=(
                    f"menyatakan bahwa inovasi “{known.title}” dari {known.unit}, {known.region}, "
                    f"telah direplikasi di daerah kami sejak {DOTS} dengan nama {DOTS}.",
                ),
            ),
            Chapter(name="Bentuk replikasi", points=(DOTS, DOTS)),
            Chapter(
                paragraphs=(
                    "Surat pernyataan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
                    "mestinya.",
                ),
            ),
        ),
        signing=Signing(place=_WRITTEN, lines=("Yang menyatakan,",)),
        office="",
    )


_TEXTS: Mapping[PaperKind, Callable[[Known], PaperText]] = {
    PaperKind.DECREE: _decree,
    PaperKind.ASSIGNMENT: _assignment,
    PaperKind.SOP: _sop,
    PaperKind.ATTENDANCE: _attendance,
    PaperKind.SURVEY: _survey,
    PaperKind.MONITORING: _monitoring,
    PaperKind.REPLICATION: _replication,
}
