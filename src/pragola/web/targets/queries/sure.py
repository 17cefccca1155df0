"""How sure a plan is, for people: chances, the margin, what threatens most."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.planning.certainty.beliefs import Rests
from pragola.planning.certainty.learned import Verdicts
from pragola.planning.certainty.sureness import Fall
from pragola.web.shared.numbers import figure
from pragola.web.shared.times import moment
from pragola.web.targets.models import Calculation
from pragola.web.targets.queries.chances import footings_told, grounds_of
from pragola.web.targets.queries.lines import days, signed
from pragola.web.targets.queries.names import Names
from pragola.web.targets.queries.plain import plain_indicator, plain_subject
from pragola.web.targets.stored import read_answer
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatLine:
    """One thing that may fall; `chance` of its falling, `reach` that is left then."""

    about: str
    what: str
    entry: int | None
    indicator: str
    chance: str
    loses: str
    reach: str
    grounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """The chance to reach the target with the plan, and what a chance asks for.

    `enough` tells that it is the chance asked for, or more; `earlier` is when it was worked out,
    where verdicts or findings are younger; else empty.
    """

    reach: str
    enough: bool
    reach_now: str
    drawn: bool
    error: str
    confidence: str
    likely: str
    claimed: str
    margin: str
    threats: tuple[ThreatLine, ...]
    footings: tuple[str, ...]
    earlier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surer:
    """The cheapest plan found that reaches the target with the chance that is asked for.

    `id` is that of its own calculation, None where there is none to be agreed on; `late`: the
    search ended before it was over. `least` is the
    effort that no such plan goes below, empty where that is not proven.
    """

    id: int | None
    enough: bool
    late: bool
    reach: str
    confidence: str
    index: str
    effort: str
    number: int
    least: str


def percent(chance: float | Fraction, language: Language) -> str:
    """A chance in percent; never shown as certain, or as nothing, where it is not."""
    shown = Fraction(chance) * 100
    if 0 < 100 - shown < Fraction(1, 20):
        return f"> {figure(Fraction(999, 10), language, decimals=1)} %"
    if shown < Fraction(1, 20) and (shown or isinstance(chance, float)):
        return f"< {figure(Fraction(1, 10), language, decimals=1)} %"
    return f"{figure(shown, language, decimals=1)} %"


def sure_of(
    told: Mapping[str, Any] | None, names: Names, language: Language, *, zone: ZoneInfo
) -> Sure | None:
    """What `parts` keeps of a plan's sureness, in words."""
    if not told:
        return None
    confidence = Fraction(told["confidence"])
    return Sure(
        reach=percent(told["reach"], language),
        enough=told["reach"] >= confidence,
        reach_now=percent(told["reach_now"], language) if "reach_now" in told else "",
        drawn=told["method"] != "exact",
        error=percent(told["error"], language),
        confidence=f"{figure(confidence * 100, language, decimals=0)} %",
        likely=figure(Decimal(told["likely"]), language),
        claimed=figure(Decimal(told["claimed"]), language),
        margin=figure(Decimal(told["margin"]), language),
        threats=tuple(_threat(each, names, language) for each in told["threats"]),
        footings=footings_told(told.get("footings", ())),
        earlier=_earlier(told, language, zone),
    )


def _earlier(told: Mapping[str, Any], language: Language, zone: ZoneInfo) -> str:
    if "earlier" not in told:
        return ""
    return moment(datetime.fromisoformat(told["earlier"]), zone, language)


def surer_of(
    told: Mapping[str, Any] | None, row: Calculation | None, language: Language
) -> Surer | None:
    """The plan for a chance, in words."""
    if not told:
        return None
    plan, sure = read_answer(told).plan, told["sureness"]
    assert plan is not None
    return Surer(
        id=row.pk if row else None,
        enough=told["enough"],
        late=told["late"],
        reach=percent(sure["reach"], language),
        confidence=f"{figure(Fraction(sure['confidence']) * 100, language, decimals=0)} %",
        index=figure(plan.index, language),
        effort=days(plan.effort, language),
        number=len(plan.actions),
        least="" if told["least"] is None else days(Decimal(told["least"]), language),
    )


def plain_threats(
    told: Mapping[str, Any], names: Names, language: Language
) -> tuple[ThreatLine, ...]:
    """What threatens the plan most, without codes, for readers who do not know the guideline."""
    found = [(each, _threat(each, names, language)) for each in told["threats"]]
    return tuple(replace(line, about=_plainly(each, line, names)) for each, line in found)


def _plainly(told: Mapping[str, Any], line: ThreatLine, names: Names) -> str:
    if line.entry is None:
        return _("%(proof)s tidak diterima") % {"proof": plain_subject(told["subject"], names)}
    if not line.indicator:
        return _("“%(about)s” ditolak seluruhnya") % {"about": line.about}
    said = {"what": plain_indicator(line.indicator, names), "about": line.about}
    return _("%(what)s “%(about)s” diterima lebih rendah") % said


def _threat(told: Mapping[str, Any], names: Names, language: Language) -> ThreatLine:
    kind = Fall(told["kind"])
    entry = None if kind is Fall.PROOF else int(told["subject"])
    indicator = told["indicator"] or ""
    judged = Verdicts(*told["verdicts"]) if told.get("verdicts") else None
    return ThreatLine(
        about=names.waited_for(told["subject"]) if entry is None else names.entry(entry),
        what=names.indicator(indicator) if indicator else "",
        entry=entry,
        indicator=indicator,
        chance=percent(Fraction(told["chance"]), language),
        loses=signed(-Fraction(told["loses"]), language),
        reach=percent(told["reach"], language),
        grounds=grounds_of(Rests(told.get("rests", Rests.PRIOR)), judged),
    )
