"""Two plans side by side: their sums, their choices, and every action of either."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.planning.actions import ActionKind
from pragola.web.innovations.models import Assessment
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import day_and_clock
from pragola.web.targets.models import Calculation
from pragola.web.targets.queries.choices import about, words_of
from pragola.web.targets.queries.differing import Cause, Side, side_of, why_differing
from pragola.web.targets.queries.lines import days, deed_of, signed
from pragola.web.targets.queries.names import Names, names_of
from pragola.web.targets.queries.sure import percent
from pragola.web.targets.stored import StoredAction, StoredPlan, read_answer
from pragola.wording import Language

_OFFERED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A plan that can be compared, in one line."""

    id: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A plan's sums; `reach` is empty until its chance was worked out, `before` where it starts.

    `confidence` is the chance that it was made for, empty for a lightest plan.
    """

    id: int
    key: str
    made: str
    target: str
    confidence: str
    before: str
    index: str
    band: str
    effort: str
    number: int
    reached: bool
    proven: bool
    reach: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An action in one plan; an empty `deed` where the plan does without it."""

    deed: str = ""
    adds: str = ""
    effort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An action of either plan, as each has it; `why` they differ, where that is known."""

    about: str
    unit: str
    cells: tuple[Cell, Cell]
    same: bool
    cause: Cause | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs for one cause."""

    cause: Cause
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The page; without two plans there are only the options."""

    options: tuple[Option, ...]
    columns: tuple[Column, ...]
    differences: tuple[Difference, ...]
    same: tuple[Pair, ...]

    @property
    def differing(self) -> int:
        """How many actions differ."""
        return sum(len(each.pairs) for each in self.differences)


def comparison_of(
    assessment: Assessment, chosen: Sequence[int], *, language: Language
) -> Comparison:
    """The chosen plans, else the two that were asked for last; five queries."""
    kept = Calculation.objects.filter(assessment=assessment).order_by("-queued_at", "-id")
    rows = [row for row in kept.defer("answers")[: 2 * _OFFERED] if _plan(row) is not None]
    names = names_of(assessment, language)
    different = _different(rows)[:_OFFERED]
    by_id = {row.pk: row for row in rows}
    wanted = [by_id[pk] for pk in chosen if pk in by_id]
    pair = (wanted if len(wanted) == len(chosen) and wanted else different)[:2]
    offered = [*different, *(row for row in pair if row not in different)]
    zone = ZoneInfo(assessment.region.time_zone)
    pairs = tuple(_pairs((pair[0], pair[1]), names, language)) if len(pair) == 2 else ()
    aims = len({row.target for row in offered}) > 1
    return Comparison(
        options=tuple(_option(row, names, zone, language, aims=aims) for row in offered),
        columns=tuple(_column(row, names, zone, language) for row in pair),
        differences=tuple(
            Difference(cause=cause, pairs=found)
            for cause in Cause
            if (found := tuple(each for each in pairs if each.cause is cause))
        ),
        same=tuple(each for each in pairs if each.same),
    )


def _different(rows: Sequence[Calculation]) -> list[Calculation]:
    """The latest of those that have the same target, choices and sums."""
    kept: dict[str, Calculation] = {}
    for row in rows:
        plan = _plan(row)
        assert plan is not None
        kept.setdefault(repr((row.target, row.choices, plan.index, plan.effort)), row)
    return list(kept.values())


def _plan(row: Calculation) -> StoredPlan | None:
    return read_answer(row.told["answer"]).shown if "answer" in row.told else None


def _option(
    row: Calculation, names: Names, zone: ZoneInfo, language: Language, *, aims: bool
) -> Option:
    """What tells it from the others first: a phone cuts what is long."""
    plan = _plan(row)
    assert plan is not None
    told = {
        "days": days(plan.effort, language),
        "index": figure(plan.index, language),
        "percent": row.confidence,
    }
    parts = [
        _("%(days)s hari, %(index)s") % told,
        *([_("peluang %(percent)s %%") % told] if row.sure else []),
        *([f"{_('target')} {figure(row.target, language)}"] if aims else []),
        _made(row.queued_at, zone, language),
        *(f"{about(each, names)}: {words_of(each)}" for each in row.choices),
    ]
    return Option(id=row.pk, label=" · ".join(parts))


def _column(row: Calculation, names: Names, zone: ZoneInfo, language: Language) -> Column:
    answer = read_answer(row.told["answer"])
    plan = answer.shown
    assert plan is not None
    sure = row.told.get("sureness")
    return Column(
        id=row.pk,
        key=str(row.pk),
        made=_made(row.queued_at, zone, language),
        target=figure(row.target, language),
        confidence=str(row.confidence) if row.sure else "",
        before=figure(plan.before, language),
        index=figure(plan.index, language),
        band=plan.band,
        effort=days(plan.effort, language),
        number=len(plan.actions),
        reached=answer.plan is not None,
        proven=plan.proven,
        reach=percent(sure["reach"], language) if sure else "",
        choices=tuple(f"{about(told, names)}: {words_of(told)}" for told in row.choices),
    )


def _made(at: datetime, zone: ZoneInfo, language: Language) -> str:
    return day_and_clock(at, zone, language)


def _pairs(
    rows: tuple[Calculation, Calculation], names: Names, language: Language
) -> Iterator[Pair]:
    """Every action of either, by what it adds where it adds most."""
    first, second = (_plan(row) for row in rows)
    assert first is not None
    assert second is not None
    sides = side_of(1, rows[0], first), side_of(2, rows[1], second)
    one, other = ({each.subject: each for each in plan.actions} for plan in (first, second))
    found = [(one.get(subject), other.get(subject)) for subject in dict.fromkeys([*one, *other])]
    for both in sorted(found, key=_worth, reverse=True):
        yield _pair(both, sides, names, language)


def _pair(
    both: tuple[StoredAction | None, StoredAction | None],
    sides: tuple[Side, Side],
    names: Names,
    language: Language,
) -> Pair:
    first, second = both
    action = first or second
    assert action is not None
    same = bool(first and second and (first.level, first.effort) == (second.level, second.effort))
    cause, why = (None, "") if same else why_differing(both, sides)
    row = action.kind is ActionKind.RAISE and action.entry is not None
    place = f", {names.indicator(action.indicator)}" if row else ""
    return Pair(
        about=f"{names.about(action)}{place}",
        unit=names.unit(action.unit),
        cells=(_cell(first, language), _cell(second, language)),
        same=same,
        cause=cause,
        why=why,
    )


def _worth(pair: tuple[StoredAction | None, ...]) -> float:
    return max(float(action.adds) for action in pair if action is not None)


def _cell(action: StoredAction | None, language: Language) -> Cell:
    if action is None:
        return Cell()
    return Cell(
        deed=deed_of(action),
        adds=signed(action.adds, language),
        effort=days(action.effort, language),
    )
