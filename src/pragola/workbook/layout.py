"""Sheets and columns of Pragola's workbook, the same for the template and for reading it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pragola.scoring.answers import Status
from pragola.scoring.edition import Edition, Indicator, Measure
from pragola.scoring.measure import EARLIER, LATEST, periods_needed
from pragola.workbook.profiles import stage_choices


class SheetName(StrEnum):
    """The sheets by the names on their tabs."""

    HELP = "Petunjuk"
    REGION = "Wilayah"
    SPD = "SPD"
    INNOVATIONS = "Inovasi"
    CLAIMS = "Klaim"
    VERDICTS = "Putusan"
    CRITERIA = "Kriteria"
    CHOICES = "Pilihan"
    UNITS = "Unit"
    OFFICIAL = "Hasil resmi"


class Kind(StrEnum):
    """What the cells of a column hold."""

    SHOWN = "shown"
    """Written by the template for the person, never read."""
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    STATUS = "status"
    CHOICE = "choice"
    AFFAIRS = "affairs"
    BASE = "base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading and what stands below it.

    `name` is the key of the value in the JSON; `code` the indicator it belongs to.
    """

    heading: str
    kind: Kind
    name: str = ""
    code: str = ""
    width: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLayout:
    """A sheet of rows below a heading; `key` is the heading that names each row."""

    name: SheetName
    key: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class RegionField:
    """One line of the sheet of the region: its label and the path of its value."""

    label: str
    path: tuple[str, ...]
    kind: Kind


ID, TITLE = "ID inovasi", "Judul inovasi"
MAIN_AFFAIR = "Urusan utama"
TOUCHING_AFFAIRS = ("Urusan beririsan 1", "Urusan beririsan 2", "Urusan beririsan 3")
CODE = "Kode"
CHOICE_MARK = " · "
AFFAIR_SEPARATOR = ";"

STATUS_WORDS = {
    Status.DRAFT: "Draf",
    Status.ACCEPTED: "Diterima",
    Status.REJECTED: "Ditolak",
}

EDITION_FIELD = RegionField("Pedoman", ("edition",), Kind.TEXT)
SUBTOTAL_FIELD = RegionField("Subtotal SPD", ("spd_subtotal",), Kind.NUMBER)
REGION_FIELDS = (
    EDITION_FIELD,
    RegionField("Kode wilayah", ("region", "code"), Kind.TEXT),
    RegionField("Nama wilayah", ("region", "name"), Kind.TEXT),
)


def region_fields(edition: Edition) -> tuple[RegionField, ...]:
    """The lines of the sheet of the region."""
    return REGION_FIELDS if edition.spd_indicators else (*REGION_FIELDS, SUBTOTAL_FIELD)


def sheet_layouts(edition: Edition) -> tuple[SheetLayout, ...]:
    """The sheets of rows that an edition's workbook must have, in their order."""
    spd = (spd_layout(edition),) if edition.spd_indicators else ()
    return (*spd, innovations_layout(edition), claims_layout(edition), verdicts_layout(edition))


def spd_layout(edition: Edition) -> SheetLayout:
    """One row an indicator of the region, its levels' texts beside the answer."""
    highest = max(i.highest_level for i in edition.spd_indicators)
    columns = (
        Column(heading=CODE, kind=Kind.TEXT, name="code", width=10),
        Column(heading="Indikator", kind=Kind.SHOWN, width=34),
        Column(heading="Variabel", kind=Kind.SHOWN, width=18),
        Column(heading="Bobot", kind=Kind.SHOWN, width=8),
        *(
            Column(heading=f"Kriteria level {level}", kind=Kind.SHOWN, width=26)
            for level in range(1, highest + 1)
        ),
        Column(heading="Level", kind=Kind.NUMBER, name="level", width=8),
        Column(heading="Nilai", kind=Kind.NUMBER, name="value", width=16),
        Column(heading=LATEST, kind=Kind.NUMBER, name=LATEST, width=16),
        Column(heading=EARLIER, kind=Kind.NUMBER, name=EARLIER, width=16),
        Column(heading="Satuan dan cara hitung", kind=Kind.SHOWN, width=34),
    )
    return SheetLayout(name=SheetName.SPD, key=CODE, columns=columns)


def innovations_layout(edition: Edition) -> SheetLayout:
    """One row an innovation: what it is, without its claims."""
    stage_kind = Kind.CHOICE if stage_choices(edition) else Kind.TEXT
    columns = (
        Column(heading=ID, kind=Kind.TEXT, name="id", width=14),
        Column(heading=TITLE, kind=Kind.TEXT, name="title", width=44),
        Column(heading="Unit pengusul", kind=Kind.TEXT, name="unit", width=28),
        Column(heading="Status", kind=Kind.STATUS, name="status", width=12),
        *(
            Column(heading=heading, kind=Kind.AFFAIRS, name="affairs", width=28)
            for heading in (MAIN_AFFAIR, *TOUCHING_AFFAIRS)
        ),
        Column(heading="Tahapan", kind=stage_kind, name="stage", width=14),
        Column(heading="Tanggal uji coba", kind=Kind.DAY, name="trial", width=14),
        Column(heading="Tanggal penerapan", kind=Kind.DAY, name="applied", width=14),
        Column(heading="Tanggal pengembangan", kind=Kind.DAY, name="developed", width=14),
        Column(
            heading="Jumlah kata rancang bangun", kind=Kind.NUMBER, name="design_words", width=14
        ),
        Column(heading="Kali dinilai", kind=Kind.NUMBER, name="assessments", width=10),
    )
    return SheetLayout(name=SheetName.INNOVATIONS, key=ID, columns=columns)


def claims_layout(edition: Edition) -> SheetLayout:
    """One row an innovation, one column an indicator, figures beside where they are taken."""
    columns = [*_row_heading()]
    for indicator in edition.sid_indicators:
        columns.append(_level_column(indicator))
        columns += _figure_columns(indicator)
    return SheetLayout(name=SheetName.CLAIMS, key=ID, columns=tuple(columns))


def verdicts_layout(edition: Edition) -> SheetLayout:
    """One row an innovation, one column an indicator: the levels that were accepted."""
    levels = (_level_column(indicator) for indicator in edition.sid_indicators)
    return SheetLayout(name=SheetName.VERDICTS, key=ID, columns=(*_row_heading(), *levels))


def measures_of(indicator: Indicator) -> tuple[Measure, ...]:
    """Every measure by which a figure can become a level of this indicator."""
    own = (indicator.measure,) if indicator.measure else ()
    return (*own, *(base.measure for base in indicator.bases))


def figure_names(indicator: Indicator) -> tuple[str, ...]:
    """Which figures an indicator takes: `value` and the years of its formula."""
    measures = measures_of(indicator)
    years = {year for measure in measures for year in periods_needed(measure)}
    value = ("value",) if measures else ()
    return (*value, *(year for year in (LATEST, EARLIER) if year in years))


def _row_heading() -> tuple[Column, Column]:
    return (
        Column(heading=ID, kind=Kind.TEXT, name="id", width=14),
        Column(heading=TITLE, kind=Kind.SHOWN, width=40),
    )


def _level_column(indicator: Indicator) -> Column:
    return Column(
        heading=indicator.code, kind=Kind.NUMBER, name="level", code=indicator.code, width=9
    )


_FIGURE_WORDS = {"value": "nilai", LATEST: LATEST, EARLIER: EARLIER}


def _figure_columns(indicator: Indicator) -> Iterator[Column]:
    if indicator.bases:
        heading = f"{indicator.code} dasar"
        yield Column(heading=heading, kind=Kind.BASE, name="base", code=indicator.code, width=24)
    for name in figure_names(indicator):
        heading = f"{indicator.code} {_FIGURE_WORDS[name]}"
        yield Column(heading=heading, kind=Kind.NUMBER, name=name, code=indicator.code, width=12)
