"""The columns give the exact engine's figures, digit by digit."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pragola.demonstration import demonstration
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Innovation, Region, Status
from pragola.scoring.columnar import Nation, NationalScores, national_scores, ranked
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.scoring.measure import read_claim
from pragola.scoring.results import Score
from pragola.scoring.score import AnswersDoNotFitError, score
from tests.scoring.editions import editions
from tests.scoring.portfolios import innovations, region

THIS_YEAR = load_edition("2026")


def nation_of(edition: Edition, regions: Sequence[Answers]) -> Nation:
    """The answers of many regions as the frames the columnar engine takes."""
    indicators = {i.code: i for i in edition.indicators}
    claims = [
        (answers.region.code, entry, code, read_claim(indicators[code], claim)[0])
        for answers in regions
        for entry, rows in [("", answers.spd), *((i.id, i.claims) for i in answers.innovations)]
        for code, claim in rows.items()
    ]
    entries = [
        (answers.region.code, i.id, i.status.value, list(i.affairs))
        for answers in regions
        for i in answers.innovations
    ]
    named = [(a.region.code, a.region.name, a.spd_subtotal) for a in regions]
    return Nation(
        claims=pl.DataFrame(
            claims,
            schema={
                "region": pl.String,
                "innovation": pl.String,
                "indicator": pl.String,
                "level": pl.Int8,
            },
            orient="row",
        ),
        innovations=pl.DataFrame(
            entries,
            schema={
                "region": pl.String,
                "innovation": pl.String,
                "status": pl.String,
                "affairs": pl.List(pl.String),
            },
            orient="row",
        ),
        regions=pl.DataFrame(
            named,
            schema={"code": pl.String, "name": pl.String, "subtotal": pl.Object},
            orient="row",
        ),
    )


def told(scores: NationalScores, row: dict[str, int]) -> dict[str, Fraction | str]:
    points = {
        name: Fraction(row[name], scores.point_unit) for name in ("spd", "sid_sum", "count_score")
    }
    counts = {
        name: Fraction(row[name]) for name in ("entered", "counted", "divisor", "basic_services")
    }
    index = Fraction(row["index"], scores.index_unit)
    return {**points, **counts, "index": index, "band": str(row["band"])}


def expected(exact: Score) -> dict[str, Fraction | str]:
    return {
        "spd": Fraction(exact.spd),
        "sid_sum": Fraction(exact.sid_sum),
        "count_score": Fraction(exact.count_score),
        "entered": Fraction(exact.entered),
        "counted": Fraction(exact.counted),
        "divisor": Fraction(exact.divisor),
        "basic_services": Fraction(len(exact.basic_services.covered)),
        "index": Fraction(exact.index),
        "band": exact.band.name,
    }


def claims_for(codes: tuple[str, ...]) -> st.SearchStrategy[dict[str, Claim]]:
    level = st.integers(0, 3).map(lambda n: Claim(level=n))
    return st.dictionaries(st.sampled_from(codes), level, max_size=8) if codes else st.just({})


@st.composite
def answered(draw: st.DrawFn) -> tuple[Edition, list[Answers]]:
    """A random edition and up to four regions that answer it."""
    edition = draw(editions())
    affairs = st.lists(st.sampled_from([a.name for a in edition.affairs.value][:9]), max_size=3)
    entry = st.builds(
        Innovation,
        id=st.just(""),
        affairs=affairs.map(tuple),
        status=st.sampled_from(Status),
        claims=claims_for(tuple(i.code for i in edition.sid_indicators)),
    )
    regions = []
    for number in range(draw(st.integers(0, 4))):
        entries = draw(st.lists(entry, max_size=16))
        regions.append(
            Answers(
                edition=edition.code,
                region=Region(f"33.{number + 69}", f"Daerah {number}"),
                spd=draw(claims_for(tuple(i.code for i in edition.spd_indicators))),
                spd_subtotal=None
                if edition.spd_indicators
                else draw(st.none() | st.decimals(0, 63, places=draw(st.integers(0, 3)))),
                innovations=tuple(replace(e, id=f"p{n}") for n, e in enumerate(entries)),
            )
        )
    return edition, regions


@given(answered())
def test_random_regions_score_the_same_by_random_editions(
    drawn: tuple[Edition, list[Answers]],
) -> None:
    edition, regions = drawn
    scores = national_scores(edition, nation_of(edition, regions))
    by_columns = [told(scores, row) for row in scores.frame.iter_rows(named=True)]
    assert by_columns == [expected(score(edition, answers)) for answers in regions]


@pytest.mark.parametrize("year", ["2023", "2026", "2027"])
def test_the_demonstration_scores_the_same(year: str) -> None:
    edition, answers = load_edition(year), demonstration(year)
    scores = national_scores(edition, nation_of(edition, [answers]))
    assert told(scores, scores.frame.row(0, named=True)) == expected(score(edition, answers))


def test_regions_are_ranked_within_their_class() -> None:
    strong, weak = (
        region(THIS_YEAR, innovations(THIS_YEAR, 12, level=level, basic=5)) for level in (3, 1)
    )
    places = [("33.74", weak), ("33.18", weak), ("33.19", strong), ("33.20", weak), ("33", weak)]
    regions = [replace(a, region=Region(code, code)) for code, a in places]
    table = ranked(national_scores(THIS_YEAR, nation_of(THIS_YEAR, regions)))
    assert table.select("class", "rank", "region").rows() == [
        ("kabupaten", 1, "33.19"),
        ("kabupaten", 2, "33.18"),
        ("kabupaten", 2, "33.20"),
        ("kota", 1, "33.74"),
        ("provinsi", 1, "33"),
    ]


def test_codes_and_levels_the_edition_does_not_have_are_refused() -> None:
    nation = nation_of(THIS_YEAR, [region(THIS_YEAR, innovations(THIS_YEAR, 2, level=2, basic=1))])
    wrong = pl.DataFrame(
        {
            "region": ["33.18"] * 3,
            "innovation": ["p1"] * 3,
            "indicator": ["SID-99", "SID-01", "SID-02"],
            "level": [1, 4, -1],
        },
        schema=nation.claims.schema,
    )
    with pytest.raises(AnswersDoNotFitError) as refused:
        national_scores(THIS_YEAR, replace(nation, claims=pl.concat([nation.claims, wrong])))
    assert refused.value.faults == (
        Fault(code="indicator_unknown", place="SID-99", found="SID-99"),
        Fault(code="level_out_of_range", place="33.18: SID-01", found="4", expected="0-3"),
        Fault(code="level_out_of_range", place="33.18: SID-02", found="-1", expected="0-3"),
    )


def test_what_64_bits_cannot_hold_is_refused() -> None:
    huge = replace(
        THIS_YEAR, min_divisor=replace(THIS_YEAR.min_divisor, value=2**40), indicators=()
    )
    nation = nation_of(huge, [replace(region(huge, []), spd_subtotal=Decimal(1))])
    with pytest.raises(AnswersDoNotFitError) as refused:
        national_scores(huge, nation)
    assert refused.value.faults == (Fault(code="too_many_innovations", found=str(2**40)),)
