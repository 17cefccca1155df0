"""A plan as a value: what to do, what it takes, what the engine says of it, and the proof."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.actions import Action, ActionKind, Reached, Row, changed_answers
from pragola.planning.chosen import (
    Chosen,
    broken_limits,
    effort_of,
    lost_without,
    settled,
    total_of,
)
from pragola.planning.ground import Entry, Ground, Ladder
from pragola.planning.scores import score_of
from pragola.planning.work import Situation
from pragola.scoring.answers import Answers
from pragola.scoring.results import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a search stands, after so many programmes `solved`.

    For a target, `effort` is the best plan's so far and `bound` what none goes below, in
    person-days; for a budget, `index` and `highest` likewise. None as long as there is none.
    """

    solved: int
    effort: Decimal | None = None
    bound: Decimal | None = None
    index: Fraction | None = None
    highest: Fraction | None = None


type Watch = Callable[[Progress], bool]
"""Told of progress now and then; False stops the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to do, and `after`: the engine's score of the changed `answers`.

    `effort` is in person-days. `bound` is the effort that no plan for the same target goes
    below; in a plan for a budget, `index_bound` is the exact index that none goes above. Both
    equal the plan's own where the search ended with its proof. `fewest`: no plan of the same
    effort for the same target has fewer actions, by proof.
    """

    before: Score
    after: Score
    answers: Answers
    actions: tuple[Action, ...]
    effort: Decimal
    target: Decimal | None = None
    budget: Decimal | None = None
    bound: Decimal | None = None
    index_bound: Fraction | None = None
    fewest: bool = False

    @property
    def index(self) -> Decimal:
        """The index that the plan promises: the engine's, of the changed answers."""
        return self.after.index

    @property
    def proven(self) -> bool:
        """Whether nothing better is possible, by proof."""
        return self.gap == 0

    @property
    def gap(self) -> Decimal | Fraction | None:
        """Person-days, or index points for a budget, up to the bound: 0 is proven."""
        if self.bound is not None:
            return self.effort - self.bound
        if self.index_bound is not None:
            return self.index_bound - self.after.index_exact
        return None


def plan_of(situation: Situation, ground: Ground, chosen: Chosen) -> Plan:
    """What was chosen, as actions, with the engine's score of the changed answers."""
    answers = answers_after(situation, ground, chosen)
    return Plan(
        before=score_of(situation, situation.answers),
        after=score_of(situation, answers),
        answers=answers,
        actions=tuple(_valued(_actions(situation, ground, chosen), ground, chosen)),
        effort=ground.days(effort_of(ground, chosen)),
    )


def answers_after(situation: Situation, ground: Ground, chosen: Chosen) -> Answers:
    """The answers as they are when all that was chosen is done."""
    reports = _changed_reports(ground, chosen)
    return changed_answers(situation.answers, chosen.levels, reported=reports)


def keeps_to(ground: Ground, chosen: Chosen) -> bool:
    """Whether what is done keeps to every limit and every order."""
    done = {ground.together[place] for place in chosen.together}
    in_order = all(needed in chosen.together for each in done for needed in each.needs)
    gates = all(
        chosen.levels.get(entry.ladders[gate].row)
        for entry in ground.entries
        if entry.id in chosen.reported
        for gate in entry.gates
    )
    possible = all(
        rung.own is not None
        for entry in (ground.region, *ground.entries)
        for ladder in entry.ladders
        for rung in ladder.rungs
        if (ladder.row, rung.level) in chosen.by_hand
    )
    return in_order and gates and possible and not broken_limits(ground, chosen)


def _changed_reports(ground: Ground, chosen: Chosen) -> Mapping[str, bool]:
    """Entries that are entered (True) or withheld (False)."""
    return {
        entry.id: entry.id in chosen.reported
        for entry in ground.entries
        if entry.id is not None and entry.draft == (entry.id in chosen.reported)
    }


def _actions(situation: Situation, ground: Ground, chosen: Chosen) -> Iterator[Action]:
    """Collective actions first, then entries in their order: withheld, entered, raised."""
    for place in sorted(chosen.together):
        yield _together(situation, ground, chosen, place)
    changed = _changed_reports(ground, chosen)
    for entry in (ground.region, *ground.entries):
        if entry.id is not None and entry.id in changed:
            yield _report(situation, ground, entry, entered=changed[entry.id])
        for ladder in entry.ladders:
            yield from _raised(ground, entry, ladder, chosen)


def _valued(actions: Iterable[Action], ground: Ground, chosen: Chosen) -> Iterator[Action]:
    """The actions with what each adds: the plan's index less the index without it."""
    total = total_of(ground, chosen)
    entries = {entry.id: entry for entry in (ground.region, *ground.entries)}
    for action in actions:
        if action.kind is ActionKind.RAISE:
            lost = lost_without(ground, chosen, entries[action.innovation], action.indicator or "")
        else:
            lost = total - total_of(ground, without(ground, chosen, action))
        yield replace(action, adds=ground.rules.index_of(lost))


def without(ground: Ground, chosen: Chosen, action: Action) -> Chosen:
    """The plan less an action: an entry is then reported as it is today."""
    reported, together = chosen.reported, chosen.together
    by_hand = chosen.by_hand
    if action.kind is ActionKind.RAISE:
        row = action.innovation, action.indicator
        by_hand = frozenset(pair for pair in by_hand if pair[0] != row)
    elif action.kind is ActionKind.COLLECTIVE:
        together = frozenset(p for p in together if ground.together[p].id != action.collective)
    elif action.innovation is not None:
        reported = reported ^ {action.innovation}
    return settled(ground, by_hand, reported, together)


def _together(situation: Situation, ground: Ground, chosen: Chosen, place: int) -> Action:
    each = situation.work.collectives[place]
    return Action(
        kind=ActionKind.COLLECTIVE,
        effort=ground.days(ground.together[place].effort),
        unit=each.unit,
        collective=each.id,
        title=each.title,
        reaches=tuple(_carried(ground, chosen, place)),
        waits_for=each.needs,
    )


def _carried(ground: Ground, chosen: Chosen, place: int) -> Iterator[Reached]:
    for entry in (ground.region, *ground.entries):
        for ladder in entry.ladders:
            reached = chosen.levels.get(ladder.row, ladder.now)
            levels = [r.level for r in ladder.rungs if place in r.lifted_by and r.level <= reached]
            if levels:
                yield Reached(
                    innovation=ladder.row[0],
                    indicator=ladder.row[1],
                    from_level=levels[0] - 1,
                    level=levels[-1],
                )


def _report(situation: Situation, ground: Ground, entry: Entry, *, entered: bool) -> Action:
    title = next(i.title for i in situation.answers.innovations if i.id == entry.id)
    return Action(
        kind=ActionKind.ENTER if entered else ActionKind.WITHHOLD,
        effort=ground.days(entry.entering if entered else 0),
        unit=entry.unit,
        innovation=entry.id,
        title=title,
        waits_for=tuple(entry.ladders[gate].row[1] for gate in entry.gates) if entered else (),
    )


def _raised(ground: Ground, entry: Entry, ladder: Ladder, chosen: Chosen) -> Iterator[Action]:
    rungs = [r for r in ladder.rungs if (ladder.row, r.level) in chosen.by_hand]
    if not rungs:
        return
    first = rungs[0].level
    below = [r for r in ladder.rungs if r.level < first]
    lifted = [ground.together[p].id for r in below for p in r.lifted_by if p in chosen.together]
    others = [entry.ladders[other].row[1] for r in rungs for other, _ in r.waits]
    yield Action(
        kind=ActionKind.RAISE,
        effort=ground.days(sum(r.own or 0 for r in rungs)),
        unit=entry.unit,
        innovation=ladder.row[0],
        indicator=ladder.row[1],
        from_level=first - 1,
        level=rungs[-1].level,
        waits_for=tuple(dict.fromkeys((*lifted, *others))),
    )


def levels_after(plan: Plan) -> Mapping[Row, int]:
    """The level of every row that the plan moves, by hand or together."""
    levels: dict[Row, int] = {}
    for action in plan.actions:
        if action.kind is ActionKind.RAISE and action.indicator is not None:
            row = (action.innovation, action.indicator)
            levels[row] = max(action.level, levels.get(row, 0))
        for reached in action.reaches:
            row = (reached.innovation, reached.indicator)
            levels[row] = max(reached.level, levels.get(row, 0))
    return levels
