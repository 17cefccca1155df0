"""Why two plans differ about an action: work done meanwhile, choices, or what follows of these."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from pragola.planning.actions import ActionKind
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Status
from pragola.web.targets.doing import Done, Levels, doing_of, levels_of
from pragola.web.targets.models import Calculation, Wish
from pragola.web.targets.stored import StoredAction, StoredPlan
from pragola.workbook import answers_from


class Cause(StrEnum):
    """What made the difference. REST: nothing of its own; others became lighter."""

    WORK = "work"
    CHOICE = "choice"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two plans: from where it starts, and the choices that it was made around."""

    number: int
    start: Levels
    choices: tuple[Mapping[str, Any], ...]


def side_of(number: int, row: Calculation, plan: StoredPlan) -> Side:
    """The plan of a row, with the answers that it starts from: those that it leads to, undone."""
    edition = load_edition(row.assessment.edition)
    led_to = levels_of(edition, answers_from(row.answers))
    return Side(number, _undone(led_to, plan.actions), tuple(row.choices))


def why_differing(
    actions: tuple[StoredAction | None, StoredAction | None], sides: tuple[Side, Side]
) -> tuple[Cause, str]:
    """The cause, with what is known of it in words; empty where it only follows from others."""
    first, second = actions
    if first is not None and second is not None:
        return _why_more(first, second, sides)
    has, lacks = sides if first is not None else sides[::-1]
    action = first or second
    assert action is not None
    return _why_only(action, has, lacks)


def _why_only(action: StoredAction, has: Side, lacks: Side) -> tuple[Cause, str]:
    told: dict[str, object] = {"number": lacks.number}
    state = doing_of(action, lacks.start).state
    if state is Done.DONE:
        return Cause.WORK, _("sudah tercapai ketika Rencana %(number)s dihitung") % told
    if state is Done.GONE:
        said = _("inovasinya tidak ada atau ditolak ketika Rencana %(number)s dihitung")
        return Cause.WORK, said % told
    if _barred(action, lacks.choices):
        return Cause.CHOICE, _("tidak boleh, menurut pilihan Rencana %(number)s") % told
    if _asked(action, has.choices):
        said = _("diminta, menurut pilihan Rencana %(number)s")
        return Cause.CHOICE, said % {"number": has.number}
    if _moved(action, has.start, lacks.start):
        return Cause.WORK, _("titik tolaknya berbeda: klaim atau putusannya berubah di antaranya")
    return Cause.REST, ""


def _why_more(
    first: StoredAction, second: StoredAction, sides: tuple[Side, Side]
) -> tuple[Cause, str]:
    if any(_moved(each, sides[0].start, sides[1].start) for each in (first, second)):
        return Cause.WORK, _("titik tolaknya berbeda: klaim atau putusannya berubah di antaranya")
    for action, side in zip((first, second), sides, strict=True):
        if _asked(action, side.choices):
            said = _("diminta, menurut pilihan Rencana %(number)s")
            return Cause.CHOICE, said % {"number": side.number}
    return Cause.REST, ""


def _undone(levels: Levels, actions: Iterable[StoredAction]) -> Levels:
    rows, statuses = dict(levels.rows), dict(levels.statuses)
    for action in actions:
        for entry, code, before in _risen(action):
            rows[entry, code] = min(before, rows.get((entry, code), before))
        if action.kind is ActionKind.ENTER:
            statuses[str(action.entry)] = Status.DRAFT
        if action.kind is ActionKind.WITHHOLD:
            statuses[str(action.entry)] = Status.ACCEPTED
    return Levels(rows, statuses)


def _risen(action: StoredAction) -> Iterator[tuple[str | None, str, int]]:
    """The claims that the action lifts, with the level that they are lifted from."""
    if action.kind is ActionKind.RAISE:
        yield _id(action.entry), action.indicator, action.from_level
    for each in action.reaches:
        yield _id(each.entry), each.indicator, each.from_level


def _moved(action: StoredAction, one: Levels, other: Levels) -> bool:
    """Whether what the action is about stood elsewhere."""
    if action.kind in (ActionKind.ENTER, ActionKind.WITHHOLD):
        entry = str(action.entry)
        return one.statuses.get(entry) is not other.statuses.get(entry)
    rows = [(entry, code) for entry, code, _before in _risen(action)]
    return any(one.rows.get(row, 0) != other.rows.get(row, 0) for row in rows)


def _barred(action: StoredAction, choices: Iterable[Mapping[str, Any]]) -> bool:
    return any(
        (each["wish"] == Wish.NOT and _is_about(each, action))
        or (each["wish"] == Wish.NO_HANDS and each["unit"] == action.unit)
        or (each["wish"] == Wish.SURELY and _decides_otherwise(each, action))
        for each in choices
    )


def _asked(action: StoredAction, choices: Iterable[Mapping[str, Any]]) -> bool:
    return any(
        each["wish"] == Wish.SURELY
        and _is_about(each, action)
        and not _decides_otherwise(each, action)
        for each in choices
    )


def _decides_otherwise(choice: Mapping[str, Any], action: StoredAction) -> bool:
    """Whether it says the contrary of entering or withholding an innovation."""
    if choice["entry"] is None or choice["entry"] != action.entry or choice["indicator"]:
        return False
    if choice["report"]:
        return action.kind is ActionKind.WITHHOLD
    return action.kind is not ActionKind.WITHHOLD


def _is_about(choice: Mapping[str, Any], action: StoredAction) -> bool:
    if choice["collective"] or action.collective:
        return bool(choice["collective"] == action.collective)
    return bool((choice["entry"], choice["indicator"]) == (action.entry, action.indicator))


def _id(entry: int | None) -> str | None:
    return None if entry is None else str(entry)
