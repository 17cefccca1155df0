"""The papers of a file against the edition: are they what is asked for, do they carry the level,
are they of the right years. Quiet where the edition asks for no papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pragola.inspection.documents.letters.letter import Known
from pragola.inspection.documents.letters.reads import Read
from pragola.inspection.documents.letters.signing import Signed
from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.subject import Subject
from pragola.scoring.edition import PaperRule
from pragola.scoring.faults import Facts
from pragola.scoring.papers import PaperKind


def asked_of(known: Known, rule: PaperRule) -> tuple[PaperKind, ...]:
    """As which of the kinds that the rule names a paper can be taken."""
    return tuple(kind for kind in known.kinds if kind in rule.kinds)


def kind_findings(
    known: Sequence[Known], subject: Subject, *, begins_unknown: bool
) -> Iterator[Finding]:
    """A paper of another kind than asked for; a file may begin with what nobody recognises."""
    rule = subject.papers
    if rule is None or any(asked_of(each, rule) for each in known):
        return
    facts: Facts = (("kinds", ", ".join(rule.kinds)), ("part", subject.part))
    if known and not begins_unknown:
        first = known[0]
        yield Finding(
            code="document_kind_not_asked",
            severity=Severity.DOUBTFUL,
            check="document_level",
            place=first.paper.place,
            facts=(("kind", first.kind.value), *facts),
        )
    elif not known and not rule.others:
        yield Finding(
            code="document_kind_unknown",
            severity=Severity.INFO,
            check="document_level",
            facts=facts,
        )


def level_findings(known: Sequence[Known], subject: Subject) -> Iterator[Finding]:
    """What level the best of the papers carries, against the one that is claimed."""
    rule = subject.papers
    carried = [
        (level, kind, each)
        for each in known
        for kind in (asked_of(each, rule) if rule else ())
        if rule and (level := rule.level_of(kind)) is not None
    ]
    if not carried:
        return
    level, kind, best = max(carried, key=lambda each: each[0])
    code, severity = _level_told(level, subject.level)
    yield Finding(
        code=code,
        severity=severity,
        check="document_level",
        place=best.paper.place,
        facts=(
            ("kind", kind.value),
            ("level", level),
            ("claimed", subject.level),
            ("criterion", _criterion(subject)),
            ("part", subject.part),
        ),
    )


def _level_told(level: int, claimed: int | None) -> tuple[str, Severity]:
    if claimed is None:
        return "document_level_carried", Severity.INFO
    if level < claimed:
        return "document_level_lower", Severity.DOUBTFUL
    if level > claimed:
        return "document_level_higher", Severity.INFO
    return "document_level_fits", Severity.GOOD


def _criterion(subject: Subject) -> str | None:
    indicator = subject.indicator
    return indicator.criterion(subject.level) if indicator and subject.level else None


def date_findings(known: Sequence[Known], subject: Subject) -> Iterator[Finding]:
    """The day, or the year that a plan is for, against the window of its kind."""
    for each in known:
        kinds = asked_of(each, subject.papers) if subject.papers else ()
        held = _held(each, kinds[0], subject) if kinds else None
        if held:
            yield Finding(
                code=held.code,
                severity=Severity.GOOD if held.fits else Severity.DOUBTFUL,
                check="document_date",
                place=held.place,
                facts=held.facts,
            )


@dataclass(frozen=True, slots=True)
class _Held:
    """A day or year held against its window."""

    code: str
    fits: bool
    place: Place
    facts: Facts


def _held(each: Known, kind: PaperKind, subject: Subject) -> _Held | None:
    """By the year of a plan, else by the window that the kind has, else by the indicator's."""
    year, signed, years = each.letter.year, each.letter.signed, subject.years()
    if year:
        facts: Facts = (("year", year.text), ("years", _listed(years)))
        fits = int(year.text) in years
        code = "document_year_fits" if fits else "document_year_outside"
        return _Held(code, fits, _place(year), facts) if years else None
    if signed is None or subject.papers is None:
        return None
    if kind in subject.papers.as_applied:
        return _as_applied(signed, subject)
    limit = _limit(kind, subject.papers, subject)
    if limit is not None:
        fits = signed.day.year < limit
        code = "document_date_before" if fits else "document_date_too_late"
        return _Held(code, fits, _place(signed), (("date", signed.day), ("year", str(limit))))
    fits = signed.day.year in years
    code = "document_date_fits" if fits else "document_date_outside"
    facts = (("date", signed.day), ("years", _listed(years)))
    return _Held(code, fits, _place(signed), facts) if years else None


def _place(read: Read | Signed) -> Place:
    return Place(page=read.page, region=read.region)


def _as_applied(signed: Signed, subject: Subject) -> _Held | None:
    """Against the year of the first application or the latest development, where one is known."""
    years = sorted({day.year for day in (subject.applied, subject.developed) if day})
    fits = signed.day.year in years
    code = "document_date_of_application" if fits else "document_date_not_of_application"
    facts: Facts = (("date", signed.day), ("years", _listed(years)))
    return _Held(code, fits, _place(signed), facts) if years else None


def _limit(kind: PaperKind, rule: PaperRule, subject: Subject) -> int | None:
    periods = dict(subject.edition.periods)
    named = (name for name, kinds in rule.before if kind in kinds and name in periods)
    return next((periods[name].value for name in named), None)


def _listed(years: Sequence[int]) -> str:
    return ", ".join(str(year) for year in years)
