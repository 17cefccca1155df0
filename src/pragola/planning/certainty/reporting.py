"""Report or withhold: what entering each innovation does to the index, with its risk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from pragola.planning.actions import changed_answers
from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.distribution import distribution, spare_services
from pragola.planning.certainty.stakes import EntryStakes, Stake, Stakes, stakes_of
from pragola.planning.work import Situation
from pragola.scoring.answers import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """One innovation: the index with it less the index without it, in index points.

    `expected` is on average, over all that may happen; `accepted` if it and everything else is
    accepted as claimed; `rejected` if it alone is turned down, which happens with `chance`.
    """

    innovation: str
    reported: bool
    expected: float
    accepted: float
    rejected: float
    chance: Fraction

    @property
    def worth_reporting(self) -> bool:
        """Whether the index is higher with it on average."""
        return self.expected > 0


def reportings(situation: Situation, beliefs: Beliefs) -> tuple[Reporting, ...]:
    """Every innovation that is or could be reported, in the order of the answers."""
    reported = {
        each.id: each.status is Status.ACCEPTED
        for each in situation.answers.innovations
        if each.status is not Status.REJECTED
    }
    everything = changed_answers(situation.answers, {}, reported=dict.fromkeys(reported, True))
    stakes = stakes_of(situation, everything, beliefs)
    return tuple(
        _reporting(_among(stakes, reported, entry), entry, reported=reported[entry.id])
        for entry in stakes.entries
    )


def _among(stakes: Stakes, reported: dict[str, bool], entry: EntryStakes) -> Stakes:
    """The entries that are reported besides this one."""
    others = tuple(e for e in stakes.entries if reported[e.id] and e.id != entry.id)
    return replace(stakes, entries=others)


def _reporting(others: Stakes, entry: EntryStakes, *, reported: bool) -> Reporting:
    surely = _surely(others, others.entries)
    certain = replace(entry, turned_down=Fraction(0), stakes=())
    rejected = replace(certain, turned_down=Fraction(1))
    return Reporting(
        innovation=entry.id,
        reported=reported,
        expected=_mean(replace(others, entries=(*others.entries, entry))) - _mean(others),
        accepted=_mean(_surely(others, (*others.entries, certain))) - _mean(surely),
        rejected=_mean(replace(surely, entries=(*surely.entries, rejected))) - _mean(surely),
        chance=entry.turned_down,
    )


def _surely(stakes: Stakes, entries: Sequence[EntryStakes]) -> Stakes:
    """Everything accepted as claimed."""
    certain = (replace(entry, turned_down=Fraction(0), stakes=()) for entry in entries)
    return replace(stakes, entries=tuple(certain), proofs=())


def _mean(stakes: Stakes) -> float:
    """The mean index; where rejected entries stay in the divisor it is a sum of means."""
    if not stakes.rejected_counts:
        return distribution(stakes).expected()
    stays = np.array([1 - float(entry.turned_down) for entry in stakes.entries])
    means = np.array([_points(stakes, entry) for entry in stakes.entries])
    points = float(stays @ means) * float(stakes.grain) / stakes.divisor(0)
    total = float(stakes.spd) + points + _count(stakes, stays)
    return total / float(stakes.most) * 100


def _points(stakes: Stakes, entry: EntryStakes) -> float:
    lost = (stake.loses * _falls(stakes, stake) for stake in entry.stakes)
    return float(entry.points - sum(lost, Fraction(0)))


def _falls(stakes: Stakes, stake: Stake) -> Fraction:
    return stake.falls if stake.with_proof is None else stakes.proofs[stake.with_proof][1]


def _count(stakes: Stakes, stays: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """The mean score for the number, with the basic services as they are claimed."""
    if stakes.required is not None and spare_services(stakes) < 0:
        return 0.0
    if len(stakes.entries) <= stakes.count_cap:
        return float(stakes.count_weight) * float(stays.sum())
    chances = np.array([1.0])
    for stay in stays:
        chances = np.convolve(chances, [stay, 1 - stay])
    return float(sum(c * float(stakes.count(gone)) for gone, c in enumerate(chances)))
