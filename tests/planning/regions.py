"""Small random regions with everything that planning knows of."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from pragola.planning.standing import standing
from pragola.planning.work import (
    Capacity,
    Collective,
    Fix,
    Lift,
    Override,
    Situation,
    Step,
    Waiting,
    Wish,
    Work,
)
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Claim, Innovation, Profile, Region, Status
from pragola.scoring.edition import Edition, Sourced

YEAR = load_edition("2026")
SPD, SID = ("SPD-05a", "SPD-12"), ("SID-01", "SID-08", "SID-05")
UNITS = ("A", "B")
START = date(2026, 1, 1)


def small(edition: Edition, *, floor: int, cap: int, services: int | None) -> Edition:
    """The edition with five indicators and small numbers, so that everything can be tried."""
    rows = tuple(i for i in edition.indicators if i.code in (*SPD, *SID))
    minimum = edition.min_basic_services
    assert minimum is not None
    return replace(
        edition,
        indicators=rows,
        min_divisor=replace(edition.min_divisor, value=floor),
        count=replace(edition.count, cap=Sourced(cap, edition.count.cap.provenance)),
        min_basic_services=None if services is None else replace(minimum, value=services),
    )


levels = st.integers(0, 3)
efforts = st.sampled_from([Decimal(n) / 2 for n in (0, 1, 1, 2, 2, 3, 4, 5, 7)])
steps = st.builds(
    Step,
    effort=st.one_of(efforts, efforts, efforts, st.none()),
    days=st.sampled_from([0, 0, 10, 40]),
    due=st.sampled_from([None, None, START + timedelta(days=20)]),
)


@st.composite
def innovations(draw: st.DrawFn, number: int) -> Innovation:
    """One with some claims, a verdict now and then, and any status."""
    affairs = YEAR.basic_affairs
    claims = {code: Claim(level=level) for code in SID if (level := draw(levels))}
    return Innovation(
        id=f"p{number}",
        affairs=(draw(st.sampled_from(affairs[:3])),),
        status=draw(st.sampled_from([*[Status.ACCEPTED] * 3, Status.DRAFT, Status.REJECTED])),
        claims=claims,
        verdicts=draw(st.dictionaries(st.sampled_from(SID), levels, max_size=1)),
        profile=Profile(unit=draw(st.sampled_from([*UNITS, None]))),
    )


@st.composite
def collectives(draw: st.DrawFn, ids: list[str], place: int) -> Collective:
    """One that lifts some rows, perhaps after the one before it."""
    row = st.one_of(
        st.tuples(st.sampled_from(ids), st.sampled_from(SID)),
        st.tuples(st.none(), st.sampled_from(SPD)),
    )
    lifts = []
    for innovation, indicator in draw(st.lists(row, min_size=1, max_size=4, unique=True)):
        first = draw(st.sampled_from([0, 0, 1]))
        level = draw(st.integers(first + 1, 3))
        lifts.append(
            Lift(indicator=indicator, level=level, from_level=first, innovation=innovation)
        )
    return Collective(
        id=f"c{place}",
        title=f"c{place}",
        effort=draw(efforts),
        lifts=tuple(lifts),
        days=draw(st.sampled_from([0, 0, 40])),
        unit=draw(st.sampled_from([None, None, "A"])),
        needs=(f"c{place - 1}",) if place and draw(st.booleans()) else (),
    )


@st.composite
def fixes(draw: st.DrawFn, ids: list[str], together: list[str]) -> Fix:
    """Any choice that people can fix."""
    wish = draw(st.sampled_from([Wish.NOT, Wish.NOT, Wish.SURELY, Wish.NO_HANDS]))
    if wish is Wish.NO_HANDS:
        return Fix(wish=wish, unit=draw(st.sampled_from([*UNITS, None])))
    kind = draw(st.sampled_from(["row", "entry", "region", "together"]))
    if kind == "together" and together:
        return Fix(wish=wish, collective=draw(st.sampled_from(together)))
    if kind == "region":
        return Fix(wish=wish, indicator=draw(st.sampled_from(SPD)), level=draw(st.integers(1, 2)))
    innovation = draw(st.sampled_from(ids))
    if kind == "entry":
        return Fix(wish=wish, innovation=innovation, report=draw(st.booleans()))
    level = draw(st.sampled_from([None, 1, 2]))
    return Fix(wish=wish, innovation=innovation, indicator=draw(st.sampled_from(SID)), level=level)


@st.composite
def works(draw: st.DrawFn, answers: Answers) -> Work:
    """Steps, collective actions, hands, days and fixed choices."""
    ids = [i.id for i in answers.innovations]
    step_keys = [(code, level) for code in (*SPD, *SID) for level in (1, 2, 3)]
    rows = st.tuples(st.sampled_from((*SPD, *SID)), st.integers(1, 3))
    count = draw(st.integers(0, 3))
    together = tuple(draw(collectives(ids, place)) for place in range(count))
    return Work(
        steps={key: draw(steps) for key in step_keys if draw(st.integers(0, 5))},
        overrides=tuple(
            Override(
                indicator=draw(rows)[0],
                level=draw(st.integers(1, 3)),
                step=draw(steps),
                innovation=draw(st.sampled_from([None, *ids])),
                unit=draw(st.sampled_from([None, *UNITS])),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        entering=draw(st.one_of(steps, st.none())),
        collectives=together,
        waiting=tuple(
            Waiting(
                indicator=first,
                level=draw(st.integers(1, 3)),
                for_indicator=other,
                for_level=draw(st.integers(1, 3)),
            )
            for first, other in draw(
                st.lists(st.sampled_from([("SID-01", "SID-08"), ("SID-05", "SID-08")]), max_size=2)
            )
        ),
        capacities=tuple(
            Capacity(
                unit=draw(st.sampled_from([None, *UNITS])),
                days=draw(st.sampled_from([Decimal(n) / 2 for n in (1, 3, 5, 8, 12)])),
                until=draw(st.sampled_from([None, START + timedelta(days=25)])),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        fixes=tuple(
            draw(fixes(ids, [c.id for c in together])) for _ in range(draw(st.integers(0, 2)))
        ),
        start=draw(st.sampled_from([None, START])),
        end=START + timedelta(days=30),
    )


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """A small region in one of several small editions."""
    edition = small(
        YEAR,
        floor=draw(st.integers(1, 4)),
        cap=draw(st.integers(1, 4)),
        services=draw(st.sampled_from([None, 1, 2])),
    )
    spd = {code: Claim(level=level) for code in SPD if (level := draw(levels))}
    answers = Answers(
        edition=edition.code,
        region=Region("33.18", "Pati"),
        spd=spd,
        innovations=tuple(draw(innovations(n)) for n in range(draw(st.integers(1, 4)))),
    )
    return Situation(
        edition=edition,
        answers=draw(st.sampled_from([answers, standing(answers)])),
        work=draw(works(answers)),
        withholding=draw(st.booleans()),
        rejected_in_divisor=draw(st.sampled_from([None, True, False])),
    )


targets = st.sampled_from([Decimal(n) / 4 for n in range(0, 40)])
"""In the small editions the highest index lies between 7 and 10."""
