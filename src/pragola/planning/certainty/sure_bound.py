"""What no sure plan takes less than, by proof.

What is accepted in the end is at most what today's claims of the reported entries bring by the
same fate, and what is raised on top. What today's claims lack of the target is filled by so many
points with some chance (`lacking`, `filling`); so what is raised has to bring at least so many
points on average. That is one straight line for each number of entries.

It is drawn with collective actions settled, done or left (`settled`): then what they carry surely
is known, with what is lost if their proofs fall. Of the parts that are left open the one that
promises the cheapest plan is halved, until it is settled whole. Today's claims are taken better
than they are where that is needed for it to hold:

- of fewer than all entries the best, each with the smallest chance of being turned down;
- a claim that a collective action may carry, or that rests on a shared proof, is certain;
- a claim that would be surer if it were raised is that sure; none falls by more than a level;
- what units raise in an entry counts even if that is turned down.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count

import numpy as np

from pragola.planning.certainty.beliefs import Beliefs
from pragola.planning.certainty.filling import Filling
from pragola.planning.certainty.lacking import Lacking
from pragola.planning.certainty.lines import LeastGains, Line, Promise
from pragola.planning.certainty.settled import Settled
from pragola.planning.plan import Plan, Progress, Watch, plan_of
from pragola.planning.searching import Found
from pragola.planning.work import Situation

_SLACK = 1e-7
"""Room for floating arithmetic, on the safe side."""
_MOST_LOOKED_AT = 100
"""So many parts are looked at at most; the bound holds whenever one stops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SureBound:
    """No sure plan takes less than `least`, the effort of `plan`, which need not be sure itself.

    None: there is no sure plan.
    """

    least: Decimal | None
    plan: Plan | None


def sure_bound(
    situation: Situation,
    target: Decimal,
    confidence: Fraction,
    beliefs: Beliefs,
    *,
    watch: Watch | None = None,
) -> SureBound | None:
    """The bound; None where an entry turned down may raise the average, so that none is known."""
    if not situation.rejected_counts:
        return None
    whole = Settled(situation, beliefs)
    if whole.ground.impossible:
        return SureBound(least=None, plan=None)
    part = _Bounding(target, float(confidence) - _SLACK, watch).run(whole)
    if part is None:
        return SureBound(least=None, plan=None)
    return SureBound(least=whole.ground.days(int(part.promise.bound)), plan=part.plan())


@dataclass(frozen=True, slots=True)
class _Part:
    """What was settled, what the cheapest that keeps to its line promises, and that if it is known.

    `ends` are those of its line.
    """

    settled: Settled
    promise: Promise
    ends: "_Ends"
    found: Found | None = None

    def undecided(self) -> int | None:
        """What is to be settled next: first what the cheapest plan does."""
        places = self.settled.open()
        done = (place for place in places if place in self.promise.done)
        return next(done, next(iter(places), None))

    def plan(self) -> Plan | None:
        """The cheapest, where it is known."""
        if self.found is None or self.found.chosen is None:
            return None
        return plan_of(self.settled.situation, self.settled.ground, self.found.chosen)


class _Bounding:
    def __init__(self, target: Decimal, confidence: float, watch: Watch | None) -> None:
        self._target = target
        self._confidence = confidence
        self._watch = watch
        self._waiting: list[tuple[Fraction, int, _Part]] = []
        self._order = count()

    def run(self, whole: Settled) -> _Part | None:
        """Of all parts the one with the least bound, solved unless the search was ended."""
        self._wait_with(self._part(whole, None))
        for _ in range(_MOST_LOOKED_AT):
            if not self._waiting:
                return None
            *_, part = self._waiting[0]
            if part.found is not None or not self._go_on(part):
                break
            heappop(self._waiting)
            undecided = part.undecided()
            if undecided is None:
                self._wait_with(self._solved(part))
                continue
            for half in part.settled.halves(undecided):
                self._wait_with(self._part(half, part))
        return self._waiting[0][2]

    def _wait_with(self, part: _Part | None) -> None:
        if part is not None:
            heappush(self._waiting, (part.promise.bound, next(self._order), part))

    def _go_on(self, part: _Part) -> bool:
        bound = part.settled.ground.days(int(part.promise.bound))
        return self._watch is None or self._watch(Progress(solved=0, bound=bound))

    def _part(self, settled: Settled, before: _Part | None) -> _Part | None:
        """What it promises, with the end drawn for the number of entries that is reported."""
        ground = settled.ground
        if ground.impossible:
            return None
        total = float(ground.rules.total_for(ground.rules.threshold(self._target)))
        lacking = Lacking(settled.stakes, settled.fates(), ground.rules, total)
        ends = _Ends(settled, lacking, self._confidence)
        if before is None:
            ends.roughly()
        else:
            ends.take(before.settled, before.ends)
        search = self._search(settled, ends)
        while True:
            promise = search.promise()
            if promise is None:
                return None
            if not ends.draw(promise.number):
                least = promise.bound if before is None else before.promise.bound
                return _Part(settled, replace(promise, bound=max(promise.bound, least)), ends)

    def _solved(self, part: _Part) -> _Part | None:
        """The cheapest in whole numbers, with the end drawn for the number that it reports."""
        while True:
            search = self._search(part.settled, part.ends)
            found = search.run()
            if found.bound is None:
                return None
            chosen = found.chosen
            drawn = chosen is None or not part.ends.draw(len(chosen.reported))
            if drawn or not search.proven:
                bound = max(part.promise.bound, found.bound)
                return replace(part, promise=replace(part.promise, bound=bound), found=found)

    def _search(self, settled: Settled, ends: "_Ends") -> LeastGains:
        index = settled.ground.rules.threshold(self._target)
        return LeastGains(
            settled.situation, settled.ground, index, [ends.line()], watch=self._watch
        )


class _Ends:
    """What is raised has to come to, by number of entries, each drawn when it is asked for."""

    def __init__(self, settled: Settled, lacking: Lacking, confidence: float) -> None:
        self._settled = settled
        self._lacking = lacking
        self._confidence = confidence
        self._doubts = settled.doubts()
        self._drawn: set[int] = set()
        self.ends: list[float] = []

    def roughly(self) -> None:
        """All of them, lower than they could be."""
        self.ends = [self._least(each) for each in self._lacking.roughly()]

    def take(self, before: Settled, older: "_Ends") -> None:
        """Those of less settled; what is carried surely by now counted as raised there."""
        more = sorted(
            (points - before.carried[name] for name, points in self._settled.carried.items()),
            reverse=True,
        )
        self.ends = [max(0.0, end - sum(more[:number])) for number, end in enumerate(older.ends)]

    def draw(self, number: int) -> bool:
        """Those of so many entries and of more; False where they are drawn."""
        missing = [n for n in range(number, len(self.ends)) if n not in self._drawn]
        for n in missing:
            self.ends[n] = max(self.ends[n], self._least(self._lacking.of(n)))
        self._drawn.update(missing)
        return number in missing

    def line(self) -> Line:
        """As a condition that follows what is drawn; what is carried surely does not count."""
        known = {name: -points for name, points in self._settled.carried.items()}
        return Line(self._settled.gains, np.ones(1), self.ends, known)

    def _least(self, each: Filling) -> float:
        return each.least(self._confidence, doubts=self._doubts)
