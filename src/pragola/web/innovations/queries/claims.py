"""The claims of an entry as their page shows them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Base, Edition, Indicator, Measure
from pragola.scoring.measure import periods_needed
from pragola.web.innovations.models import Claim, Entry, Judged
from pragola.web.innovations.queries.scores import EntryScore, entry_score
from pragola.web.shared.drawings import Bar, Fingerprint, bar
from pragola.web.shared.numbers import figure
from pragola.web.shared.provenance import Rest, rest_of
from pragola.web.shared.times import moment
from pragola.wording import Language, show_number
from pragola.wording.edition_words import say_value

_GAIN = 3


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """A level that can be chosen; level 0 is a claim that there is nothing."""

    level: int
    criterion: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FigureField:
    """A figure that is asked for: its name in the form, its year or none, what stands there."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSet:
    """The figures from which the edition computes a level, on one base of benefit or none.

    `steps` are the levels of a base with the figures that give them; the edition's criteria tell
    those of an indicator without bases.
    """

    base: str
    what: str
    unit: str
    steps: tuple[tuple[int, str], ...]
    chosen: bool
    fields: tuple[FigureField, ...]
    rest: Rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The proof that an indicator asks for."""

    documents: tuple[str, ...]
    formats: str
    window: str
    years: str
    notes: tuple[str, ...]
    rest: Rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a claim gives now, and what its next level would; empty at the highest."""

    code: str
    level: int | None
    criterion: str
    points: str
    bar: Bar
    by_figure: bool
    next_level: int | None
    next_criterion: str
    next_points: str
    next_index: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPart:
    """One indicator with what is claimed; `saved` says when and by whom, empty for nothing."""

    code: str
    number: int
    name: str
    weight: str
    mandatory: bool
    mandatory_rest: Rest
    choices: tuple[LevelChoice, ...]
    figures: tuple[FigureSet, ...]
    note: str
    revision: int
    renew: bool
    judged: str
    judged_name: str
    accepted: int | None
    official: int | None
    saved: str
    asked: Asked
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The points of an entry, and how many of its indicators are claimed and judged."""

    points: str
    highest: str
    claimed: int
    number: int
    fingerprint: Fingerprint
    verified: str
    judged: int
    official: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsPart:
    """All claims of an entry, mandatory ones first, and what they come to."""

    tally: Tally
    claims: tuple[ClaimPart, ...]


def claims_part(entry: Entry, language: Language, *, in_order: bool = False) -> ClaimsPart:
    """The claims of an entry; two queries. `in_order` keeps the edition's own order."""
    edition = load_edition(entry.assessment.edition)
    rows = {row.indicator: row for row in entry.claims.select_related("saved_by")}
    score = entry_score(entry, rows.values())
    zone = ZoneInfo(entry.assessment.region.time_zone)
    parts = [
        _part(edition, indicator, rows.get(indicator.code), score, language, zone)
        for indicator in edition.sid_indicators
    ]
    if not in_order:
        parts.sort(key=lambda part: not part.mandatory)
    return ClaimsPart(tally=tally_of(edition, score, language), claims=tuple(parts))


def one_claim(entry: Entry, code: str, language: Language) -> tuple[ClaimPart, Tally]:
    """One indicator's claim and what all of them come to; two queries."""
    whole = claims_part(entry, language)
    return next(part for part in whole.claims if part.code == code), whole.tally


def typed_claim(claim: ClaimPart, posted: Mapping[str, str]) -> ClaimPart:
    """The claim as a form sent it, unchecked, to be shown again."""
    level, base = posted.get("level", ""), posted.get("base", "")
    figures = (
        replace(
            each,
            chosen=each.base == base if each.base else each.chosen,
            fields=tuple(replace(field, value=posted.get(field.name, "")) for field in each.fields),
        )
        for each in claim.figures
    )
    return replace(
        claim,
        choices=tuple(replace(each, chosen=str(each.level) == level) for each in claim.choices),
        figures=tuple(figures),
        note=posted.get("note", ""),
    )


def tally_of(edition: Edition, score: EntryScore, language: Language) -> Tally:
    """What the claims of an entry come to."""
    levels = [row.level for row in score.rows.values()]
    return Tally(
        points=figure(score.points, language),
        highest=figure(edition.maxima.sid.value, language, decimals=0),
        claimed=sum(1 for level in levels if level),
        number=len(levels),
        fingerprint=score.fingerprint,
        verified=figure(score.verified, language),
        judged=score.judged,
        official=figure(score.official, language) if score.official is not None else "",
    )


def _part(
    edition: Edition,
    indicator: Indicator,
    row: Claim | None,
    score: EntryScore,
    language: Language,
    zone: ZoneInfo,
) -> ClaimPart:
    return ClaimPart(
        code=indicator.code,
        number=indicator.number,
        name=indicator.name,
        weight=show_number(indicator.weight.value, language),
        mandatory=indicator.mandatory.value,
        mandatory_rest=rest_of(edition, indicator.mandatory.provenance, language),
        choices=tuple(_choices(indicator, row)),
        figures=tuple(_figure_sets(edition, indicator, row, language)),
        note=row.note if row else "",
        revision=row.revision if row else 0,
        renew=bool(row and row.renew),
        judged=row.judged if row else "",
        judged_name=str(Judged(row.judged).label) if row and row.judged else "",
        accepted=row.accepted_level if row else None,
        official=score.official_levels.get(indicator.code),
        saved=moment(row.saved_at, zone, language, who=row.saved_by) if row else "",
        asked=_asked(edition, indicator, language),
        outcome=_outcome(edition, indicator, row, score, language),
    )


def _choices(indicator: Indicator, row: Claim | None) -> Iterator[LevelChoice]:
    chosen = row.level if row else None
    for step in sorted(indicator.levels.value, key=lambda step: step.level):
        yield LevelChoice(step.level, step.criterion, step.level == chosen)


def _figure_sets(
    edition: Edition, indicator: Indicator, row: Claim | None, language: Language
) -> Iterator[FigureSet]:
    if indicator.measure:
        yield _figure_set(edition, indicator.measure, None, row, language)
    for base in indicator.bases:
        yield _figure_set(edition, base.measure, base, row, language)


def _figure_set(
    edition: Edition, measure: Measure, base: Base | None, row: Claim | None, language: Language
) -> FigureSet:
    chosen = bool(row) and (row.base if row else "") == (base.id if base else "")
    suffix = f".{base.id}" if base else ""
    years = dict(edition.periods)
    needed = periods_needed(measure)
    given = row.periods if row and chosen else {}
    fields = [
        FigureField(
            f"period{suffix}.{year}",
            str(years[year].value) if year in years else year,
            _typed(given.get(year, ""), language),
        )
        for year in needed
    ] or [FigureField(f"value{suffix}", "", _typed(row.value if row and chosen else "", language))]
    return FigureSet(
        base=base.id if base else "",
        what=base.what if base else "",
        unit=measure.unit,
        steps=tuple(_steps(measure, language)) if base else (),
        chosen=chosen and base is not None,
        fields=tuple(fields),
        rest=rest_of(edition, measure.provenance, language),
    )


def _steps(measure: Measure, language: Language) -> Iterator[tuple[int, str]]:
    for cut in sorted(measure.cuts, key=lambda cut: cut.level):
        yield cut.level, say_value(cut, language)


def _typed(figure_text: str, language: Language) -> str:
    return figure_text.replace(".", ",") if language is Language.INDONESIAN else figure_text


def _asked(edition: Edition, indicator: Indicator, language: Language) -> Asked:
    rule = indicator.evidence
    years = dict(edition.periods)
    known = sorted(str(years[period].value) for period in rule.periods if period in years)
    return Asked(
        documents=rule.documents,
        formats=", ".join(each.upper() for each in rule.formats),
        window=rule.window,
        years=", ".join(known),
        notes=rule.notes,
        rest=rest_of(edition, rule.provenance, language),
    )


def _outcome(
    edition: Edition,
    indicator: Indicator,
    row: Claim | None,
    score: EntryScore,
    language: Language,
) -> Outcome:
    scored = score.rows[indicator.code]
    claimed = bool(row and (row.level is not None or row.value or row.periods))
    gain = score.index_gain(edition, indicator.code)
    more = None if gain is None else scored.level + 1
    return Outcome(
        code=indicator.code,
        level=scored.level if claimed else None,
        criterion=indicator.criterion(scored.level),
        points=figure(scored.score, language),
        bar=bar(scored.score, indicator.weight.value * indicator.highest_level),
        by_figure=scored.reading is not None,
        next_level=more,
        next_criterion=indicator.criterion(more) if more else "",
        next_points="" if more is None else f"+{show_number(indicator.weight.value, language)}",
        next_index="" if gain is None else f"+{figure(gain, language, decimals=_GAIN)}",
    )
