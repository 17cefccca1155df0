"""The workbook that operators fill: sheets with drop-downs, criteria and locked headings."""

from io import BytesIO
from pathlib import Path

from xlsxwriter.workbook import Workbook

from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition, EditionStatus, Indicator
from pragola.workbook.layout import (
    CHOICE_MARK,
    EDITION_FIELD,
    SUBTOTAL_FIELD,
    Column,
    Kind,
    SheetLayout,
    SheetName,
    claims_layout,
    region_fields,
    verdicts_layout,
)
from pragola.workbook.template_sheets import (
    Choices,
    write_innovations,
    write_matrix,
    write_spd,
)
from pragola.workbook.template_styles import Styles
from pragola.workbook.template_tables import FIRST_ROW, Sheet

_SPARE_ROWS = 50
_HELP_WIDTH = 100
_LABEL = Column(heading="", kind=Kind.TEXT)
_HELP = (
    ("1. Wilayah", "Tulis kode wilayah Kemendagri (misalnya 33.18) dan nama wilayah."),
    (
        "2. SPD",
        "Jawab setiap indikator daerah: pilih level, atau tulis nilainya. Sel kelabu tidak dipakai "
        "untuk indikator itu. Isi salah satu saja: level, nilai, atau angka T-1 dan T-2.",
    ),
    (
        "3. Inovasi",
        "Satu baris satu inovasi. ID Anda tentukan sendiri dan harus berbeda untuk setiap inovasi. "
        "Status kosong berarti Diterima; Draf tidak dihitung.",
    ),
    (
        "4. Klaim",
        "Pilih ID inovasi, lalu level setiap indikator. Kriterianya muncul saat sel dipilih; "
        "teks lengkapnya di lembar Kriteria. Untuk kemanfaatan, pilih dasar ukur lalu tulis "
        "levelnya atau nilainya. Sel kosong berarti belum diklaim.",
    ),
    (
        "5. Putusan",
        "Diisi penilai: level yang diterima; 0 berarti dikembalikan. Operator boleh melewatinya.",
    ),
    (
        "Angka",
        "Tulis desimal dengan koma, misalnya 4,45. Angka persen ditulis tanpa tanda %: 4,45.",
    ),
    ("Tanggal", "Tulis 14/12/2022 atau 14 Desember 2022."),
    (
        "Perlindungan",
        "Judul kolom dikunci tanpa kata sandi agar berkas tetap terbaca. Urutan kolom boleh "
        "berubah dan kolom catatan boleh ditambah; judul kolom jangan diganti.",
    ),
    (
        "Sesudah diisi",
        "Simpan sebagai .xlsx tanpa kata sandi, lalu unggah ke Pragola atau jalankan: "
        "pragola score BERKAS.xlsx",
    ),
)
_STATUS_WORDS = {
    EditionStatus.COMPLETE: "lengkap",
    EditionStatus.PARTIAL: "sebagian: SPD diisi sebagai satu subtotal",
    EditionStatus.OUTLOOK: "perkiraan: aturan tahun itu belum terbit",
}


def write_template(edition: Edition, path: Path, answers: Answers | None) -> None:
    """Write the edition's workbook, empty or filled with the answers."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": f"Pragola {edition.code}", "subject": edition.title})
        _write_sheets(book, edition, answers)
    path.write_bytes(buffer.getvalue())


def _write_sheets(book: Workbook, edition: Edition, answers: Answers | None) -> None:
    styles = Styles(book)
    innovations = answers.innovations if answers else ()
    rows = max(edition.count.cap.value, len(innovations)) + _SPARE_ROWS
    choices = Choices.of(edition)
    _write_help(book, styles, edition)
    _write_region(book, styles, edition, answers)
    if edition.spd_indicators:
        write_spd(book, styles, edition, answers.spd if answers else {})
    write_innovations(book, styles, edition, innovations, choices=choices, rows=rows)
    claims, verdicts = claims_layout(edition), verdicts_layout(edition)
    write_matrix(book, styles, edition, claims, innovations, choices=choices, rows=rows)
    write_matrix(book, styles, edition, verdicts, innovations, choices=choices, rows=rows)
    _write_criteria(book, styles, edition)
    _write_choices(book, styles, choices)


def _write_help(book: Workbook, styles: Styles, edition: Edition) -> None:
    sheet = Sheet.named(book, SheetName.HELP, styles)
    sheet.head(
        f"Jawaban Indeks Inovasi Daerah {edition.code}",
        f"Pedoman {edition.code} ({_STATUS_WORDS[edition.status]}). {edition.title}",
    )
    sheet.page.set_column(0, 0, 18, styles.paragraph)
    sheet.page.set_column(1, 1, _HELP_WIDTH, styles.paragraph)
    for row, (topic, text) in enumerate(_HELP, FIRST_ROW):
        if topic != "2. SPD" or edition.spd_indicators:
            sheet.page.write_string(row, 0, topic, styles.heading)
            sheet.page.write_string(row, 1, text, styles.paragraph)
            sheet.fit_row(row, ((text, _HELP_WIDTH),))


def _write_region(
    book: Workbook, styles: Styles, edition: Edition, answers: Answers | None
) -> None:
    sheet = Sheet.named(book, SheetName.REGION, styles)
    sheet.head("Wilayah", "Kode wilayah menurut Kemendagri: 33 untuk provinsi, 33.18 untuk Pati.")
    sheet.page.set_column(0, 0, 24, styles.plain)
    sheet.page.set_column(1, 1, 44, styles.plain)
    given = {}
    if answers:
        given = {"code": answers.region.code, "name": answers.region.name}
    for row, field in enumerate(region_fields(edition), FIRST_ROW):
        sheet.page.write_string(row, 0, field.label, styles.heading)
        column = Column(heading=field.label, kind=field.kind)
        if field is EDITION_FIELD:
            sheet.page.write_string(row, 1, edition.code, styles.shown)
        elif field is SUBTOTAL_FIELD:
            _write_subtotal(sheet, row, column, edition, answers)
        elif field.path[-1] in given:
            sheet.write(row, 1, column, given[field.path[-1]])
        else:
            sheet.page.write_blank(row, 1, None, sheet.entry_format(column))


def _write_subtotal(
    sheet: Sheet, row: int, column: Column, edition: Edition, answers: Answers | None
) -> None:
    cell = (row, 1)
    sheet.advise((cell, cell), f"Jumlah skor SPD, 0 sampai {edition.maxima.spd.value}.")
    if answers and answers.spd_subtotal is not None:
        sheet.write(row, 1, column, answers.spd_subtotal)
    else:
        sheet.page.write_blank(row, 1, None, sheet.entry_format(column))


def _write_criteria(book: Workbook, styles: Styles, edition: Edition) -> None:
    sheet = Sheet.named(book, SheetName.CRITERIA, styles)
    sheet.head("Kriteria", "Teks level setiap indikator; lembar ini hanya untuk dibaca.")
    highest = max(i.highest_level for i in edition.indicators)
    headings = ("Kode", "Indikator", "Bobot", "Wajib")
    levels = tuple(f"Level {level}" for level in range(1, highest + 1))
    columns = (*headings, *levels, "Dasar ukur", "Dokumen")
    widths = (10, 34, 8, 8, *(36 for _ in levels), 40, 40)
    layout = SheetLayout(
        name=SheetName.CRITERIA,
        key="Kode",
        columns=tuple(
            Column(heading=heading, kind=Kind.SHOWN, width=width)
            for heading, width in zip(columns, widths, strict=True)
        ),
    )
    sheet.head_columns(layout, open_below=False)
    sheet.page.freeze_panes(FIRST_ROW, 2)
    for row, indicator in enumerate(edition.indicators, FIRST_ROW):
        texts = _criteria_row(indicator, highest)
        for number, text in enumerate(texts):
            sheet.page.write_string(row, number, text, styles.shown)
        sheet.fit_row(row, zip(texts, widths, strict=True))


def _criteria_row(indicator: Indicator, highest: int) -> tuple[str, ...]:
    return (
        indicator.code,
        indicator.name,
        format(indicator.weight.value, "f").replace(".", ","),
        "ya" if indicator.mandatory.value else "tidak",
        *(indicator.criterion(level) for level in range(1, highest + 1)),
        "\n".join(f"{base.id}{CHOICE_MARK}{base.what}" for base in indicator.bases),
        "; ".join(indicator.evidence.documents),
    )


def _write_choices(book: Workbook, styles: Styles, choices: Choices) -> None:
    sheet = Sheet.named(book, SheetName.CHOICES, styles)
    for number, (name, texts) in enumerate(choices.lists.items()):
        sheet.page.write_string(0, number, name, styles.heading)
        for row, text in enumerate(texts, 1):
            sheet.page.write_string(row, number, text, styles.plain)
    sheet.page.hide()
