"""What is told of a count: what it is, where it was read, and the level it would give.

No level is changed by it. The level comes from the cuts of the edition's measure.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from pragola.inspection.documents.counts.agencies import agencies_in
from pragola.inspection.documents.counts.asked import Kind, calendar_days_asked, kind_asked
from pragola.inspection.documents.counts.days import days_in
from pragola.inspection.documents.counts.figure import Figure
from pragola.inspection.documents.counts.lines import Line, lines_of
from pragola.inspection.documents.counts.people import people_in
from pragola.inspection.documents.counts.percent import percent_in
from pragola.inspection.documents.plain import one_line
from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.scoring.answers import Claim
from pragola.scoring.edition import Indicator
from pragola.scoring.faults import Facts
from pragola.scoring.measure import ClaimError, read_claim, round_half_up

_LONGEST = 160
_COUNTERS: Mapping[Kind, Callable[[Sequence[Line]], Figure | None]] = {
    Kind.PEOPLE: people_in,
    Kind.AGENCIES: agencies_in,
    Kind.DAYS: days_in,
    Kind.PERCENT: percent_in,
}


def count_findings(pages: Iterable[PageText], subject: Subject) -> tuple[Finding, ...]:
    """The count that the claimed indicator's level depends on, where one can be read."""
    indicator = subject.indicator
    kind = kind_asked(indicator)
    if indicator is None or kind is None:
        return ()
    wanted = (page for page in pages if not subject.pages or page.page in subject.pages)
    figure = _COUNTERS[kind](lines_of(wanted))
    return () if figure is None else (_suggested(kind, figure, indicator, subject.level),)


def _suggested(kind: Kind, figure: Figure, indicator: Indicator, claimed: int | None) -> Finding:
    level = _level_of(indicator, figure.value)
    told, severity = _judged(level, claimed)
    what = kind.value
    if figure.working and calendar_days_asked(indicator):
        what, severity = "working_days", Severity.DOUBTFUL
    elif figure.summed:
        what = "summed_days"
    return Finding(
        code=f"count_of_{what}_{told}",
        severity=severity,
        check="counts",
        place=Place(page=figure.pages[0], region=figure.region),
        facts=_facts(figure, indicator, level, claimed),
    )


def _level_of(indicator: Indicator, value: Decimal) -> int | None:
    """By the edition's cuts; None where they do not cover the figure."""
    try:
        level, _ = read_claim(indicator, Claim(value=value))
    except ClaimError:
        return None
    return level


def _judged(level: int | None, claimed: int | None) -> tuple[str, Severity]:
    if level is None:
        return "alone", Severity.INFO
    if claimed is None:
        return "suggests", Severity.INFO
    if level >= claimed:
        return "supports", Severity.GOOD
    return "falls_short", Severity.DOUBTFUL


def _facts(figure: Figure, indicator: Indicator, level: int | None, claimed: int | None) -> Facts:
    measure = indicator.measure
    count = round_half_up(figure.value, measure.decimals) if measure else figure.value
    return (
        ("count", int(count) if count == int(count) else count),
        ("unit", measure.unit if measure else ""),
        ("level", level),
        ("claimed", claimed),
        ("pages", ", ".join(str(page) for page in figure.pages)),
        ("seen", one_line(figure.seen, most=_LONGEST)),
    )
