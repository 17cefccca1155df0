"""A plan as lines of text: now, target, what to do, by whom, and what it rests on."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pragola.cli.numbers import change, figure
from pragola.cli.plan_words import plan_words
from pragola.cli.words import words
from pragola.planning.actions import Action, ActionKind
from pragola.planning.goals import Hindrance, Unreachable
from pragola.planning.plan import Plan
from pragola.scoring.edition import Edition
from pragola.scoring.results import Score
from pragola.wording import Language, show_number

_WIDTH = 34
_SHOWN = 15
_MARGIN = 3


def plan_page(
    edition: Edition, plan: Plan, language: Language, *, all_actions: bool
) -> Iterator[str]:
    """The plan for a person."""
    yield from _head(plan.before, plan.target, language)
    yield _index_line("planned", plan.after, language)
    yield _effort_line(plan, language)
    yield ""
    if not plan.actions:
        nothing = "nothing_for_it" if plan.target is None else "nothing_to_do"
        yield plan_words(nothing, language)
        return
    yield from _actions(edition, plan, language, all_actions=all_actions)
    yield from _by_unit(plan, language)
    yield ""
    yield plan_words("efforts_are_ours", language)


def unreachable_page(unreachable: Unreachable, now: Score, language: Language) -> Iterator[str]:
    """What is out of reach, how far one can get, and what stands in the way."""
    yield from _head(now, unreachable.target, language)
    if unreachable.highest is not None:
        yield _index_line("highest", unreachable.highest.after, language)
        yield _effort_line(unreachable.highest, language)
    yield ""
    target = figure(unreachable.target, language)
    yield plan_words("unreachable", language, target=target)
    yield f"{plan_words('in_the_way', language)}:"
    lines = [_hindrance(each, language) for each in unreachable.hindrances]
    for line in lines or [plan_words("none_in_the_way", language)]:
        yield f"  {line}"


def days(effort: Decimal, language: Language) -> str:
    """Person-days with as many decimals as they have."""
    return show_number(effort.normalize() + 0, language)


def _head(now: Score, target: Decimal | None, language: Language) -> Iterator[str]:
    edition = words("edition", language, edition=now.edition)
    yield f"{now.region.name} ({now.region.code}) · {edition}"
    yield ""
    yield _index_line("now", now, language)
    if target is not None:
        yield f"{plan_words('target', language):<{_WIDTH}}{figure(target, language):>10}"


def _index_line(key: str, score: Score, language: Language) -> str:
    index = figure(score.index, language)
    return f"{plan_words(key, language):<{_WIDTH}}{index:>10}   {score.band.name}"


def _effort_line(plan: Plan, language: Language) -> str:
    effort = plan_words("days", language, days=days(plan.effort, language))
    line = f"{plan_words('effort', language):<{_WIDTH}}{effort:>10}"
    return line if plan.gap is None else f"{line}; {_proof(plan, language)}"


def _proof(plan: Plan, language: Language) -> str:
    if plan.bound is not None:
        if plan.proven:
            return plan_words("least_and_fewest" if plan.fewest else "least", language)
        return plan_words("at_least", language, bound=days(plan.bound, language))
    if plan.index_bound is None or plan.proven:
        return plan_words("best", language)
    return plan_words("at_most", language, bound=figure(plan.index_bound, language))


def _actions(
    edition: Edition, plan: Plan, language: Language, *, all_actions: bool
) -> Iterator[str]:
    names = {indicator.code: indicator.name for indicator in edition.indicators}
    ranked = sorted(plan.actions, key=lambda action: -action.adds)
    shown = ranked if all_actions else ranked[:_SHOWN]
    yield plan_words("actions", language)
    for action in shown:
        yield _action(action, names, language)
    if len(ranked) > len(shown):
        more = plan_words("more_actions", language, number=len(ranked) - len(shown))
        yield f"  {more}"


def _action(action: Action, names: Mapping[str, str], language: Language) -> str:
    adds = change(action.adds, language, decimals=_MARGIN)
    effort = plan_words("days", language, days=days(action.effort, language))
    line = f"  {adds:>7}  {effort:>16}  {_deed(action, names, language)}"
    if not action.waits_for:
        return line
    return f"{line} ({plan_words('waits', language, names=', '.join(action.waits_for))})"


def _deed(action: Action, names: Mapping[str, str], language: Language) -> str:
    if action.kind is ActionKind.COLLECTIVE:
        return plan_words(
            "collective",
            language,
            id=action.collective,
            title=action.title,
            number=len(action.reaches),
        )
    if action.kind is not ActionKind.RAISE:
        return plan_words(action.kind.value, language, innovation=_named(action))
    code = action.indicator or ""
    row = f"{code} {names[code]}"
    place = row if action.innovation is None else f"{action.innovation} {row}"
    return plan_words("raise", language, place=place, first=action.from_level, level=action.level)


def _named(action: Action) -> str:
    return f"{action.innovation} {action.title}".strip()


def _by_unit(plan: Plan, language: Language) -> Iterator[str]:
    units: dict[str, list[Action]] = {}
    for action in plan.actions:
        units.setdefault(_unit(action, language), []).append(action)
    yield ""
    yield plan_words("by_unit", language)
    for unit, actions in sorted(units.items(), key=lambda each: (-_total(each[1]), each[0])):
        effort = days(_total(actions), language)
        yield "  " + plan_words("unit_line", language, unit=unit, days=effort, number=len(actions))


def _unit(action: Action, language: Language) -> str:
    if action.unit is not None:
        return action.unit
    return plan_words("region" if action.innovation is None else "no_unit", language)


def _total(actions: Sequence[Action]) -> Decimal:
    return sum((action.effort for action in actions), Decimal(0))


def _hindrance(hindrance: Hindrance, language: Language) -> str:
    index = "" if hindrance.index is None else figure(hindrance.index, language)
    region = plan_words("region", language)
    subjects = ", ".join(subject or region for subject in hindrance.subjects)
    return plan_words(hindrance.kind.value, language, index=index, subjects=subjects)
