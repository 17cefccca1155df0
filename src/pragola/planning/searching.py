"""The least effort for a total: the case that promises most is looked at first.

A case that takes at least the effort of the best plan found is dropped; by then HiGHS has solved
the others to the proof. So the best found is the best there is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from pragola.planning.bounds import EffortBounds, Settled
from pragola.planning.cases import (
    Case,
    cases,
    hold,
    programmes_needed,
    reported_anyway,
    sensible,
    sheet_for,
)
from pragola.planning.chosen import Chosen, chosen_from, effort_of
from pragola.planning.ground import Choice, Ground
from pragola.planning.plan import Progress, Watch, keeps_to, plan_of
from pragola.planning.programme import Programme, Sheet, programme_of
from pragola.planning.solver import Ended, Goal, Relaxed, solve
from pragola.planning.work import Situation
from pragola.scoring.results import Score

_ROOM = 1e-6
_WHOLE = 1e-6
_FIRST_REACH, _FIRST_SHARE = 20.0, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best that was found, None without any, and the effort in grains none goes below.

    `bound` None: no plan reaches the total.
    """

    chosen: Chosen | None
    bound: int | None


def programmes(ground: Ground) -> tuple[Programme, ...]:
    """The programmes that have to be looked at, with and without enough basic services."""
    possible = {a for e in ground.entries if e.choice is not Choice.OUT for a in e.basic}
    kinds = programmes_needed(
        ground.rules, surely=len(ground.covered_surely()), possible=len(possible)
    )
    return tuple(programme_of(ground, enough=enough) for enough in kinds)


@dataclass(slots=True)
class _Open:
    """A case with some collective actions settled, and the effort it takes at least."""

    case: Case
    bound: int
    bounds: EffortBounds
    settled: Settled = field(default_factory=dict)
    relaxed: Relaxed | None = None

    def undecided(self) -> int | None:
        """A collective action that the relaxation does by parts, the one nearest to half."""
        assert self.relaxed is not None
        values = self.relaxed.values
        parts = {c: abs(values[c] - 0.5) for c in self.case.programme.together}
        column = min(parts, key=parts.__getitem__, default=None)
        return None if column is None or parts[column] > 0.5 - _WHOLE else column


class LeastEffort:
    """The search for the plan of least effort whose exact index is at least `index`."""

    def __init__(
        self,
        situation: Situation,
        ground: Ground,
        index: Fraction,
        *,
        before: Score,
        watch: Watch | None = None,
    ) -> None:
        self._situation = situation
        self._ground = ground
        self._index = index
        self._before = before
        self._total = ground.rules.total_for(index)
        self._watch = watch
        self._today = sum(1 for e in ground.entries if not e.draft)
        self._best: Chosen | None = None
        self._effort: int | None = None
        self._unsettled: list[int] = []
        self._solved = 0

    def run(self, known: Chosen | None = None) -> Found:
        """Search to the end, or until the watch says no."""
        if self._ground.impossible:
            return Found(chosen=None, bound=None)
        if known is not None:
            self._take(known)
        left = self._all_cases()
        while left:
            chance = min(left, key=self._promise)
            if self._effort is not None and chance.bound >= self._effort:
                break
            if not self._tell(chance.bound):
                self._unsettled += [each.bound for each in left]
                break
            if chance.relaxed is None:
                self._relax(chance, left)
                continue
            left.remove(chance)
            column = chance.undecided()
            if column is None:
                self._solve(chance)
            else:
                left += [
                    _Open(chance.case, chance.bound, chance.bounds, {**chance.settled, column: one})
                    for one in (0, 1)
                ]
        return self._found()

    def _all_cases(self) -> list[_Open]:
        left = []
        for programme in programmes(self._ground):
            bounds = EffortBounds(programme, self._total)
            left += [_Open(c, 0, bounds) for c in cases(programme) if sensible(c, self._total)]
        return left

    def _promise(self, each: _Open) -> tuple[int, int]:
        """The least effort first; of equals, what reports nearly as many as today."""
        away = max(each.case.fewest - self._today, self._today - each.case.most, 0)
        return each.bound, away

    def _relax(self, chance: _Open, left: list[_Open]) -> None:
        solved = chance.bounds.solved(chance.case, chance.settled)
        if solved is None:
            left.remove(chance)
        else:
            chance.bound, chance.relaxed = max(chance.bound, solved[0]), solved[1]
        for each in tuple(left):
            if each.bounds is chance.bounds and each.relaxed is None:
                known = each.bounds.known(each.case, each.settled)
                if known is None:
                    left.remove(each)
                else:
                    each.bound = max(each.bound, known)

    def _found(self) -> Found:
        bounds = [*self._unsettled, *([] if self._effort is None else [self._effort])]
        return Found(chosen=self._best, bound=min(bounds, default=None))

    def _solve(self, chance: _Open) -> None:
        """Settle a case: first among the columns that promise most, then among all that could.

        The relaxation prices every column. Of two plans the one that leaves a column's end
        costs at least the price more: with a plan in hand the dear columns are out for good.
        """
        reach = self._reach(chance)
        while True:
            sheet = sheet_for(
                chance.case, total=self._total, lower=reported_anyway(chance.case, self._total)
            )
            assert chance.relaxed is not None
            for column, one in chance.settled.items():
                sheet.lower[column] = sheet.upper[column] = one
            free = hold(sheet, chance.relaxed.prices, dearer_than=reach)
            if not self._settled_by(sheet, chance):
                return
            needed = self._reach(chance)
            if (self._effort is not None and needed <= reach) or free == len(sheet.cost):
                return
            reach = needed if self._effort is not None else 4 * reach

    def _reach(self, chance: _Open) -> float:
        """How dear a column may be that can be part of a better plan, in grains."""
        assert chance.relaxed is not None
        best = chance.relaxed.best
        if self._effort is None:
            return max(_FIRST_REACH, best * _FIRST_SHARE)
        return self._effort - 1 - best + _ROOM * max(1.0, abs(best))

    def _settled_by(self, sheet: Sheet, chance: _Open) -> bool:
        """Solve the sheet and keep what it finds; False where that left the case unsettled."""
        self._solved += 1
        watch = self._asking(chance.bound)
        for tight in (False, True):
            solved = solve(sheet, sheet.cost, goal=Goal.LEAST, watch=watch, tight=tight)
            values, programme = solved.values, chance.case.programme
            if values is None or self._take(chosen_from(programme, values)):
                if solved.ended is Ended.STOPPED:
                    self._unsettled.append(chance.bound)
                return solved.ended is not Ended.STOPPED
        # What HiGHS takes for a plan is none in whole numbers: only the relaxation stands.
        self._unsettled.append(chance.bound)
        return False

    def _take(self, chosen: Chosen) -> bool:
        """Keep it if it is better; False where the engine says that it misses."""
        if not self._holds(chosen):
            return False
        effort = effort_of(self._ground, chosen)
        if self._effort is None or effort < self._effort:
            self._best, self._effort = chosen, effort
        return True

    def _holds(self, chosen: Chosen) -> bool:
        plan = plan_of(self._situation, self._ground, chosen, before=self._before)
        return plan.after.index_exact >= self._index and keeps_to(self._ground, chosen)

    def _asking(self, bound: int) -> Callable[[], bool] | None:
        return None if self._watch is None else lambda: self._tell(bound)

    def _tell(self, bound: int) -> bool:
        if self._watch is None:
            return True
        best = None if self._effort is None else self._ground.days(self._effort)
        days = self._ground.days(bound)
        return self._watch(Progress(effort=best, bound=days, solved=self._solved))
