"""The same index for many regions at once, on Polars columns, in whole numbers only.

Points are counted in the smallest unit any value of the edition has (hundredths, say), so every
step is exact and the index agrees with `pragola.scoring.score` digit by digit.

Frames: claims (region, innovation, indicator, level), one row a claim, SPD rows with any
innovation; innovations (region, innovation, status, affairs as a list led by the main one);
regions (code, name, subtotal as Decimal or null).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from pragola.scoring.answers import Region, Status
from pragola.scoring.edition import Aspect, Edition
from pragola.scoring.faults import Fault
from pragola.scoring.score import AnswersDoNotFitError

_LARGEST = 2**63 - 1
_BY_REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """The answers of many regions to one edition, as the frames named above."""

    claims: pl.DataFrame
    innovations: pl.DataFrame
    regions: pl.DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalScores:
    """One row a region, in the order of the regions: whole numbers only.

    `frame`: region, name, spd, sid_sum, count_score (points × `point_unit`), entered, counted,
    divisor, basic_services, index (index points × `index_unit`), band.
    """

    frame: pl.DataFrame
    point_unit: int
    index_unit: int


def national_scores(edition: Edition, nation: Nation) -> NationalScores:
    """Every region's score by `edition`.

    Raises AnswersDoNotFitError for a code or level the edition does not have.
    """
    unit = _point_unit(edition, nation.regions)
    frame = (
        nation.regions.lazy()
        .select(pl.col("code").alias(_BY_REGION), "name", _subtotals(nation.regions, unit))
        .join(
            _points(edition, nation, unit).lazy(), on=_BY_REGION, how="left", maintain_order="left"
        )
        .join(_entries(nation.innovations).lazy(), on=_BY_REGION, how="left", maintain_order="left")
        .join(
            _coverage(edition, nation.innovations).lazy(),
            on=_BY_REGION,
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.exclude(_BY_REGION, "name").fill_null(0))
        .with_columns((pl.col("spd") + pl.col("subtotal")).alias("spd"), _entered(edition))
        .with_columns(_divisor(edition), _count_score(edition, unit))
        .collect()
    )
    return _finished(edition, frame, unit)


def ranked(scores: NationalScores) -> pl.DataFrame:
    """The scores with class and rank within it, best first; equals share a rank."""
    kinds = [Region(code, "").kind for code in scores.frame[_BY_REGION]]
    order = pl.col("index").rank("min", descending=True).over("class").alias("rank")
    return (
        scores.frame.with_columns(pl.Series("class", kinds, dtype=pl.String))
        .with_columns(order)
        .sort("class", "rank", _BY_REGION)
    )


def _finished(edition: Edition, frame: pl.DataFrame, unit: int) -> NationalScores:
    index_unit = 10**edition.index_decimals.value
    total_max = _scaled(edition.maxima.total.value, unit)
    _refuse_overflow(frame, total_max * 200 * index_unit)
    divisor = pl.col("divisor")
    points = (pl.col("spd") + pl.col("count_score")) * divisor + pl.col("sid_sum")
    below = divisor * total_max
    index = (points * (200 * index_unit) + below) // (below * 2)
    done = frame.with_columns(index.alias("index")).with_columns(_band(edition, index_unit))
    columns = (
        "region",
        "name",
        "spd",
        "sid_sum",
        "count_score",
        "entered",
        "counted",
        "divisor",
        "basic_services",
        "index",
        "band",
    )
    return NationalScores(frame=done.select(columns), point_unit=unit, index_unit=index_unit)


def _points(edition: Edition, nation: Nation, unit: int) -> pl.DataFrame:
    """Points by region: spd, and sid_sum over the claims of accepted innovations.

    What was not accepted is summed apart and taken off again: the many claims are never copied.
    """
    weights = _weights(edition, unit)
    claimed = _levels(nation.claims.lazy()).join(weights, on="indicator", how="left")
    _refuse_what_does_not_fit(claimed)
    dropped = _levels(_claims_of(nation, _not_accepted(nation.innovations)))
    in_dropped = dropped.join(weights, on="indicator", how="inner")
    points = pl.col("levels") * pl.col("weight")
    is_sid = pl.col("aspect") == Aspect.SID.value
    return (
        pl.concat(
            [
                claimed.select(_BY_REGION, "aspect", points.alias("points")),
                in_dropped.filter(is_sid).select(_BY_REGION, "aspect", -points.alias("points")),
            ]
        )
        .group_by(_BY_REGION)
        .agg(
            pl.col("points").filter(~is_sid).sum().alias("spd"),
            pl.col("points").filter(is_sid).sum().alias("sid_sum"),
        )
    )


def _levels(claims: pl.LazyFrame) -> pl.DataFrame:
    """Sum, lowest and highest of the levels by region and indicator."""
    level = pl.col("level")
    return (
        claims.group_by(_BY_REGION, "indicator")
        .agg(
            level.cast(pl.Int64).sum().alias("levels"),
            level.min().cast(pl.Int64).alias("lowest"),
            level.max().cast(pl.Int64).alias("highest"),
        )
        .with_columns(pl.col("indicator").cast(pl.String))
        .collect(engine="streaming")
    )


def _not_accepted(innovations: pl.DataFrame) -> pl.DataFrame:
    other = pl.col("status").cast(pl.String) != Status.ACCEPTED.value
    return innovations.filter(other).select(_BY_REGION, "innovation")


def _claims_of(nation: Nation, innovations: pl.DataFrame) -> pl.LazyFrame:
    return nation.claims.lazy().join(innovations.lazy(), on=[_BY_REGION, "innovation"], how="semi")


def _weights(edition: Edition, unit: int) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "indicator": [i.code for i in edition.indicators],
            "weight": [_scaled(i.weight.value, unit) for i in edition.indicators],
            "aspect": [i.aspect.value for i in edition.indicators],
            "top": [i.highest_level for i in edition.indicators],
        },
        schema={
            "indicator": pl.String,
            "weight": pl.Int64,
            "aspect": pl.String,
            "top": pl.Int64,
        },
    )


def _refuse_what_does_not_fit(weighted: pl.DataFrame) -> None:
    unknown = weighted.filter(pl.col("weight").is_null())["indicator"].unique().sort()
    faults = [Fault(code="indicator_unknown", place=code, found=code) for code in unknown]
    beyond = weighted.filter((pl.col("highest") > pl.col("top")) | (pl.col("lowest") < 0))
    for row in beyond.sort(_BY_REGION, "indicator").iter_rows(named=True):
        found = row["lowest"] if row["lowest"] < 0 else row["highest"]
        place = f"{row[_BY_REGION]}: {row['indicator']}"
        expected = f"0-{row['top']}"
        faults.append(
            Fault(code="level_out_of_range", place=place, found=str(found), expected=expected)
        )
    if faults:
        raise AnswersDoNotFitError(*faults)


def _entries(innovations: pl.DataFrame) -> pl.DataFrame:
    status = pl.col("status").cast(pl.String)
    return innovations.group_by(_BY_REGION).agg(
        (status == Status.ACCEPTED.value).sum().cast(pl.Int64).alias("counted"),
        (status == Status.REJECTED.value).sum().cast(pl.Int64).alias("rejected"),
    )


def _coverage(edition: Edition, innovations: pl.DataFrame) -> pl.DataFrame:
    affairs = pl.col("affairs")
    covering = affairs if edition.touching_affairs_count.value else affairs.list.head(1)
    return (
        innovations.filter(pl.col("status").cast(pl.String) == Status.ACCEPTED.value)
        .select(_BY_REGION, covering)
        .explode("affairs")
        .filter(pl.col("affairs").is_in(edition.basic_affairs))
        .group_by(_BY_REGION)
        .agg(pl.col("affairs").n_unique().cast(pl.Int64).alias("basic_services"))
    )


def _entered(edition: Edition) -> pl.Expr:
    counted = pl.col("counted")
    both = counted + pl.col("rejected")
    return (both if edition.rejected_in_divisor.value else counted).alias("entered")


def _divisor(edition: Edition) -> pl.Expr:
    return pl.max_horizontal("entered", pl.lit(edition.min_divisor.value, pl.Int64)).alias(
        "divisor"
    )


def _count_score(edition: Edition, unit: int) -> pl.Expr:
    cap = pl.lit(edition.count.cap.value, pl.Int64)
    weight = _scaled(edition.count.weight.value, unit)
    points = pl.min_horizontal("counted", cap) * weight
    minimum = edition.min_basic_services
    if minimum is not None:
        points = pl.when(pl.col("basic_services") >= minimum.value).then(points).otherwise(0)
    return points.alias("count_score")


def _band(edition: Edition, index_unit: int) -> pl.Expr:
    bands = sorted(edition.bands.value, key=lambda band: band.min)
    name = pl.lit(bands[0].name)
    for band in bands[1:]:
        reached = pl.col("index") >= _scaled(band.min, index_unit)
        name = pl.when(reached).then(pl.lit(band.name)).otherwise(name)
    return name.alias("band")


def _subtotals(regions: pl.DataFrame, unit: int) -> pl.Series:
    scaled = [_scaled(value or Decimal(0), unit) for value in regions["subtotal"]]
    return pl.Series("subtotal", scaled, dtype=pl.Int64)


def _point_unit(edition: Edition, regions: pl.DataFrame) -> int:
    """The power of ten that makes whole numbers of all points."""
    values = [
        *(i.weight.value for i in edition.indicators),
        edition.count.weight.value,
        edition.maxima.total.value,
        *(value for value in regions["subtotal"] if value is not None),
    ]
    unit: int = 10 ** max(_decimals(values))
    return unit


def _decimals(values: Iterable[Decimal]) -> Iterable[int]:
    for value in values:
        exponent = value.as_tuple().exponent
        yield max(0, -exponent) if isinstance(exponent, int) else 0


def _scaled(value: Decimal, unit: int) -> int:
    return int(value * Decimal(unit))


def _refuse_overflow(frame: pl.DataFrame, factor: int) -> None:
    """Whole numbers of 64 bits hold far more than any region; say so if one does not fit."""
    largest: int = max((int(value) for value in frame["divisor"]), default=0)
    if 2 * largest * factor > _LARGEST:
        raise AnswersDoNotFitError(Fault(code="too_many_innovations", found=str(largest)))
