"""What may be lost: every claim that may fall, every entry that may be turned down.

Points are whole multiples of `Stakes.grain`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pragola.planning.actions import Action, ActionKind
from pragola.planning.certainty.beliefs import Belief, Beliefs, Rests, Shared
from pragola.planning.certainty.learned import ClaimRow
from pragola.planning.ground import common_part
from pragola.planning.work import Situation
from pragola.scoring.answers import Answers, Innovation, Status
from pragola.scoring.score import affairs_that_cover, score, score_innovation

_RAISED = 0
"""The level of no claim: what inspection saw is of other proofs."""


@dataclass(frozen=True, slots=True)
class Stake:
    """A claim that falls with a chance and then loses points, or falls with a shared proof.

    `belief` is what the chance comes from, None where a shared proof decides; `levels` so many
    it falls by.
    """

    indicator: str
    loses: int
    falls: Fraction
    with_proof: int | None = None
    belief: Belief | None = None
    levels: int = 1


@dataclass(frozen=True, slots=True)
class EntryStakes:
    """An entry's points, its chance of being turned down, and its claims' stakes."""

    id: str
    points: int
    turned_down: Fraction
    stakes: tuple[Stake, ...]
    basic: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """All that may be lost, and how the index follows from what is left, exact.

    `proofs` are shared ones by id and chance that they fall; `proofs_rest` what each rests on.
    """

    entries: tuple[EntryStakes, ...]
    proofs: tuple[tuple[str, Fraction], ...]
    proofs_rest: tuple[Rests, ...]
    grain: Fraction
    spd: Fraction
    most: Fraction
    floor: int
    rejected_already: int
    rejected_counts: bool
    count_weight: Fraction
    count_cap: int
    required: int | None

    @property
    def points(self) -> int:
        """What all entries score if everything is accepted, in grains."""
        return sum(entry.points for entry in self.entries)

    def divisor(self, turned_down: int) -> int:
        """The divisor when so many of the entries are turned down."""
        besides = self.rejected_already if self.rejected_counts else 0
        gone = 0 if self.rejected_counts else turned_down
        return max(self.floor, len(self.entries) - gone + besides)

    def count(self, turned_down: int) -> Fraction:
        """Points for the number of innovations then, with enough basic services."""
        return self.count_weight * min(len(self.entries) - turned_down, self.count_cap)

    def needed(self, index: Fraction, turned_down: int, *, enough: bool = True) -> int:
        """The grains that entries must still score so that the exact index is reached."""
        total = index * self.most / 100
        count = self.count(turned_down) if enough else Fraction(0)
        points = (total - self.spd - count) * self.divisor(turned_down)
        return int(-((-points) // self.grain))


def stakes_of(
    situation: Situation, answers: Answers, beliefs: Beliefs, *, actions: Sequence[Action] = ()
) -> Stakes:
    """What is at stake in the answers; claims carried by a collective action share its proof."""
    shared = (*beliefs.shared, *_proofs_of(actions, beliefs))
    edition, now = situation.edition, score(situation.edition, answers)
    counted = [i for i in answers.innovations if i.status is Status.ACCEPTED]
    weights = [Fraction(i.weight.value) for i in edition.sid_indicators]
    grain = common_part(weights)
    proof_of = {row: place for place, each in enumerate(shared) for row in each.rows}
    before = _before_collectives(actions)
    minimum = edition.min_basic_services
    return Stakes(
        entries=tuple(
            _entry(situation, innovation, beliefs, proof_of, before, grain)
            for innovation in counted
        ),
        proofs=tuple((each.id, 1 - each.accepted) for each in shared),
        proofs_rest=tuple(each.rests for each in shared),
        grain=grain,
        spd=Fraction(now.spd),
        most=Fraction(edition.maxima.total.value),
        floor=edition.min_divisor.value,
        rejected_already=sum(1 for i in answers.innovations if i.status is Status.REJECTED),
        rejected_counts=situation.rejected_counts,
        count_weight=Fraction(edition.count.weight.value),
        count_cap=edition.count.cap.value,
        required=minimum.value if minimum else None,
    )


def _proofs_of(actions: Sequence[Action], beliefs: Beliefs) -> Iterator[Shared]:
    """Collective actions as shared proofs, as likely as is believed of them or their claims."""
    for action in actions:
        if action.kind is ActionKind.COLLECTIVE and action.collective is not None:
            rows = [(r.innovation, r.indicator) for r in action.reaches if r.innovation]
            if rows:
                yield _carried_by(action.collective, rows, beliefs)


def _carried_by(collective: str, rows: Sequence[ClaimRow], beliefs: Beliefs) -> Shared:
    """As likely as is believed of the action, else as the least likely of what it carries."""
    chance = beliefs.proofs.get(collective)
    if chance is not None:
        return Shared(collective, chance, frozenset(rows), Rests.PRIOR)
    least = min((beliefs.of(row, level=_RAISED) for row in rows), key=lambda each: each.accepted)
    return Shared(collective, least.accepted, frozenset(rows), least.rests)


def _before_collectives(actions: Sequence[Action]) -> Mapping[ClaimRow, int]:
    """The levels that rows fall back to without the collective action that carries them."""
    return {
        (reached.innovation, reached.indicator): reached.from_level
        for action in actions
        for reached in action.reaches
        if reached.innovation is not None
    }


def _entry(
    situation: Situation,
    innovation: Innovation,
    beliefs: Beliefs,
    proof_of: Mapping[ClaimRow, int],
    before: Mapping[ClaimRow, int],
    grain: Fraction,
) -> EntryStakes:
    edition = situation.edition
    rows = score_innovation(edition, innovation).rows
    stakes = []
    for row in rows:
        claim = innovation.id, row.indicator.code
        if not row.level or row.indicator.code in innovation.verdicts:
            continue
        proof = proof_of.get(claim)
        worth = int(Fraction(row.indicator.weight.value) / grain)
        if proof is not None:
            loses = worth * (row.level - before.get(claim, row.level - 1))
            stakes.append(Stake(row.indicator.code, loses, Fraction(0), proof))
            continue
        belief = beliefs.of(claim, level=row.level)
        if belief.accepted < 1:
            levels = row.level if belief.falls_to_nothing else 1
            stakes.append(
                Stake(
                    row.indicator.code,
                    worth * levels,
                    1 - belief.accepted,
                    belief=belief,
                    levels=levels,
                )
            )
    basic = {*affairs_that_cover(edition, innovation.affairs)} & {*edition.basic_affairs}
    points = sum((Fraction(row.score) for row in rows), Fraction(0))
    return EntryStakes(
        innovation.id,
        int(points / grain),
        beliefs.rejection(innovation.id),
        tuple(stakes),
        frozenset(basic),
    )
