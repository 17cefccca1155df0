"""What followed a clinic, beside units that were not there. It is no experiment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db.models import Sum

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition, Indicator
from pragola.scoring.margins import level_worth
from pragola.web.coaching.models import Clinic, Visit
from pragola.web.coaching.queries.followup import level_told
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.innovations.queries.scores import present_divisor
from pragola.web.shared.audit import subject_of
from pragola.web.shared.models import Change
from pragola.web.shared.numbers import figure
from pragola.wording import Language

_VERIFIED = frozenset({EntryState.VERIFIED, EntryState.CLOSED})
_MINUTES, _SECONDS = 60, 3600
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """What became of one innovation's claims since: how many rose, by which points."""

    claims: int
    points: Fraction
    verified: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Units that were there, or were not, with what followed; figures in words."""

    units: int
    innovations: int
    claims: int
    points: str
    verified: str
    index: str
    per_innovation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What followed: of those who came, of those invited who did not, of all others.

    `hours` are those of the clinic and of visits to those who came; `per_hour` are verified
    points, `claimed_per_hour` claimed ones.
    """

    came: Group
    stayed_away: Group
    others: Group
    hours: str
    per_hour: str
    claimed_per_hour: str


def outcome_of(clinic: Clinic, *, language: Language) -> Outcome:
    """What followed a clinic until now; six queries."""
    edition = load_edition(clinic.assessment.edition)
    entries = list(
        Entry.objects.filter(assessment=clinic.assessment_id).select_related("innovation")
    )
    raised = _raised_since(clinic.starts_at, entries, edition)
    came = set(
        clinic.attendances.filter(removed_at=None, unit__isnull=False).values_list(
            "unit", flat=True
        )
    )
    invited = set(clinic.invited_units.values_list("unit", flat=True))
    worth = level_worth(edition, Decimal(1), divisor=present_divisor(clinic.assessment, edition))
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        unit = entry.innovation.unit_id
        name = "came" if unit in came else "away" if unit in invited else "others"
        grouped[name].append(entry)
    units = {"came": len(came), "away": len(invited - came)}
    units["others"] = len({each.innovation.unit_id for each in grouped["others"]})
    groups = {name: _group(units[name], grouped[name], raised, worth, language) for name in units}
    hours = _hours(clinic, came)
    own = [raised[each.pk] for each in grouped["came"]]
    return Outcome(
        came=groups["came"],
        stayed_away=groups["away"],
        others=groups["others"],
        hours=figure(hours, language, decimals=1),
        per_hour=figure(sum(each.verified for each in own) / hours, language),
        claimed_per_hour=figure(sum(each.points for each in own) / hours, language),
    )


def _raised_since(
    since: datetime, entries: Iterable[Entry], edition: Edition
) -> Mapping[int, Raised]:
    """By entry, what its claims gained since that moment, from their history; one query."""
    indicators = {each.code: each for each in edition.sid_indicators}
    changes: dict[str, dict[str, list[Change]]] = defaultdict(lambda: defaultdict(list))
    found = list(entries)
    rows = Change.objects.filter(
        deed="claim_saved", at__gte=since, subject__in={subject_of(each) for each in found}
    )
    for row in rows.order_by("id"):
        changes[row.subject][row.part].append(row)
    return {each.pk: _raised(each, changes[subject_of(each)], indicators) for each in found}


def _raised(
    entry: Entry, changes: Mapping[str, list[Change]], indicators: Mapping[str, Indicator]
) -> Raised:
    gains = []
    for code, rows in changes.items():
        if code in indicators:
            indicator = indicators[code]
            before, after = (level_told(indicator, told) for told in (rows[0].old, rows[-1].new))
            gains.append(Fraction(indicator.weight.value) * (after - before))
    points = sum(gains, Fraction(0))
    return Raised(
        claims=sum(1 for gain in gains if gain > 0),
        points=points,
        verified=points if entry.state in _VERIFIED else Fraction(0),
    )


def _group(
    units: int,
    entries: list[Entry],
    raised: Mapping[int, Raised],
    worth: Fraction,
    language: Language,
) -> Group:
    found = [raised[each.pk] for each in entries]
    points = sum((each.points for each in found), Fraction(0))
    return Group(
        units=units,
        innovations=len(entries),
        claims=sum(each.claims for each in found),
        points=figure(points, language),
        verified=figure(sum((each.verified for each in found), Fraction(0)), language),
        index=figure(points * worth, language, decimals=_DIGITS),
        per_innovation=figure(points / len(entries), language) if entries else "",
    )


def _hours(clinic: Clinic, came: set[int]) -> Fraction:
    seconds = int((clinic.ends_at - clinic.starts_at).total_seconds())
    visits = Visit.objects.filter(unit__in=came, at__gte=clinic.starts_at)
    minutes = visits.aggregate(all=Sum("minutes"))["all"] or 0
    return Fraction(seconds, _SECONDS) + Fraction(minutes, _MINUTES)
