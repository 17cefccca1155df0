"""The assessment of a region in one year, prepared for its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.rulebooks import published_results
from pragola.scoring.document import target_of
from pragola.scoring.edition import Edition, EditionStatus
from pragola.scoring.indicators import standings_of
from pragola.scoring.results import Finding, Margin, MarginKind, Score, Severity
from pragola.web.dashboards.queries.innovations import InnovationList, Search, innovation_list
from pragola.web.dashboards.queries.known import Known
from pragola.web.innovations.official_index import (
    OfficialYear,
    index_words,
    official_years,
    published_words,
)
from pragola.web.shared.drawings import Bar, Ruler, bar, ruler
from pragola.web.shared.numbers import figure
from pragola.web.shared.provenance import mark_of
from pragola.wording import Language, Sentence, say
from pragola.wording.dates import show_date
from pragola.wording.edition_words import BASES, CONFIDENCES, STATUSES
from pragola.wording.explanation import LABELS
from pragola.wording.places import show_place

_MARGIN = 3
_MISSING_SHOWN = 10
_SEVERITIES = {
    Severity.BLOCKS: Sentence(id="menghalangi", en="blocks"),
    Severity.DOUBTFUL: Sentence(id="meragukan", en="doubtful"),
    Severity.INFO: Sentence(id="catatan", en="note"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectLine:
    """One of the three aspects against its maximum."""

    key: str
    label: str
    value: str
    maximum: str
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Another index of the same answers; `reading` names its explanation."""

    reading: str
    index: str
    band: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A result of a year, published, or else recorded by the coordinator.

    `beside` is the index of the other side, where both are known and differ.
    """

    year: str
    index: str
    band: str
    remarks: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: str
    recorded: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An indicator with what is missing to its highest level everywhere."""

    code: str
    name: str
    average: str
    average_key: str
    highest: int
    missing: str
    missing_key: str
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """Findings of one code and indicator: how many, and one of them in words.

    `alike` is True where the sentence holds for all of them.
    """

    severity: str
    severity_name: str
    count: int
    alike: bool
    example: str


@dataclass(frozen=True, slots=True)
class AimLine:
    """The index aimed at, and what is missing to it."""

    target: str
    gap: str
    reached: bool


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """What the reader of the file noticed, and where."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentPage:
    """Everything the page of a year shows."""

    subject: str
    year: str
    demonstrated: bool
    siblings: tuple[tuple[str, str], ...]
    region: str
    index: str
    ruler: Ruler
    band: str
    aim: AimLine | None
    status: str
    incomplete: bool
    outlook: bool
    aspects: tuple[AspectLine, ...]
    verified: Beside
    other: Beside
    other_counts_rejected: bool
    other_mark: str
    other_basis: str
    published: Past | None
    official: Past | None
    history: tuple[Past, ...]
    missing: tuple[Missing, ...]
    missing_less: tuple[Missing, ...]
    findings: tuple[FindingGroup, ...]
    notices: tuple[NoticeLine, ...]
    reporting_line: str
    rejected_costs: str
    innovations: InnovationList


def assessment_page(told: Known, search: Search, language: Language) -> AssessmentPage:
    """The page of an assessment."""
    edition, assessed, score = told.edition, told.assessed, told.assessed.claimed
    history = tuple(_history(told, language))
    missing = tuple(_missing(told, language))
    return AssessmentPage(
        subject=told.subject,
        year=edition.code,
        demonstrated=told.demonstrated,
        siblings=told.siblings,
        region=score.region.name,
        index=figure(score.index, language),
        ruler=ruler(edition, index=score.index, target=told.target, language=language),
        band=score.band.name,
        aim=_aim(score, told.target, language),
        status=STATUSES[edition.status].text(language),
        incomplete=edition.status is not EditionStatus.COMPLETE,
        outlook=edition.status is EditionStatus.OUTLOOK,
        aspects=tuple(_aspects(edition, score, language)),
        verified=_beside("verified", assessed.verified, language),
        other=_beside("other_claimed", assessed.other_claimed, language),
        other_counts_rejected=assessed.other_claimed.rejected_in_divisor,
        other_mark=mark_of(edition.rejected_in_divisor.provenance.basis),
        other_basis=BASES[edition.rejected_in_divisor.provenance.basis].text(language),
        published=_latest(history, before=edition.code),
        official=next((p for p in _standing(history) if p.year == edition.code), None),
        history=history,
        missing=missing[:_MISSING_SHOWN],
        missing_less=missing[_MISSING_SHOWN:],
        findings=tuple(_findings(assessed.findings, language)),
        notices=tuple(
            NoticeLine(show_place(notice.place, language), notice.sentence.text(language))
            for notice in told.notices
        ),
        reporting_line=figure(assessed.reporting_line, language),
        rejected_costs=_rejected_costs(assessed.margins, language),
        innovations=innovation_list(told, search, language),
    )


def _aim(score: Score, target: Decimal | None, language: Language) -> AimLine | None:
    if target is None:
        return None
    aim = target_of(score, target)
    return AimLine(figure(aim.value, language), figure(aim.gap, language), aim.reached)


def _aspects(edition: Edition, score: Score, language: Language) -> Iterator[AspectLine]:
    maxima = edition.maxima
    rows: tuple[tuple[str, str, Fraction | Decimal, Decimal], ...] = (
        ("spd", "spd", score.spd, maxima.spd.value),
        ("mean", "mean", score.mean, maxima.sid.value),
        ("count", "count_score", score.count_score, maxima.count.value),
    )
    for key, name, value, maximum in rows:
        label = LABELS[name].text(language)
        yield AspectLine(
            key=key,
            label=label,
            value=figure(value, language),
            maximum=figure(maximum, language),
            bar=bar(value, maximum),
        )


def _beside(reading: str, score: Score, language: Language) -> Beside:
    return Beside(reading=reading, index=figure(score.index, language), band=score.band.name)


def _history(told: Known, language: Language) -> Iterator[Past]:
    region = told.assessed.claimed.region.code
    years = official_years(region, told.recorded)
    published = tuple(_published(region, years, language))
    recorded = tuple(_recorded(years, language))
    yield from sorted((*published, *recorded), key=lambda past: past.year)


def _published(
    region_code: str, years: tuple[OfficialYear, ...], language: Language
) -> Iterator[Past]:
    known = published_results()
    titles = {source.id: source.title for source in known.sources}
    differing = {
        each.published: index_words(each.recorded, language) for each in years if each.differs
    }
    for result in known.of_region(region_code):
        yield Past(
            year=str(result.year),
            index="" if result.index is None else figure(result.index, language),
            band=result.band,
            remarks=result.remarks,
            sources=tuple(titles.get(source, source) for source in result.provenance.sources),
            confidence=CONFIDENCES[result.provenance.confidence].text(language),
            beside=differing.get(result, ""),
        )


def _recorded(years: tuple[OfficialYear, ...], language: Language) -> Iterator[Past]:
    for each in years:
        ours = each.recorded
        if ours.index is None or (each.published and not each.differs):
            continue
        day = (show_date(ours.day, language),) if ours.day else ()
        yield Past(
            year=each.year,
            index=figure(ours.index, language),
            band=ours.band,
            remarks=(),
            sources=(ours.source, *day),
            confidence="",
            recorded=True,
            beside=published_words(each.published, language) if each.published else "",
        )


def _latest(history: tuple[Past, ...], *, before: str) -> Past | None:
    known = [past for past in _standing(history) if past.year < before]
    return known[-1] if known else None


def _standing(history: tuple[Past, ...]) -> Iterator[Past]:
    """The results with an index, without what the coordinator recorded beside a published one."""
    return (past for past in history if past.index and not (past.recorded and past.beside))


def _missing(told: Known, language: Language) -> Iterator[Missing]:
    standings = standings_of(told.edition, told.assessed.claimed)
    for standing in sorted(standings, key=lambda s: -s.missing_index):
        yield Missing(
            code=standing.indicator.code,
            name=standing.indicator.name,
            average=figure(standing.average, language),
            average_key=f"average/{standing.indicator.code}",
            highest=standing.indicator.highest_level,
            missing=figure(standing.missing_index, language),
            missing_key=f"missing/{standing.indicator.code}",
            bar=bar(standing.average, standing.indicator.highest_level),
        )


def _findings(findings: tuple[Finding, ...], language: Language) -> Iterator[FindingGroup]:
    order = list(Severity)
    groups: dict[tuple[int, str, str], list[Finding]] = {}
    for finding in findings:
        key = (order.index(finding.severity), finding.code, finding.indicator or "")
        groups.setdefault(key, []).append(finding)
    for (severity, _, _), same in sorted(groups.items(), key=lambda group: group[0]):
        yield FindingGroup(
            severity=order[severity].value,
            severity_name=_SEVERITIES[order[severity]].text(language),
            count=len(same),
            alike=all(finding.facts == same[0].facts for finding in same),
            example=say(same[0], language),
        )


def _rejected_costs(margins: tuple[Margin, ...], language: Language) -> str:
    adds = next(m.adds for m in margins if m.kind is MarginKind.ENTER_REJECTED)
    return figure(adds, language, decimals=_MARGIN)
