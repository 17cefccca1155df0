"""Equal parts of the ground gathered into kinds, so that the solver never sees the same twice.

A part is what hangs together: an entry that may or may not be reported with all its rows, or
rows of a reported entry that wait for each other. Parts that are equal in everything that
decides become one kind with whole numbers in place of yes and no. That changes no optimum: all
conditions within a part are of the form 'this before that', so so many members do the one and,
of those, so many the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from pragola.planning.ground import Choice, Entry, Ground, Ladder
from pragola.planning.waiting import moved

type Covered = tuple[frozenset[int], frozenset[int]]
"""Affairs that are surely covered, by the edition and by the later one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Equal parts. `ladders` are those of the first member; `members` hold each one's own.

    `entry` is set where the part is an open entry; `ids` then names the members. `regional`
    rows count as often as the divisor.
    """

    ladders: tuple[Ladder, ...]
    members: tuple[tuple[Ladder, ...], ...]
    entry: Entry | None = None
    ids: tuple[str, ...] = ()
    regional: bool = False


def kinds_of(ground: Ground) -> tuple[Kind, ...]:
    """All parts of the ground by kind, in the order of their first members."""
    slack = _never_binding(ground)
    covered = ground.covered_surely(), ground.covered_surely(later=True)
    found: dict[object, list[tuple[Entry, tuple[Ladder, ...]]]] = {}
    for entry in (ground.region, *ground.entries):
        for ladders in _parts(entry):
            found.setdefault(_signature(entry, ladders, slack, covered), []).append(
                (entry, ladders)
            )
    return tuple(_kind(parts, slack, covered) for parts in found.values())


def _kind(
    parts: Sequence[tuple[Entry, tuple[Ladder, ...]]],
    slack: frozenset[int],
    covered: Covered,
) -> Kind:
    entry, ladders = parts[0]
    is_open = entry.choice is Choice.OPEN
    basic, later_basic = _open_services(entry, covered)
    plain = replace(
        entry,
        limits=_tight(entry.limits, slack),
        basic=basic,
        later_basic=later_basic,
    )
    return Kind(
        tuple(_without_slack(ladder, slack) for ladder in ladders),
        tuple(ladders for _, ladders in parts),
        entry=plain if is_open else None,
        ids=tuple(e.id or "" for e, _ in parts) if is_open else (),
        regional=entry.id is None,
    )


def _parts(entry: Entry) -> Iterator[tuple[Ladder, ...]]:
    if entry.choice is Choice.OPEN:
        yield entry.ladders
    elif entry.choice is Choice.IN:
        yield from _hanging_together(_gates_climbed(entry))


def _gates_climbed(entry: Entry) -> tuple[Ladder, ...]:
    return tuple(
        replace(ladder, surely=max(ladder.surely, 1)) if place in entry.gates else ladder
        for place, ladder in enumerate(entry.ladders)
    )


def _hanging_together(ladders: tuple[Ladder, ...]) -> Iterator[tuple[Ladder, ...]]:
    """Groups of ladders that wait for one another, with the places of waits moved along."""
    group = list(range(len(ladders)))
    for place, ladder in enumerate(ladders):
        for other, _ in (wait for rung in ladder.rungs for wait in rung.waits):
            one, two = group[place], group[other]
            group = [one if each == two else each for each in group]
    for name in dict.fromkeys(group):
        places = [place for place, each in enumerate(group) if each == name]
        at = {old: new for new, old in enumerate(places)}
        yield tuple(_moved(ladders[place], at) for place in places)


def _moved(ladder: Ladder, at: dict[int, int]) -> Ladder:
    return replace(ladder, rungs=tuple(moved(rung, at) for rung in ladder.rungs))


def _signature(
    entry: Entry, ladders: Sequence[Ladder], slack: frozenset[int], covered: Covered
) -> object:
    rows = tuple(
        (ladder.weight, ladder.surely, _without_slack(ladder, slack).rungs_alike())
        for ladder in ladders
    )
    if entry.choice is not Choice.OPEN:
        return (entry.id is None, rows)
    basic = _open_services(entry, covered)
    limits = _tight(entry.limits, slack)
    points = entry.points, entry.later
    return (entry.draft, points, entry.entering, limits, entry.gates, basic, rows)


def _open_services(entry: Entry, covered: Covered) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The affairs that it covers and nothing that is surely in does."""
    now, later = covered
    return (
        tuple(a for a in entry.basic if a not in now),
        tuple(a for a in entry.later_basic if a not in later),
    )


def _without_slack(ladder: Ladder, slack: frozenset[int]) -> Ladder:
    rungs = tuple(replace(rung, limits=_tight(rung.limits, slack)) for rung in ladder.rungs)
    return replace(ladder, rungs=rungs)


def _tight(limits: Sequence[int], slack: frozenset[int]) -> tuple[int, ...]:
    return tuple(limit for limit in limits if limit not in slack)


def _never_binding(ground: Ground) -> frozenset[int]:
    """Limits that hold even if everything is done."""
    most = [0] * len(ground.limits)
    for entry in (ground.region, *ground.entries):
        for limit in entry.limits:
            most[limit] += entry.entering
        for rung in (rung for ladder in entry.ladders for rung in ladder.rungs):
            for limit in rung.limits:
                most[limit] += rung.own or 0
    for each in ground.together:
        for limit in each.limits:
            most[limit] += each.effort
    return frozenset(
        place for place, limit in enumerate(ground.limits) if most[place] <= limit.grains
    )


def points_surely(ground: Ground) -> tuple[Fraction, Fraction]:
    """What the entries that are surely in score today, in points; by the later edition too."""
    surely = [e for e in ground.entries if e.choice is Choice.IN]
    now = sum((Fraction(e.points) for e in surely), Fraction(0))
    return now, sum((e.later for e in surely), Fraction(0))
