"""The same portfolio next year: what that edition asks for, and plans by which no work is lost.

Next year's answers are this year's, carried over, as the engine scores them by that edition.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.actions import Action, ActionKind
from pragola.planning.carrying import carried_to
from pragola.planning.chosen import Chosen, settled
from pragola.planning.goals import Unreachable, cheapest_plan
from pragola.planning.ground import Choice, Entry, Ground, Ladder, threshold_of
from pragola.planning.plan import Plan, Watch, answers_after, plan_of, without
from pragola.planning.scores import score_later
from pragola.planning.searches import Later, LeastEffort, LeastForBoth
from pragola.planning.surveying import survey
from pragola.planning.work import Situation, Work
from pragola.scoring.edition import Edition
from pragola.scoring.results import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class NextYear:
    """The year that is looked ahead to: its edition, its usual work, the index wanted there."""

    edition: Edition
    work: Work
    target: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """The least effort by which both targets are reached, proven like any plan.

    `later` is next year's score of its answers. `now` is the least part of it that this year's
    target needs; the rest of it may wait.
    """

    plan: Plan
    later: Score
    now: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A plan of this year beside the next one.

    `before` and `after` are next year's scores of today's answers and of the plan's; `lost`
    claims that its edition does not know. `afresh` is the cheapest plan for next year's target
    from today's answers, `left` what the plan leaves to be done for it. `both` None: not within
    this year's hands and dates. `worth` is what each action still adds then, in index points.
    """

    edition: str
    target: Decimal
    before: Score
    after: Score
    lost: int
    afresh: Plan | Unreachable
    left: Plan | Unreachable
    both: Both | None
    worth: tuple[Fraction, ...]


def years(
    situation: Situation, plan: Plan, following: NextYear, *, watch: Watch | None = None
) -> Years:
    """The plan beside next year, and the cheapest one for both."""
    return Years(
        edition=following.edition.code,
        target=following.target,
        before=score_later(situation.answers, following.edition),
        after=score_later(plan.answers, following.edition),
        lost=carried_to(following.edition, plan.answers).lost,
        afresh=cheapest_plan(_then(situation, following), following.target, watch=watch),
        left=cheapest_plan(
            _then(replace(situation, answers=plan.answers), following),
            following.target,
            watch=watch,
        ),
        both=None if plan.target is None else both_years(situation, plan.target, following, watch),
        worth=tuple(worth_later(situation, plan, following.edition)),
    )


def both_years(
    situation: Situation, target: Decimal, following: NextYear, watch: Watch | None = None
) -> Both | None:
    """The least effort whose answers reach this year's target and, carried over, next year's.

    Within this year's hands and dates; None where that reaches them not.
    """
    ground = survey(situation, later=following.edition)
    wanted = threshold_of(following.target, following.edition.index_decimals.value)
    index, later = ground.rules.threshold(target), Later(following.edition, wanted)
    found = LeastForBoth(situation, ground, index, later, watch=watch).run()
    if found.chosen is None or found.bound is None:
        return None
    plan = replace(
        plan_of(situation, ground, found.chosen),
        target=target,
        bound=ground.days(int(found.bound)),
    )
    part = within(ground, found.chosen)
    first = LeastEffort(situation, part, index, watch=watch).run()
    assert first.chosen is not None
    assert first.bound is not None
    now = plan_of(situation, part, first.chosen)
    return Both(
        plan=plan,
        later=score_later(plan.answers, following.edition),
        now=replace(now, target=target, bound=ground.days(int(first.bound))),
    )


def worth_later(situation: Situation, plan: Plan, edition: Edition) -> Iterator[Fraction]:
    """What each action of the plan adds by that edition: its exact index less that without it."""
    ground = survey(situation)
    chosen = chosen_of(ground, plan)
    whole = score_later(plan.answers, edition).index_exact
    for action in plan.actions:
        less = answers_after(situation, ground, without(ground, chosen, action))
        yield whole - score_later(less, edition).index_exact


def chosen_of(ground: Ground, plan: Plan) -> Chosen:
    """What a plan does, on the ground that it was made on."""
    names = {a.collective for a in plan.actions if a.kind is ActionKind.COLLECTIVE}
    together = frozenset(p for p, each in enumerate(ground.together) if each.id in names)
    reported = {e.id for e in ground.entries if e.id and not e.draft and e.choice is not Choice.OUT}
    reported |= {a.innovation for a in plan.actions if a.kind is ActionKind.ENTER and a.innovation}
    reported -= {a.innovation for a in plan.actions if a.kind is ActionKind.WITHHOLD}
    raised = {
        (action.innovation, action.indicator): action
        for action in plan.actions
        if action.kind is ActionKind.RAISE
    }
    by_hand = {
        (ladder.row, rung.level)
        for entry in (ground.region, *ground.entries)
        for ladder in entry.ladders
        for rung in ladder.rungs
        if together.isdisjoint(rung.lifted_by) and _is_in(raised.get(ladder.row), rung.level)
    }
    return settled(ground, frozenset(by_hand), frozenset(reported), together)


def _is_in(action: Action | None, level: int) -> bool:
    return action is not None and action.from_level < level <= action.level


def within(ground: Ground, chosen: Chosen) -> Ground:
    """The ground with nothing on it but what was chosen."""
    return replace(
        ground,
        region=_kept(ground.region, chosen),
        entries=tuple(_kept(entry, chosen) for entry in ground.entries),
        together=tuple(
            replace(each, barred=each.barred or place not in chosen.together)
            for place, each in enumerate(ground.together)
        ),
    )


def _kept(entry: Entry, chosen: Chosen) -> Entry:
    withheld = entry.draft and entry.id not in chosen.reported
    return replace(
        entry,
        choice=Choice.OUT if withheld else entry.choice,
        ladders=tuple(_climbed(ladder, chosen) for ladder in entry.ladders),
    )


def _climbed(ladder: Ladder, chosen: Chosen) -> Ladder:
    reached = chosen.levels.get(ladder.row, ladder.now)
    rungs = tuple(
        replace(rung, own=rung.own if (ladder.row, rung.level) in chosen.by_hand else None)
        for rung in ladder.rungs
        if rung.level <= reached
    )
    return replace(ladder, rungs=rungs, surely=min(ladder.surely, len(rungs)))


def _then(situation: Situation, following: NextYear) -> Situation:
    """The portfolio as it would be planned by next year's edition."""
    return replace(
        situation,
        edition=following.edition,
        answers=carried_to(following.edition, situation.answers).answers,
        work=following.work,
        rejected_in_divisor=None,
    )
