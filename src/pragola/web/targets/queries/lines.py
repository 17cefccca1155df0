"""A plan as people read it: lines by value and by unit, each with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from pragola.planning.actions import ActionKind
from pragola.planning.certainty.beliefs import Beliefs
from pragola.web.innovations.models import OPEN_TO_OPERATORS, EntryState
from pragola.web.shared.drawings import Bar, bar
from pragola.web.shared.numbers import figure
from pragola.web.targets.queries.chances import ChanceLine, chance_of
from pragola.web.targets.queries.names import Names
from pragola.web.targets.stored import StoredAction, StoredPlan
from pragola.wording import Language, show_number

DIGITS = 3
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One action for people. `without` is the index if it alone is left out, `chance` that of
    what it claims to be accepted, where that is judged.

    `key` names its subject in forms; `reached` what a collective action carries, the first few.
    """

    number: int
    key: str
    kind: str
    about: str
    place: str
    deed: str
    unit: int | None
    unit_name: str
    adds: str
    without: str
    effort: str
    bar: Bar
    waits_for: tuple[str, ...]
    reached: tuple[str, ...]
    more_reached: int
    entry: int | None
    indicator: str
    level: int
    collective: str
    locked: str
    chance: ChanceLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLines:
    """A unit's actions with what they take and add together."""

    unit: int | None
    name: str
    effort: str
    number: int
    lines: tuple[Line, ...]


def days(effort: Decimal, language: Language) -> str:
    """Person-days with as many decimals as they have."""
    return show_number(effort.normalize() + 0, language)


def signed(value: Fraction, language: Language, *, decimals: int = DIGITS) -> str:
    """A change of the index with its sign."""
    shown = figure(value, language, decimals=decimals)
    return shown if shown.startswith("-") or not value else f"+{shown}"


def lines_of(
    plan: StoredPlan, names: Names, language: Language, beliefs: Beliefs | None = None
) -> tuple[Line, ...]:
    """The actions of a plan, what adds most first; with chances where beliefs are told."""
    ranked = sorted(plan.actions, key=lambda each: -each.adds)
    most = max((abs(each.adds) for each in ranked), default=Fraction(1)) or Fraction(1)
    return tuple(
        _line(number, action, plan, most, names, language, beliefs)
        for number, action in enumerate(ranked, start=1)
    )


def by_unit(lines: Sequence[Line], plan: StoredPlan, language: Language) -> tuple[UnitLines, ...]:
    """The same lines by who does them, the most effort first."""
    efforts: dict[int | None, Decimal] = {}
    for action in plan.actions:
        efforts[action.unit] = efforts.get(action.unit, Decimal(0)) + action.effort
    groups = []
    for unit, effort in sorted(efforts.items(), key=lambda each: -each[1]):
        own = tuple(line for line in lines if line.unit == unit)
        groups.append(
            UnitLines(
                unit=unit,
                name=own[0].unit_name,
                effort=days(effort, language),
                number=len(own),
                lines=own,
            )
        )
    return tuple(groups)


def deed_of(action: StoredAction) -> str:
    """What is done, in words."""
    if action.kind is ActionKind.COLLECTIVE:
        return _("kegiatan bersama; menaikkan %(number)s klaim") % {"number": len(action.reaches)}
    if action.kind is ActionKind.ENTER:
        return _("ajukan draf ini")
    if action.kind is ActionKind.WITHHOLD:
        return _("tidak dilaporkan tahun ini")
    return _("naikkan dari level %(first)s ke level %(level)s") % {
        "first": action.from_level,
        "level": action.level,
    }


def key_of(action: StoredAction) -> str:
    """The name of an action's subject in forms and addresses."""
    kind, entry, indicator, collective = action.subject
    return f"{kind}:{entry or ''}:{indicator}:{collective}"


def _line(
    number: int,
    action: StoredAction,
    plan: StoredPlan,
    most: Fraction,
    names: Names,
    language: Language,
    beliefs: Beliefs | None,
) -> Line:
    entry = names.entries.get(action.entry) if action.entry else None
    is_row = action.kind is ActionKind.RAISE and action.entry is not None
    return Line(
        number=number,
        key=key_of(action),
        kind=action.kind.value,
        about=names.about(action),
        place=names.indicator(action.indicator) if is_row else "",
        deed=deed_of(action),
        unit=action.unit,
        unit_name=names.unit(action.unit),
        adds=signed(action.adds, language),
        without=figure(plan.exact - action.adds, language),
        effort=days(action.effort, language),
        bar=bar(max(action.adds / most, Fraction(0)), 1),
        waits_for=tuple(names.waited_for(each) for each in action.waits_for),
        reached=tuple(_reached(action, names)),
        more_reached=max(0, len(action.reaches) - _MOST_NAMED),
        entry=action.entry,
        indicator=action.indicator,
        level=action.level,
        collective=action.collective,
        locked=_locked(entry.state if entry else None, action),
        chance=chance_of(action, beliefs, language),
    )


def _reached(action: StoredAction, names: Names) -> Iterable[str]:
    for each in action.reaches[:_MOST_NAMED]:
        about = names.entry(each.entry) if each.entry else names.region
        yield f"{about}: {each.indicator} {each.from_level} → {each.level}"


def _locked(state: EntryState | None, action: StoredAction) -> str:
    """The state of an entry that has to be returned before it can be changed."""
    if state is None or state in OPEN_TO_OPERATORS or action.kind is not ActionKind.RAISE:
        return ""
    return str(state.label)
