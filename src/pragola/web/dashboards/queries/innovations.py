"""The innovations of an assessment as a list that can be searched."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pragola.scoring.answers import Status
from pragola.scoring.results import InnovationScore, Severity
from pragola.web.dashboards.queries.known import Known
from pragola.web.innovations.official_values import Official
from pragola.web.shared.drawings import Fingerprint, fingerprint
from pragola.web.shared.numbers import figure
from pragola.wording import Language

FIRST_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the list is narrowed to; empty texts narrow nothing."""

    text: str = ""
    unit: str = ""
    everything: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationLine:
    """An innovation in the list; `blocking` counts what stands in the way of its assessment.

    `verified` and `official` are its points on the other two sides, empty where nothing is known.
    """

    id: str
    title: str
    unit: str
    key: str
    score: str
    verified: str
    official: str
    rejected: bool
    blocking: int
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class InnovationList:
    """Innovations by score, as far as shown, of so many found."""

    lines: tuple[InnovationLine, ...]
    found: int
    more: int
    units: tuple[str, ...]
    search: Search


def innovation_list(told: Known, search: Search, language: Language) -> InnovationList:
    """The innovations that the search leaves, the best first."""
    everything = told.assessed.claimed.innovations
    found = [i for i in everything if _fits(i, search)]
    found.sort(key=lambda i: (-i.score, i.id))
    shown = found if search.everything else found[:FIRST_SHOWN]
    return InnovationList(
        lines=tuple(_lines(told, shown, language)),
        found=len(found),
        more=len(found) - len(shown),
        units=tuple(sorted({i.unit for i in everything if i.unit})),
        search=search,
    )


def _fits(innovation: InnovationScore, search: Search) -> bool:
    words = search.text.casefold().split()
    said = f"{innovation.title} {innovation.unit or ''} {innovation.id}".casefold()
    return all(word in said for word in words) and search.unit in ("", innovation.unit)


def _lines(
    told: Known, innovations: list[InnovationScore], language: Language
) -> Iterator[InnovationLine]:
    blocking = Counter(
        finding.innovation
        for finding in told.assessed.findings
        if finding.severity is Severity.BLOCKS
    )
    verified = {each.id: each for each in told.assessed.verified.innovations}
    for innovation in innovations:
        judged = any(row.judged for row in verified[innovation.id].rows)
        official = told.official.get(innovation.id, Official()).points
        yield InnovationLine(
            id=innovation.id,
            title=innovation.title,
            unit=innovation.unit or "",
            key=f"sid/{innovation.id}",
            score=figure(innovation.score, language),
            verified=figure(verified[innovation.id].score, language) if judged else "",
            official="" if official is None else figure(official, language),
            rejected=innovation.status is Status.REJECTED,
            blocking=blocking[innovation.id],
            fingerprint=fingerprint(innovation.rows),
        )
