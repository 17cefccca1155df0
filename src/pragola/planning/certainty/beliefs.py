"""What is believed of claims before they are judged. A belief says on what it rests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from pragola.planning.catalogue import Catalogue, OwnWork
from pragola.planning.catalogue.catalogue import Seen
from pragola.planning.catalogue.own_work import OwnChance
from pragola.planning.catalogue.reading import OTHERWISE
from pragola.planning.certainty.learned import (
    Alike,
    ClaimRow,
    Learned,
    Verdicts,
    learned_from,
    nothing_learned,
)
from pragola.scoring.answers import Answers, Status
from pragola.scoring.edition import Edition


class Rests(StrEnum):
    """What a belief rests on."""

    STATED = "stated"
    """The region said so itself."""
    VERDICTS = "verdicts"
    """Enough verdicts on claims like it."""
    FINDINGS = "findings"
    """What inspection saw in its proofs, by the catalogue's table."""
    PRIOR = "prior"
    """The catalogue's prior."""


@dataclass(frozen=True, slots=True)
class Belief:
    """That a claim is accepted at its level, between 0 and 1; else one level less is.

    `verdicts` are those that it rests on, `seen` what inspection saw. A claim whose proofs nobody
    can judge falls to nothing.
    """

    accepted: Fraction
    rests: Rests
    verdicts: Verdicts | None = None
    seen: Seen | None = None

    @property
    def falls_to_nothing(self) -> bool:
        """Whether nothing is left of the claim if it is not accepted."""
        return self.seen is Seen.BLOCKS


@dataclass(frozen=True, slots=True)
class Shared:
    """One proof that several claims rest on: they are accepted together or fall together."""

    id: str
    accepted: Fraction
    rows: frozenset[ClaimRow]
    rests: Rests = Rests.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Beliefs:
    """All that is believed. A claim with a verdict is certain and asks for no belief.

    `claims` is what the region said of its own, `usual` the priors, `findings` the chances by
    what inspection saw, `learned` the verdicts and inspections. `turned_down` is the chance that
    an entry is rejected as a whole, by innovation; entries not named have `turned_down_usually`.
    `proofs` are chances of collective actions. Rows of the region itself are taken as certain.
    """

    claims: Mapping[ClaimRow, Belief]
    usual: Mapping[str, Fraction]
    findings: Mapping[Seen, Fraction] = field(default_factory=dict)
    learned: Learned = field(default_factory=nothing_learned)
    turned_down_usually: Fraction = Fraction(0)
    turned_down: Mapping[str, Fraction] = field(default_factory=dict)
    proofs: Mapping[str, Fraction] = field(default_factory=dict)
    shared: tuple[Shared, ...] = ()

    def of(self, row: ClaimRow, *, level: int | None = None) -> Belief:
        """What is believed of a claim at a level; None: at the level it stands at.

        What the region said; else enough verdicts on claims of its indicator that inspection
        saw the same in; else what inspection saw; else the prior. See planning.md.
        """
        stated = self.claims.get(row)
        if stated is not None:
            return stated
        seen = self.learned.seen_in(row, level)
        alike = None if seen is None else self._judged_alike(row[1], seen)
        if alike is not None:
            return Belief(alike.chance, Rests.VERDICTS, alike, seen)
        return self._by_findings(self._by_indicator(row[1]), seen)

    def rejection(self, innovation: str) -> Fraction:
        """The chance that the entry is turned down."""
        return self.turned_down.get(innovation, self.turned_down_usually)

    def _judged_alike(self, indicator: str, seen: Seen) -> Verdicts | None:
        """Verdicts where inspection saw the same: of the indicator, of any where it warned."""
        of_indicator = self.learned.enough_of(Alike(indicator, seen))
        if of_indicator is not None or seen is Seen.GOOD:
            return of_indicator
        return self.learned.enough_of(Alike(seen=seen))

    def _by_indicator(self, indicator: str) -> Belief:
        verdicts = self.learned.enough_of(Alike(indicator))
        if verdicts is not None:
            return Belief(verdicts.chance, Rests.VERDICTS, verdicts)
        prior = self.usual.get(indicator, self.usual.get(OTHERWISE, Fraction(1)))
        return Belief(prior, Rests.PRIOR)

    def _by_findings(self, usual: Belief, seen: Seen | None) -> Belief:
        """The usual belief, lowered where inspection warned; nothing raises it."""
        chance = None if seen is None else self.findings.get(seen)
        if chance is None or chance >= usual.accepted:
            return usual
        return Belief(chance, Rests.FINDINGS, seen=seen)


def beliefs_of(
    edition: Edition,
    answers: Answers,
    catalogue: Catalogue,
    own: OwnWork,
    *,
    learned: Learned | None = None,
) -> Beliefs:
    """The catalogue's priors, what was learned over them, what the region says over all.

    `learned` None is what the verdicts in the answers teach.
    """
    return Beliefs(
        claims=_stated(edition, answers, own),
        usual={code: Fraction(percent, 100) for code, percent in catalogue.accepted.items()},
        findings={seen: Fraction(each, 100) for seen, each in catalogue.findings.items()},
        learned=learned_from(edition, answers) if learned is None else learned,
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


def _stated(edition: Edition, answers: Answers, own: OwnWork) -> dict[ClaimRow, Belief]:
    """What the region says of its own claims."""
    stated: dict[ClaimRow, Belief] = {}
    for innovation in answers.innovations:
        if innovation.status is Status.REJECTED:
            continue
        for indicator in edition.sid_indicators:
            chance = _nearest(own.accepted, innovation.id, innovation.profile.unit, indicator.code)
            if chance is not None:
                belief = Belief(Fraction(chance.percent, 100), Rests.STATED)
                stated[innovation.id, indicator.code] = belief
    return stated


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
