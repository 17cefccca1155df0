"""The outcome of an inspection, also as a document between processes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from pragola.inspection.findings import Finding, Place, Region, Severity, Spot
from pragola.scoring.faults import Fact, Facts


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, counted from 1; `by_ocr` when it was read from a picture.

    Of what was read from a picture: how many words are sure, the mean confidence, 0 to 100, and by
    how many degrees clockwise the picture had to be turned. `lines` are the places of the lines
    of the text, as the page is shown, the first ones where there are many; None where unknown.
    """

    page: int
    text: str
    by_ocr: bool = False
    sure_words: int = 0
    confidence: int = 0
    turned: int = 0
    lines: tuple[Region | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found in one file.

    `media_type` is what the content is, not what its name says. `likeness` are the
    fingerprints by which near-duplicates are found (`pragola.inspection.likeness`), by kind.
    """

    media_type: str
    findings: tuple[Finding, ...]
    pages: tuple[PageText, ...] = ()
    likeness: Mapping[str, str] = field(default_factory=dict)


def as_document(report: Report) -> dict[str, Any]:
    """The report in plain values for JSON; decimals and dates are marked texts."""
    return {
        "media_type": report.media_type,
        "findings": [_finding_out(finding) for finding in report.findings],
        "pages": [page_out(page) for page in report.pages],
        "likeness": dict(report.likeness),
    }


def from_document(document: Mapping[str, Any]) -> Report:
    """The report of a document that `as_document` made."""
    return Report(
        media_type=document["media_type"],
        findings=tuple(finding_of(one) for one in document["findings"]),
        pages=tuple(page_of(page) for page in document["pages"]),
        likeness=document["likeness"],
    )


def page_out(page: PageText) -> dict[str, Any]:
    """A page in plain values for JSON."""
    return {**asdict(page), "lines": [each and _region_out(each) for each in page.lines]}


def page_of(document: Mapping[str, Any]) -> PageText:
    """The page of what `page_out` made."""
    return PageText(**{**document, "lines": lines_of(document["lines"])})


def lines_of(document: Iterable[Sequence[int] | None]) -> tuple[Region | None, ...]:
    """The places of lines of what `page_out` made."""
    return tuple(Region(*each) if each else None for each in document)


def _region_out(region: Region) -> list[int]:
    return [region.left, region.top, region.right, region.bottom]


def _finding_out(finding: Finding) -> dict[str, Any]:
    region = finding.place.region
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "check": finding.check,
        "page": finding.place.page,
        "second": finding.place.second,
        "region": _region_out(region) if region else None,
        "facts": {name: _fact_out(value) for name, value in finding.facts},
        "spots": [[each.fact, each.page, *_region_out(each.region)] for each in finding.spots],
    }


def finding_of(document: Mapping[str, Any]) -> Finding:
    """One finding of a document that `as_document` made."""
    region = Region(*document["region"]) if document["region"] else None
    return Finding(
        code=document["code"],
        severity=Severity(document["severity"]),
        check=document["check"],
        place=Place(page=document["page"], second=document["second"], region=region),
        facts=_facts_in(document["facts"]),
        spots=tuple(Spot(fact, page, Region(*at)) for fact, page, *at in document.get("spots", ())),
    )


def _facts_in(document: Mapping[str, Any]) -> Facts:
    return tuple((name, _fact_in(value)) for name, value in document.items())


def _fact_out(value: Fact) -> Any:
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def _fact_in(value: Any) -> Fact:
    if not isinstance(value, dict):
        return None if value is None else value if isinstance(value, int) else str(value)
    return Decimal(value["decimal"]) if "decimal" in value else date.fromisoformat(value["date"])
