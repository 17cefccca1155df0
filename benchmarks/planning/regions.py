"""Regions of any size, the same on every run, with everything that planning knows of."""

from dataclasses import replace
from decimal import Decimal

from pragola.demonstration.chance import draw
from pragola.planning.catalogue import load_catalogue, no_own_work, usual_work
from pragola.planning.work import Capacity, Situation, Work
from pragola.scoring.answers import Answers, Claim, Innovation, Profile, Region, Status
from pragola.scoring.edition import Edition, Indicator

_REACHED_AT = (30, 50, 70)
_A_UNIT = 3
"""How many innovations a unit has."""


def region(edition: Edition, size: int) -> Situation:
    """So many innovations: nine in ten entered, some drafts, a few rejected; a third of the units
    and the region have limited hands.
    """
    answers = Answers(
        edition=edition.code,
        region=Region("33.18", "Benchmark"),
        spd={i.code: Claim(level=1 + draw(i.code, sides=2)) for i in edition.spd_indicators},
        innovations=tuple(_innovation(edition, number) for number in range(size)),
    )
    return Situation(edition=edition, answers=answers, work=_work(edition, answers, size))


def _innovation(edition: Edition, number: int) -> Innovation:
    name = f"b{number:03}"
    strength = 35 + draw(name, "strength", sides=40)
    claims = {
        i.code: Claim(level=level)
        for i in edition.sid_indicators
        if (level := _level(name, strength, i)) or i.mandatory.value
    }
    affair = edition.affairs.value[draw(name, "affair", sides=len(edition.affairs.value))].name
    return Innovation(
        id=name,
        title=name,
        affairs=(affair,),
        status=_status(number),
        claims=claims,
        profile=Profile(unit=f"unit {number // _A_UNIT:02}"),
    )


def _level(name: str, strength: int, indicator: Indicator) -> int:
    reached = strength + draw(name, indicator.code, sides=49) - 24
    return max(sum(1 for mark in _REACHED_AT if reached >= mark), int(indicator.mandatory.value))


def _status(number: int) -> Status:
    if number % 25 == 24:
        return Status.REJECTED
    return Status.DRAFT if number % 15 == 7 else Status.ACCEPTED


def _work(edition: Edition, answers: Answers, size: int) -> Work:
    usual = usual_work(edition, answers, load_catalogue(edition), no_own_work())
    units = [f"unit {n:02}" for n in range(0, size // _A_UNIT, 3)]
    hands = [Capacity(unit=unit, days=Decimal(10)) for unit in units]
    return replace(usual, capacities=(*hands, Capacity(unit=None, days=Decimal(220))))
