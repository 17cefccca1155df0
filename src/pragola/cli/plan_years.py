"""A plan beside another year: what it is worth there, and the cheapest plan for both."""

from collections.abc import Iterator
from decimal import Decimal

from pragola.cli.numbers import change, figure
from pragola.cli.plan_page import days
from pragola.cli.plan_words import plan_words
from pragola.planning.actions import Action
from pragola.planning.goals import Unreachable
from pragola.planning.looking_ahead import Ahead
from pragola.planning.plan import Plan
from pragola.planning.years import Both, Years
from pragola.wording import Language
from pragola.workbook.raw import Json

_MARGIN = 3
_POINTS = 6
_SHOWN = 5


def years_lines(told: Years, plan: Plan, language: Language) -> Iterator[str]:
    """What next year asks for from today, from the plan on, and together; what is lost."""
    yield "  " + _effort_line("afresh", told, told.afresh, language)
    yield "  " + _effort_line("left", told, told.left, language)
    yield "  " + _both_line(told.both, told, plan, language)
    lost = [a for a, adds in zip(plan.actions, told.worth, strict=True) if adds <= 0 < a.adds]
    key = "all_kept" if not lost else "lost_then"
    names = ", ".join(_name(action) for action in lost)
    yield "  " + plan_words(key, language, edition=told.edition, actions=names)
    if told.lost:
        yield "  " + plan_words("claims_lost", language, edition=told.edition, number=told.lost)
    ranked = sorted(zip(plan.actions, told.worth, strict=True), key=lambda each: -each[1])
    for action, adds in ranked[:_SHOWN]:
        yield "    " + plan_words(
            "worth_then",
            language,
            action=_name(action),
            now=change(action.adds, language, decimals=_MARGIN),
            then=change(adds, language, decimals=_MARGIN),
        )


def ahead_line(ahead: Ahead, edition: str, language: Language) -> str:
    """That of the cheapest plans this one brings most by that edition, or how much one may."""
    return plan_words(
        "ahead_proven" if ahead.proven else "ahead_bound",
        language,
        edition=edition,
        effort=days(ahead.plan.effort, language),
        highest=figure(ahead.highest, language),
    )


def ahead_document(ahead: Ahead | None) -> dict[str, Json]:
    """The same for a program: the exact index that no plan of that effort goes above."""
    if ahead is None:
        return {}
    return {"highest": f"{float(ahead.highest):.{_POINTS}f}", "highest_proven": ahead.proven}


def _effort_line(key: str, told: Years, answer: Plan | Unreachable, language: Language) -> str:
    target = figure(told.target, language)
    if isinstance(answer, Plan):
        effort = days(answer.effort, language)
        return (
            f"{plan_words(key, language, target=target, effort=effort)}{_proof(answer, language)}"
        )
    highest = "–" if answer.highest is None else figure(answer.highest.index, language)
    return plan_words(f"{key}_unreachable", language, target=target, highest=highest)


def _both_line(both: Both | None, told: Years, plan: Plan, language: Language) -> str:
    if both is None:
        return plan_words("both_unreachable", language)
    line = plan_words(
        "both",
        language,
        effort=days(both.plan.effort, language),
        index=figure(both.plan.index, language),
        later=figure(both.later.index, language),
        now=days(both.now.effort, language),
        apart=_apart(told, plan, language),
    )
    return f"{line}{_proof(both.plan, language)}"


def _apart(told: Years, plan: Plan, language: Language) -> str:
    """The effort if this year's plan is made alone and the rest is done after it."""
    if isinstance(told.left, Unreachable):
        return "–"
    return days(plan.effort + told.left.effort, language)


def _proof(plan: Plan, language: Language) -> str:
    return f" ({plan_words('proven_short', language)})" if plan.proven else ""


def _name(action: Action) -> str:
    parts = (action.collective, action.innovation, action.indicator)
    return "/".join(part for part in parts if part)


def years_document(told: Years) -> dict[str, Json]:
    """The same for a program; `worth` is in the order of the plan's actions."""
    both = told.both
    return {
        "target": str(told.target),
        "claims_lost": told.lost,
        "afresh": _short(told.afresh),
        "left": _short(told.left),
        "both": None
        if both is None
        else {
            **_short(both.plan),
            "later_index": str(both.later.index),
            "now": _short(both.now),
        },
        "worth": [f"{float(adds):.{_POINTS}f}" for adds in told.worth],
    }


def _short(answer: Plan | Unreachable) -> dict[str, Json]:
    if isinstance(answer, Unreachable):
        highest = None if answer.highest is None else str(answer.highest.index)
        return {"reachable": False, "highest": highest}
    gap = answer.gap if isinstance(answer.gap, Decimal) else None
    return {
        "reachable": True,
        "effort": format(answer.effort, "f"),
        "gap": None if gap is None else format(gap, "f"),
        "index": str(answer.index),
        "actions": len(answer.actions),
    }
