"""Which chance of acceptance would change a sure plan: how low each may be by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from pragola.planning.certainty.distribution import distribution
from pragola.planning.certainty.stakes import EntryStakes, Stake, Stakes

_PERCENT = 100
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceHinge:
    """The doubtful claims of an indicator, or a shared `proof`: `subject` is its code or id.

    `believed` is the chance of acceptance, on average over its `claims`. The plan is sure enough
    as long as it is at least `needed`, in whole percents; None: not even if it were certain.
    """

    subject: str
    proof: bool
    claims: int
    believed: Fraction
    needed: Fraction | None


def chance_hinges(
    stakes: Stakes, wanted: Fraction, confidence: Fraction
) -> tuple[ChanceHinge, ...]:
    """The dearest ones, by what they cost on average; `wanted` is the exact index to be reached."""
    everything = [*_of_indicators(stakes), *_of_proofs(stakes)]
    dearest = sorted(everything, key=lambda each: (-_cost(stakes, each), each.subject))
    return tuple(
        replace(each, needed=_needed(stakes, each, wanted, confidence)) for each in dearest[:_SHOWN]
    )


def _of_indicators(stakes: Stakes) -> Iterator[ChanceHinge]:
    falls: dict[str, list[Fraction]] = {}
    for stake in (stake for entry in stakes.entries for stake in entry.stakes):
        if stake.with_proof is None:
            falls.setdefault(stake.indicator, []).append(stake.falls)
    for indicator, chances in falls.items():
        believed = 1 - sum(chances, Fraction(0)) / len(chances)
        yield ChanceHinge(
            subject=indicator, proof=False, claims=len(chances), believed=believed, needed=None
        )


def _of_proofs(stakes: Stakes) -> Iterator[ChanceHinge]:
    for place, (name, falls) in enumerate(stakes.proofs):
        claims = sum(1 for e in stakes.entries for s in e.stakes if s.with_proof == place)
        if claims and falls:
            yield ChanceHinge(
                subject=name, proof=True, claims=claims, believed=1 - falls, needed=None
            )


def _cost(stakes: Stakes, hinge: ChanceHinge) -> Fraction:
    """The grains that it loses on average."""
    places = {place for place, (name, _) in enumerate(stakes.proofs) if name == hinge.subject}
    lost = (
        stake.loses
        for entry in stakes.entries
        for stake in entry.stakes
        if (stake.with_proof in places if hinge.proof else _is_doubt_of(stake, hinge))
    )
    return sum(lost, 0) * (1 - hinge.believed)


def _is_doubt_of(stake: Stake, hinge: ChanceHinge) -> bool:
    return stake.with_proof is None and stake.indicator == hinge.subject


def _needed(
    stakes: Stakes, hinge: ChanceHinge, wanted: Fraction, confidence: Fraction
) -> Fraction | None:
    """The least percent with which the target is reached with that chance; it only grows."""
    low, high = -1, _PERCENT
    if not _sure(_with(stakes, hinge, _PERCENT), wanted, confidence):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        if _sure(_with(stakes, hinge, middle), wanted, confidence):
            high = middle
        else:
            low = middle
    return Fraction(high, _PERCENT)


def _sure(stakes: Stakes, wanted: Fraction, confidence: Fraction) -> bool:
    spread = distribution(stakes)
    return spread.reach(wanted) - spread.error >= float(confidence)


def _with(stakes: Stakes, hinge: ChanceHinge, percent: int) -> Stakes:
    """The stakes with that chance of acceptance."""
    falls = 1 - Fraction(percent, _PERCENT)
    if hinge.proof:
        proofs = (
            (name, falls if name == hinge.subject else chance) for name, chance in stakes.proofs
        )
        return replace(stakes, proofs=tuple(proofs))
    return replace(
        stakes, entries=tuple(_entry_with(entry, hinge, falls) for entry in stakes.entries)
    )


def _entry_with(entry: EntryStakes, hinge: ChanceHinge, falls: Fraction) -> EntryStakes:
    return replace(
        entry,
        stakes=tuple(
            replace(stake, falls=falls) if _is_doubt_of(stake, hinge) else stake
            for stake in entry.stakes
        ),
    )
