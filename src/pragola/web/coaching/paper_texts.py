"""The words of papers, filled with an innovation's data; what is not known is left as dots.

These are our own drafts. An office puts them into its own form before they are signed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pragola.web.coaching.models import PaperKind
from pragola.web.coaching.printing.letterheads import Heading

DOTS = "…………………………"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an innovation, as text; empty for what nobody has written yet."""

    heading: Heading
    region: str
    title: str
    unit: str
    year: str
    purpose: str
    benefit: str
    result: str
    trial: str
    applied: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of a paper: its name, paragraphs, numbered points, a table with a heading row.

    An appendix stands on a page of its own, behind the signature.
    """

    name: str = ""
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    appendix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """A paper: its title, what it is about, what stands under it, its chapters, who signs."""

    title: str
    subject: str
    below: str
    chapters: tuple[Chapter, ...]
    signer: str

    @property
    def office(self) -> str:
        """The office that signs, as far as it is known."""
        return "" if DOTS in self.signer else self.signer


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


def paper_text(kind: PaperKind, known: Known) -> PaperText:
    """The draft of that kind."""
    return _TEXTS[kind](known)


def _or_dots(text: str) -> str:
    return text or DOTS


def _decree(known: Known) -> PaperText:
    return PaperText(
        title=f"Keputusan Kepala {known.unit}",
        subject=f"Penetapan Inovasi “{known.title}”",
        below=f"Nomor {DOTS} tentang Penetapan Inovasi “{known.title}”",
        chapters=(
            Chapter(
                name="Menimbang",
                points=(
                    f"bahwa {known.unit} menjalankan inovasi “{known.title}” dengan tujuan: "
                    f"{_or_dots(known.purpose)}",
                    "bahwa inovasi itu perlu ditetapkan supaya pelaksanaannya berkelanjutan.",
                ),
            ),
            Chapter(name="Mengingat", points=(DOTS, DOTS)),
            Chapter(
                name="Memutuskan",
                points=(
                    f"Menetapkan inovasi “{known.title}” sebagai inovasi {known.unit}.",
                    f"Inovasi diterapkan sejak {_or_dots(known.applied)}.",
                    "Pelaksana inovasi tercantum dalam lampiran keputusan ini.",
                    f"Keputusan ini berlaku sejak ditetapkan, untuk tahun {known.year}.",
                ),
            ),
            Chapter(
                name="Lampiran: pelaksana inovasi",
                table=(("No.", "Nama", "Jabatan", "Tugas"), *_rows(10, 4)),
                appendix=True,
            ),
        ),
        signer=f"Kepala {known.unit}",
    )


def _assignment(known: Known) -> PaperText:
    return PaperText(
        title="Surat Penugasan",
        subject=f"Penugasan pelaksana inovasi “{known.title}”",
        below=f"Nomor {DOTS}",
        chapters=(
            Chapter(
                paragraphs=(
                    f"Kepala {known.unit} menugaskan nama berikut untuk menjalankan inovasi "
                    f"“{known.title}”:",
                ),
                table=(("No.", "Nama", "NIP", "Jabatan", "Tugas"), *_rows(5, 5)),
            ),
            Chapter(paragraphs=(f"Penugasan berlaku untuk tahun {known.year}.",)),
        ),
        signer=f"Kepala {known.unit}",
    )


def _sop(known: Known) -> PaperText:
    return PaperText(
        title="Prosedur Operasional Standar",
        subject=f"Prosedur layanan “{known.title}”",
        below=f"Layanan “{known.title}” · Nomor {DOTS}",
        chapters=(
            Chapter(name="Tujuan", paragraphs=(_or_dots(known.purpose),)),
            Chapter(
                name="Langkah",
                table=(
                    ("No.", "Langkah", "Pelaksana", "Lama (hari kalender)", "Hasil"),
                    *_rows(6, 5),
                ),
            ),
            Chapter(name="Lama seluruhnya", paragraphs=(f"{DOTS} hari kalender.",)),
        ),
        signer=f"Kepala {known.unit}",
    )


def _attendance(known: Known) -> PaperText:
    return PaperText(
        title="Daftar Hadir",
        subject=f"Daftar hadir kegiatan inovasi “{known.title}”",
        below=f"Kegiatan {DOTS} untuk inovasi “{known.title}”",
        chapters=(
            Chapter(
                paragraphs=(f"Hari dan tanggal: {DOTS}", f"Tempat: {DOTS}"),
                table=(("No.", "Nama", "Instansi", "Tanda tangan"), *_rows(15, 4)),
            ),
        ),
        signer="Penanggung jawab kegiatan",
    )


def _survey(known: Known) -> PaperText:
    return PaperText(
        title="Laporan Survei",
        subject=f"Survei kepuasan pengguna inovasi “{known.title}”",
        below=f"Kepuasan pengguna inovasi “{known.title}”, tahun {known.year}",
        chapters=(
            Chapter(name="Latar belakang", paragraphs=(_or_dots(known.purpose),)),
            Chapter(
                name="Cara",
                points=(
                    f"Waktu survei: {DOTS}",
                    f"Jumlah responden dan cara memilihnya: {DOTS}",
                    f"Pertanyaan dan skalanya: {DOTS}",
                ),
            ),
            Chapter(name="Hasil", table=(("Unsur", "Nilai", "Keterangan"), *_rows(6, 3))),
            Chapter(name="Tindak lanjut", points=(DOTS, DOTS)),
        ),
        signer=f"Kepala {known.unit}",
    )


def _monitoring(known: Known) -> PaperText:
    return PaperText(
        title="Laporan Pemantauan dan Evaluasi",
        subject=f"Pemantauan dan evaluasi inovasi “{known.title}”",
        below=f"Inovasi “{known.title}”, tahun {known.year}",
        chapters=(
            Chapter(
                name="Inovasi",
                points=(
                    f"Uji coba: {_or_dots(known.trial)}",
                    f"Penerapan pertama: {_or_dots(known.applied)}",
                ),
            ),
            Chapter(name="Manfaat yang dituju", paragraphs=(_or_dots(known.benefit),)),
            Chapter(name="Hasil", paragraphs=(_or_dots(known.result),)),
            Chapter(
                name="Ukuran",
                table=(("Ukuran", "Sebelum", "Sesudah", "Sumber data"), *_rows(4, 4)),
            ),
            Chapter(name="Kendala dan tindak lanjut", points=(DOTS, DOTS)),
        ),
        signer=f"Kepala {known.unit}",
    )


def _replication(known: Known) -> PaperText:
    return PaperText(
        title="Surat Pernyataan Replikasi",
        subject=f"Replikasi inovasi “{known.title}”",
        below=f"Nomor {DOTS}",
        chapters=(
            Chapter(
                paragraphs=(
                    f"Yang bertanda tangan di bawah ini, {DOTS} dari Pemerintah {DOTS}, "
                    f"menyatakan bahwa inovasi “{known.title}” dari {known.unit}, {known.region}, "
                    f"telah direplikasi di daerah kami sejak {DOTS} dengan nama {DOTS}.",
                ),
            ),
            Chapter(name="Bentuk replikasi", points=(DOTS, DOTS)),
        ),
        signer=f"Pejabat Pemerintah {DOTS}",
    )


def _rows(number: int, cells: int) -> tuple[tuple[str, ...], ...]:
    return tuple((str(each), *[""] * (cells - 1)) for each in range(1, number + 1))


_TEXTS: Mapping[PaperKind, Callable[[Known], PaperText]] = {
    PaperKind.DECREE: _decree,
    PaperKind.ASSIGNMENT: _assignment,
    PaperKind.SOP: _sop,
    PaperKind.ATTENDANCE: _attendance,
    PaperKind.SURVEY: _survey,
    PaperKind.MONITORING: _monitoring,
    PaperKind.REPLICATION: _replication,
}
