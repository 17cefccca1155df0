"""`pragola rank`: many regions' answers, scored by the exact engine and ranked by class."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import click

from pragola.cli.numbers import figure
from pragola.cli.options import json_option, language_option
from pragola.cli.words import words
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Region
from pragola.scoring.faults import Fault, PragolaError
from pragola.scoring.score import score
from pragola.wording import Language
from pragola.workbook.files import read_answers

_KINDS = (".xlsx", ".json", ".csv", ".parquet")
_TABLES = (".csv", ".parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A region's index; `counted` is the number of innovations counted."""

    region: Region
    edition: str
    index: Decimal
    band: str
    counted: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A standing with its rank among the regions of its class; equals share a rank."""

    rank: int
    standing: Standing


class RankingFaultyError(PragolaError):
    """Files that cannot be ranked; carries the faults of all of them."""


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH…"
)
@click.option("--edition", metavar="EDITION", help="Edition of a table that does not name it.")
@json_option
@language_option
def rank(
    paths: tuple[Path, ...], edition: str | None, language: Language, *, as_json: bool
) -> None:
    """Rank the regions in files of answers, or in folders of them, by class.

    A CSV or Parquet file may hold the claims of many regions in one table.
    """
    files = tuple(_files_in(paths))
    if not files:
        raise click.UsageError(words("nothing_to_rank", language))
    ranking = ranked(_standings(files, edition))
    if as_json:
        document = {"ranking": [_document(place) for place in ranking]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for line in _table(ranking, language):
            click.echo(line)


def ranked(standings: Iterable[Standing]) -> tuple[Ranked, ...]:
    """The standings by edition and class, the highest index first."""
    ordered = sorted(standings, key=lambda s: (*_group(s), -s.index, s.region.code))
    return tuple(Ranked(_rank_of(standing, ordered), standing) for standing in ordered)


def _rank_of(standing: Standing, ordered: Sequence[Standing]) -> int:
    group = _group(standing)
    return 1 + sum(1 for s in ordered if _group(s) == group and s.index > standing.index)


def _group(standing: Standing) -> tuple[str, int]:
    classes = ("provinsi", "kabupaten", "kota")
    return standing.edition, classes.index(standing.region.kind)


def _files_in(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(f for f in path.rglob("*") if f.suffix.lower() in _KINDS)
        else:
            yield path


def _standings(files: Sequence[Path], edition: str | None) -> tuple[Standing, ...]:
    standings: dict[tuple[str, str], tuple[Path, Standing]] = {}
    faults: list[Fault] = []
    for file in files:
        try:
            in_file = _in_table(file, edition) or (_standing(file),)
        except PragolaError as error:
            faults += (_in_file(fault, file) for fault in error.faults)
            continue
        for standing in in_file:
            key = (standing.edition, standing.region.code)
            first, _ = standings.setdefault(key, (file, standing))
            if first is not file:
                found, facts = standing.region.code, (("first", first.name),)
                faults.append(Fault(code="region_twice", place=file.name, found=found, facts=facts))
    if faults:
        raise RankingFaultyError(*faults)
    return tuple(standing for _, standing in standings.values())


def _in_table(file: Path, edition: str | None) -> tuple[Standing, ...]:
    """The regions of a table of claims, by the columnar engine; empty for other files."""
    if file.suffix.lower() not in _TABLES:
        return ()
    # Columns are slow to load; a single region's answers must not pay for them.
    from pragola.scoring.columnar import national_scores
    from pragola.workbook.claims_table import holds_many_regions, read_claims_table

    if not holds_many_regions(file):
        return ()
    table = read_claims_table(file, edition=edition)
    scores = national_scores(table.edition, table.nation)
    places = table.edition.index_decimals.value
    return tuple(
        Standing(
            region=Region(row["region"], row["name"]),
            edition=table.edition.code,
            index=Decimal(row["index"]).scaleb(-places),
            band=row["band"],
            counted=row["counted"],
        )
        for row in scores.frame.iter_rows(named=True)
    )


def _standing(file: Path) -> Standing:
    answers = read_answers(file)
    scored = score(load_edition(answers.edition), answers)
    return Standing(
        region=scored.region,
        edition=scored.edition,
        index=scored.index,
        band=scored.band.name,
        counted=scored.counted,
    )


def _in_file(fault: Fault, file: Path) -> Fault:
    place = f"{file.name}: {fault.place}" if fault.place else file.name
    return Fault(
        code=fault.code,
        place=place,
        found=fault.found,
        expected=fault.expected,
        facts=fault.facts,
    )


def _document(place: Ranked) -> dict[str, str | int]:
    standing = place.standing
    return {
        "edition": standing.edition,
        "class": standing.region.kind,
        "rank": place.rank,
        "code": standing.region.code,
        "name": standing.region.name,
        "index": format(standing.index, "f"),
        "band": standing.band,
        "innovations": standing.counted,
    }


def _table(ranking: Sequence[Ranked], language: Language) -> Iterator[str]:
    heads = [words(key, language) for key in ("rank", "region", "index", "band", "innovations")]
    heading = None
    for place in ranking:
        standing = place.standing
        edition = words("edition", language, edition=standing.edition)
        group = f"{standing.region.kind.capitalize()} · {edition}"
        if group != heading:
            yield from ([""] if heading else [])
            yield group
            yield f"{heads[0]:>9}  {heads[1]:<36}{heads[2]:>8}  {heads[3]:<18}{heads[4]:>8}"
            heading = group
        index = figure(standing.index, language)
        name = f"{standing.region.code} {standing.region.name}"
        yield f"{place.rank:>9}  {name:<36}{index:>8}  {standing.band:<18}{standing.counted:>8}"
