"""What a person should know about a region's answers. A finding never changes a score."""

from collections.abc import Iterator
from datetime import date

from pragola.scoring.answers import Answers, Claim, Innovation, Profile, Status
from pragola.scoring.edition import DateWindow, Edition, EditionStatus, Indicator
from pragola.scoring.faults import Fact, Facts
from pragola.scoring.measure import read_claim
from pragola.scoring.results import Finding, Score, Severity
from pragola.scoring.score import basic_services_of


def findings_of(edition: Edition, answers: Answers, claimed: Score) -> tuple[Finding, ...]:
    """All findings: of the edition, of the region, of each innovation."""
    return (
        *_edition_findings(edition),
        *_region_findings(edition, answers, claimed),
        *(f for i in answers.innovations for f in eligibility_of(edition, i)),
    )


def eligibility_of(edition: Edition, innovation: Innovation) -> Iterator[Finding]:
    """What speaks against an innovation being assessed, and what is not known of it."""
    yield from _profile_gaps(innovation)
    yield from _stage(edition, innovation)
    yield from _window(edition, innovation)
    yield from _words(edition, innovation)
    yield from _assessments(edition, innovation)
    yield from _affairs(innovation)
    yield from _claims(edition, innovation)


def _edition_findings(edition: Edition) -> Iterator[Finding]:
    if edition.status is EditionStatus.OUTLOOK:
        yield _note("edition_is_outlook", ("edition", edition.code), ("base", edition.based_on))
    if edition.status is EditionStatus.PARTIAL:
        yield _note("edition_is_partial", ("edition", edition.code))
    if edition.min_basic_services is None:
        yield _note("basic_services_rule_unknown", ("edition", edition.code))
    if edition.eligibility.applied is None:
        yield _note("window_unknown", ("edition", edition.code))


def _region_findings(edition: Edition, answers: Answers, claimed: Score) -> Iterator[Finding]:
    yield from _spd_gaps(edition, answers)
    yield from _coverage(edition, claimed)
    minimum, entered = edition.min_divisor.value, claimed.entered
    if entered < minimum:
        yield _note("divisor_is_minimum", ("entered", entered), ("minimum", minimum))
    if claimed.counted > edition.count.cap.value:
        yield _note(
            "count_over_cap", ("counted", claimed.counted), ("cap", edition.count.cap.value)
        )
    rejected = sum(1 for i in answers.innovations if i.status is Status.REJECTED)
    if rejected:
        yield _note("rejected_in_divisor_is_open", ("rejected", rejected))


def _spd_gaps(edition: Edition, answers: Answers) -> Iterator[Finding]:
    if not edition.spd_indicators:
        if answers.spd_subtotal is None:
            yield _finding("spd_subtotal_missing", Severity.DOUBTFUL)
        return
    empty = [i.code for i in edition.spd_indicators if i.code not in answers.spd]
    if empty:
        facts = (("number", len(empty)), ("codes", ", ".join(empty)))
        yield Finding(code="spd_rows_empty", severity=Severity.DOUBTFUL, facts=facts)
    for indicator in edition.spd_indicators:
        yield from _figure_below_first_level(indicator, answers.spd.get(indicator.code))


def _coverage(edition: Edition, claimed: Score) -> Iterator[Finding]:
    services = claimed.basic_services
    if services.required is None:
        return
    if not services.enough:
        yield Finding(
            code="basic_services_not_enough",
            severity=Severity.BLOCKS,
            facts=(
                ("covered", len(services.covered)),
                ("required", services.required),
                ("missing", ", ".join(services.missing)),
            ),
        )
    main_only = (i.affairs[:1] for i in claimed.innovations if i.counted)
    if services.enough and not basic_services_of(edition, main_only).enough:
        yield _finding("coverage_rests_on_touching_affairs", Severity.DOUBTFUL)


def _profile_gaps(innovation: Innovation) -> Iterator[Finding]:
    profile = innovation.profile
    if None in (profile.stage, profile.applied, profile.design_words):
        yield _about(innovation, "profile_not_given", Severity.INFO)


def _stage(edition: Edition, innovation: Innovation) -> Iterator[Finding]:
    stages, stage = edition.eligibility.stages, innovation.profile.stage
    if stages is None or stage is None:
        return
    if stage.casefold() not in {s.casefold() for s in stages.value}:
        facts = (("stage", stage), ("expected", ", ".join(stages.value)))
        yield _about(innovation, "stage_not_assessed", Severity.BLOCKS, *facts)


def _window(edition: Edition, innovation: Innovation) -> Iterator[Finding]:
    rule, applied = edition.eligibility.applied, innovation.profile.applied
    if rule is None or applied is None or _lies_in(rule.value, applied):
        return
    code = _outside_window(rule.value, innovation.profile, applied)
    if code:
        facts = (
            ("applied", applied),
            ("developed", innovation.profile.developed),
            ("first", rule.value.first),
            ("last", rule.value.last),
        )
        yield _about(innovation, code, Severity.BLOCKS, *facts)


def _outside_window(window: DateWindow, profile: Profile, applied: date) -> str:
    """The kind of finding; empty when a later development brings it into the window."""
    if applied > window.last:
        return "applied_after_window"
    if profile.developed is None:
        return "development_not_given"
    return "" if _lies_in(window, profile.developed) else "development_outside_window"


def _lies_in(window: DateWindow, day: date) -> bool:
    return window.first <= day <= window.last


def _words(edition: Edition, innovation: Innovation) -> Iterator[Finding]:
    rule, words = edition.eligibility.min_words, innovation.profile.design_words
    if rule is not None and words is not None and words < rule.value:
        facts = (("words", words), ("minimum", rule.value))
        yield _about(innovation, "design_text_too_short", Severity.BLOCKS, *facts)


def _assessments(edition: Edition, innovation: Innovation) -> Iterator[Finding]:
    rule, times = edition.eligibility.max_assessments, innovation.profile.assessments
    if rule is not None and times is not None and times > rule.value:
        facts = (("times", times), ("maximum", rule.value))
        yield _about(innovation, "assessed_too_often", Severity.DOUBTFUL, *facts)


def _affairs(innovation: Innovation) -> Iterator[Finding]:
    if not innovation.affairs:
        yield _about(innovation, "affairs_not_given", Severity.DOUBTFUL)


def _claims(edition: Edition, innovation: Innovation) -> Iterator[Finding]:
    for indicator in edition.sid_indicators:
        claim = innovation.claims.get(indicator.code)
        if claim is None and indicator.code in innovation.verdicts:
            yield _about(
                innovation, "verdict_without_claim", Severity.INFO, indicator=indicator.code
            )
        figure = _figure_below_first_level(indicator, claim, innovation=innovation.id)
        yield from figure
        if not figure and indicator.mandatory.value and not _claims_a_level(indicator, claim):
            yield _about(
                innovation,
                "mandatory_claim_missing",
                Severity.BLOCKS,
                ("name", indicator.name),
                indicator=indicator.code,
            )


def _claims_a_level(indicator: Indicator, claim: Claim | None) -> bool:
    return claim is not None and read_claim(indicator, claim)[0] > 0


def _figure_below_first_level(
    indicator: Indicator, claim: Claim | None, *, innovation: str | None = None
) -> tuple[Finding, ...]:
    reading = read_claim(indicator, claim)[1] if claim else None
    if reading is None or reading.level > 0:
        return ()
    facts: Facts = (("value", reading.value), ("unit", reading.measure.unit))
    return (
        Finding(
            code="figure_below_first_level",
            severity=Severity.DOUBTFUL,
            innovation=innovation,
            indicator=indicator.code,
            facts=facts,
        ),
    )


def _about(
    innovation: Innovation,
    code: str,
    severity: Severity,
    *facts: tuple[str, Fact],
    indicator: str | None = None,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        innovation=innovation.id,
        indicator=indicator,
        facts=facts,
    )


def _note(code: str, *facts: tuple[str, Fact]) -> Finding:
    return Finding(code=code, severity=Severity.INFO, facts=facts)


def _finding(code: str, severity: Severity) -> Finding:
    return Finding(code=code, severity=severity)
