"""One innovation: its rows, what one level more would ask for and add."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from pragola.scoring.answers import Status
from pragola.scoring.results import InnovationScore, MarginKind, RowScore
from pragola.web.dashboards.queries.known import LIVE, Known
from pragola.web.innovations.official_values import Official
from pragola.web.shared.drawings import Bar, Fingerprint, bar, fingerprint
from pragola.web.shared.numbers import figure
from pragola.wording import Language, say

_MARGIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An indicator's row; `next_criterion` and `adds` are empty at the highest level.

    `verified` is the level that a verdict gives, `official` that of the ministry, None where there
    is none.
    """

    code: str
    name: str
    key: str
    level: int
    verified: int | None
    official: int | None
    bar: Bar
    criterion: str
    points: str
    next_level: int | None
    next_criterion: str
    adds: str
    adds_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationPage:
    """An innovation with its rows and findings; `entry` where people work on it here."""

    subject: str
    year: str
    demonstrated: bool
    id: str
    entry: int | None
    title: str
    unit: str
    affairs: str
    key: str
    score: str
    verified: str
    official: str
    rejected: bool
    fingerprint: Fingerprint
    rows: tuple[Row, ...]
    findings: tuple[str, ...]


def innovation_page(told: Known, innovation_id: str, language: Language) -> InnovationPage | None:
    """The page of an innovation; None where there is none of that id."""
    found = [i for i in told.assessed.claimed.innovations if i.id == innovation_id]
    if not found:
        return None
    innovation = found[0]
    official = told.official.get(innovation_id, Official())
    findings = [f for f in told.assessed.findings if f.innovation == innovation_id]
    return InnovationPage(
        subject=told.subject,
        year=told.edition.code,
        demonstrated=told.demonstrated,
        id=innovation.id,
        entry=int(innovation.id) if told.subject.startswith(LIVE) else None,
        title=innovation.title,
        unit=innovation.unit or "",
        affairs=", ".join(innovation.affairs),
        key=f"sid/{innovation.id}",
        score=figure(innovation.score, language),
        verified=figure(_verified(told, innovation.id).score, language),
        official="" if official.points is None else figure(official.points, language),
        rejected=innovation.status is Status.REJECTED,
        fingerprint=fingerprint(innovation.rows),
        rows=tuple(_rows(told, innovation, language)),
        findings=tuple(say(finding, language) for finding in findings),
    )


def _rows(told: Known, innovation: InnovationScore, language: Language) -> Iterator[Row]:
    adds = {
        margin.indicator: margin.adds
        for margin in told.assessed.margins
        if margin.kind is MarginKind.CLAIM_LEVEL and margin.innovation == innovation.id
    }
    judged = {
        row.indicator.code: row.level for row in _verified(told, innovation.id).rows if row.judged
    }
    official = told.official.get(innovation.id, Official()).levels
    for row in innovation.rows:
        code = row.indicator.code
        sides = judged.get(code), official.get(code)
        yield _row(row, innovation.id, adds, sides, language)


def _verified(told: Known, innovation_id: str) -> InnovationScore:
    """The same innovation as verdicts have it."""
    return next(i for i in told.assessed.verified.innovations if i.id == innovation_id)


def _row(
    row: RowScore,
    innovation_id: str,
    adds: Mapping[str | None, Fraction],
    sides: tuple[int | None, int | None],
    language: Language,
) -> Row:
    indicator = row.indicator
    more = row.level + 1 if row.level < indicator.highest_level else None
    gain = adds.get(indicator.code)
    return Row(
        code=indicator.code,
        name=indicator.name,
        key=f"sid/{innovation_id}/{indicator.code}",
        level=row.level,
        verified=sides[0],
        official=sides[1],
        bar=bar(Fraction(row.level), indicator.highest_level),
        criterion=indicator.criterion(row.level),
        points=figure(row.score, language),
        next_level=more,
        next_criterion=indicator.criterion(more) if more else "",
        adds="" if gain is None else f"+{figure(gain, language, decimals=_MARGIN)}",
        adds_key=f"worth/{indicator.code}",
    )
