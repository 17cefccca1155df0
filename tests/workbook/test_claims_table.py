"""One table of many regions: read into columns, or told fault by fault."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from pragola.demonstration import demonstration
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Region
from pragola.scoring.columnar import national_scores
from pragola.scoring.measure import read_claim
from pragola.scoring.score import score
from pragola.workbook import write_csv
from pragola.workbook.claims_table import holds_many_regions, read_claims_table
from pragola.workbook.validation import AnswersFaultyError

HEAD = "region_code,region_name,edition,innovation,status,affairs,code,level,value\n"


def levels_only(answers: Answers) -> Answers:
    """The answers with every figure replaced by the level it gives."""
    indicators = {i.code: i for i in load_edition(answers.edition).indicators}

    def plain(claims: dict[str, Claim]) -> dict[str, Claim]:
        return {
            code: Claim(level=read_claim(indicators[code], claim)[0])
            for code, claim in claims.items()
        }

    entries = tuple(replace(i, claims=plain(dict(i.claims))) for i in answers.innovations)
    return replace(answers, spd=plain(dict(answers.spd)), innovations=entries)


def written(folder: Path, *regions: Answers) -> Path:
    """The regions' own CSVs, one below the other."""
    lines: list[str] = []
    for number, answers in enumerate(regions):
        own = folder / f"{number}.csv"
        write_csv(answers, own)
        lines += own.read_text(encoding="utf-8").splitlines(keepends=True)[bool(lines) :]
    table = folder / "nation.csv"
    table.write_text("".join(lines), encoding="utf-8")
    return table


def told(folder: Path, *rows: str, edition: str | None = None) -> list[tuple[str, str, str]]:
    """The faults of a small table."""
    path = folder / "table.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(AnswersFaultyError) as refused:
        read_claims_table(path, edition=edition)
    return [(fault.code, fault.place, fault.found) for fault in refused.value.faults]


@pytest.mark.parametrize("year", ["2023", "2026"])
@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_table_gives_the_figures_of_the_exact_engine(
    tmp_path: Path, year: str, kind: str
) -> None:
    pati = levels_only(demonstration(year))
    kudus = replace(pati, region=Region("33.19", "Kudus"), innovations=pati.innovations[:20])
    path = written(tmp_path, pati, kudus)
    if kind == "parquet":
        numbers = pl.read_csv(path, infer_schema_length=None)
        path = tmp_path / "nation.parquet"
        numbers.write_parquet(path)
    assert holds_many_regions(path)
    table = read_claims_table(path)
    scores = national_scores(table.edition, table.nation)
    found = [
        (row["region"], row["name"], Decimal(row["index"]).scaleb(-2), row["counted"])
        for row in scores.frame.iter_rows(named=True)
    ]
    exact = [score(table.edition, answers) for answers in (pati, kudus)]
    assert found == [(s.region.code, s.region.name, s.index, s.counted) for s in exact]


def test_one_regions_answers_are_no_table_of_many(tmp_path: Path) -> None:
    path = written(tmp_path, levels_only(demonstration("2023")))
    (tmp_path / "other.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    asked = (path, tmp_path / "other.csv", tmp_path / "answers.json")
    assert [holds_many_regions(each) for each in asked] == [False, False, False]


def test_all_faults_are_told_at_their_first_line(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        ",Pati,2026,p1,accepted,Kesehatan,SID-01,2,",
        "33.180,Pati,2026,p1,accepted,Kesehatan,SID-02,2,",
        "33.18,Pati,2026,,,,SID-01,2,",
        "33.18,Pati,2026,p1,accepted,Kesehatan,SID-99,2,",
        "33.18,Pati,2026,p1,,Kesehatan,SID-03,dua,",
        "33.18,Pati,2026,p1,accepted,Kesehatan,SID-04,4,",
        "33.18,Pati,2026,p1,accepted,Kesehatan,SID-18,,350",
        "33.18,Pati,2026,p1,accepted,Kesehatan,SID-04,1,",
        "33.18,Pati,2026,p2,lolos,Kesehatn; Sosial,SID-05,1,",
        "33.18,Pati,2026,p1,rejected,Kesehatan,SID-06,1,",
    ) == [
        ("region_code_missing", "line 2, column region_code", ""),
        ("region_code_wrong", "line 3, column region_code", "33.180"),
        ("indicator_unknown", "line 4, column code", "SID-01"),
        ("indicator_unknown", "line 5, column code", "SID-99"),
        ("level_expected", "line 6, column level", "dua"),
        ("level_out_of_range", "line 7, column level", "4"),
        ("table_level_missing", "line 8, column value", "350"),
        ("claim_row_twice", "line 9, column code", "SID-04"),
        ("status_unknown", "line 10, column status", "lolos"),
        ("affair_unknown", "line 10, column affairs", "Kesehatn"),
        ("differs_from_before", "line 11, column status", "rejected"),
    ]


def test_a_subtotal_out_of_range_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "33.18,Pati,2023,,,,SPD,,64", "33.19,Kudus,2023,,,,SPD,,banyak") == [
        ("subtotal_out_of_range", "line 2, column value", "64"),
        ("subtotal_out_of_range", "line 3, column value", "banyak"),
    ]


def test_a_table_answers_one_edition_that_is_named(tmp_path: Path) -> None:
    rows = ("33.18,Pati,2026,,,,SPD-01,2,", "33.19,Kudus,2027,,,,SPD-01,2,")
    assert told(tmp_path, *rows) == [("several_regions", "line 3, column edition", "2027")]
    assert told(tmp_path, "33.18,Pati,,,,,SPD-01,2,") == [("table_needs_an_edition", "", "")]
    path = tmp_path / "table.csv"
    assert read_claims_table(path, edition="2026").edition.code == "2026"


def test_what_is_no_table_is_said_to_be_none(tmp_path: Path) -> None:
    broken, bare = tmp_path / "broken.parquet", tmp_path / "bare.csv"
    broken.write_bytes(b"PAR1 and no more")
    bare.write_text("region_code,level\n33,1\n", encoding="utf-8")
    faults = []
    for path in (broken, bare):
        with pytest.raises(AnswersFaultyError) as refused:
            read_claims_table(path)
        faults.append([(f.code, f.expected) for f in refused.value.faults])
    assert faults == [
        [("table_broken", "")],
        [("column_missing", "innovation"), ("column_missing", "code")],
    ]
