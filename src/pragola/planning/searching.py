"""The best plan by proof: the case that promises most is looked at first.

A case that cannot be better than the best plan found is dropped; by then HiGHS has solved the
others to the proof. So the best found is the best there is.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from pragola.planning.bounds import EffortBounds, IndexBounds, Settled
from pragola.planning.cases import Case, cases, hold
from pragola.planning.chosen import Chosen, chosen_from
from pragola.planning.ground import Ground
from pragola.planning.plan import Progress, Watch, keeps_to
from pragola.planning.programme import Programme, Sheet, programmes_of
from pragola.planning.slope import with_slopes
from pragola.planning.solver import Ended, Relaxed, solve
from pragola.planning.work import Situation

_WHOLE = 1e-6

type Bounds = EffortBounds | IndexBounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best that was found, None without any, and what no plan goes below.

    `bound` None: no plan does what was asked.
    """

    chosen: Chosen | None
    bound: Fraction | None


@dataclass(slots=True)
class Open:
    """A case with some collective actions settled, and what it comes to at least."""

    case: Case
    bound: Fraction
    bounds: Bounds
    settled: Settled = field(default_factory=dict)
    relaxed: Relaxed | None = None

    def undecided(self) -> int | None:
        """A collective action that the relaxation does by parts, the one nearest to half.

        Not on a slope: so many n in one case are better halved together with the actions.
        """
        assert self.relaxed is not None
        if self.case.sloped:
            return None
        values = self.relaxed.values
        parts = {c: abs(values[c] - 0.5) for c in self.case.programme.together}
        column = min(parts, key=parts.__getitem__, default=None)
        return None if column is None or parts[column] > 0.5 - _WHOLE else column

    def halves(self, column: int) -> list["Open"]:
        """The case with that collective action done, and without it."""
        return [
            Open(self.case, self.bound, self.bounds, {**self.settled, column: one})
            for one in (1, 0)
        ]


class Search(ABC):
    """Best-first over all cases. What is sought is small: an effort, or a total turned negative.

    `seen` are the cases that may hold a plan as good as the best: solved ones, and those left.
    """

    def __init__(self, situation: Situation, ground: Ground, watch: Watch | None) -> None:
        self.situation = situation
        self.ground = ground
        self.best: Chosen | None = None
        self.value: Fraction | None = None
        self._watch = watch
        self._today = sum(1 for e in ground.entries if not e.draft)
        self.seen: list[Open] = []
        self._unsettled: list[Fraction] = []
        self._solved = 0

    def run(self, known: Chosen | None = None) -> Found:
        """Search to the end, or until the watch says no."""
        if self.ground.impossible:
            return Found(chosen=None, bound=None)
        if known is not None:
            self._take(known)
        left = self._all_cases()
        while left:
            chance = min(left, key=self._promise)
            if self.value is not None and chance.bound >= self.value:
                self.seen += left
                break
            if not self._go_on(chance.bound):
                self._unsettled += [each.bound for each in left]
                break
            self._look_at(chance, left)
        bounds = [*self._unsettled, *([] if self.value is None else [self.value])]
        return Found(chosen=self.best, bound=min(bounds, default=None))

    @property
    def proven(self) -> bool:
        """Whether nothing better is left, once the search has ended."""
        return self.value is not None and all(each >= self.value for each in self._unsettled)

    def asking(self) -> Callable[[], bool] | None:
        """Asks the watch of a search that has ended whether to go on with its plan."""
        return None if self.value is None else self._asking(self.value)

    def cases_of(self, programme: Programme) -> Iterable[Case]:
        """All of n."""
        return cases(programme)

    @abstractmethod
    def bounds_of(self, case: Case) -> Bounds:
        """What bounds the cases of that case's programme."""

    @abstractmethod
    def sensible(self, case: Case) -> bool:
        """Whether a best plan may lie in the case."""

    @abstractmethod
    def sheet(self, case: Case) -> Sheet:
        """The programme to be solved in the case."""

    @abstractmethod
    def objective(self, chance: Open) -> Sequence[int]:
        """What is to be small in it, in whole numbers."""

    def follows(self, _case: Case) -> bool:
        """Whether the objective is another one as soon as there is a better plan."""
        return False

    @abstractmethod
    def reach(self, chance: Open) -> float:
        """The price up to which a column can be part of a better plan."""

    @abstractmethod
    def worth(self, chosen: Chosen) -> Fraction | None:
        """What is sought, of a plan; None where the engine says that it does not do."""

    @abstractmethod
    def told(self, value: Fraction | None, bound: Fraction, solved: int) -> Progress:
        """What a watch is told."""

    @cached_property
    def _programmes(self) -> tuple[Programme, ...]:
        all_of_it = programmes_of(self.ground)
        return tuple(each for one in all_of_it for each in with_slopes(one))

    def _all_cases(self) -> list[Open]:
        left = []
        for programme in self._programmes:
            all_of_it = [case for case in self.cases_of(programme) if self.sensible(case)]
            if all_of_it:
                bounds = self.bounds_of(all_of_it[0])
                for case in all_of_it:
                    known = bounds.known(case, {})
                    left += [] if known is None else [Open(case, known, bounds)]
        return left

    def _promise(self, each: Open) -> tuple[Fraction, int]:
        """The best bound first; of equals, what reports nearly as many as today."""
        away = max(each.case.fewest - self._today, self._today - each.case.most, 0)
        return each.bound, away

    def _look_at(self, chance: Open, left: list[Open]) -> None:
        if chance.relaxed is None:
            self._relax(chance, left)
            return
        left.remove(chance)
        column = chance.undecided()
        if column is None:
            self.seen.append(chance)
            self._solve(chance)
        else:
            left += chance.halves(column)

    def _relax(self, chance: Open, left: list[Open]) -> None:
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

    def _solve(self, chance: Open) -> None:
        """Settle a case: first among the columns that promise most, then among all that could.

        The relaxation prices every column. Of two plans the one that leaves a column's end
        costs at least the price more: with a plan in hand the dear columns are out for good.
        """
        assert chance.relaxed is not None
        reach = self.reach(chance)
        while True:
            sheet = self.sheet(chance.case)
            for column, one in chance.settled.items():
                sheet.lower[column] = sheet.upper[column] = one
            free = hold(sheet, chance.relaxed.prices, dearer_than=reach)
            before = self.value
            if not self._settled_by(sheet, chance):
                return
            if self.value != before and self.follows(chance.case):
                continue
            if free == len(sheet.cost):
                return
            needed = self.reach(chance)
            if self.value is None:
                needed = 4 * reach
            if needed <= reach:
                return
            reach = needed

    def _settled_by(self, sheet: Sheet, chance: Open) -> bool:
        """Solve the sheet and keep what it finds; False where that left the case unsettled."""
        self._solved += 1
        watch = self._asking(chance.bound)
        objective = self.objective(chance)
        for tight in (False, True):
            solved = solve(sheet, objective, watch=watch, tight=tight)
            values, programme = solved.values, chance.case.programme
            if values is None or self._take(chosen_from(programme, values)):
                if solved.ended is Ended.STOPPED:
                    self._unsettled.append(chance.bound)
                return solved.ended is not Ended.STOPPED
        # What HiGHS takes for a plan is none in whole numbers: only the relaxation stands.
        self._unsettled.append(chance.bound)
        return False

    def _take(self, chosen: Chosen) -> bool:
        """Keep it if it is better; False where the engine says that it does not do."""
        value = self.worth(chosen) if keeps_to(self.ground, chosen) else None
        if value is None:
            return False
        if self.value is None or value < self.value:
            self.best, self.value = chosen, value
        return True

    def _asking(self, bound: Fraction) -> Callable[[], bool] | None:
        return None if self._watch is None else lambda: self._go_on(bound)

    def _go_on(self, bound: Fraction) -> bool:
        return self._watch is None or self._watch(self.told(self.value, bound, self._solved))
