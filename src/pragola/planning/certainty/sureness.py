"""How sure a target is: its chance, the index that is sure enough, and what threatens it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pragola.planning.actions import Action
from pragola.planning.certainty.beliefs import Beliefs, Rests
from pragola.planning.certainty.distribution import Distribution, Method, distribution
from pragola.planning.certainty.learned import Verdicts
from pragola.planning.certainty.stakes import EntryStakes, Stake, Stakes, stakes_of
from pragola.planning.ground import threshold_of
from pragola.planning.work import Situation
from pragola.scoring.answers import Answers
from pragola.scoring.results import Score
from pragola.scoring.score import score

_THREATS = 5


class Fall(StrEnum):
    """What may fall."""

    CLAIM = "claim"
    PROOF = "proof"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threat:
    """One thing that may fall. `subject` is an innovation or a shared proof.

    `chance` is that of its falling, which `rests` on something, on `verdicts` where there are
    enough; `loses` the index points that go with it, exact, everything else being accepted;
    `reach` the chance to reach the target if it falls.
    """

    kind: Fall
    subject: str
    indicator: str | None
    chance: Fraction
    loses: Fraction
    reach: float
    rests: Rests = Rests.PRIOR
    verdicts: Verdicts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """How many claims and shared proofs that may fall rest on one thing."""

    rests: Rests
    claims: int
    proofs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """How sure `target` is by what is believed. Chances lie between 0 and 1.

    `error` bounds what `reach` may be off by: for sure where `method` is exact, in 95 of 100
    cases where it is drawn. `likely` is the highest index that is reached with `confidence`;
    `margin` what has to be planned beyond the target for that. `threats` come by what they cost
    on average; `footings` tell what the chances rest on, the firmest first.
    """

    target: Decimal
    reach: float
    error: float
    method: Method
    claimed: Decimal
    expected: float
    confidence: Fraction
    likely: Decimal
    threats: tuple[Threat, ...]
    footings: tuple[Footing, ...] = ()

    @property
    def margin(self) -> Decimal:
        """Index points between what is claimed and what is sure enough."""
        return self.claimed - self.likely


def sureness(
    situation: Situation,
    answers: Answers,
    beliefs: Beliefs,
    *,
    target: Decimal,
    confidence: Fraction,
    actions: Sequence[Action] = (),
) -> Sureness:
    """How sure the answers are to reach the target; `actions` are those that led to them."""
    stakes = stakes_of(situation, answers, beliefs, actions=actions)
    spread = distribution(stakes)
    claimed = _score(situation, answers)
    decimals = situation.edition.index_decimals.value
    wanted = threshold_of(target, decimals)
    return Sureness(
        target=target,
        reach=spread.reach(wanted),
        error=spread.error,
        method=spread.method,
        claimed=claimed.index,
        expected=spread.expected(),
        confidence=confidence,
        likely=likely_index(spread, confidence, claimed.index, decimals=decimals),
        threats=tuple(_threats(stakes, wanted, beliefs)),
        footings=tuple(_footings(stakes)),
    )


def _footings(stakes: Stakes) -> Iterator[Footing]:
    claims = Counter(
        stake.belief.rests for entry in stakes.entries for stake in entry.stakes if stake.belief
    )
    proofs = Counter(
        rests for (_, falls), rests in zip(stakes.proofs, stakes.proofs_rest, strict=True) if falls
    )
    for rests in Rests:
        if claims[rests] or proofs[rests]:
            yield Footing(rests=rests, claims=claims[rests], proofs=proofs[rests])


def likely_index(
    spread: Distribution, confidence: Fraction, claimed: Decimal, *, decimals: int
) -> Decimal:
    """The highest index, as it is rounded, that is reached with that chance."""
    unit = Decimal(1).scaleb(-decimals)
    low, high = 0, int(max(claimed, Decimal(100)) / unit) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if spread.reach(threshold_of(middle * unit, decimals)) >= confidence:
            low = middle
        else:
            high = middle
    return low * unit


def _score(situation: Situation, answers: Answers) -> Score:
    return score(
        situation.edition,
        answers,
        rejected_in_divisor=situation.rejected_in_divisor,
    )


def _threats(stakes: Stakes, wanted: Fraction, beliefs: Beliefs) -> Iterator[Threat]:
    """The dearest things that may fall, with the chance that is left when they do."""
    everything = [*_proofs(stakes), *_entries(stakes, beliefs), *_claims(stakes)]
    dearest = sorted(everything, key=lambda each: -(each[0].chance * each[0].loses))
    for threat, fallen in dearest[:_THREATS]:
        yield replace(threat, reach=distribution(fallen).reach(wanted))


type _Falling = tuple[Threat, Stakes]


def _proofs(stakes: Stakes) -> Iterator[_Falling]:
    for place, (name, falls) in enumerate(stakes.proofs):
        loses = sum(
            stake.loses
            for entry in stakes.entries
            for stake in entry.stakes
            if stake.with_proof == place
        )
        proofs = tuple(
            (each, Fraction(1) if at == place else chance)
            for at, (each, chance) in enumerate(stakes.proofs)
        )
        if falls and loses:
            threat = _threat(stakes, Fall.PROOF, name, None, falls, loses)
            yield replace(threat, rests=stakes.proofs_rest[place]), replace(stakes, proofs=proofs)


def _entries(stakes: Stakes, beliefs: Beliefs) -> Iterator[_Falling]:
    for entry in stakes.entries:
        if entry.turned_down:
            fallen = replace(entry, turned_down=Fraction(1))
            threat = _threat(stakes, Fall.ENTRY, entry.id, None, entry.turned_down, entry.points)
            rests = Rests.STATED if entry.id in beliefs.turned_down else Rests.PRIOR
            yield replace(threat, rests=rests), _with(stakes, entry, fallen)


def _claims(stakes: Stakes) -> Iterator[_Falling]:
    for entry in stakes.entries:
        for place, stake in enumerate(entry.stakes):
            if stake.falls:
                surely: Stake = replace(stake, falls=Fraction(1))
                changed = (*entry.stakes[:place], surely, *entry.stakes[place + 1 :])
                threat = _threat(
                    stakes, Fall.CLAIM, entry.id, stake.indicator, stake.falls, stake.loses
                )
                if stake.belief is not None:
                    rests, verdicts = stake.belief.rests, stake.belief.verdicts
                    threat = replace(threat, rests=rests, verdicts=verdicts)
                yield threat, _with(stakes, entry, replace(entry, stakes=changed))


def _threat(
    stakes: Stakes, kind: Fall, subject: str, indicator: str | None, chance: Fraction, loses: int
) -> Threat:
    index = loses * stakes.grain / stakes.divisor(0) / stakes.most * 100
    if kind is Fall.ENTRY:
        index += (stakes.count(0) - stakes.count(1)) / stakes.most * 100
    return Threat(
        kind=kind, subject=subject, indicator=indicator, chance=chance, loses=index, reach=0.0
    )


def _with(stakes: Stakes, old: EntryStakes, new: EntryStakes) -> Stakes:
    return replace(stakes, entries=tuple(new if e is old else e for e in stakes.entries))
