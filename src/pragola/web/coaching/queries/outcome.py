"""What followed a clinic, beside units that were not there. It is no experiment."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db.models import Sum

from pragola.rulebooks import load_edition
from pragola.scoring.margins import level_worth
from pragola.web.coaching.models import Clinic, Visit
from pragola.web.coaching.queries.gains import Gain, gains_since
from pragola.web.innovations.models import Entry
from pragola.web.innovations.queries.scores import present_divisor
from pragola.web.shared.numbers import figure
from pragola.wording import Language

_MINUTES, _SECONDS = 60, 3600
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Points gained on one side, as claimed or by verdicts, and what they are for the index."""

    points: str
    per_innovation: str
    index: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Units that were there, or were not, with what followed.

    Of the claims that rose, verdicts confirmed some, and some wait; the rest was returned, or
    accepted no higher than before.
    """

    units: int
    innovations: int
    raised: int
    confirmed: int
    waiting: int
    claimed: Side
    verified: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What followed: of those who came, of those invited who did not, of all others.

    `hours` are those of the clinic that have passed and of visits to those who came; the points per
    hour are theirs. A unit with nobody to be invited is among all others.
    """

    came: Group
    stayed_away: Group
    others: Group
    hours: str
    claimed_per_hour: str
    verified_per_hour: str
    raised_per_hour: str

    @property
    def is_empty(self) -> bool:
        """Whether no claim of anybody rose since."""
        return not any(each.raised for each in (self.came, self.stayed_away, self.others))


def outcome_of(clinic: Clinic, *, now: datetime, language: Language) -> Outcome:
    """What followed a clinic until now; eight queries."""
    edition = load_edition(clinic.assessment.edition)
    entries = list(
        Entry.objects.filter(assessment=clinic.assessment_id).select_related("innovation")
    )
    gains = gains_since(clinic.starts_at, entries, edition)
    rows = clinic.attendances.filter(removed_at=None, unit__isnull=False)
    came = set(rows.values_list("unit", flat=True))
    away = set(clinic.guests.filter(unit__isnull=False).values_list("unit", flat=True)) - came
    worth = level_worth(edition, Decimal(1), divisor=present_divisor(clinic.assessment, edition))
    grouped = _grouped(entries, came, away)
    units = {"came": len(came), "away": len(away)}
    units["others"] = len({each.innovation.unit_id for each in grouped["others"]})
    groups = {
        name: _group(number, grouped[name], gains, worth, language)
        for name, number in units.items()
    }
    own = [gain for each in grouped["came"] for gain in gains.get(each.pk, ())]
    hours = _hours(clinic, came, now)
    return Outcome(
        came=groups["came"],
        stayed_away=groups["away"],
        others=groups["others"],
        hours=figure(hours, language, decimals=1),
        claimed_per_hour=figure(_claimed(own) / hours, language),
        verified_per_hour=figure(_verified(own) / hours, language),
        raised_per_hour=figure(Fraction(sum(each.raised for each in own)) / hours, language),
    )


def _grouped(entries: list[Entry], came: set[int], away: set[int]) -> Mapping[str, list[Entry]]:
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        unit = entry.innovation.unit_id
        name = "came" if unit in came else "away" if unit in away else "others"
        grouped[name].append(entry)
    return grouped


def _group(
    units: int,
    entries: list[Entry],
    gains: Mapping[int, list[Gain]],
    worth: Fraction,
    language: Language,
) -> Group:
    found = [gain for each in entries for gain in gains.get(each.pk, ())]
    sides = [
        Side(
            points=figure(points, language),
            per_innovation=figure(points / len(entries), language) if entries else "",
            index=figure(points * worth, language, decimals=_DIGITS),
        )
        for points in (_claimed(found), _verified(found))
    ]
    return Group(
        units=units,
        innovations=len(entries),
        raised=sum(each.raised for each in found),
        confirmed=sum(each.confirmed for each in found),
        waiting=sum(each.waits for each in found),
        claimed=sides[0],
        verified=sides[1],
    )


def _claimed(gains: list[Gain]) -> Fraction:
    return sum((each.claimed for each in gains), Fraction(0))


def _verified(gains: list[Gain]) -> Fraction:
    return sum((each.verified or Fraction(0) for each in gains), Fraction(0))


def _hours(clinic: Clinic, came: set[int], now: datetime) -> Fraction:
    """At least a minute, so that something can be told per hour."""
    passed = min(clinic.ends_at, now) - clinic.starts_at
    seconds = max(int(passed.total_seconds()), _MINUTES)
    visits = Visit.objects.filter(unit__in=came, at__gte=clinic.starts_at)
    minutes = visits.aggregate(all=Sum("minutes"))["all"] or 0
    return Fraction(seconds, _SECONDS) + Fraction(minutes, _MINUTES)
