"""What is believed of claims before they are judged. A belief says on what it rests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from pragola.planning.catalogue import Catalogue, OwnWork
from pragola.planning.catalogue.own_work import OwnChance
from pragola.planning.catalogue.reading import OTHERWISE
from pragola.scoring.answers import Answers, Status
from pragola.scoring.edition import Edition

type ClaimRow = tuple[str, str]
"""A claim by innovation and indicator."""


class Rests(StrEnum):
    """What a belief rests on."""

    STATED = "stated"
    PRIOR = "prior"


@dataclass(frozen=True, slots=True)
class Belief:
    """That a claim is accepted at its level, between 0 and 1; else one level less is."""

    accepted: Fraction
    rests: Rests


@dataclass(frozen=True, slots=True)
class Shared:
    """One proof that several claims rest on: they are accepted together or fall together."""

    id: str
    accepted: Fraction
    rows: frozenset[ClaimRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beliefs:
    """All that is believed. A claim with a verdict is certain and asks for no belief.

    `turned_down` is the chance that an entry is rejected as a whole, by innovation; entries
    not named have `turned_down_usually`. `proofs` are chances of collective actions. Rows of
    the region itself are taken as certain.
    """

    claims: Mapping[ClaimRow, Belief]
    usual: Mapping[str, Fraction]
    turned_down_usually: Fraction = Fraction(0)
    turned_down: Mapping[str, Fraction] = field(default_factory=dict)
    proofs: Mapping[str, Fraction] = field(default_factory=dict)
    shared: tuple[Shared, ...] = ()

    def of(self, row: ClaimRow) -> Belief:
        """What is believed of a claim: what was said of it, else the prior of its indicator."""
        usual = self.usual.get(row[1], self.usual.get(OTHERWISE, Fraction(1)))
        return self.claims.get(row, Belief(usual, Rests.PRIOR))

    def rejection(self, innovation: str) -> Fraction:
        """The chance that the entry is turned down."""
        return self.turned_down.get(innovation, self.turned_down_usually)


def beliefs_of(edition: Edition, answers: Answers, catalogue: Catalogue, own: OwnWork) -> Beliefs:
    """The catalogue's priors, with what the region says of its own claims over them."""
    stated: dict[ClaimRow, Belief] = {}
    for innovation in answers.innovations:
        if innovation.status is Status.REJECTED:
            continue
        for indicator in edition.sid_indicators:
            chance = _nearest(own.accepted, innovation.id, innovation.profile.unit, indicator.code)
            if chance is not None:
                belief = Belief(Fraction(chance.percent, 100), Rests.STATED)
                stated[innovation.id, indicator.code] = belief
    return Beliefs(
        claims=stated,
        usual={code: Fraction(percent, 100) for code, percent in catalogue.accepted.items()},
        turned_down_usually=Fraction(catalogue.turned_down, 100),
        turned_down={i: Fraction(percent, 100) for i, percent in own.turned_down.items()},
        proofs={
            each.id: Fraction(each.accepted, 100)
            for each in (*catalogue.templates, *own.templates)
            if each.accepted is not None
        },
        shared=tuple(
            Shared(each.id, Fraction(each.percent, 100), frozenset(each.rows))
            for each in own.shared
        ),
    )


def _nearest(
    chances: Sequence[OwnChance], innovation: str, unit: str | None, indicator: str
) -> OwnChance | None:
    """What was said that is nearest to the claim; of equals the last."""
    best: tuple[int, OwnChance] | None = None
    for chance in chances:
        fits = (
            chance.innovation in (None, innovation)
            and chance.unit in (None, unit)
            and chance.indicator in (None, indicator)
        )
        nearness = (
            4 * (chance.innovation is not None)
            + 2 * (chance.indicator is not None)
            + (chance.unit is not None)
        )
        if fits and (best is None or nearness >= best[0]):
            best = nearness, chance
    return best[1] if best else None
