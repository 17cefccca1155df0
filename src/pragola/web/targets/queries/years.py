"""The same portfolio under the rules of another year: what would they say of it, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from pragola.planning.carrying import carried_to
from pragola.rulebooks import edition_codes, load_edition
from pragola.scoring.edition import Edition, EditionStatus, Sourced
from pragola.scoring.results import Score
from pragola.scoring.score import score
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.shared.drawings import Ruler, ruler
from pragola.web.shared.numbers import figure
from pragola.web.shared.provenance import Rest, rest_of
from pragola.web.targets.models import Calculation
from pragola.web.targets.stored import read_answer
from pragola.wording import Language
from pragola.wording.edition_words import STATUSES
from pragola.wording.explanation import LABELS
from pragola.workbook import answers_from


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """A part of the index in this year and in the other, each out of its maximum."""

    name: str
    here: str
    here_most: str
    there: str
    there_most: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule that differs between the two years, with what the other one rests on."""

    name: str
    here: str
    there: str
    rest: Rest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherYear:
    """The page. `planned` is empty where there is no plan yet; `gap` where the band is reached.

    `best` is the highest band of the other year, `best_from` the index at which it begins.
    """

    code: str
    status: str
    outlook: bool
    editions: tuple[str, ...]
    here: str
    here_band: str
    there: str
    there_band: str
    planned: str
    planned_band: str
    best: str
    best_from: str
    gap: str
    ruler: Ruler
    parts: tuple[PartLine, ...]
    rules: tuple[RuleLine, ...]
    missing_services: tuple[str, ...]
    lost: int
    subtotal_lost: bool
    gaps: tuple[str, ...]


def other_year(
    assessment: Assessment, code: str | None, calculation: Calculation | None, language: Language
) -> OtherYear | None:
    """The portfolio by the named edition, else by the next one; None for one that is not there."""
    others = tuple(each for each in edition_codes() if each != assessment.edition)
    chosen = code or next((c for c in others if c > assessment.edition), others[-1])
    if chosen not in others:
        return None
    own, other = load_edition(assessment.edition), load_edition(chosen)
    answers = answers_of(assessment)
    carried = carried_to(other, answers)
    here, there = score(own, answers), score(other, carried.answers)
    planned = _planned(other, calculation)
    best = max(other.bands.value, key=lambda band: band.min)
    reached = (planned or there).index
    return OtherYear(
        code=chosen,
        status=STATUSES[other.status].text(language),
        outlook=other.status is EditionStatus.OUTLOOK,
        editions=others,
        here=figure(here.index, language),
        here_band=here.band.name,
        there=figure(there.index, language),
        there_band=there.band.name,
        planned=figure(planned.index, language) if planned else "",
        planned_band=planned.band.name if planned else "",
        best=best.name,
        best_from=figure(best.min, language),
        gap=figure(best.min - reached, language) if reached < best.min else "",
        ruler=ruler(other, index=there.index, target=best.min, language=language),
        parts=tuple(_parts(own, here, other, there, language)),
        rules=tuple(_rules(own, other, language)),
        missing_services=() if there.basic_services.enough else there.basic_services.missing,
        lost=carried.lost,
        subtotal_lost=answers.spd_subtotal is not None and carried.answers.spd_subtotal is None,
        gaps=other.gaps,
    )


def _planned(edition: Edition, calculation: Calculation | None) -> Score | None:
    if calculation is None or not calculation.answers:
        return None
    if read_answer(calculation.told["answer"]).shown is None:
        return None
    return score(edition, carried_to(edition, answers_from(calculation.answers)).answers)


def _parts(
    own: Edition, here: Score, other: Edition, there: Score, language: Language
) -> Iterator[PartLine]:
    maxima = ((own.maxima, here), (other.maxima, there))
    values: tuple[tuple[str, list[Fraction | Decimal]], ...] = (
        ("spd", [each.spd for _, each in maxima]),
        ("mean", [each.mean for _, each in maxima]),
        ("count_score", [each.count_score for _, each in maxima]),
    )
    most = {
        "spd": [m.spd.value for m, _ in maxima],
        "mean": [m.sid.value for m, _ in maxima],
        "count_score": [m.count.value for m, _ in maxima],
    }
    for name, pair in values:
        yield PartLine(
            name=LABELS[name].text(language),
            here=figure(pair[0], language),
            here_most=figure(most[name][0], language),
            there=figure(pair[1], language),
            there_most=figure(most[name][1], language),
        )


def _rules(own: Edition, other: Edition, language: Language) -> Iterator[RuleLine]:
    """The rules that decide over the index and differ, with the sources of the other year."""
    for name, before, after in (
        (_("Pembagi paling sedikit"), own.min_divisor, other.min_divisor),
        (_("Layanan dasar yang harus terpenuhi"), own.min_basic_services, other.min_basic_services),
        (_("Inovasi yang ditolak ikut dalam pembagi"), *_rejected(own, other)),
        (_("Poin paling banyak"), own.maxima.total, other.maxima.total),
    ):
        if _value(before) != _value(after):
            yield RuleLine(
                name=name,
                here=_shown(before, language),
                there=_shown(after, language),
                rest=rest_of(other, after.provenance, language) if after else None,
            )
    best = [max(each.bands.value, key=lambda band: band.min) for each in (own, other)]
    if best[0] != best[1]:
        yield RuleLine(
            name=_("Predikat tertinggi mulai"),
            here=figure(best[0].min, language),
            there=figure(best[1].min, language),
            rest=rest_of(other, other.bands.provenance, language),
        )


def _rejected(own: Edition, other: Edition) -> tuple[Sourced[bool], Sourced[bool]]:
    return own.rejected_in_divisor, other.rejected_in_divisor


type Rule = Sourced[int] | Sourced[bool] | Sourced[Decimal] | None


def _value(rule: Rule) -> int | bool | Decimal | None:
    return None if rule is None else rule.value


def _shown(rule: Rule, language: Language) -> str:
    value = _value(rule)
    if value is None:
        return _("belum diketahui")
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return figure(value, language, decimals=0)
