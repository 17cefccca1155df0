"""Choices that plans are made around, in words, with who made them and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.web.innovations.models import Assessment
from pragola.web.shared.times import moment
from pragola.web.targets.models import Choice, Wish
from pragola.web.targets.queries.names import Names
from pragola.web.targets.stored import choice_told
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceLine:
    """A choice in force."""

    id: int
    words: str
    about: str
    made: str


def choice_lines(
    choices: Sequence[Choice], assessment: Assessment, names: Names, language: Language
) -> tuple[ChoiceLine, ...]:
    """The choices as they are listed."""
    zone = ZoneInfo(assessment.region.time_zone)
    return tuple(
        ChoiceLine(
            id=each.pk,
            words=words_of(choice_told(each)),
            about=about(choice_told(each), names),
            made=moment(each.made_at, zone, language, who=each.made_by),
        )
        for each in choices
    )


def words_of(told: Mapping[str, Any]) -> str:
    """What is wished."""
    if told["wish"] == Wish.NO_HANDS:
        return _("unit ini tidak punya tenaga")
    if told["wish"] == Wish.NOT:
        if told["level"]:
            return _("tidak sampai level %(level)s") % {"level": told["level"]}
        return _("bukan ini")
    if told["entry"] and not told["indicator"]:
        return _("pasti dilaporkan") if told["report"] else _("tidak dilaporkan")
    if told["level"]:
        return _("pasti, sampai level %(level)s") % {"level": told["level"]}
    return _("ini pasti")


def about(told: Mapping[str, Any], names: Names) -> str:
    """What it is about."""
    if told["unit"]:
        return names.unit(told["unit"])
    if told["collective"]:
        return names.waited_for(told["collective"])
    if told["entry"] and told["indicator"]:
        return f"{names.entry(told['entry'])}: {names.indicator(told['indicator'])}"
    return names.entry(told["entry"]) if told["entry"] else names.indicator(told["indicator"])
