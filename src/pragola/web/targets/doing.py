"""What is done of a plan's actions, read from answers; and answers with actions done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pragola.planning.actions import ActionKind, Row, changed_answers
from pragola.scoring.answers import Answers, Status
from pragola.scoring.edition import Edition
from pragola.scoring.results import Score, Side
from pragola.scoring.score import score, score_innovation
from pragola.web.targets.stored import StoredAction


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels of all rows as the engine reads them, and the status of every entry."""

    rows: Mapping[Row, int]
    statuses: Mapping[str, Status]


class Done(StrEnum):
    """How far an action is. GONE: what it is about is not reported any more."""

    OPEN = "open"
    PARTLY = "partly"
    DONE = "done"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Doing:
    """How far an action is: so many of its `steps` are done."""

    state: Done
    steps: int
    of: int


def levels_of(edition: Edition, answers: Answers) -> Levels:
    """Where every row stands by these answers, drafts included."""
    rows: dict[Row, int] = {}
    for row in score(edition, answers).spd_rows:
        rows[None, row.indicator.code] = row.level
    for innovation in answers.innovations:
        for row in score_innovation(edition, innovation).rows:
            rows[innovation.id, row.indicator.code] = row.level
    return Levels(rows, {each.id: each.status for each in answers.innovations})


def doing_of(action: StoredAction, levels: Levels) -> Doing:
    """How far the action is: a claim by its level, a collective action by the claims it carries."""
    if action.kind is ActionKind.ENTER:
        return _one(done=levels.statuses.get(str(action.entry)) is Status.ACCEPTED)
    if action.kind is ActionKind.WITHHOLD:
        return _one(done=levels.statuses.get(str(action.entry)) is not Status.ACCEPTED)
    if action.kind is ActionKind.RAISE:
        return _raised(action, levels)
    rows = [(_id(each.entry), each.indicator, each.level) for each in action.reaches]
    there = [each for each in rows if _is_there(each[0], levels)]
    reached = sum(1 for entry, code, level in there if levels.rows.get((entry, code), 0) >= level)
    return _of(reached, len(there))


def verified_score(edition: Edition, answers: Answers) -> Score | None:
    """The score by verdicts; None as long as nothing was judged."""
    judged = any(each.verdicts for each in answers.innovations)
    return score(edition, answers, side=Side.VERIFIED) if judged else None


def is_confirmed(action: StoredAction, answers: Answers) -> bool:
    """Whether verdicts accepted every claim of the action at its level; rows of the region and
    what has no level are not judged.
    """
    verdicts = {each.id: each.verdicts for each in answers.innovations}
    rows = [(entry, code, level) for (entry, code), level in _moves(action) if entry is not None]
    return bool(rows) and all(
        verdicts.get(entry, {}).get(code, 0) >= level for entry, code, level in rows
    )


def after(answers: Answers, actions: Iterable[StoredAction], levels: Levels) -> Answers:
    """The answers with these actions done; a row that stands higher already stays."""
    wanted: dict[Row, int] = {}
    reported: dict[str, bool] = {}
    for action in actions:
        for row, level in _moves(action):
            if _is_there(row[0], levels) and level > levels.rows.get(row, 0):
                wanted[row] = max(level, wanted.get(row, 0))
        told = action.kind in (ActionKind.ENTER, ActionKind.WITHHOLD)
        if told and _is_there(str(action.entry), levels):
            reported[str(action.entry)] = action.kind is ActionKind.ENTER
    return changed_answers(answers, wanted, reported=reported)


def _moves(action: StoredAction) -> Iterator[tuple[Row, int]]:
    if action.kind is ActionKind.RAISE:
        yield (_id(action.entry), action.indicator), action.level
    for each in action.reaches:
        yield (_id(each.entry), each.indicator), each.level


def _raised(action: StoredAction, levels: Levels) -> Doing:
    entry = _id(action.entry)
    if not _is_there(entry, levels):
        return Doing(Done.GONE, 0, 0)
    now = levels.rows.get((entry, action.indicator), 0)
    steps = min(max(now - action.from_level, 0), action.level - action.from_level)
    return _of(steps, action.level - action.from_level)


def _is_there(entry: str | None, levels: Levels) -> bool:
    return entry is None or levels.statuses.get(entry, Status.REJECTED) is not Status.REJECTED


def _one(*, done: bool) -> Doing:
    return Doing(Done.DONE if done else Done.OPEN, int(done), 1)


def _of(steps: int, of: int) -> Doing:
    if not of:
        return Doing(Done.GONE, 0, 0)
    if steps == of:
        return Doing(Done.DONE, steps, of)
    return Doing(Done.PARTLY if steps else Done.OPEN, steps, of)


def _id(entry: int | None) -> str | None:
    return None if entry is None else str(entry)
