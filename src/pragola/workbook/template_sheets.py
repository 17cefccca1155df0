"""The sheets of the workbook that take answers in rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from pragola.scoring.answers import Claim, Innovation
from pragola.scoring.edition import Edition, Formula, Indicator, Measure
from pragola.workbook.grids import Cell, cell_name
from pragola.workbook.layout import (
    AFFAIR_SEPARATOR,
    CHOICE_MARK,
    CODE,
    ID,
    MAIN_AFFAIR,
    STATUS_WORDS,
    TITLE,
    TOUCHING_AFFAIRS,
    Column,
    Kind,
    SheetLayout,
    SheetName,
    figure_names,
    innovations_layout,
    spd_layout,
)
from pragola.workbook.profiles import stage_choices
from pragola.workbook.template_styles import LEVEL_TINTS, MARKED, Styles
from pragola.workbook.template_tables import (
    FIRST_ROW,
    NAMES_ROW,
    Sheet,
    Written,
    absolute,
    criteria_text,
)

_AFFAIRS, _STAGES = "Urusan", "Tahapan"
_FORMULA_WORDS = {
    Formula.VALUE: "nilai itu sendiri",
    Formula.LATEST: "angka T-1",
    Formula.INCREASE: "T-1 dikurangi T-2",
    Formula.DECREASE: "T-2 dikurangi T-1",
    Formula.GROWTH_PERCENT: "(T-1 dikurangi T-2) dibagi T-2, kali 100",
}
_ADVICE = {
    Kind.DAY: "Tulis tanggal, misalnya 14/12/2022.",
    Kind.NUMBER: "Tulis angka; desimal dengan koma.",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """The lists behind the drop-downs, each a column of the sheet of choices."""

    lists: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, edition: Edition) -> "Choices":
        """The edition's affairs, stages and bases."""
        lists = {
            _AFFAIRS: tuple(affair.name for affair in edition.affairs.value),
            _STAGES: stage_choices(edition),
        }
        for indicator in edition.sid_indicators:
            if indicator.bases:
                lists[indicator.code] = tuple(
                    f"{base.id}{CHOICE_MARK}{base.what}" for base in indicator.bases
                )
        return cls(lists)

    def range_of(self, name: str) -> str:
        """The cells where a list stands; empty for a list without choices."""
        texts = self.lists.get(name)
        if not texts:
            return ""
        column = list(self.lists).index(name)
        return absolute(SheetName.CHOICES, (1, column), (len(texts), column))

    def base(self, code: str, base_id: str) -> str:
        """A base as it stands in the list: its id and what is measured."""
        texts = self.lists[code]
        return next(text for text in texts if text.partition(CHOICE_MARK)[0] == base_id)


def write_spd(
    book: Workbook, styles: Styles, edition: Edition, claims: Mapping[str, Claim]
) -> None:
    """One row an indicator of the region."""
    layout = spd_layout(edition)
    years = ", ".join(f"{name} = {year.value}" for name, year in edition.periods)
    sheet = Sheet.named(book, SheetName.SPD, styles)
    sheet.head(
        "Satuan Pemerintah Daerah (SPD)",
        f"Isi level, atau nilai, atau angka T-1 dan T-2. {years}.",
    )
    sheet.head_columns(layout, open_below=False)
    sheet.page.freeze_panes(FIRST_ROW, 2)
    for row, indicator in enumerate(edition.spd_indicators, FIRST_ROW):
        _write_spd_row(sheet, layout, row, indicator, claims.get(indicator.code, Claim()))


def _write_spd_row(
    sheet: Sheet, layout: SheetLayout, row: int, indicator: Indicator, claim: Claim
) -> None:
    values = {"level": claim.level, "value": claim.value, **dict(claim.periods)}
    shown = _shown_of(indicator)
    open_names = {"level", *figure_names(indicator)}
    for number, column in enumerate(layout.columns):
        value = values.get(column.name)
        if column.name not in values and column.heading in shown:
            sheet.page.write_string(row, number, shown[column.heading], sheet.styles.shown)
        elif column.name not in open_names:
            sheet.page.write_blank(row, number, None, sheet.styles.closed)
        elif value is None:
            sheet.page.write_blank(row, number, None, sheet.entry_format(column))
        else:
            sheet.write(row, number, column, value)
        if column.name == "level":
            sheet.offer_levels(((row, number), (row, number)), indicator)
    widths = {column.heading: column.width for column in layout.columns}
    sheet.fit_row(row, ((text, widths[heading]) for heading, text in shown.items()))


def _shown_of(indicator: Indicator) -> dict[str, str]:
    criteria = {f"Kriteria level {step.level}": step.criterion for step in indicator.levels.value}
    return criteria | {
        CODE: indicator.code,
        "Indikator": indicator.name,
        "Variabel": indicator.variable,
        "Bobot": format(indicator.weight.value, "f").replace(".", ","),
        "Satuan dan cara hitung": _how_measured(indicator.measure),
    }


def _how_measured(measure: Measure | None) -> str:
    return f"{measure.unit}: {_FORMULA_WORDS[measure.formula]}" if measure else ""


def write_innovations(
    book: Workbook,
    styles: Styles,
    edition: Edition,
    innovations: Sequence[Innovation],
    *,
    choices: Choices,
    rows: int,
) -> None:
    """One row an innovation."""
    layout = innovations_layout(edition)
    sheet = Sheet.named(book, SheetName.INNOVATIONS, styles)
    sheet.head("Inovasi", "Satu baris satu inovasi. ID ditentukan sendiri, misalnya p1, p2.")
    sheet.head_columns(layout, open_below=True)
    sheet.page.freeze_panes(FIRST_ROW, 2)
    offered = {
        Kind.STATUS: list(STATUS_WORDS.values()),
        Kind.CHOICE: choices.range_of(_STAGES),
        Kind.AFFAIRS: choices.range_of(_AFFAIRS),
    }
    for number, column in enumerate(layout.columns):
        cells = _column_cells(number, rows)
        if column.kind in offered:
            sheet.offer(cells, offered[column.kind], "Pilih dari daftar.")
        elif column.kind in _ADVICE:
            sheet.advise(cells, _ADVICE[column.kind])
    ids = _column_cells(0, rows)
    twice = {"type": "duplicate", "format": styles.tint(MARKED)}
    sheet.page.conditional_format(*ids[0], *ids[1], twice)
    sheet.write_rows(layout, (_innovation_row(innovation) for innovation in innovations))


def _innovation_row(innovation: Innovation) -> dict[str, Written]:
    profile = innovation.profile
    values: dict[str, Written | None] = {
        ID: innovation.id,
        TITLE: innovation.title or None,
        "Unit pengusul": profile.unit,
        "Status": STATUS_WORDS[innovation.status],
        **_affair_cells(innovation.affairs),
        "Tahapan": profile.stage,
        "Tanggal uji coba": profile.trial,
        "Tanggal penerapan": profile.applied,
        "Tanggal pengembangan": profile.developed,
        "Jumlah kata rancang bangun": profile.design_words,
        "Kali dinilai": profile.assessments,
    }
    return {heading: value for heading, value in values.items() if value is not None}


def _affair_cells(affairs: Sequence[str]) -> dict[str, str]:
    """The affairs by column; those beyond the last column share it."""
    headings = (MAIN_AFFAIR, *TOUCHING_AFFAIRS)
    alone = len(headings) - 1
    shared = f"{AFFAIR_SEPARATOR} ".join(affairs[alone:])
    cells = dict(zip(headings, affairs[:alone], strict=False))
    return cells | ({headings[-1]: shared} if shared else {})


def write_matrix(
    book: Workbook,
    styles: Styles,
    edition: Edition,
    layout: SheetLayout,
    innovations: Sequence[Innovation],
    *,
    choices: Choices,
    rows: int,
) -> None:
    """Claims or verdicts: one row an innovation, one column an indicator."""
    sheet = Sheet.named(book, layout.name, styles)
    is_claims = layout.name is SheetName.CLAIMS
    sheet.head(
        "Klaim" if is_claims else "Putusan",
        "Pilih ID, lalu level; kriterianya muncul saat sel dipilih."
        if is_claims
        else "Diisi penilai: level yang diterima, 0 bila dikembalikan.",
    )
    sheet.head_columns(layout, open_below=True)
    sheet.page.set_row(NAMES_ROW, 72, styles.plain)
    sheet.page.freeze_panes(FIRST_ROW, 2)
    indicators = {indicator.code: indicator for indicator in edition.sid_indicators}
    for number, column in enumerate(layout.columns):
        if column.code:
            _prepare_column(sheet, number, column, indicators[column.code], choices, rows)
    _prepare_row_heading(sheet, rows, innovations)
    sheet.write_rows(
        layout,
        (
            _claims_row(innovation, layout, choices)
            if is_claims
            else _verdicts_row(innovation, layout)
            for innovation in innovations
        ),
    )


def _prepare_column(
    sheet: Sheet, number: int, column: Column, indicator: Indicator, choices: Choices, rows: int
) -> None:
    cells = _column_cells(number, rows)
    if column.kind is Kind.BASE:
        sheet.offer(cells, choices.range_of(column.code), "Pilih satu dasar ukur.")
        return
    if column.name != "level":
        sheet.advise(cells, _ADVICE[Kind.NUMBER])
        return
    sheet.offer_levels(cells, indicator)
    page = sheet.page
    page.write_string(NAMES_ROW, number, indicator.name, sheet.styles.above_heading)
    comment = f"{indicator.name}\n{criteria_text(indicator)}"
    page.write_comment(NAMES_ROW + 1, number, comment, {"x_scale": 2.5, "y_scale": 2})
    for level, tint in enumerate(LEVEL_TINTS, 1):
        rule = {"type": "cell", "criteria": "==", "value": level}
        page.conditional_format(*cells[0], *cells[1], rule | {"format": sheet.styles.tint(tint)})


def _prepare_row_heading(sheet: Sheet, rows: int, innovations: Sequence[Innovation]) -> None:
    ids = _column_cells(0, rows)
    source = absolute(SheetName.INNOVATIONS, *ids)
    sheet.offer(ids, source, "Pilih ID dari lembar Inovasi.")
    titles = [innovation.title for innovation in innovations]
    table = absolute(SheetName.INNOVATIONS, ids[0], (ids[1][0], 1)).removeprefix("=")
    for row in range(FIRST_ROW, FIRST_ROW + rows):
        entered = cell_name((row, 0))
        formula = f'=IF({entered}="","",IFERROR(VLOOKUP({entered},{table},2,FALSE)&"","ID?"))'
        title = titles[row - FIRST_ROW] if row - FIRST_ROW < len(titles) else ""
        sheet.page.write_formula(row, 1, formula, sheet.styles.shown, title)


def _claims_row(
    innovation: Innovation, layout: SheetLayout, choices: Choices
) -> dict[str, Written]:
    row: dict[str, Written] = {ID: innovation.id}
    for column in layout.columns:
        claim = innovation.claims.get(column.code)
        value = _claim_values(claim).get(column.name) if claim else None
        if value is not None:
            row[column.heading] = value
        if claim and claim.base and column.kind is Kind.BASE:
            row[column.heading] = choices.base(column.code, claim.base)
    return row


def _claim_values(claim: Claim) -> dict[str, Written | None]:
    return {"level": claim.level, "value": claim.value, **dict(claim.periods)}


def _verdicts_row(innovation: Innovation, layout: SheetLayout) -> dict[str, Written]:
    row: dict[str, Written] = {ID: innovation.id}
    verdicts = innovation.verdicts
    return row | {
        column.heading: verdicts[column.code]
        for column in layout.columns
        if column.code in verdicts
    }


def _column_cells(number: int, rows: int) -> tuple[Cell, Cell]:
    return (FIRST_ROW, number), (FIRST_ROW + rows - 1, number)
