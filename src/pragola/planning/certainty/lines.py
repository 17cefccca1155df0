"""Conditions that make a programme's raised claims fill what is lacking with a chance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from pragola.planning.cases import Case, Want, cases
from pragola.planning.certainty.gains import Gains, Outcomes
from pragola.planning.ground import Choice, Ground
from pragola.planning.plan import Watch
from pragola.planning.programme import Programme
from pragola.planning.searches import LeastEffort
from pragola.planning.work import Situation

_PARTS = 10_000
"""Points are rounded to so many parts, on the safe side."""
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """That points on average, outcomes of proofs weighted by `weights`, come to an end.

    `ends` are those by number of counted innovations, `known` the points of reported ones.
    """

    gains: Gains
    weights: Outcomes
    ends: Sequence[float]
    known: Mapping[str, float]

    def want(self, programme: Programme) -> Want:
        """The condition in that programme."""
        innovations, region = self.gains.terms(programme, self.weights)
        for placed in programme.placed:
            if placed.reported is not None:
                points = max(self.known.get(name, 0.0) for name in placed.kind.ids)
                innovations[placed.reported] = Fraction(round(points * _PARTS), _PARTS)
        demand = replace(
            programme.now,
            innovations=innovations,
            region=region,
            surely=Fraction(round(self._surely(programme.ground) * _PARTS), _PARTS),
            enough=True,
        )
        return Want(demand, Fraction(0), self._credit(programme))

    def _surely(self, ground: Ground) -> float:
        surely = (entry.id for entry in ground.entries if entry.choice is Choice.IN)
        return sum(self.known.get(name or "", 0.0) for name in surely)

    def _credit(self, programme: Programme) -> Callable[[int], Fraction]:
        """What makes a total of nothing end where the line does."""
        rules = programme.ground.rules

        def credit(counted: int) -> Fraction:
            end = self.ends[min(counted, len(self.ends) - 1)]
            whole = Fraction(floor(end * _PARTS) - 1, _PARTS)
            return rules.needed(counted, Fraction(0), enough=True) - whole

        return credit


@dataclass(frozen=True, slots=True)
class Promise:
    """No plan takes less than `bound`; one that might reports so many entries and has that done."""

    bound: Fraction
    number: int
    done: frozenset[int]


class LeastGains(LeastEffort):
    """The least effort that reaches the target as claimed and keeps to every line."""

    def __init__(
        self,
        situation: Situation,
        ground: Ground,
        index: Fraction,
        lines: Sequence[Line],
        *,
        watch: Watch | None = None,
    ) -> None:
        super().__init__(situation, ground, index, watch=watch)
        self._lines = lines
        self._wants: dict[int, tuple[Want, ...]] = {}

    def cases_of(self, programme: Programme) -> Sequence[Case]:
        """Every n by itself: where a line ends depends on it."""
        return tuple(cases(programme, each=True))

    def wants(self, programme: Programme) -> tuple[Want, ...]:
        """The target as claimed, and every line; worked out once for each programme."""
        if id(programme) not in self._wants:
            lines = (line.want(programme) for line in self._lines)
            self._wants[id(programme)] = (*super().wants(programme), *lines)
        return self._wants[id(programme)]

    def promise(self) -> "Promise | None":
        """The least bound without whole numbers, but for collective actions; None: no plan."""
        left = self._all_cases()
        while left:
            chance = min(left, key=self._promise)
            if chance.relaxed is None:
                self._relax(chance, left)
                continue
            column = chance.undecided()
            if column is None:
                values, columns = chance.relaxed.values, chance.case.programme.together
                done = (place for place, each in enumerate(columns) if values[each] > _HALF)
                return Promise(chance.bound, chance.case.fewest, frozenset(done))
            left.remove(chance)
            left += chance.halves(column)
        return None
