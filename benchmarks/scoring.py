"""How fast the index is computed: `python -m benchmarks.scoring [--big]`.

Without --big: 612,000 claims by columns and by the exact engine, a workbook of 200 innovations
from process start, and the files of an edition read. With --big: 61 million claims by columns, and
nothing else, so that the memory it prints is theirs.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import polars as pl

from benchmarks.machine import machine, peak_memory, timed
from pragola.rulebooks import load_edition, read_edition
from pragola.rulebooks.catalogue import EDITIONS
from pragola.scoring.answers import Answers, Claim, Innovation, Region
from pragola.scoring.columnar import Nation, national_scores, ranked
from pragola.scoring.edition import Edition
from pragola.scoring.score import score
from pragola.workbook import write_workbook

REGIONS = 552
ENTRIES = 30_600
TIMES_BIGGER = 100
WORKBOOK_ENTRIES = 200
_REJECTED_EACH = 25


def main() -> None:
    """Print the figures with the machine they were taken on."""
    edition = load_edition("2026")
    print(machine())
    if "--big" in sys.argv[1:]:
        _columns(edition, ENTRIES * TIMES_BIGGER, times=3)
        return
    _columns(edition, ENTRIES, times=9)
    _exact(edition)
    _workbook(edition)
    _files()


def _columns(edition: Edition, entries: int, *, times: int) -> None:
    nation = _nation(edition, entries)
    print(f"columns, {nation.claims.height:,} claims of {REGIONS} regions, scored and ranked:")
    print("  ", timed(lambda: ranked(national_scores(edition, nation)), times=times))
    print("  ", peak_memory())


def _nation(edition: Edition, entries: int) -> Nation:
    """So many innovations spread over the regions, with levels that follow from their number."""
    number = pl.int_range(entries, dtype=pl.UInt32, eager=True).alias("innovation")
    region_codes = [f"{11 + r // 40}.{r % 40 + 1:02}" for r in range(REGIONS)]
    regions = pl.Enum(region_codes)
    innovations = pl.DataFrame({"innovation": number}).select(
        _named(pl.col("innovation") % REGIONS, regions).alias("region"),
        "innovation",
        _statuses().alias("status"),
        _affairs(edition).alias("affairs"),
    )
    codes = [i.code for i in edition.sid_indicators]
    claims = pl.concat(
        innovations.select(
            "region",
            "innovation",
            pl.lit(code, pl.Enum(codes)).alias("indicator"),
            ((pl.col("innovation") + place) % 4).cast(pl.Int8).alias("level"),
        )
        for place, code in enumerate(codes)
    ).rechunk()
    named = pl.DataFrame(
        {"code": pl.Series(region_codes, dtype=regions), "name": region_codes}
    ).with_columns(pl.Series("subtotal", [None] * REGIONS, dtype=pl.Object))
    return Nation(claims=claims, innovations=innovations, regions=named)


def _statuses() -> pl.Expr:
    statuses = pl.Enum(["accepted", "rejected"])
    rejected = pl.col("innovation") % _REJECTED_EACH == 0
    return (
        pl.when(rejected).then(pl.lit("rejected", statuses)).otherwise(pl.lit("accepted", statuses))
    )


def _affairs(edition: Edition) -> pl.Expr:
    names = [affair.name for affair in edition.affairs.value]
    place = pl.col("innovation").cast(pl.UInt64) * 7 % len(names)
    return pl.concat_list(_named(place, pl.Enum(names)).cast(pl.String))


def _named(place: pl.Expr, names: pl.Enum) -> pl.Expr:
    """The names at those places, held as small numbers."""
    width = pl.UInt8 if len(names.categories) <= 255 else pl.UInt16
    return place.cast(width).cat.to(names)


def _exact(edition: Edition) -> None:
    regions = [
        _answers(edition, f"33.{number:02}", ENTRIES // REGIONS) for number in range(REGIONS)
    ]
    claims = sum(len(i.claims) for answers in regions for i in answers.innovations)
    print(f"exact engine, {claims:,} claims of {REGIONS} regions, one side:")
    print("  ", timed(lambda: [score(edition, answers) for answers in regions], times=3))


def _answers(edition: Edition, code: str, entries: int) -> Answers:
    return Answers(
        edition=edition.code,
        region=Region(code, code),
        spd={i.code: Claim(level=2) for i in edition.spd_indicators},
        innovations=tuple(_innovation(edition, number) for number in range(entries)),
    )


def _innovation(edition: Edition, number: int) -> Innovation:
    affair = edition.affairs.value[number * 7 % len(edition.affairs.value)].name
    claims = {
        indicator.code: Claim(level=(number + place) % 4)
        for place, indicator in enumerate(edition.sid_indicators)
    }
    return Innovation(id=f"p{number}", title=f"p{number}", affairs=(affair,), claims=claims)


def _workbook(edition: Edition) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "region.xlsx"
        write_workbook(edition, path, _answers(edition, "33.18", WORKBOOK_ENTRIES))
        command = [str(Path(sys.executable).with_name("pragola")), "score", str(path)]
        print(f"pragola score, workbook of {WORKBOOK_ENTRIES} innovations, from process start:")
        print(
            "  ",
            timed(lambda: subprocess.run(command, check=True, capture_output=True), times=7),
        )


def _files() -> None:
    """An outlook, which is laid over the edition it is based on."""
    print("the files of an outlook, read and checked:")
    print("  ", timed(lambda: read_edition(EDITIONS / "2027"), times=9))


if __name__ == "__main__":
    main()
