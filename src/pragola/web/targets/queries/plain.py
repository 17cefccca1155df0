"""A plan's work in words without codes, for readers who do not know the guideline."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from textwrap import shorten

from django.utils.translation import gettext as _

from pragola.planning.actions import ActionKind
from pragola.scoring.edition import Edition
from pragola.web.targets.queries.lines import days, signed
from pragola.web.targets.queries.names import Names
from pragola.web.targets.stored import StoredAction, StoredPlan
from pragola.wording import Language

_SHORT_FORM = re.compile(r"\s*\([A-Z][A-Z0-9 .&/-]*\)\s*$")
_LONGEST_NAME, _LONGEST_UNIT, _LONGEST_RESULT, _LONGEST_DEED = 76, 56, 96, 112


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One action: what it is about, what there is once it is done, and what that is worth.

    `share` is its addition as a share of the largest one.
    """

    about: str
    result: str
    adds: str
    share: Fraction
    effort: str
    action: StoredAction


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWork:
    """What one unit does: how many actions, what they take, and the ones that add most."""

    unit: str
    number: int
    effort: str
    deeds: str


def deeds_of_region(
    plan: StoredPlan, edition: Edition, names: Names, language: Language
) -> tuple[Deed, ...]:
    """What is done once for the whole region, what adds most first."""
    own = sorted((a for a in plan.actions if a.unit is None), key=lambda each: -each.adds)
    most = max((abs(each.adds) for each in own), default=Fraction(1)) or Fraction(1)
    return tuple(
        Deed(
            about=shorten(plain_name(action, names), _LONGEST_NAME, placeholder=" …"),
            result=shorten(result_of(action, edition), _LONGEST_RESULT, placeholder=" …"),
            adds=signed(action.adds, language),
            share=max(action.adds / most, Fraction(0)),
            effort=days(action.effort, language),
            action=action,
        )
        for action in own
    )


def work_of_units(
    plan: StoredPlan, edition: Edition, names: Names, language: Language, *, most: int
) -> tuple[UnitWork, ...]:
    """By unit, the most effort first; `most` of each unit's actions are named."""
    groups: dict[int, list[StoredAction]] = {}
    for action in sorted(plan.actions, key=lambda each: -each.adds):
        if action.unit is not None:
            groups.setdefault(action.unit, []).append(action)
    ranked = sorted(groups.items(), key=lambda each: -_effort(each[1]))
    return tuple(
        UnitWork(
            unit=shorten(names.unit(unit), _LONGEST_UNIT, placeholder=" …"),
            number=len(own),
            effort=days(_effort(own), language),
            deeds="; ".join(_deed(each, edition, names) for each in own[:most]),
        )
        for unit, own in ranked
    )


def plain_name(action: StoredAction, names: Names) -> str:
    """What the action is about, without its code and without a short form after its name."""
    if action.kind is ActionKind.RAISE and action.entry is None:
        return plain_indicator(action.indicator, names)
    return names.about(action)


def plain_indicator(code: str, names: Names) -> str:
    """The indicator's name alone."""
    return _SHORT_FORM.sub("", names.indicators.get(code, code))


def plain_subject(each: str, names: Names) -> str:
    """A row or a collective action, without its code."""
    return names.collectives.get(each) or plain_indicator(each, names)


def result_of(action: StoredAction, edition: Edition) -> str:
    """What there is once the action is done: the guideline's own words for its level."""
    if action.kind is ActionKind.COLLECTIVE:
        number = len({each.entry for each in action.reaches if each.entry is not None})
        return _("menaikkan nilai %(number)s inovasi sekaligus") % {"number": number}
    if action.kind is ActionKind.ENTER:
        return _("diajukan, supaya ikut dinilai")
    if action.kind is ActionKind.WITHHOLD:
        return _("tidak dilaporkan tahun ini")
    return _("hasilnya: %(result)s") % {"result": _criterion(action, edition)}


def _criterion(action: StoredAction, edition: Edition) -> str:
    criteria = (e.criterion(action.level) for e in edition.indicators if e.code == action.indicator)
    return next(criteria, "") or _("level %(level)s") % {"level": action.level}


def _deed(action: StoredAction, edition: Edition, names: Names) -> str:
    about = names.entry(action.entry)
    if action.kind is ActionKind.RAISE:
        told = {"what": plain_indicator(action.indicator, names), "about": about}
        text = _("%(what)s “%(about)s”") % told
        return shorten(f"{text}: {_criterion(action, edition)}", _LONGEST_DEED, placeholder=" …")
    return shorten(f"“{about}” {result_of(action, edition)}", _LONGEST_DEED, placeholder=" …")


def _effort(actions: list[StoredAction]) -> Decimal:
    return sum((each.effort for each in actions), Decimal(0))
