"""One table of claims of many regions, CSV or Parquet, into columns for the national engine.

The columns are those of our CSV: region_code, innovation, code and level are needed, region_name,
edition, status, affairs (; between them) and value (for the SPD subtotal) are taken where given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import polars as pl

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Status
from pragola.scoring.columnar import Nation
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.workbook.csv_file import SUBTOTAL_CODE
from pragola.workbook.suggestions import folded, nearest
from pragola.workbook.validation import AnswersFaultyError

_NEEDED = ("region_code", "innovation", "code", "level")
_TAKEN = (*_NEEDED, "region_name", "edition", "status", "affairs", "value")
_MOST_ROWS = 100_000_000
_MOST_FAULTS = 50
_REGION_CODE = r"^\d{2}(\.\d{2})?$"
_FIRST_LINE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsTable:
    """The answers of many regions with the edition they answer."""

    edition: Edition
    nation: Nation


def read_claims_table(path: Path, *, edition: str | None = None) -> ClaimsTable:
    """The table in the file; `edition` stands in where it has no column of that name.

    Raises AnswersFaultyError with the first fifty kinds of fault, each at its first line.
    """
    table = _cleaned(_raw_table(path))
    rules = load_edition(_edition_code(table, edition))
    faults = [*_faults(rules, table)]
    if faults:
        raise AnswersFaultyError(*faults[:_MOST_FAULTS])
    return ClaimsTable(edition=rules, nation=_nation(rules, table))


def holds_many_regions(path: Path) -> bool:
    """Whether the file is a table of claims of more than one region."""
    if path.suffix.lower() == ".parquet":
        return True
    if path.suffix.lower() != ".csv":
        return False
    try:
        codes = _scan(path).select(pl.col("region_code").drop_nulls().n_unique()).collect()
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError):
        return False
    return int(codes.item()) > 1


def _raw_table(path: Path) -> pl.DataFrame:
    try:
        scanned = _scan(path)
        columns = scanned.collect_schema().names()
        missing = [name for name in _NEEDED if name not in columns]
        if missing:
            places = [Fault(code="column_missing", place="line 1", expected=m) for m in missing]
            raise AnswersFaultyError(*places)
        rows = int(scanned.select(pl.len()).collect().item())
        if rows > _MOST_ROWS:
            most = str(_MOST_ROWS)
            raise AnswersFaultyError(Fault(code="table_too_large", found=str(rows), expected=most))
        return scanned.select(name for name in _TAKEN if name in columns).collect()
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as error:
        raise AnswersFaultyError(Fault(code="table_broken")) from error


def _scan(path: Path) -> pl.LazyFrame:
    if path.suffix.lower() == ".parquet":
        return pl.scan_parquet(path)
    with path.open(encoding="utf-8-sig") as file:
        heading = file.readline()
    delimiter = max(",;\t", key=heading.count)
    return pl.scan_csv(path, separator=delimiter, infer_schema=False)


def _cleaned(table: pl.DataFrame) -> pl.DataFrame:
    """Texts without spaces at their ends, nothing for empty ones; lines numbered."""
    columns = [
        _text(name) if name in table.columns else pl.lit(None, pl.String).alias(name)
        for name in _TAKEN
    ]
    cleaned = table.select(columns).with_row_index("line", offset=_FIRST_LINE)
    return cleaned.with_columns(
        pl.col("level").cast(pl.Int64, strict=False).alias("number"),
        pl.col("status").str.to_lowercase(),
        pl.col("innovation").fill_null(""),
    )


def _text(name: str) -> pl.Expr:
    text = pl.col(name).cast(pl.String).str.strip_chars()
    return pl.when(text != "").then(text).otherwise(None).alias(name)


def _edition_code(table: pl.DataFrame, given: str | None) -> str:
    named = table["edition"].drop_nulls().unique(maintain_order=True).to_list()
    if len(named) > 1:
        place = _first(table, pl.col("edition") == named[1], "edition")
        raise AnswersFaultyError(Fault(code="several_regions", place=place, found=named[1]))
    code = named[0] if named else given
    if code is None:
        raise AnswersFaultyError(Fault(code="table_needs_an_edition"))
    return str(code)


def _first(table: pl.DataFrame, wanted: pl.Expr, column: str) -> str:
    line = table.filter(wanted)["line"].item(0)
    return f"line {line}, column {column}"


def _faults(edition: Edition, table: pl.DataFrame) -> Iterator[Fault]:
    yield from _region_faults(table)
    yield from _claim_faults(edition, table)
    yield from _innovation_faults(edition, table)


def _region_faults(table: pl.DataFrame) -> Iterator[Fault]:
    code = pl.col("region_code")
    for line in table.filter(code.is_null())["line"].head(1):
        yield Fault(code="region_code_missing", place=f"line {line}, column region_code")
    wrong = code.is_not_null() & ~code.str.contains(_REGION_CODE)
    yield from _each(table, wrong, "region_code", "region_code_wrong")


def _claim_faults(edition: Edition, table: pl.DataFrame) -> Iterator[Fault]:
    own = pl.col("innovation") == ""
    code = pl.col("code")
    spd = [i.code for i in edition.spd_indicators] or [SUBTOTAL_CODE]
    sid = [i.code for i in edition.sid_indicators]
    yield from _each(table, own & ~code.is_in(spd), "code", "indicator_unknown", known=spd)
    yield from _each(table, ~own & ~code.is_in(sid), "code", "indicator_unknown", known=sid)
    subtotal = own & (code == SUBTOTAL_CODE)
    not_a_level = pl.col("level").is_not_null() & pl.col("number").is_null()
    yield from _each(table, not_a_level & ~subtotal, "level", "level_expected")
    top = max((i.highest_level for i in edition.indicators), default=0)
    beyond = ~pl.col("number").is_between(0, top) & ~subtotal
    yield from _each(table, beyond, "level", "level_out_of_range", expected=f"0-{top}")
    bare = pl.col("level").is_null() & pl.col("value").is_not_null() & ~subtotal
    yield from _each(table, bare, "value", "table_level_missing")
    yield from _subtotal_faults(edition, table.filter(subtotal))
    repeated = (
        code.is_not_null() & ~pl.struct("region_code", "innovation", "code").is_first_distinct()
    )
    yield from _each(table, repeated, "code", "claim_row_twice")


def _subtotal_faults(edition: Edition, rows: pl.DataFrame) -> Iterator[Fault]:
    highest = edition.maxima.spd.value
    for line, text in rows.select("line", "value").iter_rows():
        value = _decimal(text)
        if value is None or not 0 <= value <= highest:
            yield Fault(
                code="subtotal_out_of_range",
                place=f"line {line}, column value",
                found=text or "",
                expected=f"0-{highest}",
            )


def _innovation_faults(edition: Edition, table: pl.DataFrame) -> Iterator[Fault]:
    rows = table.filter(pl.col("innovation") != "")
    statuses = [status.value for status in Status]
    expected = ", ".join(statuses)
    other = ~pl.col("status").is_in(statuses)
    yield from _each(rows, other, "status", "status_unknown", expected=expected)
    known = [affair.name for affair in edition.affairs.value]
    names = _names(rows).filter(~_folded(pl.col("affairs")).is_in([folded(k) for k in known]))
    yield from _each(names, pl.lit(value=True), "affairs", "affair_unknown", known=known)
    for column in ("status", "affairs"):
        first = pl.col(column).drop_nulls().first().over("region_code", "innovation")
        differs = pl.col(column).is_not_null() & (pl.col(column) != first)
        yield from _each(rows, differs, column, "differs_from_before")


def _each(
    table: pl.DataFrame,
    wrong: pl.Expr,
    column: str,
    code: str,
    *,
    expected: str = "",
    known: Sequence[str] = (),
) -> Iterator[Fault]:
    """One fault for each different value that is wrong, at its first line."""
    found = (
        table.filter(wrong)
        .group_by(pl.col(column).fill_null(""))
        .agg(pl.col("line").min())
        .sort("line")
        .head(_MOST_FAULTS)
    )
    for value, line in found.iter_rows():
        meant = nearest(value, known)
        yield Fault(
            code=code,
            place=f"line {line}, column {column}",
            found=value,
            expected=expected,
            facts=(("nearest", meant),) if meant else (),
        )


def _names(rows: pl.DataFrame) -> pl.DataFrame:
    """The affairs one by one, each with its line."""
    names = rows.select("line", pl.col("affairs").str.split(";")).explode("affairs")
    return names.with_columns(pl.col("affairs").str.strip_chars()).filter(
        pl.col("affairs").is_not_null() & (pl.col("affairs") != "")
    )


def _folded(text: pl.Expr) -> pl.Expr:
    return text.str.to_lowercase().str.replace_all(r"\s+", " ")


def _nation(edition: Edition, table: pl.DataFrame) -> Nation:
    own = pl.col("innovation") == ""
    claims = table.filter(pl.col("number").is_not_null() & pl.col("code").is_not_null())
    return Nation(
        claims=claims.select(
            pl.col("region_code").alias("region"),
            "innovation",
            pl.col("code").alias("indicator"),
            pl.col("number").alias("level"),
        ),
        innovations=_innovations(edition, table.filter(~own)),
        regions=_regions(table),
    )


def _innovations(edition: Edition, rows: pl.DataFrame) -> pl.DataFrame:
    known = {folded(affair.name): affair.name for affair in edition.affairs.value}
    named = _folded(pl.element().str.strip_chars())
    listed = (
        pl.col("affairs")
        .fill_null("")
        .str.split(";")
        .list.eval(named.replace_strict(known, default=None, return_dtype=pl.String))
    )
    return (
        rows.group_by("region_code", "innovation", maintain_order=True)
        .agg(pl.col("status", "affairs").drop_nulls().first())
        .with_columns(
            pl.col("status").fill_null(Status.ACCEPTED.value),
            listed.list.drop_nulls().alias("affairs"),
        )
        .rename({"region_code": "region"})
    )


def _regions(table: pl.DataFrame) -> pl.DataFrame:
    named = (
        table.group_by("region_code", maintain_order=True)
        .agg(
            pl.col("region_name").drop_nulls().first().fill_null(""),
            pl.col("value").filter(pl.col("code") == SUBTOTAL_CODE).first(),
        )
        .rename({"region_code": "code", "region_name": "name"})
    )
    subtotals = [_decimal(text) for text in named["value"]]
    return named.select("code", "name").with_columns(
        pl.Series("subtotal", subtotals, dtype=pl.Object)
    )


def _decimal(text: str | None) -> Decimal | None:
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None
