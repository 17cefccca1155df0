"""Of all plans of the least effort one with the fewest actions, by proof.

The effort is held at what was proven; of the cases that could still hold such a plan each is solved
once more, for the number of actions. It is exact: the prices of the effort's relaxation only take
out what no plan of that effort contains.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from pragola.planning.bounds import room
from pragola.planning.cases import hold
from pragola.planning.chosen import Chosen, chosen_from, effort_of
from pragola.planning.ground import Ground
from pragola.planning.plan import keeps_to
from pragola.planning.programme import Placed, Programme, Sheet
from pragola.planning.searches import LeastEffort
from pragola.planning.searching import Open
from pragola.planning.solver import Ended, solve

_NODES = 2_000
"""So many branches are looked at for the number of actions; the effort is proven before."""


@dataclass(frozen=True, slots=True)
class Fewest:
    """The plan, and whether no other of its effort has fewer actions."""

    chosen: Chosen
    proven: bool


def fewest(search: LeastEffort) -> Fewest | None:
    """The best plan of a search that has ended; None where it found none."""
    if search.best is None or search.value is None:
        return None
    return _Fewest(search, search.best, search.value).run()


def deeds_of(ground: Ground, chosen: Chosen) -> int:
    """The number of actions: collective ones, rows raised by hand, entries entered or withheld."""
    reports = sum(
        1
        for entry in ground.entries
        if entry.id is not None and entry.draft == (entry.id in chosen.reported)
    )
    return len(chosen.together) + len({row for row, _ in chosen.by_hand}) + reports


class _Fewest:
    def __init__(self, search: LeastEffort, best: Chosen, effort: Fraction) -> None:
        self._search = search
        self._effort = effort
        self._best = best
        self._least = deeds_of(search.ground, best)

    def run(self) -> Fewest:
        proven = self._search.proven
        open_ = [*self._search.seen]
        while open_ and proven:
            chance = open_.pop(0)
            if chance.bound > self._effort:
                continue
            if chance.relaxed is None and not self._relaxed(chance):
                continue
            if chance.bound <= self._effort:
                proven = self._solved(chance)
        return Fewest(self._best, proven)

    def _relaxed(self, chance: Open) -> bool:
        solved = chance.bounds.solved(chance.case, chance.settled)
        if solved is None:
            return False
        chance.bound, chance.relaxed = max(chance.bound, solved[0]), solved[1]
        return True

    def _solved(self, chance: Open) -> bool:
        """Look for a plan with fewer actions in the case; whether that was done to the end."""
        assert chance.relaxed is not None
        programme, best = chance.case.programme, chance.relaxed.best
        sheet = self._search.sheet(chance.case)
        for column, one in chance.settled.items():
            sheet.lower[column] = sheet.upper[column] = one
        effort = int(self._effort)
        hold(sheet, chance.relaxed.prices, dearer_than=float(effort) - best + room(best))
        sheet.row({c: cost for c, cost in enumerate(sheet.cost) if cost}, most=effort)
        deeds = _Deeds(programme, sheet)
        deeds.at_most(self._least - 1)
        solved = solve(sheet, deeds.objective, watch=self._search.asking(), nodes=_NODES)
        if solved.values is not None:
            self._take(chosen_from(programme, solved.values))
        return solved.ended is not Ended.STOPPED

    def _take(self, chosen: Chosen) -> None:
        ground = self._search.ground
        deeds = deeds_of(ground, chosen)
        fits = keeps_to(ground, chosen) and effort_of(ground, chosen) == self._effort
        if deeds < self._least and fits and self._search.worth(chosen) == self._effort:
            self._best, self._least = chosen, deeds


class _Deeds:
    """The number of actions as an objective over a sheet, less what is fixed."""

    def __init__(self, programme: Programme, sheet: Sheet) -> None:
        self._sheet = sheet
        self._terms: dict[int, int] = dict.fromkeys(programme.together, 1)
        self._fixed = 0
        for placed in programme.placed:
            self._reports(placed)
            self._raises(placed)
        self.objective: Sequence[int] = [
            self._terms.get(column, 0) for column in range(len(sheet.cost))
        ]

    def at_most(self, deeds: int) -> None:
        """Only plans with so many actions at most."""
        self._sheet.row(self._terms, most=deeds - self._fixed)

    def _reports(self, placed: Placed) -> None:
        """Drafts that are entered, and others that are not reported."""
        if placed.reported is None or placed.kind.entry is None:
            return
        if placed.kind.entry.draft:
            self._terms[placed.reported] = 1
        else:
            self._terms[placed.reported] = -1
            self._fixed += len(placed.kind.members)

    def _raises(self, placed: Placed) -> None:
        """Rows of which a unit climbs some rung itself."""
        for climb in placed.climbs:
            hands = [
                climbed if own is None else own
                for climbed, own in zip(climb.climbed, climb.own, strict=True)
            ]
            if not hands:
                continue
            if all(own is None for own in climb.own):
                self._terms[hands[0]] = 1
                continue
            most = max(self._sheet.upper[hand] for hand in hands)
            column = self._sheet.column(0, most)
            self._terms[column] = 1
            for hand in hands:
                self._sheet.row({hand: 1, column: -1}, most=0)
