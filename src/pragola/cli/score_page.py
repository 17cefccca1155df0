"""The assessment of a region as lines of text."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from pragola.cli.numbers import change, figure
from pragola.cli.words import words
from pragola.scoring.document import target_of
from pragola.scoring.edition import Basis, Edition, Provenance
from pragola.scoring.results import Assessed, Finding, Margin, MarginKind, Score, Severity
from pragola.wording import Language, say

_WIDTH = 34
_BEST = 5
_MARGIN = 3
_IDS_SHOWN = 5
_HASH_SHOWN = 12


def score_page(
    edition: Edition, assessed: Assessed, *, target: Decimal | None, language: Language
) -> Iterator[str]:
    """Index, target, aspects, other sides, findings, margins, and what it rests on."""
    yield from _head(assessed.claimed, target, language)
    yield from _aspects(edition, assessed.claimed, language)
    yield from _beside(assessed, language)
    yield from _findings(assessed.findings, language)
    yield from _margins(edition, assessed, language)
    yield from _rests_on(edition, language)


def _head(score: Score, target: Decimal | None, language: Language) -> Iterator[str]:
    edition = words("edition", language, edition=score.edition)
    yield f"{score.region.name} ({score.region.code}) · {edition}"
    yield ""
    index = figure(score.index, language)
    yield f"{words('index', language):<{_WIDTH}}{index:>10}   {score.band.name}"
    if target is not None:
        aim = target_of(score, target)
        gap = figure(aim.gap, language)
        reached = words("target_reached" if aim.reached else "target_missing", language, gap=gap)
        value = figure(aim.value, language)
        yield f"{words('target', language):<{_WIDTH}}{value:>10}   {reached}"


def _aspects(edition: Edition, score: Score, language: Language) -> Iterator[str]:
    maxima = edition.maxima
    mean_maximum = maxima.sid.value
    rows: tuple[tuple[str, Fraction | Decimal, Decimal, str], ...] = (
        ("spd", score.spd, maxima.spd.value, ""),
        ("mean", score.mean, mean_maximum, _mean_from(score, language)),
        ("count", score.count_score, maxima.count.value, _count_from(score, language)),
        ("total", score.total, maxima.total.value, ""),
    )
    yield ""
    heading = words("aspects", language)
    points, maximum = words("points", language), words("maximum", language)
    yield f"{heading:<{_WIDTH}}{points:>10}{maximum:>12}"
    for key, value, most, note in rows:
        name = words(key, language)
        shown, highest = figure(value, language), figure(most, language)
        yield f"{name:<{_WIDTH}}{shown:>10}{highest:>12}   {note}".rstrip()


def _mean_from(score: Score, language: Language) -> str:
    total = figure(score.sid_sum, language)
    return words("mean_from", language, sum=total, divisor=score.divisor, counted=score.counted)


def _count_from(score: Score, language: Language) -> str:
    services = score.basic_services
    if services.required is None:
        return ""
    return words("count_from", language, covered=len(services.covered), required=services.required)


def _beside(assessed: Assessed, language: Language) -> Iterator[str]:
    lines = [*_verified(assessed, language), *_other_reading(assessed, language)]
    if lines:
        yield ""
        yield from lines


def _verified(assessed: Assessed, language: Language) -> Iterator[str]:
    verified = assessed.verified
    rows = (*verified.spd_rows, *(row for i in verified.innovations for row in i.rows))
    if any(row.judged for row in rows):
        claimed = figure(assessed.claimed.index, language)
        note = words("beside_claimed", language, claimed=claimed)
        yield _index_line("verified", verified, note, language)


def _other_reading(assessed: Assessed, language: Language) -> Iterator[str]:
    other = assessed.other_claimed
    if other.index != assessed.claimed.index:
        key = "other_counts" if other.rejected_in_divisor else "other_leaves_out"
        yield _index_line("other_reading", other, words(key, language), language)


def _index_line(key: str, score: Score, note: str, language: Language) -> str:
    index = figure(score.index, language)
    return f"{words(key, language):<{_WIDTH}}{index:>10}   {score.band.name}; {note}"


def _findings(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield words("findings", language)
    for severity in Severity:
        groups: dict[tuple[str, str | None], list[Finding]] = {}
        for finding in findings:
            if finding.severity is severity:
                groups.setdefault((finding.code, finding.indicator), []).append(finding)
        for same in groups.values():
            yield f"  {words(severity.value, language)}: {_as_one(same, language)}"


def _as_one(findings: Sequence[Finding], language: Language) -> str:
    """Findings of one kind in one line, the innovations named behind."""
    sentence = say(findings[0], language)
    ids = list(dict.fromkeys(finding.innovation for finding in findings if finding.innovation))
    if not ids:
        return sentence
    if any(finding.facts != findings[0].facts for finding in findings):
        sentence = words("for_example", language, id=ids[0], sentence=sentence)
    return f"{sentence} [{words('concerns', language, number=len(ids), ids=_some(ids, language))}]"


def _margins(edition: Edition, assessed: Assessed, language: Language) -> Iterator[str]:
    yield ""
    yield words("margins", language)
    for kind in (MarginKind.SPD_LEVEL, MarginKind.CLAIM_LEVEL):
        yield from _best_levels(edition, assessed.margins, kind, language)
    yield from _reporting(assessed, language)


def _best_levels(
    edition: Edition, margins: Iterable[Margin], kind: MarginKind, language: Language
) -> Iterator[str]:
    names = {indicator.code: indicator.name for indicator in edition.indicators}
    groups: dict[tuple[str, Fraction], list[Margin]] = {}
    for margin in margins:
        if margin.kind is kind and margin.indicator is not None:
            groups.setdefault((margin.indicator, margin.adds), []).append(margin)
    for (code, adds), same in sorted(groups.items(), key=lambda group: -group[0][1])[:_BEST]:
        gain = change(adds, language, decimals=_MARGIN)
        yield f"  {gain:>7}  {code} {names[code]}: {_on(same, language)}"


def _on(margins: Sequence[Margin], language: Language) -> str:
    ids = [margin.innovation for margin in margins if margin.innovation]
    if ids:
        some = _some(ids, language)
        return words("margin_on_many", language, number=len(ids), ids=some)
    level = margins[0].from_level or 0
    return words("margin_on_one", language, level=level, next=level + 1)


def _reporting(assessed: Assessed, language: Language) -> Iterator[str]:
    withheld = [
        margin.innovation
        for margin in assessed.margins
        if margin.kind is MarginKind.WITHHOLD and margin.adds > 0 and margin.innovation
    ]
    if withheld:
        ids = _some(withheld, language)
        yield "  " + words("withhold", language, number=len(withheld), ids=ids)
    rejected = next(m.adds for m in assessed.margins if m.kind is MarginKind.ENTER_REJECTED)
    line = assessed.reporting_line
    key = "reporting_line" if line else "reporting_any"
    points, effect = figure(line, language), change(rejected, language)
    yield "  " + words(key, language, points=points, rejected=effect)


def _rests_on(edition: Edition, language: Language) -> Iterator[str]:
    yield ""
    yield words("rests_on", language)
    status = words(edition.status.value, language)
    fingerprint = edition.hash[:_HASH_SHOWN]
    yield "  " + words(
        "edition_line", language, edition=edition.code, status=status, hash=fingerprint
    )
    for basis, key in ((Basis.OURS, "our_readings"), (Basis.INFERRED, "inferred")):
        names = "; ".join(_resting_on(edition, basis, language))
        if names:
            yield "  " + words(key, language, names=names)
    yield "  " + words("sources", language)
    for source in edition.sources:
        yield f"    {source.id}: {source.title}"


def _resting_on(edition: Edition, basis: Basis, language: Language) -> Iterator[str]:
    for key, provenances in _values_of(edition):
        if any(provenance.basis is basis for provenance in provenances):
            yield words(key, language)
    codes = [
        indicator.code
        for indicator in edition.indicators
        if indicator.measure and indicator.measure.provenance.basis is basis
    ]
    if codes:
        yield words("cut_points", language, codes=", ".join(codes))


def _values_of(edition: Edition) -> Iterable[tuple[str, tuple[Provenance, ...]]]:
    count, minimum = edition.count, edition.min_basic_services
    return (
        ("rounding", (edition.index_decimals.provenance,)),
        ("rejected_reading", (edition.rejected_in_divisor.provenance,)),
        ("min_divisor", (edition.min_divisor.provenance,)),
        ("count_rule", (count.weight.provenance, count.cap.provenance)),
        ("min_basic_services", (minimum.provenance,) if minimum else ()),
        ("touching_affairs", (edition.touching_affairs_count.provenance,)),
        ("bands", (edition.bands.provenance,)),
    )


def _some(ids: Sequence[str], language: Language) -> str:
    shown = ", ".join(ids[:_IDS_SHOWN])
    more = len(ids) - _IDS_SHOWN
    return f"{shown} {words('and_others', language, number=more)}" if more > 0 else shown
