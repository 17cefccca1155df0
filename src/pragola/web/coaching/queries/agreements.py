"""Agreements as lists show them: of a clinic, of a unit, of a whole government."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from pragola.web.coaching.models import Agreement, Clinic
from pragola.web.coaching.queries.followup import (
    AgreementLine,
    Standing,
    agreement_lines,
    agreements_in_force,
)
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import moment
from pragola.wording import Language

_DIGITS = 3
WITHDRAWN = "withdrawn"
"""The name under which those that were withdrawn are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How many agreements of a unit or a coach stand how, and what they are worth."""

    name: str
    number: int
    done: int
    overdue: int
    worth: str
    worth_done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnLine:
    """An agreement that holds no more, since when and why."""

    text: str
    title: str
    unit: str
    when: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Agreements by who has to act, with sums by unit and by coach."""

    lines: tuple[AgreementLine, ...]
    total: Sum
    by_unit: tuple[Sum, ...]
    by_coach: tuple[Sum, ...]


def follow_up(
    agreements: QuerySet[Agreement], *, chosen: str, now: datetime, language: Language
) -> FollowUp:
    """How these agreements stand; four queries. `chosen` keeps lines of one standing only.

    What is overdue stands first, what is done last.
    """
    found = agreement_lines(agreements_in_force(agreements), now=now, language=language)
    order = {each: place for place, each in enumerate(Standing)}
    lines = sorted(found, key=lambda line: (order[line.standing], line.due_on, line.id))
    return FollowUp(
        lines=tuple(line for line in lines if chosen in ("", line.standing)),
        total=_sum("", found, language),
        by_unit=_sums(found, lambda line: line.unit, language),
        by_coach=_sums(found, lambda line: line.coach, language),
    )


def agreements_of_clinic(
    clinic: Clinic, units: Q, *, now: datetime, language: Language
) -> FollowUp:
    """Those of one clinic, of the units that meet the condition; four queries."""
    return follow_up(
        Agreement.objects.filter(units, clinic=clinic), chosen="", now=now, language=language
    )


def withdrawn_lines(
    agreements: QuerySet[Agreement], language: Language
) -> tuple[WithdrawnLine, ...]:
    """Those that were withdrawn, the latest first; one query."""
    rows = agreements.exclude(withdrawn_at=None).order_by("-withdrawn_at", "-id")
    return tuple(
        WithdrawnLine(
            text=each.text,
            title=each.entry.innovation.title if each.entry else "",
            unit=each.unit.name if each.unit else each.assessment.region.name,
            when=moment(each.withdrawn_at, ZoneInfo(each.assessment.region.time_zone), language),
            why=each.withdrawn_why,
        )
        for each in rows.select_related("assessment__region", "unit", "entry__innovation")
        if each.withdrawn_at
    )


def _sums(
    lines: Iterable[AgreementLine], name: Callable[[AgreementLine], str], language: Language
) -> tuple[Sum, ...]:
    grouped: dict[str, list[AgreementLine]] = defaultdict(list)
    for line in lines:
        grouped[name(line)].append(line)
    return tuple(_sum(each, grouped[each], language) for each in sorted(grouped))


def _sum(name: str, lines: Iterable[AgreementLine], language: Language) -> Sum:
    found = list(lines)
    raising = [line for line in found if not line.keeps]
    done = [line for line in raising if line.standing is Standing.DONE]
    return Sum(
        name=name,
        number=len(found),
        done=sum(1 for line in found if line.standing is Standing.DONE),
        overdue=sum(1 for line in found if line.standing is Standing.OVERDUE),
        worth=_worth(raising, language),
        worth_done=_worth(done, language),
    )


def _worth(lines: Iterable[AgreementLine], language: Language) -> str:
    total = sum((line.worth for line in lines), Decimal(0))
    return figure(total, language, decimals=_DIGITS)
