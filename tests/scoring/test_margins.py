"""Every margin is what scoring the changed answers gives, to the last digit."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Innovation, Status
from pragola.scoring.assessment import assess
from pragola.scoring.edition import Edition
from pragola.scoring.indicators import IndicatorStanding, standings_of
from pragola.scoring.margins import reporting_line
from pragola.scoring.results import Margin, MarginKind
from pragola.scoring.score import score
from tests.scoring.portfolios import ASSESSED, innovations, levels, region, rejected

THIS_YEAR = load_edition("2026")


def mixed(edition: Edition = THIS_YEAR, *, number: int = 14, basic: int = 5) -> Answers:
    """A region with innovations at levels 1 to 3, a rejected one and a draft."""
    entries = [
        replace(entry, claims=levels(edition, 1 + n % 3, SID_01=n % 4))
        for n, entry in enumerate(innovations(edition, number, level=2, basic=basic))
    ]
    draft = Innovation(
        id="draft",
        status=Status.DRAFT,
        affairs=(edition.basic_affairs[5],),
        claims=levels(edition, 3),
        profile=ASSESSED,
    )
    return region(edition, [*entries, rejected("turned-down"), draft])


def changed(answers: Answers, margin: Margin) -> Answers:
    """The answers after the one change a margin speaks of."""
    entries = {i.id: i for i in answers.innovations}
    match margin.kind:
        case MarginKind.SPD_LEVEL:
            assert margin.indicator is not None
            assert margin.from_level is not None
            spd = {**answers.spd, margin.indicator: Claim(level=margin.from_level + 1)}
            return replace(answers, spd=spd)
        case MarginKind.CLAIM_LEVEL:
            assert margin.innovation is not None
            assert margin.indicator is not None
            assert margin.from_level is not None
            entry = entries[margin.innovation]
            claims = {**entry.claims, margin.indicator: Claim(level=margin.from_level + 1)}
            entries[margin.innovation] = replace(entry, claims=claims)
        case MarginKind.WITHHOLD:
            assert margin.innovation is not None
            del entries[margin.innovation]
        case MarginKind.ENTER_REJECTED:
            entries["more"] = rejected("more")
        case MarginKind.ENTER:
            assert margin.innovation is not None
            entries[margin.innovation] = replace(entries[margin.innovation], status=Status.ACCEPTED)
    return replace(answers, innovations=tuple(entries.values()))


@pytest.mark.parametrize("year", ["2023", "2026", "2027"])
@pytest.mark.parametrize(("number", "basic"), [(5, 5), (14, 5), (14, 6)])
def test_margins_are_differences_of_scores(year: str, number: int, basic: int) -> None:
    edition = load_edition(year)
    answers = mixed(edition, number=number, basic=basic)
    before = score(edition, answers).index_exact
    margins = [
        m
        for m in assess(edition, answers).margins
        if m.kind is not MarginKind.ENTER or m.innovation
    ]
    assert len(margins) > 80
    for margin in margins:
        after = score(edition, changed(answers, margin)).index_exact
        assert after - before == margin.adds, margin


def test_one_more_like_the_average_adds_only_its_count() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 20, level=2, basic=5))
    average = next(m for m in assess(THIS_YEAR, answers).margins if m.kind is MarginKind.ENTER)
    assert average == Margin(kind=MarginKind.ENTER, adds=Fraction(38, 250))


def test_nobody_reported_yet_has_no_average() -> None:
    empty = assess(THIS_YEAR, region(THIS_YEAR, []))
    assert next(m.adds for m in empty.margins if m.kind is MarginKind.ENTER) == 0
    assert empty.reporting_line == 0


def test_rejected_ones_cost_nothing_when_they_do_not_enter_the_divisor() -> None:
    lenient = replace(
        THIS_YEAR, rejected_in_divisor=replace(THIS_YEAR.rejected_in_divisor, value=False)
    )
    margins = assess(lenient, mixed(lenient)).margins
    costs = [
        m.adds
        for m in margins
        if m.kind is MarginKind.ENTER_REJECTED or m.innovation == "turned-down"
    ]
    assert costs == [0, 0]


def test_at_the_reporting_line_the_index_stays_and_below_it_falls() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 20, level=2, basic=5))
    before = score(THIS_YEAR, answers)
    line = reporting_line(THIS_YEAR, before)
    assert line == 74 - 21 * Fraction(38, 100)

    def with_points(points: int) -> Fraction:
        entry = Innovation(id="new", claims=_worth(points))
        entries = (*answers.innovations, entry)
        return score(THIS_YEAR, replace(answers, innovations=entries)).index_exact

    assert with_points(66) < before.index_exact < with_points(67)


def _worth(points: int) -> dict[str, Claim]:
    """Claims that add up to the points, which lie between 60 and 74."""
    claims = levels(THIS_YEAR, 2)
    surplus = 74 - points
    for indicator in THIS_YEAR.sid_indicators:
        weight = int(indicator.weight.value)
        if weight <= surplus:
            claims[indicator.code] = Claim(level=1)
            surplus -= weight
    assert surplus == 0
    return claims


def test_below_the_smallest_divisor_every_innovation_helps() -> None:
    answers = region(THIS_YEAR, innovations(THIS_YEAR, 8, level=3, basic=5))
    assert reporting_line(THIS_YEAR, score(THIS_YEAR, answers)) == 0


def test_an_indicator_stands_where_its_innovations_stand() -> None:
    entries = innovations(THIS_YEAR, 12, level=2, basic=5)
    entries[0] = replace(entries[0], claims=levels(THIS_YEAR, 2, SID_20=0))
    answers = region(THIS_YEAR, [*entries, rejected("r")])
    standing = next(
        s
        for s in standings_of(THIS_YEAR, score(THIS_YEAR, answers))
        if s.indicator.code == "SID-20"
    )
    assert standing == IndicatorStanding(
        indicator=THIS_YEAR.sid_indicators[-1],
        by_level=(1, 0, 11, 0),
        average=Fraction(22, 12),
        missing=Decimal(56),
        missing_index=Fraction(56, 13) / 250 * 100,
    )


def test_an_indicator_nobody_answers_stands_at_nothing() -> None:
    standings = standings_of(THIS_YEAR, score(THIS_YEAR, region(THIS_YEAR, [])))
    assert (standings[-1].average, standings[-1].missing) == (Fraction(0), Decimal(0))
    assert standings[0].average == 2
