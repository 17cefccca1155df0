"""Two plans side by side: their sums, their choices, and every action of either."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.web.innovations.models import Assessment
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import day_and_clock
from pragola.web.targets.models import Calculation
from pragola.web.targets.queries.choices import about, words_of
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
    """A plan's sums; `reach` is empty until its chance was worked out."""

    id: int
    key: str
    made: str
    target: str
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
    """An action of either plan, as each has it."""

    about: str
    unit: str
    cells: tuple[Cell, Cell]
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The page; without two plans there are only the options."""

    options: tuple[Option, ...]
    columns: tuple[Column, ...]
    differing: tuple[Pair, ...]
    same: tuple[Pair, ...]


def comparison_of(
    assessment: Assessment, chosen: Sequence[int], *, language: Language
) -> Comparison:
    """The chosen plans, else the two that were asked for last; three queries."""
    kept = Calculation.objects.filter(assessment=assessment).order_by("-queued_at", "-id")
    rows = [row for row in kept.defer("answers")[: 2 * _OFFERED] if _plan(row) is not None]
    names = names_of(assessment, language)
    different = _different(rows)[:_OFFERED]
    by_id = {row.pk: row for row in rows}
    wanted = [by_id[pk] for pk in chosen if pk in by_id]
    pair = (wanted if len(wanted) == len(chosen) and wanted else different)[:2]
    offered = [*different, *(row for row in pair if row not in different)]
    zone = ZoneInfo(assessment.region.time_zone)
    both = [plan for row in pair if (plan := _plan(row)) is not None]
    pairs = tuple(_pairs(both, names, language)) if len(both) == len(pair) == 2 else ()
    return Comparison(
        options=tuple(_option(row, names, zone, language) for row in offered),
        columns=tuple(_column(row, names, zone, language) for row in pair),
        differing=tuple(each for each in pairs if not each.same),
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


def _option(row: Calculation, names: Names, zone: ZoneInfo, language: Language) -> Option:
    plan = _plan(row)
    assert plan is not None
    choices = [f"{about(told, names)}: {words_of(told)}" for told in row.choices]
    parts = [
        f"{_('Target')} {figure(row.target, language)}",
        f"{figure(plan.index, language)}, {days(plan.effort, language)} {_('hari kerja')}",
        "; ".join(choices) or _("tanpa pilihan"),
        *([_("peluang %(percent)s %%") % {"percent": row.confidence}] if row.sure else []),
        _made(row.queued_at, zone, language),
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


def _pairs(plans: Sequence[StoredPlan], names: Names, language: Language) -> Iterator[Pair]:
    """Every action of either, by what it adds where it adds most."""
    sides = [{action.subject: action for action in plan.actions} for plan in plans]
    subjects = list(dict.fromkeys(subject for side in sides for subject in side))
    found = [tuple(side.get(subject) for side in sides) for subject in subjects]
    for first, second in sorted(found, key=_worth, reverse=True):
        action = first or second
        assert action is not None
        row = action.kind.value == "raise" and action.entry is not None
        place = f", {names.indicator(action.indicator)}" if row else ""
        yield Pair(
            about=f"{names.about(action)}{place}",
            unit=names.unit(action.unit),
            cells=(_cell(first, language), _cell(second, language)),
            same=first is not None
            and second is not None
            and (first.level, first.effort) == (second.level, second.effort),
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
